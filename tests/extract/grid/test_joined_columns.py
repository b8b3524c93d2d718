"""Lines of a file of values in one column of a sheet."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.joined_columns import with_columns_parted
from pipeline.extract.layout import Cell
from pipeline.model import Where
from tests.sheets.made import book, read, shown


def parted(*lines: str) -> list[list[str]]:
    """The values of lines in the only column of a sheet."""
    return [[cell.text for cell in row] for row in with_columns_parted([[Cell(line, Where())] for line in lines])]


def test_values_that_stand_in_one_column() -> None:
    assert parted("Telefonliste", "Name;Amt;Telefon", "Kling;;05141 12-31", '"Blum; Uwe";Hauptamt;05141 12-35') == [
        ["Telefonliste", "", ""],
        ["Name", "Amt", "Telefon"],
        ["Kling", "", "05141 12-31"],
        ["Blum; Uwe", "Hauptamt", "05141 12-35"],
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Eva Kling; 05141 12-31", "Uwe Blum; 05141 12-35"),  # two values may be anything
        ("Celle; Peine; Uelzen", "Soltau", "Munster"),
        ("Kling; Eva; Leitung\n05141 12-31", "Blum; Uwe; Leitung\n05141 12-35"),  # cards
        ("",),
    ],
)
def test_other_texts_stay(lines: tuple[str, ...]) -> None:
    assert parted(*lines) == [[line] for line in lines]


def test_a_list_in_one_column_is_read() -> None:
    rows = [["Gemeinde;Name;Telefon"], ["Celle;Eva Kling;05141 12-31"], ["Peine;Uwe Blum;05171 49-14"]]
    assert shown(read(book(rows))) == ["Eva Kling in Celle: +4951411231", "Uwe Blum in Peine: +4951714914"]
