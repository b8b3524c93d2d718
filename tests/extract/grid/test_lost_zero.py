"""A zero that a spreadsheet has lost comes back only where it is proven."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.grid.lost_zero import area_codes, restore, restore_code, restore_parted

NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("cell", "codes", "text"),
    [
        ("7161650123", NONE, "07161650123"),  # ten digits: no local number is as long
        ("1713920014", NONE, "01713920014"),
        ("17604069014", NONE, "017604069014"),
        ("497161650124", NONE, "+497161650124"),
        ("4917604069014", NONE, "+4917604069014"),
        ("716165012", frozenset({"07161"}), "0716165012"),  # the list has this area code
        ("716265012", frozenset({"07161"}), "0716265012"),  # a neighbour of it
        ("650123", NONE, "650123"),  # short: a local number
        ("07161650123", NONE, "07161650123"),
        ("07161 650-123", NONE, "07161 650-123"),
    ],
)
def test_restored(cell: str, codes: frozenset[str], text: str) -> None:
    found = restore(cell, codes)
    assert (found.text, found.problem) == (text, None)


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("716165012", "zero_unproven"),
        ("999999999999999", "zero_unproven"),
        ("1234567890", "zero_unproven"),
        ("7,16165E+09", "digits_lost"),
        ("7.1E+10", "digits_lost"),
        ("7161,65012", "digits_lost"),
    ],
)
def test_not_restored(cell: str, problem: str) -> None:
    assert restore(cell, NONE).problem == problem
    assert restore(cell, NONE).text == ""


@pytest.mark.parametrize(
    ("cell", "codes", "text"),
    [
        ("7162/53-22", frozenset({"07161"}), "07162/53-22"),  # a neighbour of one that the list has
        ("7161 / 65 01 23", NONE, "07161 / 65 01 23"),
        ("7162/53-22", NONE, None),
        ("7162/53-22", frozenset({"0381"}), None),
        ("71625/322", frozenset({"07161"}), None),
        ("7162/7163", frozenset({"07161"}), None),  # two local numbers
        ("07162/53-22", frozenset({"07161"}), None),
        ("7162 5322", frozenset({"07161"}), None),
    ],
)
def test_a_zero_that_somebody_has_left_out_before_a_slash(cell: str, codes: frozenset[str], text: str | None) -> None:
    found = restore_parted(cell, codes)
    assert (found.text if found else None) == text


@given(st.integers(min_value=0, max_value=10**16))
def test_digits_are_never_changed(number: int) -> None:
    found = restore(str(number), frozenset({"07161", "0711"}))
    assert found.text in ("", str(number), f"0{number}", f"+{number}")
    assert (found.step is None) == (found.text in ("", str(number)))


def test_area_codes_of_a_list() -> None:
    texts = ["07161 650-123", "07162/961-14", "+49 7331 24-0", "0711", "7163761282", "1713920014", "650"]
    assert area_codes(texts, "0716") == {"07161", "07162", "07331", "0711", "07163", "0716"}


@pytest.mark.parametrize(
    ("text", "code", "changed"),
    [
        ("07161", "07161", False),
        ("7161", "07161", True),
        ("(07161)", "07161", False),
        ("+49 7161", "07161", False),
        ("0049 7161", "07161", False),
        ("x", "x", False),
        ("", "", False),
    ],
)
def test_area_code_columns(text: str, code: str, changed: bool) -> None:
    found, step = restore_code(text)
    assert (found, step is not None) == (code, changed)


@pytest.mark.parametrize(
    ("texts", "proven"),
    [
        (["7113020744", "7113353188", "702553146"], True),
        (["7113020744", "7113353188", "17604069140", "702553146"], True),
        (["7113020744", "702553146"], False),
        (["7113020744", "7113353188", "558830", "702553146"], False),  # some have no area code
        (["7113020744", "7113353188", "702553146", "702189645", "716238122", "716352208"], False),
        (["17604069140", "17604069141", "702553146"], False),
    ],
)
def test_a_list_that_has_all_its_area_codes_proves_those_of_its_short_numbers(texts: list[str], proven: bool) -> None:
    restored = restore("702553146", area_codes(texts, None))
    assert (restored.step is not None) == proven
