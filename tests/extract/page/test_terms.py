"""Until or from when somebody is there."""

from __future__ import annotations

import pytest

from pipeline.extract.page.reader import read_page
from pipeline.extract.page.terms import is_term
from pipeline.model import Rules
from tests.extract.page.test_blocks import summary


@pytest.mark.parametrize(
    "text",
    ["bis 31.12.2026", "ab 01.02.2027", "(ab Mai 2027)", "bis Ende 2026", "bis zum 1. Mai 2027", "seit 2020"],
)
def test_a_term(text: str) -> None:
    assert is_term(text)


@pytest.mark.parametrize(
    "text", ["bis 12.30 Uhr", "ab Klasse 5", "Leitung ab 01.02.2027", "Kinder bis 14 Jahre", "seit Jahren", "bis 2 km"]
)
def test_no_term(text: str) -> None:
    assert not is_term(text)


@pytest.mark.parametrize(
    ("entry", "role", "term"),
    [
        ("<p>Eva Muster, bis 31.12.2026<br>Tel. 07123 940-12</p>", None, "Eva Muster, bis 31.12.2026"),
        ("<p>Eva Muster<br>ab 01.02.2027<br>Tel. 07123 940-12</p>", None, "Eva Muster, ab 01.02.2027"),
        ("<h3>Eva Muster</h3><p>Leitung (bis Ende 2026)</p><p>Tel. 07123 940-12</p>", "Leitung", "bis Ende 2026"),
        ("<p>Eva Muster, Leitung, seit 2020<br>Tel. 07123 940-12</p>", "Leitung", None),
        ("<p>Eva Muster<br>Tel. 07123 940-12</p><p>Neue Zeiten ab 01.02.2027</p>", None, None),
        ("<p>Eva Muster, Tel. 07123 940-12, Mo bis 12.30 Uhr</p>", None, None),
    ],
)
def test_it_is_no_function_and_to_be_looked_at(entry: str, role: str | None, term: str | None) -> None:
    found = [each.text for each in read_page(entry.encode(), None, Rules()).findings if each.code == "term"]
    assert [each[0:4:2] for each in summary(entry)] == [("Muster", role)]
    assert (found == []) if term is None else found[0].endswith(term)
