"""Headings that may be the names of towns and say nothing else: `Fronhausen` over the offices and people there.

The word alone proves nothing: a field of work stands so over people, and families are called like towns. It is a town
where the headings beside it are, by their titles (`Gemeinde Lohra`) or by the addresses below them; else it is only
noted, for other sources may know the town.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.heading_kinds import (
    is_activity,
    is_generic,
    is_headline,
    is_place,
    is_topic,
    is_work,
)
from pipeline.extract.page.item import Item
from pipeline.extract.page.like_headings import beside
from pipeline.extract.page.outline import Heading, Outline
from pipeline.transform.municipality import titled_municipality
from pipeline.transform.name_words import is_given
from pipeline.transform.office import is_office, is_role
from pipeline.transform.town import find_town, parse_town

#: So many towns make the others beside them towns, and no more others than these.
_LEAST = 2


def note_towns(lines: Sequence[Line], items: Sequence[Sequence[Item]], outline: Outline) -> None:
    """Notes the headings that may be towns, and those that are."""
    for group in beside(outline):
        perhaps = [heading for heading in group if _may_be_town(lines, items, heading, outline)]
        titled = [heading for heading in group if titled_municipality(lines[heading.line].text)]
        proved = len(titled) + sum(_is_addressed(lines, items, heading) for heading in perhaps)
        are = proved >= _LEAST and 2 * proved >= len(titled) + len(perhaps)
        for heading in perhaps:
            heading.town = "town" if are else "perhaps"


def _may_be_town(lines: Sequence[Line], items: Sequence[Sequence[Item]], heading: Heading, outline: Outline) -> bool:
    text = lines[heading.line].text
    alone = len(heading.items) == 1 and heading.items[0].kind == "text" and heading.level > 1
    if not alone or not parse_town(text) or heading.recurs or heading.alike or heading.post:
        return False
    if is_given(text.partition(" ")[0]) or _says_what(text):
        return False
    return any(
        index in outline.headings or any(item.kind == "name" for item in items[index])
        for index in range(heading.line + 1, heading.last + 1)
    )


def _says_what(text: str) -> bool:
    """Whether a heading is known to say what people do, or in which office, or nothing."""
    matter = is_role(text) or is_topic(text) or is_work(text) or is_activity(text)
    return matter or is_generic(text) or is_office(text) or is_place(text) or is_headline(text)


def _is_addressed(lines: Sequence[Line], items: Sequence[Sequence[Item]], heading: Heading) -> bool:
    """Whether an address below it is in the town of its name."""
    below = (item for here in items[heading.line + 1 : heading.last + 1] for item in here if item.kind == "address")
    return any((town := find_town(item.text)) is not None and town.city == lines[heading.line].text for item in below)
