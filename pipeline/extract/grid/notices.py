"""Notices in one column: numbers and addresses on lines of their own, right below the line of whom they reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.grid.cell_values import Calling, CellValues, read_contacts
from pipeline.extract.grid.column_content import begins_with_person, tells_one
from pipeline.extract.grid.column_groups import Row
from pipeline.extract.layout import Cell
from pipeline.model import Phone
from pipeline.transform.phone import Dialing


def with_lines_below(rows: Sequence[Row], index: int) -> list[Row]:
    """The rows with such lines behind the line of whoever stands above them; a blank row or a heading ends that."""
    joined: list[Row] = []
    for block in _blocks(rows, index):
        lines = [row[index] for row in block]
        joined += [_with_cell(block[0], index, cell) for cell in _joined(lines)] if _is_of_one_each(lines) else block
    return joined


def _blocks(rows: Sequence[Row], index: int) -> Iterator[list[Row]]:
    """The rows from one blank row to the next."""
    block: list[Row] = []
    for row in rows:
        if not row[index].text:
            yield from ([block] if block else [])
            yield [row]
            block = []
        else:
            block.append(row)
    yield from ([block] if block else [])


def _is_of_one_each(lines: Sequence[Cell]) -> bool:
    """Whether everybody of a block has lines below: the one below two people right below each other may be both's."""
    people = [number for number, cell in enumerate(lines) if _is_person(cell)]
    return all(number + 1 < len(lines) and _only_reaches(lines[number + 1]) for number in people)


def _joined(lines: Sequence[Cell]) -> list[Cell]:
    """The lines with what goes on with somebody behind her own; a second number of a kind she has stays alone."""
    cells: list[Cell] = []
    open_ = False
    for cell in lines:
        if open_ and _only_reaches(cell) and _kinds(cells[-1]).isdisjoint(_kinds(cell)):
            cells[-1] = replace(
                cells[-1],
                text=f"{cells[-1].text.rstrip(' ,')}, {cell.text.strip()}",
                links=cells[-1].links + cell.links,
            )
        else:
            cells.append(cell)
            open_ = _is_person(cell)
    return cells


def _is_person(cell: Cell) -> bool:
    return begins_with_person(cell) or tells_one(cell)


def _only_reaches(cell: Cell) -> bool:
    """Whether a line is nothing but numbers and addresses with their labels: `Mobil 0171 …`, `muster@…`."""
    values = _values(cell)
    return bool(_kinds(cell)) and not any(values.rest) and not _is_person(cell)


def _kinds(cell: Cell) -> set[str]:
    values = _values(cell)
    numbers = {item.reading.value.kind for item in values.phones if isinstance(item.reading.value, Phone)}
    return numbers | ({"email"} if values.emails else set())


def _values(cell: Cell) -> CellValues:
    return read_contacts(cell, Calling(Dialing()))


def _with_cell(row: Row, index: int, cell: Cell) -> Row:
    return tuple(cell if at == index else replace(other, text="", links=()) for at, other in enumerate(row))
