"""Heads with a number or a mailbox in one of their headings: nobody is lost for it, and it is nobody's unasked."""

from __future__ import annotations

import pytest

from pipeline.model import Rules
from tests.sheets.made import book, codes, read, shown

PEOPLE = [["Eva Kling", "Leitung", "0751 85-3100", ""], ["Uwe Blum", "Kasse", "0751 85-3120", ""]]
SHOWN = ["Eva Kling (Leitung): +49751853100", "Uwe Blum (Kasse): +49751853120"]


@pytest.mark.parametrize("last", ["Fax: 0751 85-7700", "E-Mail: info@rv.example", "Mail info@rv.example"])
def test_a_value_for_all_is_a_finding(last: str) -> None:
    found = read(book([["Name", "Funktion", "Telefon", last], *PEOPLE]))
    assert shown(found) == SHOWN
    assert codes(found) == ["unclaimed D1"]


@pytest.mark.parametrize("heading", ["Tel.: 0751 85-0", "DW (0751 85-0)", "Telefon 0751/85-0"])
def test_durchwahlen_go_on_from_the_exchange_above_them(heading: str) -> None:
    rows = [["Name", "Funktion", heading], ["Eva Kling", "Leitung", 3100], ["Uwe Blum", "Kasse", "0751 99-12"]]
    assert shown(read(book(rows))) == [SHOWN[0], "Uwe Blum (Kasse): +497519912"]


@pytest.mark.parametrize("rules", [Rules(), Rules(area_code="07161")])
def test_what_does_not_go_on_from_it_is_in_no_area_of_the_district(rules: Rules) -> None:
    people = [[*row[:3], fax] for row, fax in zip(PEOPLE, ("3100", "312045"), strict=True)]
    found = read(book([["Name", "Funktion", "Telefon", "Fax 0751 85-77"], *people]), rules=rules)
    assert shown(found) == SHOWN
    assert codes(found) == ["unclaimed D1", "phone_no_area D2", "phone_no_area D3"]
