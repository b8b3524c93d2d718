"""A list that a spreadsheet took for text: `Name;Amt;Telefon` stands in one column, as its file had it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.column_groups import Row
from pipeline.extract.layout import Cell

#: Fewer values in a line, or fewer lines, are no list.
_VALUES, _LINES = 3, 2
#: Nor is a text as long as this a line of one.
_LENGTH = 5_000


def with_columns_parted(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with a cell for each value where most lines of the only column are divided alike."""
    used = {at for row in rows for at, cell in enumerate(row) if cell.text}
    if len(used) != 1 or not any(cell.text.count(";") > 1 for row in rows for cell in row):
        return rows
    cells = [row[at] for row in rows for at in used]
    lines = [_values(cell.text) for cell in cells]
    width, alike = Counter(len(values) for values in lines if values != [""]).most_common(1)[0]
    if width < _VALUES or alike < _LINES or alike * 4 < sum(values != [""] for values in lines) * 3:
        return rows
    return [_row(cell, values, width) for cell, values in zip(cells, lines, strict=True)]


def _values(text: str) -> list[str]:
    """The values of one line; text of several lines is no line of a file."""
    long = len(text) > _LENGTH or "\n" in text or "\r" in text
    return [text] if long else next(csv.reader([text], delimiter=";"), [""])


def _row(cell: Cell, values: Sequence[str], width: int) -> Row:
    """A cell for each value; a title stands in the first."""
    padded = [*values, *[""] * width][:width]
    return [replace(cell, text=value.strip(), links=() if at else cell.links) for at, value in enumerate(padded)]
