"""Local numbers whose area code stands once: in a title, a note or the heading; with two of them they are findings."""

from __future__ import annotations

import pytest

from pipeline.model import Rules
from tests.sheets.made import book, codes, read, shown

HEAD = ["Name", "Gemeinde", "Telefon", "E-Mail"]
LOCAL = [
    ["Kling, Eva", "Pfarrkirchen", "306-142", "kling@hk.example"],
    ["Blum, Uwe", "Pfarrkirchen", "98 27 14", "blum@hk.example"],
    ["Kolb, Ida", "Eggenfelden", "08721 708-55", "kolb@hk.example"],
    ["Wirt, Udo", "Postmünster", "4419", "wirt@hk.example"],
]
WHOLE = ["+498561306142", "+498561982714", "+49872170855", "+4985614419"]


def numbers(rows: list[list[str]]) -> list[str]:
    """The number of each person, `–` where there is none."""
    lines = [line.partition(": ")[2].split(", ") for line in shown(read(book(rows), rules=Rules()))]
    return [reached[0] if reached[0].startswith("+") else "–" for reached in lines]


@pytest.mark.parametrize(
    "rows",
    [
        [["Vorwahl, wenn nicht anders angegeben: 08561"], HEAD, *LOCAL],
        [["Vorwahl:", "08561"], HEAD, *LOCAL],
        [HEAD, *LOCAL, [], ["Vorwahl für Nummern, bei denen keine andere steht: 08561"]],
        [["Name", "Gemeinde", "Telefon (Vorwahl, falls nicht angegeben: 08561)", "E-Mail"], *LOCAL],
        [["Ortsnetz 08561"], ["Name", "Gemeinde", "Telefon (ohne Vorwahl)", "E-Mail"], *LOCAL],
    ],
)
def test_the_code_that_stands_once(rows: list[list[str]]) -> None:
    assert numbers(rows) == WHOLE


@pytest.mark.parametrize(
    "rows",
    [
        [["Vorwahl Pfarrkirchen: 08561"], ["Vorwahl Eggenfelden: 08721"], HEAD, *LOCAL],
        [["Vorwahl Pfarrkirchen 08561, Eggenfelden 08721"], HEAD, *LOCAL],
        [HEAD, *LOCAL, [], ["Vorwahl Pfarrkirchen 08561"], ["Vorwahl Eggenfelden 08721"]],
        [["Name", "Gemeinde", "Telefon ohne Vorwahl", "E-Mail"], *LOCAL],
    ],
)
def test_without_one_code_for_all_they_are_findings(rows: list[list[str]]) -> None:
    assert numbers(rows) == ["–", "–", WHOLE[2], "–"]
    assert [code.split()[0] for code in codes(read(book(rows), rules=Rules()))] == ["phone_no_area"] * 3


def test_area_codes_below_a_heading_that_names_both_are_codes() -> None:
    rows = [["Name", "Vorwahl Telefon", "Nummer"], ["Eva Kling", "08561", "306142"], ["Uwe Blum", "08721", "70855"]]
    assert numbers(rows) == ["+498561306142", "+49872170855"]
