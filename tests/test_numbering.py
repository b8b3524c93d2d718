"""The German numbering plan: which codes exist and how long numbers are."""

from __future__ import annotations

import pytest

from pipeline import numbering


def test_all_area_codes_are_there() -> None:
    codes = numbering.area_codes()
    assert len(codes) > 5000
    assert {"30", "711", "7161", "33201", "2129"} <= codes
    assert all(2 <= len(code) <= 5 and code[0] != "0" and code[0] != "1" for code in codes)


@pytest.mark.parametrize(
    ("nsn", "code"),
    [
        ("71188402310", "711"),
        ("7161558830", "7161"),
        ("3320112", "33201"),
        ("30123456", "30"),
        ("2129123", "2129"),
        ("2121234", "212"),
        ("15144209117", "151"),
        ("1713920001", "171"),
        ("1805550100", "1805"),
        ("9001123456", "9001"),
        ("8005550100", "800"),
        ("32221123456", "32"),
        ("70012345678", "700"),
        ("1", None),
        ("17", None),
        ("118", None),
        ("180", None),
        ("999123", None),
        ("7", None),
        ("", None),
    ],
)
def test_code_of(nsn: str, code: str | None) -> None:
    assert numbering.code_of(nsn) == code


@pytest.mark.parametrize(
    "nsn",
    [
        "7112160",
        "711884052310",
        "5345819",
        "1713920001",
        "17604069001",
        "15144209117",
        "8005550100",
        "7161205530",
        "6631116154",
        "7071118546",
    ],
)
def test_whole_numbers(nsn: str) -> None:
    assert numbering.is_number(nsn)


@pytest.mark.parametrize(
    "nsn",
    [
        "711884",  # too few digits for a short area code
        "716120",
        "7110123456",  # no subscriber number begins with 0
        "711115",  # the short code with an area code
        "711116117",
        "71111833",
        "71188402310231023",  # longer than E.164 allows
        "151442091",
        "171392000123",
        "800555",
        "99912345",
        "7161٢٠٥٥",
        "711 8840",
        "",
    ],
)
def test_no_numbers(nsn: str) -> None:
    assert not numbering.is_number(nsn)


@pytest.mark.parametrize("digits", ["110", "112", "115", "116117", "116016", "11833", "118000"])
def test_short_codes(digits: str) -> None:
    assert numbering.is_short_code(digits)


@pytest.mark.parametrize("digits", ["111", "1161", "558830", "19222", ""])
def test_no_short_codes(digits: str) -> None:
    assert not numbering.is_short_code(digits)


@pytest.mark.parametrize("written", ["0711", "711", "+49 711", "0049 711", "(0711)", "+49 (0) 711", " 07 11 "])
def test_an_area_code_in_any_spelling(written: str) -> None:
    assert numbering.national(written) == "0711"


@pytest.mark.parametrize("written", [None, "", "0", "0712", "Stuttgart", "+43 5574"])
def test_no_area_code(written: str | None) -> None:
    assert numbering.national(written) is None


def test_places_and_others() -> None:
    assert numbering.is_geographic("7118840")
    assert not numbering.is_geographic("1713920001")
    assert not numbering.is_geographic("8005550100")
    assert numbering.is_mobile("15144209117")
    assert not numbering.is_mobile("1645")


def test_the_longest_area_code_counts() -> None:
    assert numbering.area_of("2129345") == "2129"  # Haan; Solingen (0212) has no number that begins with 9
