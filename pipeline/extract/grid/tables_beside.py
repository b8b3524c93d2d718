"""Tables beside each other below one row of headings, to save paper: where each begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.column_groups import CONTACT, PERSON, Column, Row
from pipeline.extract.grid.head_extent import SEATED
from pipeline.extract.grid.table_head import names_columns
from pipeline.transform.deputies import deputises


def side_by_side(row: Row, columns: Sequence[Column]) -> list[tuple[int, int]]:
    """The columns of each table where the same headings stand again further right, to save paper; else one range."""
    texts = [cell.text for cell in row]
    at = next((at for at in range(2, len(columns) - 1) if _another_table(columns[:at], columns[at:])), None)
    if at:
        edge = columns[at].index
        right = side_by_side(row[edge:], [replace(column, index=column.index - edge) for column in columns[at:]])
        return [(0, edge), *((edge + low, edge + high) for low, high in right)]
    for period in range(2, len(texts) // 2 + 1):
        same = len(texts) % period == 0 and all(text == texts[at % period] for at, text in enumerate(texts))
        if same and all(texts) and names_columns(row[:period]):
            return [(low, low + period) for low in range(0, len(texts), period)]
    return [(0, len(texts))]


def _another_table(left: Sequence[Column], right: Sequence[Column]) -> bool:
    """Whether a table of its own begins here: people with a place or an office and numbers, in whatever order.

    The same things stand on both sides, or a gap lies between them and each has towns of its own.
    """
    sides = [{_kind_of_seat(column.field) for column in side} for side in (left, right)]
    first = _kind_of_seat(right[0].field)
    begins = first in sides[0] and first in SEATED | PERSON
    whole = all(side & PERSON and side & CONTACT and side & SEATED for side in sides)
    deputy = any(deputises(column.heading) for column in right if column.field in PERSON)
    same = begins and sides[0] & SEATED == sides[1] & SEATED
    one = _is_under_one(right) and not _is_under_one(left)  # `Heim | Leitung: Name, Telefon | Beratung: Träger, Name`
    return (
        whole
        and not deputy
        and not one
        and (same or (_are_apart(left[-1], right[0]) and all("municipality" in side for side in sides)))
    )


def _is_under_one(columns: Sequence[Column]) -> bool:
    """Whether one heading stands over all columns, above that of each: all they say is of whom it speaks."""
    above = {column.heading.partition(" ")[0] for column in columns}
    return len(above) == 1 and all(" " in column.heading for column in columns)


def _are_apart(left: Column, right: Column) -> bool:
    """Whether a column of the sheet is blank between two: what stands on both of its sides may be two tables."""
    return 0 < _number(left) < _number(right) - 1


def _number(column: Column) -> int:
    """Which column of its sheet it is, from 1; 0 where nothing says so."""
    letters = (column.where.cell or "").rstrip("0123456789")
    return sum((ord(letter) - 64) * 26**at for at, letter in enumerate(reversed(letters)))


def _kind_of_seat(field: str) -> str:
    """`Ort` of one table and `Kommune` of the other are the same, which neither alone can tell."""
    return "municipality" if field in ("place", "city") else field
