"""How an office lays out its list: which column holds what, learnt from where the values that were read stand.

Only a list with one row for each contact and one column for each kind of value is learnt. Forms, lists on their side
and rows for two people have no such columns; there nothing is added.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.core.overtaken import slot_of
from pipeline.export.office.sheet import Place, Sheet, place
from pipeline.model import Address, Listed, PersonName, Reading

#: So many of the values of a kind stand in its column, and so many contacts on a row of their own.
_SHARE = 0.8
_SAMPLE = 200
_PARTS = ("salutation", "title", "given", "family", "street", "postcode", "city")


@dataclass(slots=True)
class Layout:
    """Rows of contacts, columns of values and of parts of names and addresses, and how values are written there.

    `shared` counts the contacts of a row.
    """

    rows: dict[int, int] = field(default_factory=dict)
    columns: dict[str, int] = field(default_factory=dict)
    samples: dict[str, list[Reading]] = field(default_factory=dict)
    shared: Counter[int] = field(default_factory=Counter)

    @property
    def last(self) -> int:
        """The last row in which somebody is listed."""
        return max(self.rows.values(), default=0)

    def alone(self, at: int) -> bool:
        """Whether a contact has its row to itself."""
        return self.shared[self.rows[at]] == 1


def rows_of(name: str, listed: Sequence[Listed]) -> dict[int, int]:
    """The row of each contact that stands on a sheet, by its number among the listed ones."""
    rows = {}
    for at, one in enumerate(listed):
        places = [where for reading in one.observation.readings if (where := where_of(reading, name))]
        named = [where for r in one.observation.readings if r.field == "name" and (where := where_of(r, name))]
        if places:
            rows[at] = Counter(row for row, _ in named or places).most_common(1)[0][0]
    return rows


def where_of(reading: Reading, name: str) -> Place | None:
    """Row and column of a reading on this sheet."""
    where = reading.raw.where
    return place(where.cell) if where.sheet == name and where.cell else None


def learn(name: str, sheet: Sheet, listed: Sequence[Listed], rows: Mapping[int, int]) -> Layout:
    """The layout of a sheet; without columns where it is no plain list."""
    layout = Layout(dict(rows), shared=Counter(rows.values()))
    ats = [at for at in sorted(rows, key=lambda at: rows[at]) if "struck" not in listed[at].observation.tags]
    found: dict[str, Counter[int]] = defaultdict(Counter)
    own = strange = 0
    for at in ats:
        for reading in listed[at].observation.readings:
            where = where_of(reading, name)
            if where and (where[0] == rows[at] or reading.field in ("municipality", "org")):
                found[slot_of(reading)][where[1]] += 1
                layout.samples.setdefault(slot_of(reading), []).append(reading)
                own += 1
            elif reading.field in ("phones", "emails"):
                strange += 1
    if len(set(rows.values())) < max(2, _SHARE * len(ats)) or strange > (1 - _SHARE) * own:
        return layout
    layout.columns = {slot: column for slot, counts in found.items() if (column := _usual(counts)) is not None}
    _learn_parts(layout, sheet, listed, ats[:_SAMPLE])
    return layout


def _usual(counts: Counter[int]) -> int | None:
    column, count = counts.most_common(1)[0]
    return column if count >= _SHARE * sum(counts.values()) else None


def _learn_parts(layout: Layout, sheet: Sheet, listed: Sequence[Listed], ats: Sequence[int]) -> None:
    """Columns for parts are those in which a part stands alone; with them no column holds the whole."""
    found: dict[str, Counter[int]] = defaultdict(Counter)
    for at in ats:
        row = layout.rows[at]
        texts = {column: cell.text.strip() for column, cell in sheet.in_row(row).items()}
        for part, text in parts_of(listed[at]).items():
            found[part].update(column for column, other in texts.items() if other == text)
    for part, counts in found.items():
        column, count = counts.most_common(1)[0] if counts else (0, 0)
        if count >= 2 and count >= _SHARE * sum(part in parts_of(listed[at]) for at in ats):
            layout.columns[part] = column
    if {"given", "family"} <= layout.columns.keys() and layout.columns["given"] != layout.columns["family"]:
        layout.columns.pop("name", None)
    if {"street", "city"} <= layout.columns.keys() and layout.columns["street"] != layout.columns["city"]:
        layout.columns.pop("address", None)


def parts_of(one: Listed) -> dict[str, str]:
    """The parts of name and address of a contact."""
    contact = one.observation.contact
    return {
        part: text for whole in (contact.name, contact.address) for part in _PARTS if (text := part_of(whole, part))
    }


def part_of(value: object, part: str) -> str | None:
    """One part of a name or an address."""
    return getattr(value, part, None) if isinstance(value, PersonName | Address) else None
