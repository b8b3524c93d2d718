"""Plain names are read in a short way; what they say must be what the general rules say."""

from __future__ import annotations

from itertools import product

import pytest

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.items import read_items
from pipeline.extract.page.whole_lines import whole_line
from pipeline.transform.name_plain import plain_name
from pipeline.transform.names import names_in
from pipeline.transform.vocabulary import vocabulary

LISTS = ("given_names", "surnames", "never_names", "offices", "roles", "topics")
FIRST = ("Eva", "Hans-Peter", "Mai", "Graf", "Frau", "Dekan", "Familie", "Thi", "Nguyen", "April", "Sie", "Eva-Maria")
LAST = ("Muster", "Post", "Link", "Graf", "Von", "Van", "Do", "Thi", "Frei", "Montag", "Zeit", "Fax", "Muster-Beispiel")


def written(name: str) -> list[str]:
    """Some words of a list, as they stand in a name."""
    words = sorted(vocabulary(name).words)
    return [word.title() for word in words[:: max(1, len(words) // 150)]]


@pytest.mark.parametrize("name", LISTS)
def test_a_plain_name_is_what_the_general_rules_read(name: str) -> None:
    plain = 0
    for given, family in product((*FIRST, *written("given_names")[:40]), (*LAST, *written(name))):
        text = f"{given} {family}"
        if (short := plain_name(text)) is not None:
            plain += 1
            assert (short,) == names_in(text), text
            assert whole_line(0, text, "") is None, text
    assert plain > 40


@pytest.mark.parametrize("given", written("given_names"))
def test_every_given_name(given: str) -> None:
    for family in LAST:
        text = f"{given} {family}"
        if (short := plain_name(text)) is not None:
            assert (short,) == names_in(text), text


@pytest.mark.parametrize(
    "text", ["Eva  Muster", "Eva Muster ", "EVA MUSTER", "Dr. Eva Muster", "Eva von Muster", "Graf Muster"]
)
def test_what_is_unusual_is_left_to_the_general_rules(text: str) -> None:
    assert plain_name(text) is None


def test_a_line_is_the_person_alone() -> None:
    (items,) = read_items([Line("Eva Muster", Box("p"))], [[]])
    assert [(item.kind, item.text, item.whole) for item in items] == [("name", "Eva Muster", True)]
