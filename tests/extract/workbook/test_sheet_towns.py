"""Which municipality a sheet is called after, where no district is known."""

from __future__ import annotations

import pytest

from pipeline.model import Rules
from tests.sheets.made import books, read, shown

HEAD = ["Name", "Telefon", "E-Mail"]


def towns(sheets: dict[str, tuple[str, str]]) -> list[str]:
    """The contacts of a workbook with somebody on each sheet, by her number and address."""
    people = zip(("Kling", "Blum", "Horn"), sheets.items(), strict=True)
    rows = {name: [HEAD, [f"Eva {family}", *reached]] for family, (name, reached) in people}
    return [line.split(":")[0] for line in shown(read(books(rows), rules=Rules()))]


@pytest.mark.parametrize(
    "sheets",
    [
        {"Pirna": ("03501 58729", "a@post.example"), "Sebnitz": ("035971 23499", "b@post.example"),
         "Heidenau": ("03529 38553", "c@post.example")},
        {"Pirna": ("03501 12-1", "a@pirna.example"), "Sebnitz": ("03501 12-2", "b@sebnitz.example"),
         "Heidenau": ("03501 12-3", "")},
    ],
)  # fmt: skip
def test_towns_as_their_area_codes_or_addresses_tell(sheets: dict[str, tuple[str, str]]) -> None:
    assert towns(sheets) == ["Eva Kling in Pirna", "Eva Blum in Sebnitz", "Eva Horn in Heidenau"]


def test_a_quarter_that_is_called_one() -> None:
    sheets = {f"Ortschaft {name}": ("05141 12-1", f"{name}@rat.example") for name in ("Weier", "Rust", "Au")}
    assert towns(sheets) == ["Eva Kling in Weier", "Eva Blum in Rust", "Eva Horn in Au"]


@pytest.mark.parametrize(
    "names", [("Ortschaften", "Gemeinden", "Städte"), ("Vorstand", "Mitglieder", "Beirat"), ("Nord", "Süd", "Mitte")]
)
def test_no_towns(names: tuple[str, str, str]) -> None:
    sheets = {name: (f"05141 12-{at}1", f"{at}@rat.example") for at, name in enumerate(names)}
    assert towns(sheets) == ["Eva Kling", "Eva Blum", "Eva Horn"]
