"""Contacts that only machines are told: JSON-LD, microdata in attributes, state of scripts."""

from __future__ import annotations

import json
from html import escape
from typing import Any

import pytest

from pipeline.extract.page.reader import read_page
from pipeline.model import Rules
from tests.extract.pages import contacts


def read(html: str) -> list[dict[str, Any]]:
    return contacts(read_page(html.encode(), None, Rules(area_code="07123")))


def ld(thing: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def test_an_office_in_linked_data_is_the_sites_own() -> None:
    office = {
        "@type": "GovernmentOffice", "name": "Rathaus Neudorf", "telephone": "+49 7123 940-0",
        "faxNumber": "07123 940-9",
        "address": {"@type": "PostalAddress", "streetAddress": "Markt 1", "postalCode": "72555",
        "addressLocality": "Neudorf"},
        "url": "https://neudorf.example", "contactPoint": [{"@type": "ContactPoint", "email": "info@neudorf.example"}],
    }  # fmt: skip
    (contact,) = read(ld({"@graph": [office]}))
    assert contact["org"] == "Rathaus Neudorf"
    assert [number[:2] for number in contact["phones"]] == [["voice", "+4971239400"], ["fax", "+4971239409"][:2]]
    assert contact["emails"] == ["info@neudorf.example"]
    assert contact["address"] == ["Markt 1", "72555", "Neudorf"]
    assert contact["tags"] == ["footer"]


def test_references_to_characters_in_data_are_what_they_stand_for() -> None:
    office = {"@type": "Organization", "name": "Rat &amp; Hilfe", "telephone": "07123 940&#8209;12"}
    (contact,) = read(ld(office))
    assert contact["org"] == "Rat & Hilfe"
    assert contact["phones"] == [["voice", "+49712394012", "12"]]


def test_a_person_in_linked_data() -> None:
    person = {
        "@type": "Person", "givenName": "Eva", "familyName": "Muster", "honorificPrefix": "Dr.", "jobTitle": "Leiterin",
        "worksFor": {"@type": "Organization", "name": "Jugendamt"}, "email": "mailto:eva.muster@kreis.example",
    }  # fmt: skip
    (contact,) = read(ld(person))
    assert contact["name"] == [None, "Dr.", "Eva", "Muster"]
    assert (contact["role"], contact["org"], contact["emails"]) == (
        "Leiterin",
        "Jugendamt",
        ["eva.muster@kreis.example"],
    )


def test_what_the_page_shows_goes_first_and_is_no_second_contact() -> None:
    shown = "<p>Frau Dr. Eva Muster<br>Tel. 07123 940-11</p>"
    hidden = {"@type": "Person", "name": "Dr. Eva Muster", "telephone": "07123 940-11", "email": "muster@kreis.example"}
    (contact,) = read(shown + ld(hidden))
    assert contact["name"] == ["Frau", "Dr.", "Eva", "Muster"]
    assert contact["emails"] == ["muster@kreis.example"]


def test_data_of_a_full_name_adds_what_is_not_shown_of_her() -> None:
    hidden = {"@type": "Person", "name": "Eva Muster", "telephone": "07123 940-11"}
    (contact,) = read("<p>Eva Muster<br>eva.muster@kreis.example</p>" + ld(hidden))
    assert [number[1] for number in contact["phones"]] == ["+49712394011"]
    assert contact["emails"] == ["eva.muster@kreis.example"]


@pytest.mark.parametrize(
    ("shown", "hidden"),
    [
        pytest.param("<p>Eva Muster<br>Sozialamt<br>07123 940-12</p>", {"worksFor": "Bauamt"}, id="of another office"),
        pytest.param(
            "<p>Eva Muster, Leiterin<br>07123 940-12</p>", {"jobTitle": "Redakteurin"}, id="with another function"
        ),
        pytest.param(
            "<p>Eva Muster<br>Sozialamt<br>07123 940-12</p><p>Eva Muster<br>Bauamt<br>07123 940-13</p>",
            {},
            id="where two of the name are shown",
        ),
    ],
)
def test_data_of_a_namesake_are_of_nobody_shown(shown: str, hidden: dict[str, str]) -> None:
    person = {"@type": "Person", "name": "Eva Muster", "email": "redaktion@agentur.example", **hidden}
    mailed = [contact["phones"] for contact in read(shown + ld(person)) if contact["emails"]]
    assert mailed == [[]]


def test_who_wrote_the_page_is_not_who_is_called_like_her() -> None:
    author = {"@type": "Person", "name": "Eva Muster", "email": "redaktion@agentur.example"}
    hidden = ld({"@type": "Article", "author": author})
    mailed = [c["phones"] for c in read("<p>Eva Muster<br>Sozialamt<br>07123 940-12</p>" + hidden) if c["emails"]]
    assert mailed == [[]]


def test_state_of_a_script() -> None:
    state = {
        "staff": [{"vorname": "Renate", "nachname": "Glück", "funktion": "Beauftragte", "telefon": "07123 940-41"}]
    }
    (contact,) = read(f"<main></main><script>window.__STATE__ = {json.dumps(state)}; run();</script>")
    assert contact["name"] == [None, None, "Renate", "Glück"]
    assert contact["role"] == "Beauftragte"


def handed(attribute: str, data: Any) -> str:
    return f'<div id="app"><x-list {attribute}="{escape(json.dumps(data))}"></x-list></div>'


@pytest.mark.parametrize("attribute", [":people", "data-props", "v-bind:items"])
def test_people_whom_a_component_is_given_in_its_attribute(attribute: str) -> None:
    people = [
        {"salutation": "Frau", "title": "Dr.", "firstName": "Eva", "lastName": "Muster", "position": "Leiterin",
         "phone": "07123 940-11", "mobile": "0170 2345678"},
        {"title": "Hausmeister", "firstName": "Uwe", "lastName": "Beispiel", "email": "beispiel@kreis.example"},
    ]  # fmt: skip
    first, second = sorted(read(handed(attribute, people)), key=lambda contact: contact["role"] is None)
    assert (first["name"], first["role"]) == (["Frau", "Dr.", "Eva", "Muster"], "Leiterin")
    assert [number[:2] for number in first["phones"]] == [["voice", "+49712394011"], ["mobile", "+491702345678"]]
    assert second["name"] == [None, None, "Uwe", "Beispiel"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param({"open": False, "tel": "07123 940-11"}, id="of nobody"),
        pytest.param([{"firstName": "Eva", "lastName": "Muster", "email": ""}], id="nowhere to be reached"),
        pytest.param({"name": "telephone", "label": "E-Mail", "required": True}, id="a field of a form"),
    ],
)
def test_an_attribute_with_objects_that_are_no_contact(data: Any) -> None:
    assert read(handed("data-props", data)) == []


def test_whom_the_page_shows_and_gives_to_a_component_is_one_contact() -> None:
    person = {"firstName": "Eva", "lastName": "Muster", "phone": "07123 940-11"}
    (contact,) = read("<p>Frau Eva Muster<br>Tel. 07123 940-11</p>" + handed(":person", person))
    assert contact["name"] == ["Frau", None, "Eva", "Muster"]


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ({"name": "Amt für Migration", "strasse": "Marktplatz 4", "plz": "73728", "ort": "Esslingen"}, 1),
        (
            {
                "name": "Amt für Migration",
                "strasse": "Marktplatz",
                "hausnummer": "4",
                "plz": "73728",
                "ort": "Esslingen",
            },
            1,
        ),
        ({"name": "Amt für Migration"}, 0),
        ({"name": "Sommerfest", "strasse": "Marktplatz 4", "plz": "73728", "ort": "Esslingen"}, 0),
    ],
)
def test_an_office_with_its_address_in_the_state_of_a_script(office: dict[str, str], expected: int) -> None:
    state = json.dumps({"abteilung": office | {"telefon": "07123 940-0"}})
    found = read(f"<main></main><script type='application/json'>{state}</script>")
    assert [(one["org"], one["address"]) for one in found] == [
        ("Amt für Migration", ["Marktplatz 4", "73728", "Esslingen"])
    ] * expected


def test_microdata_in_attributes() -> None:
    html = (
        '<div itemscope itemtype="https://schema.org/Person"><span itemprop="name">Bodo Reiter</span>'
        '<meta itemprop="telephone" content="07123 81-200"></div>'
    )
    (contact,) = read(html)
    assert contact["name"] == [None, None, "Bodo", "Reiter"]
    assert contact["phones"][0][1] == "+49712381200"


def test_people_who_are_items_in_an_office_keep_what_is_said_of_them() -> None:
    html = (
        '<div itemscope itemtype="https://schema.org/GovernmentOrganization"><h2 itemprop="name">Amt für Soziales</h2>'
        '<div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">'
        '<span itemprop="streetAddress">Markt 1</span></div><meta itemprop="telephone" content="07123 81-0">'
        '<div itemprop="employee" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Bodo Reiter</b>'
        '<i itemprop="jobTitle">Leiter</i><meta itemprop="email" content="reiter@kreis.example"></div></div>'
    )
    office, person = sorted(read(html), key=lambda contact: contact["name"] is not None)
    assert (office["role"], office["emails"], office["phones"][0][1]) == (None, [], "+497123810")
    assert (person["role"], person["emails"]) == ("Leiter", ["reiter@kreis.example"])


def test_an_item_without_a_type_that_is_said_of_another_is_a_part_of_it() -> None:
    html = (
        '<div itemscope itemtype="https://schema.org/Person"><span itemprop="name">Bodo Reiter</span>'
        '<div itemprop="contactInfo" itemscope><meta itemprop="telephone" content="07123 81-200"></div></div>'
    )
    (contact,) = read(html)
    assert (contact["name"][3], contact["phones"][0][1]) == ("Reiter", "+49712381200")


@pytest.mark.parametrize(
    "html",
    [
        ld({"@type": "WebSite", "name": "Kreis", "email": "x"}),
        ld({"@type": "Person", "name": "Eva Muster"}),
        ld([]) + ld("telephone") + ld(None),
        '<script type="application/ld+json">{"telephone": broken</script>',
        '<script type="application/ld+json">' + "[" * 5000 + '"telephone"</script>',
        '<script>var x = {"telephone": ; y = [1, 2, "email"];</script>',
        '<script src="a.js">{"telephone": "07123 1"}</script>',
    ],
)
def test_nothing_to_see(html: str) -> None:
    assert read(html) == []
