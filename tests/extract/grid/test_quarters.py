"""The part of a town as the place of people, where nothing says which town."""

from __future__ import annotations

import pytest

from tests.sheets.made import Values, book, read, shown

EVA = ["Eva Kling", "05141 33-12"]
WEIER = [["Ortsteil", "Name", "Telefon"], ["Weier", *EVA]]


@pytest.mark.parametrize("heading", ["Ortschaft", "Ortsteil", "Teilort", "Stadtteil", "Stadtbezirk", "Gemeindeteil"])
def test_a_quarter_is_the_place_where_no_town_is_named(heading: str) -> None:
    rows = [[heading, "Name", "Straße", "Telefon"], ["Weier", EVA[0], "Hauptstraße 5", EVA[1]]]
    assert shown(read(book(rows))) == ["Eva Kling in Weier: +4951413312, Hauptstraße 5"]


@pytest.mark.parametrize(
    ("rows", "town"),
    [
        ([["Gemeinde", *WEIER[0]], ["Salach", *WEIER[1]]], " in Salach"),
        ([WEIER[0], ["Gemeinde Salach"], WEIER[1]], " in Salach"),
        ([["Stadt Uhingen – Ortsteile"], *WEIER], " in Uhingen"),
        ([WEIER[0], ["01", *EVA]], ""),
    ],
)
def test_nor_is_it_where_the_town_is(rows: Values, town: str) -> None:
    assert shown(read(book(rows))) == [f"Eva Kling{town}: +4951413312"]


def test_behind_an_address_it_is_no_place() -> None:
    rows = [[*WEIER[0], "PLZ", "Ort"], [*WEIER[1], "29221", "Celle"]]
    assert shown(read(book(rows))) == ["Eva Kling: +4951413312, 29221 Celle"]
