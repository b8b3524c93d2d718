"""Municipal bodies by the word for their kind, and offices that begin with the same word."""

from __future__ import annotations

import pytest

from pipeline.transform.municipal_body import is_association, is_municipal_body


@pytest.mark.parametrize(
    "text",
    [
        "Stadt Husum", "Amt Südtondern", "Amt Mittleres Nordfriesland", "Amt Föhr-Amrum", "VG Bernkastel-Kues",
        "Einheitsgemeinde Morbach", "Samtgemeinde Sögel", "Amt Am Stettiner Haff", "Amt Burg (Spreewald)",
        "Markt Ortenburg", "Kreisstadt Siegburg", "Flecken Aerzen", "Amt Kirchspielslandgemeinden Eider",
        "Universitäts- und Hansestadt Greifswald", "Verwaltungsgemeinschaft Wendlingen am Neckar", "GVV Oberes Filstal",
    ],
)  # fmt: skip
def test_bodies(text: str) -> None:
    assert is_municipal_body(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "Amt", "Amt für Soziales", "Amt Jugend und Familie", "Amt Soziales", "Amt 50", "Stadt Celle, Sozialamt",
        "Stadt Verwaltung", "Hauptamt", "Gemeinde", "Amt Integration", "Caritasverband Celle",
    ],
)  # fmt: skip
def test_others(text: str) -> None:
    assert not is_municipal_body(text)


def test_a_body_of_several_municipalities_keeps_its_word() -> None:
    assert is_association("VG Thalfang")
    assert not is_association("Stadt Husum")
