"""Workbooks made for tests, and contacts as one line each, so that a test reads as a list and what it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.extract.workbook.reader import SheetOptions, read_workbook
from pipeline.model import Contact, Extraction, Rules
from pipeline.transform.normalize import contact_of

Values = Sequence[Sequence[object]]
FILSTAL = Rules(area_code="07161", ags="08117")


def book(rows: Values, change: Callable[[Worksheet], None] | None = None, title: str = "Liste") -> bytes:
    """An .xlsx of one sheet; `change` does to it what an office would do by hand."""
    return books({title: rows}, change)


def books(sheets: dict[str, Values], change: Callable[[Worksheet], None] | None = None) -> bytes:
    """An .xlsx of several sheets; `change` is called with the first."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    if change:
        change(workbook.worksheets[0])
    return saved(workbook)


def saved(workbook: Workbook) -> bytes:
    """The bytes of a workbook."""
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def strike(*cells: str) -> Callable[[Worksheet], None]:
    """Strikes cells out."""

    def change(sheet: Worksheet) -> None:
        for name in cells:
            cell = sheet[name]
            assert isinstance(cell, Cell)
            cell.font = Font(strike=True)

    return change


def read(body: bytes, name: str = "liste.xlsx", rules: Rules = FILSTAL, **options: object) -> Extraction:
    """What a workbook yields."""
    return read_workbook(body, name, rules, SheetOptions(**options))  # type: ignore[arg-type]


def shown(extraction: Extraction) -> list[str]:
    """Each contact as `Frau Eva Muster (Leitung) @ Amt in Ort: +49…, m+49…, f+49…, mail`."""
    return [line(contact_of(r.readings)) for r in extraction.records if "struck" not in r.tags]


def line(contact: Contact) -> str:
    """One contact as one line; what it does not have is left out."""
    name = contact.name
    who = " ".join(part for part in (name.salutation, name.title, name.given, name.family) if part) if name else "–"
    parts = [who]
    parts += [f"({contact.role})"] if contact.role else []
    parts += [f"@ {contact.org}"] if contact.org else []
    parts += [f"in {contact.municipality}"] if contact.municipality else []
    signs = {"voice": "", "mobile": "m", "fax": "f"}
    reached = [signs[phone.kind] + phone.e164 for phone in contact.phones] + list(contact.emails)
    if contact.address:
        place = contact.address
        reached.append(" ".join(part for part in (place.street, place.postcode, place.city) if part))
    reached += [text for text in (contact.url, contact.hours) if text]
    return " ".join(parts) + (": " + ", ".join(reached) if reached else "")


def codes(extraction: Extraction) -> list[str]:
    """The findings, each as `code cell`."""
    return [f"{finding.code} {finding.where.cell or ''}".strip() for finding in extraction.findings]
