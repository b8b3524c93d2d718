"""A deputy by the words that say so: alone, at the beginning of a function, or anywhere in a heading."""

from __future__ import annotations

import re

import pytest

from pipeline.transform.deputies import ANNOUNCED, deputises, fills_in, is_deputy, stands_in


@pytest.mark.parametrize(
    ("text", "whole", "begins", "somewhere"),
    [
        ("Vertretung", True, True, True),
        ("In Vertretung", True, True, True),
        ("Stellvertretung Kasse", False, True, True),
        ("Stellvertretender Leiter", False, True, True),
        ("Stellv. Leiterin", False, True, True),
        ("vertreten durch", False, False, True),
        ("Tel. Stv.", False, False, True),
        ("Ersatz", False, False, True),
        ("Vertrieb", False, False, False),
        ("Leitung", False, False, False),
    ],
)
def test_what_says_that_somebody_is_a_deputy(text: str, whole: bool, begins: bool, somewhere: bool) -> None:
    assert (is_deputy(text), stands_in(text), deputises(text)) == (whole, begins, somewhere)


@pytest.mark.parametrize(
    ("text", "announced"),
    [("Vertretung: Uwe Beispiel", True), ("Stv. Uwe Beispiel", True), ("vertretende Leiterin", False)],
)
def test_a_noun_announces_a_deputy_and_an_adjective_does_not(text: str, announced: bool) -> None:
    assert bool(re.match(ANNOUNCED, text, re.IGNORECASE)) == announced


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Elternzeitvertretung", True),
        ("Krankheitsvertretung", True),
        ("Stellvertretung", False),
        ("Schülervertretung", False),
        ("Elternzeitvertretung Kasse", False),
    ],
)
def test_for_whose_absence_somebody_is_there_is_no_function(text: str, only: bool) -> None:
    assert fills_in(text) == only
