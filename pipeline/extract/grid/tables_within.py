"""A table in a part of a sheet, below a heading merged over its columns, beside what is no table of contacts at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from pipeline.extract.grid.column_groups import PERSON, Row
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.people_as_rows import as_rows
from pipeline.extract.grid.table_head import find_head
from pipeline.extract.grid.title_rows import Above
from pipeline.model import Extraction

#: The wide heading, and its columns' right below.
_NEAR = 2


def below_wide_headings(rows: Sequence[Row], above: Above) -> Extraction | None:
    """`Rufbereitschaft` beside `Telefonliste`, which has headings of its own: the people of the second."""
    heads = (
        (part, head) for part in _parts(rows) if (head := find_head(part, limit=_NEAR)) and names_people(part, head)
    )
    found = [each for part, head in heads if (each := as_rows(part, head, above)) and each.records]
    if not found:
        return None
    records = tuple(record for each in found for record in each.records)
    return Extraction(records, (), tuple(finding for each in found for finding in each.findings))


def names_people(rows: Sequence[Row], head: tuple[int, int]) -> bool:
    """Whether a heading says that people stand below it."""
    return any(PERSON.intersection(meanings(cell.text)[:1]) for row in rows[head[0] : head[1] + 1] for cell in row)


def _parts(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The columns below each heading that is merged over several and not over all."""
    for number, row in enumerate(rows):
        for at, cell in enumerate(row):
            wide = _width(row[at:]) if cell.text and not cell.merged else 1
            if 1 < wide < len(row):
                yield [below[at : at + wide] for below in rows[number:]]


def _width(row: Row) -> int:
    """Over how many columns the first cell is merged."""
    same = takewhile(lambda other: other.merged and other.text == row[0].text, row[1:])
    return 1 + sum(1 for _ in same)
