"""Towns beside what they form together."""

from __future__ import annotations

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.member_towns import wider_towns
from pipeline.model import Where
from tests.sheets.made import book, read, shown

HEAD = ["Verbandsgemeinde", "Ortsgemeinde", "Name", "Telefon"]


def wide(*headings: str) -> dict[int, int]:
    return wider_towns([Column(at, "municipality", heading, Where()) for at, heading in enumerate(headings)])


@pytest.mark.parametrize(
    ("formed", "member"),
    [
        ("Verbandsgemeinde", "Ortsgemeinde"),
        ("Samtgemeinde", "Mitgliedsgemeinde"),
        ("VG", "Gemeinde"),
        ("Verbandsgemeinde / Stadt", "Stadt/Gemeinde"),
    ],
)
def test_members_right_of_what_they_form(formed: str, member: str) -> None:
    assert wide(formed, member) == {1: 0}


@pytest.mark.parametrize("headings", [("Gemeinde", "VG"), ("Stadt", "Gemeinde"), ("VG", "Ortsgemeinden"), ("VG", "VG")])
def test_other_columns_beside_each_other(headings: tuple[str, str]) -> None:
    assert wide(*headings) == {}


def test_the_town_of_the_row_before_what_is_merged_over_several() -> None:
    rows = [
        HEAD,
        ["Landstuhl", "Landstuhl", "Frau Eva Muster", "06371 270-549"],
        [None, "Bann", "Herr Uwe Beispiel", "06371 413-885"],
        [None, None, "Frau Uta Ast", "06371 413-886"],
        ["Enkenbach", None, "Herr Tom Blum", "06303 825-617"],
    ]

    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A2:A4")

    assert shown(read(book(rows, merge))) == [
        "Frau Eva Muster in Landstuhl: +496371270549",
        "Herr Uwe Beispiel in Bann: +496371413885",
        "Frau Uta Ast in Landstuhl: +496371413886",
        "Herr Tom Blum in Enkenbach: +496303825617",
    ]


def test_two_people_of_a_town_that_is_written_once() -> None:
    rows = [HEAD, ["Landstuhl", "Bann", "Frau Eva Muster", "06371 270-549"], [None, None, "Uwe Ast", "06371 413-886"]]
    assert shown(read(book(rows)))[1] == "Uwe Ast in Bann: +496371413886"


def test_all_towns_of_an_association_are_no_town_of_whoever_works_there() -> None:
    head = ["Verbandsgemeinde", "Ortsgemeinden", "Name", "Telefon"]
    rows = [head, ["Landstuhl", "Bann, Mittelbrunn, Queidersbach", "Frau Eva Muster", "06371 270-549"]]
    assert shown(read(book(rows))) == ["Frau Eva Muster in Landstuhl: +496371270549"]


@pytest.mark.parametrize("said", ["alle", "alle Ortsgemeinden", "gesamt", "Verwaltung", "–"])
def test_who_is_there_for_all_members_is_in_what_they_form(said: str) -> None:
    rows = [HEAD, ["Landstuhl", "Bann", "Uwe Ast", "06371 413-886"], ["Landstuhl", said, "Eva Muster", "06371 270-549"]]
    assert shown(read(book(rows))) == ["Uwe Ast in Bann: +496371413886", "Eva Muster in Landstuhl: +496371270549"]
