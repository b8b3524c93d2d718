"""Lines in a place where others like it hold people and nothing else: cards of one list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.becoming_names import become_name
from pipeline.extract.page.item import Item

#: So many boxes around a line may be the card that others are like.
_AROUND = 8


def name_like_others(lines: Sequence[Line], items: list[list[Item]], unknown: Sequence[int]) -> None:
    """Where at least two cards hold a person's name and none holds anything else, the others hold names as well."""
    ordinals = ordinals_of(lines)
    seen = _Seen(Counter(), set(), Counter())
    waiting = set(unknown)
    for index, here in enumerate(items):
        if here and (index not in waiting or is_valued(here)):
            for place in places_of(lines[index], ordinals[index]):
                seen.note(place, here, index in waiting)
    for index in unknown:
        valued = is_valued(items[index])
        if any(seen.says_name((place, valued)) for place in places_of(lines[index], ordinals[index])):
            become_name(items[index], items[index][0].text)


@dataclass(slots=True)
class _Seen:
    """How many people stand in a place, alone or with values behind them; where others do; how often nobody knows."""

    people: Counter[tuple[object, bool]]
    others: set[tuple[object, bool]]
    unsure: Counter[tuple[object, bool]]

    def note(self, place: object, here: Sequence[Item], unsure: bool) -> None:
        valued = is_valued(here)
        if valued or len(here) > 1 or here[0].kind != "name":
            self.others.add((place, False))
        if unsure:
            self.unsure[place, True] += 1
        elif here[0].kind == "name" and (valued or len(here) == 1):
            self.people[place, valued] += 1
        else:
            self.others.add((place, valued))

    def says_name(self, key: tuple[object, bool]) -> bool:
        """Whether only people stand in a place, and of those with values at most half as many unknown words."""
        return self.people[key] > 1 and key not in self.others and 2 * self.unsure[key] <= self.people[key]


def is_valued(here: Sequence[Item]) -> bool:
    """Whether values and nothing else stand behind the first thing that a line says."""
    return len(here) > 1 and all(item.kind == "fact" for item in here[1:])


def ordinals_of(lines: Sequence[Line]) -> list[int]:
    """The how-manieth line of its own box each line is."""
    counts: dict[int, int] = {}
    result = []
    for line in lines:
        number = counts.get(id(line.box), 0)
        counts[id(line.box)] = number + 1
        result.append(number)
    return result


def places_of(line: Line, ordinal: int) -> list[object]:
    """The place of a line in each of the boxes around it, were that one among others like it."""
    steps: list[tuple[str, int]] = [("", ordinal), (f"h{line.level}", 0)]
    result: list[object] = []
    for box in islice(line.box.chain(), _AROUND):
        if box.parent is not None and box.tag not in ("body", "main"):
            result.append((id(box.parent), box.tag, tuple(steps)))
        steps.append((box.tag, box.ordinal))
    return result
