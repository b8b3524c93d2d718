"""In which order a page writes names: a guess that the family name comes first gives way to what all others show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.item import Item
from pipeline.transform.name import FoundName
from pipeline.transform.name_words import is_given, is_like_surname

#: So many names in the order of speech say that the page writes all names so.
_LEAST = 2


def turn_back(_lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> None:
    """`Unbekannt Tesfaye` among people with their given names first: her father's name is a given name, too."""
    named = [item for here in items for item in here if item.name is not None]
    guessed = [item for item in named if _is_guessed(item)]
    if not guessed or len(guessed) >= len(named) - len(guessed):
        return
    spoken = sum(_is_spoken(item) for item in named)
    if spoken < max(_LEAST, len(guessed) + 1):
        return
    for item in guessed:
        assert item.name is not None
        item.name = _turned(item.name)


def _is_guessed(item: Item) -> bool:
    """Whether only a known given name at the end says that the family name stands first."""
    assert item.name is not None
    first, _, last = item.text.partition(" ")
    turned = any(step.rule == "name_family_first" for step in item.name.steps)
    return turned and item.name.name.given == last and not first.isupper() and not is_like_surname(first)


def _is_spoken(item: Item) -> bool:
    assert item.name is not None
    name = item.name.name
    return name.given is not None and is_given(name.given) and item.text.endswith(f"{name.given} {name.family}")


def _turned(found: FoundName) -> FoundName:
    name = replace(found.name, given=found.name.family, family=found.name.given or "")
    return replace(found, name=name, steps=tuple(s for s in found.steps if s.rule != "name_family_first"))
