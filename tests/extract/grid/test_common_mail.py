"""Mailboxes behind several people of a row."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.columns import read_grid
from pipeline.extract.layout import Cell, Grid
from pipeline.model import PersonName, Rules, Where
from pipeline.transform.phone import Dialing

HEAD = ("Ort", "Name", "Telefon", "Vertretung", "Telefon", "E-Mail")
EVA, UWE = ("Eva Muster", "05141 12-34"), ("Uwe Blum", "05141 12-35")


def mailboxes(*rows: tuple[str, ...]) -> dict[str, list[str]]:
    """The mailboxes of the people of a table, by family name."""
    cells = [
        [Cell(text, Where(cell=f"{'ABCDEFG'[at]}{row}")) for at, text in enumerate(r)] for row, r in enumerate(rows)
    ]
    found = read_grid(Grid(tuple(map(tuple, cells)), Where()), Rules(), Dialing())
    said: dict[str, list[str]] = {}
    for record in found.records if found else ():
        name = next((r.value.family for r in record.readings if isinstance(r.value, PersonName)), "–")
        said[name] = [str(r.value) for r in record.readings if r.field == "emails"]
    return said


@pytest.mark.parametrize(
    ("head", "mail", "said"),
    [
        ("E-Mail", "info@celle.example", {"Muster": ["info@celle.example"], "Blum": ["info@celle.example"]}),
        ("E-Mail", "muster@celle.example", {"Muster": ["muster@celle.example"], "Blum": []}),
        ("E-Mail", "blum@celle.example", {"Muster": [], "Blum": ["blum@celle.example"]}),
        ("gemeinsame E-Mail", "info@celle.example", {"Muster": ["info@celle.example"], "Blum": ["info@celle.example"]}),
        ("E-Mail Vertretung", "info@celle.example", {"Muster": [], "Blum": ["info@celle.example"]}),
    ],
)
def test_whose_a_mailbox_is(head: str, mail: str, said: dict[str, list[str]]) -> None:
    others = ("Peine", "Ida Kling", "05171 9834", "Jan Ott", "05171 9835", "info@peine.example")
    found = mailboxes((*HEAD[:5], head), ("Celle", *EVA, *UWE, mail), others)
    assert {name: found[name] for name in said} == said


def test_a_row_in_which_nobody_stands_has_its_mailbox() -> None:
    rows = [("Celle", *EVA, *UWE, "info@celle.example"), ("Peine", "", "", "", "", "info@peine.example")]
    assert mailboxes(HEAD, *rows)["–"] == ["info@peine.example"]
