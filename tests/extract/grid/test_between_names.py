"""Numbers between the names of one cell: whose they are, and when nobody can tell."""

from __future__ import annotations

import pytest

from pipeline.model import Rules
from tests.sheets.made import book, codes, read, shown

OTHERS = ["Peine", "Frau Mia Hall 05171 70-1"]


@pytest.mark.parametrize(
    ("cell", "eva", "uwe", "left"),
    [
        ("Frau Eva Kling (-21), Herr Uwe Blum (-24) – Zentrale 05141 12-0", "+4951411221", "+4951411224", 1),
        ("Frau Eva Kling 05141 12-21 / Herr Uwe Blum 05141 12-24", "+4951411221", "+4951411224", 0),
        ("Frau Eva Kling, Herr Uwe Blum: 05141 12-21, 05141 12-24", "+4951411221", "+4951411224", 0),
        ("Frau Eva Kling, Herr Uwe Blum: 05141 12-21", "+4951411221", "+4951411221", 0),
        # one number in the brackets that the other name stands before, or right behind the first of them
        ("Frau Eva Kling (Vertr.: Herr Uwe Blum, Tel. 05141 12-24)", "", "+4951411224", 0),
        ("Frau Eva Kling 05141 12-21 (Vertretung: Herr Uwe Blum)", "+4951411221", "", 0),
        # behind the brackets, the one number is of whom they follow
        ("Frau Eva Kling (Vertretung: Herr Uwe Blum), 05141 12-25", "+4951411225", "", 0),
        ("Frau Eva Kling (Vertretung: Herr Uwe Blum)\nTel. 05141 12-25", "+4951411225", "", 0),
        ("Frau Eva Kling (Vertretung: Herr Uwe Blum, 05141 12-24) 05141 12-25", "+4951411225", "+4951411224", 0),
        ("Frau Eva Kling (mit Herrn Uwe Blum), 05141 12-25, 05141 12-26", "+4951411225", "+4951411226", 0),
        (
            "Frau Eva Kling (05141 12-21; Mobil 0170 3321984), Herr Uwe Blum (05141 12-24)",
            "+4951411221, m+491703321984",
            "+4951411224",
            0,
        ),
        ("Frau Eva Kling: 05141 12-21\nHerr Uwe Blum: 05141 12-24\n05141 12-20", "+4951411221", "+4951411224", 1),
        ("Rathaus 05141 12-20, Frau Eva Kling 05141 12-21, Herr Uwe Blum 05141 12-24", "+4951411221", "+4951411224", 1),
        # a card for each, line below line
        (
            "Frau Eva Kling\nLeiterin\nTel. 05141 12-21\nFax 05141 12-91\n\nHerr Uwe Blum\nTel. 05141 12-24",
            "+4951411221, f+4951411291",
            "+4951411224",
            0,
        ),
        (
            "Frau Eva Kling\nTel. 05141 12-21\n05141 12-22\nHerr Uwe Blum\nTel. 05141 12-24",
            "+4951411221",
            "+4951411224",
            1,
        ),
        (
            "Frau Eva Kling\nTel. 05141 12-21\nHerr Uwe Blum\nTel. 05141 12-24\n\nFax 05141 12-9",
            "+4951411221",
            "+4951411224",
            1,
        ),
        ("Frau Eva Kling 05141 12-21\nHerr Uwe Blum 05141 12-24\nFax 05141 12-99", "+4951411221", "+4951411224", 1),
        # before or behind the name, behind one name or both: nobody knows
        ("05141 12-21 Frau Eva Kling, 05141 12-24 Herr Uwe Blum, 0170 3321984", "", "", 3),
        ("Frau Eva Kling, Herr Uwe Blum (-24), Zentrale 05141 12-0", "", "", 2),
    ],
)
def test_numbers_between_names(cell: str, eva: str, uwe: str, left: int) -> None:
    found = read(book([["Kommune", "Zuständige und Durchwahlen"], ["Celle", cell], OTHERS]), rules=Rules())
    role = " (Leiterin)" if "Leiterin" in cell else ""
    people = [f"Frau Eva Kling{role} in Celle: {eva}".rstrip(": "), f"Herr Uwe Blum in Celle: {uwe}".rstrip(": ")]
    assert shown(found)[:-1] == people
    assert codes(found) == ["unclaimed B2"] * left


@pytest.mark.parametrize(
    ("number", "eva"),
    [
        ("05141 12-21", "+4951411221"),
        ("05141 12-21, 0170 3321984", "+4951411221, m+491703321984"),
        ("05141 12-24", "+4951411224"),
    ],
)
def test_a_deputy_with_her_number_behind_her_name_has_no_other(number: str, eva: str) -> None:
    rows = [["Name", "Telefon"], ["Frau Eva Kling (Vertr.: Herr Uwe Blum, Tel. 05141 12-24)", number]]
    assert shown(read(book(rows), rules=Rules())) == [f"Frau Eva Kling: {eva}", "Herr Uwe Blum: +4951411224"]


@pytest.mark.parametrize(
    ("names", "number", "eva", "uwe"),
    [
        (
            "Frau Eva Kling, Mobil: 0170 3321984\nHerr Uwe Blum",
            "05141 12-20",
            "+4951411220, m+491703321984",
            "+4951411220",
        ),
        ("Frau Eva Kling, Tel.: 05141 12-21\nHerr Uwe Blum", "05141 12-20", "+4951411221", "+4951411220"),
        ("Frau Eva Kling, Tel.: 05141 12-21\nHerr Uwe Blum", "05141 12-0", "+4951411221, +495141120", "+495141120"),
    ],
)
def test_a_number_beside_two_is_that_of_both_unless_one_has_another(
    names: str, number: str, eva: str, uwe: str
) -> None:
    found = shown(read(book([["Name", "Telefon"], [names, number], ["Frau Mia Hall", "05171 70-1"]]), rules=Rules()))
    assert found[:2] == [f"Frau Eva Kling: {eva}", f"Herr Uwe Blum: {uwe}"]
