"""Numbers of one cell as a list."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.listed_numbers import with_lines_going_on, without_list_signs
from pipeline.extract.layout import Cell
from pipeline.model import Where


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("1. 05141 12-34\n2. 05141 12-35", "05141 12-34\n05141 12-35"),
        ("1) 05141 12-34 2) 05141 12-35", "05141 12-34 05141 12-35"),
        ("05141 12-34 + 05141 12-35", "05141 12-34 / 05141 12-35"),
        ("05141 12-34 + -35", "05141 12-34 / -35"),
        ("+49 5141 12-34", "+49 5141 12-34"),
        ("05141 12-34 + 35", "05141 12-34 + 35"),
        ("2. OG, 05141 12-34", "2. OG, 05141 12-34"),
    ],
)
def test_signs_of_a_list_are_no_part_of_a_number(text: str, bare: str) -> None:
    assert without_list_signs(Cell(text, Where())).text == bare


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("05141 12-34\n35\n36", "05141 12-34\n-35\n-36"),
        ("05141 12-34\n\n35", "05141 12-34\n\n-35"),
        ("05141 12-34\n123", "05141 12-34\n123"),  # a room perhaps
        ("05141 1234\n35", "05141 1234\n35"),
        ("35\n05141 12-34", "35\n05141 12-34"),
    ],
)
def test_a_durchwahl_alone_goes_on_from_the_number_above_it(text: str, whole: str) -> None:
    assert with_lines_going_on(Cell(text, Where())).text == whole
