"""A page that was rebuilt, told from one that was edited."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.config import Source
from pipeline.model import Contact, Document, Observation, Raw, Reading, Where
from pipeline.rebuilt import layout, was_rebuilt, wording
from tests.whole_nights import BASE, District

Person = tuple[str, str, str]
PEOPLE: tuple[Person, ...] = (
    ("Frau Sabine Grothe", "Leitung", "07123 3320-14"),
    ("Herr Emre Polat", "Wohngeld", "07123 3320-15"),
    ("Frau Birgit Hanke", "Rentenberatung", "07123 3320-16"),
)


def table(people: Iterable[Person] = PEOPLE) -> str:
    rows = "".join(f"<tr><td>{name}<td>Sozialamt<td>{role}<td>{number}" for name, role, number in people)
    return f"<h1>Sozialamt und Amt für Wohnen</h1><table><tr><th>Name<th>Amt<th>Funktion<th>Telefon{rows}</table>"


def cards(people: Iterable[Person] = PEOPLE) -> str:
    """The office is another heading's now, although the page still says where they all are."""
    shown = "".join(f"<div><h3>{name}</h3><p>{role}</p><p>Telefon: {number}</p></div>" for name, role, number in people)
    return f"<p>Bei uns im Sozialamt hilft man Ihnen gern weiter.</p><h2>Amt für Wohnen</h2>{shown}"


def observation(**paths: str) -> Observation:
    readings = tuple(Reading(field, "", Raw("", Where(path=path))) for field, path in paths.items())
    return Observation("amt", Contact(), readings)


BEFORE = (observation(name="main > table > tr:nth-of-type(1) > td:nth-of-type(1)", org="#amt > h2"),)


@pytest.mark.parametrize(
    "tonight",
    [
        observation(name="main > table > tr:nth-of-type(7) > td:nth-of-type(2)", org="#stelle > h2"),
        observation(name="div > main > table > tr > td:nth-of-type(1)", org="#amt > h2", role="main > p"),
    ],
)
def test_moved_lines_and_one_more_field_are_no_rebuilding(tonight: Observation) -> None:
    assert not was_rebuilt(layout(BEFORE), layout((tonight,)))


def test_cards_in_place_of_a_table_are() -> None:
    assert was_rebuilt(layout(BEFORE), layout((observation(name="main > div > h3", org="#amt > h2"),)))


def test_where_no_layout_is_known_nothing_was_rebuilt() -> None:
    assert not was_rebuilt((), layout(BEFORE))
    assert layout((Observation("liste", Contact(), (Reading("name", "", Raw("", Where(cell="A1"))),)),)) == ()


def test_all_that_a_page_says() -> None:
    body = b"<h2>Amt f&uuml;r <b>Wohnen</b></h2>"
    assert wording(Document(BASE, body)) == " amt fuer wohnen "


def test_a_page_of_open_tags_takes_no_time() -> None:
    started = time.process_time()
    assert wording(Document(BASE, b"<a " * 300_000)).startswith(" a a ")
    assert time.process_time() - started < 5


# ---- whole nights --------------------------------------------------------------------------------


@pytest.fixture
def district(tmp_path: Path) -> District:
    district = District(tmp_path)
    district.config = replace(district.config, sources=(Source("amt", "page", f"{BASE}amt.html"),))
    district.files = {"amt.html": table()}
    district.night()
    return district


def posts(district: District) -> set[tuple[str, str]]:
    return {(entry["org"], entry["role"]) for entry in district.published()["contacts"]}


def test_a_rebuilt_page_brings_no_changes_but_a_question(district: District) -> None:
    before = posts(district)
    district.files["amt.html"] = cards()
    result = district.night()
    assert result.report is not None
    assert (result.exit_status, result.report.changes, posts(district)) == (0, (), before)
    (kept,) = [dict(finding.details) for finding in result.report.findings if finding.code == "reading_kept"]
    assert (kept["count"], kept["value"], kept["said"]) == ("3", "Sozialamt", "Amt für Wohnen")


def test_staff_can_take_what_the_page_reads_now(district: District) -> None:
    district.files["amt.html"] = cards()
    district.night()
    assert district.night(reread=True).exit_status == 4  # so many at once are looked at first
    district.night(reread=True, force=True)
    assert {org for org, _ in posts(district)} == {"Amt für Wohnen"}
    assert district.night().report is None


def test_who_marries_after_it_is_the_same(district: District) -> None:
    uid = district.uid("Grothe")
    district.files["amt.html"] = cards()
    district.night()
    district.files["amt.html"] = cards((("Frau Sabine Weiß", "Leitung", "07123 3320-14"), *PEOPLE[1:]))
    district.night()
    assert district.uid("Weiß") == uid


@pytest.mark.parametrize("layout_of_tomorrow", [cards, table])
def test_after_it_news_is_news(district: District, layout_of_tomorrow: Callable[[Iterable[Person]], str]) -> None:
    district.files["amt.html"] = cards()
    district.night()
    promoted = ("Frau Sabine Grothe", "Leitung Pflege", "07123 3320-14")
    district.files["amt.html"] = layout_of_tomorrow((promoted, *PEOPLE[1:]))
    result = district.night()
    assert result.report is not None
    (change,) = result.report.changes
    assert [(field.field, field.new) for field in change.fields] == [("role", "Leitung Pflege")]
    assert ("Sozialamt", "Leitung Pflege") in posts(district)
