"""Rows that only begin a new page of paper."""

from __future__ import annotations

import time

import pytest

from pipeline.extract.grid.page_breaks import is_page_break
from pipeline.extract.layout import Cell
from pipeline.extract.page.reader import read_page
from pipeline.model import Rules, Where


@pytest.mark.parametrize(
    ("texts", "breaks", "in_section"),
    [
        (["Seite 2 von 3"], True, True),
        (["Beratung im Kreis"], True, False),
        (["Beratung im Kreis – Seite 2"], True, True),
        (["Beratung im Kreis", "Blatt 2"], True, True),
        (["Beratung im Kreis (Fortsetzung)"], True, True),
        (["Stadt Celle"], False, False),
        (["Stadt Celle – Seite 2"], False, False),
        (["Eva Kling", "Seite 2"], False, False),
    ],
)
def test_titles_again_and_numbers_of_pages(texts: list[str], breaks: bool, in_section: bool) -> None:
    own = [Cell(text, Where()) for text in texts]
    assert is_page_break(own, {"Beratung im Kreis"}, False) is breaks
    assert is_page_break(own, {"Beratung im Kreis"}, True) is in_section


def test_somebody_with_her_mail_is_no_title() -> None:
    own = [Cell(text, Where()) for text in ("Eva Muster", "eva.muster@celle.example")]
    assert not is_page_break(own, {cell.text for cell in own}, False)


@pytest.mark.parametrize("sign", ["-", "- ", "– ", "( "])
def test_a_line_of_signs_takes_no_longer_than_one_of_words(sign: str) -> None:
    rows = (
        f"<tr><td>Eva Muster</td><td>{(sign * 32_000)[:32_000]}</td></tr><tr><td>Uwe Blum</td><td>07123 94012</td></tr>"
    )
    html = f"<table><tr><th>Name</th><th>Telefon</th></tr>{rows}</table>"
    began = time.process_time()
    read_page(html.encode(), None, Rules())
    assert time.process_time() - began < 2  # seconds; it took many when each sign began the search anew
