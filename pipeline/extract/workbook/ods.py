"""OpenDocument spreadsheets (.ods, .fods): what the cells show, struck-out text, links, merged and hidden cells.

python-calamine reads the values only; one pass over the XML (ODF 1.3 part 3, §9) also tells what is merged or struck.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.errors import FormatError
from pipeline.extract.layout import Cell
from pipeline.extract.workbook.sheets import TEXT_LIMIT, Sheet, number_text
from pipeline.extract.workbook.xlsx import hyperlink
from pipeline.extract.workbook.zipped import Archive, Attributes, attribute, parse_xml
from pipeline.model import Finding

#: Elements inside a cell whose text is not the cell's.
_FOREIGN = frozenset({"annotation", "shapes", "frame", "custom-shape", "forms", "tracked-changes", "object", "rect"})
_ROWS, _COLUMNS = 1 << 20, 1 << 14


@dataclass(slots=True)
class _Style:
    """What a style says; `parent` is asked for what it does not say."""

    parent: str | None = None
    struck: bool | None = None
    bold: bool | None = None
    hidden: bool = False


def read_ods(archive: Archive) -> tuple[Sheet, ...]:
    """All sheets of an archive. Raises FormatError."""
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise FormatError(archive.place, "ist mit einem Kennwort geschützt; bitte ohne Kennwort speichern")
    if "content.xml" not in archive:
        raise FormatError(archive.place, "ist keine LibreOffice-Tabelle")
    reader = _Reader(archive.place)
    if "styles.xml" in archive:
        reader.parse(archive.pieces("styles.xml"))
    reader.parse(archive.pieces("content.xml"))
    return tuple(reader.sheets)


def read_flat_ods(body: bytes, place: str) -> tuple[Sheet, ...]:
    """The same from one XML file."""
    reader = _Reader(place)
    reader.parse([body])
    return tuple(reader.sheets)


class _Reader:
    """Follows the XML; its methods are called by the parser."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.sheets: list[Sheet] = []
        self.styles: dict[str, _Style] = {}
        self.style: _Style | None = None
        self.sheet: Sheet | None = None
        self.columns: list[str] = []  # default cell styles
        self.row = self.column = 0
        self.row_repeat = 1
        self.cell: Attributes | None = None
        self.paragraphs: list[list[str]] = []
        self.struck: list[str] = []
        self.spans: list[bool] = []
        self.links: list[str] = []
        self.foreign = 0

    def parse(self, pieces: Iterable[bytes]) -> None:
        """One part of the archive."""
        parse_xml(iter(pieces), self.place, self.start, self.end, self.data)

    # ---- called by the parser ----

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        if self.foreign or tag in _FOREIGN:
            self.foreign += 1
        elif self.cell is not None:
            self._in_cell(tag, attributes)
        elif tag in ("table-cell", "covered-table-cell"):
            self._start_cell(attributes, covered=tag != "table-cell")
        elif tag == "table-row":
            self._start_row(attributes)
        elif tag == "table-column":
            self._column(attributes)
        elif tag == "table":
            self._start_table(attributes)
        elif tag == "style":
            self.style = _Style(attribute(attributes, "parent-style-name"))
            self.styles[attribute(attributes, "name") or ""] = self.style
        elif self.style is not None and tag in ("text-properties", "table-properties"):
            self._properties(attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self.foreign:
            self.foreign -= 1
        elif tag in ("table-cell", "covered-table-cell") and self.cell is not None:
            self._end_cell()
        elif tag == "span" and self.spans:
            self.spans.pop()
        elif tag == "table-row":
            self._end_row()
        elif tag == "style":
            self.style = None

    def data(self, text: str) -> None:
        """Characters; those outside a paragraph are layout."""
        if self.cell is None or self.foreign or not self.paragraphs:
            return
        (self.struck if self.spans and self.spans[-1] else self.paragraphs[-1]).append(text)

    # ---- styles ----

    def _properties(self, attributes: Attributes) -> None:
        assert self.style is not None
        for name in ("text-line-through-style", "text-line-through-type"):
            value = attribute(attributes, name)
            if value is not None:
                self.style.struck = value != "none"
        weight = attribute(attributes, "font-weight")
        if weight is not None:
            self.style.bold = weight in ("bold", "600", "700", "800", "900")
        if attribute(attributes, "display") == "false":
            self.style.hidden = True

    def _says(self, name: str | None, what: str) -> bool | None:
        """What a style or the first of its parents that says something says."""
        for _ in range(10):
            style = self.styles.get(name or "")
            if style is None:
                return None
            value: bool | None = getattr(style, what)
            if value is not None:
                return value
            name = style.parent
        return None

    # ---- sheets, rows, columns ----

    def _start_table(self, attributes: Attributes) -> None:
        hidden = bool(self._says(attribute(attributes, "style-name"), "hidden"))
        self.sheet = Sheet(attribute(attributes, "name") or "", hidden)
        self.sheets.append(self.sheet)
        self.columns, self.row = [], 0

    def _column(self, attributes: Attributes) -> None:
        first = len(self.columns)
        repeat = min(_repeat(attributes, "number-columns-repeated"), _COLUMNS - first)
        self.columns += [attribute(attributes, "default-cell-style-name") or ""] * repeat
        if self.sheet and attribute(attributes, "visibility") in ("collapse", "filter"):
            self.sheet.hidden_columns.append((first, first + repeat - 1))

    def _start_row(self, attributes: Attributes) -> None:
        self.row_repeat = _repeat(attributes, "number-rows-repeated")
        self.column = 0
        visibility = attribute(attributes, "visibility")
        if self.sheet and visibility == "collapse":
            self.sheet.hidden_rows.update(range(self.row, self.row + min(self.row_repeat, 10_000)))

    def _end_row(self) -> None:
        sheet, filled = self.sheet, self.sheet.rows.get(self.row) if self.sheet else None
        if sheet and filled and self.row_repeat > 1:
            for row in range(self.row + 1, min(self.row + self.row_repeat, _ROWS)):
                for column, cell in filled.items():
                    copy = Cell(cell.text, sheet.where(row, column), cell.links, False, cell.header, cell.struck)
                    sheet.put(row, column, copy)
        self.row += self.row_repeat

    # ---- cells ----

    def _start_cell(self, attributes: Attributes, covered: bool) -> None:
        self.cell = {**attributes, "covered": "1"} if covered else attributes
        self.paragraphs, self.struck, self.spans, self.links = [], [], [], []

    def _in_cell(self, tag: str, attributes: Attributes) -> None:
        if tag in ("p", "h"):
            self.paragraphs.append([])
        elif tag == "span":
            says = self._says(attribute(attributes, "style-name"), "struck")
            self.spans.append(says if says is not None else bool(self.spans and self.spans[-1]))
        elif tag == "a":
            self.links.append(attribute(attributes, "href") or "")
        elif tag in ("line-break", "s", "tab"):
            sign = {"line-break": "\n", "tab": "\t"}.get(tag, " ")
            self.data(sign * min(_repeat(attributes, "c"), 100))

    def _end_cell(self) -> None:
        cell, self.cell = self.cell, None
        assert cell is not None
        repeat = _repeat(cell, "number-columns-repeated")
        if self.sheet is not None and (self.paragraphs or "covered" not in cell):
            self._put(self.sheet, cell, repeat)
        self.column += repeat

    def _put(self, sheet: Sheet, cell: Attributes, repeat: int) -> None:
        rows, columns = _repeat(cell, "number-rows-spanned"), _repeat(cell, "number-columns-spanned")
        if rows > 1 or columns > 1:
            sheet.merged.append((self.row, self.column, self.row + rows - 1, self.column + columns - 1))
        if not self.paragraphs or "covered" in cell:
            return
        text = "\n".join("".join(part) for part in self.paragraphs).strip("\n")[:TEXT_LIMIT]
        struck_part = "".join(self.struck).strip()
        name = attribute(cell, "style-name") or (self.columns[self.column] if self.column < len(self.columns) else "")
        struck = bool(self._says(name, "struck")) or (bool(struck_part) and not text.strip())
        text, number = _number(cell, text if text.strip() else struck_part)
        if struck_part and not struck:
            sheet.findings.append(Finding("struck", "info", struck_part[:200], sheet.where(self.row, self.column)))
        links = tuple(link for link in self.links if link) or hyperlink(attribute(cell, "formula") or "", _nothing)[0]
        if not text.strip() and not links:
            return
        bold = bool(self._says(name, "bold"))
        for column in range(self.column, min(self.column + repeat, _COLUMNS)):
            where = sheet.where(self.row, column)
            sheet.put(self.row, column, Cell(text, where, links, False, bold, struck, None, number))


def _nothing(_: str) -> str:
    return ""


def _repeat(attributes: Attributes, name: str) -> int:
    text = attribute(attributes, name) or "1"
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _number(cell: Attributes, shown: str) -> tuple[str, float | None]:
    """The number a cell holds, and its digits; what it shows counts where it shows more around them than they are."""
    if attribute(cell, "value-type") != "float":
        return shown, None
    try:
        value = float(attribute(cell, "value") or "")
    except ValueError:
        return shown, None
    if value != value or abs(value) == float("inf"):
        return shown, None
    plain = number_text(value)
    digits = "".join(filter(str.isdigit, shown))
    more = (digits != plain and digits.endswith(plain)) or shown.startswith(("+", "-", "("))
    return (shown if more and plain.isdigit() else plain), value
