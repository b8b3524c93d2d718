"""Rows for people whom the list lacks, at its end and in the style of their neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.core.overtaken import SLOTS, values_of
from pipeline.export.office.book import Book
from pipeline.export.office.edits import written
from pipeline.export.office.layout import Layout, part_of
from pipeline.export.office.sheet import Sheet
from pipeline.model import Entry

_PARTS = {"name": ("salutation", "title", "given", "family"), "address": ("street", "postcode", "city")}


@dataclass(frozen=True, slots=True)
class NewRows:
    """The rows by number, and whether they follow the list without a gap."""

    rows: dict[int, bytes]
    together: bool


def new_rows(book: Book, part: str, sheet: Sheet, layout: Layout, people: Sequence[Entry]) -> NewRows | None:
    """A row for each of these people; None where the list has no columns for them or no room."""
    people = sorted(people, key=lambda entry: entry.contact.municipality or "")
    texts = [row for entry in people if (row := _texts(layout, entry))]
    if not texts or layout.last not in sheet.rows:
        return None
    number, together = _room(sheet, layout.last, len(texts), book.tables(part).values())
    rows = {}
    for step, values in enumerate(texts):
        like = _neighbour(sheet, layout, step)
        rows[number + step] = _row(book, sheet, (number + step, like, layout.last), values, step + 1)
    return NewRows(rows, together)


def _texts(layout: Layout, entry: Entry) -> dict[int, str]:
    """What stands in which column; nothing unless place, name and a number or mail address find theirs."""
    texts: dict[int, list[str]] = {}
    placed = set()
    for slot in SLOTS:
        for value in values_of(entry.contact, slot)[:1] if slot in _PARTS else ():
            for part in _PARTS[slot]:
                column, text = layout.columns.get(part), part_of(value, part)
                if column is not None and text:
                    texts.setdefault(column, []).append(text)
                    placed.add(part)
        column, text = layout.columns.get(slot), written(layout, slot, values_of(entry.contact, slot))
        if column is not None and text:
            texts.setdefault(column, []).append(text)
            placed.add(slot)
    named = "name" in placed or "family" in placed
    reached = placed & {"voice", "mobile", "emails"}
    return (
        {c: ", ".join(dict.fromkeys(t)) for c, t in texts.items()} if named and reached and _has_place(placed) else {}
    )


def _has_place(placed: set[str]) -> bool:
    """A list that names municipalities only over its sections has no end at which somebody of each could stand."""
    return "municipality" in placed


# ---- where ---------------------------------------------------------------------------------------


def _room(sheet: Sheet, last: int, count: int, tables: Iterable[tuple[int, int, int, int]]) -> tuple[int, bool]:
    """The first of `count` free rows: right below the list, else below everything that stands on the sheet."""
    taken = {row for row, _ in sheet.cells if any(cell.filled for cell in sheet.in_row(row).values())}
    taken.update(row for top, _, bottom, _ in sheet.merged() for row in range(top, min(bottom, top + 1000) + 1))
    for top, _, bottom, _ in tables:
        if not top <= last <= bottom:
            taken.update((top, bottom))
    below = [row for row in taken if row > last]
    if not below or min(below) > last + count + 1:
        return last + 1, True
    return max(below) + 2, False


def _neighbour(sheet: Sheet, layout: Layout, step: int) -> int:
    """The row after whose model the new one is made: the last, or of two that alternate the one whose turn it is."""
    last = layout.last
    looks = [_look(sheet, row) for row in (last, last - 1, last - 2, last - 3)]
    banded = looks[0] == looks[2] and looks[1] == looks[3] and looks[0] != looks[1]
    return last - 1 if banded and step % 2 == 0 else last


def _look(sheet: Sheet, row: int) -> list[tuple[int, int]]:
    return sorted((column, cell.style) for column, cell in sheet.in_row(row).items())


# ---- what ----------------------------------------------------------------------------------------


def _row(book: Book, sheet: Sheet, rows: tuple[int, int, int], texts: dict[int, str], step: int) -> bytes:
    """The row of a number in the style of another; a column that counts goes on from the last."""
    cells = {}
    number, like, last = rows
    for column in sorted({*sheet.in_row(like), *texts}):
        style = book.marked(sheet.style_at((like, column)))
        text = texts.get(column, "")
        counted = None if text else _counted(sheet, last, column)
        if counted is None:
            cells[column] = sheet.text_xml((number, column), style, text)
        else:
            cells[column] = sheet.number_xml((number, column), style, counted + step)
    return sheet.row_xml(number, like, cells)


def _counted(sheet: Sheet, last: int, column: int) -> int | None:
    """The last number of a column that counts the rows."""
    numbers = []
    for row in range(last - 2, last + 1):
        cell = sheet.in_row(row).get(column)
        if cell is None or cell.kind != "n" or cell.formula != "none" or not cell.text.strip().isdigit():
            return None
        numbers.append(int(cell.text))
    return numbers[-1] if numbers == list(range(numbers[-1] - 2, numbers[-1] + 1)) else None
