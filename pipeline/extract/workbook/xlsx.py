"""Office Open XML workbooks (.xlsx, .xlsm): values, struck-out text, links, merged and hidden cells in one pass.

openpyxl needs 4 to 8 seconds and much memory for 50,000 rows when it is to tell what is struck out, and python-calamine
does not tell it; a single pass over the XML does both in the time of the latter.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import isfinite

from pipeline.errors import FormatError
from pipeline.extract.layout import Cell
from pipeline.extract.workbook.cell_styles import EPOCH, EPOCH_1904, Content, Style, Text, number_content, text_content
from pipeline.extract.workbook.sheets import Sheet, area, letters, position, reference
from pipeline.extract.workbook.xlsx_parts import (
    SheetPart,
    TextReader,
    cell_styles,
    relations,
    shared_texts,
    sheet_parts,
    unescaped,
    workbook_part,
)
from pipeline.extract.workbook.zipped import Archive, Attributes, attribute, parse_xml
from pipeline.frozen import maker
from pipeline.model import Finding, Where

_PLAIN = Style()
_VALUES = frozenset({"v", "t", "f"})
_cell, _where = maker(Cell), maker(Where)  # a sheet has hundreds of thousands


def read_xlsx(archive: Archive) -> tuple[Sheet, ...]:
    """All worksheets, hidden ones too. Raises FormatError where the archive is no whole workbook."""
    workbook = workbook_part(archive)
    if workbook is None:
        raise FormatError(archive.place, "ist keine Excel-Arbeitsmappe")
    parts, since_1904 = sheet_parts(archive, workbook)
    if not parts:
        raise FormatError(archive.place, "enthält kein Tabellenblatt")
    texts, styles = shared_texts(archive, workbook), cell_styles(archive, workbook)
    return tuple(_SheetReader(archive, part, texts, styles, since_1904).read() for part in parts)


class _SheetReader:
    """One worksheet; its methods are called by the XML parser, most of them hundreds of thousands of times."""

    def __init__(
        self, archive: Archive, part: SheetPart, texts: list[Text], styles: list[Style], since_1904: bool
    ) -> None:
        self.archive, self.part, self.texts = archive, part, texts
        self.styles = {str(number): style for number, style in enumerate(styles)}
        self.epoch = EPOCH_1904 if since_1904 else EPOCH
        self.sheet = Sheet(part.name, part.hidden)
        self.depth = 0  # elements that are open
        self.row = self.column = -1
        self.row_name = self.reference = ""
        self.columns: dict[str, int] = {}  # the number of each column met, by its letters
        self.kind = self.style = ""
        self.value: list[str] = []
        self.formula: list[str] = []
        self.pieces: list[str] = []  # the characters since the last element began
        self.rich: TextReader | None = None  # for an inline text of several runs
        self.links: list[Attributes] = []

    def read(self) -> Sheet:
        """The whole sheet."""
        if self.part.part not in self.archive:
            raise FormatError(self.archive.place, f"ist beschädigt: Blatt „{self.part.name}“ fehlt")
        pieces = self.archive.pieces(self.part.part)
        parse_xml(pieces, self.archive.place, self.start, self.end, self.pieces.append, lambda: self.depth)
        self._put_links()
        return self.sheet

    # ---- called by the parser ----

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        self.depth += 1
        self.pieces.clear()
        if tag == "c":
            self._start_cell(attributes)
        elif self.rich is not None:
            self.rich.start(tag, attributes)
        elif tag in _VALUES:
            pass
        elif tag == "is":
            self.kind = "inlineStr"
        elif tag == "row":
            self._start_row(attributes)
        else:
            self._start_other(tag, attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        self.depth -= 1
        if tag == "c":
            if self.value or self.formula or self.rich is not None:
                self._put()
                self.rich = None
        elif self.rich is not None:
            self.rich.end(tag, self.pieces)
        elif tag == "v" or tag == "t":
            self.value += self.pieces
        elif tag == "f":
            self.formula += self.pieces

    def _start_cell(self, attributes: Attributes) -> None:
        self.reference = where = attributes.get("r", "")
        column = self.columns.get(where.removesuffix(self.row_name))
        if column is not None:
            self.column = column
        elif place := position(where):
            self._start_elsewhere(*place)
        else:  # the reference may be left out (§18.3.1.4)
            self.column += 1
            self.reference = ""
        self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "")
        self.value, self.formula = [], []

    def _start_elsewhere(self, row: int, column: int) -> None:
        """In a column not met before, or not in the row that was said to begin; a reference may be written `$C$7`."""
        self.row, self.column, self.row_name = row, column, str(row + 1)
        self.reference = reference(row, column)
        self.columns[letters(column)] = column

    def _start_row(self, attributes: Attributes) -> None:
        number = attributes.get("r", "")
        self.row = int(number) - 1 if number.isascii() and number.isdigit() and len(number) < 8 else self.row + 1
        self.column = -1
        self.row_name = str(self.row + 1)
        if attributes.get("hidden") in ("1", "true") or attributes.get("ht") == "0":
            self.sheet.hidden_rows.add(self.row)

    def _start_other(self, tag: str, attributes: Attributes) -> None:
        if tag == "mergeCell":
            merged = area(attributes.get("ref", ""))
            if merged:
                self.sheet.merged.append(merged)
        elif tag == "r" or tag == "rPh":
            self.rich = TextReader(self.value)
            self.rich.start(tag, attributes)
        elif tag == "hyperlink":
            self.links.append(attributes)
        elif tag == "col" and (attributes.get("hidden") in ("1", "true") or attributes.get("width") == "0"):
            first, last = attributes.get("min", ""), attributes.get("max", "")
            if first.isdigit() and last.isdigit():
                self.sheet.hidden_columns.append((int(first) - 1, int(last) - 1))
        elif tag == "filterColumn":
            self.sheet.filtered = True

    # ---- cells ----

    def _put(self) -> None:
        """Keeps the cell that just ended, if it shows anything."""
        style = self.styles.get(self.style, _PLAIN)
        text, struck_part, number, struck = self._content(style)
        links: tuple[str, ...] = ()
        if self.formula:
            formula = "".join(self.formula)
            if "HYPERLINK" in formula.upper():
                links, shown = hyperlink(formula, self._look_up)
                text = text or shown
            elif not text and not self.value and formula:
                self._no_result(formula)
        if struck_part and not struck:
            self._struck_part(struck_part)
        if text.strip() or links:
            place = _where(None, None, self.sheet.name, self.reference or reference(self.row, self.column))
            self.sheet.put(self.row, self.column, _cell(text, place, links, False, style.bold, struck, None, number))

    def _content(self, style: Style) -> Content:
        """What the cell that just ended shows."""
        if self.rich is not None:
            return text_content(self.rich.result(), style)
        raw = "".join(self.value)
        if self.kind == "s":
            index = int(raw) if raw.isdigit() else -1
            return text_content(self.texts[index], style) if 0 <= index < len(self.texts) else ("", "", None, False)
        if self.kind == "n":
            return self._number(raw, style)
        if self.kind == "b":
            return ("WAHR" if raw == "1" else "FALSCH"), "", None, style.struck
        if self.kind == "e":
            return "", "", None, False  # an error value says nothing
        return unescaped(raw), "", None, style.struck

    def _number(self, raw: str, style: Style) -> Content:
        try:
            value = float(raw)
        except ValueError:
            return raw, "", None, style.struck
        if not isfinite(value):
            return raw, "", None, style.struck
        return number_content(value, style, self.epoch)

    def _look_up(self, name: str) -> str:
        place = position(name)
        cell = self.sheet.rows.get(place[0], {}).get(place[1]) if place else None
        return cell.text if cell else ""

    def _no_result(self, formula: str) -> None:
        where = self.sheet.where(self.row, self.column)
        self.sheet.findings.append(Finding("formula_without_result", "warning", "=" + formula[:200], where))

    def _struck_part(self, text: str) -> None:
        if text.strip():
            where = self.sheet.where(self.row, self.column)
            self.sheet.findings.append(Finding("struck", "info", text.strip()[:200], where))

    def _put_links(self) -> None:
        """Hyperlinks stand behind the cells; their addresses are in another part."""
        targets = relations(self.archive, self.part.part) if self.links else {}
        for link in self.links:
            covered = area(link.get("ref", ""))
            target = targets.get(attribute(link, "id") or "", ("", ""))[1]
            if covered is None or not target:
                continue
            cell = self.sheet.rows.get(covered[0], {}).get(covered[1])
            text = cell.text if cell else ""
            where = self.sheet.where(covered[0], covered[1])
            struck, bold = (cell.struck, cell.header) if cell else (False, False)
            linked = Cell(text, where, (target,), False, bold, struck, None, cell.number if cell else None)
            self.sheet.put(covered[0], covered[1], linked)


# ---- HYPERLINK() ---------------------------------------------------------------------------------

_PIECE = re.compile(r'\s*(?:"((?:[^"]|"")*)"|(\$?[A-Z]{1,3}\$?[0-9]{1,7})|([&;,)]))', re.IGNORECASE)


def hyperlink(formula: str, look_up: Callable[[str], str]) -> tuple[tuple[str, ...], str]:
    """The address and the text of `HYPERLINK("mailto:"&D5;"Mail")`; nothing where more than joining is needed."""
    begin = re.search(r"HYPERLINK\s*\(", formula, re.IGNORECASE)
    values = [""]
    at = begin.end() if begin else len(formula)
    while piece := _PIECE.match(formula, at):
        at = piece.end()
        if piece[1] is not None:
            values[-1] += piece[1].replace('""', '"')
        elif piece[2] is not None:
            values[-1] += look_up(piece[2].upper())
        elif piece[3] in (";", ","):
            values.append("")
        elif piece[3] == ")":
            break
    else:
        return (), ""
    address = values[0].strip()
    return ((address,) if address else ()), values[1] if len(values) > 1 else address.removeprefix("mailto:")
