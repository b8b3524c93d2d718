"""Numbers, mail and web addresses of one cell."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.cell_values import Calling, CellValues, read_contacts
from pipeline.extract.layout import Cell
from pipeline.model import Phone, Where
from pipeline.transform.phone import Dialing

HERE = Where(sheet="Liste", cell="B2")
CALLING = Calling(Dialing())


def cell(text: str, *links: str, struck: bool = False) -> Cell:
    """One cell."""
    return Cell(text, HERE, tuple(links), struck=struck)


def values(found: CellValues) -> list[str]:
    """All values of a cell."""
    items = (*found.phones, *found.emails, *found.urls)
    return [r.e164 if isinstance(r := item.reading.value, Phone) else str(r) for item in items]


@pytest.mark.parametrize(
    ("text", "links", "said"),
    [
        ("07161 650-123", [], ["+497161650123"]),
        ("eva@stadt.example", ["mailto:eva@stadt.example"], ["eva@stadt.example"]),
        ("Mail", ["mailto:eva@stadt.example?subject=x"], ["eva@stadt.example"]),
        ("Mail", ["eva@stadt.example"], ["eva@stadt.example"]),
        (
            "Mail\nMail",
            ["mailto:eva@stadt.example", "mailto:amt@stadt.example"],
            ["eva@stadt.example", "amt@stadt.example"],
        ),
        ("Mail", ["mailto:eva@stadt.example", "mailto:eva@stadt.example"], ["eva@stadt.example"]),
        ("anrufen", ["tel:+497161650123"], ["+497161650123"]),
        ("anrufen", ["tel:+497161650123", "tel:+497161650124"], ["+497161650123", "+497161650124"]),
        ("07161 650-123", ["tel:+497161650999"], ["+497161650123"]),
        ("Seite", ["https://www.stadt.example/x"], ["https://www.stadt.example/x"]),
        ("Seite", ["http://["], []),
        ("Seite", ["javascript:alert(1)"], []),
        (
            "Tel. 07161 650-123\nMail: eva@stadt.example\nwww.stadt.example",
            [],
            ["+497161650123", "eva@stadt.example", "https://www.stadt.example"],
        ),
        ("-", [], []),
        ("k. A.", [], []),
        ("", [], []),
    ],
)
def test_contacts_of_a_cell(text: str, links: list[str], said: list[str]) -> None:
    assert values(read_contacts(cell(text, *links), CALLING)) == said


def test_a_struck_cell_says_nothing() -> None:
    found = read_contacts(cell("07161 650-123", struck=True), CALLING)
    assert values(found) == []
    assert [finding.code for finding in found.findings] == ["struck"]


def test_text_and_link_differ() -> None:
    found = read_contacts(cell("eva@stadt.example", "mailto:uwe@stadt.example"), CALLING)
    assert values(found) == ["eva@stadt.example"]
    assert [(f.code, f.details) for f in found.findings] == [("link_differs", (("link", "uwe@stadt.example"),))]
