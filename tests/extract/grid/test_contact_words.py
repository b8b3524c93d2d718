"""What the words of a heading say of the numbers below."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.contact_words import says_phone_and_fax


@pytest.mark.parametrize(
    ("heading", "both"),
    [
        ("Tel./Fax", True),
        ("Telefon / Telefax", True),
        ("Telefon und Telefaxnummer", True),
        ("Telefax", False),
        ("Tele-Fax", False),
        ("Telefaxnummer", False),
        ("Telefon: Fax (Arbeit)", False),
        ("Fax", False),
    ],
)
def test_a_heading_over_numbers_of_both_kinds(heading: str, both: bool) -> None:
    assert says_phone_and_fax(heading) is both
