"""Values of attributes whose closing quote was forgotten: they end with their tag, and what stands behind is read."""

from __future__ import annotations

import time

import pytest

from pipeline.extract.markup.quotes import with_closed_quotes
from pipeline.extract.page.reader import read_page
from pipeline.model import Rules

BEFORE = "<p>Frau Sabine Grothe<br>Telefon 07123 3320-14<br>sabine.grothe@ahlbach.example</p>"
BEHIND = (
    "\n<p>Herr Emre Polat<br>Telefon 07123 3320-15<br>Sprechzeiten nach Gerd's Kalender</p>"
    '<p>Frau Ina Busch<br>Telefon 07123 3320-16<br><a href="mailto:ina.busch@ahlbach.example">E-Mail</a></p>'
)
OPENINGS = (
    *(
        '<p class="offen>',
        "<p title='offen>",
        '<a href="seite.html>mehr</a>',
        '<img alt="Bild src=x.png>',
        '<DIV CLASS = "a>',
    ),
    *('<p id=a class="b" title="c>', '<td width="100%>', '<a href="?a=1&b=2>x</a>', '<p class=">', '<p class="a>' * 3),
)


def families(html: str) -> set[str]:
    found = read_page(html.encode(), None, Rules("07123", "08199"))
    values = [{reading.field: reading.value for reading in record.readings} for record in found.records]
    return {str(getattr(each.get("name"), "family", None)) for each in values}


@pytest.mark.parametrize("opening", OPENINGS)
def test_what_stands_behind_is_read(opening: str) -> None:
    page = f"<html><head><title>Integration</title></head><body>{BEFORE}{opening}{BEHIND}</body></html>"
    assert families(page) == {"Grothe", "Polat", "Busch"}


@pytest.mark.parametrize(
    "part",
    [
        '<p title="A > B">x</p>',
        '<p title="<b>fett</b><p>"class="a">x</p>',
        """<button onclick="if (a > b) zeige('<p>')">x</button>""",
        "<!-- <p class=\"offen> --><p class='a'>x</p>",
        "<script>let a = '<p class=\"offen>'; let b = '<p>\"';</script>",
        "<p title=Gerd's>x</p><p>Anna's</p>",
    ],
)
def test_whole_values_stay(part: str) -> None:
    assert with_closed_quotes(BEFORE + part + BEHIND) == BEFORE + part + BEHIND


@pytest.mark.parametrize("opening", [*OPENINGS, "<p a=\"x><p b='", "<p a='x>", '<p a="x'])
def test_many_of_them_cost_no_more(opening: str) -> None:
    began = time.process_time()
    with_closed_quotes(BEFORE + opening * 50_000 + BEHIND)
    assert time.process_time() - began < 3
