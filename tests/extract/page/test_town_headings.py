"""A heading that is nothing but a name is a town only where its neighbours prove it."""

from __future__ import annotations

import pytest

from pipeline.core.places import PLACE
from pipeline.extract.page.reader import read_page
from pipeline.model import Rules

PEOPLE = "<h3>Sozialamt</h3><p>{name}<br>Tel. 06426 9283-12</p>"


def read(body: str, ags: str = "06534") -> list[dict[str, str]]:
    """What is said of the place of each contact."""
    page = f"<html><body><main><h1>Kontakte</h1>{body}</main></body></html>"
    records = read_page(page.encode(), "utf-8", Rules("06421", ags)).records
    return [
        {r.field: str(r.value) for r in record.readings if r.field in ("municipality", PLACE)} for record in records
    ]


def section(heading: str, people: str = PEOPLE, address: str = "", name: str = "Frau Eva Muster") -> str:
    place = f"<p>Rathaus, Markt 1, {address}</p>" if address else ""
    return f"<h2>{heading}</h2>{people.format(name=name)}{place}"


TITLED = section("Gemeinde Lohra", name="Herr Uwe Blum") + section("Stadt Wetter", name="Frau Uta Beck")
ADDRESSED = section("Kirchhain", address="35274 Kirchhain", name="Herr Uwe Blum") + section(
    "Amöneburg", address="35287 Amöneburg", name="Frau Uta Beck"
)


@pytest.mark.parametrize("proof", [TITLED, ADDRESSED])
def test_among_towns_a_bare_name_is_a_town(proof: str) -> None:
    assert read(proof + section("Fronhausen"))[-1] == {"municipality": "Fronhausen"}


@pytest.mark.parametrize(
    "heading",
    ["Wohnen", "Sozialamt", "Einbürgerung", "Leitung", "Eva", "Frau Altdorf", "Team", "Sprachcafé 2", "Caritas"],
)
def test_what_people_do_or_are_called_is_no_town(heading: str) -> None:
    told = read(TITLED + section(heading))[-1]
    assert "municipality" not in told
    assert PLACE not in told


def test_whoever_is_only_called_like_a_town_has_nobody_below() -> None:
    assert read(TITLED + section("Altdorf", "<p>Leitung<br>Tel. 06426 9283-13</p>"))[-1] == {}


@pytest.mark.parametrize(
    "body",
    [
        section("Fronhausen", name="Herr Uwe Blum") + section("Kirchhain"),  # nothing proves them
        section("Gemeinde Lohra", name="Herr Uwe Blum") + section("Altdorf"),  # one town is not a list of towns
        section("Fronhausen", address="35037 Marburg", name="Herr Uwe Blum")
        + section("Cappel", address="35043 Marburg"),
    ],
)
def test_without_proof_it_is_only_noted(body: str) -> None:
    told = read(body)[-1]
    assert (set(told), "municipality" in told) == ({PLACE}, False)


def test_a_district_with_a_table_knows_its_towns() -> None:
    assert read(section("Altbach", name="Herr Uwe Blum") + section("Fronhausen"), "08116")[-1] == {}


def test_who_serves_two_towns_is_named_in_both_however_their_headings_are_written() -> None:
    assert read(section("Fronhausen") + section("Kirchhain")) == [{PLACE: "Fronhausen"}, {PLACE: "Kirchhain"}]
    assert len(read(section("Fronhausen") + section("Fronhausen"))) == 1
