"""What people do in a spreadsheet that they use as paper: strike, hide, link, note, and write about tomorrow."""

from __future__ import annotations

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from tests.sheets.made import book, books, codes, read, saved, shown, strike
from tests.sheets.test_layouts import EVA, EVA_SHOWN, HEAD, UWE, UWE_SHOWN


def test_a_struck_row_is_outdated() -> None:
    found = read(book([HEAD, EVA, UWE], strike("A2", "B2", "C2", "D2")))
    assert shown(found) == [UWE_SHOWN]
    assert "struck A2" in codes(found)


def test_a_struck_name_takes_its_row_along() -> None:
    assert shown(read(book([HEAD, EVA, UWE], strike("B2")))) == [UWE_SHOWN]


def test_a_struck_number_is_not_published() -> None:
    found = read(book([HEAD, EVA], strike("C2")))
    assert shown(found) == ["Frau Eva Muster in Göppingen: eva.muster@stadt.example"]
    assert "struck C2" in codes(found)


def test_a_number_struck_inside_a_cell() -> None:
    def change(sheet: Worksheet) -> None:
        old, new = TextBlock(InlineFont(strike=True), "07161 650-999"), " 07161 650-123"
        sheet["C2"] = CellRichText(old, new)

    found = read(book([HEAD, EVA], change))
    assert shown(found) == [EVA_SHOWN]
    assert "struck C2" in codes(found)


def test_hidden_sheets_columns_and_rows() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions["E"].hidden = True
        sheet.row_dimensions[3].hidden = True

    found = read(book([[*HEAD, "Mobil"], [*EVA, "0171 3920014"], [*UWE, None]], change))
    assert shown(found) == [EVA_SHOWN]
    assert "hidden_rows A3" in codes(found)
    workbook = Workbook()
    for title in ("Kontakte", "Intern"):
        sheet = workbook.create_sheet(title)
        sheet.append(HEAD)
        sheet.append(EVA if title == "Kontakte" else UWE)
    workbook["Intern"].sheet_state = "hidden"
    workbook.remove(workbook.worksheets[0])
    assert shown(read(saved(workbook))) == [EVA_SHOWN]


def test_rows_hidden_by_a_filter_are_only_out_of_sight() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.auto_filter.ref = "A1:D3"
        sheet.auto_filter.add_filter_column(0, ["Göppingen"])
        sheet.row_dimensions[3].hidden = True

    assert shown(read(book([HEAD, EVA, UWE], change))) == [EVA_SHOWN, UWE_SHOWN]


def test_comments_are_not_read() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["C2"].comment = Comment("bis 2024: 07161 650-999", "Sekretariat")

    assert shown(read(book([HEAD, EVA], change))) == [EVA_SHOWN]


def test_mail_only_behind_the_text() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["D2"] = "Nachricht senden"
        sheet["D2"].hyperlink = "mailto:eva.muster@stadt.example?subject=Anfrage"

    assert shown(read(book([HEAD, EVA], change))) == [EVA_SHOWN]


def test_text_and_link_differ() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["D2"].hyperlink = "mailto:vorgaenger@stadt.example"

    found = read(book([HEAD, EVA], change))
    assert shown(found) == [EVA_SHOWN]
    assert "link_differs D2" in codes(found)


@pytest.mark.parametrize(
    "formula",
    ['=HYPERLINK("mailto:eva.muster@stadt.example","Mail")', '=HYPERLINK("mailto:"&"eva.muster@stadt.example")'],
)
def test_hyperlink_formula(formula: str) -> None:
    assert shown(read(book([HEAD, [*EVA[:3], formula]]))) == [EVA_SHOWN]


def test_a_formula_without_result_is_a_finding() -> None:
    found = read(book([HEAD, [*EVA[:3], '=LOWER("EVA@STADT.EXAMPLE")']]))
    assert "formula_without_result D2" in codes(found)


@pytest.mark.parametrize("nobody", ["N.N.", "N. N.", "NN", "n.n."])
def test_a_vacant_post_with_a_mailbox(nobody: str) -> None:
    found = read(book([HEAD, ["Süßen", nobody, "07162 961-10", "asyl@suessen.example"]]))
    assert shown(found) == ["– in Süßen: +49716296110, asyl@suessen.example"]
    assert found.records[0].tags == {"vacant"}
    assert "vacant B2" in codes(found)


def test_a_vacant_post_without_anything_is_only_a_finding() -> None:
    found = read(book([HEAD, EVA, ["Süßen", "N.N.", None, None]]))
    assert shown(found) == [EVA_SHOWN]
    assert "vacant B3" in codes(found)


@pytest.mark.parametrize(
    ("column", "text"),
    [
        (2, "07161 650-123 (ab 01.12. 07161 650-999)"),
        (2, "07161 650-123\nab 01.12.2026: 07161 650-999"),
        (1, "Frau Eva Muster\nab 01.12. Frau Ida Probe"),
        (1, "bis 30.11. Frau Eva Muster, ab 01.12. Frau Ida Probe"),
    ],
)
def test_what_waits_for_its_day(column: int, text: str) -> None:
    row = [*EVA[:column], text, *EVA[column + 1 :]]
    found = read(book([HEAD, row]))
    assert shown(found) == [EVA_SHOWN]
    assert any(code.startswith("pending") for code in codes(found))


@pytest.mark.parametrize("text", ["bis 2024: 07161 650-999\n07161 650-123", "alt: 07161 650-999\nneu: 07161 650-123"])
def test_what_is_past(text: str) -> None:
    found = read(book([HEAD, [*EVA[:2], text, EVA[3]]]))
    assert shown(found) == [EVA_SHOWN]
    assert "outdated C2" in codes(found)


def test_somebody_who_left() -> None:
    found = read(book([[*HEAD, "Bemerkung"], [*EVA, "zum 30.09. ausgeschieden"], [*UWE, "nur vormittags"]]))
    assert shown(found) == [UWE_SHOWN]
    assert any(code.startswith("departed") for code in codes(found))


def test_numbers_that_lost_their_zero() -> None:
    rows = [
        ["Name", "Telefon", "Mobil"],
        ["Eva Muster", 7161650123, 1713920014],
        ["Uwe Beispiel", 497161650124, 17604069014],
    ]
    found = read(book(rows))
    assert shown(found) == [
        "Eva Muster: +497161650123, m+491713920014",
        "Uwe Beispiel: +497161650124, m+4917604069014",
    ]
    steps = [step.rule for reading in found.records[0].readings for step in reading.steps]
    assert "zero_restored" in steps


def test_a_number_in_exponents_is_lost() -> None:
    found = read(book([HEAD, [*EVA[:2], "7,16165E+09", EVA[3]]]))
    assert shown(found) == ["Frau Eva Muster in Göppingen: eva.muster@stadt.example"]
    assert "digits_lost C2" in codes(found)


def test_a_number_that_may_be_local_is_not_completed() -> None:
    found = read(book([HEAD, [*EVA[:2], 390212345, EVA[3]]]))
    assert "+49" not in shown(found)[0]
    assert "zero_unproven C2" in codes(found)


def test_area_codes_that_lost_their_zero() -> None:
    rows = [["Name", "Vorwahl", "Rufnummer"], ["Eva Muster", 7163, 761282], ["Uwe Beispiel", "07331", "515-462"]]
    assert [text.partition(": ")[2] for text in shown(read(book(rows)))] == ["+497163761282", "+497331515462"]


def test_draft_and_template_sheets_are_no_lists() -> None:
    sheets = {
        "Kontakte": [HEAD, EVA],
        "Vorlage": [HEAD, ["Musterstadt", "Frau Erika Mustermann", "07161 650-000", None]],
    }
    assert shown(read(books(sheets))) == [EVA_SHOWN]
