"""Municipalities in the cells of names: `Frau Eva Muster (Celle)`, `Celle – Frau Eva Muster`; they get a column.

Whole lines say them too: `Celle: Frau Eva Muster, Tel. 05141 12-34`, `Frau Eva Muster, Celle, Tel. 05141 12-34`.

That it is a place and no nickname, its heading says (`Name/Ort`), the mail domain beside it, its ending, or `Stadt`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.column_content import are_places, mail_of, reaches, tells_all
from pipeline.extract.grid.column_groups import Column, Row
from pipeline.extract.grid.headings import meanings
from pipeline.extract.layout import Cell
from pipeline.model import Where
from pipeline.transform.municipal_body import is_municipal_body
from pipeline.transform.names import is_person
from pipeline.transform.office import is_office, is_role
from pipeline.transform.text import clean, fold

_NAME, _PLACE = r"(?P<name>[^()]+?)", r"(?P<place>[^,;:\n]+?)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_NAME}\s*[(\[]{_PLACE}[)\]]",
        rf"{_NAME}(?:\s+[–/|-]\s+|\s*[/|\n]\s*){_PLACE}",
        rf"{_NAME}, {_PLACE}",
        rf"{_PLACE}(?:\s+[–/|-]\s+|\s*[/|:\n]\s*){_NAME}",
        rf"{_PLACE}, {_NAME}",
        rf"{_PLACE} \({_NAME}\)",
    )
)
#: Before or behind a name that more follows: how to reach her.
_LINES = tuple(
    re.compile(form, re.DOTALL)
    for form in (
        rf"{_PLACE}(?:\s+[–|/-]\s+|\s*[:\n]\s*)(?P<name>.+)",
        rf"{_PLACE}, (?P<name>.+)",
        rf"{_PLACE} \((?P<name>[^()]+)\)(?P<behind>.+)",
        r"(?P<name>[^(),;:\n]+?) \((?P<place>[^(),;:\n]+)\)(?P<behind>.+)",
        r"(?P<name>[^(),;:\n]+?)(?:, | [–|-] )(?P<place>[^(),;:\n]+?)(?P<behind>(?:[,;:]| [–|-]) .+)",
    )
)
#: So many rows are asked, and longer cells say more than two things; a line is longer.
_SAMPLE, _LENGTH, _LONGEST = 200, 120, 400
_COUNTED = re.compile(r"^\d{1,3}[.)]\s+(?=\D)")
_MAIL = re.compile(r"\S+@\S+")
_WHERE = ("municipality", "place")


def with_places_apart(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[tuple[Column, ...], Sequence[Row]]:
    """The columns and rows with one column more, if most names stand beside their municipality."""
    names = [column for column in columns if column.field == "name"]
    if len(names) != 1 or any(column.field in _WHERE for column in columns):
        return tuple(columns), rows
    name, mail = names[0], next((column.index for column in columns if column.field == "email"), None)
    usual = [row for row in rows[:_SAMPLE] if len(row) == len(columns) and row[name.index].text]
    told = [
        (row[name.index].text, _mail_in(row[name.index].text if mail is None else mail_of(row[mail]))) for row in usual
    ]
    form = next((form for form in (*_FORMS, *_LINES) if _holds(form, told, name.heading)), None)
    if form is None:
        return tuple(columns), rows
    added = replace(name, index=len(columns), field="municipality")
    return (*columns, added), [_apart(row, name.index, form) for row in rows]


def _holds(form: re.Pattern[str], told: Sequence[tuple[str, str]], heading: str) -> bool:
    """Whether most cells are written so; of a list of whole lines, those that say how to reach somebody."""
    told = [pair for pair in told if form not in _LINES or reaches(Cell(pair[0], Where()))]
    stated = any(meanings(word)[:1] in (("municipality",), ("place",)) for word in fold(heading).split()[1:])
    found = [
        match for text, mail in told if (match := _split(form, text)) and (stated or _is_place(match["place"], mail))
    ]
    return len(found) * 2 > len(told)


def _split(form: re.Pattern[str], text: str) -> re.Match[str] | None:
    """A person and beside her what is neither a person, a function nor an office."""
    line = form in _LINES
    found = form.fullmatch(_COUNTED.sub("", text.strip())) if len(text) <= (_LONGEST if line else _LENGTH) else None
    if not found or not (_tells(found) if line else is_person(found["name"].strip())):
        return None
    place = clean(found["place"])
    other = is_person(place) or is_role(place) or (is_office(place) and not is_municipal_body(place))
    return None if other or not place[:1].isupper() or any(map(str.isdigit, place)) else found


def _tells(found: re.Match[str]) -> bool:
    """Whether a line names somebody and how to reach her."""
    behind = found.groupdict().get("behind")
    if behind is None:
        return tells_all(Cell(found["name"], Where()))
    return is_person(found["name"]) and reaches(Cell(behind, Where()))


def _mail_in(text: str) -> str:
    found = _MAIL.search(text[:_LONGEST])
    return found.group().strip("<>(),;") if found else ""


def _is_place(text: str, mail: str) -> bool:
    return are_places(text, mail) or is_municipal_body(text)


def _apart(row: Row, at: int, form: re.Pattern[str]) -> Row:
    found = _split(form, row[at].text) if len(row) > at else None
    if found is None:
        return (*row, Cell("", row[-1].where))
    name = replace(row[at], text=(found["name"] + found.groupdict().get("behind", "")).strip())
    place = replace(row[at], text=found["place"].strip(), links=())
    return (*row[:at], name, *row[at + 1 :], place)
