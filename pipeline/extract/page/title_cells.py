"""Rows of bold cells over rows of people: `Sprecherin | Kleiderstube` is said of everybody in its column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.column_heads import column_of
from pipeline.extract.page.cross_tables import says_work
from pipeline.extract.page.heading_kinds import is_generic, is_like_town, is_place
from pipeline.extract.page.item import HEADS, Item
from pipeline.transform.office import is_office, is_role

#: For each number of a column in a row, its lines.
_Row = dict[int, list[int]]
_LEAST = 2


def read_title_cells(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """Gives the people in the row below such a row what stands over their column, which they do not say themselves."""
    for rows in _tables(lines):
        titled = [_are_titles(row, lines, items) for row in rows]
        # every other row: where one of people has another below it, the titles may be of something else
        if rows and titled == [True, False] * (len(rows) // 2):
            for titles, people in zip(rows[::2], rows[1::2], strict=True):
                if titles.keys() == people.keys() and all(_names_people(cell, items) for cell in people.values()):
                    _give(titles, people, lines, items)


def _tables(lines: Sequence[Line]) -> Iterator[list[_Row]]:
    """The rows of each table."""
    tables: dict[Box, dict[Box, _Row]] = {}
    for index, line in enumerate(lines):
        row = next((box for box in line.box.chain() if box.tag == "tr"), None)
        if row is not None and row.parent is not None:
            tables.setdefault(row.parent, {}).setdefault(row, {}).setdefault(column_of(line.box), []).append(index)
    return (list(rows.values()) for rows in tables.values())


def _are_titles(row: _Row, lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> bool:
    """Whether each cell is one bold line; half of them say what people do or where, and the others may."""
    cells = [cell[0] for cell in row.values() if len(cell) == 1]
    texts = [lines[index].text for index in cells if lines[index].strong or lines[index].box.tag == "th"]
    said = all(item.kind in HEADS and not item.prose for index in cells for item in items[index])
    if not said or len(texts) != len(row) or len(texts) < _LEAST:
        return False
    known = [text for text in texts if says_work(text) or _is_house(text)]
    return 2 * len(known) >= len(texts) and all(_is_house(text) or _may_be_work(text) for text in texts)


def _is_house(text: str) -> bool:
    return is_office(text) and is_place(text)


def _may_be_work(text: str) -> bool:
    return is_role(text) or not (is_generic(text) or is_place(text) or is_like_town(text))


def _names_people(cell: Sequence[int], items: Sequence[Sequence[Item]]) -> bool:
    """Whether a cell names somebody with a value, and neither a function nor an office."""
    kinds = {item.kind for index in cell for item in items[index]}
    return {"name", "fact"} <= kinds and not kinds & {"role", "office"}


def _give(titles: _Row, people: _Row, lines: Sequence[Line], items: list[list[Item]]) -> None:
    for column, (title, *_) in titles.items():
        for index in people[column]:
            if any(item.kind == "name" for item in items[index]):
                text = lines[title].text
                items[index][:0] = [Item("office" if _is_house(text) else "role", title, 0, text)]
        items[title].clear()
