"""Which Durchwahl without its main number another source answers, and which stays a question to staff."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.core.answered import about, answers, noted_of, parts_of, unanswered
from pipeline.model import Contact, Entry, Finding, Identity, Observation, PersonName, Phone, Where
from tests.core.district import person

EVA, TIM = person("Frau Dr. Eva Müller", "1234"), person("Tim Kaiser", "1235")
SAID = (Observation("sheet", replace(EVA, phones=()), where=Where(sheet="Liste", cell="B5")),)


def finding(text: str, cell: str = "D5", code: str = "extension_without_main") -> Finding:
    return Finding(code, "warning", text, Where(sheet="Liste", cell=cell), "sheet")


def identity(uid: str, contact: Contact, *said: Observation, departed: int | None = None) -> Identity:
    return Identity(Entry(uid, contact), (Observation("page", contact), *said), departed)


@pytest.mark.parametrize(
    ("phone", "said", "answered"),
    [
        (Phone("voice", "+4971139021234", "1234"), "1234", True),
        (Phone("voice", "+4971139021234", "1234"), "-1234", True),
        (Phone("voice", "+4971139021234", "1234"), "DW 12 34", True),
        (Phone("voice", "+4971139021234", "1234"), "3902-1234", True),
        (Phone("voice", "+4971139021234", "1234"), "71139021234", True),  # the sheet has lost the zero
        (Phone("voice", "+4971139021234"), "1234", True),
        (Phone("fax", "+4971139021234", "1234"), "1234", True),
        (Phone("voice", "+4971139021234", "1234"), "1235", False),
        (Phone("voice", "+4971139021234", "1234"), "234", False),  # her Durchwahl is another one
        (Phone("voice", "+4971139021234"), "4", False),  # a tenth of all numbers ends so
        (Phone("voice", "+4971139021234", "1234"), "1234/1235", False),
        (Phone("voice", "+4971139021234", "1234"), "1234 oder 1299", False),
        (Phone("voice", "+4971139021234", "1234"), "", False),
    ],
)
def test_a_number_answers_its_own_last_digits(phone: Phone, said: str, answered: bool) -> None:
    known = identity("1", replace(EVA, phones=(phone,)), *SAID)
    assert answers(known, finding(said)) == answered
    left = tuple(unanswered(about((finding(said),), SAID), (known,)))
    assert left == (() if answered else (finding(said),))


@pytest.mark.parametrize(
    "cell_or_code",
    [
        {"cell": "D6"},  # another row
        {"code": "phone_truncated"},
        {"code": "not_understood"},
    ],
)
def test_other_findings_stay(cell_or_code: dict[str, str]) -> None:
    other = finding("1234", **cell_or_code)
    assert tuple(unanswered(about((other,), SAID), (identity("1", EVA, *SAID),))) == (other,)


def test_two_in_a_row_or_of_one_name_are_no_answer() -> None:
    both = (*SAID, Observation("sheet", replace(TIM, phones=()), where=Where(sheet="Liste", cell="C5")))
    assert about((finding("1234"),), both) == (finding("1234"),)
    twice = (identity("1", EVA, *SAID), identity("2", replace(EVA, municipality="Holzen"), *SAID))
    assert tuple(unanswered(about((finding("1234"),), SAID), twice)) == (finding("1234"),)


def test_whoever_left_or_is_not_named_by_the_list_answers_nothing() -> None:
    told = about((finding("1234"),), SAID)
    for known in (identity("1", EVA), identity("1", EVA, *SAID, departed=3)):
        assert tuple(unanswered(told, (known,))) == (finding("1234"),)


def test_a_row_of_a_table_is_a_row_too() -> None:
    row = "main > table:nth-of-type(1) > tr:nth-of-type(2)"
    seen = replace(SAID[0], where=Where(line=4, path=f"{row} > td:nth-of-type(1)"))
    cell = replace(finding("1234"), where=Where(line=5, path=f"{row} > td:nth-of-type(3)"))
    assert tuple(unanswered(about((cell,), (seen,)), (identity("1", EVA, seen),))) == ()


def test_what_it_is_about_is_known_for_explaining() -> None:
    told = about((finding("1234"), finding("77", cell="D9")), SAID)
    assert [f.text for f in parts_of(identity("1", EVA, *SAID), told)] == ["1234"]


def test_whom_nobody_may_know_is_not_noted() -> None:
    told = about((finding("1234"),), SAID)
    assert noted_of(told, SAID) == told
    assert noted_of(told, (replace(SAID[0], contact=Contact(PersonName("Kaiser", "Tim"))),)) == (finding("1234"),)
