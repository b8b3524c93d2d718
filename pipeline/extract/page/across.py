"""Tables without labels in which each column is somebody: functions in one row, names below, numbers below those."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.layout import Cell, Grid
from pipeline.transform.names import is_person

#: A row of so few people says nothing about the table.
_LEAST = 2


def turned(grid: Grid) -> Grid | None:
    """The table with a row for each person; None where there is not exactly one row of people."""
    if any(cell.merged or "\n" in cell.text for row in grid.rows for cell in row):
        return None
    people = [row for row in grid.rows if _all_people(row)]
    if len(people) != 1 or len(grid.rows) < _LEAST + 1:
        return None
    return replace(grid, rows=tuple(zip(*grid.rows, strict=True)))


def _all_people(row: tuple[Cell, ...]) -> bool:
    return len(row) >= _LEAST and all(is_person(cell.text) for cell in row)
