"""Numbers between the names of one cell: each is hers right behind whose name it stands, with nothing else before it.

Where one number follows each name, the count says the same and `drafts` deals; here are cells in which it does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.grid.cell_labels import only_labels
from pipeline.extract.grid.cell_values import CellValues, Item
from pipeline.extract.grid.drafts import Draft
from pipeline.extract.layout import Cell
from pipeline.model import Finding
from pipeline.transform.office import is_role
from pipeline.transform.phone_words import WORDS, Word, classify

#: Names first or numbers first, or one of each in turn: their count tells.
_REGULAR = re.compile(r"N*P*|P+N+|(?:NP)+|(?:PN)+")
#: Nobody has more numbers than so many.
_NEAR = 12
_BRACKETS = re.compile(r"\([^()]*\)")
_ASIDE = re.compile(r"\([^()]*\)|\S+@\S+")
_BLANK = re.compile(r"\n[ \t]*\n")
#: A name or a number: where it begins, where it ends, whose or which it is.
Mark = tuple[int, int, Draft | Item]


def deal_between(drafts: Sequence[Draft], values: CellValues, cell: Cell) -> list[Finding]:
    """Gives numbers to those behind whose names they stand and takes them out of `values`; findings for the rest."""
    marks = _marks(drafts, values.phones, cell) if len(drafts) > 1 and values.phones else []
    order = "".join("N" if isinstance(what, Draft) else "P" for _, _, what in marks)
    if _REGULAR.fullmatch(order) and not ("NN" in order and _is_told_apart(marks, cell)):
        return []
    values.phones = []
    ahead = order[0] == "P" and only_labels(cell.text[: marks[0][0]])  # whether before or behind, nobody knows
    left = [
        what
        for at, (_, _, what) in enumerate(marks)
        if isinstance(what, Item) and (ahead or not _given(marks, at, cell))
    ]
    return [Finding("unclaimed", "warning", item.reading.raw.text[:200], cell.where) for item in left]


def _is_told_apart(marks: Sequence[Mark], cell: Cell) -> bool:
    """Whether one of the numbers is said to be that of the house, or brackets part the names.

    Behind the brackets as many numbers as names are dealt one by one: `Eva Kling (mit Uwe Blum), -25, -26`.
    """
    gaps = [cell.text[end:start] for (_, end, _), (start, _, _) in pairwise(marks)]
    exchange = any(classify(word)[0] in (Word.CENTRAL, Word.TRUNK) for gap in gaps for word in WORDS.findall(gap))
    numbers = [start for start, _, what in marks if not isinstance(what, Draft)]
    counted = len(numbers) * 2 == len(marks) and not any(_opens(cell.text[:start]) for start in numbers)
    return exchange or (any(map(_opens, gaps[:-1])) and not counted)


def _opens(gap: str) -> bool:
    """Whether a bracket begins between two names: `Eva Kling (Vertretung: Uwe Blum, 05141 12-24)`."""
    return gap.count("(") > gap.count(")")


def _outside(marks: Sequence[Mark], cell: Cell) -> list[Mark]:
    """Without those in brackets that end before the last: `Eva Kling (Vertretung: Uwe Blum), 05141 12-25` is hers."""
    here = marks[-1][0]
    return [mark for mark in marks if ")" not in _BRACKETS.sub("", cell.text[mark[0] : here])]


def _marks(drafts: Sequence[Draft], items: Sequence[Item], cell: Cell) -> list[Mark]:
    """The names and the numbers of a cell in their order; none where one of them is not to be found in it."""
    named = [next((r.raw.text for r in draft.readings if r.field == "name"), "") for draft in drafts]
    people = _found(cell.text, named, drafts)
    numbers = _found(cell.text, [item.reading.raw.text for item in items], items)
    return sorted([*people, *numbers], key=lambda mark: mark[0]) if people and numbers else []


def _found(text: str, parts: Sequence[str], whose: Sequence[Draft | Item]) -> list[Mark]:
    marks: list[Mark] = []
    here = 0
    for part, what in zip(parts, whose, strict=True):
        start = text.find(part, here) if part else -1
        if start < 0:
            return []
        here = start + len(part)
        marks.append((start, here, what))
    return marks


def _given(marks: Sequence[Mark], at: int, cell: Cell) -> bool:
    """Gives a number to the one person right before it; nobody's is what stands behind two, or behind other words."""
    marks = _outside(marks[max(0, at - _NEAR) : at + 1], cell)
    first = at = len(marks) - 1
    while first and isinstance(marks[first - 1][2], Item) and _goes_on(marks, first, cell):
        first -= 1
    owner, before = (marks[first - 1][2] if first else None), marks[first - 2][2] if first > 1 else None
    what = marks[at][2]
    if not isinstance(owner, Draft) or not _goes_on(marks, first, cell) or not _is_one_card(marks[first - 1 :], cell):
        return False
    if isinstance(before, Draft) and not _opens(cell.text[marks[first - 2][1] : marks[first - 1][0]]):
        return False
    if isinstance(what, Item):
        owner.readings.append(what.reading)
    return True


def _gaps(marks: Sequence[Mark], cell: Cell) -> list[str]:
    """What stands between marks, without brackets and mail addresses."""
    return [_ASIDE.sub("", cell.text[end:start]) for (_, end, _), (start, _, _) in pairwise(marks)]


def _goes_on(marks: Sequence[Mark], at: int, cell: Cell) -> bool:
    """Whether only labels stand before a number, below a name also what she does; below a number a label leads it."""
    (gap,) = _gaps(marks[at - 1 : at + 1], cell)
    if isinstance(marks[at - 1][2], Draft):
        return all(only_labels(line) or is_role(line.strip()) for line in gap.split("\n"))
    return only_labels(gap) and ("\n" not in gap or bool(gap.strip()))


def _is_one_card(marks: Sequence[Mark], cell: Cell) -> bool:
    """Whether numbers stand on lines of their own only where all do, below the name, and no blank line parts them.

    Behind `Eva Kling 05141 12-21` a line with `Fax 05141 12-99` may be everybody's.
    """
    name, *others = _gaps(marks, cell)
    below = [gap for gap in others if "\n" in gap]
    return not below or ("\n" in name and not any(_BLANK.search(gap) for gap in below))
