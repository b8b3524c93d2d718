"""Addresses below each other as on letters: town, person, function, street, and numbers behind their labels."""

from __future__ import annotations

import pytest

from pipeline.model import Rules
from tests.sheets.made import Values, book, codes, read, shown

UWE = ["Stadt Unna", "Herr Uwe Blum", "Sozialarbeiter", "Markt 9", "59423 Unna", "Tel.: 02303 970-12", "Fax: -99"]
EVA = [
    "Stadt Kamen",
    "Frau Eva Kling",
    "Lotsin",
    "Hof 7",
    "59174 Kamen",
    "Tel.: 02307 289-12",
    "Mail: kling@kamen.example",
]
UWE_SHOWN = "Herr Uwe Blum (Sozialarbeiter) in Unna: +49230397012, f+49230397099, Markt 9 59423 Unna"
EVA_SHOWN = "Frau Eva Kling (Lotsin) in Kamen: +49230728912, kling@kamen.example, Hof 7 59174 Kamen"


def people(rows: Values) -> list[str]:
    return shown(read(book(rows), rules=Rules()))


def lines(*texts: str) -> list[list[str]]:
    return [[text] for text in texts]


def test_one_below_the_other() -> None:
    assert people([*lines("Ansprechpersonen", ""), *lines(*UWE), [], *lines(*EVA)]) == [UWE_SHOWN, EVA_SHOWN]


def test_without_a_gap_the_next_town_begins_the_next_card() -> None:
    assert people([*lines(*UWE), *lines(*EVA)]) == [UWE_SHOWN, EVA_SHOWN]


def test_beside_each_other() -> None:
    assert people([[one, "", other] for one, other in zip(UWE, EVA, strict=True)]) == [UWE_SHOWN, EVA_SHOWN]


def test_with_the_values_right_of_their_labels() -> None:
    def card(texts: list[str]) -> list[list[str]]:
        return [*lines(*texts[:5]), *(text.split(": ") for text in texts[5:]), []]

    assert people([["Ansprechpersonen"], [], *card(UWE), *card(EVA)]) == [UWE_SHOWN, EVA_SHOWN]


def test_people_below_each_other_share_their_numbers_line_by_line() -> None:
    found = people(lines("Stadt Unna", "Uwe Blum", "Eva Kling", "Tel.: 02303 970-12", "Tel.: 02303 970-13"))
    assert found == ["Uwe Blum in Unna: +49230397012", "Eva Kling in Unna: +49230397013"]


def test_numbers_that_are_more_than_people_are_nobodys() -> None:
    numbers = [f"Tel.: 02303 970-{number}" for number in (12, 13, 14)]
    found = read(
        book(lines("Stadt Unna", "Uwe Blum", "Eva Kling", *numbers, "Mail: kling@unna.example")), rules=Rules()
    )
    assert not any("+49" in line for line in shown(found))
    assert "not_aligned A1" in codes(found)


@pytest.mark.parametrize(
    "numbers",
    [
        ("Tel.: 02303 970-12", "Tel.: 02303 970-13"),
        ("Tel.: 02303 970-12", "Fax: 02303 970-99", "Tel.: 02303 970-13"),
    ],
)
@pytest.mark.parametrize("functions", [("Leitung", "Lotsin"), ("", "")])
def test_numbers_below_all_people_of_a_card_are_dealt(numbers: tuple[str, ...], functions: tuple[str, str]) -> None:
    who = [text for text in ("Uwe Blum", functions[0], "Eva Kling", functions[1]) if text]
    uwe, eva = people(lines("Stadt Unna", *who, *numbers, "", *UWE))[:2]
    assert ("+49230397012" in uwe, "+49230397013" in uwe) == (True, False)
    assert ("+49230397012" in eva, "+49230397013" in eva) == (False, True)
