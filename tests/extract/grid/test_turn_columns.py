"""Columns of numbers behind several people."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.turn_columns import with_numbers_in_turn
from pipeline.model import Where

PEOPLE = [("name", "Leitung", 0), ("name", "Kasse", 1)]
TEL, MAIL = ("phone", "Telefon", 1), ("email", "E-Mail", 1)


@pytest.mark.parametrize(
    ("heads", "groups"),
    [
        ([*PEOPLE, TEL, TEL], [0, 1, 0, 1]),
        ([*PEOPLE, TEL, TEL, MAIL, MAIL], [0, 1, 0, 1, 0, 1]),
        ([*PEOPLE, TEL, MAIL], [0, 1, 1, 1]),
        ([*PEOPLE, TEL, ("phone", "Telefon 2", 1)], [0, 1, 1, 1]),
        ([*PEOPLE, ("name", "Schrift", 2), ("phone", "Telefon", 2), ("phone", "Telefon", 2)], [0, 1, 2, 2, 2]),
        ([PEOPLE[0], ("phone", "Telefon", 0), PEOPLE[1], TEL], [0, 0, 1, 1]),
    ],
)
def test_each_in_turn(heads: list[tuple[str, str, int]], groups: list[int]) -> None:
    columns = [Column(at, field, heading, Where(), group) for at, (field, heading, group) in enumerate(heads)]
    assert [column.group for column in with_numbers_in_turn(columns)] == groups
