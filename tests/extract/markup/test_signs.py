"""What a page has anywhere."""

from __future__ import annotations

import pytest

from pipeline.extract.markup.signs import Signs

PAGE = """<MAIN class="Karte fa-at"><s title="x">Weg</s><joomla-hidden-mail></joomla-hidden-mail>
<img data-x='1'>Straße im Menü</main>"""


@pytest.mark.parametrize(
    ("word", "found"),
    [
        *[("<main", True), ("<s", True), ("<joomla-hidden-mail", True), ("<m", False), ("<span", False)],
        *[(".fa-at", True), (".karte", True), (".menü", False), (".title", False)],
        *[("data-", True), ("menü", True), ("<img", True), ("mailto", False)],
    ],
)
def test_elements_classes_and_words_are_told_apart(word: str, found: bool) -> None:
    signs = Signs(PAGE)
    assert signs[word] is found
    assert signs[word] is found  # and it is remembered
