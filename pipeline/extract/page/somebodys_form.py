"""A table of labels and values below somebody's name: it is no contact of its own, whomever it names as her deputy."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.layout import Grid
from pipeline.extract.markup.lines import Box, Page, Table
from pipeline.extract.page.item import Item
from pipeline.model import Reading, Record
from pipeline.transform.deputies import deputises


def is_somebodys_form(table: Table, records: Sequence[Record], page: Page, items: Sequence[Sequence[Item]]) -> bool:
    """Whether a table names nobody but deputies, and the heading above it or the box around it somebody else."""
    names = [reading for record in records for reading in record.readings if reading.field == "name"]
    if not all(_is_deputy(name, table.grid) for name in names):
        return False
    one = len(names) < 2 and len(records) - len(names) < 2 and not _is_headed(table.grid)
    below = one and _is_below_name(table, page, items)
    return below or _somebody_around(table, page, items)


def _is_headed(grid: Grid) -> bool:
    """Whether a row of headings makes a table a list: of the offices that somebody is over, be it a single one."""
    first = grid.rows[0] if grid.rows else ()
    return len(first) > 1 and all(cell.header for cell in first)


def _is_below_name(table: Table, page: Page, items: Sequence[Sequence[Item]]) -> bool:
    """Whether the heading right above a table is somebody's name."""
    above = max(table.first - 1, 0)
    return page.lines[above].level > 0 and any(item.kind == "name" for item in items[above])


def _is_deputy(name: Reading, grid: Grid) -> bool:
    """`Vertretung: | Herr Muster, Telefon -12`: whether the label beside a name says that."""
    pairs = (pair for row in grid.rows for pair in pairwise(row))
    return any(cell.where == name.raw.where and deputises(label.text) for label, cell in pairs)


def _somebody_around(table: Table, page: Page, items: Sequence[Sequence[Item]]) -> bool:
    """Whether the box around a table names a person outside of it: then the table is only her form."""
    box: Box | None = page.lines[table.first].box
    while box is not None and box.tag != "table":
        box = box.parent
    around = box.parent if box is not None else None
    if around is None or around.tag in ("body", "main"):
        return False
    outside = (*range(around.first, table.first), *range(table.last, around.last + 1))
    return any(item.kind == "name" for index in outside for item in items[index])
