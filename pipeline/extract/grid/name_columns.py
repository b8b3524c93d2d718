"""A name in several columns, two or seven of them, in whatever order an office keeps them.

What a column before or behind the name holds, its words say: `Frau` is a salutation, `von` the beginning of the family
name, everything else a title, be the heading `Anrede`, `Titel`, `Namenszusatz` or `Suffix`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.errors import ValueNotUnderstood
from pipeline.extract.grid.beside_name import role_beside
from pipeline.extract.grid.cell_values import current, is_empty
from pipeline.extract.grid.people import People, Person
from pipeline.extract.layout import Cell
from pipeline.model import Finding, PersonName, Raw, Reading, Step
from pipeline.transform.name import parse_name
from pipeline.transform.name_opening import opening_at
from pipeline.transform.name_words import is_capital_particle, is_given, is_salutation, is_small_particle
from pipeline.transform.office import is_office
from pipeline.transform.text import clean, fold
from pipeline.transform.vacancy import is_called_free, is_vacant
from pipeline.transform.vocabulary import words

#: What a column says of a name, and the cell that says it.
Part = tuple[str, Cell]
_AROUND = ("salutation", "title")
_CALLED = ("family", "given")
#: `Muster (Leitung)`: said of her, and behind her name.
_BRACKET = re.compile(r"(?<=\w) \([^()]+\)$")

_SALUTATIONS = {"frau": "Frau", "fr": "Frau", "herr": "Herr", "herrn": "Herr", "hr": "Herr", "w": "Frau", "m": "Herr",
                "weiblich": "Frau", "maennlich": "Herr", "f": "Frau", "mr": "Herr", "mrs": "Frau", "ms": "Frau",
                "female": "Frau", "male": "Herr", "hrn": "Herr"}  # fmt: skip
#: Stands in such columns as well and is no title.
_POLITE = words("sehr geehrte geehrter liebe lieber an divers d x")
#: `jun.`, which tells two people of one name apart and is no title.
_GENERATION = words("jun jr junior sen sr senior d ae j")


@dataclass(frozen=True, slots=True)
class Affixes:
    """What stands around a name, whatever the headings call it."""

    salutation: str | None
    title: str | None
    particle: str

    def around(self, name: PersonName) -> PersonName:
        """The name with what it does not say itself."""
        led = self.particle and not fold(name.family).startswith(fold(self.particle) + " ")
        family = f"{self.particle} {name.family}" if led else name.family
        return PersonName(family, name.given, self.title or name.title, self.salutation or name.salutation)


def affixes(said: Sequence[tuple[str, str]]) -> Affixes:
    """Sorts the words of salutation, title, prefix and suffix."""
    words_said = [word for part, text in said if _tells(part, text) for word in clean(text).split(" ")]
    salutation = next((_SALUTATIONS[fold(word)] for word in words_said if fold(word) in _SALUTATIONS), None)
    rest = [word for word in words_said if fold(word) not in _SALUTATIONS and fold(word) not in _POLITE | _GENERATION]
    particles = [word for word in rest if _leads(word)]
    title = " ".join(word for word in rest if word not in particles).strip(" ,;")
    return Affixes(salutation, title or None, " ".join(particles))


def _tells(part: str, text: str) -> bool:
    """Whether a text belongs to a name; under `Anrede` and `Geschlecht` stands much that does not: `unspecified`."""
    if is_empty(text) or part not in _AROUND:
        return False
    addressed = any(fold(word) in _SALUTATIONS for word in text.split()) or opening_at(f"{text} X", 0).names_person
    return part == "title" or addressed


def _leads(word: str) -> bool:
    return is_small_particle(word) or is_capital_particle(word)


def is_in_columns(parts: Sequence[Part]) -> bool:
    """Whether the parts are a name and not only what stands before one."""
    return any(part in _CALLED for part, _ in parts)


def people_of(parts: Sequence[Part]) -> People:
    """The people whose names stand in columns for their parts; line by line if there are several."""
    people = People()
    texts: list[tuple[str, list[str]]] = []
    for part, cell in parts:
        text, findings = current(cell)
        people.findings += findings
        texts.append((part, [clean(line) for line in text.split("\n")]))
    first = next((cell for part, cell in parts if part in _CALLED and cell.text), None)
    if first is None:
        return people
    lines = dict(reversed(texts))
    people.lines = len(lines.get("family", lines.get("given", [])))
    for number in range(people.lines):
        own = [(part, each[number] if len(each) == people.lines else each[0]) for part, each in texts]
        _add_person(people, first, number, [(part, "" if is_empty(text) else text) for part, text in own])
    return people


def _add_person(people: People, cell: Cell, number: int, parts: Sequence[tuple[str, str]]) -> None:
    notes = (note for part, text in parts if part in _CALLED and (note := _BRACKET.search(text)))
    role = next((said for note in notes if (said := role_beside(note.group(), cell))), None)
    parts = [each for part, text in parts for each in _told_apart(part, text)]
    given = _once([text for part, text in parts if part == "given"])
    family = _led(" ".join(text for part, text in parts if part == "family" and text))
    around = [text for part, text in parts if part in _AROUND and text]
    written = " ".join(text for text in (*around, given, family) if text)
    if not family and not given:
        return
    if _is_vacant(given, family):
        people.persons.append(Person(number, None, vacant=True))
        people.findings.append(Finding("vacant", "info", written[:200], cell.where))
        return
    if not family or is_salutation(family) or (is_office(family) and not is_given(given)):
        people.findings.append(Finding("name_not_understood", "warning", written[:200], cell.where))
        return
    name, steps = _assembled(family, given)
    name = affixes(parts).around(name)
    people.persons.append(Person(number, Reading("name", name, Raw(written, cell.where), steps), role))


def _told_apart(part: str, text: str) -> list[tuple[str, str]]:
    """`Muster, Dr.` in one column is a part of the name and a title; what stands in brackets is no part of a name."""
    if part in _CALLED:
        text = _BRACKET.sub("", text)
    name, _, title = text.partition(",")
    titled = part in _CALLED and opening_at(f"{title.strip()} X", 0).titles
    return [(part, name.strip()), ("title", title.strip())] if titled else [(part, text)]


def _is_vacant(given: str, family: str) -> bool:
    """`N. | N.` and `vakant`; `Eva | Frei` and `N. | Frei` are somebody."""
    whole = f"{given} {family}".strip()
    return (is_vacant(whole) or is_vacant(family)) and not (is_given(given) or is_called_free(whole))


def _once(texts: Sequence[str]) -> str:
    """`Vorname | Weitere Vornamen` one behind the other; what another column says as well is said once."""
    said: list[str] = []
    for text in sorted(filter(None, texts), key=len, reverse=True):
        if not any(f" {fold(text)} " in f" {fold(other)} " for other in said):
            said.append(text)
    return " ".join(text for text in texts if text in said)


_TRAILING = re.compile(r"(?P<family>[^\s,]+),? (?P<particles>[^,]+)")


def _led(family: str) -> str:
    """`Overbeck, von` as it is spoken."""
    found = _TRAILING.fullmatch(family)
    if not found or not all(map(_leads, found["particles"].split())):
        return family
    return f"{found['particles']} {found['family']}"


def _assembled(family: str, given: str) -> tuple[PersonName, tuple[Step, ...]]:
    """The columns say which part is which; the parser only looks for titles and salutations inside them."""
    try:
        found = parse_name(f"{family}, {given}" if given else family)
    except ValueNotUnderstood:
        return PersonName(family, given or None), ()
    return found.name, found.steps if given else ()


def with_columns(person: Person, parts: Sequence[Part]) -> None:
    """Adds what columns of their own say of a name that stands in one."""
    if person.name is None or not isinstance(person.name.value, PersonName):
        return
    name = person.name.value
    said = affixes([(part, current(cell)[0]) for part, cell in parts])
    kept = Affixes(name.salutation or said.salutation, name.title or said.title, said.particle)
    person.name = replace(person.name, value=kept.around(name))
