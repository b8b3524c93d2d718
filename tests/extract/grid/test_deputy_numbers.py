"""Numbers of a deputy behind somebody's own are a finding and nobody's."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.deputy_numbers import without_deputy
from pipeline.extract.layout import Cell
from pipeline.model import Finding, Where

HERE = Where(sheet="Liste", cell="B2")
OWN = "05141 12-3401"


@pytest.mark.parametrize(
    "behind",
    [
        " (Vertretung: 05141 12-3402)",
        ", Vertr. 05141 12-3402",
        "\nStellv. 05141 12-3402",
        " / in Vertretung 05141 12-3402",
        "; Stellvertreterin: 05141 12-3402",
    ],
)
def test_what_is_said_of_a_deputy_is_cut_off(behind: str) -> None:
    findings: list[Finding] = []
    assert without_deputy(Cell(OWN + behind, HERE), findings).text == OWN
    assert [(finding.code, finding.text, finding.where) for finding in findings] == [
        ("unclaimed", behind.strip(), HERE)
    ]


@pytest.mark.parametrize("text", [OWN, "", "Vertretung: 05141 12-3402", f"{OWN} (Zentrale)"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    findings: list[Finding] = []
    cell = Cell(text, HERE)
    assert without_deputy(cell, findings) is cell
    assert not findings
