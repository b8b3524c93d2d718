"""Rows that count columns are no people."""

from __future__ import annotations

import pytest

from pipeline.model import Rules
from tests.sheets.made import Values, book, codes, read, shown

HEAD = ["Gemeinde", "Nachname", "Vorname", "Tel.", "E-Mail"]
EVA = ["Celle", "Kling", "Eva", "05141 12-1", "kling@celle.example"]
SHOWN = ["Eva Kling in Celle: +495141121, kling@celle.example"]


@pytest.mark.parametrize("counted", [[1, 2, 3, 4, 5], ["(1)", "(2)", "(3)", "(4)", "(5)"], [*"abcde"],
                                     ["I.", "II.", "III.", "IV.", "V."]])  # fmt: skip
@pytest.mark.parametrize("above", [[], [["Ort", "Person", "", "Erreichbarkeit", ""]]])
def test_a_row_that_counts_the_columns_is_nobody(counted: list[object], above: Values) -> None:
    found = read(book([*above, HEAD, counted, EVA]), rules=Rules())
    assert (shown(found), codes(found)) == (SHOWN, [])


@pytest.mark.parametrize(
    "row",
    [["Peine", "Blum", "Uwe", 1, ""], [2, 3, 4, 5, 6], [1, 3, 5, 7, 9], ["a", "b", "a", "b", "a"]],
)
def test_a_row_that_does_not_is_told_as_before(row: list[object]) -> None:
    assert codes(read(book([HEAD, row, EVA]), rules=Rules()))


def test_running_numbers_down_a_column_stay_with_their_people() -> None:
    rows = [["Nr.", "Name", "Telefon"], [1, "Eva Kling", "05141 12-1"], [2, "Uwe Blum", "05171 49-1"]]
    assert shown(read(book(rows), rules=Rules())) == ["Eva Kling: +495141121", "Uwe Blum: +495171491"]
