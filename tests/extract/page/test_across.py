"""Tables in which each column is somebody."""

from __future__ import annotations

import pytest

from pipeline.extract.layout import Grid
from pipeline.extract.page.across import turned
from tests.extract.grid.test_columns import grid

WORK, PEOPLE = ["Leitung", "Kasse"], ["Eva Muster", "Uwe Beispiel"]


def texts(made: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in made.rows]


def test_a_row_for_each_person() -> None:
    found = turned(grid(WORK, PEOPLE))
    assert found is None  # nothing below that reaches them
    found = turned(grid(WORK, PEOPLE, ["940-11", "940-12"]))
    assert found is not None
    assert texts(found) == [["Leitung", "Eva Muster", "940-11"], ["Kasse", "Uwe Beispiel", "940-12"]]


@pytest.mark.parametrize(
    "rows",
    [
        [WORK, WORK, WORK],
        [PEOPLE, WORK, PEOPLE],
        [["Leitung", "Kasse\nBau"], PEOPLE, ["1", "2"]],
        [["Eva Muster"], ["Leitung"], ["940-11"]],
    ],
)
def test_other_tables_stay(rows: list[list[str]]) -> None:
    assert turned(grid(*rows)) is None
