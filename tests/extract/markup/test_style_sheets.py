"""Rules of the style sheets inside a page."""

from __future__ import annotations

import pytest

from pipeline.extract.markup.parse import parse_html
from pipeline.extract.markup.style_sheets import matches, rules_of, style_sheets


@pytest.mark.parametrize(
    ("css", "rules"),
    [
        (".alt {display:none}", [(".alt", "display:none")]),
        (".alt, td.weg {color:red}", [(".alt", "color:red"), ("td.weg", "color:red")]),
        ("<!-- .xl66 {color:red} -->", [(".xl66", "color:red")]),  # as spreadsheet programs write it
        ("/* alt */ p {color:red}", [("p", "color:red")]),
        ("@media print {.alt {display:none}} p {color:red}", [("p", "color:red")]),
    ],
)
def test_rules(css: str, rules: list[tuple[str, str]]) -> None:
    assert list(rules_of(css)) == rules


def test_only_sheets_for_the_screen_and_plain_selectors() -> None:
    tree = parse_html("<style media=print>p {color:red}</style><style>b {color:red}</style><p>a</p><p class=x>b</p>")
    assert style_sheets(tree) == ["b {color:red}"]
    assert len(matches(tree, "p")) == 2
    assert len(matches(tree, "p.x")) == 1
    assert matches(tree, "p:hover") == []
