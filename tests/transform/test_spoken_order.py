"""Names that were turned round only because their last word is a given name, too."""

from __future__ import annotations

import pytest

from pipeline import display
from pipeline.transform.name import parse_name
from pipeline.transform.spoken_order import to_turn_back, turned_back

SPOKEN = ("Anna Müller", "Peter Kaiser")
SORTED = ("Brotbeck Anna", "Kaiser Peter")


@pytest.mark.parametrize(
    ("others", "text", "given"),
    [
        (SPOKEN, "Yared Dawit", "Yared"),
        (SPOKEN, "Frau Dr. Anna Stock", "Anna"),
        (SPOKEN, "TESFAYE Anna", "Anna"),  # capitals are no guess
        (SPOKEN, "Hartmann Anna", "Anna"),  # formed like a family name
        (SPOKEN, "Kaya Ali", "Kaya"),  # both are family names
        (SPOKEN[:1], "Yared Dawit", "Dawit"),  # one name shows no order
        (SORTED, "Yared Dawit", "Dawit"),
    ],
)
def test_what_all_others_show(others: tuple[str, ...], text: str, given: str) -> None:
    read = {name: parse_name(name) for name in (*others, text)}
    turned = to_turn_back([(name, found.name, found.steps) for name, found in read.items()])
    shown = [found.name for found in read.values()]
    for number in turned:
        shown[number], _ = turned_back(shown[number], ())
    assert shown[-1].given == given
    assert [display.name(name) for name in shown[:-1]] == [display.name(read[name].name) for name in others]


def test_a_name_that_is_turned_back_was_not_turned_round() -> None:
    found = parse_name("Yared Dawit")
    name, steps = turned_back(found.name, found.steps)
    assert (name.given, name.family, steps) == ("Yared", "Dawit", ())
