"""Whose a number is where the words beside it say so."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.cell_people import read_people
from pipeline.extract.grid.cell_values import Calling, read_contacts
from pipeline.extract.grid.drafts import drafts_of
from pipeline.extract.grid.whose_values import deal_named, names_anybody
from pipeline.extract.layout import Cell
from pipeline.model import Phone, Where
from pipeline.transform.phone import Dialing

HERE = Where(sheet="Liste", cell="B2")
EVA_AND_UWE = "Frau Eva Kling (Leitung)\nHerr Uwe Blum"


def dealt(text: str, people: str = EVA_AND_UWE) -> tuple[list[str], ...]:
    """What each of the people gets, then what nothing is said of, then what nobody gets."""
    drafts = drafts_of(read_people(Cell(people, HERE), people.split("\n"), False).persons, HERE)
    values = read_contacts(Cell(text, HERE), Calling(Dialing()), None, True)
    findings = deal_named(drafts, values, HERE)
    owned = [[_short(r.value) for r in draft.readings if r.field in ("phones", "emails")] for draft in drafts]
    left = [_short(item.reading.value) for item in (*values.phones, *values.emails)]
    return (*owned, left, [finding.text for finding in findings])


def _short(value: object) -> str:
    return value.e164.removeprefix("+495141") if isinstance(value, Phone) else str(value)


@pytest.mark.parametrize(
    "text",
    [
        "Frau Kling: 05141 1234\nHerr Blum: 05141 1235",
        "Herr Blum: 05141 1235\nFrau Kling: 05141 1234",
        "05141 1235 (Blum), 05141 1234 (Kling)",
        "05141 1235 Herr Blum / 05141 1234 Frau Kling",
        "Blum 05141 1235, Kling 05141 1234",
        "Frau Kling:\n05141 1234\nHerr Blum:\n05141 1235",
        "Uwe: 05141 1235, Eva: 05141 1234",
        "UB: 05141 1235, EK: 05141 1234",
        "B.: 05141 1235; K.: 05141 1234",
        "05141 1235\nLeitung: 05141 1234",
        "Blum: 05141 1235\n05141 1234",
    ],
)
def test_a_name_a_function_or_initials_say_whose_a_number_is(text: str) -> None:
    assert dealt(text) == (["1234"], ["1235"], [], [])


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("05141 1234, 05141 1235", ([], [], ["1234", "1235"], [])),
        ("Tel.: 05141 1234, Fax: 05141 1235", ([], [], ["1234", "1235"], [])),
        ("T 05141 1234", ([], [], ["1234"], [])),
        ("Kling / Blum: 05141 1234", (["1234"], ["1234"], [], [])),
        ("05141 1235 Blum", ([], ["1235"], [], [])),
        ("Blum: 05141 1235, 0171 3920072", ([], ["1235", "+491713920072"], [], [])),
        ("Blum: 05141 1235, 05141 1236, 05141 1237", ([], ["1235"], [], ["05141 1236", "05141 1237"])),
        ("05141 12-0\n-34 Kling\n-35 Blum", (["1234", "120"], ["1235", "120"], [], [])),
        ("05141 1234\nFrau Kolb: 05141 1239", ([], [], ["1234"], ["05141 1239"])),
        ("Blum: sport@amt.example; Kling: kultur@amt.example", (["kultur@amt.example"], ["sport@amt.example"], [], [])),
        ("kling@amt.example / Blum", (["kling@amt.example"], [], [], [])),
        ("Blum: 05141 1235\nFax 05141 1299", ([], ["1235"], [], ["05141 1299"])),
    ],
)
def test_what_is_not_said_is_left_and_what_is_said_of_another_is_nobodys(
    text: str, owned: tuple[list[str], ...]
) -> None:
    assert dealt(text) == owned


@pytest.mark.parametrize(
    ("people", "text", "owned"),
    [
        ("Frau Eva Kling", "Frau Kling: 05141 1234, 0171 3920072", (["1234", "+491713920072"], [], [])),
        ("Frau Eva Kling", "05141 1234 (Sekretariat Frau Kolb)", ([], [], ["05141 1234"])),
        ("Frau Eva Kling", "05141 1233, 05141 1234 (Frau Kolb)", ([], ["1233"], ["05141 1234"])),
        ("Frau Eva Kling", "05141 1234 (Frau Kling)", (["1234"], [], [])),
        ("Frau Eva Kling", "05141 1234 (Sekretariat)", ([], ["1234"], [])),
        ("Frau Eva Kling", "Frau Kolb: 05141 1239", ([], [], ["05141 1239"])),
        ("Frau Eva Kling-Maier", "Frau Kling: 05141 1234", (["1234"], [], [])),
        ("Eva Blum\nUwe Blum", "Uwe Blum: 05141 1235, Eva Blum: 05141 1234", (["1234"], ["1235"], [], [])),
        ("Eva Blum\nUwe Blum", "Blum: 05141 1235", ([], [], ["1235"], [])),
    ],
)
def test_who_is_alone_and_who_is_called_alike(people: str, text: str, owned: tuple[list[str], ...]) -> None:
    assert dealt(text, people) == owned


def test_somebody_is_addressed_first_or_in_brackets() -> None:
    assert names_anybody(" Frau Dr. Kling: 05141 1234")
    assert names_anybody("05141 1234 (Sekretariat Frau Kling)")
    assert names_anybody("05141 12-0\nSekretariat Frau Kling: -35")
    assert not names_anybody("Tel. Frau Kling")


def test_people_without_end_are_not_sought_beside_every_number() -> None:
    many = "\n".join(f"Frau {chr(65 + at // 26)}{chr(97 + at % 26)}ling" for at in range(70))
    *owned, left, findings = dealt("Frau Aaling: 05141 1234", many)
    assert (not any(owned), left, findings) == (True, ["1234"], [])
