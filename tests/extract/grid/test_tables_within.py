"""Tables of contacts in a part of a sheet."""

from __future__ import annotations

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.errors import FormatError
from tests.sheets.made import Values, book, read, shown

ROTA: Values = [
    ["Rufbereitschaft", "", "", "", "", ""],
    ["KW", "Dienst", "Ersatz", "Telefonliste", "", ""],
    ["14", "Kling", "Blum", "Name", "dienstl.", "Handy"],
    ["15", "Blum", "Ast", "Kling, Eva", "05141 12-3401", "0171 2345678"],
    ["16", "Ast", "Kling", "Wachdienst Nord GmbH", "05141 77-0", ""],
]


def merged(sheet: Worksheet) -> None:
    """The title over all, and the heading of the list over its columns."""
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("D2:F2")


def test_a_list_beside_a_rota() -> None:
    assert shown(read(book(ROTA, merged))) == [
        "Eva Kling: +495141123401, m+491712345678",
        "– @ Wachdienst Nord GmbH: +495141770",
    ]


def test_a_list_beside_a_rota_whose_figures_stand_beside_its_headings() -> None:
    rows = [[*row[:1], "30.03.", *row[2:]] for row in ROTA]
    rows[1][1], rows[2][4] = "ab", "Festnetz"
    assert shown(read(book(rows, merged)))[0] == "Eva Kling: +495141123401, m+491712345678"


def test_a_wide_heading_over_a_rota_alone() -> None:
    rows = [[*row[:3], "Ferien", "", ""] if at == 1 else [*row[:3], "von", "bis", ""] for at, row in enumerate(ROTA)]
    with pytest.raises(FormatError):
        read(book(rows, merged))


def test_a_wide_heading_over_numbers_is_no_table_apart_from_those_who_have_them() -> None:
    rows = [["Laden", "Erreichbar", ""], ["", "Telefon", "E-Mail"], ["Tafel Celle", "05141 12-0", "info@tafel.example"]]
    found = read(book(rows, lambda sheet: sheet.merge_cells("B1:C1")))
    assert shown(found) == ["– @ Tafel Celle: +495141120, info@tafel.example"]
