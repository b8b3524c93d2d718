"""Offices in bold, or in an element called title, over people who have a block each: headings in all but the tag."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.heading_kinds import is_place
from pipeline.extract.page.item import Item
from pipeline.transform.text import in_domain

#: So many people in blocks of their own stand below such a line.
_LEAST = 2
#: Below all headings of the page and above those of lists.
_LEVEL = 50


def raise_bold_offices(lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> None:
    """Makes headings of them, and lowers the headings that stand below them in the same block."""
    titles = [index for index in range(len(lines)) if _is_title(lines, items, index)]
    entries = _entries(lines, items, titles) if titles else set()
    titles = [index for index in titles if index not in entries]
    over = {
        index: below
        for index, end in zip(titles, [*titles, len(lines)][1:], strict=True)
        if _people(lines, items, below := _below(lines, index, end), index) >= _LEAST
    }
    named = {_look(lines[index]) for index in titles if is_place(items[index][0].text)}
    proven = Counter(_look(lines[index]) for index, below in over.items() if _is_proven(lines, items, index, below))
    several = Counter(_look(lines[index]) for index in over)
    for index, below in over.items():
        look = _look(lines[index])
        if (items[index][0].kind == "office" and look in named) or proven[look] * 2 > several[look]:
            _raise(lines, index, below)


def _entries(lines: Sequence[Line], items: Sequence[Sequence[Item]], titles: Sequence[int]) -> set[int]:
    """`Gemeindebüro` over its number, the only office among people who look alike: one of them, and over nobody.

    That an office may stand at any place among them shows a part of the page in which it stands behind somebody.
    """
    alone: dict[int, bool] = {}
    heads = [index for index, line in enumerate(lines) if line.level]
    for head, end in pairwise([*heads, len(lines)]):
        inside = titles[bisect_left(titles, head) : bisect_left(titles, end)]
        office = len(inside) == 1 and any(item.kind == "office" for item in items[head])
        if office and (people := _entries_like(lines, items, inside[0], range(head + 1, end))):
            alone[inside[0]] = people[0] < inside[0]
    anywhere = {_look(lines[index]) for index, is_behind in alone.items() if is_behind}
    return {index for index in alone if _look(lines[index]) in anywhere}


def _entries_like(lines: Sequence[Line], items: Sequence[Sequence[Item]], title: int, among: range) -> list[int]:
    """The people whose blocks begin as that of a title does, if its block says how it is reached."""
    own, look = lines[title].box, _look(lines[title])
    if not any(item.kind == "fact" for index in among if lines[index].box is own for item in items[index]):
        return []
    return [
        index for index in among if _names(items[index]) and lines[index].box is not own and _look(lines[index]) == look
    ]


def _below(lines: Sequence[Line], index: int, end: int) -> list[int]:
    """What stands in the block of a title, up to the next one; behind a colon, up to the next label like it."""
    title, below = lines[index], []
    for later in range(index + 1, end):
        if _is_label(title) and _is_label(lines[later]) and _look(lines[later]) == _look(title):
            break  # `Möbelbörse:` over Eva Muster, `Presse:` over the next one
        if _is_beside(title, lines[later]):
            below.append(later)
    return below


def _is_label(line: Line) -> bool:
    return line.text.endswith(":")


def _people(lines: Sequence[Line], items: Sequence[Sequence[Item]], below: Sequence[int], title: int) -> int:
    """How many blocks of people stand below a title."""
    return len({lines[later].box for later in below if _names(items[later])} - {lines[title].box})


def _is_proven(lines: Sequence[Line], items: Sequence[Sequence[Item]], index: int, below: Sequence[int]) -> bool:
    """Whether a title names an office by its words, or is in the addresses of those who stand below it."""
    title = items[index][0]
    return (title.kind == "office" and is_place(title.text)) or _in_addresses(title.text, lines, below)


def _in_addresses(title: str, lines: Sequence[Line], below: Iterable[int]) -> bool:
    return any(in_domain(title, mail) for later in below for mail in lines[later].text.split() if "@" in mail)


def _is_title(lines: Sequence[Line], items: Sequence[Sequence[Item]], index: int) -> bool:
    """Whether a line looks like a title: the first of its block, nobody's name and nothing else beside it."""
    line, here = lines[index], items[index]
    if line.level or len(here) != 1 or here[0].kind not in ("office", "text", "role") or here[0].prose:
        return False
    if line.box.tag not in ("p", "div") or not (line.strong or line.box.kind == "title"):
        return False
    if here[0].kind == "role" and not _in_addresses(here[0].text, lines, range(index + 1, min(index + 9, len(lines)))):
        return False  # `Lesepaten Neustadt` may be what people do, or who they are
    return index == 0 or line.box not in lines[index - 1].box.chain()


def _look(line: Line) -> tuple[str, str, bool]:
    """Titles of one kind look alike: where one of them is an office by its kind, the others are offices, too."""
    return line.box.tag, line.box.kind, line.strong


def _is_beside(title: Line, line: Line) -> bool:
    """Whether a line stands in the block of a title; what stands at the side of the page is over nothing beside it."""
    same = title.box.region == line.box.region
    return same and title.box.parent is not None and title.box.parent in line.box.chain()


def _names(here: Sequence[Item]) -> bool:
    return any(item.kind == "name" and not item.prose for item in here)


def _raise(lines: Sequence[Line], index: int, below: Sequence[int]) -> None:
    """The line stands over its block now, and no longer in its first paragraph."""
    line = lines[index]
    assert line.box.parent is not None
    line.box, line.level = line.box.parent, _LEVEL
    for later in below:
        lines[later].level += _LEVEL if lines[later].level else 0
