"""The part of a town as the place of people: `Ortsteil | Name | Telefon`, where nothing says which town."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.column_groups import Column, Row, filled
from pipeline.extract.grid.headings import is_quarter
from pipeline.extract.grid.named_places import section_place
from pipeline.extract.grid.place_sections import Places

#: Columns that say more: the town, also of an address.
_TOWN = frozenset({"municipality", "place", "city"})


def with_quarters(columns: Sequence[Column], rows: Sequence[Row], places: Places, ags: str | None) -> Sequence[Column]:
    """The columns with a quarter as the municipality where neither another column nor a section names one."""
    quarters = [c for c in columns if c.field == "ignore" and is_quarter(c.heading) and _are_named(c, rows)]
    told = any(column.field in _TOWN for column in columns)
    if not quarters or told or places.proven or any(_names_town(row, ags) for row in rows):
        return columns
    return [replace(c, field="municipality", group=-1) if c is quarters[0] else c for c in columns]


def _are_named(column: Column, rows: Sequence[Row]) -> bool:
    """Whether names stand below a heading, and no figures."""
    return all(cell.text[0].isalpha() for cell in filled(rows, column) if cell.text)


def _names_town(row: Row, ags: str | None) -> bool:
    texts = {cell.text for cell in row if cell.text}
    return len(texts) == 1 and section_place(texts.pop(), ags) is not None
