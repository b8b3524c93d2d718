"""A body over its people in one cell, below a heading that says so: `Gruppe / Ansprechpartner`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grid.headings import meanings
from pipeline.extract.layout import Cell
from pipeline.model import Raw, Reading
from pipeline.transform.name_opening import opening_at
from pipeline.transform.name_words import is_given, is_surname
from pipeline.transform.names import is_person
from pipeline.transform.office import clean_office
from pipeline.transform.text import clean


def body_above(heading: str, lines: Sequence[str], cell: Cell) -> tuple[list[str], Reading | None]:
    """The lines of a cell and the body that stands in the first; `Blaues Kreuz` reads like somebody's name."""
    first = clean(lines[0]) if lines else ""
    if meanings(heading)[:1] != ("org",) or not first or _is_called(first) or not any(map(_is_somebody, lines[1:])):
        return [*lines], None
    return ["", *lines[1:]], Reading("org", clean_office(first), Raw(first, cell.where))


def _is_somebody(line: str) -> bool:
    return _is_called(line) or is_person(line)


def _is_called(line: str) -> bool:
    """Whether a line is written as only people are called: `Frau Muster`, `Muster, Eva`, `Becker Karl`."""
    first, last = line.partition(" ")[0], line.rpartition(" ")[2]
    turned = first != line and is_given(last) and (first.endswith(",") or is_surname(first))
    return bool(opening_at(line, 0).salutation) or is_given(first) or turned
