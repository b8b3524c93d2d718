"""`kontakte.csv` and `kontakte.json` as other programs read them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given

from pipeline.export.rows import by_name
from pipeline.export.tables import contacts_csv, contacts_json
from pipeline.export.visible import publishable
from pipeline.model import Contact, PersonName, Phone
from tests.export.examples import ENTRIES, OFFICE, PUBLICATION, entry, with_contact
from tests.export.strategies import contacts


def rows(contact: Contact) -> list[dict[str, str]]:
    """The table of one contact, read as Excel would."""
    publication = publishable(with_contact(contact))
    text = contacts_csv(publication, publication.entries).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_a_german_excel_opens_it() -> None:
    body = contacts_csv(PUBLICATION, PUBLICATION.entries)
    assert body.startswith(b"\xef\xbb\xbfGemeinde;Stelle;Funktion;Anrede;")
    assert body.count(b"\r\n") == len(PUBLICATION.entries) + 1


@pytest.mark.parametrize(
    ("contact", "column", "cell"),
    [
        (Contact(role="=1+1"), "Funktion", "'=1+1"),
        (Contact(role="+1"), "Funktion", "'+1"),
        (Contact(role="-1"), "Funktion", "'-1"),
        (Contact(role="@a"), "Funktion", "'@a"),
        (Contact(role="＝1"), "Funktion", "'＝1"),
        (Contact(role="\t=1"), "Funktion", "'=1"),
        (Contact(role="a=1"), "Funktion", "a=1"),
        (Contact(phones=(Phone("voice", "+431513180"),)), "Telefon", "+43 1 513180"),
        (Contact(phones=(Phone("voice", "+4971139021234", "1234"),)), "Telefon", "0711 3902-1234"),
        (Contact(phones=(Phone("voice", "+cmd|x"),)), "Telefon", "'+cmd|x"),
        (Contact(name=PersonName("Rot; Blau", 'An"na')), "Nachname", "Rot; Blau"),
        (Contact(name=PersonName("Rot; Blau", 'An"na')), "Vorname", 'An"na'),
    ],
)
def test_no_cell_is_a_formula_but_numbers_stay_numbers(contact: Contact, column: str, cell: str) -> None:
    (row,) = rows(contact)
    assert row[column] == cell


@given(contacts)
def test_any_text_stays_in_its_cell(contact: Contact) -> None:
    (row,) = rows(contact)
    numbers = {row[name] for name in ("Telefon", "Mobil", "Fax")}
    assert None not in row
    assert not any(cell.lstrip().startswith(("=", "-", "@", "\t", "\r")) for cell in row.values())
    assert not any(cell.startswith("+") for cell in row.values() if cell not in numbers)


def test_the_json_of_the_contract() -> None:
    made = json.loads(contacts_json(PUBLICATION, PUBLICATION.entries))
    assert list(made) == ["district", "release", "generated", "contacts"]
    assert (made["release"], made["generated"]) == ("00007-2026-04-07", "2026-04-07T00:00:00Z")
    assert [contact["uid"] for contact in made["contacts"]] == [one.uid for one in PUBLICATION.entries]


def test_a_list_is_sorted_as_people_look_things_up() -> None:
    town = [entry(n, Contact(PersonName(name), municipality="Rot")) for n, name in enumerate(("Zech", "Ähl", "Abt"), 1)]
    other = entry(4, Contact(PersonName("Abt"), municipality="Öhr"))
    nowhere = entry(5, Contact(PersonName("Abt")))
    assert sorted([nowhere, *town, other], key=by_name) == [other, town[2], town[1], town[0], nowhere]
    assert len({by_name(one) for one in ENTRIES}) == len(ENTRIES)


def test_a_stale_contact_says_so() -> None:
    text = contacts_csv(replace(PUBLICATION, entries=(OFFICE,)), (OFFICE,)).decode()
    assert "Stand vom 02.03.2026, Quelle derzeit nicht erreichbar" in text
