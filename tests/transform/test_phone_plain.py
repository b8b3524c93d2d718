"""Plain lines are read in a short way; what they say must be what the general rules say."""

from __future__ import annotations

from itertools import product

import pytest

from pipeline.transform.dialing import Dialing, PhoneReading
from pipeline.transform.phone_plain import plain_line
from pipeline.transform.phone_reader import Reader
from pipeline.transform.phone_words import NONE, Label

LABELS = ("Telefon", "Tel.", "Tel:", "Telefax:", "Fax", "T.:", "f", "Mobil", "Zentrale", "Durchwahl:", "Vorwahl")
LABELS += ("IBAN", "Zimmer", "Telefon-Nr.", "Tel.-Nr.:", "Tel-Nr.", "TelefonFax:", "Nr.", "EUR", "Frau", "e", "-", "")
LABELS += ("Pforte:", "Telefon: Tel.", "Fax: Tel.", "Mobil Fax:", "Raum Tel.", "Tel. Raum", "Tel. oder", "Frau Fax")
LABELS += ("Tel. EUR", "Fax Euro", "Tel. O", "-Fax -", "Tel-")
NUMBERS = ("07161 302-110", "07161/302-0", "07161 / 30210", "07161-302-12", "0711 2050-00", "0711 2050-01")
NUMBERS += ("030 12345", "+49 7161 302-110", "+49 711 20501", "07161 02-1", "07161 302", "0711 302")
NUMBERS += ("0171 1234567", "0800 1234567", "07161 112", "09999 4444-1", "01234 5678", "02 12345", "030/1999")
NUMBERS += ("0716 1302-110", "07161/2010-11", "07161 302-1234567", "07161 302-110-12", "07161 123456789012")
NUMBERS += ("(0711) 205 4566", "(0711) 2054566", "(07161) 302-0", "(07161) 302 11", "07161 302 110", "030 123 05")
NUMBERS += ("07161 30211 112", "+49 711 205 4566", "(07161)302-1", "0711 12 34 56", "0711 205 112", "(0999) 205 4566")
NUMBERS += ("07161/1999 2010", "07161 302 11", "(030) 123 45", "07161 12345 12345", "07161 302 1", "0711 20 50")
BEFORE = (
    Dialing(),
    Dialing(area_code="0711", announced="07161", main="+497161302"),
    Dialing(previous="07161", stem="+497161302", grouped=("+49711205", 2), pending=Label(("fax",))),
    Dialing(previous="0711", stem="+49711205", fax_stem="+497161302"),
    Dialing(previous="0711", pending=Label(("voice",), extension=True)),
    Dialing(pending=Label(foreign=True)),
    Dialing(pending=Label(place=True)),
)


def in_general(text: str, before: Dialing) -> PhoneReading:
    reader = Reader(before, None, False)
    reader.read(text, 0)
    return PhoneReading(tuple(reader.found), tuple(reader.findings), reader.dialing)


@pytest.mark.parametrize("before", BEFORE)
def test_a_plain_line_says_what_the_general_rules_read(before: Dialing) -> None:
    plain = 0
    for label, number in product(LABELS, NUMBERS):
        text = f"{label} {number}".strip()
        if (short := plain_line(text, before)) is not None:
            plain += 1
            assert short == in_general(text, before), text
    assert plain > 60


def test_what_holds_goes_on_as_the_same_object() -> None:
    before = Dialing(previous="07161", stem="+497161302")
    reading = plain_line("Telefon 07161 302-110", before)
    assert reading is not None
    assert reading.dialing is before
    assert reading.dialing.pending is NONE
