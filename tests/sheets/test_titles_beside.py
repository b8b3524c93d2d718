"""Tables beside each other, with a title each."""

from __future__ import annotations

import pytest

from tests.sheets.made import book, read, shown

HEAD = ["Name", "Durchwahl", "E-Mail"] * 2
PEOPLE = [
    ["Eva Kling", "3401", "kling@celle.example", "Uwe Blum", "12", "blum@bergen.example"],
    ["Ida Ast", "3402", "ast@celle.example", "Jan Ott", "13", "ott@bergen.example"],
]
EACH = [
    "Eva Kling in Celle: +495141123401, kling@celle.example", "Ida Ast in Celle: +495141123402, ast@celle.example",
    "Uwe Blum in Bergen: +49505147912, blum@bergen.example", "Jan Ott in Bergen: +49505147913, ott@bergen.example",
]  # fmt: skip
ALL = [
    text.replace("in Bergen", "in Celle").replace("5051479", "514112").replace(" in ", " @ Stadt Celle in ")
    for text in EACH
]


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        ([["Stadt Celle", "Tel. 05141 12-0", None, "Stadt Bergen", "Tel. 05051 479-0", None]], EACH),
        ([["Stadt Celle, Zentrale 05141 12-0", None, None, None, None, None]], ALL),
        ([["Telefonliste"], ["Stadt Celle", "05141 12-0", None, "Stadt Bergen", "05051 479-0", None]], EACH),
    ],
)
def test_whose_towns_and_exchanges_they_are(titles: list[list[str | None]], expected: list[str]) -> None:
    assert shown(read(book([*titles, HEAD, *PEOPLE], title="Tabelle1"))) == expected
