"""Numbers without a label, which only the whole page explains."""

from __future__ import annotations

import pytest

from pipeline.extract.page.unlabelled import behind_colons, behind_names, is_open, under_main
from pipeline.transform.phone import Dialing

HERE = Dialing(announced="07123")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Eva Muster, -88", True), ("Eva Muster 56-3100", True), ("Eva Muster", False), ("73033 Göppingen", False)],
)
def test_a_line_that_may_lack_its_main_number(text: str, expected: bool) -> None:
    assert is_open(text) is expected


def test_a_number_under_the_only_main_number_of_the_page() -> None:
    assert [one.phone.e164 for one in under_main("Eva Muster, -88", Dialing(), "+497123940")] == ["+49712394088"]
    assert under_main("Eva Muster, -88", Dialing(), None) == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Eva Muster, 4 10 95", ["+49712341095"]),
        ("Eva Muster, 73033", []),
        ("Blumenwiese, 4 10 95", []),
    ],
)
def test_behind_names(text: str, numbers: list[str]) -> None:
    found = behind_names(text, HERE)
    assert [one.phone.e164 for one in found] == numbers
    assert all(text[one.start : one.end] == "4 10 95" for one in found)
    assert behind_names(text, Dialing()) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("Sozialamt: 6 20 40", ["+49712362040"]), ("Sozialamt: 2025", []), ("Uhrzeit: 6 20 40", [])],
)
def test_behind_colons(text: str, numbers: list[str]) -> None:
    assert [one.phone.e164 for one in behind_colons(text, HERE)] == numbers
    assert behind_colons(text, Dialing()) == []
