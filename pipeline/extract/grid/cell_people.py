"""The people a cell names, one or several, with what stands beside each name; and the vacant posts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.beside_name import office_beside, role_beside, without_room, words_of_vacancy
from pipeline.extract.grid.cell_values import is_empty
from pipeline.extract.grid.column_content import says_matter
from pipeline.extract.grid.name_line import BETWEEN_PEOPLE, SALUTATION, Line, people_in_line, usual
from pipeline.extract.grid.people import People, Person
from pipeline.extract.layout import Cell
from pipeline.model import Finding, PersonName, Raw, Reading
from pipeline.transform.deputies import ANNOUNCED, deputises
from pipeline.transform.hours import find_hours
from pipeline.transform.name_opening import opens_name
from pipeline.transform.name_words import is_blocked, is_given, is_surname
from pipeline.transform.names import find_names, is_person
from pipeline.transform.office import clean_role, is_office, is_role, may_be_said_of
from pipeline.transform.text import clean
from pipeline.transform.vacancy import is_vacant

#: `(Vertretung: Pfr. Muster)`
_STANDS_IN = re.compile(rf"\W?(?:in )?{ANNOUNCED}", re.IGNORECASE)
#: `N. N.`, and not in words that a post is vacant.
_NOBODY = re.compile(r"(?:Frau |Herr )?N\.? ?N\b")
#: `"Muster, Eva"`, as mail programs write who has a comma in her name.
_QUOTED = re.compile(r"[\"'„“‚]([^\"'„“”‚‘]+)[\"'“”‘]")


def read_people(cell: Cell, lines: Sequence[str], family_first: bool) -> People:
    """The people in the lines of a cell from which numbers and addresses have been taken."""
    people = People(lines=len(lines))
    for number, line in enumerate(_rejoined(lines)):
        text = _unquoted(clean(line).strip(" ,;/|–-&+"))
        if not is_empty(text):
            _read_line(people, Line(text, number, cell, family_first))
    if any(person.vacant for person in people.persons) or all(person.deputy for person in people.persons):
        for person in people.persons:
            person.deputy = False  # whom else should one ask?
    return people


def _rejoined(lines: Sequence[str]) -> list[str]:
    """A name that somebody broke into lines becomes one again: `Frau Eva` and `Muster`, `Frau` and `Eva Muster`."""
    joined = list(lines)
    for number in range(len(joined) - 1):
        first, second = clean(joined[number]), clean(joined[number + 1])
        if opens_name(first):
            if _is_addressed(first, second):
                joined[number], joined[number + 1] = "", f"{first} {second}"
            continue
        called = SALUTATION.sub("", first)
        single = " " not in called and " " not in second and first and second
        if single and (called == first or is_given(called) or is_surname(second)) and is_person(f"{first} {second}"):
            joined[number], joined[number + 1] = f"{first} {second}", ""
    return joined


def _is_addressed(opening: str, text: str) -> bool:
    """`Frau`, `Herr Prof. Dr.` over who is addressed so, or over her titles; not over an office or a function."""
    both = f"{opening} {text}"
    named = any(found.start == 0 and not is_blocked(found.name.family) for found in find_names(both)[:1])
    return named or opens_name(both)


def _unquoted(text: str) -> str:
    quoted = _QUOTED.fullmatch(text)
    return quoted[1] if quoted else text


def _read_line(people: People, line: Line) -> None:
    named = usual(line)
    if _is_said_of_vacant(people, line):
        return
    if _is_said_of_last(people, line):
        people.persons[-1].beside = people.persons[-1].beside or Raw(line.text, line.cell.where)
        people.persons[-1].below = True
        return
    found = _beside_vacant(line) or _vacant(line) or people_in_line(named)
    if (found is None or _are_bare(found)) and _may_be_said_of_last(people, line):
        people.persons[-1].beside, people.persons[-1].below = Raw(line.text, line.cell.where), True
    elif found:
        if any(person.vacant for person in people.persons) and _STANDS_IN.match(line.text):
            found.persons[-1].stands_in = True
        people.join(found)
    else:
        _read_other(people, named.cell, named.text)


def _is_said_of_vacant(people: People, line: Line) -> bool:
    """`(Stelle wird nachbesetzt)` below `N. N.`: the same post, and nothing new."""
    last = people.persons[-1] if people.persons else None
    if last is None or not last.vacant or not people.findings or _NOBODY.match(line.text):
        return False
    return _NOBODY.match(people.findings[-1].text) is not None and words_of_vacancy(line.text) == ""


#: `Wohngeld`, `Asyl-Hotline`; `MUSTER` is called so.
_WORD = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:-?[A-Z]?[a-zäöüß]+)*")


def _is_said_of_last(people: People, line: Line) -> bool:
    """`Wohngeld` below `Eva Muster`: one word below a whole name is nobody's family name."""
    last = people.persons[-1].name if people.persons else None
    name = last.value if last is not None and isinstance(last.value, PersonName) else None
    whole = name is not None and (name.given or name.salutation) is not None
    if not whole or not _WORD.fullmatch(line.text) or is_surname(line.text):
        return False
    return not (is_role(line.text) or is_office(line.text))


def _may_be_said_of_last(people: People, line: Line) -> bool:
    """`Erasmus+ Outgoing` below `Eva Muster`: where others have a function below their names, it is hers."""
    last = people.persons[-1] if people.persons else None
    name = last.name.value if last is not None and last.name else None
    if last is None or last.beside or last.role or not isinstance(name, PersonName) or not name.given:
        return False
    known = is_role(line.text) or is_office(line.text) or _is_work_below(people, line.text)
    return not known and find_hours(line.text) is None and may_be_said_of(line.text)


def _are_bare(people: People) -> bool:
    """`Erasmus+ Outgoing`: words that might be the family names of several, and none of them is known to be one."""
    said = [person.name.value for person in people.persons if person.name]
    families = [name.family for name in said if isinstance(name, PersonName) and name == PersonName(name.family)]
    return len(said) > 1 and len(families) == len(said) and not any(map(is_surname, families))


def _vacant(line: Line) -> People | None:
    """A post without a person, alone or with what it is."""
    beside = words_of_vacancy(line.text)
    if beside is None:
        return None
    role, org = role_beside(beside, line.cell), office_beside(beside, line.cell)
    finding = Finding("vacant", "info", line.text[:200], line.cell.where)
    return People([Person(line.number, None, role, True, org)], findings=[finding])


def _beside_vacant(line: Line) -> People | None:
    """`Frau Eva Kling / N. N.`: somebody and a post without a person, each with a number of the row."""
    parts = _parts_with_vacant(line.text)
    people = People()
    for part in parts:
        here = replace(line, text=part)
        found = _vacant(here) if is_vacant(part) else people_in_line(usual(here))
        if found is None:
            return None
        people.join(found)
    return people if parts else None


def _parts_with_vacant(text: str) -> list[str]:
    """What stands between signs, or else commas, where a vacant post is among people; none stands in for it."""
    parts = [part.strip(" ,") for part in BETWEEN_PEOPLE.split(text)]
    if len(parts) < 2 and _NOBODY.search(text):
        parts = text.split(", ")
    vacant = sum(map(is_vacant, parts))
    return parts if 0 < vacant < len(parts) and not any(map(deputises, parts)) else []


def _read_other(people: People, cell: Cell, text: str) -> None:
    """A line without a person: a function, an office, or something to look at."""
    if people.persons:
        people.persons[-1].below = True
    if is_role(text) or _is_work_below(people, text):
        _take_role(people, Reading("role", clean_role(text), Raw(text, cell.where)))
    elif hours := find_hours(text):
        people.hours = people.hours or Reading("hours", hours, Raw(text, cell.where))
    elif is_office(text) and people.org is None:
        people.org = Reading("org", without_room(text), Raw(text, cell.where))
    else:
        people.findings.append(Finding("name_not_understood", "warning", text[:200], cell.where))


#: `Zulassung und Visafragen`
_TOPICS = re.compile(r"[A-ZÄÖÜ][\w-]+(?:(?:, | und | & |/)[A-ZÄÖÜ][\w-]+){1,3}")


def _is_work_below(people: People, text: str) -> bool:
    """Matters below the only name of a cell are what she does."""
    last = people.persons[-1].name if len(people.persons) == 1 else None
    return last is not None and _TOPICS.fullmatch(text) is not None and says_matter(text) and not is_office(text)


def _take_role(people: People, role: Reading) -> None:
    """A function below a name is hers, else that of all."""
    if people.persons and people.persons[-1].role is None:
        people.persons[-1].role = role
    else:
        people.role = people.role or role
