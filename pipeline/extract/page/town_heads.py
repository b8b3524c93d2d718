"""A list by towns: where bold words over some entries are the towns of their addresses, those of the others are, too.

They say where somebody is; as functions or offices they would be nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.item import Item
from pipeline.transform.town import find_town, parse_town

#: An address stands at most so many lines below the town that its entry is listed under.
_NEAR = 5
#: So many towns over their own addresses make a list by towns.
_LEAST = 2


def pass_over_towns(lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> None:
    """Makes labels of the towns over the entries of such a list."""
    lists: dict[tuple[int, str], list[int]] = {}
    for index in _bold(lines, items):
        box = lines[index].box
        lists.setdefault((id(_list_of(box)), box.tag), []).append(index)
    for heads in lists.values():
        if sum(_is_over_address(items, index) for index in heads) >= _LEAST:
            for index in heads:
                items[index][0].kind = "label"


def _list_of(box: Box) -> Box | None:
    """What holds the entries: around the one in which a town stands, or the table of its row."""
    row = next((each.parent for each in (box, box.parent) if each is not None and each.tag in ("td", "th")), None)
    if row is not None:
        return row.parent
    return box.parent.parent if box.parent is not None and box.parent.tag == "entry" else box.parent


def _bold(lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> Iterator[int]:
    for index, (line, here) in enumerate(zip(lines, items, strict=True)):
        bold = line.strong and not line.level and len(here) == 1
        if bold and here[0].kind == "text" and here[0].whole and parse_town(here[0].text):
            yield index


def _is_over_address(items: Sequence[Sequence[Item]], index: int) -> bool:
    """Whether the town of the next address is the one that a line names."""
    below = (item for here in items[index + 1 : index + 1 + _NEAR] for item in here if item.kind == "address")
    town = next((town for item in below if (town := find_town(item.text)) is not None), None)
    return town is not None and town.city == items[index][0].text
