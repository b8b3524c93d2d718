"""A list as an office keeps it by hand, with all that people do to a workbook, and a district that publishes it."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation

from pipeline.config import Source
from pipeline.export.copies import office_copies
from pipeline.export.corrections import write_template
from pipeline.model import Document, OfficeWorkbook
from tests.export.examples import PUBLICATION
from tests.whole_nights import BASE, District, table

HEAD = ("Nr.", "Gemeinde", "Funktion", "Ansprechperson", "Telefon", "Mobil", "E-Mail")
PEOPLE: tuple[tuple[object, ...], ...] = (
    (1, "Ahlbach", "Integrationsbeauftragte", "Frau Sabine Grothe", "07123/3320-14", None, "s.grothe@ahlbach.de"),
    (2, "Ahlbach", "Integrationsmanagement", "Herr Emre Polat", "07123/3320-15", None, "polat@ahlbach.de"),
    (3, "Oberrode", "Koordination Ehrenamt", "Frau Ute Hanke", "07123/8401-31", "0151/23456789", "hanke@oberrode.de"),
    (4, "Oberrode", "Integrationsmanagement", "Herr Nikolai Berg", "07123/8401-33", None, "n.berg@oberrode.de"),
    (5, "Steinach", "Integrationsbeauftragte", "Frau Eva-Maria Thoma", "07123/5507-20", None, "thoma@steinach.de"),
)  # fmt: skip
FIRST = 5  # row of the first person
Change = Callable[[Any], None]


def published(body: bytes) -> bytes | None:
    """The workbook as it is published where nothing is known better."""
    publication = replace(PUBLICATION, workbooks=(OfficeWorkbook("liste", body),), entries=())
    return next((made for _, made in office_copies(publication).files), None)


def office_list(change: Change | None = None, people: tuple[tuple[object, ...], ...] = PEOPLE) -> bytes:
    """The workbook; `change` gets its first sheet before it is saved."""
    book = openpyxl.Workbook()
    sheet: Any = book.worksheets[0]
    sheet.title = "Koordinationsstellen"
    sheet["A1"] = CellRichText("Koordinationsstellen im ", TextBlock(InlineFont(b=True), "Landkreis"))
    sheet.merge_cells("A1:G1")
    sheet["A2"] = "Stand: März 2026"
    for column, heading in enumerate(HEAD, 1):
        cell = sheet.cell(FIRST - 1, column, heading)
        cell.font, cell.fill = Font(bold=True, color="FFFFFFFF"), PatternFill("solid", fgColor="FF1F4E79")
    for number, row in enumerate(people):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(FIRST + number, column, value)
            cell.border = Border(bottom=Side(style="thin"))
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if number % 2:
                cell.fill = PatternFill("solid", fgColor="FFEEF3F8")
    _by_hand(sheet, FIRST + len(people) - 1)
    if change:
        change(sheet)
    book.create_sheet("Archiv")["A1"] = "Alte Fassung"
    body = io.BytesIO()
    book.save(body)
    return with_ignored_errors(body.getvalue())


def _by_hand(sheet: Any, last: int) -> None:
    """Widths, a comment, a rule, a list to choose from, a filter, a head that stays, a print area."""
    for letter, width in zip("ABCDEFG", (5, 16, 28, 30, 18, 18, 36), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet["D6"].comment = Comment("Elternzeit ab Sommer?", "Büro")
    sheet["G6"].hyperlink = "mailto:polat@ahlbach.de"
    red = DifferentialStyle(fill=PatternFill("solid", bgColor="FFFF0000"))
    rule = Rule(type="cellIs", operator="equal", formula=['"N.N."'], dxf=red)
    sheet.conditional_formatting.add(f"D{FIRST}:D{last}", rule)
    choice = DataValidation(type="list", formula1='"Integrationsbeauftragte,Integrationsmanagement"')
    choice.add(f"C{FIRST}:C{last}")
    sheet.add_data_validation(choice)
    sheet.freeze_panes = f"A{FIRST}"
    sheet.auto_filter.ref = f"A{FIRST - 1}:G{last}"
    sheet.print_area = f"A1:G{last}"


def with_ignored_errors(body: bytes) -> bytes:
    """What Excel writes and openpyxl does not know: suppressed warnings; and a part of a program of its own."""
    note = b'<ignoredErrors><ignoredError sqref="E5:F9" numberStoredAsText="1"/></ignoredErrors>'
    parts = parts_of(body)
    name = "xl/worksheets/sheet1.xml"
    at = parts[name].index(b"<legacyDrawing")
    parts[name] = parts[name][:at] + note + parts[name][at:]
    parts["customXml/item1.xml"] = b"<von-hand/>"
    return zipped(parts)


def parts_of(body: bytes) -> dict[str, bytes]:
    """The parts of a package in their order."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts, one of them not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            stored = name.startswith("docProps/")
            info = zipfile.ZipInfo(name, (2026, 3, 1, 8, 30, 0))
            archive.writestr(info, part, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    return out.getvalue()


class Office(District):
    """A district whose list is a workbook; `amt` is a list of the district's own that counts more."""

    def __init__(self, folder: Path, body: bytes | None = None) -> None:
        super().__init__(folder)
        self.workbook = office_list() if body is None else body
        self.configure(
            sources=(
                Source("liste", "spreadsheet", f"{BASE}liste.xlsx", priority=10),
                Source("amt", "spreadsheet", f"{BASE}amt.csv", priority=20),
            )
        )

    def get(self, url: str, *, origin: str | None = None) -> Document:
        """What the network would answer."""
        if url.endswith("liste.xlsx"):
            return Document(url, self.workbook, None, digest=hashlib.sha256(self.workbook).hexdigest())
        return super().get(url, origin=origin)

    def says(self, *rows: str) -> None:
        """What the list of the district says."""
        self.files["amt.csv"] = table(
            "Landratsamt;Herr Jonas Ahrens;Koordination Ehrenamt;07123 9210-4112;jonas.ahrens@lra-tannberg.example",
            *rows,
        )

    def corrects(self, *rows: tuple[str, str, str]) -> None:
        """What staff write into `corrections.xlsx`: contact, field and value."""
        path = self.data / "corrections.xlsx"
        path.unlink(missing_ok=True)
        write_template(path)
        book = openpyxl.load_workbook(path)
        for row in rows:
            book["Korrekturen"].append([*row, "Probst", "Anruf", None])
        book.save(path)

    @property
    def updated(self) -> bytes | None:
        """The workbook as it is published."""
        path = self.data / "public/koordinationsstellen-aktualisiert.xlsx"
        return path.read_bytes() if path.exists() else None

    def sheet(self) -> Any:
        """The published workbook as openpyxl reads it."""
        assert self.updated is not None
        return openpyxl.load_workbook(io.BytesIO(self.updated), rich_text=True).worksheets[0]


def with_shared_texts(body: bytes) -> bytes:
    """The texts in a part of their own, as Excel keeps them."""
    parts = parts_of(body)
    items: list[bytes] = []

    def shared(found: re.Match[bytes]) -> bytes:
        items.append(found[2])
        return b'<c%s t="s"><v>%d</v></c>' % (found[1], len(items) - 1)

    for name in [name for name in parts if name.startswith("xl/worksheets/sheet")]:
        parts[name] = re.sub(rb'<c([^>]*) t="inlineStr"><is>(.*?)</is></c>', shared, parts[name])
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    texts = b"".join(b"<si>%s</si>" % item for item in items)
    parts["xl/sharedStrings.xml"] = b'<?xml version="1.0"?><sst xmlns="%s">%s</sst>' % (main, texts)
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = b'<Relationship Id="rId77" Type="%s" Target="/xl/sharedStrings.xml"/></Relationships>' % kind
    rels = "xl/_rels/workbook.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", relation)
    mime = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % mime
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override)
    return zipped(parts)
