"""Cards beside each other of which one lacks a line: its cell is blank, and what follows is still of that card."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipeline.extract.grid.column_content import is_data
from pipeline.extract.grid.column_groups import Row
from pipeline.extract.layout import Cell
from pipeline.transform.online import looks_like_mail

#: Cells that follow each other in a column, with the numbers of their rows.
Run = Sequence[tuple[int, Cell]]


def across_gaps(rows: Sequence[Row], index: int, runs: Sequence[Run]) -> list[Run]:
    """The runs of a column, those of one card as one: `Tel. …`, a blank where others have `Mobil …`, the mail."""
    joined: list[Run] = []
    for run in runs:
        if joined and _goes_on(rows, index, joined[-1], run):
            joined[-1] = [*joined[-1], *run]
        else:
            joined.append(run)
    return joined


def _goes_on(rows: Sequence[Row], index: int, above: Run, below: Run) -> bool:
    """Whether nothing but ways to reach somebody stands below, none of them said above, and beside it the same."""
    first, gap = below[0][0], rows[above[-1][0] + 1 : below[0][0]]
    near = len(gap) == 1 or all(any(cell.text for cell in row) for row in gap)
    said = [_kind(cell.text) for _, cell in above]
    more = [_kind(cell.text) for _, cell in below]
    beside = [_kind(cell.text) for at, cell in enumerate(rows[first]) if at != index and cell.text]
    new = None not in more and said[0] is None and not set(more) & set(said)
    return near and new and bool(beside) and set(beside) == {more[0]}


def _kind(text: str) -> str | None:
    """`@` of an address, the label of a number (`Mobil`); None of anything else."""
    if "\n" in text or not (is_data(text) or looks_like_mail(text)):
        return None
    return "@" if looks_like_mail(text) else "".join(takewhile(str.isalpha, text.strip()))
