"""The people whom one line of a cell names: one, several with a sign between them, or some among other words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.grid.beside_name import office_beside, role_beside, without_vacancy
from pipeline.extract.grid.cell_names import in_full, name_in_cell
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.people import People, Person
from pipeline.extract.layout import Cell
from pipeline.model import PersonName, Raw, Reading
from pipeline.transform.deputies import ANNOUNCED
from pipeline.transform.hours import is_days, is_hours
from pipeline.transform.name import FoundName
from pipeline.transform.name_words import is_blocked, is_given, is_matter, is_salutation, is_surname
from pipeline.transform.names import find_names, is_person
from pipeline.transform.office import is_office, is_role, may_be_said_of
from pipeline.transform.text import clean

_LABEL = re.compile(r"^[\w /.*()-]{2,40}:\s+(?=\S)")
#: Without one of these a line names one person at most, and says nothing beside her name.
_SEVERAL = re.compile(r"[,;/&|():+]|\bund\b|\s[-–]\s|\b(?:Frau|Herrn?)\b.*\b(?:Frau|Herrn?)\b|\S\s+\S+\s+\S+\s+\S")
#: `Muster, Dr., Eva`
_TITLE_BETWEEN = re.compile(r", ((?:Prof\.|Dr\.)(?: Dr\.)?), (?=[^\W\d_])")
#: `Frau Eva Muster (Leitung)`
_BRACKETED = re.compile(r"([^()]+?)\s*\(([^()]+)\)?")
#: `Eva Muster (Leitung), Uwe Beispiel`: of her alone.
_BRACKET_BEHIND = re.compile(r"\s?\(([^()]+)\)")
#: `Leitung: Eva Muster, Sekretariat: Uwe Beispiel`
_LABEL_BEFORE = re.compile(r"(?:^|[,;] )([^,;:()]{2,60}):\s*$")
#: `(Vertretung: Herr Blum)`, `Stellv. Herr Blum`
_ANNOUNCED_BEFORE = re.compile(rf"\b{ANNOUNCED}\w*(?: durch)?[\s:]*$", re.IGNORECASE)
#: `Blum + Beck`, `Blum+Beck`; `Erasmus+ Beratung` is a programme.
_PLUS = r"\s+\+\s+|(?<=\S)\+(?=\S)"
BETWEEN_PEOPLE = re.compile(rf"\s*[/;&|•·]\s*|{_PLUS}|\s+(?:und|u\.|sowie|oder|bzw\.)\s+")
_HOUSEHOLD = re.compile(r"^(?:Eheleute|Ehepaar|Ehel\.|Familie|Fam\.)\s+(?=[^\W\d_])")
#: `Herren Blum und Beck`: each of them is addressed so.
_ALL_ADDRESSED = re.compile(r"^(?:(?P<Herr>Herren)|(?P<Frau>Frauen|Damen))\s+(?=[^\W\d_])")
#: `Muster, Eva u. Tom`
_COUPLE_TURNED = re.compile(r"(?P<family>[^,;/&]{2,40}), (?P<one>[\w-]+) (?:und|u\.|&|\+) (?P<other>[\w-]+)")
#: `Eva u. Tom Muster`: behind `Familie` these are given names, known or not.
_COUPLE_SPOKEN = re.compile(r"(?P<one>[\w-]+) (?:und|u\.|&|\+) (?P<other>[\w-]+) (?P<family>[^\W\d_][^,;/&]{1,40})")
#: `Blum / Beck`: with a comma the second would be a given name.
_BETWEEN_FAMILIES = re.compile(rf"\s*[/&;]\s*|{_PLUS}|\s+(?:und|u\.)\s+")
_FAMILY = re.compile(r"[A-ZÄÖÜ][^\W\d_]+(?:-[A-ZÄÖÜ][^\W\d_]+)?")
SALUTATION = re.compile(r"^(?:Frau|Herrn?|Fr\.|Hr\.)\s+(?=\S)")
_CALLED = re.compile(r"^(?:Frau|Herrn?|Fr\.|Hr\.)\s+([A-ZÄÖÜ][^\W\d_]+)\s+(?=(?:Dr\.|Prof\.)?\s?[A-ZÄÖÜ])")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cell: its number from 0, and how names are written in this column."""

    text: str
    number: int
    cell: Cell
    family_first: bool = False


def usual(line: Line) -> Line:
    """Titles and commas where names have them elsewhere: `Muster, Eva, Dr.` is `Muster, Dr. Eva`."""
    text = _of_household(_TITLE_BETWEEN.sub(r", \1 ", line.text))
    if line.family_first and text.count("/") == 1 and not SALUTATION.match(text):
        text = re.sub(r"\s*/\s*", ", ", text)
    return replace(line, text=text)


def _of_household(text: str) -> str:
    """`Muster, Eva u. Tom` and `Fam. Eva u. Tom Muster` as people are spoken of; behind `Fam.` they are given names."""
    bare = _HOUSEHOLD.sub("", text)
    both = _COUPLE_TURNED.fullmatch(bare) or _COUPLE_SPOKEN.fullmatch(bare)
    if both and (bare != text or (is_given(both["one"]) and is_given(both["other"]))):
        return f"{both['one']} und {both['other']} {both['family']}"
    return bare if bare != text and (is_person(bare) or BETWEEN_PEOPLE.search(bare)) else text


def people_in_line(line: Line) -> People | None:
    """The people of a line, with a function or an office that it says of all; None where it names nobody."""
    if addressed := _all_addressed(line):
        return People(addressed)
    if together := _together(line):
        return People(together)
    found = find_names(line.text) if _SEVERAL.search(line.text) else ()
    if len(found) < 2 and (person := _alone(line)):
        return People([person], role=_called(line))
    if found := found or find_names(line.text):
        return _among_words(line, found)
    families = _families(line) or _household(line)
    return People(families) if families else None


def _all_addressed(line: Line) -> list[Person]:
    """`Herren Blum und Beck`, `Frauen Eva Blum und Uta Beck`: one salutation for several people."""
    spoken = _ALL_ADDRESSED.match(line.text)
    bare = replace(line, text=line.text[spoken.end() :]) if spoken else line
    persons = (_together(bare) or _families(bare)) if spoken else []
    said = [person.name.value for person in persons if person.name]
    names = [name for name in said if isinstance(name, PersonName)]
    if not spoken or any(is_blocked(name.family) for name in names):
        return []
    return [_person(line, replace(name, salutation=spoken.lastgroup), line.text) for name in names]


def _household(line: Line) -> list[Person]:
    """`Familie Blum` in a column of names: under her numbers somebody of that name answers."""
    opening = _HOUSEHOLD.match(line.text)
    family = line.text[opening.end() :] if opening else ""
    return (
        [_person(line, PersonName(family), line.text)] if _FAMILY.fullmatch(family) and not is_blocked(family) else []
    )


def _together(line: Line) -> list[Person]:
    """People with a sign or a word between them, if what stands between is a whole name each: `Eva Muster/Tom Ast`."""
    parts = [part.strip() for part in BETWEEN_PEOPLE.split(line.text)] if BETWEEN_PEOPLE.search(line.text) else []
    if not all(" " in part for part in parts):
        return []
    persons = [person for part in parts if (person := _alone(replace(line, text=part)))]
    if len(persons) != len(parts) or any(map(_lacks_family_name, persons)):
        return []
    return persons


def _lacks_family_name(person: Person) -> bool:
    """`Pfrin. Eva` before `und Pfr. Tom Muster`: a given name alone, whose family name stands with the other."""
    name = person.name.value if person.name else None
    alone = isinstance(name, PersonName) and not name.given and name.title and not name.salutation
    return bool(alone) and is_given(name.family) and not is_surname(name.family)  # type: ignore[union-attr]


def _alone(line: Line) -> Person | None:
    """A line that is one name, also with her function or her office in brackets."""
    found = _BRACKETED.fullmatch(line.text)
    role, org = (role_beside(found[2], line.cell), office_beside(found[2], line.cell)) if found else (None, None)
    beside = _unknown(found[2], line.cell) if found else None
    person = _single(replace(line, text=found[1])) if found and (role or org or beside) else None
    if person is None:
        return _single(line)
    person.role, person.org = role or person.role, org or person.org
    person.beside = None if role else beside
    return person


def _single(line: Line) -> Person | None:
    """A line that is one name and nothing else."""
    label = _LABEL.match(line.text)
    bare = line.text[label.end() :] if label else line.text
    if not SALUTATION.match(bare) and (is_office(bare) or is_role(bare)) and not is_person(bare):
        return None
    found = name_in_cell(bare, line.family_first)
    person = _person(line, found.name, line.text, found) if found else None
    if person and label:
        person.role, person.org = role_beside(label.group(), line.cell), office_beside(label.group(), line.cell)
        person.deputy = _ANNOUNCED_BEFORE.search(label.group()) is not None
        if not (person.role or person.org or meanings(label.group())):
            person.beside = _unknown(label.group(), line.cell)  # `Kasse: Herr Muster`
    return person


def _person(line: Line, name: PersonName, text: str, found: FoundName | None = None) -> Person:
    return Person(line.number, Reading("name", name, Raw(text, line.cell.where), found.steps if found else ()))


def _called(line: Line) -> Reading | None:
    """The function with which somebody is addressed: `Herr Bürgermeister Uwe Muster`."""
    found = _CALLED.match(line.text)
    return Reading("role", found[1], Raw(line.text, line.cell.where)) if found and is_role(found[1]) else None


def _families(line: Line) -> list[Person]:
    """Several family names and nothing else; nobody where one of the words is a function or an office.

    Nor where all are matters of the work: `Kinder und Jugend`.
    """
    parts = _BETWEEN_FAMILIES.split(line.text)
    plain = len(parts) > 1 and all(map(_FAMILY.fullmatch, parts))
    if (
        not plain
        or all(map(is_matter, parts))
        or any(is_salutation(part) or is_role(part) or is_office(part) or meanings(part) for part in parts)
    ):
        return []
    return [_person(line, PersonName(family), line.text) for family in parts]


def _unknown(words: str, cell: Cell) -> Raw | None:
    """What is said of somebody in words that no list knows: no nickname, no class, no party."""
    text = clean(words).strip(" ,;:.–-()")
    named = is_given(text.split(" ")[0]) or "(" in text or is_days(text) or is_hours(text)
    return Raw(text, cell.where) if may_be_said_of(text) and not named else None


def _among_words(line: Line, found: Sequence[FoundName]) -> People:
    """Names with other words around them; these speak of her where there is one name."""
    text = line.text
    people = People([_person(line, in_full(each.name), text[each.start : each.end], each) for each in found])
    if len(found) == 1:
        before, behind = text[: found[0].start], text[found[0].end :]
        rest = without_vacancy(f"{before}|{behind}")
        before, _, behind = rest.partition("|")
        people.persons[0].role = role_beside(rest, line.cell)
        people.persons[0].org = office_beside(behind, line.cell)
        people.org = office_beside(before, line.cell)
        if behind.startswith(",") and not people.persons[0].role:
            people.persons[0].beside = _unknown(behind, line.cell)
    for person, each, after in zip(people.persons, found, [*found[1:], None], strict=True):
        said = _BRACKET_BEHIND.match(text, each.end) or _LABEL_BEFORE.search(text, max(0, each.start - 70), each.start)
        if said and len(found) > 1 and (after is None or said.end() <= after.start):
            person.role, person.org = role_beside(said[1], line.cell), office_beside(said[1], line.cell)
        person.deputy = _ANNOUNCED_BEFORE.search(text, max(0, each.start - 40), each.start) is not None
    return people
