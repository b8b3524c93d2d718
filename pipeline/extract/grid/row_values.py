"""The values of one row for one person or several: what belongs to whom, and what several people share.

A number goes to a person only if the cell says so: the same line, the same count, a name in the mail address, or one
number for all. What cannot be told apart is a finding and nobody's number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.extract.grid.cell_people import Person
from pipeline.extract.grid.cell_values import CellValues, Item, current, is_empty
from pipeline.extract.grid.headings import code_of
from pipeline.extract.layout import Cell
from pipeline.model import Address, Finding, PersonName, Raw, Reading, Where
from pipeline.transform.address import find_address, parse_address
from pipeline.transform.hours import find_hours
from pipeline.transform.mailbox import named_in
from pipeline.transform.municipal_body import body_name, is_association
from pipeline.transform.municipal_kinds import BEHIND, HOUSE, MUNICIPALITY
from pipeline.transform.municipality import clean_municipality, find_municipalities, find_municipality
from pipeline.transform.office import clean_office, clean_role, is_office
from pipeline.transform.text import clean

_MUNICIPALITY_PREFIX = re.compile(rf"^(?:{MUNICIPALITY}|{HOUSE}|Stadt|Ort)\s*:?\s+(?=[A-ZÄÖÜ])")
_STATED_PLACE = re.compile(
    rf"^(?:{MUNICIPALITY}|Stadt(?:verwaltung)?|Gemeindeverwaltung)\s*:?\s+(?:Stadt )?"
    r"((?:(?:Bad|Sankt|Groß|Klein|Alt|Neu|Hohen|Schwäbisch|Burg|Königs|Deutsch|Markt|[A-Z][a-zäöü]{1,4}\.) )?"
    r"[A-ZÄÖÜ][\w-]+(?:\s(?:am|an der|an den|im|in der|ob der|unter|bei|a\. ?d\.|a\.)\s?"
    r"[A-ZÄÖÜ][\w-]+)?(?:/[A-ZÄÖÜ][\w-]+)?)"
)
_HOUSE = re.compile(rf"^(?:{HOUSE})\s+(?:(?:der|des)\s+)?")
_OFFICE_ENDS = re.compile(
    r"\s[–·•|-]\s|[\s,|:(]*\b(?:(?:Telefon)?[Zz]entrale|Vermittlung|(?:Sammel|Haupt|Ruf)nummer|(?:Fern)?[Rr]uf|Tel|Telefon|Fon|"
    r"Durchwahl|Vorwahl)\b|[\s,|(:]*\(?0\d{2}"
)
#: Between two municipalities; `Bergen, Stadt` and `Celle und Umgebung` are one.
_PLACES = re.compile(
    rf"\n|\s*[,;]\s*(?=[A-ZÄÖÜ])(?!(?:{BEHIND}|Große|OT|Landkreis|\w+stadt)\b)|"
    r"\s+(?:/|und|u\.|&)\s+(?=[A-ZÄÖÜ])(?!(?:Umgebung|Umland|Stadt|Gemeinde|Land)\b)"
)
_POSTCODE_CITY = re.compile(r"^(?:D[- ])?(\d{5})\s+(\D.*)$", re.DOTALL)


@dataclass(slots=True)
class Draft:
    """A contact while its row is read."""

    where: Where
    readings: list[Reading] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    line: int = 0

    def has(self, *fields: str) -> bool:
        """Whether any of these fields has a value."""
        return any(reading.field in fields for reading in self.readings)

    @property
    def name(self) -> PersonName | None:
        """The person, if there is one."""
        return next((r.value for r in self.readings if isinstance(r.value, PersonName)), None)


def drafts_of(persons: Sequence[Person], where: Where) -> list[Draft]:
    """A draft per person, one without a name where a row names nobody."""
    drafts = []
    for person in persons:
        draft = Draft(person.name.raw.where if person.name else where, line=person.line)
        if person.name:
            draft.readings.append(person.name)
        if person.role:
            draft.readings.append(person.role)
        if person.vacant:
            draft.tags.add("vacant")
        drafts.append(draft)
    return drafts or [Draft(where)]


def deal(drafts: list[Draft], values: CellValues, lines: int, where: Where) -> list[Finding]:
    """Gives the numbers, mail and web addresses of one cell to the people of the row."""
    findings = list(values.findings)
    for items in (values.phones, values.emails, values.urls):
        findings += _deal(drafts, items, values.lines, lines, where)
    return findings


def _deal(drafts: list[Draft], items: list[Item], own: int, lines: int, where: Where) -> list[Finding]:
    if not items:
        return []
    if len(drafts) == 1:
        drafts[0].readings += [item.reading for item in items]
        return []
    left = [item for item in items if not _by_name(drafts, item)]
    if not left:
        return []
    open_drafts = [d for d in drafts if not d.has("emails")] if left[0].reading.field == "emails" else drafts
    if len(left) != len(items) and len(left) == len(open_drafts):
        _pair(open_drafts, left)
    elif own == lines and own > 1 and _lines_fit(drafts, left):
        _by_line(drafts, left)
    elif len(left) == len(drafts) and len(left) == len(items):
        _pair(drafts, left)
    elif len({item.reading.value for item in left}) == 1:
        for draft in drafts:
            draft.readings.append(left[0].reading)
    else:
        text = ", ".join(item.reading.raw.text for item in left)
        return [Finding("not_aligned", "warning", text[:200], where, details=(("count", str(len(drafts))),))]
    return []


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


# ---- single values -------------------------------------------------------------------------------


def text_reading(column: str, cell: Cell) -> tuple[Reading | None, list[Finding]]:
    """The value of a column that holds a text: function, office, municipality, hours."""
    text, findings = current(cell)
    value = _text_value(column, text)
    return (Reading(column, value, Raw(cell.text, cell.where)) if value else None), findings


@lru_cache(maxsize=4096)
def _text_value(column: str, text: str) -> str:
    """The same office and function stand in many rows of a list."""
    if is_empty(text):
        return ""
    value = ", ".join(part for line in text.split("\n") if (part := clean(line).strip(" ;,")))
    if column == "role":
        return clean_role(value)
    if column == "org":
        return clean_office(value)
    return find_hours(value) or value


def municipality_reading(cell: Cell, ags: str | None) -> tuple[Reading | None, list[Finding]]:
    """The municipality of a cell; several are joined by `; `."""
    text, findings = current(cell)
    value = _municipality_value(text, ags)
    return (Reading("municipality", value, Raw(cell.text, cell.where)) if value else None), findings


@lru_cache(maxsize=4096)
def _municipality_value(text: str, ags: str | None) -> str:
    if is_empty(text):
        return ""
    text = "\n".join(code_of(line)[0].strip(" (–-/") for line in text.split("\n"))
    names = [municipality_name(part, ags) for line in _PLACES.split(text) if (part := clean(line).strip(" ,;:"))]
    return "; ".join(dict.fromkeys(names))


def municipality_name(text: str, ags: str | None) -> str:
    """A municipality as the district calls it, else without `Stadt` or `Gemeinde` before it."""
    known = find_municipalities(text, ags) if ags else ()
    return "; ".join(known) or clean_municipality(text) or text


def states_municipality(text: str) -> bool:
    """True for `Gemeinde Ahlbach` and the like."""
    return bool(_MUNICIPALITY_PREFIX.match(text))


def stated_place(text: str, ags: str | None) -> str | None:
    """The municipality that a title or a section names: `Stadt Göppingen, Hauptamt`; None for a district's office."""
    district = "landkreis" in text.lower() or "landratsamt" in text.lower()
    known = find_municipality(text, ags) if ags and not district else None
    stated = _STATED_PLACE.match(text)
    return known or (stated[1] if stated and not is_office(stated[1]) else None)


def section_place(text: str, ags: str | None) -> str | None:
    """The same of a section, which may be an association of municipalities, too: `VG Thalfang`."""
    head = office_before(text)
    if is_association(head):
        return head
    return (find_municipality(head, ags) if ags else None) or body_name(head) or stated_place(text, ags)


def office_before(text: str) -> str:
    """The office of a line that goes on with its number: `Rathaus Uhingen, Telefon 07161 9380-0`; else all of it."""
    return _OFFICE_ENDS.split(text)[0].strip(" ,:")


def whole_place(text: str) -> str | None:
    """The municipality where a text is nothing but its office: `Stadt Uhingen`, `Rathaus Uhingen`, `Amt Südtondern`."""
    if is_association(text):
        return text
    house = _HOUSE.match(text)
    bare = text[house.end() :] if house else text
    stated = _STATED_PLACE.fullmatch(bare) or (_STATED_PLACE.fullmatch(f"Stadt {bare}") if house else None)
    return stated[1] if stated and not is_office(stated[1]) else None


def address_reading(cells: dict[str, Cell]) -> Reading | None:
    """The address from its columns, or from one column that holds all of it."""
    texts = {part: clean(current(cell)[0]) for part, cell in cells.items()}
    texts = {part: text for part, text in texts.items() if not is_empty(text)}
    if not texts:
        return None
    first = next(cell for part, cell in cells.items() if part in texts)
    raw = Raw(", ".join(cells[part].text for part in texts), first.where)
    street, postcode, city = texts.get("street"), texts.get("postcode"), texts.get("city")
    if street and "house" in texts:
        street = f"{street} {texts['house']}"
    if postcode and not postcode.isdigit():
        split = _POSTCODE_CITY.match(postcode)
        postcode, city = (split[1], city or split[2]) if split else (postcode.removeprefix("D-").strip(), city)
    if city and (split := _POSTCODE_CITY.match(city)):
        postcode, city = postcode or split[1], split[2]
    if postcode and postcode.isdigit() and len(postcode) == 4:
        postcode = "0" + postcode  # the spreadsheet took 01067 for a number
    whole = _whole(cells["address"]) if "address" in texts else None
    if whole:
        street, postcode, city = street or whole.street, postcode or whole.postcode, city or whole.city
    if not (street or postcode or city):
        return None
    return Reading("address", Address(street, postcode, city), raw)


def _whole(cell: Cell) -> Address | None:
    """An address that stands in one cell."""
    text = current(cell)[0]
    lines = [line for part in text.split("\n") if (line := clean(part).strip(" ,;"))]
    single = lines[0] if len(lines) == 1 else ""
    split = _POSTCODE_CITY.match(single)
    if split and "," not in single:
        return Address(None, split[1], clean(split[2]))
    found = find_address(lines)
    if found:
        return found.address
    try:
        return parse_address(", ".join(lines))
    except ValueError:
        return None
