"""`Frau Unbekannt Vorlaut` on a page that gives everybody's given name: the first of two words is hers.

Alone, nothing says whether two words behind a salutation are one family name (`Herr Garcia Lopez`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.item import Item
from pipeline.model import PersonName, Step
from pipeline.transform.name import FoundName
from pipeline.transform.name_words import is_capital_particle, is_like_surname, is_noble


def divide_names(_lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> None:
    """Divides names of two words where all others behind a salutation have a given name."""
    open_: list[Item] = []
    told = 0
    for item in (each for here in items for each in here):
        name = item.name.name if item.name is not None else None
        if name is None:
            continue
        if name.salutation and name.given is None:
            if not _may_be_whole(name):
                return  # the page calls people by their family names
            open_.append(item)
        elif name.given:
            told += 1
    for item in open_ if told > len(open_) else ():
        if item.name is not None:
            item.name = _divided(item.name)


def _divided(found: FoundName) -> FoundName:
    given, family = found.name.family.split(" ")
    step = Step("name_parts", found.name.family, f"{given} {family}")
    return replace(found, name=replace(found.name, given=given, family=family), steps=(*found.steps, step))


def _may_be_whole(name: PersonName) -> bool:
    """Whether a family name of two words may be a given name and a family name."""
    first, _, last = name.family.partition(" ")
    if not last or " " in last or not first[:1].isupper() or "-" in first:
        return False
    return not (is_like_surname(first) or is_capital_particle(first) or is_noble(first))
