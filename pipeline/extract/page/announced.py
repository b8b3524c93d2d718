"""`Fahrdienst: Unbekannt Vorlaut` among lines like it: where others announce a person, what no list knows is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.errors import ValueNotUnderstood
from pipeline.extract.markup.lines import Line
from pipeline.extract.page.becoming_names import is_adjective
from pipeline.extract.page.heading_kinds import is_place
from pipeline.extract.page.item import HEADS, Item
from pipeline.extract.page.like_others import is_valued, ordinals_of, places_of
from pipeline.model import PersonName
from pipeline.transform.name import FoundName, parse_name
from pipeline.transform.name_words import is_blocked, is_given, is_like_surname
from pipeline.transform.names import might_be_person
from pipeline.transform.office import is_office, is_role


def name_the_announced(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """Divides plain lines into what announces a person and her name, where two lines in such places do the same."""
    unknown = [index for index, here in enumerate(items) if _may_announce(here)]
    if not unknown:
        return
    ordinals = ordinals_of(lines)
    known = Counter(
        place
        for index, here in enumerate(items)
        if _announces(here) and ": " in lines[index].text
        for place in places_of(lines[index], ordinals[index])
    )
    for index in unknown:
        if any(known[place] > 1 for place in places_of(lines[index], ordinals[index])):
            items[index][:1] = _divided(items[index][0])


def _announces(here: Sequence[Item]) -> bool:
    """`Fahrdienst: Eva Muster`, and at most her values behind it."""
    kinds = [item.kind for item in here[1:]]
    return kinds[:1] == ["name"] and here[0].kind in HEADS and set(kinds[1:]) <= {"fact"}


def _may_announce(here: Sequence[Item]) -> bool:
    if not here or here[0].kind not in ("text", "office") or not (here[0].whole or is_valued(here)):
        return False
    head, colon, name = here[0].text.partition(": ")
    if colon and head[:1].isalpha() and _has_double_name(name):
        return True
    if is_office(name) or is_role(name) or not (here[0].whole or _has_surname(name)):
        return False
    return bool(colon) and head[:1].isalpha() and might_be_person(name)


def _has_surname(name: str) -> bool:
    """Whether words before a value end as a family name: not `Weißer Ring`, `Gasthof Krone`, `Autohaus Maier`."""
    return is_like_surname(name.split(" ")[-1]) and not is_place(name) and not is_adjective(name.split(" ")[0])


def _has_double_name(name: str) -> bool:
    """`Eva Muster-Runde`: behind a given name a double name ends with whatever word; a `Kinder-Runde` is none."""
    given, _, family = name.partition(" ")
    first, _, second = family.partition("-")
    return is_given(given) and first.istitle() and second.istitle() and not is_blocked(first)


def _divided(item: Item) -> list[Item]:
    head, _, text = item.text.partition(": ")
    try:
        found = parse_name(text)
    except ValueNotUnderstood:
        if not _has_double_name(text):
            return [item]
        given, _, family = text.partition(" ")
        found = FoundName(PersonName(family, given), 0, len(text))
    start = item.start + len(item.text) - len(text)
    return [
        replace(item, text=head, kind="text", whole=False, colon=True),
        Item("name", item.line, start, text, name=found),
    ]
