"""Excel 97 workbooks (.xls): values, struck-out text, links, merged and hidden cells from the records of each sheet."""

from __future__ import annotations

import struct
from struct import unpack, unpack_from

from pipeline.errors import FormatError
from pipeline.extract.layout import Cell
from pipeline.extract.workbook import biff
from pipeline.extract.workbook.biff import Globals
from pipeline.extract.workbook.cell_styles import Content, Style, Text, number_content, text_content
from pipeline.extract.workbook.compound import Compound
from pipeline.extract.workbook.sheets import TEXT_LIMIT, Sheet
from pipeline.model import Finding

_LABELSST, _LABEL, _RSTRING, _NUMBER, _RK, _MULRK = 0x00FD, 0x0204, 0x00D6, 0x0203, 0x027E, 0x00BD
_FORMULA, _STRING, _BOOLERR = 0x0006, 0x0207, 0x0205
_ROW, _COLINFO, _MERGED, _HLINK, _FILTERMODE = 0x0208, 0x007D, 0x00E5, 0x01B8, 0x009B
_ADDRESSES = tuple(word.encode("utf-16-le") for word in ("mailto:", "http://", "https://", "tel:"))
_PLAIN = Style()


def read_xls(body: bytes, place: str) -> tuple[Sheet, ...]:
    """All sheets. Raises FormatError for damage, a password and anything else that Office keeps in such files."""
    file = Compound(body, place)
    names = {name.lower() for name in file.names}
    if names & {"encryptedpackage", "encryptioninfo"}:
        raise FormatError(place, "ist mit einem Kennwort geschützt; bitte ohne Kennwort speichern")
    stream = file.read("Workbook") or file.read("Book")
    if not stream:
        kind = "ein Word-Dokument" if "worddocument" in names else "keine Excel-Arbeitsmappe"
        raise FormatError(place, f"ist {kind}")
    return read_stream(stream, place)


def read_stream(stream: bytes, place: str) -> tuple[Sheet, ...]:
    """The sheets of a stream of records."""
    try:
        found = biff.read_globals(stream, place)
        styles = found.cell_styles()
        sheets = tuple(_SheetReader(found, styles, record).read(stream) for record in found.sheets)
    except (struct.error, IndexError, OverflowError) as error:
        raise FormatError(place, "ist beschädigt und nicht ganz zu lesen") from error
    if not sheets:
        raise FormatError(place, "ist beschädigt und nicht ganz zu lesen")
    return sheets


class _SheetReader:
    """One sheet, record by record."""

    def __init__(self, found: Globals, styles: list[Style], record: biff.SheetRecord) -> None:
        self.found, self.styles, self.start = found, styles, record.start
        self.sheet = Sheet(record.name, record.hidden)
        self.formula: tuple[int, int, Style] | None = None  # its text is in the next STRING record

    def read(self, stream: bytes) -> Sheet:
        """The whole sheet; charts inside it are skipped."""
        depth = 0
        for kind, data in biff.records(stream, self.start):
            if kind == biff.BOF:
                depth += 1
            elif kind == biff.EOF:
                depth -= 1
                if depth <= 0:
                    break
            elif depth == 1:
                self._record(kind, data)
        return self.sheet

    def _record(self, kind: int, data: bytes) -> None:
        if kind in (_LABELSST, _LABEL, _RSTRING, _NUMBER, _RK, _FORMULA, _BOOLERR):
            row, column, style = unpack_from("<HHH", data)
            self._cell(kind, data, row, column, self._style(style))
        elif kind == _MULRK:
            self._numbers(data)
        elif kind == _STRING and self.formula:
            row, column, style = self.formula
            self._put(row, column, text_content(Text(self.found.text(data, 0)), style), style)
            self.formula = None
        else:
            self._layout(kind, data)

    def _style(self, number: int) -> Style:
        return self.styles[number] if number < len(self.styles) else _PLAIN

    # ---- values ----

    def _cell(self, kind: int, data: bytes, row: int, column: int, style: Style) -> None:
        if kind == _LABELSST:
            index = unpack_from("<I", data, 6)[0]
            text = self.found.texts[index] if index < len(self.found.texts) else Text("")
            self._put(row, column, text_content(text, style), style)
        elif kind in (_LABEL, _RSTRING):
            self._put(row, column, text_content(Text(self.found.text(data, 6)), style), style)
        elif kind == _NUMBER:
            self._number(row, column, unpack_from("<d", data, 6)[0], style)
        elif kind == _RK:
            self._number(row, column, _decoded(unpack_from("<I", data, 6)[0]), style)
        elif kind == _FORMULA:
            self._result(row, column, data[6:14], style)
        elif data[7:8] == b"\0":  # a truth value, no error
            self._put(row, column, ("WAHR" if data[6] else "FALSCH", "", None, style.struck), style)

    def _numbers(self, data: bytes) -> None:
        """Several numbers beside each other in one record."""
        row, first = unpack_from("<HH", data)
        for number in range((len(data) - 6) // 6):
            style, value = unpack_from("<HI", data, 4 + 6 * number)
            self._number(row, first + number, _decoded(value), self._style(style))

    def _result(self, row: int, column: int, data: bytes, style: Style) -> None:
        """The stored result of a formula ([MS-XLS] 2.5.133)."""
        if data[6:8] != b"\xff\xff":
            self._number(row, column, unpack("<d", data)[0], style)
        elif data[0] == 0:
            self.formula = (row, column, style)
        elif data[0] == 1:
            self._put(row, column, ("WAHR" if data[2] else "FALSCH", "", None, style.struck), style)

    def _number(self, row: int, column: int, value: float, style: Style) -> None:
        if value == value and abs(value) != float("inf"):
            self._put(row, column, number_content(value, style, self.found.epoch), style)

    def _put(self, row: int, column: int, content: Content, style: Style) -> None:
        text, struck_part, number, struck = content
        where = self.sheet.where(row, column)
        if struck_part.strip() and not struck:
            self.sheet.findings.append(Finding("struck", "info", struck_part.strip()[:200], where))
        if text.strip():
            cell = Cell(text[:TEXT_LIMIT], where, (), False, style.bold, struck, None, number)
            self.sheet.put(row, column, cell)

    # ---- layout ----

    def _layout(self, kind: int, data: bytes) -> None:
        if kind == _ROW and len(data) >= 14 and data[12] & 0x20:
            self.sheet.hidden_rows.add(unpack_from("<H", data)[0])
        elif kind == _COLINFO and len(data) >= 10 and data[8] & 1:
            first, last = unpack_from("<HH", data)
            self.sheet.hidden_columns.append((first, last))
        elif kind == _MERGED and len(data) >= 2:
            for number in range(min(unpack_from("<H", data)[0], (len(data) - 2) // 8)):
                top, bottom, left, right = unpack_from("<HHHH", data, 2 + 8 * number)
                self.sheet.merged.append((top, left, bottom, right))
        elif kind == _HLINK and len(data) >= 32:
            self._link(data)
        elif kind == _FILTERMODE:
            self.sheet.filtered = True

    def _link(self, data: bytes) -> None:
        """The address of a hyperlink: it ends with a zero character. Links stand behind the cells."""
        row, _, column = unpack_from("<HHH", data)
        at = max(data.rfind(word) for word in _ADDRESSES)
        if at < 0:
            return
        address = data[at : at + 4000].decode("utf-16-le", "replace").partition("\0")[0]
        cell = self.sheet.rows.get(row, {}).get(column) or Cell("", self.sheet.where(row, column))
        self.sheet.put(
            row, column, Cell(cell.text, cell.where, (address,), False, cell.header, cell.struck, None, cell.number)
        )


def _decoded(value: int) -> float:
    """A number in 30 bits: the upper part of a double, or an integer; perhaps a hundred times too large."""
    if value & 2:
        number = float((value >> 2) - (1 << 30 if value & 0x8000_0000 else 0))
    else:
        number = unpack("<d", struct.pack("<II", 0, value & 0xFFFF_FFFC))[0]
    return number / 100 if value & 1 else number
