"""Blank cells and signs for `as above` under a municipality, an office and its number."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.cells_above import CellsAbove
from pipeline.extract.grid.column_groups import Column
from pipeline.model import Where
from tests.extract.grid.test_columns import grid

FIELDS = ("municipality", "org", "main", "name", "role")
COLUMNS = tuple(Column(index, field, field, Where()) for index, field in enumerate(FIELDS))
FIRST = ["Celle", "Sozialamt", "05141 12-0", "Eva Muster", "Leitung"]


@pytest.mark.parametrize(
    ("row", "means"),
    [
        (["", "", "", "Uwe Beispiel", ""], ["Celle", "Sozialamt", "05141 12-0", "Uwe Beispiel", ""]),
        (["", "Bauamt", "", "Uwe Beispiel", ""], ["Celle", "Bauamt", "", "Uwe Beispiel", ""]),
        (["Wietze", "", "", "Uwe Beispiel", ""], ["Wietze", "", "", "Uwe Beispiel", ""]),
        (["", "Landratsamt", "", "Uwe Beispiel", ""], ["", "Landratsamt", "", "Uwe Beispiel", ""]),
        (['"', '"', "", "Uwe Beispiel", '"'], ["Celle", "Sozialamt", "05141 12-0", "Uwe Beispiel", "Leitung"]),
    ],
)
def test_what_a_row_means_below_another(row: list[str], means: list[str]) -> None:
    first, second = grid(FIRST, row).rows
    above = CellsAbove(COLUMNS)
    above.completed(first)
    assert [cell.text for cell in above.completed(second)] == means


@pytest.mark.parametrize(
    ("row", "same"),
    [
        (["", "", "", "Uwe Beispiel", ""], True),
        (["Celle", "Sozialamt", "", "Uwe Beispiel", ""], True),
        (["", "Bauamt", "", "Uwe Beispiel", ""], False),
    ],
)
def test_whether_a_row_is_of_the_same_office(row: list[str], same: bool) -> None:
    first, second = grid(FIRST, row).rows
    above = CellsAbove(COLUMNS)
    above.take(first)
    assert above.are_same(second) == same


def test_nothing_holds_once_something_else_has_begun() -> None:
    first, second = grid(FIRST, ["", "", "", "Uwe Beispiel", ""]).rows
    above = CellsAbove(COLUMNS)
    above.take(first)
    above.forget()
    assert [cell.text for cell in above.completed(second)] == ["", "", "", "Uwe Beispiel", ""]
