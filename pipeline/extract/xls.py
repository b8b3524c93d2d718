"""Excel 97 workbooks (.xls): values by python-calamine; what is struck, hidden, merged or linked from the records.

The records are those of [MS-XLS]; only the few named here are looked at. Also .xlsb, values only.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from struct import unpack_from

from pipeline.errors import FormatError
from pipeline.extract.compound import Compound
from pipeline.extract.layout import Cell
from pipeline.extract.workbook import TEXT_LIMIT, Sheet, number_text, reference
from pipeline.model import Where

_BOF, _EOF, _FILEPASS, _BOUNDSHEET, _FONT, _XF = 0x0809, 0x000A, 0x002F, 0x0085, 0x0031, 0x00E0
_ROW, _COLINFO, _MERGED, _HLINK, _FILTERMODE, _MULRK = 0x0208, 0x007D, 0x00E5, 0x01B8, 0x009B, 0x00BD
_CELLS = frozenset({0x0203, 0x027E, 0x00FD, 0x0204, 0x0006, 0x0205, 0x00D6})
_STRIKE = 0x0008
#: Rows times columns beyond which a sheet is not laid out in memory.
_AREA_LIMIT = 8_000_000
_ADDRESSES = tuple(word.encode("utf-16-le") for word in ("mailto:", "http://", "https://", "tel:"))


@dataclass(slots=True)
class _Marks:
    """What the records of one sheet say beside the values."""

    struck: set[tuple[int, int]] = field(default_factory=set)
    bold: set[tuple[int, int]] = field(default_factory=set)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    filtered: bool = False
    last_row: int = 0
    last_column: int = 0


def read_xls(body: bytes, place: str) -> tuple[Sheet, ...]:
    """All sheets. Raises FormatError for damage, a password and anything else that Office keeps in such files."""
    file = Compound(body, place)
    names = {name.lower() for name in file.names}
    if names & {"encryptedpackage", "encryptioninfo"}:
        raise _locked(place)
    stream = file.read("Workbook") or file.read("Book")
    if not stream:
        kind = "ein Word-Dokument" if "worddocument" in names else "keine Excel-Arbeitsmappe"
        raise FormatError(place, f"ist {kind}")
    try:
        marks = _all_marks(stream, place)
    except struct.error as error:
        raise FormatError(place, "ist beschädigt und nicht ganz zu lesen") from error
    sheets = read_values(body, place)
    for sheet in sheets:
        _apply(sheet, marks.get(sheet.name or "", _Marks()))
    return sheets


def _locked(place: str) -> FormatError:
    return FormatError(place, "ist mit einem Kennwort geschützt; bitte ohne Kennwort speichern")


# ---- values --------------------------------------------------------------------------------------


def read_values(body: bytes, place: str) -> tuple[Sheet, ...]:
    """The values of all worksheets as python-calamine gives them."""
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(body))
        sheets = []
        for meta in book.sheets_metadata:
            if meta.typ != python_calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = Sheet(meta.name, meta.visible != python_calamine.SheetVisibleEnum.Visible)
            _fill(sheet, book.get_sheet_by_name(meta.name))
            sheets.append(sheet)
    except python_calamine.PasswordError as error:
        raise _locked(place) from error
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        raise FormatError(place, "ist beschädigt und nicht ganz zu lesen") from error
    return tuple(sheets)


def _fill(sheet: Sheet, source: object) -> None:
    for row, values in enumerate(source.to_python(skip_empty_area=False)):  # type: ignore[attr-defined]
        for column, value in enumerate(values):
            text, number = shown(value)
            if text.strip():
                where = Where(sheet=sheet.name, cell=reference(row, column))
                sheet.put(row, column, Cell(text[:TEXT_LIMIT], where, number=number))


def shown(value: object) -> tuple[str, float | None]:
    """A value as a cell shows it, and the number where it is one."""
    if isinstance(value, str):
        return value, None
    if isinstance(value, bool):
        return ("WAHR" if value else "FALSCH"), None
    if isinstance(value, (int, float)):
        return number_text(float(value)), float(value)
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y}", None
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}", None
    if isinstance(value, (time, timedelta)):
        return str(value)[:5], None
    return "", None


def _apply(sheet: Sheet, marks: _Marks) -> None:
    """Puts what the records say onto the values."""
    for row, column in marks.struck | marks.bold | marks.links.keys():
        cell = sheet.rows.get(row, {}).get(column)
        link = marks.links.get((row, column))
        if cell is None and link is None:
            continue
        cell = cell or Cell("", sheet.where(row, column))
        spot, links = (row, column), (link,) if link else ()
        marked = Cell(cell.text, cell.where, links, False, spot in marks.bold, spot in marks.struck, None, cell.number)
        sheet.put(row, column, marked)
    sheet.merged, sheet.hidden_rows = marks.merged, marks.hidden_rows
    sheet.hidden_columns, sheet.filtered = marks.hidden_columns, marks.filtered


# ---- records -------------------------------------------------------------------------------------


def _records(stream: bytes, start: int = 0) -> Iterator[tuple[int, bytes]]:
    """Kind and content of each record from an offset on."""
    at = start
    while at + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _all_marks(stream: bytes, place: str) -> dict[str, _Marks]:
    """What the records say, by sheet name."""
    fonts: list[tuple[bool, bool]] = []
    formats: list[int] = []
    sheets: list[tuple[str, int]] = []
    for kind, data in _records(stream):
        if kind == _FILEPASS:
            raise _locked(place)
        if kind == _FONT and len(data) >= 8:
            _, flags, _, weight = unpack_from("<HHHH", data)
            fonts.append((bool(flags & _STRIKE), weight >= 600))
        elif kind == _XF and len(data) >= 2:
            formats.append(unpack_from("<H", data)[0])
        elif kind == _BOUNDSHEET and len(data) >= 8:
            sheets.append((_name(data), unpack_from("<I", data)[0]))
        elif kind == _EOF:
            break
    styles = [_font(fonts, index) for index in formats]
    return {name: _marks(stream, start, styles, place) for name, start in sheets}


def _font(fonts: list[tuple[bool, bool]], index: int) -> tuple[bool, bool]:
    """Font 4 does not exist: later numbers are one too high ([MS-XLS] 2.5.129)."""
    index -= index > 4
    return fonts[index] if 0 <= index < len(fonts) else (False, False)


def _name(data: bytes) -> str:
    """The name in a BOUNDSHEET record: length, flag, one or two bytes a character."""
    length, flag = data[6], data[7]
    return (
        data[8 : 8 + 2 * length].decode("utf-16-le", "replace") if flag & 1 else data[8 : 8 + length].decode("latin-1")
    )


def _marks(stream: bytes, start: int, styles: list[tuple[bool, bool]], place: str) -> _Marks:
    marks = _Marks()
    depth = 0
    for kind, data in _records(stream, start):
        if kind == _BOF:
            depth += 1  # charts are nested
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                break
        elif depth == 1:
            _mark(marks, kind, data, styles)
    if (marks.last_row + 1) * (marks.last_column + 1) > _AREA_LIMIT:
        raise FormatError(place, "ist zu weit gefüllt und wird nicht gelesen")
    return marks


def _mark(marks: _Marks, kind: int, data: bytes, styles: list[tuple[bool, bool]]) -> None:
    """One record of a sheet."""
    if kind in _CELLS and len(data) >= 6:
        row, column, style = unpack_from("<HHH", data)
        _cell(marks, row, column, styles[style] if style < len(styles) else (False, False))
    elif kind == _MULRK and len(data) >= 6:
        row, first = unpack_from("<HH", data)
        for number in range((len(data) - 6) // 6):
            style = unpack_from("<H", data, 4 + 6 * number)[0]
            _cell(marks, row, first + number, styles[style] if style < len(styles) else (False, False))
    elif kind == _ROW and len(data) >= 14 and data[12] & 0x20:
        marks.hidden_rows.add(unpack_from("<H", data)[0])
    elif kind == _COLINFO and len(data) >= 10 and data[8] & 1:
        first, last = unpack_from("<HH", data)
        marks.hidden_columns.append((first, last))
    elif kind == _MERGED and len(data) >= 2:
        for number in range(min(unpack_from("<H", data)[0], (len(data) - 2) // 8)):
            top, bottom, left, right = unpack_from("<HHHH", data, 2 + 8 * number)
            marks.merged.append((top, left, bottom, right))
    elif kind == _HLINK and len(data) >= 32:
        _link(marks, data)
    elif kind == _FILTERMODE:
        marks.filtered = True


def _cell(marks: _Marks, row: int, column: int, style: tuple[bool, bool]) -> None:
    marks.last_row, marks.last_column = max(marks.last_row, row), max(marks.last_column, column)
    if style[0]:
        marks.struck.add((row, column))
    if style[1]:
        marks.bold.add((row, column))


def _link(marks: _Marks, data: bytes) -> None:
    """The address of a hyperlink: it ends with a zero character."""
    row, _, column = unpack_from("<HHH", data)
    for word in _ADDRESSES:
        at = data.rfind(word)
        if at >= 0:
            text = data[at : at + 4000].decode("utf-16-le", "replace")
            marks.links[(row, column)] = text.partition("\0")[0]
            return
