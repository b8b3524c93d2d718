"""Tables with people of several functions in one row."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

_ROW = "<tr><td>{}</td><td>{} Muster</td><td>07123 940-{}1</td><td>{} Probe</td><td>07123 940-{}2</td></tr>"
_ROWS = _ROW.format("TSV Neustadt", "Eva", 1, "Uwe", 1) + _ROW.format("Musikverein Au", "Ida", 2, "Tom", 2)


def roles(first: str, second: str) -> set[str | None]:
    head = "".join(f"<th>{text}</th>" for text in ("Verein", first, "Telefon", second, "Telefon"))
    found = summary(f"<table><tr>{head}</tr>{_ROWS}</table>")
    assert len(found) == 4
    return {role for _, _, role, *_ in found}


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("1. Vorsitz", "2. Vorsitz", {"1. Vorsitz", "2. Vorsitz"}),
        ("Vorsitz", "Kassenwart", {"Vorsitz", "Kassenwart"}),
        ("Ansprechpartner", "Vertretung", {None}),
        ("Vorsitzende/r", "Ansprechpartner/in", {None}),  # it says of nobody whether she is a woman
    ],
)
def test_what_stands_over_people_beside_each_other(first: str, second: str, said: set[str | None]) -> None:
    assert roles(first, second) == said


def test_a_word_beside_two_functions_is_one() -> None:
    titles = "Verein", "1. Vorsitz", "Telefon", "2. Vorsitz", "Telefon", "Kasse", "Telefon"
    cells = "TSV", "Eva Muster", "07123 940-11", "Uwe Probe", "07123 940-12", "Ida Ast", "07123 940-13"
    head = f"<tr><th>{'</th><th>'.join(titles)}</th></tr>"
    row = f"<tr><td>{'</td><td>'.join(cells)}</td></tr>"
    found = summary(f"<table>{head}{row}{row.replace('940', '55').replace('TSV', 'SV')}</table>")
    assert {(name, role) for name, _, role, *_ in found} == {
        ("Muster", "1. Vorsitz"),
        ("Probe", "2. Vorsitz"),
        ("Ast", "Kasse"),
    }
