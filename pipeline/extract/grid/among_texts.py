"""Numbers and mail addresses in columns for something else: below an address they are read, else they are findings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.grid.cell_values import Calling, CellValues, Item, read_contacts
from pipeline.extract.grid.column_groups import Column, Row
from pipeline.extract.grid.drafts import Draft, deal
from pipeline.extract.layout import Cell
from pipeline.model import Finding
from pipeline.transform.online import looks_like_mail
from pipeline.transform.phone import Dialing, looks_like_number

#: A whole number begins with zero or plus; the digits of a street or a town alone are none.
_SIGN = re.compile(r"[@＠+]|(?<!\d)0\d|\b(?:at|ät)\b", re.IGNORECASE)
_ANYWHERE = Calling(Dialing())


def take_among(columns: Sequence[Column], row: Row, drafts: list[Draft]) -> list[Finding]:
    """What an address says of reaching its people is theirs where their own columns say nothing of the kind."""
    findings: list[Finding] = []
    for column in columns:
        cell = row[column.index]
        if column.field != "hours" and not (cell.merged or cell.struck) and may_hold(cell.text):
            values = _missed(read_contacts(cell, _ANYWHERE), drafts)
            findings += _take(column, cell, values, drafts) if values.phones or values.emails else []
    return findings


def may_hold(text: str) -> bool:
    """Whether a text could hold a whole number or a mail address."""
    return _SIGN.search(text) is not None and (looks_like_mail(text) or looks_like_number(text))


def _missed(values: CellValues, drafts: Sequence[Draft]) -> CellValues:
    """The values of a cell that nobody of its row has."""
    known = {value for draft in drafts for value in draft.values()}

    def new(items: Sequence[Item]) -> list[Item]:
        return [item for item in items if item.reading.value not in known]

    return CellValues(values.lines, new(values.phones), new(values.emails), left=values.left)


def _take(column: Column, cell: Cell, values: CellValues, drafts: list[Draft]) -> list[Finding]:
    """Gives them to people who have none; beside numbers of their own these may be those of the house."""
    kinds = [*(["phones"] if values.phones else []), *(["emails"] if values.emails else [])]
    if column.field == "address" and not any(draft.has(*kinds) for draft in drafts):
        return deal(drafts, values, 0, cell.where)  # the lines of an address are nobody's
    return [Finding("unclaimed", "warning", cell.text[:200], cell.where)]
