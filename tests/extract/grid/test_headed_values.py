"""Headings that give a value themselves, and rows of data that only look like them."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.headed_values import exchange_above, headed_value, without_values


@pytest.mark.parametrize(
    ("text", "called", "exchange"),
    [
        ("Tel.: 0751 85-0", "Tel.", "0751 85"),
        ("DW (0751 85-0)", "DW", "0751 85"),
        ("Telefon (0751/85-0)", "Telefon", "0751/85"),
        ("Fax 0751 85-77", "Fax", ""),
        ("E-Mail: info@celle.example", "E-Mail", ""),
        ("Tel. 0751 85-", "", ""),  # what stands below goes on from it
        ("Telefon 0751 / 85- Durchwahl", "", ""),  # of two rows of headings
        ("E-Mail (…@celle.example)", "", ""),
        ("Zimmer 0751 85-0", "", ""),
        ("05141 12-0", "", ""),
        ("Telefon", "", ""),
    ],
)
def test_what_a_heading_is_called_and_the_exchange_in_it(text: str, called: str, exchange: str) -> None:
    assert (headed_value(text)[0], exchange_above(text)) == (called, exchange)


@pytest.mark.parametrize(
    ("others", "value", "heads"),
    [
        (["Name", "Zimmer"], "Tel.: 0751 85-0", True),
        (["Vorname", "Nachname"], "Fax 0751 85-77", True),
        (["Leitung", "Rathaus"], "Tel. 0751 85-12", False),  # somebody without a name
        (["Name", "Eva Kling"], "Tel. 0751 85-12", False),  # a card
        (["Name"], "Tel. 0751 85-12", False),
        (["Name", "Zimmer"], "0751 85-12", False),
    ],
)
def test_a_row_of_headings_or_of_data(others: list[str], value: str, heads: bool) -> None:
    assert bool(without_values([*others, value], [value])) is heads
