"""Cards after RFC 2426, read back by a foreign reader."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.export.cards import MARKER, cards, loose_cards
from pipeline.export.visible import publishable
from pipeline.model import Address, Contact, Origin, PersonName, Phone
from tests.export.examples import BEGAN, BERG, GROTHE, LINDENAU, NOW, OFFICE, PUBLICATION, entry, with_contact
from tests.export.strategies import contacts

ANNA = Contact(PersonName("Müller", "Anna"))


def lines(contact: Contact, **known: object) -> list[str]:
    """The unfolded lines of one card."""
    text = cards([entry(1, contact, **known)], "Landkreis Tannberg")
    return text.replace("\r\n ", "").split("\r\n")


@pytest.mark.parametrize(
    ("contact", "line"),
    [
        (Contact(PersonName("Müller")), "N:Müller;;;;"),
        (Contact(PersonName("Müller")), "FN:Müller"),
        (Contact(PersonName("El-Amin", "Noor", "Dr.", "Frau")), "N:El-Amin;Noor;;Dr.;"),
        (Contact(PersonName("El-Amin", "Noor", "Dr.", "Frau")), "FN:Dr. Noor El-Amin"),
        (Contact(org="Bürgerbüro"), "N:Bürgerbüro;;;;"),
        (Contact(org="Bürgerbüro"), "FN:Bürgerbüro"),
        (Contact(org="Bürgerbüro"), "ORG:Bürgerbüro"),
        (Contact(role="Pforte"), "N:Pforte;;;;"),
        (Contact(role="Pforte"), "TITLE:Pforte"),
        (Contact(emails=("post@stadt.example",)), "FN:post@stadt.example"),
        (Contact(phones=(Phone("voice", "+4971139021234", "1234"),)), "FN:0711 3902-1234"),
        (Contact(), "FN:Ohne Namen"),
        (replace(ANNA, org="Stadt Rot / Amt, Abt. 2"), "ORG:Stadt Rot;Amt\\, Abt. 2"),
        (replace(ANNA, role="Leitung; Kasse"), "TITLE:Leitung\\; Kasse"),
        (replace(ANNA, phones=(Phone("voice", "+4971139021234", "1234"),)), "TEL;TYPE=WORK,VOICE:+4971139021234"),
        (replace(ANNA, phones=(Phone("mobile", "+4915112345678"),)), "TEL;TYPE=CELL,VOICE:+4915112345678"),
        (replace(ANNA, phones=(Phone("fax", "+4971139025555"),)), "TEL;TYPE=FAX,WORK:+4971139025555"),
        (replace(ANNA, emails=("a@b.example",)), "EMAIL;TYPE=WORK,INTERNET:a@b.example"),
        (replace(ANNA, address=Address("Weg 1", "72555", "Rot")), "ADR;TYPE=WORK:;;Weg 1;Rot;;72555;"),
        (replace(ANNA, url="https://a.example/,Lde/x;y"), "URL:https://a.example/%2CLde/x%3By"),
    ],
)
def test_what_a_card_says(contact: Contact, line: str) -> None:
    assert line in lines(contact)


def test_the_frame_of_a_card() -> None:
    card = lines(ANNA)
    assert card[:2] == ["BEGIN:VCARD", "VERSION:3.0"]
    assert card[-2:] == ["END:VCARD", ""]


def test_what_is_no_number_and_no_web_address_stays_out() -> None:
    card = lines(replace(ANNA, phones=(Phone("voice", "0711;ext=3"),), url="javascript:alert(1)"))
    assert not [line for line in card if line.startswith(("TEL", "URL"))]


def test_the_note_ends_with_source_and_day_and_holds_the_marker() -> None:
    (note,) = [
        line
        for line in lines(
            replace(ANNA, hours="Mo; Di\\Mi", municipality="Rot"),
            sources=(Origin("a", "https://u:p@a.example/x,y", BEGAN), Origin("b", "https://b.example/", BEGAN)),
            last_changed=NOW,
        )
        if line.startswith("NOTE:")
    ]
    assert note.removeprefix("NOTE:").split("\\n") == [
        "Gemeinde: Rot",
        "Sprechzeiten: Mo\\, Di/Mi",
        f"{MARKER} Landkreis Tannberg",
        "Quelle: https://a.example/x%2Cy https://b.example/",
        "Stand: 07.04.2026",
    ]


def test_the_revision_is_the_day_of_the_change() -> None:
    assert "REV:2026-04-07T00:00:00Z" in lines(ANNA, last_changed=NOW)
    assert "REV:2026-03-02T00:00:00Z" in lines(ANNA, last_changed=None)
    assert not [line for line in lines(ANNA, last_changed=None, first_seen=None) if line.startswith("REV")]


def test_groups_are_one_property_without_commas_in_a_name() -> None:
    text = cards([replace(LINDENAU, groups=("Rot, Grün", "Blau"))], "L")
    assert [line for line in text.split("\r\n") if line.startswith("CATEGORIES")] == ["CATEGORIES:Rot Grün,Blau"]


@pytest.mark.parametrize("one", [LINDENAU, GROTHE, OFFICE, BERG], ids=lambda one: one.uid)
def test_another_reader_finds_the_same(one: object) -> None:
    (shown,) = [each for each in publishable(PUBLICATION).entries if each.uid == one.uid]  # type: ignore[attr-defined]
    (card,) = vobject.readComponents(cards([shown], "Landkreis Tannberg"))
    contact = shown.contact
    assert card.uid.value == shown.uid
    assert card.n.value.family == (contact.name.family if contact.name else contact.org)
    assert [tel.value for tel in card.contents.get("tel", [])] == [phone.e164 for phone in contact.phones]
    assert [mail.value for mail in card.contents.get("email", [])] == list(contact.emails)
    assert card.contents["note"][0].value.count("\n") >= 2
    if contact.role:
        assert card.title.value == contact.role


@given(contacts)
@settings(deadline=None)
def test_any_text_stays_one_card_that_can_be_read(contact: Contact) -> None:
    text = cards(publishable(with_contact(contact)).entries, "Landkreis Tannberg")
    (card,) = vobject.readComponents(text)
    assert card.fn.value.strip()
    assert card.uid.value
    assert all(len(line) <= 75 for line in text.encode().split(b"\r\n"))
    assert not re.search("[\\x00-\\x09\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u200b\\u202e\\ufeff]", text)


@given(contacts)
@settings(deadline=None)
def test_a_function_and_mails_come_back_as_they_were(contact: Contact) -> None:
    shown = publishable(with_contact(contact)).entries[0].contact
    (card,) = vobject.readComponents(cards([entry(1, shown)], "L"))
    if shown.role and shown.role.strip():
        assert card.title.value == shown.role
    assert [mail.value for mail in card.contents.get("email", [])] == list(shown.emails)


@given(st.lists(contacts, max_size=3))
@settings(deadline=None)
def test_loose_cards_need_no_uid(several: list[Contact]) -> None:
    text = loose_cards(several)
    assert len(list(vobject.readComponents(text))) == len(several)


def test_hours_stand_in_the_note_of_a_loose_card() -> None:
    assert "NOTE:Sprechzeiten: Mo\r\n" in loose_cards([replace(ANNA, hours="Mo")])
