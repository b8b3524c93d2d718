"""Pages of offices, associations and parishes as their content management systems write them, and what a clerk reads.

`NAME.expected.json` was written by hand from what is printed, before the page was ever read. Where two readings are
right, `ambiguous` says so: `contacts[2]` is optional, `contacts[2].role` is not compared, `phone:+49…` and `email:…`
may belong to several people or to none.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pipeline.model import Contact
from pipeline.transform.normalize import contact_of
from pipeline.transform.text import fold
from tests.extract.page.test_blocks import summary
from tests.extract.pages import FOLDER, read

PAGES = sorted((FOLDER / "offices").glob("*.html"))
Values = set[tuple[str, str]]


class Clerk:
    """What a careful clerk expects of one page."""

    def __init__(self, path: Path) -> None:
        page = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
        self.contacts: list[dict[str, Any]] = page["contacts"]
        self.documents = [(one["href"], one["stated_size_bytes"]) for one in page["documents"]]
        notes = [re.split(r"\s", note)[0].rstrip(":") for note in page["ambiguous"]]
        self.open = {note.split(":")[1] for note in notes if note.startswith(("phone:", "email:"))}
        self.skipped = set(notes)

    def values(self, number: int) -> Values:
        """The numbers and addresses of one contact."""
        one = self.contacts[number]
        phones = {(phone["kind"], phone["e164"]) for phone in one["phones"]}
        return self.certain(phones | {("email", mail) for mail in one["emails"]})

    def certain(self, values: Values) -> Values:
        """Without what may be anybody's."""
        return {(kind, value) for kind, value in values if value not in self.open}

    def minds(self, number: int, field: str) -> bool:
        """Whether a field of a contact is compared."""
        return f"contacts[{number}].{field}" not in self.skipped


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_of_an_office_is_read_right(path: Path) -> None:
    clerk = Clerk(path)
    extraction = read(path)
    found = [contact_of(record.readings) for record in extraction.records]
    left = list(found)
    for number in range(len(clerk.contacts)):
        contact = next((one for one in left if is_it(clerk, number, one)), None)
        if f"contacts[{number}]" not in clerk.skipped and (clerk.values(number) or contact):
            assert contact, (clerk.contacts[number], found)
        if contact:
            left.remove(contact)
    optional = set().union(*(clerk.values(n) for n in range(len(clerk.contacts)) if f"contacts[{n}]" in clerk.skipped))
    assert not [one for one in left if clerk.certain(values_of(one)) - optional]
    assert [(link.href, link.stated_size) for link in extraction.documents] == clerk.documents


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_number_is_invented(path: Path) -> None:
    clerk = Clerk(path)
    printed = {phone["e164"] for one in clerk.contacts for phone in one["phones"]} | clerk.open
    numbers = {phone.e164 for record in read(path).records for phone in contact_of(record.readings).phones}
    assert numbers <= printed


def values_of(contact: Contact) -> Values:
    """The numbers and addresses of a contact that was read."""
    return {(phone.kind, phone.e164) for phone in contact.phones} | {("email", mail) for mail in contact.emails}


def is_it(clerk: Clerk, number: int, contact: Contact) -> bool:
    """Whether what was read is the contact that is expected."""
    return (
        clerk.certain(values_of(contact)) == clerk.values(number)
        and (not clerk.minds(number, "name") or same_name(clerk.contacts[number]["name"], contact))
        and same_office(clerk, number, contact)
        and (not clerk.minds(number, "address") or same_address(clerk.contacts[number]["address"], contact))
    )


def same_name(name: dict[str, str | None] | None, contact: Contact) -> bool:
    """The same person, or nobody."""
    if name is None or contact.name is None:
        return name is None and contact.name is None
    said = (contact.name.salutation, contact.name.given, contact.name.family)
    return said == (name["salutation"], name["given"], name["family"])


def same_office(clerk: Clerk, number: int, contact: Contact) -> bool:
    """Function or office as printed, or a part of it."""
    named = [clerk.contacts[number][field] for field in ("role", "org") if clerk.minds(number, field)]
    wanted = [set(fold(text).split()) for text in named if text]
    read_words = [set(fold(text).split()) for text in (contact.role, contact.org) if text]
    return not wanted or any(one <= other or other <= one for one in wanted for other in read_words)


def same_address(address: dict[str, str] | None, contact: Contact) -> bool:
    """Street, postcode and town."""
    if address is None or contact.address is None:
        return address is None and contact.address is None
    shown = (contact.address.street, contact.address.postcode, contact.address.city)
    return shown == (address["street"], address["postcode"], address["city"])


def test_the_house_below_a_name_is_no_office_where_a_heading_names_one() -> None:
    html = "<h1>Beirat</h1><h2>Geschäftsstelle</h2><p>Frau Muster<br>Rathaus, Zimmer 318<br>07123 940-12</p>"
    assert summary(html) == [("Muster", "Geschäftsstelle", None, ("+49712394012",), ())]


@pytest.mark.parametrize(
    ("before", "org", "role"),
    [
        ("Gemeinde Muster: N. N., Vertretung: ", "Gemeinde Muster", "Vertretung"),
        ("Gemeinde Muster: Rathaus, Marktplatz 1, 72555 Metzingen, ", "Gemeinde Muster: Rathaus", None),
        ("Gemeinde Muster: ", "Gemeinde Muster", None),
    ],
)
def test_a_town_before_a_name_is_hers_whatever_stands_between(before: str, org: str, role: str | None) -> None:
    entries = summary(f"<ul><li>{before}Eva Beispiel, Tel. 07123 940-12</li></ul>")
    assert [entry[:3] for entry in entries] == [("Beispiel", org, role)]


@pytest.mark.parametrize("heading", ["Ansprechpersonen in den Gemeinden", "Ansprechpartner/innen der Kommunen"])
def test_who_may_be_asked_in_several_towns_is_no_function(heading: str) -> None:
    assert summary(f"<h2>{heading}</h2><p>Eva Beispiel, Tel. 07123 940-12</p>")[0][2] is None


@pytest.mark.parametrize("away", ["in Elternzeit", "in Elternzeit bis 30.06.2027", "derzeit in Mutterschutz ab Mai"])
def test_that_somebody_is_away_is_no_function(away: str) -> None:
    assert summary(f"<p>Eva Beispiel<br>{away}<br>Tel. 07123 940-12</p>")[0][2] is None
