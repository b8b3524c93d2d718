"""Address books with an address at work and one at home."""

from __future__ import annotations

import pytest

from pipeline.model import Rules
from tests.sheets.made import book, read, shown

WORK, HOME, NONE = ["Markt 9", "29221", "Celle"], ["Heimweg 2", "31224", "Peine"], ["", "", ""]
EVA = ["Eva Kling", "05141 12-3401"]


@pytest.mark.parametrize(
    "parts", [("Straße", "PLZ", "Ort"), ("Adresse", "PLZ", "Stadt"), ("Straße", "Postleitzahl", "Stadt")]
)
@pytest.mark.parametrize(
    ("work", "home", "shown_address"),
    [(WORK, HOME, "Markt 9 29221 Celle"), (WORK, NONE, "Markt 9 29221 Celle"), (NONE, HOME, "Heimweg 2 31224 Peine")],
)
@pytest.mark.parametrize("home_first", [True, False])
def test_where_she_works_counts(
    parts: tuple[str, ...], work: list[str], home: list[str], shown_address: str, home_first: bool
) -> None:
    heads = [[f"{whose}: {part}" for part in parts] for whose in ("Dienstlich", "Privat")]
    order = (1, 0) if home_first else (0, 1)
    row = [*EVA, *(work, home)[order[0]], *(work, home)[order[1]]]
    found = read(book([["Name", "Telefon", *heads[order[0]], *heads[order[1]]], row]), rules=Rules())
    assert shown(found) == [f"Eva Kling: +495141123401, {shown_address}"]


def test_a_second_town_beside_the_postcode_is_that_of_the_address() -> None:
    rows = [
        ["Gemeinde", "Name", "Telefon", "Straße", "Stadt", "PLZ"],
        ["Wathlingen", *EVA, "Markt 9", "Celle", "29221"],
    ]
    assert shown(read(book(rows), rules=Rules())) == ["Eva Kling in Wathlingen: +495141123401, Markt 9 29221 Celle"]


def test_what_follows_a_colon_says_which_of_them_it_is() -> None:
    heads = [
        "Name",
        "Telefon: Arbeit",
        "Telefon: Fax (Arbeit)",
        "Straße: Arbeit",
        "PLZ: Arbeit",
        "Ort: Arbeit",
        "Ort: Privat",
    ]
    found = read(book([heads, [*EVA, "05141 12-3499", *WORK, "Peine"]]), rules=Rules())
    assert shown(found) == ["Eva Kling: +495141123401, f+495141123499, Markt 9 29221 Celle"]


def test_several_numbered_towns_are_all_hers() -> None:
    rows = [["Name", "Gemeinde 1", "Gemeinde 2", "Telefon"], ["Eva Kling", "Celle", "Peine", "05141 12-1"]]
    rows += [["Uwe Blum", "Wathlingen", "", "05141 12-2"]]
    assert shown(read(book(rows), rules=Rules())) == [
        "Eva Kling in Celle; Peine: +495141121",
        "Uwe Blum in Wathlingen: +495141122",
    ]
