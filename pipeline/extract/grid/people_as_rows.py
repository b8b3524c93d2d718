"""A table with a person in each row, below headings or by what its columns hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.among_texts import may_hold
from pipeline.extract.grid.column_content import most
from pipeline.extract.grid.column_groups import Column, Row, filled
from pipeline.extract.grid.headless import by_content, said_head
from pipeline.extract.grid.kind_columns import with_kinds_apart
from pipeline.extract.grid.mail_domain import with_domain
from pipeline.extract.grid.notices import with_lines_below
from pipeline.extract.grid.page_breaks import without_page
from pipeline.extract.grid.places_in_names import with_places_apart
from pipeline.extract.grid.rows import RowReader
from pipeline.extract.grid.table_head import Head, head_score, read_head
from pipeline.extract.grid.tables_beside import side_by_side
from pipeline.extract.grid.title_rows import Above, announced_below, exchange_below, notes_below, take_titles
from pipeline.extract.grid.titles_beside import Range, taken_for_one, titles_of_all, titles_of_each
from pipeline.extract.grid.two_languages import with_towns_in_german
from pipeline.model import Extraction, Finding, Record

#: Columns that say how to reach somebody.
REACHED = frozenset({"phone", "mobile", "fax", "phone_fax", "extension", "email", "contact"})
_WHO = frozenset({"name", "family", "given"})


def as_rows(rows: Sequence[Row], extent: tuple[int, int], above: Above) -> Extraction | None:
    """The people below the headings in rows `extent`; None where no column says who they are or how to reach them."""
    ranges, tables = _tables(rows, extent, above)
    fields = {column.field for head, _ in tables for column in head.columns}
    if not fields & (REACHED | _WHO) and not any(_reached_by_address(*table) for table in tables):
        return None
    opening = _opening(rows, extent) if len(tables) == 1 else []
    findings = take_titles(titles_of_all(rows, (extent[0] - len(opening), extent[1]), ranges), above, fields)
    below = rows[extent[1] + 1 :]
    if above.dialing.announced is None and not above.codes:
        above.dialing = replace(above.dialing, announced=announced_below(below))
    if len(tables) == 1 and (stem := exchange_below(below, above, fields)):
        above.dialing = replace(above.dialing, main=stem)
    around = (*rows[: extent[0]], *notes_below(below))
    notes = [cell.text for row in around for cell in row if "@" in cell.text]
    records: list[Record] = []
    for (head, people), titles in zip(tables, titles_of_each(rows, extent, ranges), strict=True):
        own, unclaimed = taken_for_one(titles, above, fields)
        people = with_towns_in_german(head.columns, people)
        found = _read(with_domain(head.columns, notes), [*opening, *people], own)
        records += found.records
        findings += [*unclaimed, *head.findings, *found.findings]
    return Extraction(tuple(records), (), tuple(findings))


def _reached_by_address(head: Head, people: Sequence[Row]) -> bool:
    """Whether numbers or mail addresses stand below each other behind addresses: `Hauptstr. 5, 29221 Celle, Tel. …`."""
    cells = [cell for column in head.columns if column.field == "address" for cell in filled(people, column)]
    return len(cells) > 1 and most(cells, lambda cell: may_hold(cell.text))


def _tables(
    rows: Sequence[Row], extent: tuple[int, int], above: Above
) -> tuple[Sequence[Range], list[tuple[Head, Sequence[Row]]]]:
    """The head and the rows below it, for each of several tables beside each other, and their columns."""
    first, last = extent
    whole = read_head(rows[first:], (0, last - first), above.options, rows[last + 1 :])
    parts = side_by_side(rows[last], whole.columns)
    if len(parts) == 1:
        return [(0, len(rows[last]))], [(whole, rows[last + 1 :])]
    return parts, [_part([row[low:high] for row in rows[first:]], last - first, above) for low, high in parts]


def _part(table: Sequence[Row], height: int, above: Above) -> tuple[Head, Sequence[Row]]:
    people = table[height + 1 :]
    return read_head(table, (0, height), above.options, people), people


def _opening(rows: Sequence[Row], extent: tuple[int, int]) -> Sequence[Row]:
    """The texts above the head that begin a section, as others do further down above heads like it.

    They are as many rows as there: `Caritasverband Celle e. V.`, below it where that sits.
    """
    first = extent[0]
    heads = (at for at in range(extent[1] + 2, len(rows)) if _alone(rows[at - 1]) and head_score(rows[at]) > 1)
    others = [own for at in heads if _text((own := _alone_above(rows, at))[-1]) != _text(rows[first - 1])]
    height = min(map(len, others), default=0)
    return _alone_above(rows, first)[-height:] if height else []


def _alone_above(rows: Sequence[Row], at: int) -> Sequence[Row]:
    """The rows of one text right above a row."""
    start = next((above for above in range(at - 1, -1, -1) if not _alone(rows[above])), -1)
    return rows[start + 1 : at]


def _text(row: Row) -> str:
    """The text of a row without the number of its page."""
    return without_page(next((cell.text for cell in row if cell.text), ""))


def _alone(row: Row) -> bool:
    """Whether one text stands in a row and nothing else."""
    return len({cell.text for cell in row if cell.text}) == 1


def _read(columns: Sequence[Column], rows: Sequence[Row], above: Above) -> Extraction:
    columns, told = with_kinds_apart(*with_places_apart(columns, rows))
    reader = RowReader(columns, above.rules, above.dialing, above.given, above.titles)
    reader.read(told)
    return reader.result()


def without_head(rows: Sequence[Row], above: Above) -> Extraction | None:
    """A table whose columns are known by what they hold, with headings in words of somebody's own or without any."""
    said = said_head(rows)
    if said is not None:
        return as_rows(rows, (said, said), above)
    first, columns = by_content(rows, above.rules.ags)
    if not columns:
        return None
    people = with_lines_below(rows[first:], columns[0].index) if len(columns) == 1 else rows[first:]
    columns, told = with_places_apart(columns, people)
    reader = RowReader(columns, above.rules, above.dialing, above.given)
    reader.read(told)
    result = reader.result()
    finding = Finding("no_header", "warning", where=rows[0][0].where)
    return replace(result, findings=(finding, *result.findings)) if result.records else None
