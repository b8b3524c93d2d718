"""A lone T, F or M before a number: a label, or a letter of the alphabet, a house or a name."""

from __future__ import annotations

import pytest

from pipeline.transform.phone import Dialing, read_phones


@pytest.mark.parametrize(
    "text",
    [
        "Frau Muster (A - F) Tel. 07123 940-12",
        "Frau Muster (A - F) 07123 940-12",
        "Frau Muster, A bis F, 07123 940-12",
        "Buchstaben A–F\n07123 940-12",
        "Buchstaben E, F: 07123 940-12",
        "Buchstabe F: 07123 940-12",
        "F - J: 07123 940-12",
        "F bis M 07123 940-12",
        "M - T: 07123 940-12",
        "Sch - T: 07123 940-12",
        "Haus F, Tel. 07123 940-12",
        "Haus F: 07123 940-12",
        "D/E/F 07123 940-12",
        "Eva F. Tel. 07123 940-12",
    ],
)
def test_letters_that_are_no_labels(text: str) -> None:
    assert _kinds(text) == ["voice"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("T 07123 940-12 F 07123 940-13", ["voice", "fax"]),
        ("(T) 07123 940-12, (F) 07123 940-13", ["voice", "fax"]),
        ("T/F 07123 940-12", ["voice", "fax"]),
        ("T + F: 07123 940-12", ["voice", "fax"]),
        ("T. - F.: 07123 940-12", ["voice", "fax"]),
        ("T./Fax 07123 940-12", ["voice", "fax"]),
        ("F: 07123 940-13", ["fax"]),
        ("Fax (A - F): 07123 940-13", ["fax"]),
    ],
)
def test_letters_that_are_labels(text: str, kinds: list[str]) -> None:
    assert _kinds(text) == kinds


def _kinds(text: str) -> list[str]:
    return [found.phone.kind for found in read_phones(text, Dialing()).found]
