"""Several people in one cell, their numbers and addresses in others: each gets her own, or there is a finding."""

from __future__ import annotations

import pytest

from pipeline.model import Rules
from tests.sheets.made import book, codes, read, shown

HEAD = ["Kommune", "Ansprechpartner", "Tel.", "E-Mail"]
AST = ["Peine", "Herr Tom Ast", "05171 49-100", "ast@peine.example"]
MAILS = "kling@celle.example\nblum@celle.example"
EVA, UWE = "Frau Eva Kling in Celle: +495141123", "Herr Uwe Blum in Celle: +495141123"
BOTH = [f"{EVA}4, kling@celle.example", f"{UWE}5, blum@celle.example"]
NONE = ["Frau Eva Kling in Celle: kling@celle.example", "Herr Uwe Blum in Celle: blum@celle.example"]


def told(names: str, phones: str, mails: str = MAILS) -> tuple[list[str], list[str]]:
    """The contacts of a row beside another, which says the same whatever stands in this one; and the findings."""
    found = read(book([HEAD, AST, ["Celle", names, phones, mails], AST]), rules=Rules())
    people = shown(found)
    assert people[0] == people[-1] == "Herr Tom Ast in Peine: +49517149100, ast@peine.example"
    return people[1:-1], codes(found)


@pytest.mark.parametrize(
    ("names", "phones"),
    [
        ("Frau Eva Kling\nHerr Uwe Blum", "05141 12-34\n05141 12-35"),
        ("Frau Eva Kling, Herr Uwe Blum", "Frau Kling: 05141 12-34\nHerr Blum: 05141 12-35"),
        ("Frau Eva Kling / Herr Uwe Blum", "Herr Blum: 05141 12-35, Frau Kling: 05141 12-34"),
        ("Frau Eva Kling und Herr Uwe Blum", "05141 12-35 (Blum); 05141 12-34 (Kling)"),
        ("Frau Eva Kling & Herr Uwe Blum", "05141 12-34 / -35"),
        ("Frau Eva Kling + Herr Uwe Blum", "05141 12-34 + 05141 12-35"),
        ("1. Frau Eva Kling\n2. Herr Uwe Blum", "1. 05141 12-34\n2. 05141 12-35"),
        ("Frau Eva Kling | Herr Uwe Blum", "05141 12-34\n35"),
        ("Frau Eva Kling; Herr Uwe Blum", "Tel. 05141 12-34, App. 35"),
    ],
)
def test_each_has_her_own(names: str, phones: str) -> None:
    assert told(names, phones) == (BOTH, [])


@pytest.mark.parametrize(
    "phones",
    [
        "05141 12-34, 05141 12-35, 05141 12-0",
        "05141 12-34\n0171 3920071\n05141 12-35",
        "Tel. 05141 12-34\nMobil 0171 3920071",
        "Sekretariat: 05141 12-34\n05141 12-35",
        "05141 12-34 bis -39",
        "05141 12-34\n123",
    ],
)
def test_what_cannot_be_told_apart_is_a_finding(phones: str) -> None:
    assert told("Frau Eva Kling\nHerr Uwe Blum", phones) == (NONE, ["not_aligned C3"])


def test_what_is_one_for_all_and_what_is_not() -> None:
    two = "Frau Eva Kling und Herr Uwe Blum"
    shared = "Tel. 05141 12-34, Fax 05141 12-99"
    assert told(two, "05141 12-34", "info@celle.example")[0] == [
        f"{EVA}4, info@celle.example", f"{UWE}4, info@celle.example"]  # fmt: skip
    assert told(two, shared)[0] == [
        f"{EVA}4, f+4951411299, kling@celle.example", f"{UWE}4, f+4951411299, blum@celle.example"]  # fmt: skip
    assert told(two, "Blum: 05141 12-35")[0] == [NONE[0], BOTH[1]]


def test_a_mobile_beside_numbers_of_two_people_is_of_one_of_them() -> None:
    rows = [["Name", "Telefon", "Mobil"], ["Eva Kling\nUwe Blum", "05141 12-34\n05141 12-35", "0171 3920071"]]
    found = read(book(rows), rules=Rules())
    assert shown(found) == ["Eva Kling: +4951411234", "Uwe Blum: +4951411235"]
    assert codes(found) == ["not_aligned C2"]


@pytest.mark.parametrize(
    ("names", "people"),
    [
        ("Frau Eva Kling / N.N.", [f"{EVA}4, kling@celle.example", "– in Celle: +4951411235"]),
        ("N. N. und Frau Eva Kling", ["– in Celle: +4951411234", f"{EVA}5, kling@celle.example"]),
        ("Frau Eva Kling, N.N.", [f"{EVA}4, kling@celle.example", "– in Celle: +4951411235"]),
    ],
)
def test_a_vacant_post_has_the_number_of_its_own(names: str, people: list[str]) -> None:
    assert told(names, "05141 12-34, -35", "kling@celle.example") == (people, ["vacant B3"])


def test_one_number_beside_a_vacant_post_is_of_who_is_there() -> None:
    assert told("Frau Eva Kling / N.N.", "05141 12-34", "kling@celle.example")[0] == [BOTH[0]]


def test_a_number_with_the_name_of_another_is_nobodys() -> None:
    people, found = told("Frau Eva Kling", "Frau Kolb: 05141 12-39", "kling@celle.example")
    assert (people, found) == ([NONE[0]], ["unclaimed C3"])


@pytest.mark.parametrize(
    "form",
    [
        "{place}: {name}, Tel. {phone}, {mail}",
        "{place}, {name}, Tel.: {phone}, E-Mail: {mail}",
        "{place} – {name} – {phone} – {mail}",
        "{place} | {name} | {phone} | {mail}",
        "{name} ({place}), Tel. {phone}, {mail}",
    ],
)
def test_lines_of_text_say_the_municipality_of_each(form: str) -> None:
    people = [("Celle", "Frau Eva Kling", "05141 12-34", "kling@celle.example"),
              ("Peine", "Herr Tom Ast", "05171 49-100", "ast@peine.example")]  # fmt: skip
    lines = [[form.format(place=p, name=n, phone=t, mail=m)] for p, n, t, m in people]
    assert shown(read(book([["Ansprechpersonen"], ["Stand: 18.09.2026"], *lines]), rules=Rules())) == [
        BOTH[0], "Herr Tom Ast in Peine: +49517149100, ast@peine.example"]  # fmt: skip


@pytest.mark.parametrize(
    ("spoken", "people"),
    [
        ("Frau\nHerr", ["Frau Eva Kling: +4951411234", "Herr Uwe Blum: +4951411235"]),
        ("Frau\nHerr\nFrau", ["Eva Kling: +4951411234", "Uwe Blum: +4951411235"]),
        ("Frau", ["Frau Eva Kling: +4951411234", "Frau Uwe Blum: +4951411235"]),
    ],
)
def test_salutations_below_each_other_are_each_of_one(spoken: str, people: list[str]) -> None:
    rows = [["Anrede", "Name", "Telefon"], [spoken, "Eva Kling\nUwe Blum", "05141 12-34\n05141 12-35"]]
    assert shown(read(book(rows), rules=Rules())) == people


@pytest.mark.parametrize(
    ("first", "second", "people"),
    [
        ("05141 12-34", "05141 12-35", ["Frau Eva Kling", "Herr Uwe Blum"]),  # one each, or two for both
        ("05141 12-34", "", ["Frau Eva Kling: +4951411234", "Herr Uwe Blum: +4951411234"]),
        (
            "05141 12-34\n05141 12-35",
            "0171 3920071\n0171 3920072",
            ["Frau Eva Kling: +4951411234, m+491713920071", "Herr Uwe Blum: +4951411235, m+491713920072"],
        ),
    ],
)
def test_two_columns_of_numbers_beside_two_people(first: str, second: str, people: list[str]) -> None:
    rows = [["Name", "Telefon 1", "Telefon 2", "Web"], ["Frau Eva Kling\nHerr Uwe Blum", first, second, ""],
            ["Ida Ast", "05171 49-100", "05171 49-101", ""]]  # fmt: skip
    assert [text for text in shown(read(book(rows), rules=Rules())) if "Ida Ast" not in text] == people
