"""Telephone numbers as people see them, after DIN 5008."""

from __future__ import annotations

import pytest

from pipeline import display
from pipeline.model import Phone


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        (Phone("voice", "+4971188402310", "2310"), "0711 8840-2310"),
        (Phone("voice", "+4971188400", "0"), "0711 8840-0"),
        (Phone("voice", "+497161558830"), "07161 558830"),
        (Phone("fax", "+493320112345", "45"), "033201 123-45"),
        (Phone("voice", "+4921291234"), "02129 1234"),
        (Phone("mobile", "+491713920001"), "0171 3920001"),
        (Phone("mobile", "+4915144209117"), "0151 44209117"),
        (Phone("voice", "+498005550100"), "0800 5550100"),
        (Phone("voice", "+491805550100"), "01805 550100"),
        (Phone("voice", "+4932221123456"), "032 221123456"),
        (Phone("voice", "+4971188402310", "99"), "0711 88402310"),  # an extension that is not its end is not shown
        (Phone("voice", "+499991234567"), "0999 1234567"),  # a code that does not exist
        (Phone("voice", "+4355745552010", "10"), "+43 5574 55520-10"),
        (Phone("voice", "+4355745552010"), "+43 5574 5552010"),
        (Phone("voice", "+33388550200"), "+33 3 88 55 02 00"),
        (Phone("voice", "+12025550143"), "+1 202 555 0143"),
        (Phone("voice", "+999"), "+999"),
    ],
)
def test_phone(phone: Phone, shown: str) -> None:
    assert display.phone(phone) == shown
