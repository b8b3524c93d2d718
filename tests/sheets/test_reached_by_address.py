"""Numbers and mail addresses in the column of addresses: they are read, or findings, and a postcode is no number."""

from __future__ import annotations

import pytest

from tests.sheets.made import book, codes, read, shown

SEAT = "Hauptstr. 5, 29221 Celle"
AT_SEAT = "Hauptstr. 5 29221 Celle"


@pytest.mark.parametrize("heading", ["Postfach", "Adresse", "Anschrift(en)", "Sprechzeit"])
@pytest.mark.parametrize("between", ["\n", "; ", ", ", " / "])
def test_mailboxes_of_several_people_below_any_heading(heading: str, between: str) -> None:
    mails = between.join(["kling@celle.example", "blum@celle.example"])
    rows = [
        ["Ort", "Team", "Durchwahl", heading],
        ["Celle", "Frau Eva Kling\nHerr Uwe Blum", "05141 12-11\n05141 12-12", mails],
        ["Jork", "Frau Ida Kolb", "04162 91-14", "kolb@jork.example"],
    ]  # fmt: skip
    assert shown(read(book(rows))) == [
        "Frau Eva Kling in Celle: +4951411211, kling@celle.example",
        "Herr Uwe Blum in Celle: +4951411212, blum@celle.example",
        "Frau Ida Kolb in Jork: +4941629114, kolb@jork.example",
    ]


def test_a_box_at_the_post_office_is_an_address() -> None:
    rows = [["Name", "Postfach", "Telefon"], ["Eva Kling", "Postfach 12 34, 29221 Celle", "05141 12-11"],
            ["Uwe Blum", "Postfach 11, 29525 Uelzen", "05141 12-12"]]  # fmt: skip
    assert shown(read(book(rows))) == [
        "Eva Kling: +4951411211, Postfach 12 34 29221 Celle",
        "Uwe Blum: +4951411212, Postfach 11 29525 Uelzen",
    ]


def test_a_mailbox_in_place_of_one_address_is_hers() -> None:
    rows = [["Name", "Adresse", "Telefon"], ["Eva Kling", SEAT, "05141 12-11"], ["Ida Kolb", SEAT, "05141 12-13"],
            ["Uwe Blum", "blum (at) celle.example", "05141 12-12"]]  # fmt: skip
    assert shown(read(book(rows)))[2] == "Uwe Blum: +4951411212, blum@celle.example"


def test_beside_a_mailbox_of_her_own_that_of_the_house_is_a_finding() -> None:
    rows = [["Name", "Anschrift", "E-Mail"], ["Eva Kling", f"{SEAT}\ninfo@celle.example", "kling@celle.example"],
            ["Uwe Blum", SEAT, "blum@celle.example"]]  # fmt: skip
    found = read(book(rows))
    assert shown(found)[0] == f"Eva Kling: kling@celle.example, {AT_SEAT}"
    assert codes(found) == ["unclaimed B2"]


@pytest.mark.parametrize("heading", ["Amt", "Aufgabe", "Gemeinde", "Straße"])
def test_a_number_below_any_other_heading_is_at_least_a_finding(heading: str) -> None:
    rows = [["Name", heading, "E-Mail"], ["Eva Kling", "Nord (05141 12-0)", "kling@celle.example"],
            ["Uwe Blum", "Süd", "blum@celle.example"]]  # fmt: skip
    found = read(book(rows))
    assert "unclaimed B2" in codes(found)
    assert "+49" not in shown(found)[0]


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("Anschrift", "{seat}, Tel. {number}"),
        ("Anschrift", "Hauptstr. 5\n29221 Celle\n{number}"),
        ("Telefon / Anschrift", "{number}\nHauptstr. 5\n29221 Celle"),
        ("Telefon, Adresse", "{number}, {seat}"),
        ("Anschrift und Telefon", "{seat}, {number}"),
        ("Kontaktdaten", "{seat}, {number}"),
    ],
)
def test_a_postcode_beside_a_number_is_none(heading: str, below: str) -> None:
    people = {"Eva Kling": "05141 12-11", "Uwe Blum": "05141 12-12"}
    rows = [[name, below.format(seat=SEAT, number=number)] for name, number in people.items()]
    expected = [f"Eva Kling: +4951411211, {AT_SEAT}", f"Uwe Blum: +4951411212, {AT_SEAT}"]
    assert shown(read(book([["Name", heading], *rows]))) == expected


def test_offices_of_which_only_the_address_says_how_to_reach_them() -> None:
    rows = [["Einrichtung", "Adresse", "Sprechzeit"], ["DRK", f"{SEAT}, Tel. 05141 12-0", "Mo 9–12 Uhr"],
            ["AWO", f"{SEAT}, info@awo.example", "Di 9–12 Uhr"]]  # fmt: skip
    assert shown(read(book(rows))) == [
        f"– @ DRK: +495141120, {AT_SEAT}, Mo 9–12 Uhr",
        f"– @ AWO: info@awo.example, {AT_SEAT}, Di 9–12 Uhr",
    ]
