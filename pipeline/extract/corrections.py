"""Staff's own corrections: a workbook with one row for each value that shall hold whatever the sources say.

A row names a contact by uid, mail or name, a field, the value wanted, who and why, and until when. What cannot be
understood is a finding; a file that cannot be read at all is an error, because "no corrections" would undo them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from pipeline.errors import FormatError, KreiskontakteError
from pipeline.extract.workbook.zipped import Archive, parse_xml
from pipeline.model import CORRECTIONS, Correction, Corrections, Finding, Where
from pipeline.wording import CORRECTION_COLUMNS, CORRECTION_FIELDS

ROWS_LIMIT = 20_000
#: Unpacked, no workbook of corrections is larger (bytes).
_SIZE = 20_000_000
_REMEDY = "reparieren oder aus einer Sicherung zurückholen"
#: What a formula says that no program has calculated.
_UNKNOWN = object()
_GERMAN_DATE = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$")


def read_corrections(body: bytes, name: str) -> Corrections:
    """The rows of the workbook; raises KreiskontakteError when it is none."""
    rows: list[Correction] = []
    findings: list[Finding] = []
    for number, cells in _rows(body, name):
        row = _row(cells, number)
        (rows if isinstance(row, Correction) else findings).append(row)  # type: ignore[arg-type]
    return Corrections(tuple(rows), tuple(findings))


def _rows(body: bytes, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The filled rows below the heading, by column."""
    for title, grid in _sheets(body, name):
        columns: dict[int, str] = {}
        for number, cells in enumerate(grid, 1):
            if not columns:
                columns = _columns(cells)
                continue
            filled = {columns[i]: cell for i, cell in enumerate(cells) if i in columns and cell not in (None, "")}
            if filled:
                yield number, {**filled, "sheet": title}
        if columns:
            return
    raise KreiskontakteError(
        f"{name}: kein Blatt mit den Spalten {', '.join(CORRECTION_COLUMNS.values())}; aus der Vorlage übernehmen"
    )


def _sheets(body: bytes, name: str) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    import zipfile

    import openpyxl

    _check(body, name)
    try:
        shown, written = (
            openpyxl.load_workbook(io.BytesIO(body), read_only=True, data_only=result) for result in (True, False)
        )
        for sheet, formulas in zip(shown.worksheets, written.worksheets, strict=True):
            yield sheet.title, list(map(_results, _grid(sheet, values_only=True), _grid(formulas, values_only=False)))
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        OSError,
        TypeError,
        AttributeError,
        EOFError,
        SyntaxError,
    ) as error:
        raise KreiskontakteError(f"{name}: lässt sich nicht lesen ({type(error).__name__}); {_REMEDY}") from error


def _check(body: bytes, name: str) -> None:
    """An error for what openpyxl would unpack without end, or read for minutes: a comment without end."""
    try:
        archive = Archive(body, name)
        archive.check_sizes(_SIZE)
        for part in archive.names:
            if part.endswith((".xml", ".rels")):
                parse_xml(archive.pieces(part), name, _ignored, _ignored, None)
    except FormatError as error:
        raise KreiskontakteError(f"{error}; {_REMEDY}") from error


def _ignored(*_: object) -> None:
    """Nothing is to be known of an element but that it ends."""


def _grid(sheet: Any, *, values_only: bool) -> Iterable[tuple[Any, ...]]:
    sheet.reset_dimensions()
    rows: Iterable[tuple[Any, ...]] = sheet.iter_rows(max_row=ROWS_LIMIT, max_col=30, values_only=values_only)
    return rows


def _results(shown: tuple[Any, ...], written: tuple[Any, ...]) -> tuple[Any, ...]:
    """The cells of a row; a formula without a stored result is none that staff left empty."""
    pairs = zip(shown, written, strict=True)
    return tuple(_UNKNOWN if value in (None, "") and cell.data_type == "f" else value for value, cell in pairs)


def _columns(cells: tuple[Any, ...]) -> dict[int, str]:
    """Position → column, if this row is the heading."""
    known = {heading.casefold(): key for key, heading in CORRECTION_COLUMNS.items()}
    found = {
        i: known[str(cell).strip().casefold()] for i, cell in enumerate(cells) if str(cell).strip().casefold() in known
    }
    return found if {"contact", "field", "value"} <= set(found.values()) else {}


def _row(cells: dict[str, Any], number: int) -> Correction | Finding:
    where = Where(sheet=str(cells["sheet"]), cell=f"A{number}")
    contact, field, value = (_plain(cells.get(key)) for key in ("contact", "field", "value"))
    known = {label.casefold(): key for key, labels in CORRECTION_FIELDS.items() for label in (key, labels[0])}
    until = _day(cells.get("until"))
    problem = _problem(cells, contact, field.casefold() in known, until)
    if problem:
        told = (("field", field), ("value", value), ("why", problem))
        return Finding("correction_unknown", "warning", contact, where, CORRECTIONS, details=told)
    who, why = _plain(cells.get("who")), _plain(cells.get("why"))
    return Correction(contact, known[field.casefold()], value, who, why, until, where)


def _problem(cells: dict[str, Any], contact: str, has_field: bool, until: date | None) -> str | None:
    """Why a row cannot hold, by its code."""
    if _UNKNOWN in cells.values():
        return "formula"
    if not contact:
        return "no_contact"
    if not has_field:
        return "no_field"
    return "no_day" if cells.get("until") and until is None else None


def _plain(cell: Any) -> str:
    from pipeline.transform.text import clean

    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None or cell is _UNKNOWN else clean(str(cell))


def _day(cell: Any) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    match = _GERMAN_DATE.match(_plain(cell))
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else date.fromisoformat(_plain(cell))
    except ValueError:
        return None
