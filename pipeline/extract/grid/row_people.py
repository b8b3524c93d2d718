"""Who stands in a row: in the columns of a name or of its parts, with what the headings and the columns beside add."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.around import Around
from pipeline.extract.grid.body_above import body_above
from pipeline.extract.grid.cell_address import take_address
from pipeline.extract.grid.cell_people import read_people
from pipeline.extract.grid.cell_values import Calling, CellValues, read_contacts
from pipeline.extract.grid.column_content import says_matter
from pipeline.extract.grid.column_groups import Column, Row
from pipeline.extract.grid.name_columns import Part, is_in_columns, people_of, with_columns
from pipeline.extract.grid.people import People, Person
from pipeline.extract.grid.role_above import role_of, states_function_beside
from pipeline.extract.grid.row_plan import Plan
from pipeline.extract.layout import Cell
from pipeline.model import Finding, Raw, Reading
from pipeline.transform.deputies import fills_in
from pipeline.transform.name_words import is_abstract
from pipeline.transform.office import clean_role
from pipeline.transform.phone import before_extension, main_number, read_phones

_IN_BRACKETS = re.compile(r"\(-\s?\d{1,5}\)\s*$")
#: `Eva Muster, -12`, `Eva Muster, DW 12`: a Durchwahl behind a name and no other digit before it.
_BEHIND = re.compile(r"\D*(?:[(,;]\s?|\s)(?:[-–]|(?:DW|Durchwahl|App(?:arat)?)\b[.:]?\s?[-–]?)\s?\d{1,5}\)?\s*")
#: What stands in the cell of a name besides it, that cell, and whom it names.
Mixed = list[tuple[CellValues, Cell, People]]


def people_in(plan: Plan, row: Row, calling: Calling, around: Around) -> tuple[People, Mixed]:
    """Who stands in the name columns, and numbers that stand in the same cells."""
    parts = [(c.field, row[c.index]) for c in plan.parts]
    stated = any(c.field == "role" and row[c.index].text for c in plan.texts)
    if is_in_columns(parts):
        return _with_roles_above(people_of(parts), plan, row, stated), []
    people, mixed = People(), Mixed()
    for column in plan.names:
        cell = row[column.index]
        if cell.text:
            values = _beside_name(cell, row, calling)
            named = _people_of(column, cell, values, parts, stated, around)
            values.move_down(people.lines)
            people.take(named)
            if values.phones or values.emails or values.urls or values.findings:
                mixed.append((values, cell, named))
    return people, mixed


def _with_roles_above(people: People, plan: Plan, row: Row, stated: bool) -> People:
    """With the function above the columns of a name: `Heimleitung` over `Vorname | Nachname`."""
    named = (column for column in plan.parts if column.field in ("family", "given") and not stated)
    for column in named:
        said = column.says or role_of(column.heading)
        for person in people.persons:
            _complete(person, (), said, row[column.index])
    return people


def _people_of(
    column: Column, cell: Cell, values: CellValues, parts: Sequence[Part], stated: bool, around: Around
) -> People:
    """The people in what is left of a cell. `stated`: a column of its own says what they do."""
    lines, address = take_address(values.rest, cell)
    lines, body = body_above(column.heading, lines, cell)
    people = read_people(cell, lines, around.family_first.get(column.index, False))
    people.address, people.org = address, body or people.org
    said = column.says or role_of(column.heading, bool(values.phones or values.emails))
    for person in people.persons:
        if (stated or said) and person.role and fills_in(str(person.role.value)):
            person.role = None
        own = [(part, _own_line(beside, person, people)) for part, beside in parts]
        told = person.role or people.role  # the cell itself is nearer than its heading
        if not (stated or told) and states_function_beside(column.heading):
            _take_beside(person)
            _take_below(people)
        _complete(person, own, None if stated or people.role or person.deputy else said, cell)
    return people


def _take_beside(person: Person) -> None:
    """`Beratung` beside a name under `Name / Funktion` is what she does, though no list knows it as a function."""
    said = person.beside.text if person.beside else ""
    if person.beside and not person.org and says_matter(said):
        person.role, person.beside = Reading("role", said, person.beside), None


def _take_below(people: People) -> None:
    """The same below the only name: `Beratung internationaler Studierender`; a `Sozialamt` is where she is."""
    said = people.org if len(people.persons) == 1 else None
    if said is not None and people.persons[0].role is None and is_abstract(str(said.value).split(" ")[0]):
        people.persons[0].role, people.org = replace(said, field="role"), None


def _own_line(cell: Cell, person: Person, people: People) -> Cell:
    """Of `Frau` over `Herr` beside a name over another each has her own; whose several are else, nobody knows."""
    said = cell.text.split("\n")
    if len(people.persons) < 2 or len(said) < 2:
        return cell
    return replace(cell, text=said[person.line] if len(said) == people.lines else "")


def _beside_name(cell: Cell, row: Row, calling: Calling) -> CellValues:
    """What stands in a name's cell; `Eva Muster (-12)` is under the exchange that the same cell names.

    Else she is a deputy and under the number that stands whole in her row; where that is not understood, under none.
    """
    own = main_number(cell.text, calling.dialing) if "(-" in cell.text else None
    if own:
        return read_contacts(cell, calling.going_on_from(own), None, True)
    if not (_IN_BRACKETS.search(cell.text) or _BEHIND.fullmatch(cell.text)):
        return read_contacts(cell, calling)
    alone = replace(calling.dialing.fresh(), main=None)
    readings = [read_phones(other.text, alone) for other in row]
    found = (each.phone for reading in readings for each in reading.found)
    shared = None if any(reading.dialing.lost for reading in readings) else calling.dialing.main
    stem = next((before_extension(phone) for phone in found if phone.extension), shared)
    if stem is None:
        return CellValues(findings=[Finding("extension_without_main", "warning", cell.text, cell.where)])
    return read_contacts(cell, calling.going_on_from(stem), None, True)


def _complete(person: Person, parts: Sequence[Part], said: str | None, cell: Cell) -> None:
    """Salutation and title from columns of their own, the function from the heading."""
    if parts:
        with_columns(person, parts)
    if said and person.role is None:
        person.role = Reading("role", clean_role(said), Raw(said, cell.where))
