"""Headings beside each other are of one kind: where nearly all say what people do, an unknown word does so, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.heading_kinds import (
    is_activity,
    is_generic,
    is_like_town,
    is_place,
    is_topic,
    is_unit,
    is_work,
)
from pipeline.extract.page.item import Item
from pipeline.extract.page.outline import Heading, Outline
from pipeline.transform.office import is_office, is_role

#: So many headings say what people do, and so many for each that is not known to.
_LEAST, _FOR_EACH = 3, 3
_ONE_WORD = re.compile(r"[A-ZÄÖÜ][\w-]{3,30}")
#: So many others beside it show what a word of activity is.
_OTHERS = 2
#: Behind a field of work: what it is called in short, and a remark.
_LAST = re.compile(r"(?: [A-ZÄÖÜ]{2,6})?(?: \([^()]*\))?$")


def note_alike(lines: Sequence[Line], items: Sequence[Sequence[Item]], outline: Outline) -> None:
    """Notes unknown words among headings over people that say what these do: `Registratur` beside `Einbürgerung`."""
    for group in beside(outline):
        _note_asked_for(lines, items, group)
        _note_offices(lines, items, group)
        unknown = [heading for heading in group if _is_unknown(lines[heading.line].text, heading)]
        if not unknown or len(group) < _LEAST + len(unknown):
            continue
        known = [heading for heading in group if _is_work(lines[heading.line].text) and _has_people(items, heading)]
        if len(known) >= max(_LEAST, _FOR_EACH * len(unknown)):
            for heading in unknown:
                heading.alike = True


def _note_asked_for(lines: Sequence[Line], items: Sequence[Sequence[Item]], group: Sequence[Heading]) -> None:
    """`Begleitung` alone only announces people; beside `Sprachcafé` and `Kleiderstube` it is one of the things done."""
    asked = [heading for heading in group if _is_asked_for(lines[heading.line].text) and _has_people(items, heading)]
    others = [heading for heading in group if heading not in asked]
    known = [heading for heading in others if _is_done(lines[heading.line].text)]
    if asked and len(known) >= max(_OTHERS, len(others) - 1):
        for heading in asked:
            heading.alike = True


def _note_offices(lines: Sequence[Line], items: Sequence[Sequence[Item]], group: Sequence[Heading]) -> None:
    """`Untere Aufnahmebehörde` beside `Amtsleitung` and `Flüchtlingssozialarbeit`: a post like the others."""
    people = [heading for heading in group if _has_people(items, heading)]
    known = [heading for heading in people if _is_work(lines[heading.line].text)]
    offices = [each for each in people if each not in known and _is_part(lines[each.line].text)]
    if len(known) >= max(_OTHERS, _OTHERS * len(offices)):
        for heading in offices:
            heading.post = True


#: How parts of one house end; a `Feuerwehr` and a `Verein` are none.
_PART = re.compile(r"(?i:amt|behörde|stelle|netzwerk|büro|archiv)$")


def _is_part(text: str) -> bool:
    return is_office(text) and (is_unit(text) or _PART.search(text) is not None)


def _is_asked_for(text: str) -> bool:
    return is_activity(text) and is_generic(text)


def _is_done(text: str) -> bool:
    return not is_generic(text) and (_is_work(text) or is_office(text))


def beside(outline: Outline) -> Iterator[list[Heading]]:
    """The headings of one level below the same heading."""
    groups: dict[tuple[int, int], list[Heading]] = {}
    above: list[Heading] = []
    for heading in outline.headings.values():
        above = [other for other in above if other.level < heading.level]
        groups.setdefault((above[-1].line if above else -1, heading.level), []).append(heading)
        above.append(heading)
    return iter(groups.values())


def _is_unknown(text: str, heading: Heading) -> bool:
    if len(heading.items) != 1 or heading.items[0].kind != "text":
        return False
    bare = _LAST.sub("", text)  # `Strategische Steuerung KIM (Baustein 1)`
    if not (_ONE_WORD.fullmatch(text) or (bare != text and _is_work(bare))):
        return False
    return not (_is_work(text) or is_place(text) or is_generic(text) or is_like_town(text))


def _is_work(text: str) -> bool:
    return is_role(text) or is_topic(text) or is_activity(text) or is_work(text)


def _has_people(items: Sequence[Sequence[Item]], heading: Heading) -> bool:
    return any(item.kind == "name" for here in items[heading.line + 1 : heading.last + 1] for item in here)
