"""Which heading holds for a line, and which lines belong together as one card among others like it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.item import Item, Kind

#: Boxes that are never one card, however many lines they hold.
_NEVER = frozenset({"body", "main", "tbody", "thead", "table"})


@dataclass(slots=True)
class Heading:
    """A heading and the last line for which it holds. `items` are what it says.

    `recurs`: the same words stand below several other headings, so that they say what is done there, not who does it.
    `alike`: the headings beside it say what people do, so that it does too.
    `post`: it names an office among such headings, and says so of who has no function of her own.
    `town`: it is the name of a town, or may be one.
    """

    line: int
    level: int
    last: int
    items: list[Item] = field(default_factory=list)
    recurs: bool = False
    alike: bool = False
    post: bool = False
    town: Literal["", "perhaps", "town"] = ""


@dataclass(slots=True)
class Outline:
    """The structure around the lines: for each line its card (None: it flows)."""

    cards: list[Box | None]
    headings: dict[int, Heading]
    early: dict[int, Heading] = field(default_factory=dict)  # headings that stand below what they are over


def read_outline(lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> Outline:
    """Headings with their reach and cards by repetition."""
    _ranges(lines)
    headings = {
        index: Heading(index, line.level, _reach(_end(index, lines), line.level, lines, items), list(items[index]))
        for index, line in enumerate(lines)
        if line.level and line.text
    }
    _note_recurring(lines, headings)
    return Outline(_cards(lines, items), headings, _early(lines, items, headings))


def _note_recurring(lines: Sequence[Line], headings: dict[int, Heading]) -> None:
    """`Schulsozialarbeit` below each of several schools."""
    parents: dict[str, set[str]] = {}
    above: list[Heading] = []
    for heading in headings.values():
        above = [other for other in above if other.level < heading.level]
        if above:
            parents.setdefault(lines[heading.line].text, set()).add(lines[above[-1].line].text)
        above.append(heading)
    for heading in headings.values():
        heading.recurs = len(parents.get(lines[heading.line].text, ())) > 1


def _ranges(lines: Sequence[Line]) -> None:
    """Notes in every box its first and last line; what is noted of a box is noted of all around it."""
    for index, line in enumerate(lines):
        box: Box | None = line.box
        while box is not None and box.first < 0:
            box.first = index
            box = box.parent
    for index in range(len(lines) - 1, -1, -1):
        box = lines[index].box
        while box is not None and box.last < 0:
            box.last = index
            box = box.parent


def _end(index: int, lines: Sequence[Line]) -> int:
    """The last line of a heading."""
    while index + 1 < len(lines) and goes_on(lines, index + 1):
        index += 1
    return index


def _reach(index: int, level: int, lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> int:
    """The last line under a heading: to the end of the box around it that holds more than headings and their lines."""
    around: Box | None = lines[index].box
    while around is not None and around.parent is not None and around.parent.tag not in ("body", "main"):
        if around.last > index and not _is_head(range(index + 1, min(around.last, index + 4) + 1), around, items):
            break
        around = around.parent
    while around is not None and around.last <= index and around.parent is not None:
        around = around.parent
    last = around.last if around is not None else len(lines) - 1
    if (panel := lines[index].opens) is not None:
        last = max(index, panel.last)
    for following in range(index + 1, last + 1):
        if lines[following].level and lines[following].level <= level:
            return following - 1
    return last


def goes_on(lines: Sequence[Line], index: int) -> bool:
    """`<h3>Leitung <small>Sozialamt</small></h3>`: the second line of a heading, and no other heading."""
    above, line = lines[index - 1], lines[index]
    return index > 0 and 0 < line.level == above.level and above.box in (line.box, line.box.parent)


def _is_head(below: range, box: Box, items: Sequence[Sequence[Item]]) -> bool:
    """Whether a box is only the head of what follows: `Beratungsstelle Neustadt` and `Kreisverband Tannberg` below."""
    if box.last > below[-1]:
        return False
    kinds = {item.kind for index in below for item in items[index]}
    return kinds <= {"office", "text", "role", "label"}


def _early(lines: Sequence[Line], items: Sequence[Sequence[Item]], headings: dict[int, Heading]) -> dict[int, Heading]:
    """Headings below the contact of their section, by the line where it begins: a card floats beside each text.

    Only where no section like it says otherwise; one alone may follow something that belongs to the section before.
    """
    over: dict[tuple[Box | None, str], list[Heading | None]] = {}
    places = sorted(heading.line for heading in headings.values())
    for heading in headings.values():
        around = lines[heading.line].box.parent
        if around is None or heading.level < 2 or around.tag in _NEVER or heading.last > around.last:
            continue
        alone = bisect_right(places, around.last) - bisect_left(places, around.first) == 1
        before = (item for index in range(around.first, heading.line) for item in items[index])
        late = alone and any(item.kind == "fact" and not item.prose for item in before)
        over.setdefault((around.parent, around.tag), []).append(heading if late else None)
    alike = [group for group in over.values() if len(group) > 1 and all(group)]
    return {
        parent.first: heading
        for group in alike
        for heading in group
        if heading is not None and (parent := lines[heading.line].box.parent) is not None
    }


def _cards(lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> list[Box | None]:
    """For each line the innermost box that is a contact of its own: by its markup, or because its siblings are too."""
    cards = _Cards(_boxes_of(lines, items, "name"), _boxes_of(lines, items, "fact"))
    return [cards.of(line.box) for line in lines]


def _boxes_of(lines: Sequence[Line], items: Sequence[Sequence[Item]], kind: Kind) -> set[Box]:
    """All boxes around something of a kind that stands in no sentence."""
    boxes: set[Box] = set()
    for line, here in zip(lines, items, strict=True):
        for item in here:
            if item.kind == kind and not item.prose:
                box: Box | None = line.box
                while box is not None and box not in boxes:
                    boxes.add(box)
                    box = box.parent
    return boxes


class _Cards:
    """Which boxes are contacts of their own, by the boxes around people and around values."""

    def __init__(self, people: set[Box], values: set[Box]) -> None:
        self.values = values
        self.full = people & values
        self.beside = Counter(box.parent for box in self.full if box.parent is not None)  # how many a box holds
        self.found: dict[Box, Box | None] = {}

    def of(self, box: Box) -> Box | None:
        """The innermost card around a line."""
        if box not in self.found:
            around = self.of(box.parent) if box.parent is not None else None
            self.found[box] = box if self._is_card(box) else around
        return self.found[box]

    def _is_card(self, box: Box) -> bool:
        if box.kind == "card" and box in self.values:
            return True
        return box in self.full and box.parent is not None and self.beside[box.parent] > 1 and box.tag not in _NEVER


def flows(card: Box | None, lines: Sequence[Line]) -> bool:
    """Whether a card is only a paragraph of lines, so that a function above its first person holds for the next too.

    Some editors write each line of a paragraph as a `div` of its own.
    """
    if card is None:
        return True
    boxes = {line.box for line in lines[card.first : card.last + 1] if line.text}
    if len(boxes) == 1:
        return True
    return cell_of(card) is card and all(box.tag == "div" and box.parent is card and not box.kind for box in boxes)


def people_in_cards(items: Sequence[Sequence[Item]], outline: Outline) -> dict[Box | None, int]:
    """How many people each card names."""
    people: dict[Box | None, int] = {}
    for card, here in zip(outline.cards, items, strict=True):
        for item in here:
            if item.kind == "name":
                people[card] = people.get(card, 0) + 1
    return people


def are_entries(box: Box, other: Box) -> bool:
    """Whether two lines stand in different entries of one list."""
    entry = next((each for each in box.chain() if each.tag == "li"), None)
    beside = next((each for each in other.chain() if each.tag == "li"), None)
    return entry is not None and beside is not None and entry is not beside and entry.parent is beside.parent


def around(box: Box) -> Box | None:
    """The box in which a block stands beside others: not a wrapper that holds nothing else."""
    above = box.parent
    while above is not None and above.parent is not None and (above.first, above.last) == (box.first, box.last):
        above = above.parent
    return above


def cell_of(box: Box) -> Box | None:
    """The cell, list item or article around a line: a function in one does not hold for the next."""
    return next(
        (each for each in box.chain() if each.tag in ("td", "li", "article", "section", "details", "fieldset")),
        box.root(),
    )
