"""Headings that stand where they are not expected: below their contact, as rows of a table, above a table."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import read, summary


def _section(name: str, number: str, title: str) -> str:
    return f"<section><aside><p>{name}</p><p>{number}</p></aside><h2>{title}</h2><p>Was wir hier tun.</p></section>"


def test_a_card_above_the_heading_of_its_section() -> None:
    html = "<h1>Bauen</h1>" + _section("Frau Eva Muster", "07123 940-12", "Wasserwirtschaft")
    html += _section("Herr Uwe Beispiel", "07123 940-13", "Naturschutz")
    assert {(name, org or role) for name, org, role, _, _ in summary(html)} == {
        ("Muster", "Wasserwirtschaft"),
        ("Beispiel", "Naturschutz"),
    }


def test_headings_and_labels_of_a_form_below_somebody_are_part_of_it() -> None:
    def form(name: str, function: str, mail: str) -> str:
        fields = {"Funktion:": function, "Straße:": "Marktplatz 1", "PLZ/Ort:": "73033 Göppingen", "E-Mail": mail}
        rows = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in fields.items())
        return f"<div><h2>{name}</h2><h3>Mitarbeiterdaten:</h3><dl>{rows}</dl></div>"

    people = form("Muster, Eva", "Sachbearbeiterin", "eva.muster@kreis.example")
    people += form("Vorlaut, Unbekannt", "Sachbearbeiter", "unbekannt.vorlaut@kreis.example")
    assert summary(people) == [
        ("Muster", None, "Sachbearbeiterin", (), ("eva.muster@kreis.example",)),
        ("Vorlaut", None, "Sachbearbeiter", (), ("unbekannt.vorlaut@kreis.example",)),
    ]


def test_a_contact_before_the_first_heading_of_a_page_is_not_under_it() -> None:
    html = "<div><p>Frau Eva Muster<br>07123 940-12</p><h2>Naturschutz</h2><p>Text</p></div>"
    assert summary(html)[0][:3] == ("Muster", None, None)


def test_two_addresses_each_below_its_heading_are_those_of_the_office_above_them() -> None:
    html = (
        "<h1>Sachgebiet 31</h1><div><div><h4>Hausanschrift</h4><p>Marktplatz 1<br>72555 Metzingen</p></div>"
        "<div><h4>Postanschrift</h4><p>Postfach 10 03 61<br>72541 Metzingen</p></div></div><p>Tel. 07123 940-0</p>"
    )
    assert [contact["address"] for contact in read(html)] == [["Marktplatz 1", "72555", "Metzingen"]]


def test_the_nearest_heading_is_the_office_of_a_table() -> None:
    html = (
        "<h2>Standort Musterhausen</h2><table><tr><th>Buchstabe</th><th>Name</th><th>Telefon</th></tr>"
        "<tr><td>A–K</td><td>Frau Muster</td><td>07123 940-12</td></tr></table>"
    )
    assert summary(html)[0][1] == "Standort Musterhausen"


@pytest.mark.parametrize(
    ("heading", "office"),
    [
        ("Unsere Außenstellen", None),
        ("Die offenen Treffs", None),
        ("Unsere Geschäftsstelle", "Unsere Geschäftsstelle"),
        ("Außenstelle Altdorf", "Außenstelle Altdorf"),
    ],
)
def test_several_offices_in_one_heading_are_the_office_of_nobody_below_it(heading: str, office: str | None) -> None:
    assert summary(f"<h2>{heading}</h2><p>Eva Muster<br>Tel. 07123 940-12</p>")[0][1] == office


def test_a_heading_within_a_table_is_the_function_below_it_and_nothing_to_whom_stands_above() -> None:
    html = (
        "<table><tr><td>Name</td><td>Telefax</td><td>Telefon</td></tr><tr><td>Eva Muster</td><td></td>"
        "<td>07123 940-12</td></tr><tr><td colspan=3><h3>Bürgermeister der Gemeinden</h3></td></tr>"
        "<tr><td>Gemeinde</td><td>Name</td><td>Telefon</td></tr>"
        "<tr><td>Linden</td><td>Uwe Beispiel</td><td>07123 940-13</td></tr></table>"
    )
    assert {(name, role) for name, _, role, _, _ in summary(html)} == {
        ("Muster", None),
        ("Beispiel", "Bürgermeister der Gemeinden"),
    }


def test_people_as_columns_below_their_pictures() -> None:
    html = (
        "<table><tr><td></td><td><img alt=Nord></td><td><img alt=Mitte></td></tr>"
        "<tr><th>Stadtteil</th><td>Nord</td><td>Mitte</td></tr>"
        "<tr><th>Name</th><td>Eva Muster</td><td>Uwe Beispiel<br>Ina Vorlage</td></tr>"
        "<tr><th>Telefon</th><td>07123 940-12</td><td>07123 940-13</td></tr></table>"
    )
    assert {(name, numbers) for name, _, _, numbers, _ in summary(html)} == {
        ("Muster", ("+49712394012",)),
        ("Beispiel", ("+49712394013",)),
        ("Vorlage", ("+49712394013",)),
    }


def test_slots_say_what_a_number_is() -> None:
    html = "<x-card><b>Eva Muster</b><span slot=fax>07123 940-13</span> <span slot=telefon>07123 940-12</span></x-card>"
    assert {(number[0], number[1]) for number in read(html)[0]["phones"]} == {
        ("fax", "+49712394013"),
        ("voice", "+49712394012"),
    }


def test_an_office_before_a_name_in_a_cell() -> None:
    html = (
        "<table><tr><th>Name</th><th>Telefon</th></tr><tr><td>Caritasverband, Frau Eva Muster</td>"
        "<td>07123 940-12</td></tr></table>"
    )
    assert summary(html)[0][:2] == ("Muster", "Caritasverband")


def test_letters_of_an_alphabet_are_no_office() -> None:
    assert summary("<h1>Wer macht was</h1><h2>A</h2><p>Frau Muster, Tel. 07123 940-12</p>")[0][1] is None


_FIELD = "<div><h4>{}</h4><p>{}</p></div>"
_HOUSE = "<h1>Quartiersbüro Hafen</h1>" + _FIELD.format("Adresse", "Marktplatz 1<br>72555 Metzingen")


def test_the_values_of_an_office_may_have_a_heading_each() -> None:
    values = {"Telefon": "07123 940-12", "Fax": "07123 940-13", "E-Mail": "info@hafen.example"}
    html = _HOUSE + "".join(_FIELD.format(*field) for field in values.items())
    numbers = ("+49712394012", "+49712394013")
    assert summary(html) == [(None, "Quartiersbüro Hafen", None, numbers, ("info@hafen.example",))]


@pytest.mark.parametrize(
    "mails",
    ["Bürgerbüro: buerger@hafen.example<br>Bauamt: bau@hafen.example", "Eva Muster: muster@hafen.example"],
    ids=["of offices", "of a person"],
)
def test_a_list_of_addresses_below_a_heading_of_its_own_is_not_of_who_has_the_number(mails: str) -> None:
    html = _HOUSE + _FIELD.format("Telefon", "07123 940-12") + _FIELD.format("E-Mail", mails)
    assert [entry[4] for entry in summary(html) if entry[3] == ("+49712394012",)] == [()]


def test_addresses_below_a_list_of_numbers_are_of_none_of_them() -> None:
    html = _FIELD.format("Telefon", "Bauamt: 07123 940-12<br>Kasse: 07123 940-13")
    html += _FIELD.format("E-Mail", "rathaus@hafen.example")
    assert [entry[4] for entry in summary(html) if entry[3]] == [(), ()]


@pytest.mark.parametrize(
    ("heading", "org", "role"),
    [
        ("Leitung <small>Amt für Soziales</small>", "Amt für Soziales", "Leitung"),
        ("Amt für Soziales <small>Leitung</small>", "Amt für Soziales", "Leitung"),
        ("Leitung<br>Amt für Soziales", "Amt für Soziales", "Leitung"),
        ("Amt für Soziales <small>(Stand: Mai 2026)</small>", "Amt für Soziales", None),
        ("Amt für Soziales<br>Neustadt", "Amt für Soziales", None),
    ],
)
def test_both_lines_of_a_heading_hold(heading: str, org: str, role: str | None) -> None:
    below = "<h3>Amt für Bauen</h3><p>Uwe Beispiel, 07123 940-13</p>"
    entries = summary(f"<h3>{heading}</h3><p>Eva Muster, 07123 940-12</p>{below}")
    assert [entry[:3] for entry in entries] == [("Muster", org, role), ("Beispiel", "Amt für Bauen", None)]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_heading_over_a_list_calls_the_first_entry_no_more_than_the_others(order: tuple[int, int]) -> None:
    entries = ("<li><b>Integrationsbüro</b>, Tel. 07123 940-11</li>", "<li><b>Eva Muster</b>, Tel. 07123 940-12</li>")
    html = f"<h3>Stadt Ahlbach</h3><ul>{''.join(entries[each] for each in order)}</ul>"
    offices = {name: org for name, org, *_ in summary(html)}
    assert offices == {None: "Integrationsbüro", "Muster": "Stadt Ahlbach"}


@pytest.mark.parametrize("label", ["Postfachanschrift", "Lieferadresse", "Besuchsadresse"])
def test_a_label_of_an_address_is_nobodys_function_below_it(label: str) -> None:
    html = (
        f"<h1>Sachgebiet 31</h1><dl><dt>{label}</dt><dd>Postfach 31 67<br>72541 Metzingen</dd></dl>"
        "<article><h4>Frau Eva Muster</h4><p>Tel. 07123 940-12</p></article>"
    )
    assert summary(html)[0][:3] == ("Muster", "Sachgebiet 31", None)


@pytest.mark.parametrize(
    ("heading", "function"),
    [("Vermittlung am Wochenende", "Vermittlung am Wochenende"), ("Siedlung am Park", None)],
)
def test_a_field_of_work_with_its_time_is_what_people_do(heading: str, function: str | None) -> None:
    html = f"<h1>Sprachmittlung</h1><h3>{heading}</h3><p>Frau Eva Muster, Tel. 07123 940-12</p>"
    assert summary(html)[0][2] == function


def test_fernruf_is_the_label_of_a_number_and_no_office() -> None:
    html = "<p>Frau Eva Muster<br>Beauftragte</p><p>Fernruf: 07123 940-12<br>Faxanschluss: 07123 940-19</p>"
    assert summary(html) == [("Muster", None, "Beauftragte", ("+49712394012", "+49712394019"), ())]
