"""Rows that are written in the usual way: one person, every value alone in its cell, nothing struck out or to come.

Nine of ten rows of a long list are such. They are read here without asking what else they might be, in a fifth of the
time that the general rules (`row_contacts`) take; `tests/extract/grid/test_plain_rows.py` holds that both say the same.
What is unusual in any way is nothing for this module: `read` answers None.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pipeline.extract.grid import times
from pipeline.extract.grid.among_texts import may_hold
from pipeline.extract.grid.around import Around
from pipeline.extract.grid.below import below_name
from pipeline.extract.grid.cell_address import says_seat, with_address_apart
from pipeline.extract.grid.cell_people import read_people
from pipeline.extract.grid.cell_values import CellValues, current, is_ditto, may_reach
from pipeline.extract.grid.column_content import is_data
from pipeline.extract.grid.column_groups import Column, Row
from pipeline.extract.grid.deputy_numbers import without_deputy
from pipeline.extract.grid.drafts import Draft, give
from pipeline.extract.grid.given_above import domain_of, stem_of
from pipeline.extract.grid.headed_values import headed_value
from pipeline.extract.grid.headings import is_day
from pipeline.extract.grid.number_cells import KINDS, contacts_of
from pipeline.extract.grid.role_above import role_of
from pipeline.extract.grid.row_plan import ADDRESS, CONTACTS, REST, TEXTS
from pipeline.extract.grid.row_texts import seat
from pipeline.extract.grid.text_cells import municipality_reading, text_reading
from pipeline.extract.grid.two_addresses import address_of
from pipeline.extract.grid.whose_values import names_anybody
from pipeline.extract.layout import Cell
from pipeline.frozen import maker
from pipeline.model import Raw, Reading, Where
from pipeline.transform.deputies import deputises
from pipeline.transform.office import is_role
from pipeline.transform.online import is_plain_mail, looks_like_mail
from pipeline.transform.phone import displayed_phone, looks_like_number

_NUMBERS = ("phone", "mobile", "fax")
_CONTACTS = tuple(field for field in CONTACTS if field != "extension")
_KNOWN = frozenset(("name", *_CONTACTS, *TEXTS, *ADDRESS, *REST))
#: Where these are blank, the rows above have a say.
_NEVER_BLANK = frozenset(("name", "municipality", "org"))
_NOWHERE = Where()
_raw, _reading = maker(Raw), maker(Reading)  # a list has hundreds of thousands


class PlainRows:
    """What the columns of a table say about its plain rows."""

    def __init__(self, columns: Sequence[Column], around: Around) -> None:
        self.around = around
        self.width = len(columns)
        names = [c.index for c in columns if c.field == "name"]
        self.possible = len(names) == 1 and _all_usual(columns)
        self.name = names[0] if names else 0
        self.contacts = [(c.index, c) for c in columns if c.field in _CONTACTS]
        self.texts = [(c.index, c.field) for c in columns if c.field in TEXTS]
        self.address = [c for c in columns if c.field in ADDRESS]
        self.filled = [c.index for c in columns if c.field in _NEVER_BLANK]
        self.rest = [c.index for c in columns if c.field in REST]
        fields = [field for _, field in self.texts]
        self.again = len(fields) > len(set(fields))  # the first of two functions counts
        self.says_more = not _NEVER_BLANK.isdisjoint(fields)
        self.says_place = "municipality" in fields

    def read(self, row: Row) -> Draft | None:
        """The contact of a row; None where it takes a closer look."""
        if not self.possible or len(row) != self.width or not self._is_plain(row):
            return None
        draft = self._person(row[self.name])
        if draft is None or not self._take_contacts(draft, row) or not self._take_texts(draft, row):
            return None
        if not self._says_more(row) and _goes_on(row[self.name].text):
            return None
        self._take_around(draft, row)
        return draft

    def _is_plain(self, row: Row) -> bool:
        for cell in row:
            if cell.links or cell.merged or cell.struck:
                return False
        for index in self.filled:  # else the rows above have a say
            if not row[index].text:
                return False
        if self.address and any(_takes_a_look(row[column.index].text) for column in self.address):
            return False
        return not self.rest or all(_says_nothing(row[index].text) for index in self.rest)

    def _says_more(self, row: Row) -> bool:
        """Whether a row has more than a name and numbers; else it may belong to the row above."""
        return self.says_more or any(row[index].text for index, _ in self.texts)

    def _person(self, cell: Cell) -> Draft | None:
        name = _plain_name(cell.text, self.around.family_first.get(self.name, False))
        if name is None:
            return None
        return Draft(cell.where, [_reading("name", name.value, _raw(name.raw.text, cell.where), name.steps)])

    def _take_contacts(self, draft: Draft, row: Row) -> bool:
        """Numbers, mail and web addresses; with one of them the row cannot be one of headings."""
        certain = False
        for index, column in self.contacts:
            cell = row[index]
            if not cell.text:
                continue
            if single := _single(column, cell):
                draft.readings.append(single)
            elif several := self._several(column, cell):
                draft.readings += several
            else:
                return False
            certain = certain or is_data(cell.text)
        return certain

    def _several(self, column: Column, cell: Cell) -> list[Reading]:
        """What takes a search; nothing where it leaves a question."""
        if deputises(cell.text) and without_deputy(cell, []) is not cell:
            return []
        if with_address_apart(cell)[1]:
            return []
        values = contacts_of(column, cell, self.around.calling)
        if values.findings or names_anybody(values.left):
            return []
        return [item.reading for items in (values.phones, values.emails, values.urls) for item in items]

    def _take_texts(self, draft: Draft, row: Row) -> bool:
        for index, field in self.texts:
            cell = row[index]
            if not cell.text:
                continue
            value = _plain_text(field, cell.text, self.around.rules.ags)
            if value is None:
                return False
            if not self.again or not draft.has(field):
                draft.readings.append(_reading(field, value, _raw(cell.text, cell.where)))
        return True

    def _take_around(self, draft: Draft, row: Row) -> None:
        """The address, the town of an office, and what stands above the row."""
        if self.address:
            give([draft], address_of(self.address, row))
        if not self.says_place:
            seat([draft])
        if lent := (*self.around.section.values(), *self.around.given.values()):
            for reading in lent:
                give([draft], reading)
            seat([draft])


def _all_usual(columns: Sequence[Column]) -> bool:
    """Whether there is one person a row, and no heading completes what stands below it."""
    whole = [column.index for column in columns] == list(range(len(columns)))
    alone = len({column.group for column in columns if column.group >= 0}) < 2
    hours = [column.heading for column in columns if column.field == "hours"]
    fields = [column.field for column in columns]  # of two offices that of the wider column need not be the first
    whole = (
        whole
        and fields.count("municipality") < 2
        and fields.count("org") < 2
        and len(hours) < 2
        and not any(map(is_day, hours))
    )
    return whole and alone and all(_is_usual(column) for column in columns)


def _is_usual(column: Column) -> bool:
    completes = (
        stem_of(column.heading)[1]
        or headed_value(column.heading)[1]
        or domain_of(column.heading)[1]
        or (column.field == "name" and role_of(column.heading))
    )
    return column.field in _KNOWN and not completes


def _single(column: Column, cell: Cell) -> Reading | None:
    """A number or a mail address in our own way of writing."""
    if column.field in _NUMBERS:
        phone = displayed_phone(cell.text, KINDS.get(column.field))
        return _reading("phones", phone, _raw(cell.text, cell.where)) if phone else None
    if column.field == "email" and is_plain_mail(cell.text) and not times.speaks_of_time(cell.text):
        return _reading("emails", cell.text, _raw(cell.text, cell.where))
    return None


@lru_cache(maxsize=8192)
def _takes_a_look(text: str) -> bool:
    """Whether an address repeats the one above, or a number or a mailbox stands beside it."""
    return is_ditto(text) or may_hold(text)


@lru_cache(maxsize=8192)
def _says_nothing(text: str) -> bool:
    """Whether a remark neither changes anything, nor repeats what stands above, nor holds a number or an address."""
    timed = times.is_gone(text) or times.waits(text)
    return not (timed or is_ditto(text) or looks_like_mail(text) or looks_like_number(text))


@lru_cache(maxsize=8192)
def _plain_name(text: str, family_first: bool) -> Reading | None:
    """The one person whom a cell names and of whom it says nothing more."""
    cell = Cell(text, _NOWHERE)
    if "\n" in text or may_reach(text) or times.is_gone(text) or current(cell)[1]:
        return None
    people = read_people(cell, CellValues(left=current(cell)[0]).rest, family_first)
    if people.findings or people.org or people.role or people.hours or len(people.persons) != 1:
        return None
    person = people.persons[0]
    return None if person.role or person.org or person.beside else person.name


@lru_cache(maxsize=8192)
def _goes_on(text: str) -> bool:
    """Whether a text under a name can be the function or the street of who stands above."""
    return below_name(Draft(_NOWHERE), [Cell(text, _NOWHERE)])


@lru_cache(maxsize=8192)
def _plain_text(field: str, text: str, ags: str | None) -> str | None:
    """The value of a text that holds today and repeats nothing from above."""
    cell = Cell(text, _NOWHERE)
    if (
        "\n" in text
        or is_ditto(text)
        or times.is_gone(text)
        or (field != "hours" and may_hold(text))
        or (field == "org" and (is_role(text) or says_seat(text)))
    ):
        return None
    reading, findings = municipality_reading(cell, ags) if field == "municipality" else text_reading(field, cell)
    return str(reading.value) if reading and not findings else None
