"""`Sprache | Name | Telefon`: where nothing else says what people do, their languages are what one asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.column_groups import Column, Row
from pipeline.extract.grid.role_above import role_of
from pipeline.extract.grid.table_head import Head
from pipeline.transform.text import fold
from pipeline.transform.vocabulary import words

_LANGUAGES = frozenset({"sprache", "sprachen", "sprache n"})
#: One of these says what people do, or where; then the languages are no more than how to speak to them.
_TOLD = frozenset({"role", "org"})
#: So many rows show whether people differ.
_SAMPLE, _LEAST = 50, 2
#: In most cells one of these stands where staff are listed, whom one asks for something else: whether, how well.
_OF_STAFF = words("deutsch ja nein fliessend gut gute sehr muttersprache grundkenntnisse verhandlungssicher")


def _tells(column: Column) -> bool:
    """Whether a column says what people do, in its cells or above their names: `Sprachlotse/-lotsin`."""
    named = column.field == "name" and role_of(column.heading) is not None
    return column.field in _TOLD or bool(column.says) or named


def with_languages(head: Head, rows: Sequence[Row]) -> Head:
    """The head, with the column of the languages as what people do."""
    language = next((column for column in head.columns if fold(column.heading) in _LANGUAGES), None)
    if language is None or any(map(_tells, head.columns)):
        return head
    said = [fold(row[language.index].text) for row in rows[:_SAMPLE] if language.index < len(row)]
    said = [text for text in said if text]
    of_staff = sum(not _OF_STAFF.isdisjoint(text.split()) for text in said)
    if len(set(said)) < _LEAST or of_staff * 2 > len(said):
        return head
    columns = tuple(replace(column, field="role") if column is language else column for column in head.columns)
    known = (
        finding for finding in head.findings if (finding.code, finding.where) != ("unknown_column", language.where)
    )
    return replace(head, columns=columns, findings=tuple(known))
