"""Who is named in full and called again in brackets behind a number."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

_PAIR = "<h2>Eva Muster / Uwe Beispiel</h2><p>Beraterin / Berater</p><p>{}</p>"


@pytest.mark.parametrize(
    "when",
    ["vormittags Frau Muster, nachmittags Herr Beispiel", "Mo–Mi Frau Muster, Do + Fr Herr Beispiel"],
)
def test_who_answers_when_is_who_stands_above(when: str) -> None:
    people = summary(_PAIR.format(f"Telefon: 07123 940-12 ({when})"))
    assert {(name, phones) for name, _, _, phones, _ in people} == {
        ("Muster", ("+49712394012",)),
        ("Beispiel", ("+49712394012",)),
    }


def test_a_number_of_which_only_one_is_called_is_hers_alone() -> None:
    people = summary(_PAIR.format("Telefon: 07123 940-12 (nur Frau Muster)<br>Mobil: 0151 7700 1234"))
    assert {(name, phones) for name, _, _, phones, _ in people} == {
        ("Muster", ("+49712394012", "+4915177001234")),
        ("Beispiel", ("+4915177001234",)),
    }


def test_a_remark_of_somebody_else_names_her() -> None:
    people = summary("<p>Eva Muster<br>07123 940-12</p><p>07123 940-13 (nachmittags Frau Probe)</p>")
    assert {(name, phones) for name, _, _, phones, _ in people} == {
        ("Muster", ("+49712394012",)),
        ("Probe", ("+49712394013",)),
    }


def test_a_number_is_not_of_who_stands_in_for_its_owner() -> None:
    people = summary(
        "<p>Leitung: Eva Muster<br>Tel. 07123 940-12<br>Ida Probe<br>Tel. 07123 940-13 (Vertretung: Frau Muster)</p>"
    )
    assert {(name, role, phones) for name, _, role, phones, _ in people} == {
        ("Muster", "Leitung", ("+49712394012",)),
        ("Probe", None, ("+49712394013",)),
    }
