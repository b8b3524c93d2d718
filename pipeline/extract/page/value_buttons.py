"""Buttons and headings over nothing but somebody's values, `So erreichen Sie mich`: they head no part of the page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.heading_kinds import is_generic
from pipeline.extract.page.item import Item

#: Who is named in what a button opens is the owner of what stands there.
_OWNERS = frozenset({"name", "office"})


def lower_value_buttons(lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> None:
    """Takes the level of a heading from such buttons, as long as nothing else reaches whoever stands above them."""
    waiting, opened = False, -1
    for index, line in enumerate(lines):
        kinds = {item.kind for item in items[index]}
        if line.opens is not None and waiting and _opens_values(lines, items, index):
            opened = _last_opened(lines, index)
            line.level, line.opens = 0, None
        elif "name" in kinds:
            waiting = "fact" not in kinds
        elif index > opened and (line.level or "fact" in kinds):
            waiting = False


def _opens_values(lines: Sequence[Line], items: Sequence[Sequence[Item]], index: int) -> bool:
    """Whether neither a button nor what it opens calls anybody."""
    below = items[index + 1 : _last_opened(lines, index) + 1]
    said = bool(lines[index].level) and all(item.kind == "text" for item in items[index])
    return said and not any(item.kind in _OWNERS for here in below for item in here)


def _last_opened(lines: Sequence[Line], index: int) -> int:
    """The last line of what a button opens."""
    panel = lines[index].opens
    inside = takewhile(lambda below: any(box is panel for box in below.box.chain()), islice(lines, index + 1, None))
    return index + sum(1 for _ in inside)


def lower_value_headings(lines: Sequence[Line], items: Sequence[list[Item]]) -> None:
    """`Kommunikation` over a number, beside `Hausanschrift` over an address: an unknown word that calls nobody."""
    above, said = -1, set[str]()
    for index, line in enumerate(lines):
        if not line.level:
            said |= {item.kind for item in items[index]}
            continue
        beside = above >= 0 and lines[above].level == line.level and is_generic(lines[above].text)
        if beside and said == {"address"} and _is_alone_over_values(lines, items, index):
            line.level = 0
            items[index].clear()
            continue
        above, said = index, set()


def _is_alone_over_values(lines: Sequence[Line], items: Sequence[Sequence[Item]], index: int) -> bool:
    """`Kasse` and `Archiv`, each over a number, are two who answer there."""
    after = next((each for each in range(index + 1, len(lines)) if lines[each].level), None)
    return _heads_values(lines, items, index) and not (after is not None and _heads_values(lines, items, after))


def _heads_values(lines: Sequence[Line], items: Sequence[Sequence[Item]], index: int) -> bool:
    """Whether a heading that no list knows stands over whole lines of values and nothing else."""
    below = takewhile(lambda each: not lines[each].level, range(index + 1, len(lines)))
    kinds = [item.kind if item.whole else "" for each in below for item in items[each]]
    return set(kinds) == {"fact"} and [item.kind for item in items[index]] == ["text"]
