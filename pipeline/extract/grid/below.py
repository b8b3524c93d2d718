"""What stands under or beside a name without a label of its own: her function, her street, her town."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grid.address_columns import address_reading
from pipeline.extract.grid.cell_values import CellValues
from pipeline.extract.grid.drafts import Draft
from pipeline.extract.grid.text_cells import text_reading
from pipeline.extract.layout import Cell
from pipeline.model import Address, Phone
from pipeline.transform.address import looks_like_city, looks_like_street
from pipeline.transform.names import is_person
from pipeline.transform.office import is_office, is_role

_PARTS = {"Straße": "street", "PLZ Ort": "city", "Funktion": "role"}


def heading_of(text: str) -> str | None:
    """The heading that a text without one would have; None where it does not say so itself."""
    line = text.strip()
    if not line or len(line) > 80 or "\n" in line:
        return None
    tests = (
        ("PLZ Ort", looks_like_city),
        ("Straße", looks_like_street),
        ("Name", is_person),
        ("Funktion", is_role),
        ("Dienststelle", is_office),
    )
    return next((heading for heading, test in tests if test(line)), None)


def below_name(draft: Draft, cells: Sequence[Cell]) -> bool:
    """Whether the cells under a name go on with her: a function or a line of her address, none of which she has."""
    return all((part := _PARTS.get(heading_of(cell.text) or "")) and not _has(draft, part) for cell in cells)


def _has(draft: Draft, part: str) -> bool:
    if part == "role":
        return draft.has("role")
    address = next((r.value for r in draft.readings if isinstance(r.value, Address)), Address())
    return bool(address.city if part == "city" else address.street or address.city)


def repeats(draft: Draft, values: CellValues) -> bool:
    """Whether values are of a kind that the person has already."""
    phones = {r.value.kind for r in draft.readings if isinstance(r.value, Phone)}
    return any(
        isinstance(item.reading.value, Phone) and item.reading.value.kind in phones for item in values.phones
    ) or bool(values.emails and draft.has("emails"))


def take_below(draft: Draft, cell: Cell) -> None:
    """Adds the function or the line of the address to the person."""
    part = _PARTS[heading_of(cell.text) or ""]
    if part == "role":
        reading, _ = text_reading("role", cell)
    else:
        before = next((r for r in draft.readings if isinstance(r.value, Address)), None)
        above = {"street": Cell(before.raw.text, before.raw.where)} if before else {}
        reading = address_reading({**above, part: cell})
        draft.readings = [r for r in draft.readings if r is not before]
    if reading:
        draft.readings.append(reading)
