"""`Sprache | Name | Telefon`: where nothing else says what people do, their languages are what one asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.column_groups import Column, Row
from pipeline.transform.text import fold

_LANGUAGES = frozenset({"sprache", "sprachen", "sprache n"})
#: One of these says what people do, or where; then the languages are no more than how to speak to them.
_TOLD = frozenset({"role", "org"})
#: So many rows show whether people differ; a list of an office's staff has `Deutsch` in each.
_SAMPLE, _LEAST = 50, 2


def with_languages(columns: Sequence[Column], rows: Sequence[Row]) -> Sequence[Column]:
    """The columns, with that of the languages as what people do."""
    language = next((column for column in columns if fold(column.heading) in _LANGUAGES), None)
    if language is None or any(column.field in _TOLD or column.says for column in columns):
        return columns
    said = {row[language.index].text for row in rows[:_SAMPLE] if language.index < len(row)}
    if len(said - {""}) < _LEAST:
        return columns
    return [replace(column, field="role") if column is language else column for column in columns]
