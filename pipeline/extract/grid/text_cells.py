"""What a cell of texts says today: function, office, hours, municipality."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.grid.cell_values import current, is_empty
from pipeline.extract.grid.given_above import code_of
from pipeline.extract.grid.named_places import municipality_name
from pipeline.extract.layout import Cell
from pipeline.model import Finding, Raw, Reading
from pipeline.transform.hours import find_hours
from pipeline.transform.municipal_kinds import ASSOCIATION, BEHIND, GEMEINDE, SHORT
from pipeline.transform.name_opening import opening_at
from pipeline.transform.names import is_person
from pipeline.transform.office import clean_office, clean_role
from pipeline.transform.street import looks_like_street
from pipeline.transform.text import clean

#: Between two municipalities; `Bergen, Stadt`, `Hude, SG` and `Celle und Umgebung` are one.
_NEXT = r"\s+(?=[A-ZÄÖÜ])(?!(?:Umgebung|Umland|Stadt|Gemeinde|Land)\b)"
_KINDS = rf"{BEHIND}|{GEMEINDE}|(?:{SHORT})(?! [A-ZÄÖÜ])|Große|OT|Landkreis|\w+stadt"
_PLACES = re.compile(rf"\n|\s*[,;]\s*(?=[A-ZÄÖÜ])(?!(?:{_KINDS})\b)|\s+/{_NEXT}")
_AND = re.compile(rf"\s+(?:und|u\.|&){_NEXT}")
#: What several municipalities form is one, however it is called: `Amt Geest und Marsch`; not `Amt Süd und Amt Nord`.
_FORMED = rf"(?:Amt|VGem|VwG|VVG|VG|SG|GVV|(?:Samt|Verbands|Amts)gemeinde|{ASSOCIATION})\s"
_ONE = re.compile(rf"{_FORMED}(?!.*\s{_FORMED})")


def text_reading(column: str, cell: Cell) -> tuple[Reading | None, list[Finding]]:
    """The value of a column that holds a text: function, office, municipality, hours."""
    text, findings = current(cell)
    if column == "role" and names_addressed(text):
        return None, [*findings, Finding("unclaimed", "warning", text[:200], cell.where)]
    value = _text_value(column, text)
    return (Reading(column, value, Raw(cell.text, cell.where)) if value else None), findings


@lru_cache(maxsize=4096)
def names_addressed(text: str) -> bool:
    """True for somebody with her salutation, `Frau Eva Muster`: no function, whatever the heading."""
    return opening_at(text, 0).salutation is not None and is_person(text)


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


def before_street(text: str) -> str:
    """`Neustadt, Marktplatz 1` in a column of places is the town."""
    town, comma, street = text.partition(", ")
    return town if comma and street[-1:].isalnum() and looks_like_street(street) else text


@lru_cache(maxsize=4096)
def _municipality_value(text: str, ags: str | None) -> str:
    if is_empty(text):
        return ""
    text = "\n".join(before_street(code_of(line)[0].strip(" (–-/")) for line in text.split("\n"))
    names = [municipality_name(part, ags) for part in _places(text) if not _is_seat(part)]
    return "; ".join(dict.fromkeys(names))


def _is_seat(text: str) -> bool:
    """`Kirchstraße 12` is where an office is, and no town."""
    return any(map(str.isdigit, text)) and looks_like_street(text)


def _places(text: str) -> list[str]:
    """The municipalities that a text lists."""
    signed = [clean(part).strip(" ,;:") for part in _PLACES.split(text)]
    parts = [part for each in signed for part in ([each] if _ONE.match(each) else _AND.split(each))]
    return [part for each in parts if (part := each.strip(" ,;:"))]
