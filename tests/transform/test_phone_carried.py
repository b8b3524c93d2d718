"""What the line before says of the numbers in a line: columns' heads, a number that goes on, Durchwahlen below."""

from __future__ import annotations

import pytest

from pipeline import display
from pipeline.transform.phone import Dialing, read_phones


def read(*lines: str) -> list[str]:
    reading = read_phones("\n".join(lines), Dialing(area_code="07161"))
    return [f"{found.phone.kind} {display.phone(found.phone)}" for found in reading.found]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("Name | Raum | Telefon | Fax", "Muster | 312 | 07161 2055-30 | -99", "Beispiel | 313 | 2055-31 | 2055-98"),
            ["voice 07161 2055-30", "fax 07161 2055-99", "voice 07161 2055-31", "fax 07161 2055-98"],
        ),
        (("Telefon | Telefax", "07161 2055-30 | 07161 2055-99"), ["voice 07161 2055-30", "fax 07161 2055-99"]),
        (("Ort | Telefon", "73033 Göppingen | 558830"), ["voice 07161 558830"]),
        (("Amt | Telefon", "07161 2055-0 | Fax 07161 2055-99"), ["voice 07161 2055-0", "fax 07161 2055-99"]),
    ],
)
def test_heads_of_columns(lines: tuple[str, ...], expected: list[str]) -> None:
    assert read(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Telefon: 0711 8840-", "-231 Muster", "-239 Fax"), ["voice 0711 8840-231", "fax 0711 8840-239"]),
        (("Leitung 07331 203-", "A-L: Frau Muster, -30"), ["voice 07331 203-30"]),
        (("Tel. 0711 8840-", "-73728 Esslingen"), []),
        (("Tel. 0711 8840-", "2310"), []),
        (("Tel. 0711 /", "8840-23"), ["voice 0711 8840-23"]),
        (("Telefon: +49 7331", "203-30"), ["voice 07331 203-30"]),
        (
            ("Telefon 07331 /", "Frau Muster 203-30", "Herr Beispiel 203-31"),
            ["voice 07331 203-30", "voice 07331 203-31"],
        ),
        (("Vorwahl 07161", "Tel. 07331 /", "203-30"), ["voice 07331 203-30"]),
        (("Tel. 07331", "73312 Geislingen"), []),
        (("Tel. 07331", "Haushalt 2025-26"), []),
        (("Tel. 07331", "2025"), []),
        (("Tel. 07331", "Hauptstr. 12-14"), []),
        (("Telefon:", "73033 Göppingen"), []),
        (("Telefon:", "55883 Frau Muster"), ["voice 07161 55883"]),
        (("Zentrale Landratsamt", "2055-0"), ["voice 07161 2055-0"]),
        (("Zentrale Koordination", "2055 Menschen kamen"), []),  # what it does, and no label of what is below
        (("Vermittlung von Wohnraum", "2055 Wohnungen"), []),
    ],
)
def test_numbers_that_go_on_below(lines: tuple[str, ...], expected: list[str]) -> None:
    assert read(*lines) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Telekopie: 07161 2055-99", ["fax 07161 2055-99"]),
        ("Telefon 07161 2055-30 (kein Fax)", ["voice 07161 2055-30"]),
        ("Telefon (nicht Fax): 07161 2055-30", ["voice 07161 2055-30"]),
        ("Tel. 07161 2055-0, Frau Muster (App.-Nr. 12)", ["voice 07161 2055-0", "voice 07161 2055-12"]),
        ("Tel. / Fax 07331 4711 / 4712", ["voice 07331 4711", "fax 07331 4712"]),
        ("Tel. 07331 4711 / 318", ["voice 07331 4711"]),
        ("Tel. 07161 2055-310 … -314", ["voice 07161 2055-310", "voice 07161 2055-314"]),
        ("Tel. 0711 | 8840-23", ["voice 0711 8840-23"]),
        ("Telefon 07331 · 20 30 40", ["voice 07331 203040"]),
        ("Muster | 0711 | 8840-23", []),  # 0711 may be a room
        ("Muster (Leitung, Zi. 2.07) 07161 2055-30", ["voice 07161 2055-30"]),
    ],
)
def test_labels_and_signs_within_a_line(line: str, expected: list[str]) -> None:
    assert read(line) == expected
