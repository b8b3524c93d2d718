"""Sections that are parts of the compass: they are no office, no town, and end what does not lie in them."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.named_places import is_part_of_district
from pipeline.model import Rules
from tests.sheets.made import book, read, shown

HEAD: list[object] = ["Name", "Telefon"]
EVA: list[object] = ["Frau Eva Muster", "05141 12-11"]
UWE: list[object] = ["Herr Uwe Beispiel", "05141 12-12"]
TOM: list[object] = ["Herr Tom Blum", "05142 90-13"]


def below(*rows: list[object]) -> list[str]:
    """Who stands below a head, without the numbers."""
    return [who.partition(": ")[0] for who in shown(read(book([HEAD, *rows]), rules=Rules()))]


@pytest.mark.parametrize(
    "text",
    ["Nördlicher Landkreis", "Landkreis Süd", "Region Nord-West", "Nordkreis", "Nord-/Ostkreis", "Raum Mitte", "Süd",
     "südwestlicher Landkreis", "nördlicher und östlicher Landkreis", "Teil Ost des Landkreises"],
)  # fmt: skip
def test_parts_of_the_compass(text: str) -> None:
    assert is_part_of_district(text)


@pytest.mark.parametrize(
    "text",
    ["Landkreis", "Landkreis Celle", "Caritas Nord", "Jugendamt Süd", "Norden", "Ostheim", "Nordstadt", "Team Nord",
     "Landkreis Westerwald", "Landkreis Mittelsachsen", "Bezirk Mitte", "Region Westküste"],
)  # fmt: skip
def test_towns_districts_and_offices_with_a_part_of_the_compass(text: str) -> None:
    assert not is_part_of_district(text)


@pytest.mark.parametrize(("one", "other"), [("Nördlicher Landkreis", "Südlicher Landkreis"), ("Region Ost", "West")])
def test_nobody_works_for_a_part_of_the_compass(one: str, other: str) -> None:
    assert below([one], EVA, [other], UWE) == ["Frau Eva Muster", "Herr Uwe Beispiel"]


def test_what_works_in_a_part_of_the_compass_is_an_office() -> None:
    assert below(["Jugendamt Süd"], EVA, ["Team Nord"], UWE) == [
        "Frau Eva Muster @ Jugendamt Süd",
        "Herr Uwe Beispiel @ Team Nord",
    ]


def test_an_office_listed_by_parts_of_the_district() -> None:
    rows = [["Caritasverband"], ["Region Nord"], EVA, ["Region Süd"], UWE, ["Diakonie Celle"], TOM]
    assert below(*rows) == [
        "Frau Eva Muster @ Caritasverband",
        "Herr Uwe Beispiel @ Caritasverband",
        "Herr Tom Blum @ Diakonie Celle",
    ]


def test_a_part_of_the_district_below_somebody_is_not_her_offices_and_not_in_her_town() -> None:
    assert below(["Sozialamt"], EVA, ["Südlicher Landkreis"], UWE)[1] == "Herr Uwe Beispiel"
    assert below(["Stadt Celle"], EVA, ["Südlicher Landkreis"], UWE)[1] == "Herr Uwe Beispiel"


def test_what_the_people_of_all_parts_do() -> None:
    assert below(["Integrationslotsen"], ["Nordkreis"], EVA, ["Landkreis Süd"], UWE) == [
        "Frau Eva Muster (Integrationslotsen)",
        "Herr Uwe Beispiel (Integrationslotsen)",
    ]
