"""The address among the other lines of a cell."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.cell_address import take_address, with_address_apart
from pipeline.extract.layout import Cell
from pipeline.model import Address, Where

ADDRESS = Address("Hauptstr. 5", "73033", "Göppingen")


@pytest.mark.parametrize(
    ("lines", "rest"),
    [
        (["Frau Eva Muster", "Hauptstr. 5, 73033 Göppingen"], ["Frau Eva Muster", ""]),
        (["Frau Eva Muster", "Hauptstr. 5", "73033 Göppingen"], ["Frau Eva Muster", "", ""]),
        (["Hauptstr. 5, 73033 Göppingen", "Frau Eva Muster"], ["", "Frau Eva Muster"]),
    ],
)
def test_the_other_lines_keep_their_places(lines: list[str], rest: list[str]) -> None:
    left, found = take_address(lines, Cell("\n".join(lines), Where()))
    assert left == rest
    assert found is not None
    assert found.value == ADDRESS


def test_without_an_address_all_lines_are_left() -> None:
    assert take_address(["Frau Eva Muster", "Zimmer 12"], Cell("", Where())) == (["Frau Eva Muster", "Zimmer 12"], None)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("05141 12-11\nHauptstr. 5\n73033 Göppingen", "05141 12-11\n\n"),
        ("Hauptstr. 5, 73033 Göppingen, 05141 12-11", "05141 12-11"),
        ("29221 Sekretariat\n05141 12-11", None),
        ("05141 29221 Zentrale", None),
    ],
)
def test_a_postcode_is_one_behind_a_street(text: str, rest: str | None) -> None:
    cell, address = with_address_apart(Cell(text, Where()))
    assert cell.text == (text if rest is None else rest)
    assert (address and address.value) == (None if rest is None else ADDRESS)
