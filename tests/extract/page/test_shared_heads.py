"""A function above a list, and of whom it is said."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import read, summary
from tests.extract.page.test_inherited import field

_LISTED = "<ul><li>Eva Muster, 07123 940-12</li><li>Ida Probe, Neustadt, 07123 940-13</li><li>{}</li></ul>"


@pytest.mark.parametrize("head", ["<p><b>Sprecherinnen:</b></p>", "<p>Sprecherinnen:</p>", "<div>Sprecherinnen</div>"])
def test_a_function_right_above_a_list_is_that_of_everybody_in_it(head: str) -> None:
    html = head + _LISTED.format("<p>Rosa Beispiel</p><p>07123 940-14</p>")
    assert field(html, "role") == {
        "Muster": "Sprecherinnen",
        "Probe": "Sprecherinnen, Neustadt",
        "Beispiel": "Sprecherinnen",
    }


@pytest.mark.parametrize(
    "entry", ["Uwe Beispiel, Kassier, 07123 940-14", "Kassier: Uwe Beispiel, 07123 940-14"], ids=["behind", "before"]
)
def test_but_not_of_who_has_another(entry: str) -> None:
    assert field("<p>Sprecherinnen:</p>" + _LISTED.format(entry), "role")["Beispiel"] == "Kassier"


def test_nor_of_an_office_in_it() -> None:
    html = "<p>Sprecherinnen:</p>" + _LISTED.format("Gemeindebüro, 07123 940-14")
    assert [contact["role"] for contact in read(html) if not contact["name"]] == [None]


def test_a_function_above_a_list_ends_with_it_and_with_what_stands_between() -> None:
    html = (
        "<p>Sprecherin: Eva Muster, 07123 940-12</p><ul><li>Ida Probe, 07123 940-13</li></ul>"
        "<p>Sprecherin</p><p>Rosa Rot, 07123 940-14</p><ul><li>Anna Blau, 07123 940-15</li></ul>"
        "<p>Sprecherin:</p><ul><li>Lena Gelb, 07123 940-16</li></ul><ul><li>Maria Grün, 07123 940-17</li></ul>"
    )
    assert {name for name, role in field(html, "role").items() if role} == {"Muster", "Rot", "Gelb"}


@pytest.mark.parametrize(
    "entry",
    ["Hauptamt: Uwe Beispiel, 07123 940-14", "Uwe Beispiel (Vertretung), 07123 940-14"],
    ids=["of an office", "a deputy"],
)
def test_nor_of_who_has_another_post_in_the_list(entry: str) -> None:
    assert field("<p>Sprecherinnen:</p>" + _LISTED.format(entry), "role")["Beispiel"] is None


def test_an_address_announced_for_all_is_not_of_who_has_her_own() -> None:
    html = (
        "<p>Caritas, Marktplatz 1, 72555 Metzingen: Eva Muster, Tel. 07123 940-1; "
        "Ida Probe, Hofstr. 2, 72574 Bad Urach, Tel. 07125 940-2</p>"
    )
    streets = {contact["name"][3]: contact["address"] for contact in read(html)}
    assert "Marktplatz 1" in str(streets["Muster"])
    assert "Hofstr. 2" in str(streets["Probe"])


def test_a_heading_is_the_function_below_it_whatever_announces_the_name() -> None:
    html = "<div><h2>Notfallseelsorge</h2><p>Fragen an die Leitstelle: Eva Muster, 07123 940-12</p></div>"
    assert field(html, "role")["Muster"] == "Notfallseelsorge"


def test_who_names_her_own_house_is_not_of_the_office_above_her() -> None:
    html = (
        "<p>Jugendamt, Tel. 07123 940-10<br>Eva Muster, Tel. 07123 940-11<br>"
        "Uwe Beispiel, Tel. 07123 940-12<br>Ida Probe (Diakonie), Tel. 07123 940-13</p>"
    )
    offices = {name: office for name, office, *_ in summary(html)}
    assert offices == {None: "Jugendamt", "Muster": "Jugendamt", "Beispiel": "Jugendamt", "Probe": "Diakonie"}


@pytest.mark.parametrize("head", ["<h3>Unser Vorstand</h3>", "<p><b>Vorstand</b></p>", "<p><b>Vorstand:</b></p>"])
@pytest.mark.parametrize(
    "people",
    [
        "<p>Eva Muster<br>Tel. 07123 940-12</p><p>Uwe Beispiel<br>Tel. 07123 940-13</p>",
        "<ul><li>Eva Muster, 07123 940-12</li><li>Uwe Beispiel, 07123 940-13</li></ul>",
    ],
)
def test_the_board_is_what_everybody_below_it_is_in(head: str, people: str) -> None:
    assert [entry[:3] for entry in summary(head + people)] == [
        ("Muster", None, "Vorstand"),
        ("Beispiel", None, "Vorstand"),
    ]


_CARDS = (
    "<section><p>{}</p></section><section><h3>Team</h3><p>Ada Rot<br>Leiterin<br>07123 940-15</p>"
    "<p>Ida Blau<br>Leiterin<br>07123 940-16</p></section>"
)


@pytest.mark.parametrize(
    ("lines", "second"),
    [
        ("Sekretärinnen:<br>Eva Muster, 07123 940-12<br>Ida Probe, 07123 940-13", "Sekretärinnen"),
        ("Sekretärinnen:<br>Eva Muster, 07123 940-12<br>Kasse: Ida Probe, 07123 940-13", "Kasse"),
        ("Sekretärin:<br>Eva Muster<br>07123 940-12<br>Kasse<br>Ida Probe, 07123 940-13", "Kasse"),
        ("Sekretärin: Eva Muster, 07123 940-12<br>Ida Probe, 07123 940-13", None),
    ],
)
def test_a_label_over_lines_of_people_is_for_all_of_them_in_whatever_card(lines: str, second: str | None) -> None:
    assert field(_CARDS.format(lines), "role")["Probe"] == second
