"""`Telefon` over `Telefax`: which of them a number is, nobody knows where people take one row each."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.columns import read_grid
from pipeline.extract.grid.contradicting_heads import contradict
from pipeline.model import Rules
from pipeline.transform.phone import Dialing
from tests.extract.grid.test_columns import contacts, grid


@pytest.mark.parametrize(
    ("above", "below", "open_kind"),
    [
        (["Telefon", "E-Mail"], ["Telefax", "Internet"], True),
        (["Mobil", "E-Mail"], ["Fax", ""], True),
        (["Telefon", "E-Mail"], ["Mobil", "Internet"], False),
        (["Telefon", ""], ["Fax", "Mobil"], False),  # a group over both
        (["Fax", "Telefon"], ["", ""], False),
    ],
)
def test_headings_of_one_number(above: list[str], below: list[str], open_kind: bool) -> None:
    assert contradict(grid(above, below).rows, 0) is open_kind


HEADS = (["Name", "Telefon", "E-Mail"], ["Vertretung", "Telefax", "E-Mail"])


def test_a_number_of_no_known_kind_is_a_finding() -> None:
    eva, ida = (["Frau Eva Muster", "05141 12-34", "muster@celle.example"], ["Frau Ida Probe", "05141 12-35", ""])
    found = read_grid(grid(*HEADS, eva, ida), Rules(), Dialing())
    assert found
    assert [(f.code, f.text) for f in found.findings] == [("unknown_column", "Telefon Telefax")]
    assert contacts(grid(*HEADS, eva, ida)) == ["Frau Eva Muster: muster@celle.example", "Frau Ida Probe"]


def test_two_lines_in_a_cell_are_one_of_each() -> None:
    eva = ["Frau Eva Muster", "05141 12-34\n05141 12-35", "muster@celle.example"]
    lines = contacts(grid(["Name", "Telefon", "E-Mail"], ["", "Telefax", ""], eva))
    assert lines == ["Frau Eva Muster: +4951411234, f+4951411235, muster@celle.example"]
