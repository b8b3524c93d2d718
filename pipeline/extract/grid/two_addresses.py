"""Address columns of address books: where somebody works counts before where she lives, and never half of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.extract.grid.address_columns import address_reading
from pipeline.extract.grid.column_groups import Column, Row
from pipeline.model import Reading
from pipeline.transform.text import fold

_HOME = re.compile(r"\b(?:privat\w*|home|wohn\w+)\b")


def address_of(columns: Sequence[Column], row: Row) -> Reading | None:
    """The address of a row from its columns."""
    filled = [column for column in columns if row[column.index].text]
    work = {column.field: row[column.index] for column in filled if not _is_home(column.heading)}
    home = {column.field: row[column.index] for column in filled if _is_home(column.heading)}
    return address_reading(work) or address_reading(home)


@lru_cache(maxsize=256)
def _is_home(heading: str) -> bool:
    return _HOME.search(fold(heading)) is not None
