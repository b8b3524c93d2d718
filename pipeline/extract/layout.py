"""What a page or a workbook looks like once its format is forgotten: lines under headings, and grids of cells.

`markup/` and `workbook/` make these; `page/` and `grid/` read them. Nothing here knows HTML or Excel.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.frozen import quickly_made
from pipeline.model import Where


@quickly_made
@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid, already visible text. A merged cell is repeated in every place it covers (`merged` = True
    in all but its first). `links` are addresses behind the text (mailto, tel, http), decoded. `number` is the number
    of a cell that holds one rather than text, because a spreadsheet drops the leading zero of a telephone number.
    """

    text: str
    where: Where
    links: tuple[str, ...] = ()
    merged: bool = False
    header: bool = False  # <th>, or bold/filled like one
    struck: bool = False  # wholly struck out
    note: str | None = None  # a comment on the cell
    number: float | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A rectangular table: rows of equally many cells. `title` is the caption, sheet name or heading above."""

    rows: tuple[tuple[Cell, ...], ...]
    where: Where
    title: str | None = None
