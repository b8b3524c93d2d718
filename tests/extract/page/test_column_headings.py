"""A topic in one column and whom to ask in the other, row by row."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary


def row(topic: str, name: str, number: int, tag: str = "div") -> str:
    text = f"<div><h3>{topic}</h3><p>Wir beraten gern und kommen auch ins Haus.</p></div>"
    return f"<div class=zwei>{text}<{tag}><h4>Ihre Ansprechperson</h4><p>{name}<br>07123 940-{number}</p></{tag}></div>"


def roles(html: str) -> dict[str | None, str | None]:
    return {name: role for name, _, role, *_ in summary(f"<main><h1>Integration</h1>{html}</main>")}


@pytest.mark.parametrize("tag", ["div", "aside"])
def test_the_topic_of_a_row_is_what_the_person_beside_it_does(tag: str) -> None:
    rows = row("Wohngeld", "Eva Muster", 12, tag) + row("Sprachförderung", "Uwe Beispiel", 13, tag)
    assert roles(rows) == {"Muster": "Wohngeld", "Beispiel": "Sprachförderung"}


def test_the_last_topic_of_a_page_is_not_that_of_the_column_beside_it() -> None:
    text = "<div><h3>Sprachförderung</h3><p>Kurse im Mai.</p><h3>Wohngeld</h3><p>Anträge hier.</p></div>"
    beside = "<div><h4>Ihre Ansprechperson</h4><p>Eva Muster<br>07123 940-12</p></div>"
    assert roles(f"<div>{text}{beside}</div>") == {"Muster": None}


def test_neither_is_it_where_a_column_has_a_topic_of_its_own() -> None:
    rows = row("Wohngeld", "Eva Muster", 12) + row("Sprachförderung", "Uwe Beispiel", 13)
    assert roles(rows.replace("Ihre Ansprechperson", "Kasse")) == {"Muster": "Kasse", "Beispiel": "Kasse"}


def test_a_heading_that_only_announces_people_hides_no_topic_above_it() -> None:
    below = "<h3>Wohngeld</h3><h4>Ansprechpartnerin</h4><p>Eva Muster<br>07123 940-12</p>"
    assert roles(below) == {"Muster": "Wohngeld"}


def house(town: str, people: str, beside: str = "") -> str:
    address = "<p>Talgasse 4</p><p>73728 Esslingen</p>"
    return f"<div class=row><div><h3>Treff {town}</h3>{address}</div><div>{beside}{people}</div></div>"


def offices(html: str) -> dict[str | None, str | None]:
    return {name: org for name, org, *_ in summary(f"<main><h1>Integration</h1>{html}</main>")}


EVA, UWE = "<p>Eva Muster</p><p>07123 940-12</p>", "<p>Uwe Beispiel</p><p>07123 940-13</p>"


def test_the_house_in_the_first_column_of_each_row_is_that_of_the_people_beside_it() -> None:
    rows = house("Neustadt", EVA + UWE) + house("Altdorf", "<p>Ida Probe</p><p>07123 940-14</p>")
    assert offices(rows) == {"Muster": "Treff Neustadt", "Beispiel": "Treff Neustadt", "Probe": "Treff Altdorf"}


@pytest.mark.parametrize(
    "html",
    [
        house("Neustadt", EVA),
        house("Neustadt", EVA, "<h3>Kasse</h3>") + house("Altdorf", UWE, "<h3>Archiv</h3>"),
        house("Neustadt", EVA).replace("</p></div>", "</p><p>Tel. 07123 940-0</p></div>", 1) + house("Altdorf", UWE),
    ],
    ids=["one alone may be anything", "headings of their own", "a house that answers itself"],
)
def test_another_house_is_not(html: str) -> None:
    assert offices(html)["Muster"] != "Treff Neustadt"
