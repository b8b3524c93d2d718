"""Rows that are written in the usual way: one person, every value alone in its cell, nothing struck out or to come.

Nine of ten rows of a long list are such. They are read here without asking what else they might be, in a fifth of the
time that `row_contacts` takes; `tests/extract/grid/test_plain_rows.py` holds that both say the same. What is unusual in
any way is nothing for this module: `read` answers None.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pipeline.extract.grid import times
from pipeline.extract.grid.below import below_name
from pipeline.extract.grid.cell_people import Person, read_people
from pipeline.extract.grid.cell_values import DITTO, CellValues, current, may_reach
from pipeline.extract.grid.headings import stem_of
from pipeline.extract.grid.row_contacts import ADDRESS, KINDS, REST, TEXTS, Around, give, seat
from pipeline.extract.grid.row_values import Draft, address_reading, municipality_reading, text_reading
from pipeline.extract.grid.table_head import Column, Row, role_of
from pipeline.extract.layout import Cell
from pipeline.model import Raw, Reading, Where
from pipeline.transform.online import is_plain_mail
from pipeline.transform.phone import displayed_phone

_NUMBERS = ("phone", "mobile", "fax")
_KNOWN = frozenset(("name", "email", *_NUMBERS, *TEXTS, *ADDRESS, *REST))
_NOWHERE = Where()


class PlainRows:
    """What the columns of a table say about its plain rows."""

    def __init__(self, columns: Sequence[Column], around: Around) -> None:
        self.around = around
        self.width = len(columns)
        self.names = [c.index for c in columns if c.field == "name"]
        self.possible = len(self.names) == 1 and _all_usual(columns)
        self.contacts = [(c.index, KINDS.get(c.field)) for c in columns if c.field in (*_NUMBERS, "email")]
        self.mails = frozenset(c.index for c in columns if c.field == "email")
        self.texts = [(c.index, c.field) for c in columns if c.field in TEXTS]
        self.address = [(c.index, c.field) for c in columns if c.field in ADDRESS]
        self.filled = [c.index for c in columns if c.field in ("name", "municipality", "org")]
        self.blank = [c.index for c in columns if c.field in REST]

    def read(self, row: Row) -> Draft | None:
        """The contact of a row; None where it takes a closer look."""
        if not self.possible or not self._is_plain(row):
            return None
        draft = self._person(row[self.names[0]])
        if draft is None or not self._take_contacts(draft, row) or not self._take_texts(draft, row):
            return None
        if not self._says_more(row) and _goes_on(row[self.names[0]].text):
            return None
        if self.address:
            give([draft], address_reading({field: row[index] for index, field in self.address if row[index].text}))
        for extra in (*self.around.section.values(), *self.around.given.values()):
            give([draft], extra)
        seat(draft)
        return draft

    def _is_plain(self, row: Row) -> bool:
        for cell in row:
            if cell.links or cell.merged or cell.struck:
                return False
        for index in self.filled:  # else the rows above have a say
            if not row[index].text:
                return False
        for index in self.blank:
            if row[index].text:
                return False
        return len(row) == self.width

    def _says_more(self, row: Row) -> bool:
        """Whether a row has more than a name and numbers; else it may belong to the row above."""
        return any(row[index].text for index, _ in self.texts)

    def _person(self, cell: Cell) -> Draft | None:
        person = _plain_person(cell.text, self.around.family_first.get(self.names[0], False))
        if person is None or person.name is None:
            return None
        name = person.name
        return Draft(cell.where, [Reading("name", name.value, Raw(name.raw.text, cell.where), name.steps)])

    def _take_contacts(self, draft: Draft, row: Row) -> bool:
        """Numbers and mail addresses, of which there is at least one: hence the row holds no headings."""
        before = len(draft.readings)
        for index, kind in self.contacts:
            cell = row[index]
            text = cell.text
            if not text:
                continue
            if index in self.mails:
                if not is_plain_mail(text) or times.speaks_of_time(text):
                    return False
                draft.readings.append(Reading("emails", text, Raw(text, cell.where)))
            elif phone := displayed_phone(text, kind):
                draft.readings.append(Reading("phones", phone, Raw(text, cell.where)))
            else:
                return False
        return len(draft.readings) > before

    def _take_texts(self, draft: Draft, row: Row) -> bool:
        said = set()
        for index, field in self.texts:
            cell = row[index]
            if not cell.text:
                continue
            value = _plain_text(field, cell.text, self.around.rules.ags)
            if value is None:
                return False
            if field not in said:
                said.add(field)
                draft.readings.append(Reading(field, value, Raw(cell.text, cell.where)))
        return True


def _all_usual(columns: Sequence[Column]) -> bool:
    """Whether there is one person a row, and no heading completes what stands below it."""
    whole = [column.index for column in columns] == list(range(len(columns)))
    alone = len({column.group for column in columns if column.group >= 0}) < 2
    return whole and alone and all(_is_usual(column) for column in columns)


def _is_usual(column: Column) -> bool:
    completes = stem_of(column.heading)[1] or (column.field == "name" and role_of(column.heading))
    return column.field in _KNOWN and not completes


@lru_cache(maxsize=8192)
def _plain_person(text: str, family_first: bool) -> Person | None:
    """The one person whom a cell names and of whom it says nothing more."""
    cell = Cell(text, _NOWHERE)
    if "\n" in text or may_reach(text) or times.is_gone(text) or current(cell)[1]:
        return None
    people = read_people(cell, CellValues(left=current(cell)[0]).rest, family_first)
    if people.findings or people.org or people.role or len(people.persons) != 1:
        return None
    person = people.persons[0]
    return person if person.name and not person.role else None


@lru_cache(maxsize=8192)
def _goes_on(text: str) -> bool:
    """Whether a text under a name can be the function or the street of who stands above."""
    return below_name(Draft(_NOWHERE), [Cell(text, _NOWHERE)])


@lru_cache(maxsize=8192)
def _plain_text(field: str, text: str, ags: str | None) -> str | None:
    """The value of a text that holds today and repeats nothing from above."""
    cell = Cell(text, _NOWHERE)
    if "\n" in text or text.strip() in DITTO or times.is_gone(text):
        return None
    reading, findings = municipality_reading(cell, ags) if field == "municipality" else text_reading(field, cell)
    return str(reading.value) if reading and not findings else None
