"""`Tim: 0152 …/Leonie: 0157 …` near `Tim Muster` and `Leonie Blum`: of whom only the given name is said again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.item import Item
from pipeline.transform.name_words import is_given
from pipeline.transform.text import fold

#: So many lines above somebody may be named in full, and not above the heading of the part.
_NEAR = 8
_CALLS = frozenset({"text", "label", "role"})


def name_by_given(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """Turns a given name right before a value into the one person near above who is called so."""
    people: list[Item] = []
    for index, here in enumerate(items):
        if lines[index].level:
            people.clear()
        unclear: list[int] = []
        for place, (item, behind) in enumerate(pairwise(here)) if people and len(here) > 1 else ():
            if item.kind in _CALLS and behind.kind == "fact" and not item.prose and is_given(item.text):
                known = {_shown(person): person for person in people if index - person.line <= _NEAR}
                called = [person for person in known.values() if fold(item.text) in _given(person)]
                if len(called) == 1:
                    here[place] = Item("name", index, item.start, item.text, name=called[0].name, again=called[0])
                elif called:
                    unclear.append(place)
        for place in reversed(unclear):
            del here[place : place + 2]  # nobody knows whose the value is, and `leftovers` says so
        people += [item for item in here if item.name and item.again is None and item.name.name.given]


def _given(person: Item) -> tuple[str, str]:
    """As what somebody may be called: by the first of several given names, or by all of them."""
    assert person.name is not None
    given = fold(person.name.name.given or "")
    return given.partition(" ")[0], given


def _shown(person: Item) -> tuple[str, ...]:
    assert person.name is not None
    return (*_given(person), fold(person.name.name.family))
