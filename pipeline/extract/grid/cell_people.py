"""The people a cell names, one or several, with what stands beside each name; and the vacant posts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extract.grid.cell_names import in_full, name_in_cell
from pipeline.extract.grid.cell_values import is_empty
from pipeline.extract.grid.headings import meanings
from pipeline.extract.layout import Cell
from pipeline.model import Finding, PersonName, Raw, Reading
from pipeline.transform.hours import find_hours
from pipeline.transform.names import find_names, is_person
from pipeline.transform.office import clean_role, is_office, is_role
from pipeline.transform.text import clean
from pipeline.transform.vacancy import is_vacant

_LABEL = re.compile(r"^[\w /.*()-]{2,40}:\s+(?=\S)")
#: `"Muster, Eva"`, as mail programs write who has a comma in her name.
_QUOTED = re.compile(r"[\"'„“‚]([^\"'„“”‚‘]+)[\"'“”‘]")
_ROOM = re.compile(r"\s*[,;(]?\s*(?:Zimmer|Zi\.|Raum|Büro)\s*[\w.-]*\d[\w.]*\)?$")


@dataclass(slots=True)
class Person:
    """One person (or vacant post) of a row: the line of the cell, the name, a function beside it."""

    line: int
    name: Reading | None
    role: Reading | None = None
    vacant: bool = False
    org: Reading | None = None


@dataclass(slots=True)
class People:
    """All that a name cell says."""

    persons: list[Person] = field(default_factory=list)
    org: Reading | None = None
    role: Reading | None = None
    address: Reading | None = None
    hours: Reading | None = None
    lines: int = 0
    findings: list[Finding] = field(default_factory=list)

    def take(self, other: People) -> None:
        """Adds the people of one more cell, as if it stood on the lines below."""
        for person in other.persons:
            person.line += self.lines
        self.persons += other.persons
        self.org, self.role = self.org or other.org, self.role or other.role
        self.address, self.hours = self.address or other.address, self.hours or other.hours
        self.lines += other.lines
        self.findings += other.findings


def read_people(cell: Cell, lines: Sequence[str], family_first: bool) -> People:
    """The people in the lines of a cell from which numbers and addresses have been taken."""
    people = People(lines=len(lines))
    for number, line in enumerate(_rejoined(lines)):
        text = _unquoted(clean(line).strip(" ,;/|–-&+"))
        if is_empty(text):
            continue
        if vacant := _vacant(cell, number, text):
            people.persons.append(vacant)
            people.findings.append(Finding("vacant", "info", text[:200], cell.where))
            continue
        _read_line(people, cell, number, text, family_first)
    return people


def _unquoted(text: str) -> str:
    quoted = _QUOTED.fullmatch(text)
    return quoted[1] if quoted else text


#: Without one of these a line names one person at most, and says nothing beside her name.
_SEVERAL = re.compile(r"[,;/&|():+]|\bund\b|\s[-–]\s|\b(?:Frau|Herrn?)\b.*\b(?:Frau|Herrn?)\b|\S\s+\S+\s+\S+\s+\S")
#: `Muster, Dr., Eva`
_TITLE_BETWEEN = re.compile(r", ((?:Prof\.|Dr\.)(?: Dr\.)?), (?=[^\W\d_])")
#: `Muster, Eva, Dr.`
_TITLE_LAST = re.compile(r"^([^,]+), ([^,]+), ((?:Prof\.|Dr\.)(?: Dr\.)?(?: [a-z]+\.)*)$")
#: What stands beside a name is set off from it.
_BESIDE = re.compile(r"[|(),;:–\n]|\s-\s")
#: `Frau Eva Muster (Leitung)`
_BRACKETED = re.compile(r"([^()]+?)\s*\(([^()]+)\)?")
_BETWEEN = re.compile(r"\s*[/;&+|•·]\s*|\s+(?:und|u\.|sowie|oder|bzw\.)\s+")
_COUPLE = re.compile(r"^(?:Eheleute|Ehepaar)\s+(?=[^\W\d_]+ (?:und|u\.|&|\+) )")
_SALUTATION = re.compile(r"^(?:Frau|Herrn?|Fr\.|Hr\.)\s+(?=\S)")


def _rejoined(lines: Sequence[str]) -> list[str]:
    """A name that somebody broke into two lines becomes one again: `Frau Eva` and `Muster`."""
    joined = list(lines)
    for number in range(len(joined) - 1):
        first, second = clean(joined[number]), clean(joined[number + 1])
        single = " " not in _SALUTATION.sub("", first) and " " not in second and first and second
        if single and is_person(f"{first} {second}"):
            joined[number], joined[number + 1] = f"{first} {second}", ""
    return joined


def _vacant(cell: Cell, number: int, text: str) -> Person | None:
    """A post without a person, alone or with what it is: `N. N. (Leitung)`, `Lotsin: derzeit unbesetzt`."""
    whole = is_vacant(text)
    parts = [part for each in _BESIDE.split(text) if (part := clean(each).strip(" .-/"))]
    if not whole and (not any(map(is_vacant, parts)) or find_names(text)):
        return None
    beside = "|".join(part for part in parts if not whole and not is_vacant(part))
    return Person(number, None, _role(beside, cell), True, _office(beside, cell))


def _read_line(people: People, cell: Cell, number: int, text: str, family_first: bool) -> None:
    text = _TITLE_LAST.sub(r"\1, \3 \2", _TITLE_BETWEEN.sub(r", \1 ", _COUPLE.sub("", text)))
    if family_first and text.count("/") == 1:
        text = re.sub(r"\s*/\s*", ", ", text)
    if together := _together(cell, number, text, family_first):
        people.persons += together
        return
    several = find_names(text) if _SEVERAL.search(text) else ()
    if len(several) < 2:
        single = _bracketed(cell, number, text, family_first) or _single(cell, number, text, family_first)
        if single:
            people.persons.append(single)
            people.role = people.role or _called(text, cell)
            return
        several = several or find_names(text)
    if not several and (bare := _bare_families(text)):
        people.persons += [
            Person(number, Reading("name", PersonName(family), Raw(text, cell.where))) for family in bare
        ]
        return
    if several:
        rest = text
        for found in several:
            raw = Raw(text[found.start : found.end], cell.where)
            people.persons.append(Person(number, Reading("name", in_full(found.name), raw, found.steps)))
        for found in reversed(several):
            rest = rest[: found.start] + "|" + rest[found.end :]
        rest = _without_vacancy(rest)
        if len(several) == 1:
            before, _, behind = rest.partition("|")
            people.persons[-1].role = _role(rest, cell)
            people.persons[-1].org = _office(behind, cell)
            people.org = people.org or _office(before, cell)
        return
    _read_other(people, cell, text)


def _together(cell: Cell, number: int, text: str, family_first: bool) -> list[Person]:
    """People with a sign or a word between them, if what stands between is a whole name each: `Eva Muster/Tom Ast`."""
    parts = [part.strip() for part in _BETWEEN.split(text)] if _BETWEEN.search(text) else []
    if not all(" " in part for part in parts):
        return []
    found = [
        _bracketed(cell, number, part, family_first) or _single(cell, number, part, family_first) for part in parts
    ]
    persons = [person for person in found if person]
    return persons if len(persons) == len(parts) else []


def _bracketed(cell: Cell, number: int, text: str, family_first: bool) -> Person | None:
    """A line that is one name with her function or her office in brackets."""
    found = _BRACKETED.fullmatch(text)
    role, org = (_role(found[2], cell), _office(found[2], cell)) if found else (None, None)
    person = _single(cell, number, found[1], family_first) if found and (role or org) else None
    if person:
        person.role, person.org = role, org
    return person


#: `Blum / Beck`: with a comma the second would be a given name.
_BETWEEN_FAMILIES = re.compile(r"\s*[/&+;]\s*|\s+und\s+")


def _bare_families(text: str) -> list[str]:
    """Several family names and nothing else; nothing where one of the words is a function or an office."""
    parts = _BETWEEN_FAMILIES.split(text)
    plain = len(parts) > 1 and all(re.fullmatch(r"[A-ZÄÖÜ][^\W\d_]+(?:-[A-ZÄÖÜ][^\W\d_]+)?", part) for part in parts)
    return parts if plain and not any(is_role(part) or is_office(part) or meanings(part) for part in parts) else []


_CALLED = re.compile(r"^(?:Frau|Herrn?|Fr\.|Hr\.)\s+([A-ZÄÖÜ][^\W\d_]+)\s+(?=(?:Dr\.|Prof\.)?\s?[A-ZÄÖÜ])")


def _called(text: str, cell: Cell) -> Reading | None:
    """The function with which somebody is addressed: `Herr Bürgermeister Uwe Muster`."""
    found = _CALLED.match(text)
    return Reading("role", found[1], Raw(text, cell.where)) if found and is_role(found[1]) else None


def _single(cell: Cell, number: int, text: str, family_first: bool) -> Person | None:
    """A line that is one name and nothing else."""
    bare = _LABEL.sub("", text)
    if not _SALUTATION.match(bare) and (is_office(bare) or is_role(bare)) and not is_person(bare):
        return None
    found = name_in_cell(bare, family_first)
    return Person(number, Reading("name", found.name, Raw(text, cell.where), found.steps)) if found else None


def _without_vacancy(rest: str) -> str:
    """What stands beside a name without the words that nobody else is there: `Stelle vakant, Vertretung: Frau …`."""
    pieces = re.split(r"([|(),;:–\n]|\s-\s)", rest)
    return "".join("" if is_vacant(piece) else piece for piece in pieces)


def _role(rest: str, cell: Cell) -> Reading | None:
    """A function beside a name: `Frau Muster (Leitung)`."""
    for part in _BESIDE.split(rest):
        text = clean(part).strip(" .-/()")
        if text and is_role(text):
            return Reading("role", clean_role(text), Raw(rest.replace("|", "…").strip(), cell.where))
    return None


def _office(rest: str, cell: Cell) -> Reading | None:
    """An office beside a name: `Herr Muster – Sozialamt`, `Caritasverband, Frau Muster`."""
    for part in (rest.partition("|")[0].strip(" ,:;–-"), *_BESIDE.split(rest)):
        text = clean(part).strip(" .-/()")
        if text and is_office(text):
            return Reading("org", _ROOM.sub("", text), Raw(text, cell.where))
    return None


def _read_other(people: People, cell: Cell, text: str) -> None:
    """A line without a person: a function, an office, or something to look at."""
    if is_role(text):
        role = Reading("role", clean_role(text), Raw(text, cell.where))
        if people.persons and people.persons[-1].role is None:
            people.persons[-1].role = role
        elif people.role is None:
            people.role = role
    elif hours := find_hours(text):
        people.hours = people.hours or Reading("hours", hours, Raw(text, cell.where))
    elif is_office(text) and people.org is None:
        people.org = Reading("org", _ROOM.sub("", text), Raw(text, cell.where))
    else:
        people.findings.append(Finding("name_not_understood", "warning", text[:200], cell.where))
