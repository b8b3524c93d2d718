"""Lists that put the value first: `-12 (Vorzimmer, Frau Muster)`. The value belongs to whom the same line names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.called_again import family, has_given, is_short_for
from pipeline.extract.page.item import HEADS, Item


def turn_fronted(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """Puts people before the values that stand before them in their line, and offices in lists of such lines."""
    _turn_pairs(lines, items)
    turned: Counter[Box] = Counter()
    waiting: list[tuple[int, list[list[Item]]]] = []
    for index in _fronted(lines, items):
        groups = _groups(items[index])
        if all(any(item.kind == "name" for item in group) for group in groups):
            turned[lines[index].box] += 1
            items[index] = [item for group in groups for item in _turned(group)]
        elif all(any(item.kind == "office" for item in group) for group in groups):
            waiting.append((index, groups))
    for index, groups in waiting:
        if turned[lines[index].box] > 1:
            items[index] = [item for group in groups for item in _turned(group)]


def _fronted(lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> Iterator[int]:
    """Lines that begin with a value and say more, of nobody who was named in their block or with more words before."""
    named: set[tuple[Box, str]] = set()
    full: dict[str, int] = {}  # where somebody was last named with her given name
    for index, here in enumerate(items):
        if not here or (len(here) == 1 and here[0].kind != "name"):
            continue
        names = [item for item in here if item.kind == "name"]
        people = {(lines[index].box, family(item)) for item in names}
        known = bool(people) and people <= named  # `Tel. 940-12 (Frau Muster)` below her name says whose number it is
        known = known or (
            bool(names) and here[-1].kind == "name" and all(item.aside and is_short_for(item, full) for item in names)
        )
        named |= people
        full |= {family(item): index for item in names if has_given(item)}
        if len(here) > 1 and here[0].kind == "fact" and not here[0].prose and not known:
            yield index


def _groups(here: Sequence[Item]) -> list[list[Item]]:
    """A line cut before each value that follows something else."""
    groups: list[list[Item]] = []
    for item in here:
        if not groups or (item.kind == "fact" and groups[-1][-1].kind != "fact"):
            groups.append([])
        groups[-1].append(item)
    return groups


def _turned(group: Sequence[Item]) -> list[Item]:
    """What stands behind the values first; `Tel. 940-12, Leitung: Frau Muster` reads so as well."""
    facts = [item for item in group if item.kind == "fact"]
    behind = [item for item in group if item.kind in HEADS or item.kind == "name"]
    rest = [item for item in group if item.kind != "fact" and item not in behind]
    for item in behind:
        item.aside = item.aside and item.kind == "name"  # `-28 (Bücherei)` is no remark here
    return [*behind, *facts, *rest]


def _turn_pairs(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """A list of a number, whom it reaches, the next number, whom that reaches: each number goes to the line below."""
    lists: dict[Box, list[int]] = {}
    for index, line in enumerate(lines):
        box = line.box
        if box.tag in ("dt", "dd") and items[index] and box.parent is not None:
            lists.setdefault(box.parent, []).append(index)
    for indices in lists.values():
        kinds = [{item.kind for item in items[index]} for index in indices]
        pairs = len(kinds) > 3 and not len(kinds) % 2
        if pairs and all(kind == {"fact"} for kind in kinds[::2]) and all("name" in kind for kind in kinds[1::2]):
            for number, person in zip(indices[::2], indices[1::2], strict=True):
                items[person] += items[number]
                items[number] = []
