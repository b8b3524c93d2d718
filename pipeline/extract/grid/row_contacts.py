"""One row becomes the contacts of the people it names: who (`row_people`), how to reach them (`number_cells`), and what
else the row says (`row_texts`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.grid import times
from pipeline.extract.grid.among_texts import take_among
from pipeline.extract.grid.around import Around
from pipeline.extract.grid.between_names import deal_between
from pipeline.extract.grid.cell_address import with_address_apart
from pipeline.extract.grid.cell_values import Calling, CellValues, read_contacts
from pipeline.extract.grid.column_groups import Column, Row
from pipeline.extract.grid.deputy_numbers import without_deputy
from pipeline.extract.grid.drafts import Draft, deal, drafts_of, give, lines_of
from pipeline.extract.grid.headings import differ_in_figure
from pipeline.extract.grid.listed_numbers import with_lines_going_on
from pipeline.extract.grid.number_cells import contacts_of
from pipeline.extract.grid.remarks import labelled_values
from pipeline.extract.grid.row_calling import calling_of, with_number_beside
from pipeline.extract.grid.row_people import people_in
from pipeline.extract.grid.row_plan import Plan
from pipeline.extract.grid.row_texts import take_texts
from pipeline.extract.grid.whose_values import deal_named
from pipeline.extract.layout import Cell
from pipeline.model import Finding, Phone, Where
from pipeline.transform.online import looks_like_mail
from pipeline.transform.phone import looks_like_number


def read_group(plan: Plan, row: Row, around: Around, findings: list[Finding], alone: bool) -> list[Draft]:
    """The contacts of one person's columns. `alone`: the row has columns for one person only."""
    own = [cell for column in plan.own if (cell := row[column.index]).text or cell.links]
    if not alone and all(cell.merged for cell in own):
        return []  # nobody, or who is merged over this row as well
    calling, from_phone = calling_of(plan, row, around.calling)
    people, mixed = people_in(plan, row, calling, around)
    findings += people.findings
    drafts = drafts_of(people.persons, _where(row, plan))
    for values, cell, named in mixed:
        hers = [draft for draft, person in zip(drafts, people.persons, strict=False) if person in named.persons]
        findings += deal_between(hers or drafts, values, cell)
        findings += deal(hers or drafts, values, named.lines, cell.where, among=True)
    calling = with_number_beside(plan, row, calling)
    numbers = [c for c in plan.contacts if not (from_phone and c.field == "phone")]  # that one is only a stem
    findings += _take_contacts(numbers, row, drafts, calling, people.lines)
    findings += _take_exchange(plan, row, drafts, calling)
    findings += take_texts(plan, row, drafts, people, around)
    _take_addresses(plan.contacts, row, drafts)
    among = take_among((*plan.texts, *plan.address), row, drafts)
    findings += _left_over(plan, row, drafts, calling)
    kept = [draft for draft in drafts if draft.name is not None or draft.has("phones", "emails")]
    findings += among if kept else _of_nobody(plan, row)
    return kept


def _of_nobody(plan: Plan, row: Row) -> list[Finding]:
    """Numbers and addresses in columns for something else, in a row that is nobody's."""
    cells = [row[column.index] for column in (*plan.texts, *plan.address) if column.field != "hours"]
    lost = [cell for cell in cells if not cell.merged and (looks_like_mail(cell.text) or looks_like_number(cell.text))]
    return [Finding("unclaimed", "warning", cell.text[:200], cell.where) for cell in lost]


def _where(row: Row, plan: Plan) -> Where:
    for column in plan.own:
        if row[column.index].text or row[column.index].links:
            return row[column.index].where
    return next((cell.where for cell in row if cell.text or cell.links), row[0].where)


def _take_contacts(
    columns: Sequence[Column], row: Row, drafts: list[Draft], calling: Calling, lines: int
) -> list[Finding]:
    """Numbers, mail and web addresses of the columns that hold them."""
    findings: list[Finding] = []
    others = [draft for draft in drafts if not draft.has("phones")]  # than those with one behind their names
    numbered = _numbered(columns, row) if len(drafts) > 1 else frozenset()
    for column in columns:
        cell = row[column.index]
        if column.index in numbered:
            findings.append(Finding("not_aligned", "warning", cell.text[:200], cell.where, details=_count(drafts)))
            continue
        cell = without_deputy(cell, findings) if len(drafts) == 1 else with_lines_going_on(cell)
        if cell.text or cell.links:
            values = contacts_of(column, cell, calling, len(drafts))
            told = lines_of(drafts, values, lines)
            findings += deal_named(drafts, values, cell.where)
            findings += deal(others if _are_of(others, drafts, values) else drafts, values, told, cell.where)
    return findings


#: Digits alone, of which nothing says whose they are.
_BARE = re.compile(r"[+\d][\d /()–-]*")


def _numbered(columns: Sequence[Column], row: Row) -> frozenset[int]:
    """`Telefon 1 | Telefon 2` beside two people of a cell: one number each, or two that they share."""
    lines = [column for column in columns if column.field == "phone" and _BARE.fullmatch(row[column.index].text)]
    return frozenset(
        column.index
        for column in lines
        if any(other is not column and differ_in_figure(other.heading, column.heading) for other in lines)
    )


def _count(drafts: Sequence[Draft]) -> tuple[tuple[str, str], ...]:
    return (("count", str(len(drafts))),)


def _take_addresses(columns: Sequence[Column], row: Row, drafts: Sequence[Draft]) -> None:
    """An address that stands below numbers is everybody's, unless a column of its own has one."""
    for column in columns:
        give(drafts, with_address_apart(row[column.index])[1])


def _are_of(others: Sequence[Draft], drafts: Sequence[Draft], values: CellValues) -> bool:
    """Whether numbers are of those alone who had none behind their names: nobody's stands here once more.

    Beside somebody's mobile the number of the office is hers, too, and that of the exchange is everybody's.
    """
    said = {reading.value for draft in drafts for reading in draft.readings}
    here = {item.reading.value for item in values.phones if isinstance(item.reading.value, Phone)}
    if not others or not here or values.emails or values.urls or any(phone.extension == "0" for phone in here):
        return False
    alike = {phone.kind for phone in said if isinstance(phone, Phone)} & {phone.kind for phone in here}
    return bool(alike) and not here & said


def _take_exchange(plan: Plan, row: Row, drafts: Sequence[Draft], calling: Calling) -> list[Finding]:
    """The number of the exchange is the number of those who have none of their own."""
    without = [draft for draft in drafts if not draft.has("phones")]
    findings: list[Finding] = []
    for column in (c for c in plan.mains if without and not c.says):
        values = read_contacts(row[column.index], calling, None, True)
        findings += values.findings
        for draft in without:
            draft.readings += [item.reading for item in values.phones]
    return findings


def _left_over(plan: Plan, row: Row, drafts: Sequence[Draft], calling: Calling) -> list[Finding]:
    """What looks like contact data in columns that are not read, and remarks about a change."""
    findings: list[Finding] = []
    for column in plan.rest:
        cell = row[column.index]
        if cell.text and not cell.merged:
            findings += _left_in(column, cell, drafts, calling)
    return findings


def _left_in(column: Column, cell: Cell, drafts: Sequence[Draft], calling: Calling) -> list[Finding]:
    ignored = column.field == "ignore"
    if not ignored and times.waits(cell.text):
        return [Finding("pending", "info", cell.text[:200], cell.where)]
    if not looks_like_mail(cell.text) and (ignored or not looks_like_number(cell.text)):
        return []
    alone = len(drafts) == 1 and drafts[0].name is not None
    own = labelled_values(cell, calling) if column.field == "remark" and alone else None
    return (
        deal([*drafts], own, 1, cell.where) if own else [Finding("unclaimed", "warning", cell.text[:200], cell.where)]
    )
