"""Titles of what opens on a click or stands in a frame: above what is inside, below the heading before it."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

_CARDS = (
    "<article><h{0}>Frau Eva Muster</h{0}><p>Beraterin<br>Tel. 07123 940-12</p></article>"
    "<article><h{0}>Herr Uwe Beispiel</h{0}><p>Berater<br>Tel. 07123 940-13</p></article>"
)


def _framed(level: int, *lists: tuple[str, str]) -> str:
    """Titles with what they open, below the title of a page."""
    return "<h1>Beratung im Landkreis</h1>" + "".join(
        title + _CARDS.format(level).replace("940", f"94{number}") + end for number, (title, end) in enumerate(lists)
    )


@pytest.mark.parametrize("level", [3, 4])
@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("<details><summary>{}</summary>", "</details>"),
        ("<details><summary><h2>{}</h2></summary>", "</details>"),
        ("<details><summary><span><strong>{}</strong></span></summary>", "</details>"),
        ("<fieldset><legend>{}</legend>", "</fieldset>"),
        ("<fieldset><legend><h2>{}</h2></legend>", "</fieldset>"),
        ('<button aria-expanded="false" aria-controls="k-{0}">{0}</button><div id="k-{0}">', "</div>"),
        ('<h2><button aria-expanded="false" aria-controls="k-{0}">{0}</button></h2><div id="k-{0}">', "</div>"),
        ('<button aria-expanded="false">{}</button><div>', "</div>"),
        ('<div><button aria-expanded="false">{}</button></div><div>', "</div>"),
        ('<button class="accordion">{}</button><div class="panel">', "</div>"),
        ('<div role="button" aria-expanded="false">{}</div><div>', "</div>"),
        ('<div role="button" aria-expanded="false"><h2>{}</h2></div><div>', "</div>"),
    ],
    ids=[
        *("summary", "h2 in summary", "bold in summary", "legend", "h2 in legend", "button", "button in h2"),
        *("nameless", "in a row", "by class", "by role", "h2 by role"),
    ],
)
def test_a_title_is_over_all_headings_of_what_it_opens(begin: str, end: str, level: int) -> None:
    houses = ("Diakonie", "Caritas")
    html = _framed(level, *((begin.format(house), end) for house in houses))
    assert {(name, org) for name, org, *_ in summary(html)} == {
        (name, house) for house in houses for name in ("Muster", "Beispiel")
    }


def test_a_title_stands_below_the_heading_before_it_and_ends_with_what_it_opens() -> None:
    html = (
        "<h1>Ämter</h1><h2>Ordnungsamt</h2><h3>Standesamt</h3>"
        "<details><summary>Urkunden</summary><h2>Frau Eva Muster</h2><p>Tel. 07123 940-12</p></details>"
        "<h3>Bürgerbüro</h3><p>Herr Uwe Beispiel<br>Tel. 07123 940-13</p>"
    )
    assert [row[:3] for row in sorted(summary(html), key=repr)] == [
        ("Beispiel", "Bürgerbüro", None),
        ("Muster", "Standesamt", "Urkunden"),
    ]


def test_a_caption_is_an_office_only_if_it_names_one() -> None:
    row = "<tr><td>Frau Eva Muster</td><td>07123 940-12</td></tr>"
    table = "<table><caption>{}</caption><tr><th>Name</th><th>Telefon</th></tr>" + row + "</table>"
    page = "<h1>Ansprechpersonen</h1><h2>Amt für Soziales</h2>" + table
    assert [org for _, org, *_ in summary(page.format("Weitere Aufgaben"))] == ["Amt für Soziales"]
    assert [org for _, org, *_ in summary(page.format("Schwerpunkt Beratung"))] == ["Amt für Soziales"]
    assert [org for _, org, *_ in summary(page.format("Wohngeldstelle"))] == ["Wohngeldstelle"]
    assert [org for _, org, *_ in summary(page.format("Gerätehaus"))] == ["Gerätehaus"]


def test_bold_lines_over_people_are_offices_where_their_addresses_say_so() -> None:
    houses = {"Café Ost": "cafe-ost", "Offene Tür Brake": "offene-tuer-brake", "Runder Tisch": "runder-tisch"}
    people = "<p>Frau Eva Muster (Möbellager)<br>eva@{0}.example</p><p>Herr Uwe Blum (Sprecher)<br>uwe@{0}.example</p>"
    page = "".join(f"<p><strong>{house}</strong></p>" + people.format(domain) for house, domain in houses.items())
    assert {(name, org, role) for name, org, role, *_ in summary(f"<h1>Engagiert im Landkreis</h1>{page}")} == {
        (name, house, role) for house in houses for name, role in (("Muster", "Möbellager"), ("Blum", "Sprecher"))
    }


@pytest.mark.parametrize(
    "opens", ['aria-expanded="false" aria-controls="more"', 'data-toggle="collapse" href="#more"'], ids=["aria", "data"]
)
@pytest.mark.parametrize(
    "html",
    [
        "<p>Eva Muster<br>Leiterin</p><a {}>Mehr erfahren</a><div id='more'><p>Tel. 07123 940-12</p></div>",
        "<p>Eva Muster<br>Leiterin</p><a {}>weiterlesen</a><div id='more'><p>Tel. 07123 940-12</p></div>",
        "<p>Eva Muster, Leiterin <a {}>Sprechzeiten</a><br>Tel. 07123 940-12</p>",
        "<div><a {}>Navigation ein-/ausblenden</a></div><p>Eva Muster, Leiterin<br>Tel. 07123 940-12</p>",
    ],
)
def test_a_button_that_goes_on_with_somebody_is_no_title(html: str, opens: str) -> None:
    assert summary(html.format(opens)) == [("Muster", None, "Leiterin", ("+49712394012",), ())]


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Eva Muster, Leiterin</h2><div><button aria-expanded=false>Kontakt</button><p>Tel. 07123 940-12</p></div>",
        "<p>Eva Muster, Leiterin <button aria-expanded=false>Mehr</button><br>Tel. 07123 940-12</p>",
        "<button aria-expanded=false>Teilen</button><ul><li>Brief</li></ul><p>Eva Muster, Leiterin<br>07123 940-12</p>",
        "<p>Eva Muster, Leiterin<br>Tel. 07123 940-12</p><button aria-expanded=false>Zu den Räumen</button><p>Hof</p>",
        "<p>Eva Muster, Leiterin</p><div role=button aria-expanded=false>Mehr</div><div>Tel. 07123 940-12</div>",
        "<p>Eva Muster, Leiterin</p><button class=collapsible>Tel. 07123 940-12</button><p>Raum 3</p>",
    ],
    ids=["in an entry", "in a line", "of something else", "below an entry", "by role", "a number"],
)
def test_a_button_that_opens_no_part_of_the_page_takes_nothing_away(html: str) -> None:
    assert summary(html) == [("Muster", None, "Leiterin", ("+49712394012",), ())]
