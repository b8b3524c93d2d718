"""`kontakte.xlsx`: the sheet people filter and print, what changed, and what to look at.

Every cell of data is a string, so nothing can become a formula.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline import wording
from pipeline.export import links
from pipeline.export.archive import settled
from pipeline.export.package import saved
from pipeline.export.rows import numbers, state
from pipeline.export.words import Words
from pipeline.model import Change, Entry, PersonName, PhoneKind, Publication

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_MAX_LINKS = 60_000  # Excel knows 65,530 a sheet
_MAX_TEXT = 32_000  # Excel knows 32,767 a cell
_MAX_TARGET = 2_000  # Excel knows 2,079 characters of an address
_MAX_HEADER = 200  # Excel knows 255 characters
_NARROWEST = 7  # characters
_LINE, _MOST_LINES = 15, 27  # points; a row has at most 409
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOBODY = PersonName("")
_TEXT, _LINK = "Kontaktdaten", "Kontaktdaten mit Link"  # styles


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the key of its heading, the field it shows (None: always), its greatest width in characters."""

    key: str
    field: str | None
    cell: Callable[[Entry], str]
    width: int
    target: Callable[[Entry], str | None] = lambda _: None
    printed: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: headings, rows of text, where cells lead to, the widths; only the first `printed` columns print."""

    title: str
    table: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    printed: int
    targets: tuple[tuple[str | None, ...], ...] = ()


def contacts_workbook(publication: Publication) -> bytes:
    """The workbook; its bytes follow from the publication alone."""
    import openpyxl

    words = Words(publication.language)
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    _add_styles(book)
    sheets = (_contacts(publication, words), _changes(publication, words), _findings(publication, words))
    for sheet in sheets:
        _write(book, sheet, publication, words)
    book.properties.creator = "kreiskontakte"
    book.properties.title = words("page_title", district=publication.district)
    areas = {f"xl/worksheets/sheet{n}.xml": _area(sheet) for n, sheet in enumerate(sheets, 1)}
    return settled(saved(book), publication.run.started, areas)


# ---- what stands in the sheets -------------------------------------------------------------------


def _columns(words: Words) -> tuple[Column, ...]:
    """The columns in the order of reading; those at the end are for the screen, so that the rest prints legibly."""
    return (
        Column("municipality", "municipality", lambda entry: entry.contact.municipality or "", 18),
        Column("org", "org", lambda entry: entry.contact.org or "", 26),
        Column("role", "role", lambda entry: entry.contact.role or "", 26),
        Column("salutation", "name", _salutation, 12),
        Column("given", "name", lambda entry: (entry.contact.name or _NOBODY).given or "", 16),
        Column("family", "name", lambda entry: (entry.contact.name or _NOBODY).family, 20),
        Column("voice", "phones", _numbers("voice"), 20, _dial("voice")),
        Column("mobile", "phones", _numbers("mobile"), 18, _dial("mobile")),
        Column("fax", "phones", _numbers("fax"), 20),
        Column("emails", "emails", lambda entry: "\n".join(entry.contact.emails), 42, _mail),
        Column("address", "address", _address, 24),
        Column("state", None, lambda entry: state(entry, words), 22),
        Column("hours", "hours", lambda entry: entry.contact.hours or "", 26, printed=False),
        Column("url", "url", lambda entry: entry.contact.url or "", 32, _web, printed=False),
        Column("changed", None, lambda entry: words.short_date(entry.last_changed), 12, printed=False),
    )


def _contacts(publication: Publication, words: Words) -> Sheet:
    """All contacts; a column in which nothing stands is left out."""
    entries = publication.entries
    allowed = [column for column in _columns(words) if column.field is None or column.field in publication.fields]
    shown = [column for column in allowed if not entries or any(map(column.cell, entries))]
    rows = tuple(tuple([column.cell(entry) for column in shown]) for entry in entries)
    headings = tuple(words(f"col_{column.key}") for column in shown)
    return Sheet(
        words("sheet_contacts"),
        "Kontakte",
        headings,
        rows,
        _widths(headings, rows, [column.width for column in shown]),
        sum(column.printed for column in shown) or len(shown),
        tuple(tuple([column.target(entry) for column in shown]) for entry in entries),
    )


def _salutation(entry: Entry) -> str:
    name = entry.contact.name or _NOBODY
    return " ".join(part for part in (name.salutation, name.title) if part)


def _address(entry: Entry) -> str:
    address = entry.contact.address
    if address is None:
        return ""
    town = " ".join(part for part in (address.postcode, address.city) if part)
    return "\n".join(part for part in (address.street, town) if part)


def _numbers(kind: PhoneKind) -> Callable[[Entry], str]:
    return lambda entry: "\n".join(numbers(entry.contact, kind))


def _dial(kind: PhoneKind) -> Callable[[Entry], str | None]:
    """A cell with several numbers leads nowhere, for it could lead to one of them only."""

    def target(entry: Entry) -> str | None:
        found = [phone.e164 for phone in entry.contact.phones if phone.kind == kind]
        return links.tel(found[0]) if len(found) == 1 else None

    return target


def _mail(entry: Entry) -> str | None:
    return links.mailto(entry.contact.emails[0]) if len(entry.contact.emails) == 1 else None


def _web(entry: Entry) -> str | None:
    return links.web(entry.contact.url)


def _changes(publication: Publication, words: Words) -> Sheet:
    headings = tuple(words(f"col_{key}") for key in ("kind", "name", "field", "old", "new", "source"))
    rows = tuple(row for change in publication.edition.changes for row in _change_rows(change, words))
    widths = _widths(headings, rows, [14, 32, 16, 48, 48, 20])
    return Sheet(words("sheet_changes"), "Aenderungen", headings, rows, widths, len(headings))


def _change_rows(change: Change, words: Words) -> Iterable[tuple[str, ...]]:
    kind, name = words(f"kind_{change.kind}"), change.name or words("nameless")
    if change.predecessor_name:
        yield kind, name, words.field("name"), change.predecessor_name, name, ""
    elif change.kind != "changed" or not change.fields:
        yield kind, name, "", "", "", ""
    for field in change.fields:
        yield kind, name, words.field(field.field), field.old or "", field.new or "", field.source or ""


def _findings(publication: Publication, words: Words) -> Sheet:
    headings = tuple(words(f"col_{key}") for key in ("severity", "message", "source", "place"))
    rank = {"error": 0, "warning": 1, "info": 2}
    rows = tuple(
        (
            words(f"severity_{finding.severity}"),
            wording.message(finding, words.language),
            finding.source or "",
            words.place(finding.where),
        )
        for finding in sorted(publication.findings, key=lambda f: (rank[f.severity], f.source or ""))
    )
    widths = _widths(headings, rows, [16, 90, 22, 28])
    return Sheet(words("sheet_findings"), "Hinweise", headings, rows, widths, len(headings))


def _widths(headings: Sequence[str], rows: Sequence[Sequence[str]], most: Sequence[int]) -> tuple[int, ...]:
    """Wide enough for the texts of a column; the longest are wrapped."""
    result = []
    for number, (heading, high) in enumerate(zip(headings, most, strict=True)):
        longest = max((len(line) for row in rows for line in row[number].split("\n")), default=0)
        result.append(max(min(longest + 2, high), len(heading) + 4, _NARROWEST))
    return tuple(result)


# ---- how it is written ---------------------------------------------------------------------------


def _add_styles(book: Workbook) -> None:
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side

    line = Border(bottom=Side(style="hair", color="9AA3AE"))
    top = Alignment(vertical="top", wrap_text=True)
    book.add_named_style(
        NamedStyle(_TEXT, font=Font(name="Calibri", size=11), number_format="@", alignment=top, border=line)
    )
    font = Font(color="0B4F6C", underline="single", name="Calibri", size=11)
    book.add_named_style(NamedStyle(_LINK, font=font, number_format="@", alignment=top, border=line))


def _write(book: Workbook, sheet: Sheet, publication: Publication, words: Words) -> None:
    page = book.create_sheet(sheet.title)
    _head(page, sheet.headings)
    _body(page, sheet)
    for number, width in enumerate(sheet.widths, 1):
        page.column_dimensions[_letter(number)].width = width
    _as_table(page, sheet)
    _paper(page, sheet, publication, words)


def _head(page: Worksheet, headings: Sequence[str]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    font, fill = Font(name="Calibri", size=11, bold=True, color="FFFFFF"), PatternFill("solid", fgColor="0B4F6C")
    for number, heading in enumerate(headings, 1):
        cell = page.cell(1, number, heading)
        cell.font, cell.fill, cell.alignment = font, fill, Alignment(vertical="center")
    page.row_dimensions[1].height = 22
    page.freeze_panes = "A2"


def _body(page: Worksheet, sheet: Sheet) -> None:
    room = _MAX_LINKS
    nothing = (("",) * len(sheet.headings),)  # a table has at least one row
    for at, row in enumerate(sheet.rows or nothing):
        targets = sheet.targets[at] if sheet.targets else (None,) * len(row)
        for number, (text, target) in enumerate(zip(row, targets, strict=True), 1):
            cell: Any = page.cell(at + 2, number)
            _put(cell, text)
            leads = bool(text and target and room and len(target) <= _MAX_TARGET)
            cell.style = _LINK if leads else _TEXT
            if leads:
                cell.hyperlink = target
                room -= 1
        if (lines := _lines(row, sheet.widths)) > 1:
            page.row_dimensions[at + 2].height = _LINE * min(lines, _MOST_LINES)


def _lines(row: Sequence[str], widths: Sequence[int]) -> int:
    """How many lines the fullest cell of a row takes; not every program finds the height of a row by itself."""
    return max(
        1 if len(text) <= width and "\n" not in text else sum(1 + (len(line) - 1) // width for line in text.split("\n"))
        for text, width in zip(row, widths, strict=True)
    )


def _put(cell: Cell, text: str) -> None:
    """A string whatever it looks like; `_x0041_` is escaped, because Excel would read a character (ST_Xstring)."""
    if text:
        cell.value = _ESCAPE_LIKE.sub("_x005F_", text[:_MAX_TEXT])
        cell.data_type = "s"


def _as_table(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.worksheet.table import Table, TableStyleInfo

    table = Table(displayName=sheet.table, ref=_area(sheet))
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    page.add_table(table)


def _paper(page: Any, sheet: Sheet, publication: Publication, words: Words) -> None:
    """A4 landscape, as wide as the sheet, the head on each page."""
    page.page_setup.paperSize = 9
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"
    page.print_area = f"A1:{_letter(sheet.printed)}{_last_row(sheet)}"
    margins = page.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.7
    title = words("workbook_title", district=publication.district, day=words.short_date(publication.run.started))
    page.oddHeader.left.text = title[:_MAX_HEADER].replace("&", "&&")
    page.oddFooter.right.text = words("print_page")


def _area(sheet: Sheet) -> str:
    return f"A1:{_letter(len(sheet.headings))}{_last_row(sheet)}"


def _last_row(sheet: Sheet) -> int:
    return max(len(sheet.rows), 1) + 1


def _letter(number: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(number))
