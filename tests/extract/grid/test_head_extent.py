"""How many rows a head has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.extract.grid.column_groups import Row
from pipeline.extract.grid.head_extent import extent
from pipeline.extract.layout import Cell
from pipeline.model import Where

GROUPS = "Ort | Person | < | Kontakt | <"
PARTS = " | Name | < | Telefon | Mail"
DIVIDED = " | Vor- | Nach- | | "
EVA = "Celle | Eva | Kling | 05141 12-1 | kling@celle.example"


def rows(*lines: str) -> list[Row]:
    made: list[Row] = []
    for number, line in enumerate(lines):
        made.append(_row(number, line.split("|"), made[-1] if made else ()))
    return made


def _row(number: int, texts: list[str], above: Row) -> Row:
    """A row; `<` is the cell left of it and `^` the one above, merged over this place as well."""
    cells: list[Cell] = []
    for column, text in enumerate(map(str.strip, texts)):
        source = cells[-1] if text == "<" else above[column] if text == "^" else None
        place = Where(cell=f"{chr(65 + column)}{number + 1}")
        cells.append(replace(source, merged=True) if source else Cell(text, place))
    return cells


@pytest.mark.parametrize(
    ("lines", "best", "found"),
    [
        ([GROUPS, PARTS, EVA], 0, (0, 1)),
        ([GROUPS, PARTS, DIVIDED, EVA], 0, (0, 2)),
        ([GROUPS, PARTS, DIVIDED, EVA], 1, (0, 2)),
        (["Integration | < | < | Stand: Mai | <", PARTS, DIVIDED, EVA], 1, (1, 2)),
        (["Ort | < | Person | Kontakt | <", PARTS, DIVIDED, EVA], 1, (1, 2)),  # parted elsewhere
        ([GROUPS, " | Wachdienst | < | Pforte | <", " | Name | Telefon | Name | Telefon", EVA], 0, (0, 2)),
        ([GROUPS, " | Wachdienst | < | Pforte | <", EVA], 0, (0, 0)),
        ([GROUPS, EVA], 0, (0, 0)),
        # a title that is narrower than its table, and a group over the first of two people
        (
            [
                "Runder Tisch Asyl – Mitglieder | < | < | | ",
                "Stelle | Mitglied (Name, Vorname) | Tel. | Vertretung | Tel.",
            ],
            1,
            (1, 1),
        ),
        (["Runder Tisch Asyl 2026 | < | < | | ", "Verein | Name | Tel. | Vertretung | Tel."], 1, (1, 1)),
        (["Vorstand | < | | ", "Name | Tel. | Vertretung | Tel."], 1, (0, 1)),
        (["Name | Sprachen | < | Tel.", "^ | erste | weitere | ^", "Eva Kling | Dari | Urdu | 05141 12-1"], 0, (0, 1)),
        (["Name | Sprachen | < | Tel.", " | Dari | Urdu | ", "Eva Kling | Dari | Urdu | 05141 12-1"], 0, (0, 0)),
    ],
)
def test_the_rows_of_a_head(lines: list[str], best: int, found: tuple[int, int]) -> None:
    assert extent(rows(*lines), best) == found
