"""How many rows the headings of a table fill: groups above what is in them, in two rows or in three."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.grid.column_content import begins_with_person, is_data
from pipeline.extract.grid.column_groups import CONTACT, PERSON, Row
from pipeline.extract.grid.headings import meanings, part_of_name
from pipeline.extract.layout import Cell

#: So many rows of a head stand at most below the one in which most is named.
_ROWS_BELOW = 2
#: Where somebody belongs.
SEATED = frozenset({"municipality", "org"})


def extent(rows: Sequence[Row], best: int) -> tuple[int, int]:
    """Headings in several rows: groups above (`Leitung`, merged), or what the columns of a group are below."""
    first = last = best
    while last - best < _ROWS_BELOW and last + 1 < len(rows) and _goes_on_below(rows, best, last):
        last += 1
    if best > 0 and _is_above(rows[best - 1], rows[best], divided=last > best):
        first = best - 1
    if 0 < first < last and _names_groups(rows[first - 1], rows[first]):
        first -= 1
    return first, last


def _goes_on_below(rows: Sequence[Row], best: int, last: int) -> bool:
    """Whether the row below belongs to the head: a third one divides what the second has divided."""
    divided = last == best or _is_group_row(rows[last])
    return divided and (_is_second_row(rows[last], rows[last + 1]) or _is_between(rows[last : last + 3]))


def _is_between(three: Sequence[Row]) -> bool:
    """Whether whatever words stand in the middle divide the groups above and are divided by headings below."""
    if len(three) < 3 or not (_is_group_row(three[0]) and _is_group_row(three[1])):
        return False
    return _divides(three[0], three[1]) and _is_second_row(three[1], three[2])


def _is_above(above: Row, row: Row, divided: bool) -> bool:
    """Whether a row is the upper one of a head; over groups that are `divided` stands a title mostly."""
    if divided and _is_group_row(row):
        return _names_groups(above, row)
    return _is_over_groups(above, row) or _completes(above, row)


def _names_groups(above: Row, row: Row) -> bool:
    """Groups over groups are mostly known words; a title is not: `Integration im Landkreis | Stand: 15.01.`"""
    said = {cell.text: meanings(cell.text) for cell in above if cell.text}
    known = [text for text, found in said.items() if found and found != ("ignore",)]
    return _is_group_row(above) and len(known) > 1 and len(known) * 2 > len(said) and _part_alike(above, row)


def _part_alike(above: Row, row: Row) -> bool:
    """Whether no cell of a row reaches across the border of two groups above it."""
    pairs = zip(pairwise(above), pairwise(row), strict=True)
    return not any(left.where == right.where and high.where != higher.where for (high, higher), (left, right) in pairs)


def _is_group_row(row: Row) -> bool:
    """Some cells, each merged over a part of the row, none over all of it."""
    own = [cell for cell in row if cell.text and not cell.merged]
    repeated = sum(1 for cell in row if cell.text and cell.merged)
    filled = len({cell.text for cell in row if cell.text})
    wide = filled > 1 or any(not cell.text for cell in row)
    return bool(own) and repeated > 0 and wide and not any(is_data(cell.text) for cell in own)


#: `Celle – Hilfe`, `Runder Tisch Asyl 2026`; over people who belong together stands less.
_TITLE = re.compile(r"\w [–-] \w|\S+ \S+ \S+ \S")


def _is_over_groups(above: Row, row: Row) -> bool:
    """Not a title that is narrower than its table: alone over where people belong and who they are."""
    texts = {cell.text for cell in above if cell.text}
    title = len(texts) == 1 and any(map(_TITLE.search, texts)) and _is_over_several(above, row)
    return _is_group_row(above) and not title


def _is_over_several(above: Row, row: Row) -> bool:
    """Whether a text stands over people and their towns, or over the first of two and the numbers that both have."""
    inside = [low.text for high, low in zip(above, row, strict=True) if high.text and low.text]
    outside = {low.text for high, low in zip(above, row, strict=True) if not high.text and low.text}
    said = {found[0] for text in inside if (found := meanings(text))}
    both = bool(above[0].text) and not outside.isdisjoint(inside)
    return bool(said & PERSON) and (both or bool(said & SEATED))


def _completes(above: Row, row: Row) -> bool:
    """Headings one row higher over blank cells: `Gemeinde | Person |` above ` | Vorname | Nachname`, nothing merged."""
    own = [(high, low) for high, low in zip(above, row, strict=True) if high.text and not high.merged]
    over = [high for high, low in own if not low.text and meanings(high.text)]
    return len(own) > 1 and bool(over) and not any(is_data(high.text) for high, _ in own)


def _is_second_row(above: Row, below: Row) -> bool:
    own = [(high, low) for high, low in zip(above, below, strict=True) if low.text and not low.merged]
    if not own or any(is_data(low.text) for _, low in own) or len({low.text for low in below}) == 1:
        return False
    if len(own) == 1 and meanings(own[0][0].text) and not (_is_under(above, own[0][0]) or _both_reach(*own[0])):
        return False  # a section right below `Name`
    known = sum(1 for high, low in own if _is_known_below(high.text, low.text))
    grouped = any(high.merged and high.text for high, _ in own) or any(low.merged for low in below if low.text)
    if known == len(own):
        return grouped or all(low.header for _, low in own) or len(own) < len(below)
    repeated = len(own) < len(below) and _repeats([low.text for _, low in own])
    return repeated or ((known > 0 or _reach_down(above, below)) and _divides(above, below))


def _reach_down(above: Row, below: Row) -> bool:
    """Whether headings are merged over the row below them: what stands beside them there is one, known or not."""
    pairs = zip(above, below, strict=True)
    return any(low.merged and low.text and (low.where, low.text) == (high.where, high.text) for high, low in pairs)


def _is_under(row: Row, heading: Cell) -> bool:
    """Whether this is a further column of a group; a heading that is merged downwards ends in its own."""
    return heading.merged and sum(1 for cell in row if cell.where == heading.where) > 1


def _both_reach(high: Cell, low: Cell) -> bool:
    """`Telefon` over `Telefax`: what stands alone below the first is no section."""
    return all(not CONTACT.isdisjoint(meanings(cell.text)[:1]) for cell in (high, low))


def _is_known_below(high: str, low: str) -> bool:
    return bool(meanings(low) or (high and (part_of_name(high, low) or meanings(f"{high} {low}"))))


def _repeats(texts: Sequence[str]) -> bool:
    """Whether the same words come again for each of several people: `wer | Draht | wer | Draht`."""
    size = len(set(texts))
    return 1 < size < len(texts) and all(text == texts[at % size] for at, text in enumerate(texts))


def _divides(above: Row, below: Row) -> bool:
    """Whether a row stands only below headings merged over several columns and says what each of these is."""
    groups = {high.text for high in above if high.merged and high.text}
    own = [(high, low) for high, low in zip(above, below, strict=True) if low.text and low.text != high.text]
    inside = all(high.text in groups and not low.links for high, low in own)
    return len(own) > 1 and inside and not any(begins_with_person(low) for _, low in own)
