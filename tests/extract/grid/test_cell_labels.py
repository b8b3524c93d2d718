"""Labels that are left in a cell once the values behind them are taken."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.cell_labels import without_labels

GAP = " " * 12


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        (f"Eva Muster Tel.{GAP}", "Eva Muster  "),
        (f"Eva Muster, T{GAP}M{GAP}", "Eva Muster,    "),
        (f"Eva Muster E-Mail:{GAP}dienstlich", "Eva Muster  "),
        (f"Eva Muster{GAP}Uwe Beispiel", "Eva Muster  Uwe Beispiel"),
        ("Eva Muster Tel.", "Eva Muster Tel."),
        ("", ""),
    ],
)
def test_labels_go_where_a_value_was_taken(line: str, rest: str) -> None:
    assert without_labels(line) == rest
