"""Heads of two and three rows: groups over groups, merged or not, and a name whose parts stand below it."""

from __future__ import annotations

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import Rules
from tests.sheets.made import Values, book, codes, read, shown

EVA = ["Celle", "Frau", "Eva", "Kling", "05141 12-1", "0171 3920014", "kling@celle.example", "Markt 1", 29221, "Celle"]
UWE = ["Peine", "Herr", "Uwe", "Blum", "05171 49-1", None, "blum@peine.example", "Damm 2", "31224", "Peine"]
SHOWN = [
    "Frau Eva Kling in Celle: +495141121, m+491713920014, kling@celle.example, Markt 1 29221 Celle",
    "Herr Uwe Blum in Peine: +495171491, blum@peine.example, Damm 2 31224 Peine",
]


def people(rows: Values, *merged: str) -> list[str]:
    def merge(sheet: Worksheet) -> None:
        for area in merged:
            sheet.merge_cells(area)

    return shown(read(book(rows, merge), rules=Rules()))


@pytest.mark.parametrize("parts", [("Vor-", "Nach-"), ("Vor", "Nach"), ("Vorname", "Nachname"), ("Ruf-", "Familien-")])
def test_groups_over_groups_over_the_parts_of_a_name(parts: tuple[str, str]) -> None:
    head = [["Ort", "Ansprechperson", None, None, "Erreichbarkeit", None, None, "Anschrift", None, None],
            [None, "Anrede", "Name", None, "telefonisch", None, "digital", "Straße", "PLZ", "Ort"],
            [None, None, *parts, "Festnetz", "mobil", "E-Mail", None, None, None]]  # fmt: skip
    merged = ["A1:A3", "B1:D1", "E1:G1", "H1:J1", "B2:B3", "C2:D2", "E2:F2", "H2:H3", "I2:I3", "J2:J3"]
    assert people([*head, EVA, UWE], *merged) == SHOWN


def test_groups_over_groups_with_blank_cells_beside_them() -> None:
    head = [["Ort", "Ansprechperson", "", "", "Erreichbarkeit", "", "", "Anschrift", "", ""],
            ["", "Anrede", "Name", "", "Telefon", "", "E-Mail", "Straße", "PLZ", "Ort"],
            ["", "", "Vor-", "Nach-", "fest", "mobil", "", "", "", ""]]  # fmt: skip
    assert people([*head, EVA, UWE]) == SHOWN


def test_a_title_over_groups_is_no_third_row() -> None:
    head = [["Ansprechpartner Integration", None, None, None, "Stand: Mai", None],
            ["Kommune", "Ansprechperson", None, "Erreichbarkeit", None, None],
            [None, "Vorname", "Name", "Telefon", "Fax", "Mail"]]  # fmt: skip
    rows = [["Celle", "Eva", "Kling", "05141 12-1", "05141 12-9", "kling@celle.example"]]
    found = people([*head, *rows], "A1:D1", "E1:F1", "A2:A3", "B2:C2", "D2:F2")
    assert found == ["Eva Kling in Celle: +495141121, f+495141129, kling@celle.example"]


def test_two_people_below_groups_over_groups() -> None:
    head = [["Kommune", "Hauptansprechpartner", None, None, "Vertretung", None, None],
            [None, "Person", None, "Kontakt", "Person", None, "Kontakt"],
            [None, "Vorname", "Nachname", "Telefon", "Vorname", "Nachname", "Telefon"]]  # fmt: skip
    rows = [["Celle", "Eva", "Kling", "05141 12-1", "Ida", "Kolb", "05141 12-2"]]
    found = people([*head, *rows], "A1:A3", "B1:D1", "E1:G1", "B2:C2", "E2:F2")
    assert found == ["Eva Kling in Celle: +495141121", "Ida Kolb in Celle: +495141122"]


@pytest.mark.parametrize(
    ("groups", "roles"),
    [
        (("Hauptverantwortlich", "Stellvertretung"), ["", ""]),
        (("Leitung", "Vertretung"), [" (Leitung)", ""]),
        (("Wachdienst", "Hausmeister"), [" (Wachdienst)", " (Hausmeister)"]),
    ],
)
def test_what_only_says_that_people_stand_below_is_no_part_of_their_functions(
    groups: tuple[str, str], roles: list[str]
) -> None:
    head = [["Kommune", "Ansprechpersonen", None, None, None],
            [None, groups[0], None, groups[1], None],
            [None, "Name", "Telefon", "Name", "Telefon"]]  # fmt: skip
    found = people([*head, ["Celle", "Eva Kling", "05141 12-1", "Ida Kolb", "05141 12-2"]], "A1:A3", "B1:E1", "B2:C2",
                   "D2:E2")  # fmt: skip
    assert found == [f"Eva Kling{roles[0]} in Celle: +495141121", f"Ida Kolb{roles[1]} in Celle: +495141122"]


@pytest.mark.parametrize("below", [["Lachendorf", "N.", "N.", None, None], ["Verwaltung", None, None, None, None]])
def test_a_row_without_numbers_below_a_head_of_two_is_none_of_it(below: list[str | None]) -> None:
    head = [["Kommune", "Ansprechperson", None, "Erreichbarkeit", None],
            [None, "Vorname", "Name", "Telefon", "Mail"]]  # fmt: skip
    rows = [below, ["Celle", "Eva", "Kling", "05141 12-1", "kling@celle.example"]]
    found = people([*head, *rows], "A1:A2", "B1:C1", "D1:E1")
    assert found == ["Eva Kling in Celle: +495141121, kling@celle.example"]


ADDRESS = ["Telefon", "Straße", "PLZ", "Ort"]


@pytest.mark.parametrize(
    ("head", "row", "shown_as"),
    [
        (["Ort", "Name", *ADDRESS], ["Celle", "Eva Kling", "05141 12-1", "Markt 1", "29223", "Altencelle"],
         "Eva Kling in Celle: +495141121, Markt 1 29223 Altencelle"),
        (["Name", *ADDRESS, "E-Mail", "Einsatzort"],
         ["Eva Kling", "05141 12-1", "Markt 1", "29223", "Altencelle", "kling@celle.example", "Celle"],
         "Eva Kling in Celle: +495141121, kling@celle.example, Markt 1 29223 Altencelle"),
        (["Ort", "Name", *ADDRESS[:3]], ["Celle", "Eva Kling", "05141 12-1", "Markt 1", "29223"],
         "Eva Kling: +495141121, Markt 1 29223 Celle"),
    ],
)  # fmt: skip
def test_of_two_towns_the_one_in_the_address_is_not_the_municipality(
    head: list[str], row: list[str], shown_as: str
) -> None:
    assert people([head, row]) == [shown_as]


def test_the_parts_of_a_name_leave_nothing_over() -> None:
    rows = [["Name", "", "Telefon"], ["Nach-", "Vor-", ""], ["Kling", "Eva", "05141 12-1"]]
    found = read(book(rows), rules=Rules())
    assert (shown(found), codes(found)) == (["Eva Kling: +495141121"], [])
