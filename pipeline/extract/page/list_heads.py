"""`<li>Jugendamt<ul>…</ul></li>`: a line before a list of its own entry is the heading of that list."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.item import HEADS, Item

#: Headings of the page have levels up to this, however many frames stand around them; those of lists stand below them.
_LOWEST = 100


def raise_heads_of_lists(lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> None:
    """Gives the first lines of entries that hold a list the level of a heading, by their depth."""
    for index, line in enumerate(lines[:-1]):
        here = items[index]
        if line.box.tag != "li" or line.level or not here:
            continue
        if all(item.kind in HEADS and not item.prose for item in here) and _holds_list(lines, items, index):
            line.level = _LOWEST + _depth(line.box)


def _holds_list(lines: Sequence[Line], items: Sequence[Sequence[Item]], index: int) -> bool:
    """Whether a list begins right below a line of an entry, or below the values of the office that it names."""
    box = lines[index].box
    below = index + 1
    if items[index][0].kind == "office" and (index == 0 or lines[index - 1].box is not box):
        while below < len(lines) and lines[below].box is box and _is_value(items[below]):
            below += 1
    return below < len(lines) and lines[below].box.tag == "li" and box in lines[below].box.chain() and (
        lines[below].box is not box
    )  # fmt: skip


def _is_value(here: Sequence[Item]) -> bool:
    return all(item.kind in ("fact", "address", "hours") for item in here)


def _depth(box: Box) -> int:
    return sum(each.tag == "li" for each in box.chain())
