"""Excel 2003 XML ("XML-Kalkulationstabelle"): one XML file, mostly under the name .xls or .xml."""

from __future__ import annotations

from pipeline.extract.layout import Cell
from pipeline.extract.workbook.cell_styles import EPOCH, Style, number_content
from pipeline.extract.workbook.number_format import mask_of
from pipeline.extract.workbook.sheets import TEXT_LIMIT, Sheet
from pipeline.extract.workbook.zipped import Attributes, attribute, parse_xml

NAMESPACE = b"urn:schemas-microsoft-com:office:spreadsheet"
_PLAIN = Style()


def read_spreadsheetml(body: bytes, place: str) -> tuple[Sheet, ...]:
    """All sheets. Raises FormatError."""
    reader = _Reader()
    parse_xml(iter([body]), place, reader.start, reader.end, reader.data)
    return tuple(reader.sheets)


class _Reader:
    """Follows the XML; its methods are called by the parser."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.styles: dict[str, Style] = {}
        self.style = ""
        self.row = self.column = -1
        self.cell: Attributes | None = None
        self.kind = ""
        self.text: list[str] = []
        self.inside = ""  # Data, Visible: where characters count

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        tag = tag.rpartition(":")[2]  # prefixes are mixed in one file
        if tag == "Style":
            self.style = attribute(attributes, "ID") or ""
        elif tag == "Font" and not self.sheets:
            style = self.styles.setdefault(self.style, Style())
            style.struck, style.bold = (attribute(attributes, name) == "1" for name in ("StrikeThrough", "Bold"))
        elif tag == "NumberFormat" and not self.sheets:
            self.styles.setdefault(self.style, Style()).mask = mask_of(attribute(attributes, "Format") or "")
        elif tag == "Worksheet":
            self.sheets.append(Sheet(attribute(attributes, "Name") or ""))
            self.row = -1
        elif tag == "Column" and attribute(attributes, "Hidden") == "1":
            first = _number(attribute(attributes, "Index"), 1) - 1
            self.sheets[-1].hidden_columns.append((first, first + _number(attribute(attributes, "Span"), 0)))
        elif tag == "Row":
            self._start_row(attributes)
        elif tag == "Cell":
            self.column = _number(attribute(attributes, "Index"), self.column + 2) - 1
            self.cell, self.text = attributes, []
        elif tag in ("Comment", "Visible") or (tag == "Data" and self.inside != "Comment"):
            self.inside, self.kind = tag, attribute(attributes, "Type") or "String"
            self.text = self.text if tag == "Comment" else []

    def end(self, tag: str) -> None:
        """An element ends."""
        tag = tag.rpartition(":")[2]
        if tag == "Visible" and self.sheets:
            self.sheets[-1].hidden = "".join(self.text).strip() in ("SheetHidden", "SheetVeryHidden")
        elif tag == "Cell" and self.cell is not None:
            self._put(self.cell)
            self.cell = None
        if tag == self.inside:
            self.inside = ""

    def data(self, text: str) -> None:
        """Characters."""
        if self.inside in ("Data", "Visible"):
            self.text.append(text)

    def _start_row(self, attributes: Attributes) -> None:
        self.row = _number(attribute(attributes, "Index"), self.row + 2) - 1
        self.column = -1
        if attribute(attributes, "Hidden") == "1":
            self.sheets[-1].hidden_rows.add(self.row)

    def _put(self, cell: Attributes) -> None:
        sheet, row, column = self.sheets[-1], self.row, self.column
        across, down = _number(attribute(cell, "MergeAcross"), 0), _number(attribute(cell, "MergeDown"), 0)
        if across or down:
            sheet.merged.append((row, column, row + down, column + across))
        self.column += across
        text, number = "".join(self.text)[:TEXT_LIMIT], None
        link = attribute(cell, "HRef")
        style = self.styles.get(attribute(cell, "StyleID") or "", _PLAIN)
        if self.kind == "Number":
            try:
                text, _, number, _ = number_content(float(text), style, EPOCH)
            except (ValueError, OverflowError):
                number = None
        if text.strip() or link:
            links = (link,) if link else ()
            sheet.put(
                row, column, Cell(text, sheet.where(row, column), links, False, style.bold, style.struck, None, number)
            )


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else default
