"""Names that no list knows, where only a name can stand: `Leitung: Muster, Eva`, `Unbekannt Vorlaut und Eva Muster`."""

from __future__ import annotations

import re

from pipeline.errors import ValueNotUnderstood
from pipeline.extract.page.chunks import Mark
from pipeline.extract.page.item import Item
from pipeline.extract.page.pieces import EDGES, as_items
from pipeline.transform.name import FoundName, parse_name
from pipeline.transform.name_words import is_given, is_like_surname
from pipeline.transform.names import find_names, might_be_person
from pipeline.transform.office import is_label, is_office, is_role

#: Between two people who are named together.
_AND = r"(?:und|u\.|sowie|&|\+|/)"
_BEFORE_OTHER = re.compile(rf"\W*(?P<name>[A-ZÄÖÜ][^,;:]{{3,60}}?) {_AND}\s*")
_BEHIND_OTHER = re.compile(rf"\s*{_AND} (?P<name>[A-ZÄÖÜ][^,;:]{{3,60}}?)[\s,:]*")


def name_beside(index: int, start: int, part: str, before: Mark | None, behind: Mark | None) -> Item | None:
    """`Unbekannt Vorlaut und Eva Muster`, or the other way round: who stands beside somebody is somebody, too."""
    if isinstance(behind, FoundName) == isinstance(before, FoundName):
        return None
    match = (_BEFORE_OTHER if isinstance(behind, FoundName) else _BEHIND_OTHER).fullmatch(part)
    if match is None or not _is_two_names(match["name"]) or not (names := _one_name(match["name"])):
        return None
    return Item("name", index, start + match.start("name"), match["name"], name=names[0])


def _is_two_names(text: str) -> bool:
    """Whether a text is two words of which the last is built as a family name; `Landfrauen Neustadt` are nobody."""
    first, _, last = text.partition(" ")
    return bool(first) and is_like_surname(last) and " " not in last and might_be_person(text)


def inverted_name(index: int, start: int, part: str) -> list[Item]:
    """`Leitung: Muster, Eva`: a name that is one only without what announces it."""
    head, colon, rest = part.partition(": ")
    if not colon or len(head) > 80:
        return []
    names = find_names(rest) if "," in rest else ()
    told = is_role(head) or is_label(head) or is_given(rest.partition(" ")[0])
    if not names and " " in rest and told and might_be_person(rest):
        names = _one_name(rest)
    if len(names) != 1 or names[0].start or names[0].end < len(rest.rstrip(EDGES)):
        return []
    return [*as_items(index, start, head.strip(EDGES), True), Item("name", index, start, rest, name=names[0])]


def _one_name(text: str) -> tuple[FoundName, ...]:
    """A name that no list knows, where only a name can stand."""
    if is_office(text) or is_role(text):
        return ()
    try:
        return (parse_name(text),)
    except ValueNotUnderstood:
        return ()
