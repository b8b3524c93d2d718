"""The head of a table that is read line by line: what it says of a column is nothing of the first person below."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grid.column_groups import CONTACT, PERSON
from pipeline.extract.grid.headings import meanings
from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.item import HEADS, Item

#: The row of a table in which its headings stand, and for the ordinal of each the line.
ColumnHeads = dict[Box, dict[int, int]]


def pass_over_column_heads(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """A row of several headings, `Kurs`, `Leitung`, `Kosten` or `Name | Telefon`, is nobody's function or office."""
    rows = set(head_rows(lines, items))
    for index, line in enumerate(lines) if rows else ():
        if line.box.tag == "th" and line.box.parent in rows:
            items[index] = []
    for index, line in enumerate(lines):
        if " | " in line.text and all(item.kind in HEADS for item in items[index]) and _is_head(line.text):
            items[index] = []


def _is_head(text: str) -> bool:
    """Whether a line of preformatted text is over columns: `Name | Telefon`, `Amt | Leitung | Telefon`.

    `Vorzimmer | Telefon` may be over its number.
    """
    found = [meanings(part)[:1] for part in text.split(" | ")]
    fields = {field for each in found for field in each}
    told = len(found) > 2 or bool(fields & PERSON)
    return all(found) and told and bool(fields & CONTACT) and bool(fields - CONTACT)


def head_rows(lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> ColumnHeads:
    """The rows of tables that hold several headings and nothing else."""
    rows: dict[Box, list[int]] = {}
    for index, line in enumerate(lines):
        if line.box.tag == "th" and line.box.parent is not None:
            rows.setdefault(line.box.parent, []).append(index)
    mixed = {line.box.parent for line in lines if line.box.tag == "td"} if rows else set()
    heads = {row: {lines[index].box.ordinal: index for index in reversed(inside)} for row, inside in rows.items()}
    return {
        row: cells for row, cells in heads.items() if len(cells) > 1 and row not in mixed and _alone(items, rows[row])
    }


def _alone(items: Sequence[Sequence[Item]], inside: Sequence[int]) -> bool:
    return all(item.kind in HEADS for index in inside for item in items[index])


def column_of(box: Box) -> int:
    """The number of a cell in its row; the cells before it are of its kind, or the row begins with headings."""
    cell = next((each for each in box.chain() if each.tag in ("td", "th")), box)
    headings = cell.parent.children.get("th", 0) if cell.tag == "td" and cell.parent is not None else 0
    return cell.ordinal + headings
