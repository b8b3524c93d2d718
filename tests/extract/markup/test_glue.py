"""What touches in the markup and is two values all the same; what is cut into pieces and is one."""

from __future__ import annotations

import pytest

from pipeline.extract.markup.glue import are_two_values
from pipeline.extract.page.reader import read_page
from pipeline.model import Rules
from tests.extract.page.test_blocks import summary

MAIL = "muster@amt.de"


@pytest.mark.parametrize(
    ("html", "numbers", "mails"),
    [
        ('<span class="t">Tel. 0711 23-12</span><span class="m">muster@amt.de</span>', ["+497112312"], [MAIL]),
        ('<span>Tel. 0711 23-12</span><span>muster<img src="at.png" alt="@">amt.de</span>', ["+497112312"], [MAIL]),
        ("Tel. 0711 23-12muster@amt.de", ["+497112312"], [MAIL]),
        ("Tel.0711/23-12muster(at)amt.de", ["+497112312"], [MAIL]),
        ('<span class="r">Asylberatung</span><span class="m">muster@amt.de</span>', [], [MAIL]),
        ("<b>E-Mail</b>muster@amt.de", [], [MAIL]),
        ('erreichbar<a href="mailto:muster@amt.de">muster@amt.de</a>oder', [], [MAIL]),
        ("<span>muster@amt.de</span><span>info@amt.de</span>", [], ["info@amt.de", MAIL]),
        ("<span>muster@amt.de</span><span>www.amt.de</span>", [], [MAIL]),
        ("muster@amt.dewww.amt.de", [], [MAIL]),
        ("<span>mus</span><span>ter@</span><span>amt.de</span>", [], [MAIL]),
        ('<span class="u">muster</span><span class="a">@</span><span class="d">amt.de</span>', [], [MAIL]),
        ("muster-<br>lang@amt.de", [], ["muster-lang@amt.de"]),
        ("eva.<br>muster@amt.de", [], ["eva.muster@amt.de"]),
        ("muster@amt-<br>neustadt.de", [], ["muster@amt-neustadt.de"]),
        ("07123 940 bzw.<br>muster@amt.de", ["+497123940"], [MAIL]),
    ],
)
def test_values_that_touch(html: str, numbers: list[str], mails: list[str]) -> None:
    (contact,) = summary(f"<p>Frau Eva Muster<br>{html}</p>")
    assert contact == ("Muster", None, contact[2], tuple(numbers), tuple(mails))


@pytest.mark.parametrize(
    ("mail", "found"),
    [
        ("muster@amt.deoder", ["muster@amt.deoder"]),  # it runs into a word
        ("muster@ www.amt.de", ["muster@ www.amt.de"]),
        ("muster@ amt.de", []),  # it is read
        ("Fragen @ Antworten", []),
    ],
)
def test_what_may_be_an_address_is_a_finding(mail: str, found: list[str]) -> None:
    extraction = read_page(f"<p>Frau Eva Muster, 07123 940-12, {mail}</p>".encode(), None, Rules())
    assert [finding.text for finding in extraction.findings if finding.code == "unclaimed"] == found


@pytest.mark.parametrize(
    ("tail", "piece", "two"),
    [
        ("muster@amt.de", "oder", True),
        ("muster@amt.example", "info@amt.example", True),
        ("muster@amt.berlin", "oder", True),
        ("muster@amt.es", "slingen.de", False),
        ("muster@amt", "neustadt.de", False),
        ("muster@amt.d", "e", False),
    ],
)
def test_only_a_usual_ending_ends_an_address(tail: str, piece: str, two: bool) -> None:
    assert are_two_values(tail, piece, "") is two
