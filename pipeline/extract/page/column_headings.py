"""Rows of columns: a topic with its text or a house with its address on the left, and beside it whom to ask.

The heading on the left is over both: one on the right stands below it and only announces people.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.heading_kinds import is_generic
from pipeline.extract.page.item import Item
from pipeline.extract.page.outline import Heading, Outline


def reach_beside(lines: Sequence[Line], items: Sequence[Sequence[Item]], outline: Outline) -> None:
    """Lets such headings reach over the column beside theirs, where at least two rows are made so."""
    rows: dict[tuple[Box | None, str], list[tuple[int, Box]]] = {}
    for index in outline.headings:
        row = _row_of(index, lines, outline) or _row_of_house(index, lines, items, outline)
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


def _row_of_house(index: int, lines: Sequence[Line], items: Sequence[Sequence[Item]], outline: Outline) -> Box | None:
    """The box in which `Standort Neustadt` and its address are a column, with people beside it and no other heading."""
    heading = outline.headings[index]
    row = next((box for box in lines[index].box.chain() if box.last > heading.last), None)
    if row is None or row.parent is None or row.first != index or heading.level < 2:
        return None
    apart = any(line in outline.headings for line in range(index + 1, row.last + 1))
    return row if not apart and _has_people_beside(heading, row, items) else None


def _has_people_beside(heading: Heading, row: Box, items: Sequence[Sequence[Item]]) -> bool:
    below = {item.kind for here in items[heading.line + 1 : heading.last + 1] for item in here}
    beside = {item.kind for here in items[heading.last + 1 : row.last + 1] for item in here}
    return below == {"address"} and {"name", "fact"} <= beside
