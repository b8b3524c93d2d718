"""A grid becomes records: people as rows, people as columns, or cards with labels; workbooks and HTML tables alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.extract.grid.column_content import begins_with_person
from pipeline.extract.grid.column_groups import CONTACT, Row
from pipeline.extract.grid.column_numbers import without_column_numbers
from pipeline.extract.grid.forms import label_of, read_blocks
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.joined_columns import with_columns_parted
from pipeline.extract.grid.kind_rows import with_kinds_as_columns
from pipeline.extract.grid.label_rows import with_labels_as_head
from pipeline.extract.grid.legend import explained
from pipeline.extract.grid.people_as_rows import REACHED, as_rows, without_head
from pipeline.extract.grid.people_on_cards import as_cards, as_whole_cards
from pipeline.extract.grid.recipients import with_recipients_apart
from pipeline.extract.grid.sideways import Side, as_columns, find_side, is_list, reaches_somebody
from pipeline.extract.grid.stacked import unstacked, with_lines_joined
from pipeline.extract.grid.table_head import find_head, head_score
from pipeline.extract.grid.tables_within import below_wide_headings, names_people
from pipeline.extract.grid.title_rows import Above
from pipeline.extract.grid.whole_cards import lack_labels, stand_over_numbers
from pipeline.extract.grid.wide_lines import with_wide_lines_joined
from pipeline.extract.layout import Cell, Grid
from pipeline.model import Extraction, Reading, Rules
from pipeline.transform.phone import Dialing

#: First and last row of headings.
Extent = tuple[int, int]


def read_grid(
    grid: Grid,
    rules: Rules,
    dialing: Dialing,
    columns: Mapping[str, str] | None = None,
    header_row: int | None = None,
) -> Extraction | None:
    """The contacts of a grid; None where it is no table of contacts. `columns` name a heading for a field and win.

    A table in which nobody can be reached (dates with an `Ansprechpartner`) is none.
    """
    found = read_table(grid, rules, dialing, columns or {}, header_row, {})
    reached = found and any(r.field in ("phones", "emails") for record in found.records for r in record.readings)
    return found if reached else None


def read_table(
    grid: Grid,
    rules: Rules,
    dialing: Dialing,
    columns: Mapping[str, str],
    header_row: int | None,
    given: dict[str, Reading],
) -> Extraction | None:
    """`read_grid` with values that hold for the whole table (the municipality a sheet is called after)."""
    rows = _without_blank(grid.rows)
    if not rows or not rows[0]:
        return None
    above = Above(rules, dialing, dict(given), columns)
    if header_row:
        stated = _row_index(rows, header_row)
        return None if stated is None else as_rows(rows, (stated, stated), above)
    rows = with_recipients_apart(without_column_numbers(with_columns_parted(rows)))
    rows = with_labels_as_head(with_kinds_as_columns(explained(rows)))
    head = find_head(rows) or _written_as_head(rows)
    if head:
        rows, head = unstacked(with_lines_joined(rows, head), head)
        if stand_over_numbers(rows) and (found := as_whole_cards(rows, above)):
            return found
    else:
        rows = with_wide_lines_joined(rows)
    return _in_best_order(rows, head, above)


def _in_best_order(rows: Sequence[Row], head: Extent | None, above: Above) -> Extraction | None:
    """A list in a part, people as rows, people as columns, cards with labels and without: the first that it can be."""
    if not (head and _is_of_all(rows, head)) and (found := below_wide_headings(rows, above)):
        return found
    each = head is None and (_has_person_each(rows) or _reaches_somebody_each(rows))
    if each and (found := without_head(rows, above)):
        return found
    side = find_side(rows)
    if head and _is_above(rows, head, side):
        return as_rows(rows, head, above)
    if side and is_list(side):
        return as_columns(side, above)
    if lack_labels(rows) and (found := as_whole_cards(rows, above)):
        return found
    if cards := read_blocks(rows):
        return as_cards(cards, above)
    if head:
        return as_rows(rows, head, above)
    return without_head(rows, above) or as_whole_cards(rows, above)


def _is_of_all(rows: Sequence[Row], head: Extent) -> bool:
    """Whether a heading says that people stand below it, and none is a figure with a heading of its own above it."""
    beside = zip(rows[max(head[1] - 1, 0)], rows[head[1]], strict=True)
    return names_people(rows, head) and not any(
        _is_figure(cell) and over.text and not over.merged for over, cell in beside
    )


def _has_person_each(rows: Sequence[Row]) -> bool:
    """A person first in each of several rows, and no label of a value alone: `Eva Muster | Tel. -12 | E-Mail: …`."""
    filled = [row for row in rows if any(cell.text for cell in row)]
    first = [replace(row[0], text=row[0].text.rpartition(": ")[2]) for row in filled]  # `Kasse: Frau Muster`
    if len(filled) < 2 or not all(map(begins_with_person, first)):
        return False
    labels = (label_of(cell.text) for row in filled for cell in row[1:] if cell.text)
    return all(label is None or label[1] or not set(meanings(label[0])[:1]) & CONTACT for label in labels)


def _reaches_somebody_each(rows: Sequence[Row]) -> bool:
    """`Leitung | Eva Muster | 07161 302-11` in each row but those that hold one text across all columns."""
    own = [row for row in rows if sum(1 for cell in row if cell.text and not cell.merged) > 1]
    return len(own) > 1 and all(map(reaches_somebody, own))


def _is_figure(cell: Cell) -> bool:
    """`14`, `30.03.26`: no heading."""
    return any(map(str.isdigit, cell.text)) and not any(map(str.isalpha, cell.text))


def _is_above(rows: Sequence[Row], head: Extent, side: Side | None) -> bool:
    """Whether rows follow the head, and the headings beside the table, if there are any, are not more."""
    below = rows[head[1] + 1 :]
    follow = any(cell.text or cell.links for row in below for cell in row)
    return follow and (side is None or head_score(rows[head[1]]) >= side.score)


def _row_index(rows: Sequence[Row], number: int) -> int | None:
    """The index of the sheet's row `number` (from 1); grids leave blank rows out."""
    for index, row in enumerate(rows):
        for cell in row:
            digits = (cell.where.cell or "").lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            if digits == str(number):
                return index
    return number - 1 if number <= len(rows) and not any(c.where.cell for row in rows for c in row) else None


def _without_blank(rows: Sequence[Row]) -> Sequence[Row]:
    """Without blank rows at the top: pictures above the columns, say."""
    first = next((number for number, row in enumerate(rows) if any(cell.text or cell.links for cell in row)), 0)
    return rows[first:]


def _written_as_head(rows: Sequence[Row]) -> tuple[int, int] | None:
    """The first row where it alone is set as headings and one of them is known: what the others mean, content tells."""
    own = [cell for cell in rows[0] if cell.text and not cell.merged]
    if len(rows) < 3 or len(own) < 2 or not all(cell.header and "@" not in cell.text for cell in own):
        return None
    known = {found[0] for cell in own if (found := meanings(cell.text))}
    plain = any(not cell.header for row in rows[1:3] for cell in row if cell.text)
    return (0, 0) if plain and known & REACHED else None
