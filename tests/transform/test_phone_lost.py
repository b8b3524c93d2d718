"""A Durchwahl belongs to the number it stands behind: where that is not understood, to none."""

from __future__ import annotations

import pytest

from pipeline import display
from pipeline.transform.phone import Dialing, PhoneReading, read_phones


def reading(text: str, main: str | None = None) -> PhoneReading:
    return read_phones(text, Dialing(main=main))


def read(text: str, main: str | None = None) -> list[str]:
    return [display.phone(found.phone) for found in reading(text, main).found]


@pytest.mark.parametrize(
    "house",
    ["Haus A: 0228 71-0", "Altbau 0228/71-0", "Standort Nord (0228) 71-0", "Turm 3 – 0228 71-0", "+49 228 71-0"],
)
def test_a_short_exchange_needs_no_label(house: str) -> None:
    found = read(f"{house}, Frau Muster -4317\nHaus B: 0228 5581-0, Herr Beispiel -17")
    assert found == ["0228 71-0", "0228 71-4317", "0228 5581-0", "0228 5581-17"]


@pytest.mark.parametrize(
    "written",
    [
        "Aktenzeichen: 0228 71-0",
        "Abschnitt 0228-71-0",  # no hyphen stands where an area code ends
        "Spiel 02 28 71-0",
        "Tor 0228 71 - 0",
        "Haus A 0228 71-3",  # any figures
        "Block 0228.71-0",
    ],
)
def test_other_figures_are_no_exchange(written: str) -> None:
    assert not any(number.endswith("-0") for number in read(written))


LOST = [
    "Haus A: 0228 7-0",
    "Haus A: 0228 71-",
    "Haus A: 0228 7171-",
    "Haus A: 02281 9999999999-0",
    "Block B: 030 90-17",
    "Tel. 0228 71-000",
]


@pytest.mark.parametrize("house", LOST)
def test_a_durchwahl_behind_a_number_not_understood_is_of_no_other(house: str) -> None:
    assert read(f"{house}, Frau Muster -4317", "+492285581") == []
    assert reading(f"{house}, Frau Muster -4317").findings[-1].code == "phone_no_main"


@pytest.mark.parametrize("house", LOST)
def test_nor_is_it_of_the_number_above(house: str) -> None:
    assert read(f"Tel. 0228 5581-0\n{house}, Frau Muster -4317") == ["0228 5581-0"]


def test_the_next_number_is_one_to_go_on_from() -> None:
    assert read("Haus A: 0228 7-0, Frau Muster -17\nHaus B: 0228 5581-0, Herr Beispiel -18") == [
        "0228 5581-0",
        "0228 5581-18",
    ]


def test_a_fax_is_no_number_to_go_on_from_behind_one_not_understood() -> None:
    assert read("Haus A: 0228 7-0, Fax 0228 5581-99\nFrau Muster -17") == ["0228 5581-99"]


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("Tel. 0228 5581-0\nFax 0228 5581-000\nFrau Muster -17", "0228 5581-17"),  # the main number is the same
        ("Tel. 0228 5581-0\nTel. 0228 5, Frau Muster -17", "0228 5581-17"),  # too little to be a main number
        ("Tel. 0228 5581-XXX, Frau Muster -17", "0228 5581-17"),
        ("Tel. 0228 5581-0\nRaum 02.11, Frau Muster -17", "0228 5581-17"),
    ],
)
def test_what_is_not_understood_takes_nothing_from_the_main_number_itself(written: str, last: str) -> None:
    assert read(written)[-1] == last
