"""Durchwahlen of several people behind one label, or below it: each figure stands beside somebody's name."""

from __future__ import annotations

import pytest

from pipeline import display
from pipeline.transform.phone import Dialing, PhoneReading, read_phones

MAIN = "Tel. 07161 2469-0\n"


def reading(text: str) -> PhoneReading:
    return read_phones(MAIN + text, Dialing(area_code="07161"))


def read(text: str) -> list[str]:
    """What stands below the main number."""
    return [f"{found.phone.kind} {display.phone(found.phone)}" for found in reading(text).found[1:]]


BOTH = ["voice 07161 2469-17", "voice 07161 2469-18"]


@pytest.mark.parametrize(
    "written",
    [
        "Durchw. Frau Muster 17, Herr Beispiel 18",
        "Durchwahl: Frau Muster 17; Herr Beispiel 18",
        "DW Frau Muster 17 und Herr Beispiel 18",
        "App. Frau Eva Muster 17 / Herr Dr. Beispiel 18",
        "Durchwahl Frau Muster (17), Herr Beispiel (18)",
        "Durchwahl 17 Frau Muster, 18 Herr Beispiel",
        "Durchwahlen\nFrau Muster 17, Herr Beispiel 18",
        "Durchwahl:\nFrau Muster 17\nHerr Beispiel 18",
        "Durchwahl Frau Muster 17, Herr Beispiel 18, Marktplatz 3",
        "Durchwahl Frau Muster 17, Herr Beispiel 18, Frau Alt im Zimmer 19",
    ],
)
def test_everybody_named_has_the_durchwahl_beside_the_name(written: str) -> None:
    assert read(written) == BOTH


def test_three_people_and_a_kind() -> None:
    assert read("Fax-Durchwahl Frau Muster 17, Herr Beispiel 18 und Frau Alt 19") == [
        "fax 07161 2469-17",
        "fax 07161 2469-18",
        "fax 07161 2469-19",
    ]


@pytest.mark.parametrize(
    "written",
    [
        "Durchwahl Frau Muster 17, Herr Beispiel 2018",  # another length may be anything
        "Durchwahl Frau Muster 17, Herr Beispiel Zimmer 18",
        "Durchwahl Frau Muster 17, Herr Beispiel montags 18 Uhr",
        "Durchwahl Frau Muster 17, Herr Beispiel 18 Dienstjahre",
        "Durchwahl Frau Muster 17, Marktstraße 18",
        "Durchwahl Frau Muster 17, Am Markt 18, 73033 Göppingen",
        "Durchwahl Frau Muster 17\nHerr Beispiel 18",  # whether the label goes on below, nobody knows
    ],
)
def test_another_figure_behind_a_name_is_none(written: str) -> None:
    assert read(written) == BOTH[:1]


@pytest.mark.parametrize(
    "written",
    [
        "Frau Muster 17, Herr Beispiel 18",
        "Telefon:\nFrau Muster 17",
        "Sprechzeiten Durchwahl\nFrau Muster hat am 17. frei",
    ],
)
def test_a_figure_behind_a_name_needs_the_word(written: str) -> None:
    assert read(written) == []


@pytest.mark.parametrize(
    "written",
    [
        "Durchwahl: Muster 17, Beispiel 18",
        "DW: Muster 17 | Beispiel 18",
        "Durchw. 17 (Frau Muster), 18 (Herr Beispiel)",
    ],
)
def test_what_may_be_another_durchwahl_is_found_wanting(written: str) -> None:
    assert read(written) == BOTH[:1]
    assert [(finding.code, finding.text) for finding in reading(written).findings] == [("phone_unknown", "18")]
