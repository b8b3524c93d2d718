"""Area codes that a title or a note says for all numbers without one."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.said_codes import only_code, said_codes


@pytest.mark.parametrize(
    "text",
    [
        "Vorwahl, wenn nicht anders angegeben: 08561",
        "Vorwahl für alle Rufnummern, sofern keine andere genannt ist: 08561",
        "Soweit nicht anders ang., gilt die Vorwahl 08561.",
        "Vorwahl (falls nicht angegeben): (0 85 61)",
        "Alle Nummern ohne Angabe einer Vorwahl gehören zum Ortsnetz Pfarrkirchen (08561)",
        "ON-Kennzahl: 08561/",
        "Vorwahl +49 8561",
        "Vorwahl 08561 (Stand 01/2026)",
    ],
)
def test_words_and_the_code_behind_them(text: str) -> None:
    assert only_code([text]) == "08561"


@pytest.mark.parametrize(
    "text",
    [
        "Vorwahl beachten, Zentrale 08561 20-0",
        "Bitte Vorwahl mitwählen! Notfall: 0171 2345678",
        "Vorwahl nicht vergessen. Auskunft erteilt das Ortsamt (08561)",
        "Mobilvorwahl 0171",
        "Telefonliste 2026",
    ],
)
def test_a_code_within_a_number_or_of_something_else(text: str) -> None:
    assert said_codes([text]) == frozenset()


@pytest.mark.parametrize(
    "texts",
    [
        ["Vorwahl Pfarrkirchen 08561, Eggenfelden 08721"],
        ["Vorwahl Pfarrkirchen: 08561", "Vorwahl Eggenfelden: 08721"],
    ],
)
def test_of_two_codes_nobody_knows_which_holds(texts: list[str]) -> None:
    assert said_codes(texts) == {"08561", "08721"}
    assert only_code(texts) is None
