"""Lines that only their neighbours make a person: a name no list knows, under a function or over a mail address."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.errors import ValueNotUnderstood
from pipeline.extract.item import Item
from pipeline.extract.lines import Line
from pipeline.transform.name import might_be_person, parse_name
from pipeline.transform.text import fold

#: A mail address or a number stands at most so many lines below a name.
_NEAR = 6


def name_the_likely(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """Turns plain lines into names where their surroundings leave no other reading."""
    for index, here in enumerate(items):
        if len(here) != 1 or here[0].kind not in ("text", "office") or not here[0].whole or here[0].colon:
            continue
        text = here[0].text
        if " " not in text or any(char.isdigit() for char in text) or not might_be_person(text):
            continue
        if (here[0].kind == "text" and _announced(lines, items, index)) or _in_address(items, index, text):
            _name(here, text)


def _name(here: list[Item], text: str) -> None:
    try:
        found = parse_name(text)
    except ValueNotUnderstood:
        return
    item = here[0]
    here[0] = Item("name", item.line, item.start, text, name=found, whole=True)


def _announced(lines: Sequence[Line], items: Sequence[Sequence[Item]], index: int) -> bool:
    """A label or function stands right above in the same block, and a value below."""
    if not index or not items[index - 1] or lines[index - 1].box is not lines[index].box:
        return False
    above = items[index - 1][-1]
    if not (above.kind in ("label", "role") and above.whole):
        return False
    return any(item.kind == "fact" for later in items[index + 1 : index + 4] for item in later)


def _in_address(items: Sequence[Sequence[Item]], index: int, text: str) -> bool:
    """A mail address below carries the last word of the line, before anybody else is named."""
    family = fold(text.split(" ")[-1]).replace(" ", "")
    if len(family) < 3:
        return False
    for later in items[index + 1 : index + 1 + _NEAR]:
        for item in later:
            if item.kind == "name":
                return False
            if item.fact is not None and item.fact.field == "emails":
                local = str(item.fact.reading.value).partition("@")[0]
                return family in fold(local).replace(" ", "")
    return False
