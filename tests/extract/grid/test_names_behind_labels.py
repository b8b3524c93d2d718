"""`Kasse: Herr Muster` in a column of names or before numbers: who is named, and what she does."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.column_content import names_behind_label
from pipeline.extract.layout import Cell
from pipeline.model import Where
from tests.extract.page.test_blocks import summary

_ROWS = [
    ("Rückkehrberatung: Frau Muster", "Tel. 07123 940-11", "E-Mail: muster@amt.example"),
    ("Asylberatung: Herr Beispiel", "Tel. 07123 940-12", "E-Mail: beispiel@amt.example"),
    ("Kasse: Frau Probe", "Tel. 07123 940-13", "E-Mail: probe@amt.example"),
]


def table(head: str) -> str:
    """The rows below a head."""
    return f"<table>{head}{''.join(f'<tr><td>{a}</td><td>{b}</td><td>{c}</td></tr>' for a, b, c in _ROWS)}</table>"


@pytest.mark.parametrize("head", ["", "<tr><th>Name</th><th>Telefon</th><th>E-Mail</th></tr>"], ids=["bare", "headed"])
def test_everybody_has_her_row(head: str) -> None:
    entries = {entry[0]: (entry[1] or entry[2], *entry[3:]) for entry in summary(table(head))}
    assert entries == {
        "Muster": ("Rückkehrberatung", ("+49712394011",), ("muster@amt.example",)),
        "Beispiel": ("Asylberatung", ("+49712394012",), ("beispiel@amt.example",)),
        "Probe": ("Kasse", ("+49712394013",), ("probe@amt.example",)),
    }


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Kasse: Frau Muster", True),
        ("Name: Eva Muster", False),
        ("Telefon: 07123 940-11", False),
        ("Kasse: 1. OG", False),
    ],
)
def test_a_name_behind_a_label(text: str, named: bool) -> None:
    assert names_behind_label(Cell(text, Where())) is named
