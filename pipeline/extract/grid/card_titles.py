"""What the lines above the labels of a card say: its municipality, its office, or who it is and where she sits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.below import heading_of
from pipeline.extract.grid.column_content import is_matter
from pipeline.extract.grid.column_groups import PERSON, Column, Row
from pipeline.extract.grid.forms import Block
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.named_places import stated_place, whole_place
from pipeline.extract.grid.place_sections import is_something_else
from pipeline.extract.layout import Cell
from pipeline.model import Rules
from pipeline.transform.address import parse_address
from pipeline.transform.municipal_kinds import GEMEINDE
from pipeline.transform.names import is_person
from pipeline.transform.office import is_office, is_role
from pipeline.transform.prose import looks_like_prose
from pipeline.transform.text import clean

_INSIDE = re.compile(rf"[ :–-](?=(?:Stadt|{GEMEINDE}|Flecken) [A-ZÄÖÜ][a-zäöü])")
#: Lines that no title of a form is: with one of them the lines are an address, as on a letter.
_OF_PERSON = frozenset({"Straße", "PLZ Ort", "Anschrift", "Funktion"})
_POSTCODE = re.compile(r"\b\d{5} [^\d\W]")


def with_title(block: Block, prefix: str | None, rules: Rules, work: bool = False) -> tuple[tuple[Column, ...], Row]:
    """The card as one row with what its title says, where no label says so.

    `prefix` is what the titles of several cards have in common; None where there is one card only. `work`: most titles
    say what somebody does.
    """
    if tells_itself(block):
        return Block(labels=[*_lines(block), *block.labels]).row()
    columns, row = block.row()
    if not block.titles:
        return columns, row
    cell = block.titles[-1]
    fields = {column.field for column in columns}
    meaning, text = _function(clean(cell.text), fields, work) or _meaning(cell, fields, prefix, rules)
    if not meaning or meaning in fields:
        return columns, row
    cell = replace(cell, text=text)
    return (Column(len(row), meaning, "", cell.where, 0 if meaning in ("name", "role") else -1), *columns), (*row, cell)


def _function(text: str, fields: set[str], work: bool) -> tuple[str, str] | None:
    """`Kassenwart` over the card of a person; among such titles `Öffentlichkeitsarbeit` is what she does, too."""
    function = is_role(text) or (work and not is_office(text) and not is_person(text))
    return ("role", text) if work and function and fields & PERSON else None


def _meaning(cell: Cell, fields: set[str], prefix: str | None, rules: Rules) -> tuple[str, str]:
    """Who it is, the municipality or the office that a title names; the first is blank where it says nothing."""
    text = clean(cell.text).removeprefix(prefix or "")
    place = title_place(text, rules) or (text if prefix is not None and text and not _is_no_town(text) else None)
    if is_person(text) and not fields & PERSON:
        return "name", cell.text
    if place and "municipality" not in fields:
        return "municipality", place
    return ("org" if is_office(text) else ""), cell.text


def _is_no_town(text: str) -> bool:
    return is_something_else(text) or any(map(is_matter, text.split()))


def name_functions(blocks: Sequence[Block]) -> bool:
    """Whether most cards have a title of their own that says what somebody does: `1. Vorsitzender`, `Kassenwart`."""
    titles = [clean(block.titles[-1].text) for block in blocks if block.titles and not tells_itself(block)]
    return len(titles) * 2 > len(blocks) and sum(map(is_role, titles)) * 2 > len(titles)


def tells_itself(block: Block) -> bool:
    """Whether several lines stand above the labels, among them somebody's name, function or address."""
    told = {heading for heading, _ in _lines(block)}
    return len(block.titles) > 1 and ("Name" in told or not _OF_PERSON.isdisjoint(told))


def _lines(block: Block) -> list[tuple[str, Cell]]:
    """What the lines above the labels say that no label says: no function of somebody whose `Funktion` follows."""
    told = [(heading, cell) for cell in block.titles if (heading := _heading(cell.text))]
    return [(heading, cell) for heading, cell in told if block.fields.isdisjoint(meanings(heading)[:1])]


#: What a sheet is: nobody's function, whoever it asks for (`Erhebungsbogen: Ansprechpersonen der Kommune`).
_FORM = re.compile(
    r"\w*(?:bogen|formular|formblatt|datenblatt|vordruck|steckbrief|liste|übersicht|verzeichnis)\b", re.IGNORECASE
)


def _heading(text: str) -> str | None:
    """The heading that a line would have."""
    line = clean(text)
    if _FORM.match(line):
        return None
    if whole_place(line):
        return "Gemeinde"
    return "Anschrift" if _is_address(line) else heading_of(line)


def _is_address(line: str) -> bool:
    """Whether street and town stand in one line."""
    try:
        address = parse_address(line) if _POSTCODE.search(line) else None
    except ValueError:
        return False
    return address is not None and bool(address.street and address.city)


def common_title(blocks: Sequence[Block]) -> str | None:
    """The words with which all titles begin: `Steckbrief Uhingen` and `Steckbrief Salach` differ in the place."""
    titles = [clean(block.titles[-1].text) for block in blocks if block.titles and not tells_itself(block)]
    words = [title.split(" ") for title in titles]
    same = 0
    while len(words) > 1 and all(len(w) > same + 1 and w[same] == words[0][same] for w in words):
        same += 1
    if len(set(titles)) < 2:
        return None
    return " ".join(words[0][:same]) + " " if same else ""


def title_place(text: str, rules: Rules) -> str | None:
    """The municipality that a title names: `Stadt Göppingen, Hauptamt`."""
    if looks_like_prose(text):
        return None
    return stated_place(text, rules.ags) or stated_place(_before_place(text), None)


def _before_place(text: str) -> str:
    """What a title says from its municipality on: `Ansprechpersonen der Stadt Celle`; nothing of a district."""
    found = None if "kreis" in text.lower() else _INSIDE.search(text)
    return text[found.end() :] if found else ""
