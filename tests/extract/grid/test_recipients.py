"""Lists of recipients as mail programs write them."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.recipients import recipients_in, with_recipients_apart
from pipeline.extract.layout import Cell
from pipeline.model import Where

EVA, UWE = "Eva Kling <kling@celle.example>", '"Blum, Uwe" <blum@celle.example>'
HOUSE = "Rathaus Celle <info@celle.example>"


def apart(*texts: str) -> list[list[str]]:
    """The rows that become of one."""
    row = [Cell(text, Where()) for text in texts]
    return [[cell.text for cell in each] for each in with_recipients_apart([row])]


@pytest.mark.parametrize("between", ["; ", ",", "\n", ";\n"])
def test_each_recipient_with_whom_it_names(between: str) -> None:
    text = between.join([EVA, UWE, "info@celle.example"])
    assert recipients_in(text) == [(EVA, "Eva Kling"), (UWE, "Blum, Uwe"), ("info@celle.example", "")]


@pytest.mark.parametrize(
    "text",
    [
        EVA,
        f"{EVA}; Tel. 05141 12-11",
        "kling@celle.example; blum@celle.example",  # whose they are, another column says
        "Eva Kling, Tel. 05141 12-11 <kling@celle.example> oder Uwe Blum",
    ],
)
def test_anything_else_stays_as_it_is(text: str) -> None:
    assert recipients_in(text) == []


def test_people_line_by_line_and_everybody_else_in_a_row_of_its_own() -> None:
    assert apart("Celle", f"{HOUSE}; {EVA}; {UWE}") == [["Celle", f"{EVA}\n{UWE}"], ["Celle", HOUSE]]


def test_whose_a_number_beside_them_is_only_the_whole_row_says() -> None:
    assert apart("05141 12-11", f"{EVA}; {HOUSE}") == [["05141 12-11", f"{EVA}; {HOUSE}"]]


def test_in_the_only_column_everybody_stands_alone() -> None:
    assert apart(f"{EVA}; {UWE}") == [[EVA], [UWE]]


def test_a_row_that_names_somebody_stays_one() -> None:
    mails = "Muster, Eva <muster@celle.example>; Sozialamt <sozialamt@celle.example>"
    assert apart("Eva Muster", mails) == [["Eva Muster", mails]]
