"""What would swallow the rest of a page: elements and comments whose end is missing."""

from __future__ import annotations

import time

import pytest

from pipeline.extract.markup.unclosed import without_unclosed
from pipeline.extract.page.reader import read_page
from pipeline.model import Rules

BEFORE = "<p>Frau Sabine Grothe<br>Telefon 07123 3320-14<br>sabine.grothe@ahlbach.example</p>"
BEHIND = "<h2>Rathaus Oberrode</h2><p>Herr Emre Polat<br>Telefon 07123 3320-15<br>emre.polat@ahlbach.example</p>"

OPENINGS = (
    *("<title>", "<plaintext>", "<xmp>", "<noframes>", "<noembed>", "<iframe src='karte.html'>", "<TEXTAREA rows=3>"),
    *("<script>let a = '0711 5555';", "<style>p { color: red }", "<template>", "<select>", "<object>", "<video>"),
    *("<svg><title>", "<!-- Stand: 2026", "<!-- alt ->", "<xmp><title><noembed><!--", "<script></script><script>"),
    *("<svg><foreignObject>", "<math><mi>", "<table><caption>", "<script><!-- <script> </script>"),
)


def reached(html: str) -> dict[str, str | None]:
    """The office of everybody on the page, by family name."""
    found = read_page(html.encode(), None, Rules("07123", "08199"))
    values = [{reading.field: reading.value for reading in record.readings} for record in found.records]
    return {str(getattr(each.get("name"), "family", None)): each.get("org") for each in values}


@pytest.mark.parametrize("opening", OPENINGS)
def test_what_stands_behind_is_read(opening: str) -> None:
    page = f"<html><head><title>Integration</title></head><body>{BEFORE}{opening}\n{BEHIND}</body></html>"
    assert reached(page) == {"Grothe": None, "Polat": "Rathaus Oberrode"}


@pytest.mark.parametrize("opening", OPENINGS)
def test_many_of_them_cost_no_more(opening: str) -> None:
    began = time.process_time()
    assert BEHIND in without_unclosed(BEFORE + opening * 50_000 + BEHIND)
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    "part",
    [
        "<!-- 0,3 Sekunden",
        "<script>let mail = 'ina' + '@x.example'",
        "<script>document.write('<p>0711 5555</p>')</script>",
        "<!-- <p>Frau Ina Alt, 0711 5555</p> -->",
        "<!--><p></p><!--->",
        "<script><!--\ndocument.write('<script src=a.js></script>');\n//--></script>",
        "<template><p>Frau Ina Alt, 0711 5555</p></template>",
    ],
)
def test_what_nobody_sees_stays_unread(part: str) -> None:
    assert without_unclosed(f"{BEFORE}{part}") == f"{BEFORE}{part}"
    assert set(reached(f"<body>{BEFORE}{part}")) == {"Grothe"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("<h3>Turnen<h3><ul><li>Eva Muster</ul>", "<h3>Turnen</h3><ul><li>Eva Muster</ul>"),
        ("<H1>Unsere <b>Vereine</b><H1>\n<p>Mo", "<H1>Unsere <b>Vereine</b></H1>\n<p>Mo"),
        ("<h3>Turnen<h3>Fußball</h3><ul>", "<h3>Turnen<h3>Fußball</h3><ul>"),  # the first has no end at all
        ("<h3>Turnen<p>Mo<h3><p>Fußball</p></h3>", "<h3>Turnen<p>Mo<h3><p>Fußball</p></h3>"),
        ("<h2>Vereine</h2><h2><div>Turnen</div></h2>", "<h2>Vereine</h2><h2><div>Turnen</div></h2>"),
        ("<h2>Vereine<h3><div>Turnen</div></h3></h2>", "<h2>Vereine<h3><div>Turnen</div></h3></h2>"),
    ],
)
def test_a_heading_whose_end_lacks_its_slash_ends(written: str, meant: str) -> None:
    assert without_unclosed(written) == meant
