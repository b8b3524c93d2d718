"""Entries in a row: where each begins with words and goes on with values, the words say what one calls about.

No list knows `Hausanschlüsse`; its neighbours `Verbrauchsabrechnung` and `Stromstörung` say what it must be. And what
has no words of its own behind such a row (`Telefax`, `E-Mail`) is of the office above, not of the last matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.heading_kinds import is_activity, is_generic, is_place, is_topic, is_work
from pipeline.extract.page.item import Item

#: What an entry of a row can be.
_ENTRIES = frozenset({"li", "tr", "entry"})
#: What an entry can be in no list.
_BLOCKS = frozenset({"p", "div"})
#: Siblings of one tag.
_Row = tuple[Box, str]
#: So many entries make a row.
_LEAST = 2


@dataclass(slots=True, eq=False)
class _Entry:
    """One entry: its items in order, and what they are taken together."""

    items: list[Item] = field(default_factory=list)
    titled: bool = False  # it has a heading of its own

    def heads(self) -> list[Item]:
        """What stands before the first name or value."""
        heads: list[Item] = []
        for item in self.items:
            if item.kind in ("name", "fact"):
                return heads
            heads.append(item)
        return []

    @property
    def people(self) -> bool:
        """Whether it names anybody, or says where something is."""
        return any(item.kind in ("name", "address", "vacant") or item.prose for item in self.items)

    @property
    def of_matter(self) -> bool:
        """Whether it has words and values and nobody."""
        return (
            len(self.items) > 1
            and not self.titled
            and not self.people
            and any(item.kind in ("text", "role", "office") for item in self.heads())
        )

    @property
    def bare(self) -> bool:
        """Whether it has values and nothing else."""
        return bool(self.items) and all(item.kind == "fact" and not item.prose for item in self.items)


def read_series(lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> None:
    """Notes of every item what its place among others like it says."""
    for row in _rows(lines, items):
        matters = [entry for entry in row if entry.of_matter]
        others = sum(entry.people for entry in row)
        if len(matters) < _LEAST or len(matters) <= others:
            continue
        heads = [entry.heads()[0] for entry in matters]
        if any(map(_says_matter, heads)) and sum(map(_is_office, heads)) * 2 < len(heads):
            _all_matters([entry for entry in row if not entry.bare])
        _quiet_the_head(row[0])
        for entry in matters:
            entry.heads()[-1].colon = True
        _behind_the_row(row, matters[-1])


def _rows(lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> Iterator[list[_Entry]]:
    """Entries side by side, in lists and tables that hold no others, or short blocks far from any person."""
    valued = _valued(lines, items)
    if not valued:
        return
    rows: dict[_Row, dict[Box, _Entry]] = {}
    places = _Places(valued)
    for line, here in zip(lines, items, strict=True):
        for box, key in places.of(line.box) if here else ():
            row = rows.setdefault(key, {})
            entry = row[box] = row.get(box) or _Entry()
            entry.items += here
            entry.titled = entry.titled or line.level > 0
    yield from (list(row.values()) for (box, _), row in rows.items() if box not in places.outer)


class _Places:
    """Where entries may stand: the boxes around a line, each with its row, if anything in that has values."""

    def __init__(self, valued: set[_Row]) -> None:
        self.valued = valued
        self.outer: set[Box] = set()  # lists and tables that hold others
        self.known: dict[Box, list[Box]] = {}
        self.without: set[tuple[Box | None, str]] = set()  # siblings that are in no row, as the paragraphs of a text

    def of(self, box: Box) -> list[tuple[Box, _Row]]:
        """The entries, one or a few, of which a line in this box can be."""
        alike = (box.parent, box.tag)
        if alike in self.without:
            return []
        named = self._named(box)
        if len(named) > 1:
            self.outer.update(each.parent for each in named[1:] if each.parent is not None)
        rows = [(each, (each.parent, each.tag)) for each in named[:1] or _blocks(box) if each.parent is not None]
        found = [(each, row) for each, row in rows if row in self.valued]
        if not found and box.tag not in _ENTRIES:
            self.without.add(alike)
        return found

    def _named(self, box: Box) -> list[Box]:
        """The boxes around a line that are called an entry, from inside out."""
        if box not in self.known:
            around = self._named(box.parent) if box.parent is not None else []
            self.known[box] = [box, *around] if box.tag in _ENTRIES else around
        return self.known[box]


def _valued(lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> set[_Row]:
    """What is around any value, as the row that it would be an entry of: no other row can have matters.

    Where people are, short blocks side by side are theirs.
    """
    peopled = {box for line in _lines_with({"name", "address"}, lines, items) for box in line.box.chain()}
    around = {box for line in _lines_with({"fact"}, lines, items) for box in line.box.chain()}
    return {
        (box.parent, box.tag)
        for box in around
        if box.parent is not None and (box.tag in _ENTRIES or peopled.isdisjoint((box.parent, box.parent.parent)))
    }


def _lines_with(kinds: Set[str], lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> Iterator[Line]:
    for line, here in zip(lines, items, strict=True):
        for item in here:
            if item.kind in kinds:
                yield line
                break


def _blocks(box: Box) -> list[Box]:
    """The nearest blocks around a line that is in no such entry."""
    above = box.parent
    near = (box, above, above.parent if above is not None else None)
    return [each for each in near if each is not None and each.tag in _BLOCKS]


def _quiet_the_head(entry: _Entry) -> None:
    """A row above that has no values says how the columns are called: `Thema`, `Rufnummer`."""
    if not any(item.kind in ("fact", "name") for item in entry.items):
        for item in entry.items:
            item.kind = "label"


def _says_matter(item: Item) -> bool:
    """Whether words alone say that they are a matter: `Verbrauchsabrechnung`, `Bereitschaft Wasser`."""
    if item.kind == "role":
        return True
    return not is_place(item.text) and (is_work(item.text) or is_topic(item.text) or is_activity(item.text))


def _is_office(item: Item) -> bool:
    return item.kind == "office" and not _says_matter(item)


def _all_matters(row: Sequence[_Entry]) -> None:
    """What some entries of a row begin with, the others do too, but for offices by their kind."""
    for entry in row:
        for item in entry.heads():
            if item.kind in ("text", "office") and not is_place(item.text) and not is_generic(item.text):
                item.kind = "role"


def _behind_the_row(row: Sequence[_Entry], last: _Entry) -> None:
    """Values alone behind the last of several matters, none of which has any more than its own entry."""
    end = row.index(last)
    if any(entry.bare for entry in row[1:end]) or not row[end + 1 :] or not all(entry.bare for entry in row[end + 1 :]):
        return
    for entry in row[end + 1 :]:
        for item in entry.items:
            item.back = row[0].items[0].line
