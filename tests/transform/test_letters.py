"""Parts of the alphabet."""

from __future__ import annotations

import pytest

from pipeline.transform.letters import are_letters, says_letters

LETTERS = ["A", "A-D", "A–K", "S, Sch, St", "Km – R", "A bis K", "A - D, Sch", "E - Z (ohne Sch)", "A, B und D"]


@pytest.mark.parametrize("text", LETTERS)
def test_letters(text: str) -> None:
    assert are_letters(text)
    assert says_letters(f"Buchstaben {text}")


@pytest.mark.parametrize("text", ["Amt", "AG", "Au", "B 27", "Haus A", "Bad Urach", "Di, Do", ""])
def test_other_words(text: str) -> None:
    assert not are_letters(text)


@pytest.mark.parametrize("text", ["zuständig für die Buchstaben S, T", "Nachnamen A–K", "Familienname mit A bis L"])
def test_whom_somebody_is_for(text: str) -> None:
    assert says_letters(text)


@pytest.mark.parametrize("text", ["Buchstaben lernen", "Namen", "Buchstaben A–K: Frau Muster", "Wohngeld A–K"])
def test_other_words_about_letters(text: str) -> None:
    assert not says_letters(text)
