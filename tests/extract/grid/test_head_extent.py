"""How many rows a head has."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.column_groups import Row
from pipeline.extract.grid.head_extent import extent
from pipeline.extract.layout import Cell
from pipeline.model import Where

GROUPS = "Ort | Person | < | Kontakt | <"
PARTS = " | Name | < | Telefon | Mail"
DIVIDED = " | Vor- | Nach- | | "
EVA = "Celle | Eva | Kling | 05141 12-1 | kling@celle.example"


def rows(*lines: str) -> list[Row]:
    return [_row(number, line.split("|")) for number, line in enumerate(lines)]


def _row(number: int, texts: list[str]) -> Row:
    """A row; `<` is the cell left of it, merged over this column as well."""
    cells: list[Cell] = []
    for column, text in enumerate(map(str.strip, texts)):
        merged = text == "<"
        where = cells[-1].where if merged else Where(cell=f"{chr(65 + column)}{number + 1}")
        cells.append(Cell(cells[-1].text if merged else text, where, merged=merged))
    return cells


@pytest.mark.parametrize(
    ("lines", "best", "found"),
    [
        ([GROUPS, PARTS, EVA], 0, (0, 1)),
        ([GROUPS, PARTS, DIVIDED, EVA], 0, (0, 2)),
        ([GROUPS, PARTS, DIVIDED, EVA], 1, (0, 2)),
        (["Integration | < | < | Stand: Mai | <", PARTS, DIVIDED, EVA], 1, (1, 2)),
        (["Ort | < | Person | Kontakt | <", PARTS, DIVIDED, EVA], 1, (1, 2)),  # parted elsewhere
        ([GROUPS, " | Wachdienst | < | Pforte | <", " | Name | Telefon | Name | Telefon", EVA], 0, (0, 2)),
        ([GROUPS, " | Wachdienst | < | Pforte | <", EVA], 0, (0, 0)),
        ([GROUPS, EVA], 0, (0, 0)),
    ],
)
def test_the_rows_of_a_head(lines: list[str], best: int, found: tuple[int, int]) -> None:
    assert extent(rows(*lines), best) == found
