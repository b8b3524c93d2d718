"""`kontakte.xlsx`: the sheet people filter and print, what changed, and what to look at.

Every cell of data is a string, so nothing can become a formula.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline import display, wording
from pipeline.export import links
from pipeline.export.archive import settled
from pipeline.export.rows import Column, columns, state
from pipeline.export.words import Words
from pipeline.model import Change, Entry, Publication

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_MAX_LINKS = 60_000  # Excel knows 65,530 a sheet
_MAX_TEXT = 32_000  # Excel knows 32,767 a cell
_WIDTHS = (6, 38)  # of a column, in characters
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
Link = Callable[[Entry], str | None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its headings, its rows of text, and where cells lead to."""

    title: str
    table: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    targets: tuple[tuple[str | None, ...], ...] = ()


def contacts_workbook(publication: Publication) -> bytes:
    """The workbook; its bytes follow from the publication alone."""
    import openpyxl

    words = Words(publication.language)
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    sheets = (_contacts(publication, words), _changes(publication, words), _findings(publication, words))
    for sheet in sheets:
        _write(book, sheet, publication, words)
    _describe(book, publication, words)
    body = io.BytesIO()
    book.save(body)
    areas = {f"xl/worksheets/sheet{n}.xml": _area(sheet) for n, sheet in enumerate(sheets, 1)}
    return settled(body.getvalue(), publication.run.started, areas)


# ---- what stands in the sheets -------------------------------------------------------------------


def _contacts(publication: Publication, words: Words) -> Sheet:
    """All contacts; a column in which nothing stands is left out, so that the rest fits on the paper."""
    entries = publication.entries
    shown = [c for c in columns(publication.fields) if not entries or any(c.cell(entry) for entry in entries)]
    cells: list[Callable[[Entry], str]] = [column.cell for column in shown]
    cells.append(lambda entry: words.short_date(entry.last_changed))
    headings = [words(f"col_{column.key}") for column in shown] + [words("col_changed")]
    if any(entry.stale for entry in entries):
        cells.append(lambda entry: state(entry, words))
        headings.append(words("col_state"))
    targets = [_target(column) for column in shown] + [_nowhere] * (len(cells) - len(shown))
    return Sheet(
        words("sheet_contacts"),
        "Kontakte",
        tuple(headings),
        tuple(tuple(cell(entry) for cell in cells) for entry in entries),
        tuple(tuple(target(entry) for target in targets) for entry in entries),
    )


def _target(column: Column) -> Link:
    """Where a cell leads to; a cell with several values leads nowhere, for it could lead to one of them only."""
    if column.link == "mail":
        return lambda entry: links.mailto(entry.contact.emails[0]) if len(entry.contact.emails) == 1 else None
    if column.link == "web":
        return lambda entry: links.web(entry.contact.url)
    if column.key in ("voice", "mobile"):
        return lambda entry: _dial(entry, column.key)
    return _nowhere


def _nowhere(_: Entry) -> None:
    return None


def _dial(entry: Entry, kind: str) -> str | None:
    found = [phone.e164 for phone in entry.contact.phones if phone.kind == kind]
    return links.tel(found[0]) if len(found) == 1 else None


def _changes(publication: Publication, words: Words) -> Sheet:
    headings = tuple(words(f"col_{key}") for key in ("kind", "name", "field", "old", "new", "source"))
    rows = tuple(row for change in publication.edition.changes for row in _change_rows(change, words))
    return Sheet(words("sheet_changes"), "Aenderungen", headings, rows)


def _change_rows(change: Change, words: Words) -> Iterable[tuple[str, ...]]:
    kind, name = words(f"kind_{change.kind}"), change.name or words("nameless")
    if change.predecessor_name:
        yield kind, name, words.field("name"), change.predecessor_name, name, ""
    elif not change.fields or change.kind != "changed":
        yield kind, name, "", "", "", ""
    for field in change.fields if change.kind == "changed" else ():
        yield kind, name, words.field(field.field), field.old or "", field.new or "", field.source or ""


def _findings(publication: Publication, words: Words) -> Sheet:
    headings = tuple(words(f"col_{key}") for key in ("severity", "message", "source", "place"))
    rank = {"error": 0, "warning": 1, "info": 2}
    rows = tuple(
        (
            words(f"severity_{finding.severity}"),
            wording.message(finding, words.language),
            finding.source or "",
            display.place(finding.where),
        )
        for finding in sorted(publication.findings, key=lambda f: (rank[f.severity], f.source or ""))
    )
    return Sheet(words("sheet_findings"), "Hinweise", headings, rows)


# ---- how it is written ---------------------------------------------------------------------------


def _write(book: Workbook, sheet: Sheet, publication: Publication, words: Words) -> None:
    page = book.create_sheet(sheet.title)
    _head(page, sheet.headings)
    _body(page, sheet)
    for number, width in enumerate(_widths(sheet), 1):
        page.column_dimensions[_letter(number)].width = width
    _as_table(page, sheet)
    _paper(page, publication, words)


def _head(page: Worksheet, headings: Sequence[str]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    font, fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="0B4F6C")
    for number, heading in enumerate(headings, 1):
        cell = page.cell(1, number, heading)
        cell.font, cell.fill, cell.alignment = font, fill, Alignment(vertical="center", wrap_text=True)
    page.row_dimensions[1].height = 22
    page.freeze_panes = "A2"


def _body(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side

    line = Border(bottom=Side(style="hair", color="9AA3AE"))
    plain = NamedStyle(f"kk {sheet.table}", number_format="@", alignment=Alignment(vertical="top", wrap_text=True))
    plain.border = line
    linked = NamedStyle(f"kk {sheet.table} Link", number_format="@", alignment=plain.alignment, border=line)
    linked.font = Font(color="0B4F6C", underline="single")
    room = _MAX_LINKS
    for at, row in enumerate(sheet.rows or (("",) * len(sheet.headings),)):
        for number, text in enumerate(row, 1):
            cell: Any = page.cell(at + 2, number)
            target = sheet.targets[at][number - 1] if sheet.targets else None
            _put(cell, text)
            cell.style = linked if target and room else plain
            if target and room:
                cell.hyperlink = target
                cell.style = linked
                room -= 1


def _put(cell: Cell, text: str) -> None:
    """A string whatever it looks like; `_x0041_` is escaped, because Excel would read a character (ST_Xstring)."""
    if text:
        cell.value = _ESCAPE_LIKE.sub("_x005F_", text[:_MAX_TEXT])
        cell.data_type = "s"


def _widths(sheet: Sheet) -> list[float]:
    """Wide enough for nearly all of a column's texts; the few longest are wrapped."""
    low, high = _WIDTHS
    result = []
    for number, heading in enumerate(sheet.headings):
        lengths = sorted(len(row[number]) for row in sheet.rows) or [0]
        usual = lengths[min(len(lengths) - 1, len(lengths) * 19 // 20)]
        result.append(min(max(usual + 2, len(heading) + 4, low), high if sheet.targets else 2 * high))
    return result


def _as_table(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.worksheet.table import Table, TableStyleInfo

    table = Table(displayName=sheet.table, ref=_area(sheet))
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    page.add_table(table)


def _paper(page: Worksheet, publication: Publication, words: Words) -> None:
    """A4 landscape, as wide as the sheet, the head on each page."""
    page.page_setup.paperSize = 9
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"
    margins = page.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.7
    title = words("workbook_title", district=publication.district, day=words.short_date(publication.run.started))
    page.oddHeader.left.text = f"&B{title.replace('&', '&&')}"
    page.oddFooter.right.text = words("print_page")


def _describe(book: Workbook, publication: Publication, words: Words) -> None:
    book.properties.creator = "kreiskontakte"
    book.properties.title = words("page_title", district=publication.district)
    book.properties.language = words.language


def _area(sheet: Sheet) -> str:
    return f"A1:{_letter(len(sheet.headings))}{max(len(sheet.rows), 1) + 1}"


def _letter(number: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(number))
