"""A workbook once its format is forgotten: sheets of filled cells, what is merged and hidden, made into grids.

The readers of the formats (`xlsx`, `ods`, `xls`, `csv_file`, `html_tables`, …) fill `Sheet`s; only cells that hold
something are kept, so a million formatted empty rows or a stray blank in the last row cost nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipeline.errors import FormatError
from pipeline.extract.layout import Cell, Grid
from pipeline.extract.workbook.character_references import with_characters
from pipeline.model import Finding, Where

#: More filled cells than this are no list of a district's contacts (50,000 rows of 12 columns are 600,000).
CELL_LIMIT = 1_000_000
#: Filled columns of a sheet; what a column means is compared with all others.
COLUMN_LIMIT = 1_000
#: A cell's text ends here: Excel allows 32,767 characters.
TEXT_LIMIT = 33_000

Area = tuple[int, int, int, int]  # first row, first column, last row, last column; all from 0


@dataclass(slots=True)
class Sheet:
    """One sheet while it is being read: filled cells by row and column from 0."""

    name: str | None = None
    hidden: bool = False
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    filtered: bool = False  # rows are hidden by a filter: they are only out of sight
    findings: list[Finding] = field(default_factory=list)
    limit: int = CELL_LIMIT
    count: int = 0
    columns: set[int] = field(default_factory=set)

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Keeps one filled cell. Raises FormatError where a sheet holds more than anybody's list."""
        self.count += 1
        if self.count > self.limit:
            raise FormatError(
                self.name or "Tabelle", f"hat mehr als {self.limit} gefüllte Zellen und wird nicht gelesen"
            )
        if column not in self.columns:
            self._meet(column)
        cells = self.rows.get(row)
        if cells is None:
            cells = self.rows[row] = {}
        cells[column] = replace(cell, text=with_characters(cell.text)) if "&" in cell.text else cell

    def _meet(self, column: int) -> None:
        self.columns.add(column)
        if len(self.columns) > COLUMN_LIMIT:
            raise FormatError(self.name or "Tabelle", f"hat mehr als {COLUMN_LIMIT} Spalten und wird nicht gelesen")

    def where(self, row: int, column: int) -> Where:
        """The place of a cell, as people call it."""
        return Where(sheet=self.name, cell=reference(row, column))


def reference(row: int, column: int) -> str:
    """`C7` for row 6 and column 2."""
    return f"{letters(column)}{row + 1}"


def letters(column: int) -> str:
    """The letters of a column from 0: A, B, … Z, AA."""
    if column < 26:
        return chr(65 + column)
    name = ""
    while column >= 0:
        name = chr(65 + column % 26) + name
        column = column // 26 - 1
    return name


def position(text: str) -> tuple[int, int] | None:
    """Row and column from 0 of a reference such as `C7` or `$C$7`; None if it is none."""
    column, digits = 0, ""
    for char in text.replace("$", ""):
        if "A" <= char <= "Z" and not digits:
            column = column * 26 + ord(char) - 64
        elif "0" <= char <= "9" and column and len(digits) < 7:
            digits += char
        else:
            return None
    if not digits or not 0 < column <= 16_384 or digits == "0":
        return None
    return int(digits) - 1, column - 1


def area(text: str) -> Area | None:
    """First row and column, last row and column of `A1:B3` or `A1`."""
    first, _, last = text.partition(":")
    start = position(first)
    end = position(last) if last else start
    if start is None or end is None:
        return None
    return min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1])


def number_text(value: float) -> str:
    """A number as a cell with the format "Standard" shows it, never in exponents."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10f}".rstrip("0").replace(".", ",") if abs(value) < 1e15 else f"{value:.2E}".replace(".", ",")


# ---- to a grid -----------------------------------------------------------------------------------


def to_grid(sheet: Sheet) -> tuple[Grid, tuple[Finding, ...]]:
    """The visible part of a sheet as a grid without empty columns, one blank row for any number of them."""
    findings = list(sheet.findings)
    hidden = set() if sheet.filtered else {row for row in sheet.hidden_rows if row in sheet.rows}
    if hidden:
        findings.append(_hidden_rows(sheet, hidden))
    visible = [row for row in sorted(sheet.rows) if row not in hidden]
    columns = _used_columns(sheet, visible)
    repeated = _repeated(sheet, visible, columns)
    blank = Cell("", Where(sheet=sheet.name))
    rows: list[tuple[Cell, ...]] = []
    previous = -1
    for number in visible:
        if rows and number > previous + 1 and any(gap not in hidden for gap in (previous + 1, number - 1)):
            rows.append((blank,) * len(columns))
        cells, merged = sheet.rows[number], repeated.get(number)
        if merged:
            cells = {**merged, **cells}
        rows.append(tuple([cells.get(column, blank) for column in columns]))
        previous = number
    return Grid(tuple(rows), Where(sheet=sheet.name), sheet.name), tuple(findings)


def _hidden_rows(sheet: Sheet, hidden: set[int]) -> Finding:
    first = min(hidden)
    text = " | ".join(cell.text for _, cell in sorted(sheet.rows[first].items()))[:200]
    where = sheet.where(first, min(sheet.rows[first]))
    return Finding("hidden_rows", "warning", text, where, details=(("count", str(len(hidden))),))


def _used_columns(sheet: Sheet, rows: list[int]) -> list[int]:
    all_seen = len(rows) == len(sheet.rows)
    used = sheet.columns if all_seen else {column for row in rows for column in sheet.rows[row]}
    for first, last in sheet.hidden_columns:
        used = {column for column in used if not first <= column <= last}
    return sorted(used)


def _repeated(sheet: Sheet, rows: list[int], columns: list[int]) -> dict[int, dict[int, Cell]]:
    """Merged cells in every visible place they cover; only where rows and columns hold something."""
    repeated: dict[int, dict[int, Cell]] = {}
    budget = sheet.limit
    for top, left, bottom, right in sheet.merged:
        source = sheet.rows.get(top, {}).get(left)
        if source is None:
            continue
        copy = replace(source, merged=True)
        inside = _between(columns, left, right)
        for row in _between(rows, top, bottom):
            for column in inside:
                if (row, column) != (top, left):
                    repeated.setdefault(row, {})[column] = copy
                    budget -= 1
            if budget < 0:
                return repeated
    return repeated


def _between(numbers: list[int], low: int, high: int) -> list[int]:
    from bisect import bisect_left, bisect_right

    return numbers[bisect_left(numbers, low) : bisect_right(numbers, high)]
