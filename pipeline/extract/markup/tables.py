"""An HTML table as a grid: merged cells repeated, lines inside a cell kept, links beside the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.extract.layout import Cell, Grid
from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.markup.looks import table_part
from pipeline.extract.markup.walk import Walker
from pipeline.model import Where

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

#: No printed table is larger; a browser clips a span at 1000 as well.
_CELLS = 60_000
_SPAN = 1000
_ROWS = frozenset({"tr"})
_PARTS = frozenset({"thead", "tbody", "tfoot"})


def read_table(table: LexborNode, box: Box, title: str | None, lines: Sequence[Line]) -> Grid | None:
    """The grid of a table that holds no other; None for a layout table and one without rows.

    `lines` are those of the page that stand in the table: they lend the cells their places.
    """
    if table.attrs.get("role") in ("presentation", "none") or any(
        node.mem_id != table.mem_id for node in table.css("table, form, h1, h2")
    ):
        return None
    path = f"{box.path()} > {table.tag}"
    rows = _filled(list(_rows(table)), path, [line.where for line in lines])
    width = max((len(row) for row in rows), default=0)
    if not rows or not width or width * len(rows) > _CELLS:
        return None
    blank = Cell("", Where(path=path))
    return Grid(
        tuple((*row, *[blank] * (width - len(row))) for row in rows), Where(path=path), _caption(table) or title
    )


def _caption(table: LexborNode) -> str | None:
    node = table.child
    while node is not None:
        if node.tag == "caption":
            return " ".join(line.text for line in Walker().walk(node)) or None
        node = node.next
    return None


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    node = table.child
    while node is not None:
        part = _part(node)
        if part in _ROWS:
            yield node
        elif part in _PARTS:
            row = node.child
            while row is not None:
                if _part(row) in _ROWS:
                    yield row
                row = row.next
        node = node.next


def _filled(rows: list[LexborNode], path: str, places: Sequence[Where]) -> list[list[Cell]]:
    """Rows of cells in which a merged cell stands in every place it covers."""
    grid: list[list[Cell]] = []
    hanging: dict[int, tuple[Cell, int]] = {}  # column → cell that reaches down, rows left
    count = 0
    passed = 0  # lines of the cells before
    for row in rows:
        cells: list[Cell] = []
        for node in _cells(row):
            _hang(cells, hanging)
            cell, height = _cell(node, places[passed] if passed < len(places) else Where(path=path))
            passed += height
            down, right = _span(node, "rowspan"), _span(node, "colspan")
            for offset in range(min(right, max(_CELLS - count, 1))):
                placed = cell if not offset else _again(cell)
                if down > 1:
                    hanging[len(cells)] = (_again(cell), down - 1)
                cells.append(placed)
                count += 1
        _hang(cells, hanging)
        grid.append(cells)
        if count > _CELLS:
            break
    return grid


def _hang(cells: list[Cell], hanging: dict[int, tuple[Cell, int]]) -> None:
    """Puts the cells that reach down from above in their places."""
    while len(cells) in hanging:
        cell, left = hanging.pop(len(cells))
        if left > 1:
            hanging[len(cells)] = (cell, left - 1)
        cells.append(cell)


def _again(cell: Cell) -> Cell:
    return Cell(cell.text, cell.where, cell.links, True, cell.header, cell.struck)


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    node = row.child
    while node is not None:
        if _part(node) in ("td", "th"):
            yield node
        node = node.next


def _part(node: LexborNode) -> str:
    return table_part(node.tag or "", node.attributes) if node.is_element_node else ""


def _span(node: LexborNode, name: str) -> int:
    value = (node.attrs.get(name) or "1").strip()
    return max(1, min(int(value), _SPAN)) if value.isdecimal() and len(value) < 5 else 1


def _cell(node: LexborNode, where: Where) -> tuple[Cell, int]:
    """One cell, and how many lines it has."""
    lines = Walker().walk_below(node)
    shown = [line for line in lines if line.text]
    text = "\n".join(line.text for line in shown)
    links = tuple(dict.fromkeys(anchor.href for line in lines for anchor in line.anchors))
    strong = bool(shown) and all(line.strong or line.level for line in shown)
    struck = bool(shown) and all(line.struck for line in shown)
    return Cell(text, where, links, False, _part(node) == "th" or strong, struck), len(lines)
