"""What headings and lines above lend to the people below, and what is nobody's."""

from __future__ import annotations

import pytest

from pipeline.extract.page.reader import read_page
from pipeline.model import Rules
from pipeline.transform.normalize import contact_of
from tests.extract.page.test_blocks import read

_SCHOOL = "<h2>{}</h2><h3>Vorbereitungsklasse</h3><p>Frau {}<br>Tel. 07123 33-{}</p>"
_TABLE = "<table><tr><th>Name</th><th>Aufgabe</th><th>Telefon</th></tr><tr><td>Eva Muster</td><td>{}</td>" \
    "<td>07123 33-12</td></tr></table>"  # fmt: skip


def field(html: str, name: str) -> dict[str, object]:
    """One field of each person."""
    return {contact["name"][3]: contact[name] for contact in read(html) if contact["name"]}


def test_a_heading_that_recurs_below_others_says_what_is_done() -> None:
    html = _SCHOOL.format("Refugium Nord", "Muster", 12) + _SCHOOL.format("Refugium Süd", "Beispiel", 13)
    assert field(html, "role") == {"Muster": "Vorbereitungsklasse", "Beispiel": "Vorbereitungsklasse"}
    assert field(html, "org") == {"Muster": "Refugium Nord", "Beispiel": "Refugium Süd"}


def test_a_label_in_bold_is_not_over_who_stands_below_the_next_one() -> None:
    entries = [("Spielkreis", "Ida Probe, 07123 940-11"), ("", "Rosa Rot, 07123 940-12")]
    entries += [("Möbelbörse", "Eva Muster, 07123 940-13"), ("Öffentlichkeitsarbeit", "Uwe Beispiel, 07123 940-14")]
    html = "".join(f"<p><strong>{head}:</strong></p><p>{who}</p>" if head else f"<p>{who}</p>" for head, who in entries)
    assert set(field(f"<div>{html}</div>", "org").values()) == {None}
    assert field(f"<div>{html}</div>", "role")["Muster"] == "Möbelbörse"


def test_but_over_all_up_to_there() -> None:
    people = ["Eva Muster, 07123 940-13", "Uwe Beispiel, 07123 940-14", "Ida Probe, 07123 940-15", "Rosa Rot, 940-16"]
    lines = ["<b>Sozialamt:</b>", *people[:2], "<b>Bauamt:</b>", *people[2:]]
    html = "".join(f"<p>{line}</p>" for line in lines)
    assert field(f"<div>{html}</div>", "org") == {
        "Muster": "Sozialamt",
        "Beispiel": "Sozialamt",
        "Probe": "Bauamt",
        "Rot": "Bauamt",
    }


def test_a_heading_that_stands_once_is_an_office() -> None:
    assert field(_SCHOOL.format("Refugium Nord", "Muster", 12), "org") == {"Muster": "Vorbereitungsklasse"}


@pytest.mark.parametrize("task", ["Sozialberatung", ""])
def test_a_heading_lends_its_office_to_a_table_as_to_a_card(task: str) -> None:
    assert field("<h2>Refugium Nord</h2>" + _TABLE.format(task), "org") == {"Muster": "Refugium Nord"}


@pytest.mark.parametrize(
    ("people", "with_address"),
    [
        (["Eva Muster"], {"Muster"}),
        (["Eva Muster", "Uwe Beispiel"], set()),  # it is that of the house
    ],
)
def test_an_address_between_a_heading_and_people(people: list[str], with_address: set[str]) -> None:
    cards = "".join(f"<div><b>{name}</b><p>Tel. 07123 33-1{n}</p></div>" for n, name in enumerate(people))
    html = f"<h2>Refugium Nord</h2><p>Marktplatz 1, 72555 Metzingen</p>{cards}"
    assert {name for name, address in field(html, "address").items() if address} == with_address


def test_the_address_of_a_section_is_that_of_the_house() -> None:
    person = "<h3>{}</h3><dl><dt>Telefon</dt><dd>07123 33-12</dd></dl>"
    section = "<section><h2>Refugium {0}</h2><p>Marktplatz {0}, 72555 Metzingen</p>{1}</section>"
    html = section.format(1, person.format("Eva Muster") + person.format("Uwe Probe"))
    html += section.format(2, person.format("Anna Blum"))
    assert {name for name, address in field(html, "address").items() if address} == {"Blum"}  # nobody stands beside her


def test_a_vacant_post_is_no_office() -> None:
    html = "<h2>Gemeinde Ahlbach</h2><h3>N. N.</h3><p>Integrationsbeauftragte<br>Tel. 07123 33-12</p>"
    assert [(contact["name"], contact["org"]) for contact in read(html)] == [(None, "Gemeinde Ahlbach")]


def test_who_serves_two_municipalities_stands_in_two_entries() -> None:
    entry = "<h2>Gemeinde {}</h2><p>Eva Muster, Tel. 07153 33-12</p>"
    assert len(read(entry.format("Altbach") + entry.format("Deizisau"), ags="08116")) == 2
    assert len(read(entry.format("Altbach") + entry.format("Altbach"), ags="08116")) == 1


def test_a_title_makes_a_place_of_a_column_a_municipality_where_no_table_knows_it() -> None:
    html = (
        "<table><tr><th>Stadt/Gemeinde</th><th>Name</th><th>Telefon</th></tr>"
        "<tr><td>Gemeinde Ahlbach</td><td>Eva Muster</td><td>07123 33-12</td></tr>"
        "<tr><td>Gemeinde Ahlbach</td><td>Integrationsbüro Ahlbach</td><td>07123 33-0</td></tr></table>"
    )
    found = read_page(html.encode(), None, Rules(ags="08117")).records
    assert [contact_of(record.readings).municipality for record in found] == ["Ahlbach", "Ahlbach"]


def test_a_town_with_its_address_in_one_row_is_the_municipality_below() -> None:
    html = (
        "<table><tr><th>Name</th><th>Funktion</th><th>Telefon</th></tr>"
        '<tr><td colspan="3">Neustadt, Am Markt 1, 73728 Neustadt</td></tr>'
        "<tr><td>Eva Muster</td><td>Leiterin</td><td>07123 33-12</td></tr></table>"
    )
    (found,) = read_page(html.encode(), None, Rules()).records
    contact = contact_of(found.readings)
    assert (contact.municipality, contact.org) == ("Neustadt", None)


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("<h3>Flüchtlingsbeauftragte</h3>", ["Flüchtlingsbeauftragte", "Flüchtlingsbeauftragte"]),
        ("<h3>Sozialamt</h3>", [None, None]),
        ("", [None, None]),
    ],
)
def test_languages_are_no_function(heading: str, roles: list[str | None]) -> None:
    html = heading + (
        "<table><tr><th>Name</th><th>Sprachen</th><th>Telefon</th></tr>"
        "<tr><td>Eva Muster</td><td>Arabisch</td><td>07123 33-12</td></tr>"
        "<tr><td>Uwe Beispiel</td><td>Dari, Englisch</td><td>07123 33-13</td></tr></table>"
    )
    assert list(field(html, "role").values()) == roles


def test_an_unknown_word_where_a_function_stood_above_the_one_before_is_a_function() -> None:
    html = (
        "<p>Kassierer</p><p>Uwe Muster, Markt 1, 72555 Neustadt</p><p>Tel. 07123 940-11</p>"
        "<p>Frohsinn</p><p>Eva Beispiel</p><p>Tel. 07123 940-12</p>"
    )
    assert field(html, "role") == {"Muster": "Kassierer", "Beispiel": "Frohsinn"}


@pytest.mark.parametrize(
    ("people", "street"),
    [
        ("<dd>Eva Muster<br>Uwe Beispiel</dd><dd>07123 940-12</dd>", "Markt 1"),
        ("<dd>Eva Muster, 07123 940-11<br>Uwe Beispiel, 07123 940-12</dd>", None),
    ],
)
def test_the_address_above_people_is_theirs_where_they_stand_together(people: str, street: str | None) -> None:
    found = read(f"<h3>Altenau</h3><p>Markt 1, 72555 Neustadt</p><dl><dt>Beratung</dt>{people}</dl>")
    assert [contact["address"] and contact["address"][0] for contact in found] == [street, street]


_LINE, _BLOCK = "{}, Tel. 07123 33-1{}<br>", "<p><b>{}</b><br>Tel. 07123 33-1{}</p>"
_DESK = "Gemeindebüro"


def _parish(entry: str, place: str, names: list[str]) -> str:
    entries = "".join(entry.format(name, n) for n, name in enumerate(names))
    return f"<section><h2>Kirchengemeinde {place}</h2><div>{entries}</div></section>"


@pytest.mark.parametrize("entry", [_LINE, _BLOCK], ids=["lines", "blocks"])
def test_an_office_at_any_place_among_people_is_over_nobody(entry: str) -> None:
    html = _parish(entry, "Neustadt", [_DESK, "Eva Muster", "Uwe Blum"])
    html += _parish(entry, "Altdorf", ["Ina Probe", _DESK, "Tom Beck"])
    house, other = "Kirchengemeinde Neustadt", "Kirchengemeinde Altdorf"
    assert field(html, "org") == {"Muster": house, "Blum": house, "Probe": other, "Beck": other}


def test_several_offices_in_a_list_are_over_the_lines_below_them() -> None:
    html = _parish(_LINE, "Neustadt", ["Ina Probe", "Sozialamt", "Eva Muster", "Jugendamt", "Uwe Blum"])
    house = "Kirchengemeinde Neustadt"
    assert field(html, "org") == {"Probe": house, "Muster": "Sozialamt", "Blum": "Jugendamt"}


def test_bold_offices_before_their_people_are_over_them() -> None:
    html = _parish(_BLOCK, "Neustadt", ["Sozialamt", "Eva Muster", "Uwe Blum", "Jugendamt", "Ina Probe", "Tom Beck"])
    assert field(html, "org") == {"Muster": "Sozialamt", "Blum": "Sozialamt", "Probe": "Jugendamt", "Beck": "Jugendamt"}
