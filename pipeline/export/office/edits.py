"""Which cells get which text: what is overtaken, put where it stands, in the writing of the office, or left alone.

A cell is changed only where that is clear: one value in it, or one of several that is written there exactly once; a
cell on which several contacts lean only if it is overtaken for all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.core.overtaken import Overtaken, slot_of
from pipeline.export.office.layout import Layout, part_of, where_of
from pipeline.export.office.sheet import Cell, Place, Sheet
from pipeline.export.office.writing import like, shown
from pipeline.model import Listed, Phone, Reading, Value

#: Values that a careful colleague adds where the list has room for them.
_ADDED = ("voice", "mobile", "fax", "emails", "role", "address", "url", "hours")
#: Fewer digits are no number with its area code.
_SHORT = 6
_NAME = ("salutation", "title", "given", "family")
_ADDRESS = ("street", "postcode", "city")


@dataclass(frozen=True, slots=True)
class Edit:
    """`new` for `old` in a cell (the whole text if `old` is None); `values` hold there now, for a link behind it."""

    where: Place
    slot: str
    old: str | None
    new: str
    values: tuple[Value, ...] = ()


def edits(
    name: str, sheet: Sheet, layout: Layout, listed: Sequence[Listed], found: Iterable[Overtaken]
) -> Iterator[Edit]:
    """The edits of one sheet."""
    leaning = _leaning(name, listed)
    claims: dict[tuple[Place, str, str], list[Overtaken]] = defaultdict(list)
    for each in found:
        if each.at not in layout.rows:
            continue
        if not each.readings:
            yield from _added(sheet, layout, each)
            continue
        places = {where_of(reading, name) for reading in each.readings}
        if len(places) == 1 and (where := next(iter(places))):
            key = where, each.slot, "\0".join(reading.raw.text for reading in each.readings)
            claims[key].append(each)
    for (where, slot, _), claimed in claims.items():
        first = claimed[0]
        users = set().union(*(leaning[where, slot, reading.raw.text] for reading in first.readings))
        alike = users == {each.at for each in claimed} and len({each.values for each in claimed}) == 1
        if alike and not _lends(first, [text for place, _, text in leaning if place == where]):
            yield from _replaced(sheet, layout, where, first)


def _lends(found: Overtaken, texts: Iterable[str]) -> bool:
    """Whether another number of the cell is written as the end of this one only: `07162 718-489 / -304`."""
    own = {reading.raw.text for reading in found.readings}
    short = any(
        len("".join(filter(str.isdigit, text))) < _SHORT for text in texts if text not in own and "@" not in text
    )
    return short and not all(_same_begin(found.readings[0].value, value) for value in found.values)


def _same_begin(old: Value, new: Value) -> bool:
    if not (isinstance(old, Phone) and isinstance(new, Phone)):
        return True
    tail = len(old.extension or "")
    return tail > 0 and len(old.e164) == len(new.e164) and old.e164[:-tail] == new.e164[:-tail]


def _leaning(name: str, listed: Sequence[Listed]) -> dict[tuple[Place, str, str], set[int]]:
    """Which contacts take the same value from the same words of a cell."""
    leaning: dict[tuple[Place, str, str], set[int]] = defaultdict(set)
    for at, one in enumerate(listed):
        for reading in one.observation.readings:
            where = where_of(reading, name)
            if where:
                leaning[where, slot_of(reading), reading.raw.text].add(at)
    return leaning


# ---- what stands there already -------------------------------------------------------------------


def _replaced(sheet: Sheet, layout: Layout, where: Place, found: Overtaken) -> Iterator[Edit]:
    cell = sheet.cells.get(where)
    if cell is None or cell.formula not in ("none", "normal"):
        return
    raws = [reading.raw.text for reading in found.readings]
    if _is_split(found, layout):
        yield from _parts(sheet, layout, found)
    elif _covers(raws, cell):
        text = _joined(found.readings[0], found.values)
        if text is not None:
            yield Edit(where, found.slot, None, text, found.values)
    elif len(raws) == 1 and found.values:
        text = _joined(found.readings[0], found.values)
        if text is not None:
            yield Edit(where, found.slot, raws[0], text, found.values)


def _covers(raws: Sequence[str], cell: Cell) -> bool:
    """Whether these words are all that the cell says."""
    text = cell.text
    if cell.kind == "n" and len(raws) == 1:
        return _number(text) == raws[0].strip()
    for raw in raws:
        if text.count(raw) < 1:
            return False
        text = text.replace(raw, "", 1)
    return not any(char.isalnum() for char in text)


def _number(text: str) -> str:
    """A number as the list shows it, however the file writes it."""
    try:
        return f"{float(text):.0f}"
    except (ValueError, OverflowError):
        return text


def _joined(model: Reading, values: Sequence[Value]) -> str | None:
    """The new values in the writing of the old one; None if that is not clear."""
    texts = [like(model.raw.text.strip(), model.value, value) for value in values]
    return None if None in texts else ", ".join(text for text in texts if text)


# ---- names and addresses in several columns ------------------------------------------------------


def _is_split(found: Overtaken, layout: Layout) -> bool:
    if found.slot == "name":
        return "name" not in layout.columns and "family" in layout.columns
    return found.slot == "address" and "address" not in layout.columns and "street" in layout.columns


def _parts(sheet: Sheet, layout: Layout, found: Overtaken) -> Iterator[Edit]:
    if not layout.alone(found.at) or not found.values:
        return
    row, old, new = layout.rows[found.at], found.readings[0].value, found.values[0]
    for part in _NAME if found.slot == "name" else _ADDRESS:
        column, before, after = layout.columns.get(part), part_of(old, part), part_of(new, part)
        if column is None or not after or before == after:
            continue
        cell = sheet.cells.get((row, column))
        if (cell.text.strip() if cell else "") == (before or "") and (cell is None or cell.formula == "none"):
            yield Edit((row, column), part, None, after)


# ---- what is missing -----------------------------------------------------------------------------


def _added(sheet: Sheet, layout: Layout, found: Overtaken) -> Iterator[Edit]:
    """A value for an empty cell of the contact's own row."""
    column, row = layout.columns.get(found.slot), layout.rows[found.at]
    if found.slot not in _ADDED or column is None or not layout.alone(found.at):
        return
    cell = sheet.cells.get((row, column))
    inside = any(top <= row <= bottom and left <= column <= right for top, left, bottom, right in sheet.merged())
    text = written(layout, found.slot, found.values)
    if text and not inside and not (cell and cell.filled):
        yield Edit((row, column), found.slot, None, text, found.values)


def written(layout: Layout, slot: str, values: Sequence[Value]) -> str:
    """New values as the column of the slot writes its own; empty where it writes only parts of them."""
    texts = []
    for value in values:
        model = _model(layout.samples.get(slot, ()), value)
        text = shown(value) if model is None else like(model.raw.text.strip(), model.value, value)
        if text is None:
            return ""
        texts.append(text)
    return ", ".join(texts)


def _model(samples: Sequence[Reading], value: Value) -> Reading | None:
    """The last of those that are written as most are: names with or without a form of address."""
    if not samples or type(samples[-1].value) is not type(value):
        return None
    polite = [reading for reading in samples if getattr(reading.value, "salutation", None)]
    return polite[-1] if 2 * len(polite) > len(samples) else samples[-1]
