"""Rows that each begin with a function: below `Kasse | Eva Muster` the value of `Sekretariat | -12` is not hers."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.drafts import Draft
from pipeline.extract.page.heading_kinds import is_place
from pipeline.extract.page.item import Item

_CELLS = frozenset({"td", "th", "dt", "dd"})


def leads_next_row(item: Item, owner: Draft, lines: Sequence[Line]) -> bool:
    """Whether a function leads a row like that in which somebody stands behind hers, and so begins another entry."""
    if item.kind not in ("role", "office"):
        return False
    row, hers = _led_by(item, lines), _own_row(owner, lines)
    return row is not None and hers is not None and row is not hers and row.parent is hers.parent


def have_own_rows(one: Draft, other: Draft, lines: Sequence[Line]) -> bool:
    """Whether two contacts stand in different rows, each behind its function."""
    row, beside = _own_row(one, lines), _own_row(other, lines)
    return row is not None and beside is not None and row is not beside


def _own_row(draft: Draft, lines: Sequence[Line]) -> Box | None:
    """The row in which a contact stands behind its function."""
    around = set(draft.box.chain())
    rows = (_led_by(head, lines) for head in (*draft.roles, *draft.orgs))
    return next((row for row in rows if row in around), None)


def _led_by(head: Item, lines: Sequence[Line]) -> Box | None:
    """The row of a table, or the entry of a list, whose first of several cells says a function.

    No office: `Leitung | Eva Muster` and below `Landratsamt | 07123 940-0` are two fields of one entry.
    """
    box = lines[head.line].box
    cell = next((each for each in box.chain() if each.tag in _CELLS), None)
    row = cell.parent if cell is not None else None
    if row is None or cell is None or cell.first > row.first or cell.last >= row.last:
        return None
    return row if head.whole and not is_place(head.text) else None
