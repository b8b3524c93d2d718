"""Area code, what stands before a Durchwahl, and the Durchwahl, each in a column of its own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.model import Rules
from tests.sheets.made import book, read, shown


def in_three(heading: str, *rows: Sequence[object], code: str = "Vorwahl") -> list[str]:
    return shown(read(book([["Name", code, heading, "DW", "Fax-DW"], *rows]), rules=Rules()))


EVA, IDA, UWE = ("Eva Muster", 6841, 101, 671, 676), ("Ida Probe", "06841", 101, 140), ("Uwe Blum", 6894, 13, 138)


@pytest.mark.parametrize("heading", ["Amtsnr.", "Anschluss-Kz.", "Basis", "", "Stamm"])
@pytest.mark.parametrize("code", ["Vorwahl", "Netz", "ON-Kz."])
def test_what_is_one_and_the_same_in_each_town_stands_before_the_durchwahl(heading: str, code: str) -> None:
    assert in_three(heading, EVA, IDA, UWE, code=code) == [
        "Eva Muster: +496841101671, f+496841101676",
        "Ida Probe: +496841101140",
        "Uwe Blum: +49689413138",
    ]


@pytest.mark.parametrize("heading", ["Amtsnr.", "Trakt", "Basis"])
@pytest.mark.parametrize(
    "rows",
    [
        [EVA, UWE],  # each town once: nothing tells
        [EVA, IDA],  # one town
        [EVA, ("Ida Probe", 6841, 102, 140), UWE],  # rooms
        [EVA, IDA, ("Uwe Blum", 6894, 101, 138)],  # the same department in two towns
        [EVA, IDA, ("Uwe Blum", 6894, "H 3", 138)],
    ],
)
def test_digits_before_a_durchwahl_that_may_be_something_else_are_not_dialled(
    heading: str, rows: Sequence[Sequence[object]]
) -> None:
    assert not any("+" in line for line in in_three(heading, *rows))


def test_rooms_without_a_heading_are_not_dialled() -> None:
    rows = [EVA, ("Ida Probe", 6841, 102, 140), ("Uwe Blum", 6894, 130, 138)]
    assert not any("+" in line for line in in_three("", *rows))


@pytest.mark.parametrize("heading", ["Haus", "Zimmer", "Flur", "Gebäude", "Amt Nr."])
def test_what_a_heading_calls_a_room_is_not_dialled_though_it_is_the_same_in_each_town(heading: str) -> None:
    assert not any("+" in line for line in in_three(heading, EVA, IDA, UWE))
