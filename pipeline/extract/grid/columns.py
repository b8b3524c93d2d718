"""A grid becomes records: people as rows, people as columns, or cards with labels; workbooks and HTML tables alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from pipeline.extract.grid.card_titles import common_title, tells_itself, title_place, with_title
from pipeline.extract.grid.column_groups import Row
from pipeline.extract.grid.forms import Block, label_of, read_blocks
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.headless import by_content
from pipeline.extract.grid.kind_columns import with_kinds_apart
from pipeline.extract.grid.kind_rows import with_kinds_as_columns
from pipeline.extract.grid.label_rows import with_labels_as_head
from pipeline.extract.grid.mail_domain import with_domain
from pipeline.extract.grid.named_places import office_before
from pipeline.extract.grid.places_in_names import with_places_apart
from pipeline.extract.grid.rows import RowReader
from pipeline.extract.grid.stacked import unstacked
from pipeline.extract.grid.table_head import find_head, head_score, read_head, side_by_side
from pipeline.extract.grid.whole_cards import lack_labels, left_over, stand_over_numbers, whole_cards
from pipeline.extract.layout import Cell, Grid
from pipeline.model import Extraction, Finding, Raw, Reading, Record, Rules
from pipeline.transform.office import is_office
from pipeline.transform.phone import Dialing, main_number
from pipeline.transform.text import clean

_ANNOUNCED = re.compile(r"Vorwahl[^\d\n]{0,30}(\(?0[1-9]\d{1,4}\)?)", re.IGNORECASE)
#: A number that ends in a hyphen, above a column of Durchwahlen: `Telefon 07161 9380-`.
_OPEN_STEM = re.compile(r"(?<=\d)\s?[-–](?=\s*(?:$|[(,;…]|\.\.|Durchwahl|DW|Nebenst|App))")
_REACHED = frozenset({"phone", "mobile", "fax", "phone_fax", "extension", "email", "contact"})
_WHO = frozenset({"name", "family", "given"})
#: Columns of a list on its side beyond which it is none.
_TRANSPOSED = 400


@dataclass(slots=True)
class Above:
    """What the title rows say for the whole table."""

    dialing: Dialing
    given: dict[str, Reading] = field(default_factory=dict)
    stems: set[str] = field(default_factory=set)


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
    stated = _row_index(rows, header_row) if header_row else None
    rows = rows if stated is not None else with_labels_as_head(with_kinds_as_columns(rows))
    if header_row and stated is None:
        return None
    above = Above(dialing, dict(given))
    if stated is not None:
        return _as_rows(rows, (stated, stated), rules, above, columns)
    head = find_head(rows) or _written_as_head(rows)
    if head:
        rows, head = unstacked(rows, head)
        if stand_over_numbers(rows) and (found := _as_whole_cards(rows, rules, above)):
            return found
    titles = _titles(rows)
    across = _sides(rows[titles:])
    side = find_head(across, 0, 3) if across else None
    row_score = head_score(rows[head[1]]) if head else 0
    if head and _follows_data(rows, head[1]) and (side is None or row_score >= head_score(across[side[1]])):
        return _as_rows(rows, head, rules, above, columns)
    repeated = side is not None and (_repeats(across[side[1]]) or _again_below(across[side[1]], across[side[1] + 1 :]))
    if side and not repeated and not _labels_right(across[side[1]], across[side[1] + 1 :]):
        beside = _title(
            rows[:titles], rules, above, {meaning for cell in across[side[1]] for meaning in meanings(cell.text)}
        )
        found = _as_rows(_sides(_continued(rows[titles:], side[1])), side, rules, above, columns)
        return found and replace(found, findings=(*beside, *found.findings))
    if lack_labels(rows) and (found := _as_whole_cards(rows, rules, above)):
        return found
    if blocks := read_blocks(rows):
        return _as_cards(blocks, rules, above)
    if head:
        return _as_rows(rows, head, rules, above, columns)
    if found := _without_head(rows, rules, above):
        return found
    return _as_whole_cards(rows, rules, above)


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


def _titles(rows: Sequence[Row]) -> int:
    """How many rows above the first with two cells hold one text only."""
    own = (sum(1 for cell in row if cell.text and not cell.merged) for row in rows)
    return next((number for number, count in enumerate(own) if count > 1), 0)


def _sides(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The grid on its side, where it is small enough to be a list of people as columns."""
    if len(rows) > _TRANSPOSED:
        return ()
    return tuple(zip(*rows, strict=True))


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


def _written_as_head(rows: Sequence[Row]) -> tuple[int, int] | None:
    """The first row where it alone is set as headings and one of them is known: what the others mean, content tells."""
    own = [cell for cell in rows[0] if cell.text and not cell.merged]
    if len(rows) < 3 or len(own) < 2 or not all(cell.header and "@" not in cell.text for cell in own):
        return None
    known = {found[0] for cell in own if (found := meanings(cell.text))}
    plain = any(not cell.header for row in rows[1:3] for cell in row if cell.text)
    return (0, 0) if plain and known & _REACHED else None


def _follows_data(rows: Sequence[Row], last: int) -> bool:
    return any(any(cell.text or cell.links for cell in row) for row in rows[last + 1 :])


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
    among = (cell.text for row in rows for cell in row if cell.text and not cell.merged and not cell.links)
    return sum(1 for text in among if text in known or (text.rstrip().endswith(":") and label_of(text))) > 1


# ---- people as rows (or as columns) --------------------------------------------------------------


def _as_rows(
    rows: Sequence[Row], extent: tuple[int, int], rules: Rules, above: Above, options: Mapping[str, str]
) -> Extraction | None:
    last = extent[1] - extent[0]
    whole = read_head(rows[extent[0] :], (0, last), options, rows[extent[1] + 1 :])
    parts = side_by_side(rows[extent[1]], whole.columns)
    tables = [[row[low:high] for row in rows[extent[0] :]] for low, high in parts]
    several = len(tables) > 1
    heads = [read_head(table, (0, last), options, table[last + 1 :]) if several else whole for table in tables]
    fields = {column.field for head in heads for column in head.columns}
    if not fields & (_REACHED | _WHO):
        return None
    opened = _opens_section(rows, extent) if len(tables) == 1 else 0
    findings = _title(rows[: extent[0] - opened], rules, above, fields)
    if above.dialing.announced is None:
        above.dialing = replace(above.dialing, announced=_announced_below(rows[extent[1] + 1 :]))
    around = (*rows[: extent[0]], *_notes_below(rows[extent[1] + 1 :]))
    notes = [cell.text for row in around for cell in row if "@" in cell.text]
    records: list[Record] = []
    for head, table in zip(heads, tables, strict=True):
        below = [*rows[extent[0] - opened : extent[0]], *table[last + 1 :]]
        columns = with_domain(head.columns, notes)
        columns, told = with_kinds_apart(*with_places_apart(columns, below))
        reader = RowReader(columns, rules, above.dialing, above.given)
        reader.read(told)
        result = reader.result()
        records += result.records
        findings += [*head.findings, *result.findings]
    return Extraction(tuple(records), (), tuple(findings))


def _opens_section(rows: Sequence[Row], extent: tuple[int, int]) -> int:
    """1 where the text above the head begins a section, since further down texts alone do so above heads like it."""
    if extent[0] == 0 or not _alone(rows[extent[0] - 1]):
        return 0
    pairs = zip(rows[extent[1] + 1 :], rows[extent[1] + 2 :], strict=False)
    return int(any(_alone(text) and head_score(head) > 1 for text, head in pairs))


def _alone(row: Row) -> bool:
    """Whether one text stands in a row and nothing else."""
    return len({cell.text for cell in row if cell.text}) == 1


def _without_head(rows: Sequence[Row], rules: Rules, above: Above) -> Extraction | None:
    first, columns = by_content(rows, rules.ags)
    if not columns:
        return None
    reader = RowReader(columns, rules, above.dialing, above.given)
    reader.read(rows[first:])
    result = reader.result()
    finding = Finding("no_header", "warning", where=rows[0][0].where)
    return replace(result, findings=(finding, *result.findings)) if result.records else None


# ---- title rows ----------------------------------------------------------------------------------


def _title(rows: Sequence[Row], rules: Rules, above: Above, fields: set[str]) -> list[Finding]:
    """Main number, area code and municipality that stand above the table; numbers that say nothing are findings."""
    findings: list[Finding] = []
    for row in rows:
        for cell in row:
            if cell.text and not cell.merged:
                findings += _title_cell(cell, rules, above, fields)
    return findings


def _notes_below(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of one text at the end."""
    return takewhile(lambda row: len({cell.text for cell in row if cell.text}) < 2, reversed(rows))


def _announced_below(rows: Sequence[Row]) -> str | None:
    """The area code that a note under the table gives for all of it."""
    texts = (cell.text for row in _notes_below(rows) for cell in row)
    return next((found[1].strip("()") for text in texts if (found := _ANNOUNCED.search(text))), None)


def _title_cell(cell: Cell, rules: Rules, above: Above, fields: set[str]) -> list[Finding]:
    from pipeline.transform.online import looks_like_mail
    from pipeline.transform.phone import looks_like_number

    text = clean(cell.text)
    announced = _ANNOUNCED.search(text)
    if announced:
        above.dialing = replace(above.dialing, announced=announced[1].strip("()"))
    stem = main_number(_OPEN_STEM.sub("-0", text) if "extension" in fields else text, above.dialing)
    if "municipality" in fields and "extension" not in fields:
        stem = None  # the exchange of whoever made the list, not of those it lists
    if stem:
        above.stems.add(stem)  # several exchanges: whose Durchwahl it is cannot be told
        above.dialing = replace(above.dialing, main=stem if len(above.stems) == 1 else None)
    raw = Raw(cell.text, cell.where)
    place = title_place(text, rules)
    if place and "municipality" not in fields:
        above.given.setdefault("municipality", Reading("municipality", place, raw))
    office = office_before(text)
    if stem and not fields & {"org", "municipality"} and is_office(office):
        above.given.setdefault("org", Reading("org", office, raw))
    if not stem and not announced and (looks_like_mail(text) or looks_like_number(text)):
        return [Finding("unclaimed", "info", text[:200], cell.where)]
    return []


# ---- cards ---------------------------------------------------------------------------------------


def _as_cards(blocks: Sequence[Block], rules: Rules, above: Above) -> Extraction | None:
    """Each card is one row under columns of its own."""
    prefix = common_title(blocks)
    reader = RowReader((), rules, above.dialing, above.given)
    findings: list[Finding] = []
    for number, block in enumerate(blocks):
        if number == 0:
            findings += _title([block.above, [] if tells_itself(block) else block.titles[:-1]], rules, above, set())
            reader = RowReader((), rules, above.dialing, above.given)
        columns, row = with_title(block, prefix, rules)
        reader.use(columns)
        findings += [
            Finding("unknown_column", "info", column.heading, column.where)
            for column in columns
            if column.field == "unknown"
        ]
        reader.read([row])
    result = reader.result()
    return replace(result, findings=(*findings, *result.findings)) if result.records else None


def _as_whole_cards(rows: Sequence[Row], rules: Rules, above: Above) -> Extraction | None:
    """Cards without labels; numbers that stand in none are findings."""
    cards = whole_cards(rows)
    found = _as_cards(cards, rules, above) if cards else None
    if not found:
        return None
    left = [Finding("unclaimed", "warning", cell.text[:200], cell.where) for cell in left_over(rows, cards)]
    return replace(found, findings=(*found.findings, *left))
