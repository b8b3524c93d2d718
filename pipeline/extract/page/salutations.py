"""`Frau` or `Herr` in a line of its own above a name, as templates with a field for each part of a name print it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.item import Item
from pipeline.transform.name import FoundName
from pipeline.transform.names import find_names

_ALONE = {"Frau": "Frau", "Herr": "Herr", "Herrn": "Herr"}
#: The longest line behind a salutation that is tried as a name.
_LONGEST = 80


def join_salutations(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """Gives a salutation that stands alone to the name in the next line."""
    waiting: int | None = None
    for index, line in enumerate(lines):
        if not line.text:
            continue
        if waiting is not None and _take(_ALONE[lines[waiting].text], line.text, items[index]):
            items[waiting] = []
        waiting = index if line.text in _ALONE else None


def _take(salutation: str, text: str, here: list[Item]) -> bool:
    """Whether a line begins with a name to which a salutation belongs; it has it then."""
    if here and here[0].kind == "name" and here[0].name is not None:
        found = here[0].name
    elif len(here) == 1 and here[0].kind in ("text", "office") and here[0].whole and len(text) < _LONGEST:
        called = find_names(f"{salutation} {text}")
        if len(called) != 1 or called[0].end < len(text) + len(salutation) + 1:
            return False
        found = replace(called[0], start=0, end=len(text))
    else:
        return False
    here[0] = replace(here[0], kind="name", name=_addressed(found, salutation))
    return True


def _addressed(found: FoundName, salutation: str) -> FoundName:
    person = found.name
    return found if person.salutation else replace(found, name=replace(person, salutation=salutation))
