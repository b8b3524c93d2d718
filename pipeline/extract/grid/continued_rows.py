"""A row with further numbers, a line of the address or a function only goes on with the person above it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grid.below import below_name, repeats, take_below
from pipeline.extract.grid.cell_values import Calling
from pipeline.extract.grid.column_groups import Column, Row
from pipeline.extract.grid.drafts import Draft, deal
from pipeline.extract.grid.number_cells import contacts_of
from pipeline.extract.grid.row_plan import CONTACTS
from pipeline.extract.grid.text_cells import before_street
from pipeline.extract.layout import Cell
from pipeline.model import Finding

#: What differs where somebody is at two places.
_OF_A_PLACE = ("address", "street", "postcode", "city", "hours", "room", "unknown", "ignore", "remark")


def goes_on(last: list[Draft], row: Row, columns: Sequence[Column], calling: Calling, findings: list[Finding]) -> bool:
    """A row with further numbers only belongs to the one person above (whose name may be merged over both)."""
    if len(last) != 1 or last[0].name is None:
        return False
    own = [(c, row[c.index]) for c in columns if row[c.index].text or row[c.index].links]
    own = [(column, cell) for column, cell in own if not cell.merged]
    below = [cell for column, cell in own if column.field == "name"]
    if any(cell.header for cell in below):
        return False  # a heading over the next rows
    if _reaches_down(row, columns):
        own = [(column, cell) for column, cell in own if not _says_where(column, cell)]
    if any(column.field not in (*CONTACTS, "name") for column, _ in own) or not below_name(last[0], below):
        return False
    values = [(contacts_of(column, cell, calling), cell) for column, cell in own if cell not in below]
    if below and any(repeats(last[0], each) for each, _ in values):
        return False  # a second number beside a second line: `Sekretariat` under a name is somebody else
    for each, cell in values:
        findings += deal(last, each, 1, cell.where)
    for cell in below:
        take_below(last[0], cell)
    return True


def _reaches_down(row: Row, columns: Sequence[Column]) -> bool:
    """Whether the cell of the name above is merged over this row: another place or time of the same person."""
    names = [row[c.index] for c in columns if c.field in ("name", "family", "given")]
    begun = {(cell.where, cell.text) for cell in row if not cell.merged}  # a section, merged over its own row
    return bool(names) and all(cell.merged and cell.text and (cell.where, cell.text) not in begun for cell in names)


def _says_where(column: Column, cell: Cell) -> bool:
    """Whether a cell only says where or when somebody is there; another municipality she answers for is more."""
    return column.field in _OF_A_PLACE or (column.field == "municipality" and before_street(cell.text) != cell.text)
