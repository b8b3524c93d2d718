"""Documents that name somebody who asked to be forgotten: not ours to change, hence not published.

Only lists can be looked into; what a scan or a leaflet says of people is beyond us.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from pipeline.erasure import buries_anybody, without_buried
from pipeline.errors import FormatError
from pipeline.gather import file_name
from pipeline.model import Document, Rules

#: Whether a document, offered by the source with this id, names somebody who is forgotten.
Names = Callable[[str, Document], bool]


def names_forgotten(db: sqlite3.Connection, rules: Rules) -> Names:
    """The question for tonight; where nobody is forgotten no document is opened."""
    if not buries_anybody(db):
        return lambda *_: False

    def names(source: str, document: Document) -> bool:
        from pipeline.extract.workbook.reader import read_workbook
        from pipeline.transform.normalize import normalize

        try:
            records = read_workbook(document.body, file_name(document.url), rules).records
        except FormatError:
            return False
        said = [normalize(record, source)[0] for record in records]
        return len(tuple(without_buried(db, said))) < len(said)

    return names
