"""Address columns of address books: where somebody works counts before where she lives, and never half of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.extract.grid.address_columns import address_reading
from pipeline.extract.grid.column_groups import Column, Row
from pipeline.model import Reading
from pipeline.transform.text import fold

_WORK = re.compile(r"\b(?:dienst\w*|gesch\w*|buero\w*|amt\w*|work|business|office)\b")
_HOME = re.compile(r"\b(?:privat\w*|home|wohn\w+)\b")


def address_of(columns: Sequence[Column], row: Row) -> Reading | None:
    """The address of a row from its columns."""
    filled = [column for column in columns if row[column.index].text]
    one = _are_one(columns)
    work = {column.field: row[column.index] for column in filled if one or not _is_home(column.heading)}
    home = {column.field: row[column.index] for column in filled if _is_home(column.heading)}
    return address_reading(work) or address_reading(home)


def _are_one(columns: Sequence[Column]) -> bool:
    """`Straße | PLZ | Wohnort`: parts side by side, each once, and none says that it is where somebody works."""
    fields = {column.field for column in columns}
    beside = columns[-1].index - columns[0].index < len(columns)
    return beside and len(fields) == len(columns) and "address" not in fields and not any(map(_is_work, columns))


def _is_work(column: Column) -> bool:
    return _WORK.search(fold(column.heading)) is not None


@lru_cache(maxsize=256)
def _is_home(heading: str) -> bool:
    return _HOME.search(fold(heading)) is not None
