"""Names below `Tel.`: labels of numbers, or one more person of the row."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.labelled_numbers import with_numbers_labelled
from pipeline.extract.layout import Cell
from pipeline.model import Where

EVA, UWE = "Frau Eva Kling", "Herr Uwe Blum"


def field(*cells: str, names: tuple[str, ...] = (EVA, UWE, EVA), first: str = "Name", heading: str = "Tel.") -> str:
    """What a column that was taken for one of people is, beside one below `first`."""
    columns = [Column(0, "name", first, Where()), Column(1, "name", heading, Where())]
    rows = [(Cell(name, Where()), Cell(cell, Where())) for name, cell in zip(names, cells, strict=True)]
    return with_numbers_labelled(columns, rows)[1].field


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("05141 1234", "Herr Blum: 05171 49", "05141 1234"), "phone"),
        (("Frau Kling: 05141 1234", "Blum: 05171 49", "Frau Kling: 05141 1234"), "phone"),
        (("Frau Kolb: 05141 1239", "05171 49", "05141 1234"), "phone"),  # one label of another's, two numbers
        (("Frau Kolb: 05141 1239", "Herr Ast: 05171 48", "Frau Kolb: 05141 1239"), "name"),
    ],
)
def test_labels_and_people(cells: tuple[str, ...], expected: str) -> None:
    assert field(*cells) == expected


def test_without_a_column_of_names_people_stand_where_their_numbers_are() -> None:
    cells = ("05141 1234", "Herr Blum: 05171 49", "05141 1234")
    assert field(*cells, first="Ort", names=("Celle", "Peine", "Celle")) == "name"
    assert field(*cells, heading="Vertretung") == "name"
