"""A word before the values of several people is their label, though no list knows it.

`Kurzwahl: -12`, `Nachricht an: muster@…` in each of many entries announce the value; nobody else is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.item import Item
from pipeline.transform.text import fold

#: So many people have a value behind the same word, each right above it.
_LEAST = 3
_NEAR = 8


def pass_over_recurring_labels(_: Sequence[Line], items: list[list[Item]]) -> None:
    """Leaves out what only announces a value; known functions and offices say who answers there."""
    found: dict[str, list[int]] = {}
    for index, here in enumerate(items):
        if len(here) > 1 and here[0].kind == "text" and here[0].colon and here[1].kind == "fact" and not here[1].prose:
            found.setdefault(fold(here[0].text), []).append(index)
    for places in found.values():
        if len(places) >= _LEAST and all(_is_of_somebody(items, before, at) for before, at in _with_last(places)):
            for index in places:
                items[index] = items[index][1:]


def _with_last(places: Sequence[int]) -> list[tuple[int, int]]:
    """Each place with the one before it, behind which a person of its own has to stand."""
    return list(zip([-1, *places], places, strict=False))


def _is_of_somebody(items: Sequence[Sequence[Item]], before: int, at: int) -> bool:
    above = items[max(before + 1, at - _NEAR) : at]
    return sum(item.kind == "name" for here in above for item in here) == 1
