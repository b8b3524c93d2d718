"""The address among the other lines of a cell."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.cell_address import take_address
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
