"""A column of languages: what one asks people for, or only how to speak to them."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.language_column import with_languages
from pipeline.extract.grid.table_head import Head
from pipeline.extract.layout import Cell
from pipeline.model import Finding, Where

HERE = Where(line=1)


def fields(head: list[tuple[str, str]], rows: list[list[str]]) -> list[str]:
    columns = [Column(index, field, heading, HERE) for index, (field, heading) in enumerate(head)]
    whole = Head(0, 0, tuple(columns))
    told = with_languages(whole, [tuple(Cell(text, HERE) for text in row) for row in rows])
    return [column.field for column in told.columns]


_HEAD = [("ignore", "Sprache"), ("name", "Name")]
_ROLE = ("role", "Funktion")


@pytest.mark.parametrize(
    ("head", "rows", "field"),
    [
        (_HEAD, [["Arabisch", "Eva Muster"], ["Dari, Paschtu", "Uwe Beispiel"]], "role"),
        (_HEAD, [["Deutsch", "Eva Muster"], ["Deutsch, Englisch", "Uwe Beispiel"]], "ignore"),
        (_HEAD, [["ja", "Eva Muster"], ["nein", "Uwe Beispiel"]], "ignore"),
        (_HEAD, [["Englisch (fließend)", "Eva Muster"], ["Dari: Muttersprache", "Uwe Beispiel"]], "ignore"),
        (_HEAD, [["Deutsch", "Eva Muster"], ["Deutsch", "Uwe Beispiel"]], "ignore"),
        (
            [_HEAD[0], ("name", "Sprachlotse/-lotsin")],
            [["Arabisch", "Eva Muster"], ["Dari", "Uwe Beispiel"]],
            "ignore",
        ),
        ([*_HEAD, _ROLE], [["Arabisch", "Eva Muster", "Leiterin"], ["Dari", "Uwe Beispiel", "Lotse"]], "ignore"),
    ],
)
def test_languages(head: list[tuple[str, str]], rows: list[list[str]], field: str) -> None:
    assert fields(head, rows)[0] == field


def test_a_column_that_is_read_is_not_unknown() -> None:
    columns = (Column(0, "unknown", "Sprachen", HERE), Column(1, "name", "Name", HERE))
    head = Head(0, 0, columns, (Finding("unknown_column", "info", "Sprachen", HERE),))
    rows = [("Arabisch", "Eva Muster"), ("Dari", "Uwe Beispiel")]
    assert with_languages(head, [tuple(Cell(text, HERE) for text in row) for row in rows]).findings == ()
