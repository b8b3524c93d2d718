"""Filled cells, references and how a sheet becomes a grid."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import FormatError
from pipeline.extract.layout import Cell
from pipeline.extract.workbook.sheets import Sheet, area, number_text, position, reference, to_grid


@given(st.integers(0, 1_048_575), st.integers(0, 16_383))
def test_references_there_and_back(row: int, column: int) -> None:
    assert position(reference(row, column)) == (row, column)


@pytest.mark.parametrize("text", ["", "A", "7", "A0", "XFE1", "a1", "A1B", "A12345678", "É1"])
def test_what_is_no_reference(text: str) -> None:
    assert position(text) is None


def test_areas() -> None:
    assert area("B3:A1") == (0, 0, 2, 1)
    assert area("$C$7") == (6, 2, 6, 2)
    assert area("A1:?") is None


@pytest.mark.parametrize(
    ("value", "text"), [(7161650123.0, "7161650123"), (1.5, "1,5"), (-3.0, "-3"), (1e20, "1,00E+20"), (0.0, "0")]
)
def test_numbers_are_never_shown_in_exponents_that_excel_would_not_show(value: float, text: str) -> None:
    assert number_text(value) == text


def filled(*places: str) -> Sheet:
    """A sheet with its own references as texts."""
    sheet = Sheet("Liste")
    for place in places:
        spot = position(place)
        assert spot
        sheet.put(*spot, Cell(place, sheet.where(*spot)))
    return sheet


def texts(sheet: Sheet) -> list[list[str]]:
    """The texts of its grid."""
    return [[cell.text for cell in row] for row in to_grid(sheet)[0].rows]


def test_empty_columns_go_and_blank_rows_become_one() -> None:
    assert texts(filled("B2", "D2", "B9")) == [["B2", "D2"], ["", ""], ["B9", ""]]


def test_merged_cells_stand_in_every_place_that_holds_something() -> None:
    sheet = filled("A1", "B2", "C1")
    sheet.merged = [(0, 0, 1_000_000, 0), (5, 5, 6, 6)]
    assert texts(sheet) == [["A1", "", "C1"], ["A1", "B2", ""]]
    assert to_grid(sheet)[0].rows[1][0].merged


def test_too_many_merged_cells_are_not_all_repeated() -> None:
    sheet = filled("A1", "B2", "B3")
    sheet.limit = 3
    sheet.merged = [(0, 0, 9, 9)] * 5
    assert len(texts(sheet)) == 3


def test_hidden_columns_and_rows() -> None:
    sheet = filled("A1", "B1", "A2", "A3")
    sheet.hidden_columns, sheet.hidden_rows = [(1, 1)], {1, 7}
    assert texts(sheet) == [["A1"], ["A3"]]
    assert [(f.code, f.where.cell) for f in to_grid(sheet)[1]] == [("hidden_rows", "A2")]
    sheet.filtered = True
    assert texts(sheet) == [["A1"], ["A2"], ["A3"]]


def test_more_cells_than_anybodys_list() -> None:
    sheet = filled("A1", "A2")
    sheet.limit = 2
    with pytest.raises(FormatError, match="gefüllte Zellen"):
        sheet.put(2, 0, Cell("A3", sheet.where(2, 0)))
