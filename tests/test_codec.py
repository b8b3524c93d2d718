"""JSON in the shapes of the contract."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.codec import contact_json, dumps, entry_json, extraction_json, time_json, where_json
from pipeline.model import Address, Contact, Finding, Link, Observation, Origin, PersonName, Phone, Raw, Reading, Where
from tests.export.examples import BEGAN, OFFICE, PAGE, uid

DIRECT = Phone("voice", "+4971139021234", "1234")
CONTACT = Contact(
    PersonName("Beispiel", None, "Dr.", "Frau"),
    "Amt",
    "Leitung",
    None,
    (DIRECT,),
    ("a@b.example",),
    Address("Weg 1", "72555", "Rot"),
    None,
    "Mo",
)


def test_a_contact() -> None:
    assert contact_json(CONTACT, {"phones": ["0711 3902-12 34"]}) == {
        "name": {"salutation": "Frau", "title": "Dr.", "given": None, "family": "Beispiel"},
        "org": "Amt",
        "role": "Leitung",
        "municipality": None,
        "phones": [{"kind": "voice", "e164": "+4971139021234", "display": "0711 3902-1234", "raw": "0711 3902-12 34"}],
        "emails": ["a@b.example"],
        "address": {"street": "Weg 1", "postcode": "72555", "city": "Rot"},
        "url": None,
        "hours": "Mo",
    }


def test_a_contact_without_anything() -> None:
    empty = contact_json(Contact())
    assert empty["name"] is None
    assert empty["address"] is None
    assert empty["phones"] == empty["emails"] == []


def test_a_number_whose_text_is_unknown() -> None:
    assert contact_json(CONTACT)["phones"][0]["raw"] is None


def test_an_entry_adds_what_we_know() -> None:
    known = entry_json(OFFICE)
    assert next(iter(known)) == "uid"
    assert {key: known[key] for key in ("uid", "groups", "sources", "first_seen", "last_changed", "stale")} == {
        "uid": uid(3),
        "groups": ["Freiwilligenagentur <Tannberg> & Co."],
        "sources": [{"id": "kirchen", "url": PAGE, "seen": "2026-03-02T00:00:00Z"}],
        "first_seen": "2026-03-02T00:00:00Z",
        "last_changed": "2026-03-02T00:00:00Z",
        "stale": True,
    }
    assert Origin("kirchen", PAGE, BEGAN, stale=True) in OFFICE.sources


def test_an_extraction() -> None:
    kept = Reading("phones", Phone("voice", "+4971139021234"), Raw("Tel. 3902-1234"))
    seen = Observation("", CONTACT, (Reading("role", "Leitung", Raw("Leitung")), kept), Where(sheet="Liste", cell="C7"))
    made = extraction_json(
        [seen], [Link("Flyer", None, 459_000)], [Finding("unclaimed", "warning", "Zimmer 3", Where(4, "main > p"))]
    )
    (contact,) = made["contacts"]
    assert contact["where"] == {"sheet": "Liste", "cell": "C7"}
    assert contact["phones"][0]["raw"] == "Tel. 3902-1234"
    assert made["documents"] == [{"title": "Flyer", "href": None, "stated_size_bytes": 459_000}]
    (finding,) = made["findings"]
    assert finding["where"] == {"line": 4, "path": "main > p"}
    assert (finding["code"], finding["severity"]) == ("unclaimed", "warning")
    assert "Zimmer 3" in finding["message"]
    assert "contact data" in extraction_json([], [], [Finding("unclaimed", "info")], "en")["findings"][0]["message"]


def test_an_unknown_place_is_empty() -> None:
    assert where_json(Where()) == {}


def test_times_are_in_utc() -> None:
    assert time_json(BEGAN) == "2026-03-02T00:00:00Z"
    assert time_json(None) is None


@pytest.mark.parametrize(
    ("text", "written"), [("Köngen", "Köngen"), ("a\u202eb", "a\\u202eb"), ("日本", "日本"), ("\u00a0", "\\u00a0")]
)
def test_what_is_invisible_is_spelled_out(text: str, written: str) -> None:
    assert dumps([text]) == f'[\n  "{written}"\n]\n'


@given(st.text(st.characters(), max_size=30))
def test_any_text_comes_back_and_harms_no_terminal(text: str) -> None:
    written = dumps({"a": text})
    assert json.loads(written) == {"a": text}
    assert all(unicodedata.category(char)[0] != "C" or char == "\n" for char in written)
    assert dumps(json.loads(written)) == written
