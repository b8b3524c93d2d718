"""Headings that say in which order the parts of a name are written, and those of two rows."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.heading_order import above_name, before_name_order, family_first


@pytest.mark.parametrize(
    ("heading", "first"),
    [
        ("Name, Vorname", True),
        ("Kontaktperson (Nachname, Vorname)", True),
        ("Vor- und Zuname", False),
        ("Name (Vorname Nachname)", False),
        ("Name", False),
    ],
)
def test_which_part_of_a_name_is_written_first(heading: str, first: bool) -> None:
    assert family_first(heading) == first


@pytest.mark.parametrize(
    ("heading", "before"),
    [
        ("Beauftragte/r (Vor- und Nachname)", "Beauftragte/r"),
        ("Hausmeister Name", "Hausmeister"),
        ("Name", "Name"),
        ("Leitung", "Leitung"),
    ],
)
def test_what_stands_before_the_order_of_a_name(heading: str, before: str) -> None:
    assert before_name_order(heading) == before


def test_a_word_for_a_person_adds_nothing_to_a_function() -> None:
    assert above_name("Koordination Ansprechpartner/in") == "Koordination"
