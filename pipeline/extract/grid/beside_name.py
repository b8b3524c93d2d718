"""What stands beside a name in its line: her function, her office, or that nobody has the post."""

from __future__ import annotations

import re

from pipeline.extract.layout import Cell
from pipeline.model import Raw, Reading
from pipeline.transform.names import find_names
from pipeline.transform.office import clean_role, is_office, is_role
from pipeline.transform.text import clean
from pipeline.transform.vacancy import is_vacant

#: What stands beside a name is set off from it.
_BESIDE = re.compile(r"([|(),;:–\n]|\s-\s)")
_ROOM = re.compile(r"\s*[,;(]?\s*(?:Zimmer|Zi\.|Raum|Büro)\s*[\w.-]*\d[\w.]*\)?$")


def role_beside(rest: str, cell: Cell) -> Reading | None:
    """A function beside a name: `Frau Muster (Leitung)`."""
    for part in _parts(rest):
        text = clean(part).strip(" .-/()")
        if text and is_role(text):
            return Reading("role", clean_role(text), Raw(rest.replace("|", "…").strip(), cell.where))
    return None


def office_beside(rest: str, cell: Cell) -> Reading | None:
    """An office beside a name: `Herr Muster – Sozialamt`, `Caritasverband, Frau Muster`."""
    for part in (rest.partition("|")[0].strip(" ,:;–-"), *_parts(rest)):
        text = clean(part).strip(" .-/()")
        if text and is_office(text):
            return Reading("org", without_room(text), Raw(text, cell.where))
    return None


def without_room(office: str) -> str:
    """`Sozialamt, Zimmer 12` without the room."""
    return _ROOM.sub("", office)


def words_of_vacancy(text: str) -> str | None:
    """What else a line says of a post that nobody has: `N. N. (Leitung)`, `Lotsin: derzeit unbesetzt`; else None."""
    if is_vacant(text):
        return ""
    parts = [part for each in _parts(text) if (part := clean(each).strip(" .-/"))]
    if not any(map(is_vacant, parts)) or find_names(text):
        return None
    return "|".join(part for part in parts if not is_vacant(part))


def without_vacancy(rest: str) -> str:
    """What stands beside a name without the words that nobody else is there: `Stelle vakant, Vertretung: Frau …`."""
    return "".join("" if is_vacant(piece) else piece for piece in _BESIDE.split(rest))


def _parts(text: str) -> list[str]:
    return _BESIDE.split(text)[::2]
