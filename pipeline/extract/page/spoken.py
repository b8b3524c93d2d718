"""`Halle, Hausmeister Vorlaut: 5 26` in a list of people: a family name that nobody knows behind how he is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.errors import ValueNotUnderstood
from pipeline.extract.markup.lines import Line
from pipeline.extract.page.heading_kinds import is_activity, is_place, is_topic, is_work
from pipeline.extract.page.item import Item
from pipeline.transform.name import parse_name
from pipeline.transform.office import is_office
from pipeline.transform.text import fold
from pipeline.transform.vocabulary import words

#: Functions by which people are called like by a title, `Hausmeister Vorlaut`; a `Leiter Bauhof` is none.
_CALLED = words(
    "buergermeister oberbuergermeister ortsbuergermeister ortsvorsteher landrat beigeordneter gemeinderat stadtrat "
    "hausmeister platzwart bademeister schwimmmeister wassermeister foerster revierfoerster kommandant wehrfuehrer "
    "brandmeister rektor konrektor direktor lehrer kantor organist kuester mesner messner sakristan jugendpfleger "
    "amtsrichter notar rechtsanwalt hebamme gemeindeschwester"
)
#: So many others in the same block are named before their values.
_LEAST = 2


def name_the_titled(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """Divides a function and a name behind it where the lines around name others right before their values."""
    waiting = [(index, at) for index, here in enumerate(items) for at in _titled(here)]
    if not waiting:
        return
    named = Counter(line.box for line, here in zip(lines, items, strict=True) if _is_named_before_value(here))
    for index, at in reversed(waiting):
        if named[lines[index].box] >= _LEAST and (found := _name(items[index][at])):
            items[index][at : at + 1] = found


def _is_named_before_value(here: Sequence[Item]) -> bool:
    return any(one.kind == "name" and two.kind == "fact" for one, two in pairwise(here))


def _titled(here: Sequence[Item]) -> Iterator[int]:
    """Where a line has such a function and one more word, and a value behind them."""
    for at, (item, behind) in enumerate(pairwise(here)):
        if behind.kind == "fact" and item.kind in ("role", "text", "office") and not item.prose:
            head, _, last = item.text.partition(" ")
            if _is_called(fold(head)) and _is_written_as_family(last):
                yield at


def _is_called(folded: str) -> bool:
    return folded in _CALLED or folded.removesuffix("in") in _CALLED


def _is_written_as_family(word: str) -> bool:
    if " " in word or not word[:1].isupper() or not word[1:].islower():
        return False
    return not any(says(word) for says in (is_office, is_place, is_topic, is_work, is_activity))


def _name(item: Item) -> list[Item]:
    """What somebody is called by, and his name."""
    head, _, last = item.text.partition(" ")
    try:
        found = parse_name(last)
    except ValueNotUnderstood:
        return []
    start = item.start + len(item.text) - len(last)
    return [Item("role", item.line, item.start, head), Item("name", item.line, start, last, name=found)]
