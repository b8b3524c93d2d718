"""Forms whose labels stand in a row above their values, several such pairs of rows for everybody.

`Kommune | Name` above `Celle | Eva`, below that `Telefon | E-Mail` above their values: laid beside each other, the
labels are the headings of a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from pipeline.extract.grid.column_groups import PERSON, Row
from pipeline.extract.grid.forms import label_of
from pipeline.extract.grid.headings import meanings


def with_labels_as_head(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows as a list; as they were where labels and values do not take turns."""
    filled = [row for row in rows if any(cell.text for cell in row)]
    first = next((number for number, row in enumerate(filled) if _are_labels(row)), len(filled))
    labels, values = filled[first::2], filled[first + 1 :: 2]
    height = next((n for n in range(1, len(labels)) if _texts(labels[n]) == _texts(labels[0])), len(labels))
    if len(labels) != len(values) or height < 2 or not _take_turns(labels, values, height):
        return rows
    titles = [(*row, *(replace(cell, text="") for _ in range(height - 1) for cell in row)) for row in filled[:first]]
    people = [tuple(chain(*values[n : n + height])) for n in range(0, len(values), height)]
    return [*titles, tuple(chain(*labels[:height])), *people]


def _texts(row: Row) -> list[str]:
    return [cell.text for cell in row]


def _are_labels(row: Row) -> bool:
    own = _own(row)
    return bool(own) and all(meanings(text.rstrip(" :")) and not _says_its_value(text) for text in own)


def _own(row: Row) -> list[str]:
    return [cell.text for cell in row if cell.text and not cell.merged]


def _says_its_value(text: str) -> bool:
    """Whether a line of the title says something itself: `Stand: 5.8.2026`."""
    label = label_of(text)
    return label is not None and bool(label[1])


def _take_turns(labels: Sequence[Row], values: Sequence[Row], height: int) -> bool:
    """Whether the same rows of labels come again and again, only the first of which is about who it is."""
    if height == len(labels) and any(len(_own(row)) < 2 for row in labels):
        return False  # nothing comes again: a text alone above another is a title with the number of the exchange
    whole = len(labels) % height == 0 and all(_texts(row) == _texts(labels[n % height]) for n, row in enumerate(labels))
    about = [_is_about_somebody(row) for row in labels[:height]]
    return whole and sum(about) == 1 and all(map(_are_labels, labels)) and not any(map(_are_labels, values))


def _is_about_somebody(row: Row) -> bool:
    return any(set(meanings(cell.text)[:1]) & PERSON for cell in row)
