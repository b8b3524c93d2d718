"""Addresses whose domain stands once above their column."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.mail_domain import completed
from pipeline.extract.layout import Cell
from pipeline.model import Where

HEADING = "E-Mail (…@landkreis-celle.de)"


def mails(heading: str, text: str) -> list[tuple[int, object]] | None:
    found = completed(heading, Cell(text, Where()))
    return None if found is None else [(item.line, item.reading.value) for item in found.emails]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eva.muster", [(0, "eva.muster@landkreis-celle.de")]),
        ("Eva.Muster@", [(0, "eva.muster@landkreis-celle.de")]),
        ("muster\nbeispiel", [(0, "muster@landkreis-celle.de"), (1, "beispiel@landkreis-celle.de")]),
        ("eva muster", None),
        ("muster@amt.de", None),
        ("", None),
    ],
)
def test_a_cell_below_a_heading_with_a_domain(text: str, expected: list[tuple[int, object]] | None) -> None:
    assert mails(HEADING, text) == expected


def test_a_heading_without_a_domain_completes_nothing() -> None:
    assert mails("E-Mail", "eva.muster") is None


def test_the_step_is_told() -> None:
    found = completed(HEADING, Cell("eva.muster", Where()))
    assert found is not None
    assert [step.rule for step in found.emails[0].reading.steps] == ["mail_domain"]
