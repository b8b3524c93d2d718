"""The head of a table that is read line by line: what it says of a column is nothing of the first person below."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.item import HEADS, Item


def pass_over_column_heads(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """A row of several headings, `Kurs`, `Leitung`, `Kosten`, is nobody's function or office."""
    rows: dict[Box, list[int]] = {}
    for index, line in enumerate(lines):
        if line.box.tag == "th" and line.box.parent is not None:
            rows.setdefault(line.box.parent, []).append(index)
    mixed = {line.box.parent for line in lines if line.box.tag == "td"} if rows else set()
    for row, inside in rows.items():
        cells = {lines[index].box for index in inside}
        alone = all(item.kind in HEADS for index in inside for item in items[index])
        if len(cells) > 1 and alone and row not in mixed:
            for index in inside:
                items[index] = []
