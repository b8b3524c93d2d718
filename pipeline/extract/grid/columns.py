"""A grid becomes records: people as rows, people as columns, or cards with labels; workbooks and HTML tables alike."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.extract.grid.column_groups import Column, Row
from pipeline.extract.grid.forms import Block, label_of, read_blocks
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.headless import by_content
from pipeline.extract.grid.kind_rows import with_kinds_as_columns
from pipeline.extract.grid.label_rows import with_labels_as_head
from pipeline.extract.grid.places_in_names import with_places_apart
from pipeline.extract.grid.row_values import office_before, stated_place
from pipeline.extract.grid.rows import RowReader
from pipeline.extract.grid.stacked import unstacked
from pipeline.extract.grid.table_head import find_head, head_score, read_head, side_by_side
from pipeline.extract.grid.whole_cards import whole_cards
from pipeline.extract.layout import Cell, Grid
from pipeline.model import Extraction, Finding, Raw, Reading, Record, Rules
from pipeline.transform.municipal_kinds import GEMEINDE
from pipeline.transform.name import is_person
from pipeline.transform.office import is_office
from pipeline.transform.phone import Dialing, main_number
from pipeline.transform.text import clean, looks_like_prose

_ANNOUNCED = re.compile(r"Vorwahl[^\d\n]{0,30}(\(?0[1-9]\d{1,4}\)?)", re.IGNORECASE)
#: A number that ends in a hyphen, above a column of Durchwahlen: `Telefon 07161 9380-`.
_OPEN_STEM = re.compile(r"(?<=\d)\s?[-–](?=\s*(?:$|[(,;…]|\.\.|Durchwahl|DW|Nebenst|App))")
_INSIDE = re.compile(rf"[ :–-](?=(?:Stadt|{GEMEINDE}|Flecken) [A-ZÄÖÜ][a-zäöü])")
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
    titles = _titles(rows)
    across = _sides(rows[titles:])
    side = find_head(across, 0, 3) if across else None
    row_score = head_score(rows[head[1]]) if head else 0
    if head and _follows_data(rows, head[1]) and (side is None or row_score >= head_score(across[side[1]])):
        return _as_rows(rows, head, rules, above, columns)
    if side and not _repeats(across[side[1]]) and not _labels_right(across[side[1]], across[side[1] + 1 :]):
        beside = _title(
            rows[:titles], rules, above, {meaning for cell in across[side[1]] for meaning in meanings(cell.text)}
        )
        found = _as_rows(_sides(_continued(rows[titles:], side[1])), side, rules, above, columns)
        return found and replace(found, findings=(*beside, *found.findings))
    blocks = read_blocks(rows)
    if blocks:
        return _as_cards(blocks, rules, above)
    if head:
        return _as_rows(rows, head, rules, above, columns)
    if found := _without_head(rows, rules, above):
        return found
    cards = whole_cards(rows)
    return _as_cards(cards, rules, above) if cards else None


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
    records: list[Record] = []
    for head, table in zip(heads, tables, strict=True):
        below = [*rows[extent[0] - opened : extent[0]], *table[last + 1 :]]
        columns, told = with_places_apart(head.columns, below)
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


def _announced_below(rows: Sequence[Row]) -> str | None:
    """The area code that a note under the table gives for all of it."""
    for row in reversed(rows):
        texts = {cell.text for cell in row if cell.text}
        if len(texts) > 1:
            break
        if found := _ANNOUNCED.search("".join(texts)):
            return found[1].strip("()")
    return None


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
    place = _place(text, rules)
    if place and "municipality" not in fields:
        above.given.setdefault("municipality", Reading("municipality", place, raw))
    office = office_before(text)
    if stem and not fields & {"org", "municipality"} and is_office(office):
        above.given.setdefault("org", Reading("org", office, raw))
    if not stem and not announced and (looks_like_mail(text) or looks_like_number(text)):
        return [Finding("unclaimed", "info", text[:200], cell.where)]
    return []


def _place(text: str, rules: Rules) -> str | None:
    """The municipality that a title names: `Stadt Göppingen, Hauptamt`."""
    if looks_like_prose(text):
        return None
    return stated_place(text, rules.ags) or stated_place(_before_place(text), None)


def _before_place(text: str) -> str:
    """What a title says from its municipality on: `Ansprechpersonen der Stadt Celle`; nothing of a district."""
    found = None if "kreis" in text.lower() else _INSIDE.search(text)
    return text[found.end() :] if found else ""


# ---- cards ---------------------------------------------------------------------------------------


def _as_cards(blocks: Sequence[Block], rules: Rules, above: Above) -> Extraction | None:
    """Each card is one row under columns of its own."""
    titles = [clean(block.titles[-1].text) for block in blocks if block.titles]
    several, prefix = len(set(titles)) > 1, _common(titles)
    reader = RowReader((), rules, above.dialing, above.given)
    findings: list[Finding] = []
    for number, block in enumerate(blocks):
        if number == 0:
            findings += _title([block.titles[:-1]], rules, above, set())
            reader = RowReader((), rules, above.dialing, above.given)
        columns, row = block.row()
        columns, row = _with_title(block, columns, row, prefix if several else None, rules)
        reader.use(columns)
        findings += [
            Finding("unknown_column", "info", column.heading, column.where)
            for column in columns
            if column.field == "unknown"
        ]
        reader.read([row])
    result = reader.result()
    return replace(result, findings=(*findings, *result.findings)) if result.records else None


def _common(titles: Sequence[str]) -> str:
    """The words with which all titles begin: `Steckbrief Uhingen` and `Steckbrief Salach` differ in the place."""
    words = [title.split(" ") for title in titles]
    same = 0
    while len(words) > 1 and all(len(w) > same + 1 and w[same] == words[0][same] for w in words):
        same += 1
    return " ".join(words[0][:same]) + " " if same else ""


def _with_title(
    block: Block, columns: tuple[Column, ...], row: Row, prefix: str | None, rules: Rules
) -> tuple[tuple[Column, ...], Row]:
    """The title of a card is its municipality, its office or its person, where no label says so.

    `prefix` is what the titles of several cards have in common; None where there is one card only.
    """
    if not block.titles:
        return columns, row
    cell = block.titles[-1]
    text = clean(cell.text).removeprefix(prefix or "")
    fields = {column.field for column in columns}
    place = _place(text, rules) or (text if prefix is not None and text and not is_office(text) else None)
    if is_person(text) and not fields & _WHO:
        meaning = "name"
    elif place and "municipality" not in fields:
        meaning, cell = "municipality", replace(cell, text=place)
    elif is_office(text) and "org" not in fields:
        meaning = "org"
    else:
        return columns, row
    return (Column(len(row), meaning, "", cell.where, -1 if meaning != "name" else 0), *columns), (*row, cell)
