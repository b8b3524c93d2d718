"""Links below values that lead on, and those that call what stands below them."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

_ENTRY = "<b>{}</b><br>Tel. 07123 940-{}<br>{}<br><br>"


def offices(link: str, last: str = "") -> list[str | None]:
    """The offices of three people of one paragraph, of whom two have a link of their own below their numbers."""
    people = [("Eva Muster", 11, link), ("Uwe Beispiel", 12, link), ("Ida Probe", 13, last)]
    return [org for _, org, _, _, _ in summary(f"<p>{''.join(_ENTRY.format(*one) for one in people)}</p>")]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/formular">Kontaktformular</a>',
        '<a href="/karte">Route planen</a>',
        '<a href="/karte">Zur Person wechseln</a>',
        '<a href="#oben">Seitenanfang</a>',
    ],
)
def test_a_link_that_leads_on_calls_nobody(link: str) -> None:
    assert offices(link) == [None, None, None]


def test_what_every_entry_ends_with_calls_nobody() -> None:
    link = '<a href="/seite">Lageskizze</a>'
    assert offices(link, link) == [None, None, None]


def test_a_link_may_call_who_stands_below() -> None:
    html = (
        '<p><b>Eva Muster</b><br>Tel. 07123 940-11<br><a href="/cafe">Weltcafé</a><br>Uwe Beispiel<br>07123 940-12</p>'
    )
    assert [org for _, org, _, _, _ in summary(html)] == [None, "Weltcafé"]


@pytest.mark.parametrize("link", ["Zum Inhalt springen", "Zur Navigation", "Direkt zum Hauptinhalt"])
def test_a_link_to_a_part_of_the_page_is_no_office(link: str) -> None:
    assert summary(f'<div><a href="#x">{link}</a></div><div>Tel. 07123 940-0</div>') == [
        (None, None, None, ("+4971239400",), ())
    ]


def test_a_link_to_the_home_page_of_an_office_stays() -> None:
    found = summary('<div><a href="#cafe">Weltcafé</a></div><div>Tel. 07123 940-0</div>')
    assert [org for _, org, _, _, _ in found] == ["Weltcafé"]


@pytest.mark.parametrize("link", ['<a href="/verein">Gemeinsam kochen</a>', '<a href="#wesen">Ausländerwesen</a>'])
def test_a_link_over_somebody_in_the_next_block_says_where_she_is(link: str) -> None:
    html = f"<div><p>Eva Muster<br>Tel. 07123 940-11</p></div><div>{link}<br>Uwe Beispiel<br>Tel. 07123 940-12</div>"
    (found,) = (each for each in summary(html) if each[0] == "Beispiel")
    assert any(found[1:3])
