"""`Stadt / Місто` over `Bautzen / Budyšin`: a table in two languages says each town twice, and that is one town."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.column_groups import Column, Row
from pipeline.extract.layout import Cell

_BOTH = re.compile(r"(?P<german>[^/]+?) / (?P<other>[^/]+)")
#: No German word has one.
_FOREIGN = re.compile(r"[^\W\d_a-zäöüßé]", re.IGNORECASE)


def with_towns_in_german(columns: Sequence[Column], rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with their towns in the first of two languages, where the heading is in two."""
    places = {column.index for column in columns if column.field == "municipality" and _is_twofold(column.heading)}
    if not places:
        return rows
    return [[_in_german(cell) if at in places else cell for at, cell in enumerate(row)] for row in rows]


def _is_twofold(heading: str) -> bool:
    both = _BOTH.fullmatch(heading.strip())
    return both is not None and _FOREIGN.search(both["other"]) is not None


def _in_german(cell: Cell) -> Cell:
    both = _BOTH.fullmatch(cell.text.strip())
    return replace(cell, text=both["german"]) if both else cell
