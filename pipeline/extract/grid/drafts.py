"""The contacts of a row while they are read, and who of several people gets what.

A number goes to a person only if the cell says so: the same line, the same count, a name in the mail address, or one
number for all. What cannot be told apart is a finding and nobody's number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.extract.grid.cell_values import CellValues, Item
from pipeline.extract.grid.in_turn import are_lines_of_people, in_turn, is_more_unread
from pipeline.extract.grid.people import Person
from pipeline.model import Finding, PersonName, Phone, Raw, Reading, Where
from pipeline.transform.mailbox import named_in


@dataclass(slots=True)
class Draft:
    """A contact while its row is read."""

    where: Where
    readings: list[Reading] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    line: int = 0
    stands_in: bool = False  # for whoever is to have the vacant post of the same cell
    deputy: bool = False  # of somebody whom the same cell names, whose number is not hers
    beside: Raw | None = None  # words behind the name that no list knows
    below: bool = False  # a line of its own below the name says something of her

    def has(self, *fields: str) -> bool:
        """Whether any of these fields has a value."""
        return any(reading.field in fields for reading in self.readings)

    def values(self) -> set[object]:
        """Its numbers and mail addresses."""
        return {reading.value for reading in self.readings if reading.field in ("phones", "emails")}

    @property
    def name(self) -> PersonName | None:
        """The person, if there is one."""
        return next((r.value for r in self.readings if isinstance(r.value, PersonName)), None)


def drafts_of(persons: Sequence[Person], where: Where) -> list[Draft]:
    """A draft per person, one without a name where a row names nobody."""
    drafts = []
    for person in persons:
        here = person.name.raw.where if person.name else where
        draft = Draft(here, line=person.line, stands_in=person.stands_in, beside=person.beside, below=person.below)
        draft.deputy = person.deputy
        if person.name:
            draft.readings.append(person.name)
        if person.role:
            draft.readings.append(person.role)
        if person.vacant:
            draft.tags.add("vacant")
        drafts.append(draft)
    return drafts or [Draft(where)]


def lines_of(drafts: Sequence[Draft], values: CellValues, lines: int) -> int:
    """So many lines of people the lines of a cell may answer to; none where they are one way of contact each."""
    return lines if are_lines_of_people(values, {draft.line: draft.name for draft in drafts}) else 0


def deal(drafts: list[Draft], values: CellValues, lines: int, where: Where, among: bool = False) -> list[Finding]:
    """Gives the numbers, mail and web addresses of one cell to the people of the row; they may stand among them."""
    findings = list(values.findings)
    by_line = values.lines == lines and lines > 1
    for items in (*_phones(drafts, values, by_line), values.emails, values.urls):
        if left := _left(drafts, items, values, by_line, among):
            text = ", ".join(item.reading.raw.text for item in left)
            details = (("count", str(len(drafts))),)
            findings.append(Finding("not_aligned", "warning", text[:200], where, details=details))
    return findings


def _phones(drafts: Sequence[Draft], values: CellValues, by_line: bool) -> list[list[Item]]:
    """The numbers of a cell, fax numbers apart unless each stands on the line of whoever has it beside another."""
    others = [item for item in values.phones if not _is_fax(item)]
    faxes = [item for item in values.phones if _is_fax(item)]
    beside = by_line and {item.line for item in faxes} <= {item.line for item in others}
    return [values.phones] if len(drafts) == 1 or not others or beside else [others, faxes]


def _is_fax(item: Item) -> bool:
    return isinstance(item.reading.value, Phone) and item.reading.value.kind == "fax"


def _left(drafts: list[Draft], items: list[Item], values: CellValues, by_line: bool, among: bool) -> list[Item]:
    """Deals values of one kind; what is left is nobody's for certain."""
    if len(drafts) == 1:
        drafts[0].readings += [item.reading for item in items]
        return []
    left = [item for item in items if not _by_name(drafts, item)]
    by_line = by_line and _lines_fit(drafts, left)
    turns = among or in_turn(left, values, by_line)
    dealt = not left or (turns and _by_count(drafts, left, len(items), by_line)) or _for_all(drafts, left, values)
    return [] if dealt else left


def _by_count(drafts: Sequence[Draft], left: Sequence[Item], of: int, by_line: bool) -> bool:
    """One value each: for those whom no mail address has named, on the same line, or in the same order."""
    unnamed = [d for d in drafts if not d.has("emails")] if left[0].reading.field == "emails" else drafts
    if len(left) != of and len(left) == len(unnamed):
        _pair(unnamed, left)
    elif by_line:
        _by_line(drafts, left)
    elif len(left) == len(drafts) and len(left) == of:
        _pair(drafts, left)
    else:
        return False
    return True


def _for_all(drafts: Sequence[Draft], items: Sequence[Item], values: CellValues) -> bool:
    """One and the same value is everybody's, if it is all that the cell says."""
    if len({item.reading.value for item in items}) != 1 or is_more_unread(items, values) or _is_among(items, values):
        return False
    value = items[0].reading.value
    if isinstance(value, Phone) and value.kind == "mobile" and all(draft.has("phones") for draft in drafts):
        return False  # of one of them, beside numbers of their own
    for draft in _present(drafts):
        if not draft.deputy or _is_of_house(value):
            draft.readings.append(items[0].reading)
    return True


def _is_of_house(value: object) -> bool:
    """Whether a deputy is reached so as well: at the exchange or a mailbox, and not at the desk of somebody else."""
    return not isinstance(value, Phone) or value.kind == "fax" or value.extension == "0"


def _is_among(items: Sequence[Item], values: CellValues) -> bool:
    """Whether a fax stands between numbers of several people: it may be of whoever has the one before it."""
    at = [number for number, phone in enumerate(values.phones) if any(phone is item for item in items)]
    return bool(at) and _is_fax(items[0]) and at[0] > 0 and at[-1] < len(values.phones) - 1


def _present(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """Without the vacant posts beside somebody who does not stand in for them."""
    if any(draft.stands_in for draft in drafts):
        return drafts
    return [draft for draft in drafts if "vacant" not in draft.tags] or drafts


def _pair(drafts: Sequence[Draft], items: Sequence[Item]) -> None:
    for draft, item in zip(drafts, items, strict=True):
        draft.readings.append(item.reading)


def _lines_fit(drafts: Sequence[Draft], items: Iterable[Item]) -> bool:
    """Whether every line with a value has exactly one person on the same line."""
    lines = [draft.line for draft in drafts]
    return len(set(lines)) == len(lines) and all(item.line in lines for item in items)


def _by_line(drafts: Sequence[Draft], items: Iterable[Item]) -> None:
    for item in items:
        next(draft for draft in drafts if draft.line == item.line).readings.append(item.reading)


def _by_name(drafts: Sequence[Draft], item: Item) -> bool:
    """A mail address that names exactly one of the people is hers."""
    if item.reading.field != "emails":
        return False
    named = named_in([draft.name for draft in drafts], str(item.reading.value))
    if named is not None:
        drafts[named].readings.append(item.reading)
    return named is not None


def give(drafts: Iterable[Draft], reading: Reading | None) -> None:
    """A value for all who have none of its kind."""
    for draft in drafts:
        if reading and not draft.has(reading.field):
            draft.readings.append(reading)
