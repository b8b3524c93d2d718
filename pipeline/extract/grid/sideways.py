"""A list on its side: labels in a column, and a person in each column beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.extract.grid.column_content import begins_with_person, is_data
from pipeline.extract.grid.column_groups import CONTACT, PERSON, Row
from pipeline.extract.grid.forms import label_of
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.people_as_rows import as_rows
from pipeline.extract.grid.table_head import find_head, head_score
from pipeline.extract.grid.title_rows import Above, name_office_above, take_titles
from pipeline.extract.layout import Cell
from pipeline.model import Extraction
from pipeline.transform.office import is_role

#: Rows of a list on its side beyond which it is none.
_LONGEST = 400
#: So many rows with somebody and her number are a list of people.
_PEOPLE = 2


@dataclass(frozen=True, slots=True)
class Side:
    """A table with headings in a column, below titles: its rows, and its columns as rows with those of headings."""

    titles: Sequence[Row]
    rows: Sequence[Row]
    columns: Sequence[Row]
    extent: tuple[int, int]

    @property
    def labels(self) -> Row:
        """The last column of headings."""
        return self.columns[self.extent[1]]

    @property
    def values(self) -> Sequence[Row]:
        """The columns of values."""
        return self.columns[self.extent[1] + 1 :]

    @property
    def score(self) -> int:
        """How many of the labels are known."""
        return head_score(self.labels)


def find_side(rows: Sequence[Row]) -> Side | None:
    """The table on its side, if its first columns hold headings."""
    below = _titles(rows)
    columns = _turned(rows[below:])
    extent = find_head(columns, 0, 3) if columns and sum(map(reaches_somebody, rows[below:])) < _PEOPLE else None
    side = Side(rows[:below], rows[below:], columns, extent) if extent else None
    return side if side and any(map(_is_of_contact, side.labels)) else None


def reaches_somebody(row: Row) -> bool:
    """`Leitung | Eva Muster | 07161 302-11`: somebody and her number beside each other; on its side they are below."""
    return any(begins_with_person(name) and is_data(cell.text) and not cell.merged for name, cell in pairwise(row))


def _is_of_contact(label: Cell) -> bool:
    """Whether people or how to reach them may stand beside a label; `Schule` and `Sprache` are matters as well."""
    return not (PERSON | CONTACT | {"url"}).isdisjoint(meanings(label.text.rstrip(" :")))


def _titles(rows: Sequence[Row]) -> int:
    """How many rows above the first with two cells hold one text only."""
    own = (sum(1 for cell in row if cell.text and not cell.merged) for row in rows)
    return next((number for number, count in enumerate(own) if count > 1), 0)


def _turned(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The grid on its side, where it is small enough to be a list of people as columns."""
    return tuple(zip(*rows, strict=True)) if len(rows) <= _LONGEST else ()


def is_list(side: Side) -> bool:
    """Whether the columns beside the labels are people, and not cards one below the other or a form."""
    cards = _repeats(side.labels) or _again_below(side.labels, side.values)
    return not cards and not _labels_right(side.labels, side.values)


def _repeats(row: Row) -> bool:
    """Whether the labels of one column come again and again: then each group of them is a card."""
    found = [known[0] for cell in row if cell.text and not cell.merged and (known := meanings(cell.text.rstrip(" :")))]
    return len(found) >= 2 * len(set(found)) - 1 and len(found) > len(set(found)) + 1


def _again_below(labels: Row, values: Sequence[Row]) -> bool:
    """Whether a label comes again below a gap though there is one column of values: cards one below the other."""
    filled = [column for column in values if any(cell.text for cell in column)]
    if len(filled) != 1:
        return False
    blank = [not (label.text or value.text) for label, value in zip(labels, filled[0], strict=True)]
    known = [meanings(cell.text.rstrip(" :"))[:1] for cell in labels]
    gaps = [at for at, empty in enumerate(blank) if empty]
    return any({field for field in known[:at] if field} & set(known[at:]) for at in gaps)


def _labels_right(labels: Row, rows: Sequence[Row]) -> bool:
    """Whether labels stand among the values (`Name: … Funktion: …`): then it is a form and no list on its side.

    What is linked is no label: `E-Mail` in each column of the row `E-Mail`.
    """
    known = {cell.text for cell in labels if cell.text and label_of(cell.text)}
    among = [
        (label.text, cell.text)
        for row in rows
        for label, cell in zip(labels, row, strict=True)
        if cell.text and not cell.merged and not cell.links
    ]
    bare = sum(1 for _, text in among if text in known or (text.rstrip().endswith(":") and label_of(text)))
    return bare > 1 or sum(1 for pair in among if _is_beside_other(*pair)) > 1


def _is_beside_other(label: str, text: str) -> bool:
    """`Tel.: …` in the row `Name`, `E-Mail: …` in the row `Funktion`: the next field, and nobody else's."""
    inside = label_of(text)
    value = meanings(inside[0])[:1] if inside and inside[1] else ()
    return bool(value) and value[0] in CONTACT and CONTACT.isdisjoint(meanings(label.rstrip(" :")))


def as_columns(side: Side, above: Above) -> Extraction | None:
    """The people of a list on its side."""
    fields = {meaning for cell in side.labels for meaning in meanings(cell.text)}
    findings = take_titles(side.titles, above, fields)
    rows = _continued(side.rows, side.extent[1])
    if len(side.values) == 1:
        name_office_above(side.titles, above, fields)
        rows = [_with_function(row, side.extent[1]) for row in rows]
    found = as_rows(_turned(rows), side.extent, above)
    return found and replace(found, findings=(*findings, *found.findings))


def _with_function(row: Row, label: int) -> Row:
    """`Ortsvorsteherin | Eva Muster`: beside the only person of a table a function is hers, with a colon or without."""
    cell, beside = row[label], row[label + 1]
    if not is_role(cell.text) or meanings(cell.text) or cell.text.endswith(":") or not begins_with_person(beside):
        return row
    return (*row[:label], replace(cell, text=f"{cell.text}:"), *row[label + 1 :])


def _continued(rows: Sequence[Row], label: int) -> list[Row]:
    """Rows without a label join the row above them: `Telefon` has two lines there."""
    joined: list[Row] = []
    for row in rows:
        filled = any(cell.text and not cell.merged for cell in row[label + 1 :])
        if filled and not row[label].text and joined and joined[-1][label].text:
            joined[-1] = tuple(_below(above, cell) for above, cell in zip(joined[-1], row, strict=True))
        else:
            joined.append(row)
    return joined


def _below(above: Cell, cell: Cell) -> Cell:
    if not cell.text and not cell.links:
        return above
    return replace(above, text=f"{above.text}\n{cell.text}".strip("\n"), links=above.links + cell.links)
