"""Notices in one column: what stands right below the line of whom it reaches."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.notices import with_lines_below
from tests.extract.grid.test_columns import grid

EVA, UWE = "Frau Eva Muster, Tel. 05141 12-11", "Herr Uwe Blum, Tel. 05141 12-12"


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["Celle:", EVA, "muster@celle.example"], ["Celle:", f"{EVA}, muster@celle.example"]),
        ([EVA, "Mobil: 0171 3920094", "muster@celle.example"], [f"{EVA}, Mobil: 0171 3920094, muster@celle.example"]),
        ([EVA, "muster@celle.example", UWE], [EVA, "muster@celle.example", UWE]),
        ([EVA, UWE, "info@celle.example"], [EVA, UWE, "info@celle.example"]),  # of both, perhaps
        ([EVA, "", "info@celle.example"], [EVA, "", "info@celle.example"]),
        ([EVA, "Tel. 05141 12-0"], [EVA, "Tel. 05141 12-0"]),  # she has one: it may be the house's
        ([EVA, "Fragen an info@celle.example"], [EVA, "Fragen an info@celle.example"]),
    ],
)
def test_lines_below_somebody(lines: list[str], joined: list[str]) -> None:
    assert [row[0].text for row in with_lines_below(grid(*([line] for line in lines)).rows, 0)] == joined
