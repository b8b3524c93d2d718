"""A line becomes a name, with what the brackets behind it say of her."""

from __future__ import annotations

from pipeline.errors import ValueNotUnderstood
from pipeline.extract.page.bracket_notes import noted
from pipeline.extract.page.item import Item
from pipeline.transform.name import parse_name
from pipeline.transform.name_words import is_given


def is_adjective(word: str) -> bool:
    """True for `Weißer` of `Weißer Ring`: it ends as no given name does that is not known as one."""
    return not is_given(word) and word.endswith(("er", "e", "es", "en"))


def become_name(here: list[Item], text: str) -> None:
    """Makes a name of what a line begins with, and of brackets behind it what they say of her."""
    name, bracket, note = text.partition(" (")
    try:
        found = parse_name(name)
    except ValueNotUnderstood:
        return
    item = here[0]
    here[0] = Item("name", item.line, item.start, name, name=found, whole=len(here) == 1 and not bracket)
    here[1:1] = noted(item.line, item.start + len(name), note.rstrip(")")) if bracket else ()
