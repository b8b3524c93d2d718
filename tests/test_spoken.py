"""What the commands say is said in both languages, with the same values."""

from __future__ import annotations

import string

import pytest

from pipeline.spoken import SPOKEN, spoken


def values_of(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", SPOKEN)
def test_both_languages_say_the_same_values(key: str) -> None:
    german, english = SPOKEN[key]
    assert values_of(german) == values_of(english)


def test_a_sentence_has_its_values_in_the_language_asked_for() -> None:
    assert spoken("approved", name="00002") == "00002 ist veröffentlicht."
    assert spoken("approved", "en", name="00002") == "00002 is published."
