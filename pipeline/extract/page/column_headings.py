"""Rows of two columns: a topic with its text on the left, and on the right, below a heading of its own, whom to ask.

The heading on the left is over both: the one on the right stands below it and only announces people.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.heading_kinds import is_generic
from pipeline.extract.page.outline import Outline


def reach_beside(lines: Sequence[Line], outline: Outline) -> None:
    """Lets such headings reach over the column beside theirs, where at least two rows are made so."""
    rows: dict[tuple[Box | None, str], list[tuple[int, Box]]] = {}
    for index in outline.headings:
        row = _row_of(index, lines, outline)
        if row is not None:
            rows.setdefault((row.parent, row.tag), []).append((index, row))
    for group in rows.values():
        for index, row in group if len(group) > 1 else ():
            outline.headings[index].last = row.last


def _row_of(index: int, lines: Sequence[Line], outline: Outline) -> Box | None:
    """The box that a heading opens and in which its column ends before another one, headed `Ihre Ansprechperson`."""
    heading = outline.headings[index]
    beside = outline.headings.get(heading.last + 1)
    if beside is None or beside.level <= heading.level or not is_generic(lines[beside.line].text):
        return None
    around = set(lines[beside.line].box.chain())
    row = next((box for box in lines[index].box.chain() if box in around), None)
    return row if row is not None and row.first == index and row.last >= beside.last else None
