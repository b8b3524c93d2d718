"""Whether words stood in a text that nobody has any more."""

from __future__ import annotations

import pytest

from pipeline.transform.imprint import imprint, stood

PAGE = imprint("igs wuemmetal schulleitung jan kroeger telefon 04261 380 22")


@pytest.mark.parametrize("text", ["IGS Wümmetal", "Schulleitung", "", "Jan Kröger, Schulleitung"])
def test_words_that_stood_there(text: str) -> None:
    assert stood(text, PAGE)


@pytest.mark.parametrize("text", ["Oberschule", "IGS Sottrum", "Schulleitungen"])
def test_words_that_did_not(text: str) -> None:
    assert not stood(text, PAGE)


def test_nothing_of_it_can_be_read_and_the_order_is_gone() -> None:
    assert imprint("anna berta") == imprint("berta anna anna")
    assert imprint("") == ""
    assert len(imprint(" ".join(map(str, range(3000))))) < 8500
