"""What stands beside people and is no function of theirs: languages, letters, districts, houses, remarks."""

from __future__ import annotations

import pytest

from tests.sheets.made import book, read, shown


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Sprachen", ("Arabisch, Kurdisch", "Türkisch")),
        ("Sprache(n)", ("Dari", "Gebärdensprache")),
        ("Muttersprache", ("Polnisch", "Tigrinya")),
        ("Sprachkenntnisse", ("Englisch, Dari", "Urdu")),
        ("Buchstabenbereich", ("A – Bec", "Bed – Z")),
        ("Zuständig für Buchstabe", ("A-K", "L-Z")),
        ("Zuständigkeit (Buchstaben)", ("A bis K", "L bis Z")),
        ("Namensbereich", ("A, C und D", "B, E")),
        ("Stadtteil", ("Nordstadt", "Altstadt")),
        ("Objekt", ("Container am Bahnhof", "Containerdorf")),
        ("Bemerkung", ("nur vormittags", "vereidigt")),
        ("Verfügbarkeit", ("abends", "am Wochenende")),
        ("Herkunftsland", ("Syrien", "Eritrea")),
    ],
)
def test_no_function(heading: str, said: tuple[str, str]) -> None:
    rows = [
        ["Gemeinde", "Name", heading, "Telefon"],
        ["Celle", "Frau Eva Kling", said[0], "05141 12-3401"],
        ["Peine", "Herr Uwe Blum", said[1], "05171 49-100"],
    ]
    people = shown(read(book(rows)))
    assert people == ["Frau Eva Kling in Celle: +495141123401", "Herr Uwe Blum in Peine: +49517149100"]


def test_letters_beside_a_function_leave_it() -> None:
    rows = [
        ["Name", "Funktion", "Buchstabenbereich", "Telefon"],
        ["Frau Eva Kling", "Sachbearbeiterin", "A – K", "05141 12-3401"],
        ["Herr Uwe Blum", "Leiter", "L – Z", "05141 12-3402"],
    ]
    assert shown(read(book(rows))) == [
        "Frau Eva Kling (Sachbearbeiterin): +495141123401",
        "Herr Uwe Blum (Leiter): +495141123402",
    ]
