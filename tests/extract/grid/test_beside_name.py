"""What stands beside a name in its line."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.beside_name import (
    office_beside,
    role_beside,
    without_room,
    without_vacancy,
    words_of_vacancy,
)
from pipeline.extract.layout import Cell
from pipeline.model import Where

HERE = Cell("", Where())


@pytest.mark.parametrize(
    ("rest", "role", "org"),
    [
        ("|(Leitung)", "Leitung", None),
        ("|– Sozialamt", None, "Sozialamt"),
        ("|, Leitung, Sozialamt", "Leitung", "Sozialamt"),
        ("|, Sozialamt Zimmer 12", None, "Sozialamt"),
        ("|, montags", None, None),
    ],
)
def test_function_and_office(rest: str, role: str | None, org: str | None) -> None:
    said = role_beside(rest, HERE), office_beside(rest, HERE)
    assert tuple(reading and reading.value for reading in said) == (role, org)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("N. N.", ""),
        ("N. N. (Leitung)", "Leitung"),
        ("Lotsin: derzeit unbesetzt", "Lotsin"),
        ("Frau Eva Muster", None),
        ("Stelle vakant, Vertretung: Frau Eva Muster", None),
    ],
)
def test_a_post_that_nobody_has(text: str, words: str | None) -> None:
    assert words_of_vacancy(text) == words


def test_words_that_say_nothing_of_a_person() -> None:
    assert without_vacancy("vakant, Vertretung: |") == ", Vertretung: |"
    assert without_room("Sozialamt, Zimmer 12") == "Sozialamt"
