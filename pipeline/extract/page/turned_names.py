"""`Wohngeld – Dahl Eva – 302-12` in a list of such lines: the family name first, where no list knows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.becoming_names import become_name
from pipeline.extract.page.item import Item
from pipeline.transform.name_words import is_given, is_like_surname
from pipeline.transform.names import is_person

#: So many of a block are no chance.
_LEAST = 2


def name_the_turned(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """Turns pieces of two words before or behind a value into people: known families, or several of one block.

    Of several each has to have a first word of her own: `Treff Eva` and `Treff Ida` are two houses.
    """
    blocks: defaultdict[Box | None, list[tuple[list[Item], int]]] = defaultdict(list)
    for index, here in enumerate(items):
        for at in _turned(here) if len(here) > 1 else ():
            box = lines[index].box
            blocks[box.parent if box.tag == "li" else box].append((here, at))
    for found in blocks.values():
        families = {here[at].text.split(" ")[0] for here, at in found}
        for here, at in found:
            if is_like_surname(here[at].text.split(" ")[0]) or len(families) == len(found) >= _LEAST:
                here[at : at + 1] = _named(here[at])


def _turned(here: Sequence[Item]) -> list[int]:
    """Where a line with a value says two words of which only the last is a given name, in a piece of its own."""
    found = [at for at, item in enumerate(here) if item.fact is None and _may_be_name(item)]
    valued = any(item.fact is not None for item in here) and not any(item.name for item in here)
    return found if valued else []


def _may_be_name(item: Item) -> bool:
    if item.kind not in ("text", "office") or " " not in item.text or item.prose or item.colon or item.aside:
        return False
    first, _, last = item.text.partition(" ")
    return is_given(last) and not is_given(first) and is_person(item.text)


def _named(item: Item) -> list[Item]:
    named = [item]
    become_name(named, item.text)
    return named
