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
        below = lines[index + 1].box
        if line.box.tag != "li" or line.level or below is line.box or below.tag != "li":
            continue
        here = items[index]
        if here and all(item.kind in HEADS and not item.prose for item in here) and line.box in below.chain():
            line.level = _LOWEST + _depth(line.box)


def _depth(box: Box) -> int:
    return sum(each.tag == "li" for each in box.chain())
