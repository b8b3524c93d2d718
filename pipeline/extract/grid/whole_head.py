"""What only all columns of a head and the cells below them together tell about each: the content has the last word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise

from pipeline.extract.grid.cell_values import says_nothing
from pipeline.extract.grid.code_columns import behind_codes, with_codes
from pipeline.extract.grid.column_content import (
    are_places,
    begins_with_person,
    content_of,
    list_places,
    lists_town_of,
    mail_of,
    most,
    names_somebody,
    tells_all,
    third,
)
from pipeline.extract.grid.column_groups import CONTACT, PERSON, Column, Row, filled, with_functions
from pipeline.extract.grid.column_kinds import kind_of
from pipeline.extract.grid.contact_words import says_emergency
from pipeline.extract.grid.headed_numbers import is_called_upon
from pipeline.extract.grid.headings import is_vague, meanings
from pipeline.extract.grid.labelled_numbers import with_numbers_labelled
from pipeline.extract.grid.past_columns import not_today
from pipeline.extract.layout import Cell
from pipeline.transform.deputies import deputises
from pipeline.transform.text import fold


def told_together(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """The columns with what the others and their cells say of them."""
    columns = _without_houses(with_numbers_labelled(columns, sample), sample)
    columns = _with_mailboxes(_without_repeated(_without_copies(columns, sample), sample), sample)
    columns = _by_kind(behind_codes(with_codes(columns, sample), sample), sample)
    columns = _with_places(_led(_with_offers(_with_people(columns, sample), sample), sample), sample)
    columns = _with_units(columns, sample)
    told = [column for column in columns if column.field == "name" and most(filled(sample, column), tells_all)]
    return with_functions(_without_emergency(_without_foreign(columns)), told)


def _without_houses(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """`Büro` over `Rathaus, Zi. 4` and `Jugendtreff` is where people sit, where a `Träger` says for whom they work."""
    offices = [column for column in columns if column.field == "org"]
    seats = [column for column in offices if meanings(column.heading)[:1] == ("address",)]
    told = any(filled(sample, column) for column in offices if column not in seats)
    return [replace(c, field="ignore") if told and c in seats else c for c in columns]


def _without_emergency(columns: list[Column]) -> list[Column]:
    """Without the number of whoever is on duty, where people have others."""
    lines = [column for column in columns if column.field in ("phone", "mobile", "extension")]
    duty = [column for column in lines if says_emergency(column.heading)]
    if duty == lines or not any(column.field in PERSON for column in columns):
        return columns
    return [replace(c, field="unknown") if c in duty else c for c in columns]


def _without_foreign(columns: list[Column]) -> list[Column]:
    """Without the numbers of deputies whom no column names: they are not the number of whom they stand in for.

    Nor are hers the deputy's where only deputies are named.
    """
    people = [deputises(column.heading) for column in columns if column.field in PERSON]
    numbers = [deputises(column.heading) for column in columns if column.field in CONTACT]
    if any(people) and not (all(people) and any(numbers)):
        return columns
    foreign = not any(people)
    field = "ignore" if foreign else "unknown"
    return [replace(c, field=field) if c.field in CONTACT and deputises(c.heading) == foreign else c for c in columns]


def _by_kind(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """Columns under unknown headings are what their cells are; so is `Nummer` over telephone numbers.

    Numbers and addresses come first: whether somebody under an unknown heading is one more person, they tell.
    """
    fields = {column.field for column in columns}
    vague = not fields & CONTACT
    open_ones = [at for at, c in enumerate(columns) if c.field == "unknown" or (vague and _may_say_nothing(c))]
    contents = {at: content_of(filled(sample, columns[at])) for at in open_ones}
    named = {at for at, column in enumerate(columns) if column.field in PERSON or contents.get(at) == "name"}
    mail = _mail_at(columns, sample)
    for at in sorted(open_ones, key=lambda at: contents[at] not in ("phone", "email")):
        column = columns[at]
        rows = [row for row in sample if not says_nothing(row[column.index])]
        mails = ["" if mail is None else mail_of(row[mail]) for row in rows]
        near = _beside(columns, at, named) if contents[at] in ("phone", "email") else []
        taken, deputy = {c.field for c in near or columns}, bool(near) and deputises(near[0].heading)
        kind = kind_of(column.heading, [row[column.index] for row in rows], mails, taken, deputy)
        if kind == "name" and taken & PERSON and not _is_somebody_else(columns, at):
            continue
        if kind and (kind in CONTACT or column.field == "unknown"):
            columns = [*columns[:at], replace(column, field=kind), *columns[at + 1 :]]
    return columns


def _is_somebody_else(columns: Sequence[Column], at: int) -> bool:
    """Whether people under an unknown heading are others than those who are known: reached apart, or deputised."""
    people = [column for column in columns if column.field in PERSON]
    deputised = people[0].index > columns[at].index and all(deputises(column.heading) for column in people)
    return deputised or _is_reached_apart(columns, at) or is_called_upon(columns, at)


def _may_say_nothing(column: Column) -> bool:
    return column.field == "ignore" and not not_today(column.heading)


def _beside(columns: Sequence[Column], at: int, named: set[int]) -> Sequence[Column]:
    """The columns of the person left of a column up to the next person; none where nobody stands left."""
    first = max((other for other in named if other < at), default=len(columns))
    last = min((other for other in named if other > at), default=len(columns))
    return columns[first:last]


def _mail_at(columns: Sequence[Column], sample: Sequence[Row]) -> int | None:
    """Where mail addresses stand, below a known heading before any other."""
    known = (column.index for column in columns if column.field == "email")
    told = (c.index for c in columns if c.field == "unknown" and content_of(filled(sample, c)) == "email")
    return next(chain(known, told), None)


def _is_reached_apart(columns: Sequence[Column], at: int) -> bool:
    """Whether people under an unknown heading have numbers of their own, and whoever stands left of them has others."""
    left, right = columns[:at], columns[at + 1 :]
    return (not _until_person(left[::-1])[1] or _until_person(left[::-1])[0]) and _until_person(right)[0]


def _until_person(columns: Sequence[Column]) -> tuple[bool, bool]:
    """Whether a way of contact comes before the next person, and whether there is one."""
    first = next((n for n, column in enumerate(columns) if column.field in PERSON), None)
    return any(column.field in CONTACT for column in columns[:first]), first is not None


def _led(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """A first column without a heading, left of names, says what people are there for: `Leistung A–K | Frau Muster`."""
    fields = {column.field for column in columns}
    told = [text for row in sample if (text := row[0].text.strip()) and not row[0].merged]
    plain = len(told) > 1 and all(any(map(str.isalpha, text)) and "\n" not in text for text in told)
    if columns[0].field != "unknown" or columns[0].heading or not plain or "name" not in fields:
        return columns
    return columns if fields & {"role", "org", "municipality"} else [replace(columns[0], field="role"), *columns[1:]]


def without_empty(columns: list[Column], data: Sequence[Row]) -> list[Column]:
    """A column of names in which nobody stands is no second person beside another: `Nachname | Anzeigename`."""
    people = [at for at, column in enumerate(columns) if column.field in PERSON]
    empty = {at for at in people if columns[at].field == "name" and not _is_used(columns[at], data)}

    def follows(at: int, other: int) -> bool:
        between = columns[min(at, other) : max(at, other)]
        called = columns[other].field in ("name", "family", "given") and other not in empty
        return called and not any(column.field in CONTACT for column in between)

    gone = {at for at in empty if not deputises(columns[at].heading) and any(follows(at, other) for other in people)}
    return [replace(c, field="ignore") if at in gone and data else c for at, c in enumerate(columns)]


def _is_used(column: Column, data: Sequence[Row]) -> bool:
    return any(len(row) > column.index and row[column.index].text for row in data)


def _without_copies(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """A heading over cells that are merged like itself, row by row, is one column: `Name` over two of the sheet."""

    def is_copy(before: Column, column: Column) -> bool:
        pairs = [(row[before.index], row[column.index]) for row in sample if row[column.index].text]
        again = all(cell.merged and cell.where == left.where for left, cell in pairs)
        return bool(pairs) and before.where == column.where and again

    rest = [replace(c, field="ignore") if is_copy(before, c) else c for before, c in pairwise(columns)]
    return [*columns[:1], *rest]


def _with_mailboxes(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """`E-Mail` over names is not one more person beside another: a click on her name writes to her."""
    people = [column for column in columns if column.field in PERSON]

    def writes(column: Column) -> bool:
        cells = filled(sample, column)
        return meanings(column.heading)[:1] == ("email",) and most(cells, lambda cell: mail_of(cell) != cell.text)

    mailboxes = [column for column in people if writes(column)]
    return columns if mailboxes == people else [replace(c, field="email") if c in mailboxes else c for c in columns]


def _without_repeated(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """A `Name` put together from a `Vorname` and a `Nachname` beside it is nobody else."""
    parts = [column.index for column in columns if column.field in ("given", "family")]
    if len(parts) < 2:
        return columns

    def repeats(column: Column) -> bool:
        rows = [row for row in sample if row[column.index].text and any(row[part].text for part in parts)]
        same = [all(fold(row[part].text) in fold(row[column.index].text) for part in parts) for row in rows]
        return sum(same) * 2 > len(same)

    return [replace(c, field="ignore") if c.field == "name" and repeats(c) else c for c in columns]


#: Above a column that says how to reach people it may be said in the same cell who they are.
_REACHED = ("extension", "phone", "mobile", "email", "address")


def _with_people(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """Where no column names people, they stand under `Kontaktdaten`, below their office or before their numbers."""
    if any(column.field in PERSON for column in columns):
        return columns
    tests = {"contact": _has_somebody, "org": names_somebody, **dict.fromkeys(_REACHED, tells_all)}
    people = [c for c in columns if c.field in tests and third(filled(sample, c), tests[c.field])]
    return [replace(c, field="name") if c in people[:1] else c for c in columns]


def _has_somebody(cell: Cell) -> bool:
    return begins_with_person(cell) or names_somebody(cell)


def _with_units(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """`Bereich | Name | Aufgabe`: what several people share beside the functions they have is where they work."""
    functions = [column for column in columns if column.field == "role"]

    def is_shared(column: Column) -> bool:
        texts = [row[column.index].text.strip() for row in sample if not says_nothing(row[column.index])]
        return "bereich" in fold(column.heading).split() and len(set(texts)) < len(texts)

    units = [column for column in functions if is_shared(column)]
    if len(functions) < 2 or len(units) != 1 or any(column.field == "org" for column in columns):
        return columns
    return [replace(c, field="org") if c in units else c for c in columns]


#: Over what is offered: by an office if each is there once, by people if many offer the same.
_OFFER = re.compile(r"(?:angebote?|projekte?)\b")


def _with_offers(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """`Angebot` is what people do where they share few of them: `Fahrdienst` in this town and that."""
    fields = {column.field for column in columns}
    if "role" in fields or not fields & PERSON:
        return columns

    def is_shared(column: Column) -> bool:
        texts = [cell.text.strip() for cell in filled(sample, column)]
        return _OFFER.search(fold(column.heading)) is not None and 0 < len(set(texts)) * 2 <= len(texts)

    return [replace(c, field="role") if c.field == "org" and is_shared(c) else c for c in columns]


def _with_places(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """`Zuständig für` is a function, unless municipalities stand below and no other column has them."""
    mail = next((column.index for column in columns if column.field == "email"), None)
    if any(column.field in ("municipality", "place") for column in columns):
        return columns

    def names_places(column: Column) -> bool:
        rows = [row for row in sample if row[column.index].text]
        found = [
            are_places(row[column.index].text, "" if mail is None else mail_of(row[mail]))
            or lists_town_of(row[column.index].text, row)
            for row in rows
        ]
        told = any(found) and sum(found) * 2 >= len(found)
        return told or list_places([row[column.index].text for row in rows])

    open_to_places = [c for c in columns if c.field in ("role", "org") and (is_vague(c.heading) or not c.heading)]
    vague = [c for c in open_to_places if names_places(c)]
    return [replace(c, field="municipality") if c in vague[:1] else c for c in columns]
