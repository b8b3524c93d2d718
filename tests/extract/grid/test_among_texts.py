"""Numbers and mail addresses in columns for something else."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.among_texts import may_hold, take_among
from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.drafts import Draft
from pipeline.extract.layout import Cell
from pipeline.model import Raw, Reading, Where

HERE = Where()


def taken(field: str, text: str, *known: str, merged: bool = False) -> tuple[list[str], list[str]]:
    """What somebody with these mail addresses has then, and the findings."""
    draft = Draft(HERE, [Reading("emails", mail, Raw(mail, HERE)) for mail in known])
    found = take_among([Column(0, field, "", HERE)], [Cell(text, HERE, merged=merged)], [draft])
    return [str(reading.value) for reading in draft.readings], [finding.code for finding in found]


@pytest.mark.parametrize(
    ("field", "text", "known", "expected"),
    [
        ("address", "Markt 3, kling@celle.example", [], (["kling@celle.example"], [])),
        ("address", "Markt 3, kling@celle.example", ["kling@celle.example"], (["kling@celle.example"], [])),
        ("address", "Markt 3, info@celle.example", ["kling@celle.example"], (["kling@celle.example"], ["unclaimed"])),
        ("org", "Sozialamt, info@celle.example", [], ([], ["unclaimed"])),
        ("address", "Markt 3, 29221 Celle", [], ([], [])),
        ("hours", "Mo 9–12 Uhr, Tel. 05141 12-0", [], ([], [])),
    ],
)
def test_whose_they_are(field: str, text: str, known: list[str], expected: tuple[list[str], list[str]]) -> None:
    assert taken(field, text, *known) == expected


def test_what_is_merged_from_above_has_been_said_there() -> None:
    assert taken("org", "Sozialamt, info@celle.example", merged=True) == ([], [])


@pytest.mark.parametrize("text", ["Markt 3, 29221 Celle", "Postfach 12 34", "Rathaus", "Sachgebiet 31-2", "1. Stock"])
def test_streets_and_towns_take_no_closer_look(text: str) -> None:
    assert not may_hold(text)
