"""`kontakte.xlsx` as Excel and openpyxl read it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import openpyxl
from hypothesis import given, settings

from pipeline.export.package import saved
from pipeline.export.visible import publishable
from pipeline.export.workbook import contacts_workbook
from pipeline.model import Contact, Edition, Phone, Publication
from tests.export.examples import LINDENAU, PUBLICATION, entry, with_contact
from tests.export.strategies import contacts


def opened(publication: Publication) -> Any:
    """The workbook, read again."""
    return openpyxl.load_workbook(io.BytesIO(contacts_workbook(publishable(publication))))


def column(sheet: Any, heading: str) -> list[Any]:
    """The cells below a heading."""
    (number,) = [cell.column for cell in sheet[1] if cell.value == heading]
    return [row[number - 1] for row in sheet.iter_rows(min_row=2)]


def test_three_sheets_each_a_table_with_a_frozen_head_for_a4_landscape() -> None:
    book = opened(PUBLICATION)
    assert book.sheetnames == ["Kontakte", "Änderungen", "Hinweise"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        (table,) = sheet.tables.values()
        assert table.ref == sheet.dimensions
        assert table.autoFilter is not None
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$1:$1"


def test_numbers_and_mails_can_be_clicked_where_there_is_one() -> None:
    sheet = opened(PUBLICATION)["Kontakte"]
    assert [cell.hyperlink and cell.hyperlink.target for cell in column(sheet, "Telefon")] == [
        "tel:+49712392104101",
        None,
        "tel:+4971239210700",
        None,
    ]
    mails = [cell.hyperlink and cell.hyperlink.target for cell in column(sheet, "E-Mail")]
    assert mails == [None, "mailto:m.heydt@ahlbach.example", None, "mailto:%3Dcmd@berg.example"]


def test_two_numbers_in_a_cell_lead_nowhere() -> None:
    two = replace(LINDENAU.contact, phones=(Phone("voice", "+497113901"), Phone("voice", "+497113902")))
    (cell,) = column(opened(with_contact(two))["Kontakte"], "Telefon")
    assert cell.value == "0711 3901\n0711 3902"
    assert cell.hyperlink is None


def test_an_address_that_excel_would_refuse_is_text_only() -> None:
    (cell,) = column(opened(with_contact(Contact(url="https://a.example/" + "x" * 2000)))["Kontakte"], "Webseite")
    assert cell.hyperlink is None


def test_no_green_triangles() -> None:
    with zipfile.ZipFile(io.BytesIO(contacts_workbook(PUBLICATION))) as archive:
        part = archive.read("xl/worksheets/sheet1.xml").decode()
    found = re.search(r'</headerFooter><ignoredErrors><ignoredError sqref="(.*?)" numberStoredAsText="1"', part)
    assert found
    assert found[1] == opened(PUBLICATION)["Kontakte"].tables["Kontakte"].ref


def test_what_changed_and_what_to_look_at() -> None:
    book = opened(PUBLICATION)
    changes = [[cell.value for cell in row] for row in book["Änderungen"].iter_rows(min_row=2)]
    assert changes == [
        ["Nachfolge", "Nikolai Berg", "Name", "Karl-Heinz Vogel", "Nikolai Berg", None],
        ["geändert", "Dr. Hedwig Lindenau", "Telefon", "Tel. 07123 9210-4100", "Tel. 07123 9210-4101", "engagement"],
        ["geändert", "Dr. Hedwig Lindenau", "Sprechzeiten", None, "Mo–Fr 9–12 Uhr; Do bis 18 Uhr", "liste"],
        ["weggefallen", "Frieda Klamm", None, None, None, None],
        ["neu", "Prof. Dr. Marie-Christine von der Heydt-Österreicher", None, None, None, None],
    ]
    findings = [[cell.value for cell in row] for row in book["Hinweise"].iter_rows(min_row=2)]
    assert [(row[0], row[2], row[3]) for row in findings] == [
        ("Fehler", "liste", "Blatt „Liste“, C7"),
        ("Bitte ansehen", None, None),
        ("Zur Kenntnis", "engagement", "Zeile 12"),
    ]


def test_a_column_in_which_nothing_stands_is_left_out() -> None:
    headings = [
        cell.value for cell in opened(with_contact(Contact(role="Pforte", emails=("a@b.example",))))["Kontakte"][1]
    ]
    assert headings == ["Funktion", "E-Mail", "Stand"]


def test_an_empty_list_is_a_table_all_the_same() -> None:
    book = opened(replace(PUBLICATION, entries=(), findings=(), edition=Edition(PUBLICATION.run)))
    assert all(next(iter(sheet.tables.values())).ref.endswith("2") for sheet in book)


def test_times_are_those_of_the_run() -> None:
    book = opened(PUBLICATION)
    assert book.properties.created.isoformat() == book.properties.modified.isoformat() == "2026-04-07T00:00:00"
    with zipfile.ZipFile(io.BytesIO(contacts_workbook(PUBLICATION))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_looks_like_an_escape_is_escaped() -> None:
    (cell,) = column(opened(with_contact(Contact(role="_x0041_")))["Kontakte"], "Funktion")
    assert cell.value in ("_x0041_", "_x005F_x0041_")  # openpyxl shows it as it stands in the file


def test_a_row_with_long_texts_is_high_enough() -> None:
    sheet = opened(with_contact(Contact(role="Leitung " * 20, hours="Mo")))["Kontakte"]
    assert sheet.row_dimensions[2].height >= 60


@given(contacts)
@settings(max_examples=25, deadline=None)
def test_every_cell_of_data_is_a_string(contact: Contact) -> None:
    sheet = opened(with_contact(contact))["Kontakte"]
    assert all(cell.data_type in ("s", "n" if cell.value is None else "s") for row in sheet for cell in row)


def test_a_formula_stays_a_text() -> None:
    (cell,) = column(opened(with_contact(entry(1, Contact(role="=1+1")).contact))["Kontakte"], "Funktion")
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_no_clock_has_a_say_in_the_archive() -> None:
    with zipfile.ZipFile(io.BytesIO(saved(openpyxl.Workbook()))) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {member.compress_type for member in archive.infolist()} == {zipfile.ZIP_DEFLATED}
