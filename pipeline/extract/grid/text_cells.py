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
from pipeline.transform.municipal_kinds import BEHIND, GEMEINDE, SHORT
from pipeline.transform.office import clean_office, clean_role
from pipeline.transform.street import looks_like_street
from pipeline.transform.text import clean

#: Between two municipalities; `Bergen, Stadt`, `Hude, SG` and `Celle und Umgebung` are one.
_PLACES = re.compile(
    rf"\n|\s*[,;]\s*(?=[A-ZÄÖÜ])(?!(?:{BEHIND}|{GEMEINDE}|{SHORT}|Große|OT|Landkreis|\w+stadt)\b)|"
    r"\s+(?:/|und|u\.|&)\s+(?=[A-ZÄÖÜ])(?!(?:Umgebung|Umland|Stadt|Gemeinde|Land)\b)"
)


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


def before_street(text: str) -> str:
    """`Neustadt, Marktplatz 1` in a column of places is the town."""
    town, comma, street = text.partition(", ")
    return town if comma and street[-1:].isalnum() and looks_like_street(street) else text


@lru_cache(maxsize=4096)
def _municipality_value(text: str, ags: str | None) -> str:
    if is_empty(text):
        return ""
    text = "\n".join(before_street(code_of(line)[0].strip(" (–-/")) for line in text.split("\n"))
    names = [municipality_name(part, ags) for line in _PLACES.split(text) if (part := clean(line).strip(" ,;:"))]
    return "; ".join(dict.fromkeys(names))
