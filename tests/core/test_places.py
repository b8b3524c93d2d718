"""Which bare headings are the municipality of the people below them, because other words prove it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.core.places import PLACE, placed
from pipeline.model import Contact, Observation, Raw, Reading, Step
from tests.core.district import person


def below(heading: str, name: str = "Eva Müller", source: str = "page") -> Observation:
    """Somebody below a heading that may be a town."""
    return Observation(source, person(name, town=None), (Reading(PLACE, heading, Raw(heading)),))


def listed(*towns: str) -> list[Observation]:
    return [Observation("sheet", person("Tim Kaiser", town=town)) for town in towns]


def towns(*said: Observation, before: tuple[Contact, ...] = ()) -> list[str | None]:
    return [seen.contact.municipality for seen in placed(said, before) if seen.source == "page"]


@pytest.mark.parametrize(
    ("headings", "known", "read"),
    [
        (["Fronhausen", "Kirchhain"], ["Fronhausen", "Kirchhain"], ["Fronhausen", "Kirchhain"]),
        (["Fronhausen", "Kirchhain", "Neu-Lohra"], ["Fronhausen; Kirchhain"], ["Fronhausen", "Kirchhain", "Neu-Lohra"]),
        (["FRONHAUSEN", "Kirchhain"], ["Fronhausen", "Kirchhain"], ["Fronhausen", "Kirchhain"]),
        (["Altdorf"], ["Altdorf"], [None]),  # one alone may be a family name
        (["Altdorf", "Wendlingen", "Blum", "Beck", "Lang"], ["Altdorf", "Wendlingen"], [None] * 5),
        (["Fronhausen", "Kirchhain"], ["Fronhausen"], [None, None]),
        (["Fronhausen", "Kirchhain"], [], [None, None]),
    ],
)
def test_most_of_what_stands_so_on_a_page_has_to_be_known(
    headings: list[str], known: list[str], read: list[str | None]
) -> None:
    assert towns(*map(below, headings), *listed(*known)) == read
    before = tuple(seen.contact for seen in listed(*known))
    assert towns(*map(below, headings), before=before) == read


def test_what_a_page_says_itself_holds() -> None:
    said = below("Fronhausen")
    said = replace(said, contact=replace(said.contact, municipality="Lohra"))
    assert placed((said, below("Kirchhain"), *listed("Fronhausen", "Kirchhain")), ())[0] == said


def test_the_step_is_told() -> None:
    first, *_ = placed((below("Fronhausen"), below("Kirchhain"), *listed("Fronhausen", "Kirchhain")), ())
    step = Step("municipality_known", "Fronhausen", "Fronhausen")
    assert first.readings[-1] == Reading("municipality", "Fronhausen", Raw("Fronhausen"), (step,))


def test_without_such_headings_nothing_is_touched() -> None:
    said = tuple(listed("Fronhausen"))
    assert placed(said, ()) == said
