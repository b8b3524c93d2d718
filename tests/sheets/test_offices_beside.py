"""Numbers of an office in columns of their own beside its person: a contact of their own, and never hers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.sheets.made import Values, book, read, shown

EVA = ["Frau Eva Kling", "05141 33-12", "kling@hilfe.example"]
EVA_SHOWN = "+4951413312, kling@hilfe.example"


def merged(*ranges: str) -> Callable[[Worksheet], None]:
    """Merges cells."""
    return lambda sheet: [sheet.merge_cells(cells) for cells in ranges] and None


def test_an_office_under_a_heading_of_its_own() -> None:
    rows: Values = [
        ["Kirchengemeinde", "Ort", "Pfarramt", "", "", "Beauftragte/r", "", ""],
        ["", "", "Telefon", "E-Mail", "Bürozeiten", "Name", "Handy", "E-Mail"],
        ["St. Anna", "Celle", "05141 12-0", "buero@anna.example", "Mo 10–12 Uhr", EVA[0], "0171 2345678", EVA[2]],
    ]
    assert shown(read(book(rows, merged("A1:A2", "B1:B2", "C1:E1", "F1:H1")))) == [
        "Frau Eva Kling (Beauftragte/r) @ St. Anna in Celle: m+491712345678, kling@hilfe.example",
        "– (Pfarramt) @ St. Anna in Celle: +495141120, buero@anna.example, Mo 10–12 Uhr",
    ]


@pytest.mark.parametrize(
    ("office", "heads"),
    [
        ("Geschäftsstelle", ["Geschäftsstelle Tel.", "Geschäftsstelle E-Mail"]),
        ("Schulsekretariat", ["Telefon (Schulsekretariat)", "Mail (Schulsekretariat)"]),
        ("Verwaltung", ["Telefon der Verwaltung", "E-Mail der Verwaltung"]),
    ],
)
@pytest.mark.parametrize("behind", [True, False])
def test_an_office_in_the_headings_of_one_row(office: str, heads: list[str], behind: bool) -> None:
    own, theirs = ["Ansprechperson", "Tel.", "E-Mail"], ["05141 33-0", "info@hilfe.example"]
    rows = [
        ["Verein", *(own + heads if behind else heads + own)],
        ["Hilfe Celle", *(EVA + theirs if behind else theirs + EVA)],
    ]
    assert shown(read(book(rows))) == [
        f"Frau Eva Kling @ Hilfe Celle: {EVA_SHOWN}",
        f"– ({office}) @ Hilfe Celle: +495141330, info@hilfe.example",
    ]


def test_an_office_beside_each_of_its_people_is_told_once() -> None:
    rows: Values = [
        ["Kommune", "Rathaus", "", "Name", "Telefon"],
        ["", "Telefon", "E-Mail", "", ""],
        ["Celle", "05141 12-0", "post@celle.example", "Eva Kling", "05141 12-34"],
        ["Celle", "05141 12-0", "post@celle.example", "Uwe Blum", "05141 12-35"],
    ]
    assert shown(read(book(rows, merged("A1:A2", "B1:C1", "D1:D2", "E1:E2")))) == [
        "Eva Kling in Celle: +4951411234",
        "– @ Rathaus in Celle: +495141120, post@celle.example",
        "Uwe Blum in Celle: +4951411235",
    ]


@pytest.mark.parametrize(
    ("heads", "person"),
    [
        (["Telefon Büro", "E-Mail Dienststelle", "Mobil privat"], ["Name"]),
        (["Telefon Koordination", "E-Mail", "Mobil"], ["Koordination"]),
        (["Rathaus Telefon", "Rathaus E-Mail", "Rathaus Mobil"], ["Ansprechperson"]),
    ],
)
def test_the_number_at_somebodys_desk_is_hers(heads: list[str], person: list[str]) -> None:
    rows = [["Gemeinde", *person, *heads], ["Celle", *EVA, "0171 2345678"]]
    assert len(shown(read(book(rows)))) == 1
    assert "+4951413312, m+491712345678, kling@hilfe.example" in shown(read(book(rows)))[0]
