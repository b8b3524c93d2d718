"""Buttons below a name that open her values, and those that head a part of the page."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import read, summary

_BUTTON = "<button aria-expanded=false>{}</button><div>{}</div>"


@pytest.mark.parametrize("label", ["Telefon", "Erreichbarkeit", "So erreichen Sie mich"])
def test_what_a_button_below_somebody_opens_is_hers(label: str) -> None:
    html = "".join(
        f"<div>{name}</div>{_BUTTON.format(label, number)}"
        for name, number in [("Eva Muster", "07123 940-12"), ("Uwe Beispiel", "07123 940-13")]
    )
    assert [(name, phones) for name, _, _, phones, _ in summary(html)] == [
        ("Muster", ("+49712394012",)),
        ("Beispiel", ("+49712394013",)),
    ]


def test_what_stands_below_such_a_button_is_still_hers() -> None:
    html = f"<p>Eva Muster</p>{_BUTTON.format('Aufgaben', 'Wohngeld')}<p>Tel. 07123 940-12</p>"
    assert [(name, phones) for name, _, _, phones, _ in summary(html)] == [("Muster", ("+49712394012",))]


@pytest.mark.parametrize(
    ("above", "opened"),
    [("<p>Eva Muster</p>", "<p>Uwe Beispiel<br>07123 940-13</p>"), ("", "<p>07123 940-13</p>")],
    ids=["somebody else", "nobody above"],
)
def test_a_button_over_others_is_a_title(above: str, opened: str) -> None:
    html = above + _BUTTON.format("Asyl und Flucht", opened) + "<p>Ida Probe<br>07123 940-14</p>"
    said = [text for _, org, role, phones, _ in summary(html) for text in (org, role) if "+49712394013" in phones]
    assert any(said)


_HOUSE = "<h1>Amt für Jugend</h1><div><h3>Hausanschrift</h3><p>Talgasse 4<br>73728 Esslingen</p></div>"
_NUMBER = "<div><h3>{}</h3><p>{}Telefon 0711 940-{}</p></div>"


@pytest.mark.parametrize("label", ["Kommunikation", "Verbindung"])
def test_a_heading_over_values_beside_that_of_an_address_calls_nobody(label: str) -> None:
    assert [(one["org"], one["address"]) for one in read(_HOUSE + _NUMBER.format(label, "", 0))] == [
        ("Amt für Jugend", ["Talgasse 4", "73728", "Esslingen"])
    ]


@pytest.mark.parametrize(
    "html",
    [
        _HOUSE + _NUMBER.format("Seniorenbüro", "", 3),
        _HOUSE + _NUMBER.format("Kasse", "", 3) + _NUMBER.format("Archiv", "", 4),
        _HOUSE + _NUMBER.format("Kommunikation", "Eva Muster<br>", 3),
    ],
    ids=["an office", "two entries", "somebody below it"],
)
def test_a_heading_beside_that_of_an_address_may_be_of_an_office(html: str) -> None:
    assert [one["address"] for one in read(html) if one["phones"][0][2] == "3"] == [None]
