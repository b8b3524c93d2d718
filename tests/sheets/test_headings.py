"""Headings of two ideas: a function with the order of the name behind it, compounds with hyphens, broken words."""

from __future__ import annotations

import pytest

from pipeline.model import Rules
from tests.sheets.made import Values, book, read, shown

NOTHING_KNOWN = Rules()
EVA = ["Celle", "Kling, Eva", "05141 12-3401"]
UWE = ["Peine", "Blum, Uwe", "05171 49-100"]


@pytest.mark.parametrize("place", ["Amt bzw. amtsfreie Stadt/Gemeinde", "betreute Kommune", "Kreisangehörige\nStadt"])
@pytest.mark.parametrize(
    "people", ["Name, Vorname", "Ansprechpartner/in (Name, Vorname)", "Kontaktperson: Name, Vorname"]
)
def test_an_attribute_and_the_order_of_the_name(place: str, people: str) -> None:
    found = read(book([[place, people, "Telefon"], EVA, UWE]), rules=NOTHING_KNOWN)
    assert shown(found) == ["Eva Kling in Celle: +495141123401", "Uwe Blum in Peine: +49517149100"]


def test_the_function_before_the_order_of_the_name() -> None:
    found = read(book([["Kommune", "Integrationsbeauftragte/r (Name, Vorname)", "Telefon"], EVA]), rules=NOTHING_KNOWN)
    assert shown(found) == ["Eva Kling (Integrationsbeauftragte/r) in Celle: +495141123401"]


BROKEN: Values = [["Kom-\nmune", "Wer", "Vor-\nwahl", "Ruf-\nnummern"], ["Celle", "Eva Kling", "05141", "12-3401"]]


def test_words_broken_by_a_narrow_column() -> None:
    assert shown(read(book(BROKEN), rules=NOTHING_KNOWN)) == ["Eva Kling in Celle: +495141123401"]


def test_the_contact_of_a_town_hall_is_no_town() -> None:
    rows = [["Ort", "Rathaus-Ansprechpartner", "Kontakt"]]
    for town, name in (("Celle", "Frau Eva Kling"), ("Peine", "Herr Uwe Blum")):
        link = f'=HYPERLINK("mailto:info@{town}.example","E-Mail an {name[-4:]}")'
        rows.append([town, name, link])
    found = read(book(rows), rules=NOTHING_KNOWN)
    assert shown(found) == ["Frau Eva Kling in Celle: info@celle.example", "Herr Uwe Blum in Peine: info@peine.example"]


@pytest.mark.parametrize("heading", ["Gemeinde", "Rathaus-Team"])
def test_people_under_a_heading_for_towns_are_people(heading: str) -> None:
    found = read(book([[heading, "Tel."], ["Frau Eva Kling", "05141 12-3401"], ["Uwe Blum", "05171 49-100"]]))
    assert shown(found) == ["Frau Eva Kling: +495141123401", "Uwe Blum: +49517149100"]


@pytest.mark.parametrize(
    "heads", [("Vorw.", "Nummer"), ("Netz", "Rufnr."), ("Ortsvorwahl", "Telefon"), ("Netz", "Tel.")]
)
def test_area_codes_in_a_column_of_their_own(heads: tuple[str, str]) -> None:
    rows = [
        ["Kommune", "Name", *heads],
        ["Celle", "Eva Kling", "05141", "12-3401"],
        ["Peine", "Uwe Blum", 5171, "49-100"],
    ]
    found = read(book(rows), rules=NOTHING_KNOWN)
    assert shown(found) == ["Eva Kling in Celle: +495141123401", "Uwe Blum in Peine: +49517149100"]


def test_code_exchange_and_durchwahl_below_one_heading() -> None:
    rows = [
        ["Name", "Telefon", None, None],
        [None, "Vorwahl", "Zentrale", "Durchwahl"],
        ["Eva Kling", "05141", "12-0", 3401],
    ]
    found = read(book(rows, lambda sheet: sheet.merge_cells("B1:D1")), rules=NOTHING_KNOWN)
    assert shown(found) == ["Eva Kling: +495141123401"]
