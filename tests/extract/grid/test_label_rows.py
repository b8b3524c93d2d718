"""Forms whose labels stand in a row above their values."""

from __future__ import annotations

from pipeline.extract.grid.label_rows import with_labels_as_head
from tests.extract.grid.test_columns import grid

WHO, HOW = ["Kommune", "Name"], ["Telefon", "E-Mail"]
EVA, HERS = ["Celle", "Eva Muster"], ["05141 12-34", "muster@amt.de"]
UWE, HIS = ["Wietze", "Uwe Beispiel"], ["05141 12-35", "beispiel@amt.de"]


def laid(*rows: list[str]) -> list[list[str]]:
    return [[cell.text for cell in row] for row in with_labels_as_head(grid(*rows).rows)]


def test_the_labels_become_the_headings_of_a_list() -> None:
    assert laid(WHO, EVA, HOW, HERS, WHO, UWE, HOW, HIS) == [WHO + HOW, EVA + HERS, UWE + HIS]


def test_a_title_above_keeps_its_row() -> None:
    title = ["Stand Mai", ""]
    assert laid(title, WHO, EVA, HOW, HERS, WHO, UWE, HOW, HIS)[:2] == [[*title, "", ""], WHO + HOW]


def test_a_list_stays_as_it_is() -> None:
    assert laid(WHO, EVA, UWE) == [WHO, EVA, UWE]
    assert laid(WHO, EVA, WHO, UWE) == [WHO, EVA, WHO, UWE]
