"""The page reader on small pages: who is whose, what stays in force, what nobody claimed, and hostile input."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from pipeline.errors import FormatError
from pipeline.extract.page.reader import read_page, read_text
from pipeline.model import PersonName, Phone, Rules
from tests.extract.pages import contacts

RULES = Rules(area_code="0711", ags="08116")
PERSON = "<p>Frau Eva Muster<br>Tel. 0711 3902-1234<br>eva.muster@kreis.example</p>"


def read(html: str, **options: Any) -> list[dict[str, Any]]:
    return contacts(read_page(html.encode(), None, RULES, **options))


def codes(html: str) -> list[str]:
    return [finding.code for finding in read_page(html.encode(), None, RULES).findings]


# ---- places and scope ----------------------------------------------------------------------------


def test_every_value_has_its_line_and_path() -> None:
    html = f"<html>\n<body>\n<main>\n<h1>Amt</h1>\n{PERSON}\n</main></body></html>"
    (record,) = read_page(html.encode(), None, RULES).records
    assert record.where.line == 5
    assert record.where.path == "body > main > p:nth-of-type(1)"
    assert {reading.raw.text for reading in record.readings} >= {"Frau Eva Muster", "0711 3902-1234"}


def test_a_scope_limits_the_page() -> None:
    html = f'<div id="a">{PERSON}</div><div id="b"><p>Herr Max Ritter<br>Tel. 0711 3902-77</p></div>'
    assert [contact["name"][3] for contact in read(html, scope="#b")] == ["Ritter"]


@pytest.mark.parametrize("scope", ["#nothing", "p::", "((("])
def test_a_scope_that_matches_nothing_is_an_error(scope: str) -> None:
    with pytest.raises(FormatError, match="scope"):
        read(PERSON, scope=scope)


# ---- what belongs to whom ------------------------------------------------------------------------


def test_the_order_of_the_lines_of_a_card_does_not_matter() -> None:
    lines = ["<h3>Eva Muster</h3>", "<div>Tel. 0711 3902-12</div>", "<div>eva@kreis.example</div>"]
    other = "<article><h3>Max Ritter</h3><div>Tel. 0711 3902-13</div></article>"
    first = read(f"<article>{''.join(lines)}</article>{other}")
    assert read(f"<article>{''.join(reversed(lines))}</article>{other}") == first


def test_a_function_stays_in_force_below_its_heading_only() -> None:
    html = "<h3>Sozialberater</h3><p>Frau Keller<br>Tel. 0711 3902-1</p><p>Herr Lang<br>Tel. 0711 3902-2</p>"
    found = read(html + "<h3>Kontakt</h3><p>Frau Mohr<br>Tel. 0711 3902-3</p>")
    assert {contact["name"][3]: contact["role"] for contact in found} == {
        "Keller": "Sozialberater", "Lang": "Sozialberater", "Mohr": None,
    }  # fmt: skip


def test_values_below_two_people_are_for_both_or_by_order() -> None:
    shared = read("<p>Eva Muster und Max Ritter<br>Tel. 0711 3902-12</p>")
    assert [contact["phones"][0][1] for contact in shared] == ["+49711390212"] * 2
    by_order = read("<p>Eva Muster, Max Ritter<br>Tel. 0711 3902-12, 0711 3902-13</p>")
    assert [contact["phones"][0][1] for contact in by_order] == ["+49711390213", "+49711390212"] or [
        contact["phones"][0][1] for contact in by_order
    ] == ["+49711390212", "+49711390213"]
    assert {contact["name"][3]: contact["phones"][0][1] for contact in by_order} == {
        "Muster": "+49711390212", "Ritter": "+49711390213",
    }  # fmt: skip


def test_mails_below_several_people_go_by_name() -> None:
    found = read("<p>Eva Muster, Max Ritter<br>ritter@kreis.example, muster@kreis.example, team@kreis.example</p>")
    assert {contact["name"][3]: contact["emails"] for contact in found} == {
        "Muster": ["muster@kreis.example", "team@kreis.example"],
        "Ritter": ["ritter@kreis.example", "team@kreis.example"],
    }


def test_who_cannot_be_reached_is_a_finding_and_no_contact() -> None:
    html = "<p>Dezernatsleiter Dr. Claus Ritter</p>" + PERSON
    assert len(read(html)) == 1
    assert "no_way_to_reach" in codes(html)


def test_a_municipality_is_known_by_the_official_key() -> None:
    (contact_record,) = read_page(b"<h2>Gemeinde Aichwald</h2>" + PERSON.encode(), None, RULES).records
    assert [r.value for r in contact_record.readings if r.field == "municipality"] == ["Aichwald"]


def test_a_word_for_its_kind_makes_a_municipality_no_office() -> None:
    rows = "<tr><td>Linden</td><td>Eva Muster</td><td>07123 940-12</td></tr>"
    rows += "<tr><td>Altdorf (Stadt)</td><td>Uwe Beispiel</td><td>07123 940-13</td></tr>"
    head = "<tr><th>Ortsgemeinde</th><th>Name</th><th>Telefon</th></tr>"
    found = read(f"<h2>Ehrenamtliche Koordinatoren</h2><table>{head}{rows}</table>")
    assert {(one["org"], one["role"]) for one in found} == {(None, "Ehrenamtliche Koordinatoren")}


def test_copies_for_small_screens_are_one_contact() -> None:
    assert len(read(f'<div class="desktop">{PERSON}</div><div class="mobile">{PERSON}</div>')) == 1


def test_the_link_behind_a_number_that_dials_another_is_a_finding() -> None:
    assert codes('<p>Eva Muster <a href="tel:+49711390299">0711 3902-12</a></p>') == ["tel_link"]


def test_the_link_behind_an_address_that_writes_to_another_is_a_finding() -> None:
    html = '<p>Frau Muster <a href="mailto:alt@kreis.example">neu@kreis.example</a></p>'
    assert codes(html) == ["mail_link"]
    assert read(html)[0]["emails"] == ["neu@kreis.example"]


def test_the_foot_of_the_site_is_kept_apart_and_credits_are_nobody() -> None:
    foot = "<footer><p>Landratsamt, Tel. 0711 3902-0</p><p>Foto: Studio Blende, Tel. 0711 123456</p></footer>"
    found = read(PERSON + foot)
    assert [(contact["org"], contact["tags"]) for contact in found if not contact["name"]] == [
        ("Landratsamt", ["footer"])
    ]


# ---- the house's own pattern of fax numbers ------------------------------------------------------


def test_whoever_breaks_the_pattern_of_fax_numbers_is_told() -> None:
    people = "".join(
        f"<p>Frau {name}<br>Telefon 0711 3902-4{n}<br>Telefax 0711 3902-{fax}</p>"
        for name, n, fax in [("Ast", 2196, 52196), ("Berg", 3087, 53087), ("Cron", 3187, 53187), ("Dorn", 3118, 53033)]
    )
    (finding,) = [f for f in read_page(people.encode(), None, RULES).findings if f.code == "fax_pattern"]
    assert finding.text == "0711 3902-53033"
    assert dict(finding.details) == {"name": "Frau Dorn", "expected": "0711 3902-53118"}


# ---- plain text ----------------------------------------------------------------------------------


def test_plain_text_is_read_like_a_page() -> None:
    text = "Integrationsbeauftragte\nFrau Koridze Araujo\nTelefon 0711 3902-42513\n\n"
    text += "Verwaltungsmanagement\nFrau Dr. Lieb-Thum\nTel. 0711 3902-42504\n"
    records = read_text(text.encode(), None, RULES).records
    assert [[str(r.value) for r in record.readings if r.field == "role"] for record in records] == [
        ["Integrationsbeauftragte"], ["Verwaltungsmanagement"],
    ]  # fmt: skip
    assert [record.where.line for record in records] == [2, 6]


def test_a_row_of_plain_text_may_go_on_below() -> None:
    text = "Eva Muster     Leiterin         07123 / 9 40 12\n                           Fax  07123 / 9 40 19\n"
    records = read_text(f"{text}\nUwe Beispiel   Kasse            07123 / 9 40 13\n".encode(), None, RULES).records
    assert [(record.where.line, [str(r.value.kind) for r in record.readings if isinstance(r.value, Phone)])
            for record in records] == [(1, ["voice", "fax"]), (4, ["voice"])]  # fmt: skip


# ---- robustness ----------------------------------------------------------------------------------

HOSTILE = {
    "deep": "<div>" * 100_000 + PERSON,
    "deep inline": "<b>" * 5000 + "x" + PERSON,
    "NUL bytes": "\0" * 50 + PERSON.replace("Tel", "\0Tel"),
    "huge comment": "<!--" + "x" * 2_000_000 + "-->" + PERSON,
    "unclosed": f"<table><tr><td><p><b>{PERSON}<tr><td><!-- never closed",
    "links": '<a href="/x.pdf">a</a> ' * 30_000 + PERSON,
    "one line": "<p>" + "Wort und Zahl 12 " * 60_000 + "</p>" + PERSON,
    "digits": "<p>" + "0711 " * 200_000 + "</p>" + PERSON,
    "signs": "<p>" + "a@" * 400_000 + "</p>" + PERSON,
    "dashes": "<p>" + " - " * 200_000 + "</p>" + PERSON,
    "brackets": "<p>" + "(" * 300_000 + "</p>" + PERSON,
    "attributes": "<div " + " ".join(f"a{n}=1" for n in range(50_000)) + f">{PERSON}</div>",
    "cells": "<table>" + "<tr>" + "<td>x y</td>" * 25 + "</tr>" * 500 + "</table>" + PERSON,
    "spans": "<table>" + "<tr>" + "<td colspan=1000 rowspan=1000>x</td>" * 100 + "</table>" + PERSON,
    "nested tables": "<table><tr><td>" * 500 + PERSON,
    "navigation never closed": "<nav><ul>" + "<li><a href=x>y</a>" * 500 + PERSON,
    "cookies never closed": '<div class="cookie">' * 300 + PERSON,
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE)
def test_nothing_is_lost_on_hostile_pages_and_nobody_waits(html: str) -> None:
    start = time.process_time()
    found = read_page(html.encode(), None, RULES)
    assert time.process_time() - start < 20
    assert any(reading.value == "eva.muster@kreis.example" for record in found.records for reading in record.readings)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(
    ["<div>", "</div>", "<p>", "</p>", "<br>", "<td>", "<table>", "<tr>", "</table>", "<h2>", "</h2>", "<b>", "</b>",
    "<li>",
     "Frau Eva Muster", "Leitung", "Amt für Soziales", "Tel. 0711 3902-12", "-13", "a@kreis.example", "Markt 1",
     "72555 Neudorf",
     '<a href="mailto:b@kreis.example">E-Mail</a>', "Kontakt:", "N.N.", ", ", " ", "\n", "&nbsp;", "<nav>", "</nav>",
     "<footer>"]
), max_size=40))  # fmt: skip
def test_no_number_and_no_address_that_is_not_on_the_page(pieces: list[str]) -> None:
    html = "".join(pieces)
    # As a browser sees it: cells outside a table are no cells, and bold letters belong to the word they stand in.
    seen = (LexborHTMLParser(html).html or "").replace("<b>", "").replace("</b>", "")
    for record in read_page(html.encode(), None, RULES).records:
        for reading in record.readings:
            if isinstance(reading.value, Phone):
                assert (reading.value.extension or reading.value.e164[-3:]) in seen
            if reading.field == "emails":
                assert str(reading.value) in seen.lower()
            if isinstance(reading.value, PersonName):
                assert reading.value.family in seen
