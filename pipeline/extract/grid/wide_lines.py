"""Tables without headings in which values stand across below everybody's row: `Eva Muster | -12` over her mailbox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.column_content import is_data
from pipeline.extract.grid.column_groups import Row


def with_wide_lines_joined(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with such values in the last cell above them; as they were where most rows have none below.

    One value across is that of the whole table.
    """
    joined: list[Row] = []
    below = 0
    for row in rows:
        if joined and _is_wide(row) and not _is_wide(joined[-1]) and is_data(row[0].text):
            joined[-1] = _joined(joined[-1], row)
            below += 1
        else:
            joined.append(row)
    entries = sum(not _is_wide(row) for row in joined)
    return joined if below > 1 and below * 2 > entries else rows


def _is_wide(row: Row) -> bool:
    """Whether one cell reaches over all columns."""
    first, *others = row
    return bool(others) and not first.merged and all(cell.merged and cell.text == first.text for cell in others)


def _joined(above: Row, line: Row) -> Row:
    at = max((index for index, cell in enumerate(above) if cell.text), default=0)
    cell, below = above[at], line[0]
    longer = replace(cell, text=f"{cell.text}\n{below.text}", links=cell.links + below.links)
    return (*above[:at], longer, *above[at + 1 :])
