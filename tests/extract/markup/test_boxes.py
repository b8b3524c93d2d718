"""The head and the foot of a site, and those of the entries on its pages."""

from __future__ import annotations

from pipeline.extract.page.reader import read_page
from pipeline.model import Rules
from tests.extract.pages import contacts

MUSTER = '<div class="kopf"><h3>Eva Muster</h3><p>Leiterin</p></div><div class="fuss">Tel. 07123 940-12</div>'
BEISPIEL = '<div class="kopf"><h3>Uwe Beispiel</h3><p>Kasse</p></div><div class="fuss">Tel. 07123 940-13</div>'
SITE = '<div class="fuss">Rathaus Neustadt, Tel. 07123 940-0</div>'


def read(html: str) -> list[tuple[str | None, str | None, list[str], list[str]]]:
    found = contacts(read_page(f"<html><body>{html}</body></html>".encode(), None, Rules()))
    people = [
        (one["name"] and one["name"][3], one["role"], [number for _, number, _ in one["phones"]], one["tags"])
        for one in found
    ]
    return sorted(people, key=lambda one: one[0] or "~")


def test_entries_alike_have_heads_and_feet_of_their_own() -> None:
    team = f'<div class="team"><div class="adr">{MUSTER}</div><div class="adr">{BEISPIEL}</div></div>'
    assert read(team + SITE) == [
        ("Beispiel", "Kasse", ["+49712394013"], []),
        ("Muster", "Leiterin", ["+49712394012"], []),
        (None, None, ["+4971239400"], ["footer"]),
    ]


def test_so_do_entries_with_header_and_footer() -> None:
    cards = "".join(
        f"<div class=person><header><h3>{name}</h3></header><footer>Tel. 07123 940-{number}</footer></div>"
        for name, number in (("Eva Muster", 12), ("Uwe Beispiel", 13))
    )
    assert read(f"<div>{cards}</div>") == [
        ("Beispiel", None, ["+49712394013"], []),
        ("Muster", None, ["+49712394012"], []),
    ]


def test_what_stands_once_is_the_sites() -> None:
    around = f'<div class="seite">{SITE}</div><div class="seite"><p>Frau Eva Muster, Tel. 07123 940-12</p></div>'
    assert read(around) == [
        ("Muster", None, ["+49712394012"], []),
        (None, None, ["+4971239400"], ["footer"]),
    ]


def test_columns_of_the_sites_foot_stay_in_it() -> None:
    column = '<div class="spalte"><div class="fuss">{}</div></div>'
    foot = column.format("Rathaus Neustadt, Tel. 07123 940-0") + column.format("Bauhof, Tel. 07123 940-90")
    assert {tuple(tags) for *_, tags in read(f"<footer>{foot}</footer>")} == {("footer",)}
