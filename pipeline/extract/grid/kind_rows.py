"""Lists with a row for each number: `Eva | Telefon | 05141 …` above `Eva | Fax | 05141 …`.

A column says what kind of value stands beside it. Its words become headings, and everybody gets one row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.column_groups import CONTACT, PERSON, Row
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.table_head import head_score
from pipeline.extract.layout import Cell

_KINDS = CONTACT | {"url"}
#: So many rows are looked at.
_SAMPLE = 40


def with_kinds_as_columns(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with everybody in one; as they were where no column says kinds, or the first of all does: labels."""
    head = next((number for number, row in enumerate(rows[:_SAMPLE]) if _names_people(row)), None)
    if head is None:
        return rows
    data = [row for row in rows[head + 1 :] if any(cell.text for cell in row)]
    at = next((at for at in range(1, len(rows[0]) - 1) if _says_kinds(data[:_SAMPLE], at)), None)
    if at is None or _says_kind(rows[head][at]) or any(map(_says_kind, _first_column(data))):
        return rows
    kinds = list(dict.fromkeys(row[at].text.strip() for row in data))
    where = rows[head][at].where
    wide = [(*rows[head][:at], *(Cell(kind, where) for kind in kinds), *rows[head][at + 2 :])]
    return [*(_widened(row, at, len(kinds)) for row in rows[:head]), *wide, *_gathered(data, at, kinds)]


def _first_column(data: Sequence[Row]) -> Sequence[Cell]:
    """The first column in which something stands."""
    columns = zip(*data, strict=True)
    return next((column for column in columns if any(cell.text for cell in column)), ())


def _says_kind(cell: Cell) -> bool:
    return bool(cell.text) and not _KINDS.isdisjoint(meanings(cell.text)[:1])


def _names_people(row: Row) -> bool:
    known = {found[0] for cell in row if cell.text and (found := meanings(cell.text))}
    return head_score(row) > 1 and bool(known & PERSON)


def _says_kinds(data: Sequence[Row], at: int) -> bool:
    """Whether all cells of a column are words for ways of contact, and more than one way is among them."""
    words = [row[at].text.strip() for row in data]
    told = all(len(word) < 20 and set(meanings(word)[:1]) & _KINDS for word in words)
    ways = {meanings(word)[:1] for word in words}  # `E-Mail an Muster`, `E-Mail an Kling` are one, behind links
    return told and len(ways) > 1 and any(row[at + 1].text for row in data)


def _widened(row: Row, at: int, count: int) -> Row:
    """A row above the list with as many cells as the list has then."""
    return (*row[:at], *(replace(row[at], text="", links=()) for _ in range(count)), *row[at + 2 :])


def _gathered(data: Sequence[Row], at: int, kinds: Sequence[str]) -> list[Row]:
    people: list[list[Cell]] = []
    for row in data:
        if not people or not _same(people[-1], row, at):
            people.append(list(_widened(row, at, len(kinds))))
        column = at + kinds.index(row[at].text.strip())
        before = people[-1][column]
        lines = "\n".join(text for text in (before.text, row[at + 1].text) if text)
        people[-1][column] = replace(row[at + 1], text=lines, links=before.links + row[at + 1].links)
    return [tuple(cells) for cells in people]


def _same(person: Sequence[Cell], row: Row, at: int) -> bool:
    """Whether a row goes on with the person above it: what stands left of the kind is the same, merged or blank."""
    return all(
        not cell.text or cell.merged or cell.text == above.text for above, cell in zip(person, row[:at], strict=False)
    )
