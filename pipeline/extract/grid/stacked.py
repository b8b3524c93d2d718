"""Lists in which everybody takes several rows, under as many rows of headings (`Name` over `Funktion`) or under one.

Such rows are laid beside each other, headings as well as people, or their lines into one cell; what is left is a list
like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from pipeline.extract.grid.column_content import begins_with_person, is_data, is_seat
from pipeline.extract.grid.column_groups import CONTACT, PERSON, Row
from pipeline.extract.grid.contradicting_heads import contradict
from pipeline.extract.grid.headings import meanings
from pipeline.extract.layout import Cell
from pipeline.transform.vacancy import is_vacant
from pipeline.transform.web import bare_url

#: So many rows of people are looked at.
_SAMPLE = 60
_MOST = 4


def unstacked(rows: Sequence[Row], head: tuple[int, int]) -> tuple[Sequence[Row], tuple[int, int]]:
    """The rows with everybody in one, and where their headings are then; both as they were where it is no such list.

    Where it may be one and nothing proves it, the headings are all rows of them: what they say of a column differs.
    """
    first, last = _head_rows(rows, head)
    heads, data = rows[first : last + 1], rows[last + 1 :]
    proof = next((each for each in _anchors(heads) if _takes_turns(data[:_SAMPLE], each, len(heads))), None)
    if proof is None:
        return rows, ((first, last) if _are_open(heads) else head)
    groups = _grouped(data, proof, len(heads))
    wide = [_beside(group, len(heads)) for group in (*([row] for row in rows[:first]), _with_headings(heads), *groups)]
    return wide, (first, first)


def _are_open(heads: Sequence[Row]) -> bool:
    return any(contradict(heads, index) for index in range(len(heads[0])))


def _head_rows(rows: Sequence[Row], head: tuple[int, int]) -> tuple[int, int]:
    """All rows of headings around the best of them."""
    first, last = head
    while first > 0 and _are_headings(rows[first - 1]):
        first -= 1
    while last + 1 < min(len(rows), first + _MOST) and _are_headings(rows[last + 1]):
        last += 1
    return first, last


def _are_headings(row: Row) -> bool:
    """Whether most that stands in a row is a heading, and nothing is a value: `Amtssitz | Funktion | Telefax`."""
    own = [cell for cell in row if cell.text and not cell.merged]
    known = sum(1 for cell in own if meanings(cell.text))
    return len(own) > 1 and known * 2 > len(own) and not any(is_data(c.text) or begins_with_person(c) for c in own)


#: By what the rows of a group are told apart, besides names: what is plain to see and stands in one of them only.
_PLAIN: dict[str, Callable[[Cell], bool]] = {
    "email": lambda cell: "@" in cell.text,
    "url": lambda cell: "@" not in cell.text and bare_url(cell.text.strip()) is not None,
    "address": is_seat,
    "street": is_seat,
}


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The row of each group and the column in which such cells stand, and nowhere else in that column."""

    at: int
    index: int
    holds: Callable[[Cell], bool]
    begins: bool = False  # a new group, however few rows the one above has


def _anchors(heads: Sequence[Row]) -> Iterator[_Anchor]:
    """Names first; a heading is one where another is above or below it that the same cells cannot have."""
    columns = [_fields(heads, index) for index in range(len(heads[0]))]
    for index, fields in enumerate(columns):
        at = next((number for number, field in enumerate(fields) if field == "name"), None)
        if at is not None and any(field and field not in PERSON for field in fields):
            yield _Anchor(at, index, _names, begins=at == 0)
    for index, fields in enumerate(columns):
        for at, field in enumerate(fields):
            if field in _PLAIN and sum(map(bool, fields)) > 1 and fields.count(field) == 1:
                yield _Anchor(at, index, _PLAIN[field])


def _fields(heads: Sequence[Row], index: int) -> list[str]:
    """What the headings above each other in a column mean."""
    return [found[0] if not row[index].merged and (found := meanings(row[index].text)) else "" for row in heads]


def _takes_turns(data: Sequence[Row], anchor: _Anchor, height: int) -> bool:
    """Whether such cells stand in their row of each group and in none of the others; but for names, in most groups."""
    groups = [group for group in _grouped(data, anchor, height) if len(group) > 1]
    told = [(number, anchor.holds(row[anchor.index])) for group in groups for number, row in enumerate(group)]
    own = sum(1 for number, holds in told if holds and number == anchor.at)
    enough = own > 0 if anchor.holds is _names else own > 1 and own * 2 > len(groups)
    return enough and not any(holds for number, holds in told if number != anchor.at)


def _names(cell: Cell) -> bool:
    return not cell.merged and bool(cell.text) and (begins_with_person(cell) or is_vacant(cell.text))


def _grouped(data: Sequence[Row], anchor: _Anchor, height: int) -> list[list[Row]]:
    """The rows of each person; what stands alone between them (a section, a blank row) is a group of its own."""
    groups: list[list[Row]] = []
    for row in data:
        texts = {cell.text for cell in row if cell.text}
        begins = anchor.begins and anchor.holds(row[anchor.index])
        room = groups and 0 < len(groups[-1]) < height and _is_open(groups[-1])
        if texts and room and not begins:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _is_open(group: Sequence[Row]) -> bool:
    """Whether more rows can follow: neither a blank row nor a text alone is anybody's first."""
    return len({cell.text for cell in group[0] if cell.text}) > 1


def _with_headings(heads: Sequence[Row]) -> list[Row]:
    """What has no heading in a lower row goes on with the heading above it, names apart."""
    lower = heads[1:]
    return [heads[0], *(tuple(map(_goes_on, heads[0], row)) for row in lower)]


def _goes_on(high: Cell, low: Cell) -> Cell:
    if low.text and not low.merged:
        return low
    return low if set(meanings(high.text)) & PERSON else Cell(high.text, low.where)


def _beside(group: Sequence[Row], height: int) -> Row:
    """The rows of a group in one; a cell merged over them stands once."""
    blank = tuple(Cell("", cell.where) for cell in group[0])
    lower = [tuple(Cell("", cell.where) if cell.merged else cell for cell in row) for row in group[1:]]
    return tuple(chain(group[0], *lower, *(blank for _ in range(height - len(group)))))


def with_lines_joined(rows: Sequence[Row], head: tuple[int, int]) -> Sequence[Row]:
    """The rows with everybody's lines in one cell where her numbers stand below her name and nothing new beside them.

    `Kommune | Kontakt | Funktion`, where `Kontakt` goes on for three rows and the others reach down or stay blank.
    """
    data = rows[head[1] + 1 :]
    fields = [found[0] if (found := meanings(cell.text)) else "" for cell in rows[head[1]]]
    for index, heading in enumerate(rows[head[1]]):
        apart = not CONTACT.isdisjoint(fields[:index] + fields[index + 1 :])  # numbers have columns of their own
        if not heading.text or len(_lines_below(data[:_SAMPLE], index, apart)) < 2:
            continue
        below = _lines_below(data, index, apart)
        others = (row[index] for number, row in enumerate(data) if number not in below and row[index].text)
        if all(map(_names, others)):
            return [*rows[: head[1] + 1], *_joined_at(data, below, index)]
    return rows


def _lines_below(data: Sequence[Row], index: int, apart: bool) -> set[int]:
    """The rows that go on with what stands above them in a column."""
    pairs = enumerate(pairwise(data), 1)
    return {number for number, (above, row) in pairs if _is_line(row, above, index, apart)}


def _is_line(row: Row, above: Row, index: int, apart: bool) -> bool:
    """Whether a row holds one more line of what stands above it, and nothing else that is its own."""
    own = [at for at, cell in enumerate(row) if (cell.text or cell.links) and not cell.merged]
    if own != [index] or not above[index].text or _names(row[index]):
        return False
    return any(cell.merged and cell.text for cell in row) or (is_data(row[index].text) and not apart)


def _joined_at(data: Sequence[Row], below: set[int], index: int) -> list[Row]:
    joined: list[Row] = []
    for number, row in enumerate(data):
        if number in below:
            above = list(joined[-1])
            first, line = above[index], row[index]
            above[index] = replace(first, text=f"{first.text}\n{line.text}", links=first.links + line.links)
            joined[-1] = above
        else:
            joined.append(row)
    return joined
