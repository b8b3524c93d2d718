"""`Frau Kling: 05141 12-34` below `Tel.` beside a column of names: a number with whose it is, and no second person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.cell_values import says_nothing
from pipeline.extract.grid.column_content import begins_with_person
from pipeline.extract.grid.column_groups import CONTACT, PERSON, Column, Row
from pipeline.extract.grid.headings import meanings
from pipeline.extract.layout import Cell
from pipeline.transform.name_words import is_salutation
from pipeline.transform.text import fold


def with_numbers_labelled(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """A column of numbers stays one where few of its cells name people, or none but who stands beside them."""
    people = [c for c in columns if c.field in PERSON and _meaning(c) in PERSON]
    return [_as_headed(c, people, sample) if c.field == "name" and people else c for c in columns]


def _as_headed(column: Column, people: Sequence[Column], sample: Sequence[Row]) -> Column:
    field = _meaning(column)
    rows = [row for row in sample if not says_nothing(row[column.index])]
    named = [row for row in rows if begins_with_person(row[column.index])]
    known = all(_repeats(row[column.index], [row[c.index] for c in people]) for row in named)
    return replace(column, field=field) if field in CONTACT and (known or len(named) * 2 < len(rows)) else column


def _meaning(column: Column) -> str:
    return next(iter(meanings(column.heading)), "")


def _repeats(cell: Cell, names: Sequence[Cell]) -> bool:
    """Whether a cell names somebody whom the columns of names have in the same row."""
    said = {word for name in names for word in _words(name.text)}
    return not said.isdisjoint(_words(cell.text))


def _words(text: str) -> list[str]:
    return [word for word in fold(text).split() if len(word) > 2 and word.isalpha() and not is_salutation(word)]
