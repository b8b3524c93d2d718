"""A column of languages: what one asks people for, or only how to speak to them."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.language_column import with_languages
from pipeline.extract.layout import Cell
from pipeline.model import Where

HERE = Where(line=1)


def fields(head: list[tuple[str, str]], rows: list[list[str]]) -> list[str]:
    columns = [Column(index, field, heading, HERE) for index, (field, heading) in enumerate(head)]
    return [
        column.field for column in with_languages(columns, [tuple(Cell(text, HERE) for text in row) for row in rows])
    ]


_HEAD = [("ignore", "Sprache"), ("name", "Name")]
_ROLE = ("role", "Funktion")


@pytest.mark.parametrize(
    ("head", "rows", "field"),
    [
        (_HEAD, [["Arabisch", "Eva Muster"], ["Dari, Paschtu", "Uwe Beispiel"]], "role"),
        (_HEAD, [["Deutsch", "Eva Muster"], ["Deutsch", "Uwe Beispiel"]], "ignore"),
        ([*_HEAD, _ROLE], [["Arabisch", "Eva Muster", "Leiterin"], ["Dari", "Uwe Beispiel", "Lotse"]], "ignore"),
    ],
)
def test_languages(head: list[tuple[str, str]], rows: list[list[str]], field: str) -> None:
    assert fields(head, rows)[0] == field
