"""Cards beside each other of which one lacks a line: its cell is blank, and what follows is still of that card."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipeline.extract.grid.column_content import is_data
from pipeline.extract.grid.column_groups import Row
from pipeline.extract.layout import Cell
from pipeline.transform.online import looks_like_mail

#: So many rows above tell how the cards of a sheet are set.
_NEAR = 60
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
    if not (near and new):
        return False
    return set(beside) == {more[0]} if beside else _stands_so_above(rows, above[0][0], first, more[0])


def _stands_so_above(rows: Sequence[Row], begins: int, first: int, kind: str | None) -> bool:
    """Whether the cards above that one have the same in the same line; in the last row of cards one may be alone."""
    above, height = rows[max(begins - _NEAR, 0) : begins], first - begins
    pairs = zip(above, above[height:], strict=False)
    lines = [low for high, low in pairs if _begins_cards(high) and any(cell.text for cell in low)]
    return len(lines) > 0 and all(_kind(cell.text) == kind for line in lines for cell in line if cell.text)


def _begins_cards(row: Row) -> bool:
    """Whether the first lines of cards beside each other stand in a row: set as such, and none is how to reach them."""
    own = [cell for cell in row if cell.text]
    return len(own) > 1 and all(cell.header and not cell.merged and _kind(cell.text) is None for cell in own)


def _kind(text: str) -> str | None:
    """`@` of an address, the label of a number (`Mobil`); None of anything else."""
    if "\n" in text or not (is_data(text) or looks_like_mail(text)):
        return None
    return "@" if looks_like_mail(text) else "".join(takewhile(str.isalpha, text.strip()))
