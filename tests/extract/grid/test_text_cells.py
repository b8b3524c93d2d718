"""What a cell of texts says today."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.text_cells import municipality_reading, text_reading
from pipeline.extract.layout import Cell
from pipeline.model import Where


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("role", "Leitung;", "Leitung"),
        ("role", "k. A.", None),
        ("org", "Hauptamt\nSachgebiet 2", "Hauptamt, Sachgebiet 2"),
        ("hours", "n. V.", "n. V."),
    ],
)
def test_the_text_of_a_cell(field: str, text: str, value: str | None) -> None:
    reading, findings = text_reading(field, Cell(text, Where()))
    assert (reading and reading.value, findings) == (value, [])


def test_what_waits_is_a_finding() -> None:
    reading, findings = text_reading("role", Cell("ab 01.12. Leitung", Where()))
    assert (reading, [finding.code for finding in findings]) == (None, ["pending"])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Stadt Peine", "Peine"),
        ("Peine, Uetze", "Peine; Uetze"),
        ("Peine und Uetze", "Peine; Uetze"),
        ("Celle und Umgebung", "Celle und Umgebung"),
        ("Amt Geest und Marsch", "Amt Geest und Marsch"),
        ("Samtgemeinde Heide u. Moor, Peine", "Samtgemeinde Heide u. Moor; Peine"),
        ("Amt Geest und Amt Marsch", "Amt Geest; Amt Marsch"),
        ("VG Aar und Lahn, VG Loreley", "VG Aar und Lahn; VG Loreley"),
        ("Hude, SG", "Hude, SG"),
        ("Hude, Samtgemeinde", "Hude, Samtgemeinde"),
        ("Celle (05141)", "Celle"),
        ("-", None),
    ],
)
def test_the_municipalities_of_a_cell(text: str, value: str | None) -> None:
    reading, _ = municipality_reading(Cell(text, Where()), None)
    assert (reading and reading.value) == value


@pytest.mark.parametrize("text", ["Frau Eva Muster", "Herrn Dr. Uwe Beispiel"])
def test_somebody_is_no_function(text: str) -> None:
    reading, findings = text_reading("role", Cell(text, Where()))
    assert (reading, [finding.code for finding in findings]) == (None, ["unclaimed"])


@pytest.mark.parametrize("text", ["Herr Bürgermeister", "Assistenz der Bürgermeisterin", "Vertretung von Frau Muster"])
def test_a_salutation_before_a_function_names_nobody(text: str) -> None:
    assert text_reading("role", Cell(text, Where()))[0]


def test_a_street_with_its_number_is_no_town() -> None:
    assert municipality_reading(Cell("Kirchstraße 12", Where()), None)[0] is None
    town, _ = municipality_reading(Cell("Celle\nKirchstraße 12", Where()), None)
    assert town
    assert town.value == "Celle"
