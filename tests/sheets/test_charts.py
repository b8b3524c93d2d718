"""Charts of an office: who it is, and her numbers below, in boxes beside and below each other; some without anybody."""

from __future__ import annotations

import pytest

from tests.sheets.made import Values, book, codes, read, shown

EVA = ["Amtsleitung", "Frau Eva Kling", "Tel. 05141 12-3401", "kling@lra.example"]
UWE = ["Sachgebiet Leistungen", "Herr Uwe Blum", "Tel. 05141 12-3402", "blum@lra.example"]
IDA = ["Team Ehrenamt", "Frau Ida Ast", "Tel. 05141 12-3403", "ast@lra.example"]
SHOWN = [
    "Frau Eva Kling (Amtsleitung): +495141123401, kling@lra.example",
    "Herr Uwe Blum @ Sachgebiet Leistungen: +495141123402, blum@lra.example",
    "Frau Ida Ast @ Team Ehrenamt: +495141123403, ast@lra.example",
]


def beside(left: list[str], right: list[str]) -> Values:
    """Two boxes beside each other, and a blank row."""
    return [[one, None, other] for one, other in zip(left, [*right, *[None] * 4], strict=False)] + [[None]]


@pytest.mark.parametrize(
    ("box", "said"),
    [
        (["Geschäftszimmer", "Tel. 05141 12-3400", "post@lra.example"], "@ Geschäftszimmer"),
        (["Allgemeine Anfragen", "Tel. 05141 12-3400", "post@lra.example"], "@ Allgemeine Anfragen"),
        (["Zentrale", "Tel. 05141 12-3400", "post@lra.example"], "@ Zentrale"),
        (["Vorzimmer", "Tel. 05141 12-3400", "post@lra.example"], "(Vorzimmer)"),
    ],
)
def test_a_box_without_anybody_is_an_office(box: list[str], said: str) -> None:
    rows = [["Landratsamt Celle"], [None], *beside(EVA, box), *beside(UWE, IDA)]
    assert shown(read(book(rows))) == [SHOWN[0], f"– {said}: +495141123400, post@lra.example", *SHOWN[1:]]


def test_a_short_box() -> None:
    rows = [["Landratsamt Celle"], [None], *beside(EVA, ["Poststelle", "05141 12-3400"]), *beside(UWE, IDA[1:3])]
    assert shown(read(book(rows))) == [
        SHOWN[0],
        "– @ Poststelle: +495141123400",
        SHOWN[1],
        "Frau Ida Ast: +495141123403",
    ]


@pytest.mark.parametrize("text", ["Ansprechpartner", "Änderungen bitte an", "Stand 12.11."])
def test_what_is_no_office(text: str) -> None:
    rows = [["Landratsamt Celle"], [None], *beside(EVA, UWE), *beside(IDA, [text, "post@lra.example", "05141 12-0"])]
    assert shown(read(book(rows))) == SHOWN
    assert codes(read(book(rows))) == ["unclaimed C8"]


BOXES = [
    ["", "Amtsleitung\nFrau Eva Kling\n05141 12-3401", ""],
    ["", "", ""],
    ["Abt. 1 Wohnen\nLeitung: Herr Uwe Blum\nTel. -3402\nblum@lra.example", "Frau Ida Ast\nTel. -3403", "Post"],
]


def test_boxes_of_lines_below_the_number_of_the_house() -> None:
    """A short box says who it is and her Durchwahl; a label may stand before a name."""
    found = read(book([["Organigramm (Tel. 05141 12-Durchwahl)"], [None], *BOXES]))
    assert shown(found) == [
        "Frau Eva Kling (Amtsleitung): +495141123401",
        "Herr Uwe Blum (Leitung): +495141123402, blum@lra.example",
        "Frau Ida Ast: +495141123403",
    ]
    assert codes(found) == []


def test_boxes_of_lines_whose_main_number_nobody_knows() -> None:
    found = read(book([["Organigramm Kreis Celle"], [None], *BOXES]))
    assert shown(found)[1:] == ["Herr Uwe Blum (Leitung): blum@lra.example", "Frau Ida Ast"]
    assert codes(found) == ["phone_no_main A5", "phone_no_main B5"]
