"""Tables with headings on two sides: houses down, what people do there across, and somebody in each cell.

`Haus | Leitung | Hausmeister` over `Haus Eva, Markt 1 | Frau Muster, Tel. … | Herr Beispiel, Tel. …`
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.column_heads import column_of, head_rows
from pipeline.extract.page.heading_kinds import is_activity, is_topic, is_work
from pipeline.extract.page.item import Item
from pipeline.transform.office import is_role

#: In so many columns of a row somebody stands.
_LEAST = 2
_HOUSE = frozenset({"text", "office", "role", "name"})


def read_cross_tables(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """Gives everybody in such a table what stands over her column, and what stands before her row."""
    for row, columns in head_rows(lines, items).items():
        work = {column: index for column, index in columns.items() if says_work(lines[index].text)}
        if len(work) >= _LEAST:
            table = next((box for box in row.chain() if box.tag == "table"), None)
            for inside in _rows_below(lines, table, max(columns.values())):
                _read_row(lines, items, inside, work)


def says_work(text: str) -> bool:
    """True for the heading of a column that says what people do."""
    return is_role(text) or is_activity(text) or is_topic(text) or is_work(text)


def _rows_below(lines: Sequence[Line], table: Box | None, below: int) -> list[list[int]]:
    """The lines of each row of a table, from the one below its head on."""
    rows: dict[Box, list[int]] = {}
    for index in range(below + 1, len(lines)):
        around = list(lines[index].box.chain())
        if table not in around:
            break
        row = next((box for box in around if box.tag == "tr"), None)
        if row is not None:
            rows.setdefault(row, []).append(index)
    return list(rows.values())


def _read_row(lines: Sequence[Line], items: list[list[Item]], inside: Sequence[int], work: dict[int, int]) -> None:
    named = {column_of(lines[index].box): index for index in reversed(inside) if _names(items[index])}
    if sum(column in work for column in named) < _LEAST:
        return
    house = _house(lines, items, inside[0]) if 1 not in work else None
    for index in inside:
        column = column_of(lines[index].box)
        if column in work and _names(items[index]):
            role = Item("role", work[column], 0, lines[work[column]].text)
            items[index][:0] = [house, role] if house else [role]
    if house:
        items[inside[0]].clear()


def _house(lines: Sequence[Line], items: Sequence[Sequence[Item]], index: int) -> Item | None:
    """What the first cell of a row says; `GU Mühlenholz` may look like somebody, but people stand in the others."""
    here = items[index]
    whole = column_of(lines[index].box) == 1 and len(here) == 1 and here[0].kind in _HOUSE
    return Item("office", index, 0, lines[index].text) if whole else None


def _names(here: Sequence[Item]) -> bool:
    """Whether a line names somebody, or says that nobody has the post: the others of the row have theirs."""
    return any(item.kind in ("name", "vacant") for item in here)
