"""People who have an element each, one below the other, and what stands below the last of them."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import read, summary

_VALUES = "<p>Tel. 07123 940-12</p><p>info@stadt.example</p>"
_REACHED = ("+49712394012",)


def numbers(html: str) -> dict[str | None, tuple[str, ...]]:
    return {entry[0]: entry[3] for entry in summary(html)}


@pytest.mark.parametrize(
    "people",
    [
        "<p>Eva Muster</p><p>Uwe Beispiel</p>",
        "<p>Mo + Di: Eva Muster</p><p>Mi + Do: Uwe Beispiel</p>",
        "<div>Eva Muster</div><div>Uwe Beispiel</div>",
    ],
)
def test_what_is_all_that_follows_in_their_entry_is_of_both(people: str) -> None:
    entry = f"<div><p><b>Frauenberatung</b></p>{people}{_VALUES}</div>"
    other = "<div><p><b>Kasse</b></p><p>Ida Probe</p><p>Tel. 07123 940-13</p></div>"
    assert numbers(entry + other) == {"Muster": _REACHED, "Beispiel": _REACHED, "Probe": ("+49712394013",)}


def test_a_field_of_two_people_shares_the_fields_below_and_the_address_above() -> None:
    person = "<div><div>Ansprechpersonen</div><div><div>{}</div></div></div><div>Telefon</div><div>07123 940-{}</div>"
    address = "<p>Marktplatz 1<br>72555 Metzingen</p>"
    html = "".join(
        f"<article><h2>Stadtteilbüro {name}</h2>{address}{person.format(people, number)}</article>"
        for name, people, number in [("Nord", "Eva Muster</div><div>Uwe Beispiel", 12), ("Süd", "Ida Probe", 13)]
    )
    assert numbers(html) == {"Muster": _REACHED, "Beispiel": _REACHED, "Probe": ("+49712394013",)}
    assert [contact["address"] for contact in read(html)] == [["Marktplatz 1", "72555", "Metzingen"]] * 3


@pytest.mark.parametrize(
    "people",
    [
        "<p>Eva Muster</p><p>Uwe Beispiel</p><p>Schriftführer</p><p>Tel. 07123 940-12</p>",
        "<p>Eva Muster</p><p>Uwe Beispiel</p><p>Tel. 07123 940-12</p><p>Ida Probe</p><p>Tel. 07123 940-13</p>",
        "<p>Eva Muster</p><h4>Uwe Beispiel</h4><p>Tel. 07123 940-12</p>",
    ],
    ids=["her function follows", "entries follow", "one is a heading"],
)
def test_where_something_else_follows_the_value_is_of_the_last(people: str) -> None:
    found = numbers(f"<div><p><b>Vorstand</b></p>{people}</div>")
    assert "Muster" not in found
    assert found["Beispiel"] == _REACHED


def test_a_number_below_a_list_of_members_is_not_of_each_of_them() -> None:
    assert "Muster" not in numbers("<ul><li>Eva Muster</li><li>Uwe Beispiel</li></ul><p>Tel. 07123 940-12</p>")


def test_a_mailbox_of_one_of_them_is_hers_alone() -> None:
    html = "<div><p>Eva Muster</p><p>Uwe Beispiel</p><p>Tel. 07123 940-12</p><p>muster@stadt.example</p></div>"
    assert {entry[0]: entry[4] for entry in summary(html)} == {"Muster": ("muster@stadt.example",), "Beispiel": ()}


def test_what_stands_before_a_colon_is_of_all_people_of_the_line() -> None:
    people = "Fr. Eva Muster, 07123 940-12 &amp; Hr. Uwe Beispiel, 07123 940-13"
    found = read(f"<p>Diakonie, Marktplatz 1, 72555 Metzingen: {people}</p>")
    assert [(entry["org"], entry["address"]) for entry in found] == [
        ("Diakonie", ["Marktplatz 1", "72555", "Metzingen"])
    ] * 2


@pytest.mark.parametrize(
    "line",
    [
        "Diakonie, Marktplatz 1, 72555 Metzingen, Eva Muster, 07123 940-12; Uwe Beispiel, 07123 940-13",
        "Eva Muster, Diakonie, 07123 940-12; Uwe Beispiel: 07123 940-13",
    ],
    ids=["no colon", "behind the first"],
)
def test_without_a_colon_an_office_of_the_line_is_of_the_first(line: str) -> None:
    assert [entry[1] for entry in summary(f"<p>{line}</p>")] == ["Diakonie", None]


def _entry(office: str, name: str, *values: str) -> str:
    return "".join(f"<p>{text}</p>" for text in (f"<b>{office}</b>", name, *values))


def test_who_has_no_values_in_her_entry_does_not_take_the_office_of_the_next() -> None:
    html = _entry("Gemeinde Altdorf", "Frau Eva Muster", "Tel. 07123 940-12")
    html += _entry("Gemeinde Neudorf", "Frau Eva Muster (s. o.)")
    html += _entry("Stadt Neustadt", "Herr Uwe Beispiel", "Tel. 07123 940-13")
    assert [entry[:2] for entry in summary(html)] == [("Muster", "Gemeinde Altdorf"), ("Beispiel", "Stadt Neustadt")]


@pytest.mark.parametrize("second", ["Sozialamt", "<i>Sozialamt</i>"])
def test_an_office_below_a_name_over_its_value_is_hers_whatever_stands_above(second: str) -> None:
    html = "<p>Landratsamt Neustadt</p><p>Frau Eva Muster</p>" + f"<p>{second}</p><p>Tel. 07123 940-12</p>"
    ((_, org, *_),) = summary(html)
    assert org is not None
    assert "Sozialamt" in org


@pytest.mark.parametrize("people", ["<b>Eva Muster</b> und <b>Uwe Beispiel</b>", "Eva Muster, Uwe Beispiel"])
def test_the_address_above_two_in_one_line_is_of_both(people: str) -> None:
    html = f"<h3>Jugendhaus</h3><p>Markt 1<br>72555 Metzingen</p><p>{people}<br>Tel. 07123 940-12</p>"
    assert [contact["address"] is not None and len(contact["phones"]) for contact in read(html)] == [1, 1]
