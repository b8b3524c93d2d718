"""`kontakte.csv` and `kontakte.json`: the whole list for other programs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from pipeline.codec import dumps, entry_json, time_json
from pipeline.export.rows import columns, state
from pipeline.export.words import Words
from pipeline.model import Entry, Publication

#: What spreadsheets take for the beginning of a formula, in every width (OWASP, CSV injection).
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r]")
_NUMBER = re.compile(r"\+[0-9][0-9 ()/,+-]*")


def contacts_json(publication: Publication, entries: Iterable[Entry]) -> bytes:
    """`kontakte.json` in the contract's shape."""
    return dumps(
        {
            "district": publication.district,
            "release": publication.run.name,
            "generated": time_json(publication.run.started),
            "contacts": [entry_json(entry) for entry in entries],
        }
    ).encode()


def contacts_csv(publication: Publication, entries: Iterable[Entry]) -> bytes:
    """`kontakte.csv`: UTF-8 with BOM and semicolons, as a German Excel opens it by a double click."""
    words, shown = Words(publication.language), columns(publication.fields)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    extra = ("changed", "state", "uid")
    writer.writerow([words(f"col_{key}") for key in (*(column.key for column in shown), *extra)])
    for entry in entries:
        cells = [_safe(column.cell(entry), number=column.link == "phone") for column in shown]
        writer.writerow([*cells, words.short_date(entry.last_changed), _safe(state(entry, words)), _safe(entry.uid)])
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: str, *, number: bool = False) -> str:
    """A cell that no spreadsheet calculates: an apostrophe before what would start a formula, but for numbers."""
    if not _FORMULA.match(cell) or (number and _NUMBER.fullmatch(cell)):
        return cell
    return f"'{cell}"
