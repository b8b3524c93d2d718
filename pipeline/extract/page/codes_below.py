"""Area codes that stand below the numbers of their block: `Tel. 22 10 / Vorwahl 05141`, and another in the next one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.unlabelled import behind_colons, behind_names
from pipeline.transform.phone import Dialing, read_phones
from pipeline.transform.phone_labels import announcement

#: The block of a contact has no more lines.
_LONGEST = 20
_FIGURES = re.compile(r"\d\D?\d")


def codes_below(lines: Sequence[Line]) -> dict[int, str]:
    """For each line of a block the area code that its last line with figures announces.

    Only where the page announces several: one alone holds for all of it.
    """
    told = [(index, line.text) for index, line in enumerate(lines) if "orw" in line.text or "ORW" in line.text]
    said = {index: code for index, text in told if (code := announcement(text))}
    if len(set(said.values())) < 2:
        return {}
    return {index: code for at, code in said.items() for index in _block(lines, said, at)}


def _block(lines: Sequence[Line], said: Mapping[int, str], at: int) -> range:
    """The lines of the narrowest box in which numbers stand beside an announcement; none where one is below it."""
    for box in () if _calls(lines[at], said[at]) else lines[at].box.chain():
        inside = _inside(lines, box, at)
        if len(inside) > _LONGEST:
            break
        others = [index for index in inside if index != at and (index in said or _calls(lines[index], said[at]))]
        if others:
            return inside if others[-1] < at and not said.keys() & others else range(0)
    return range(0)


def _inside(lines: Sequence[Line], box: Box, at: int) -> range:
    """The lines of a box around one of them, or a few too many."""
    near = range(max(0, at - _LONGEST), min(len(lines), at + _LONGEST + 1))
    inside = [index for index in near if any(each is box for each in lines[index].box.chain())]
    return range(inside[0], inside[-1] + 1)


def _calls(line: Line, code: str) -> bool:
    """Whether a line has a number that is complete with this area code."""
    dialing = Dialing(announced=code)
    return _FIGURES.search(line.text) is not None and bool(
        read_phones(line.text, dialing).found or behind_names(line.text, dialing) or behind_colons(line.text, dialing)
    )
