"""What the columns of a table tell of each other."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.whole_head import told_together
from pipeline.extract.layout import Cell
from pipeline.model import Where

HERE = Where(line=1)


def fields(head: list[tuple[str, str]], rows: list[list[str]]) -> list[str]:
    columns = [Column(index, field, heading, HERE) for index, (field, heading) in enumerate(head)]
    return [column.field for column in told_together(columns, [tuple(Cell(t, HERE) for t in row) for row in rows])]


_HEAD = [("role", "Bereich"), ("name", "Name"), ("role", "Aufgabe"), ("phone", "Telefon")]
_SHARED = [
    ["Sprachen", "Eva Muster", "Englisch", "07123 940-11"],
    ["Sprachen", "Uwe Beispiel", "Prüfungen", "07123 940-12"],
    ["Gesundheit", "Ida Probe", "Leiterin", "07123 940-13"],
]


@pytest.mark.parametrize(
    ("head", "rows", "field"),
    [
        pytest.param(_HEAD, _SHARED, "org", id="several work in one, each with a function"),
        pytest.param(_HEAD, _SHARED[1:], "role", id="nobody shares it"),
        pytest.param([*_HEAD[:2], ("ignore", "Raum"), _HEAD[3]], _SHARED, "role", id="it is all that is said of them"),
        pytest.param([*_HEAD[:3], ("org", "Träger")], _SHARED, "role", id="another column names offices"),
    ],
)
def test_an_area_beside_functions_is_where_people_work(
    head: list[tuple[str, str]], rows: list[list[str]], field: str
) -> None:
    assert fields(head, rows)[0] == field


def test_where_people_sit_is_no_office_beside_whom_they_work_for() -> None:
    head = [("org", "Träger"), ("name", "Name"), ("org", "Büro")]
    assert fields(head, [["Caritas", "Eva Muster", "Jugendtreff"]])[2] == "ignore"
    assert fields(head, [["", "Eva Muster", "Seniorenbüro"]])[2] == "org"
    assert fields([("org", "Einrichtung"), *head[:2]], [["Kita Arche", "Caritas", "Eva Muster"]])[0] == "org"
