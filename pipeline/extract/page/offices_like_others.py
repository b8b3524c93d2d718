"""What begins a card where nearly all cards of the same list begin with an office: one, too, whatever its words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.heading_kinds import is_place
from pipeline.extract.page.item import Item
from pipeline.transform.municipal_body import is_municipal_body

#: So many offices show what a list is of, and so many for each beginning that nobody knows.
_LEAST = 4
#: Districts and towns stand together with nothing but their like: so many for each that nobody knows are enough.
_REGIONS = 2
_DISTRICT = re.compile(r"(?:Landkreis|Kreis) [A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)*")
#: So many boxes around a line may be the card that it begins.
_AROUND = 4


def name_offices_like_others(lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> None:
    """`Kinderschutzbund Neustadt` in a list of offices and associations: words that no list knows, where one stands."""
    if sum(map(_is_known, items)) < _LEAST:
        return
    known: Counter[object] = Counter()
    regions: Counter[object] = Counter()
    others: set[object] = set()
    unknown: dict[int, list[object]] = {}
    for index, here in enumerate(items):
        places = list(_places(lines, index)) if here and not lines[index].level else []
        if places and _is_unknown(here):
            unknown[index] = places
        elif _is_known(here):
            known.update(places)
            regions.update(places if _is_region(here[0].text) else ())
        else:
            others.update(places)
    waiting = Counter(place for places in unknown.values() for place in places)
    for index, places in unknown.items():
        told = (
            known[place] >= _LEAST * waiting[place] or regions[place] >= max(_LEAST, _REGIONS * waiting[place])
            for place in places
            if place not in others
        )
        if any(told):
            items[index][0].kind, items[index][0].alike = "office", True


def place_labels_like_others(lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> None:
    """`Café Mondial: Eva Muster` among `Helferkreis Celle: …`: where nearly all labels of a list say where, it does."""
    groups: defaultdict[object, list[Item]] = defaultdict(list)
    for line, here in zip(lines, items, strict=True):
        if [item.kind for item in here[:2]] == ["office", "name"] and here[0].colon and line.box.parent is not None:
            groups[id(line.box.parent), line.box.tag].append(here[0])
    for labels in groups.values():
        unknown = [label for label in labels if not is_place(label.text)]
        if len(labels) - len(unknown) >= _LEAST * len(unknown):
            for label in unknown:
                label.alike = True


def _is_region(text: str) -> bool:
    return _DISTRICT.fullmatch(text) is not None or is_municipal_body(text)


def _is_known(here: Sequence[Item]) -> bool:
    return bool(here) and here[0].kind == "office" and here[0].whole


def _is_unknown(here: Sequence[Item]) -> bool:
    """Whether nothing but its place can tell what a line calls."""
    first = here[0]
    return first.kind == "text" and first.whole and not first.colon and not first.prose


def _places(lines: Sequence[Line], index: int) -> Iterator[object]:
    """The lists of cards of which the line may begin one: what holds the card, and how the card is made."""
    line = lines[index]
    if index and lines[index - 1].box is line.box:
        return
    above, below = _around(lines, index - 1), _around(lines, index + 1)
    steps: list[str] = []
    for box in islice(line.box.chain(), _AROUND):
        if id(box) in above or box.parent is None or box.tag in ("body", "main"):
            return
        steps.append(box.tag)
        if id(box) in below:
            yield id(box.parent), tuple(steps), line.strong


def _around(lines: Sequence[Line], index: int) -> set[int]:
    return {id(box) for box in lines[index].box.chain()} if 0 <= index < len(lines) else set()
