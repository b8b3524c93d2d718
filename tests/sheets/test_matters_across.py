"""Towns down and matters across: each cell is a contact, and what stands above it is what she does."""

from __future__ import annotations

import pytest

from tests.sheets.made import book, read, shown


def across(*headings: str) -> list[str]:
    """The contacts of a town below these headings."""

    def town(name: str, digit: int) -> list[str]:
        who = ("Eva Kling", "Uwe Blum", "Ida Kolb")[: len(headings)]
        return [name, *(f"{one}\nTel. 05141 {digit}2-1{at}\n{one[0].lower()}@{name.lower()}.example"
                        for at, one in enumerate(who))]  # fmt: skip

    return shown(read(book([["Kommune", *headings], town("Celle", 1), town("Jork", 2)])))[: len(headings)]


@pytest.mark.parametrize(
    "headings",
    [
        ["Integrationsbeauftragte/r", "Ehrenamtskoordination", "Wohnraum / Unterkünfte"],
        ["Bürgermeister/in", "Standesamt", "Kita-Plätze"],
        ["Wohnen", "Sprache", "Arbeit"],
        ["Leitung", "Sekretariat", "Kasse"],
    ],
)
def test_each_heading_is_the_function_of_those_below_it(headings: list[str]) -> None:
    assert across(*headings) == [
        f"Eva Kling ({headings[0]}) in Celle: +4951411210, e@celle.example",
        f"Uwe Blum ({headings[1]}) in Celle: +4951411211, u@celle.example",
        f"Ida Kolb ({headings[2]}) in Celle: +4951411212, i@celle.example",
    ]


@pytest.mark.parametrize("headings", [["Ansprechpartner/in", "Vertretung"], ["Kontaktperson 1", "Kontaktperson 2"]])
def test_words_for_people_are_no_functions(headings: list[str]) -> None:
    assert across(*headings) == [
        "Eva Kling in Celle: +4951411210, e@celle.example",
        "Uwe Blum in Celle: +4951411211, u@celle.example",
    ]


def test_matters_down_are_no_labels_of_a_list_on_its_side() -> None:
    rows = [["Thema", "Adressen"], ["Wohnen", "Eva Kling <kling@celle.example>"],
            ["Sprache", "Uwe Blum <blum@celle.example>"], ["Schule", "info@celle.example"]]  # fmt: skip
    assert shown(read(book(rows))) == [
        "Eva Kling (Wohnen): kling@celle.example",
        "Uwe Blum (Sprache): blum@celle.example",
        "– (Schule): info@celle.example",
    ]
