"""Columns that say what kind of number stands beside them."""

from __future__ import annotations

import pytest

from tests.sheets.made import Values, book, codes, read, shown

EVA = "Eva Kling: +495141123401, f+495141123499"
UWE = "Uwe Blum: +495141123402, m+4915112345678"

LISTS: dict[str, Values] = {
    "Google": [
        ["First Name", "Last Name", "E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Label", "Phone 1 - Value",
         "Phone 2 - Label", "Phone 2 - Value", "Address 1 - Label"],
        ["Eva", "Kling", "", "", "Work", "+49 5141 12-3401", "Work Fax", "+49 5141 12-3499", ""],
        ["Uwe", "Blum", "", "", "Work", "+49 5141 12-3402", "Mobile", "+49 151 12345678", "Work"],
    ],
    "kinds on the left": [
        ["Name", "Art 1", "Nummer 1", "Art 2", "Nummer 2"],
        ["Eva Kling", "Telefon", "05141 12-3401", "Fax", "05141 12-3499"],
        ["Uwe Blum", "Büro", "05141 12-3402", "Handy", "0151 12345678"],
    ],
    "kinds on the right": [
        ["Name", "Telefon 1", "Typ", "Telefon 2", "Typ"],
        ["Eva Kling", "05141 12-3401", "Büro", "05141 12-3499", "Fax"],
        ["Uwe Blum", "05141 12-3402", "Büro", "0151 12345678", "mobil"],
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_fax_is_one_by_the_word_beside_it(name: str) -> None:
    assert shown(read(book(LISTS[name]))) == [EVA, UWE]


def test_what_is_somebody_elses_is_nobodys() -> None:
    rows = [
        ["Name", "Telefon 1", "Telefon 1 Art"],
        ["Eva Kling", "05141 12-3401", "dienstlich"],
        ["Uwe Blum", "05141 12-3402", "Vertretung"],
    ]
    found = read(book(rows))
    assert shown(found) == ["Eva Kling: +495141123401", "Uwe Blum"]
    assert "unclaimed B3" in codes(found)
