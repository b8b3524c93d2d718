"""Names that were turned round only because their last word is a given name, too."""

from __future__ import annotations

import pytest

from pipeline import display
from pipeline.transform.name import parse_name
from pipeline.transform.spoken_order import to_turn, to_turn_back, turned, turned_back

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


@pytest.mark.parametrize(
    ("others", "text", "given"),
    [
        (SORTED, "Kersting Ludwig", "Ludwig"),  # both may be family names, and only the last a given one
        (SORTED, "Frau Dr. Kersting Ludwig", "Ludwig"),
        (SORTED, "Peter Ludwig", "Peter"),  # somebody is called by the first word
        (SORTED, "Kersting Tannau", "Kersting"),
        (SORTED[:1], "Kersting Ludwig", "Kersting"),
        (SPOKEN, "Kersting Ludwig", "Kersting"),
        ((*SORTED, *SPOKEN), "Kersting Ludwig", "Kersting"),
    ],
)
def test_the_last_of_a_list_that_is_sorted_by_family_names(others: tuple[str, ...], text: str, given: str) -> None:
    read = {name: parse_name(name) for name in (*others, text)}
    numbers = to_turn([(name, found.name, found.steps) for name, found in read.items()])
    found = read[text]
    name, steps = turned(found.name, found.steps) if numbers == [len(others)] else (found.name, found.steps)
    assert numbers in ([], [len(others)])
    assert name.given == given
    assert any(step.rule == "name_family_first" for step in steps) == bool(numbers)
