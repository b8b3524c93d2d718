"""Names, addresses, sizes and places as people read them (numbers: `test_display_phone.py`)."""

from __future__ import annotations

import pytest

from pipeline import display
from pipeline.model import Address, Contact, PersonName, Phone, Where

EVA = PersonName("Beispiel", "Eva", "Dr.", "Frau")
NUMBER = Phone("voice", "+4971139021234", "1234")


@pytest.mark.parametrize(
    ("contact", "title"),
    [
        (Contact(EVA, "Amt", "Leitung"), "Dr. Eva Beispiel"),
        (Contact(None, "Amt", "Leitung"), "Amt"),
        (Contact(None, None, "Leitung", emails=("a@b.example",)), "Leitung"),
        (Contact(None, emails=("a@b.example",), phones=(NUMBER,)), "a@b.example"),
        (Contact(None, phones=(NUMBER,)), "0711 3902-1234"),
        (Contact(PersonName(""), "Amt"), "Amt"),
        (Contact(), "Ohne Namen"),
    ],
)
def test_what_a_contact_is_called(contact: Contact, title: str) -> None:
    assert display.contact_title(contact) == title


def test_a_person_as_addressed() -> None:
    assert display.name(EVA) == "Frau Dr. Eva Beispiel"
    assert display.contact_title(Contact(EVA), salutation=True) == "Frau Dr. Eva Beispiel"


@pytest.mark.parametrize(
    ("address", "line"),
    [
        (Address("Weg 1", "72555", "Metzingen"), "Weg 1, 72555 Metzingen"),
        (Address(None, "72555", "Metzingen"), "72555 Metzingen"),
        (Address("Postfach 12"), "Postfach 12"),
        (Address(), ""),
    ],
)
def test_an_address_on_one_line(address: Address, line: str) -> None:
    assert display.address(address) == line


@pytest.mark.parametrize(
    ("size", "shown"),
    [(None, ""), (0, "0 Byte"), (999, "999 Byte"), (1000, "1,0 kB"), (459_000, "459 kB"), (3_768_000, "3,8 MB")],
)
def test_a_size(size: int | None, shown: str) -> None:
    assert display.size(size) == shown


@pytest.mark.parametrize(
    ("where", "shown"),
    [
        (Where(line=12, path="main > p"), "Zeile 12"),
        (Where(sheet="Liste", cell="C7"), "Blatt „Liste“, C7"),
        (Where(), ""),
    ],
)
def test_a_place(where: Where, shown: str) -> None:
    assert display.place(where) == shown
