"""A new `corrections.xlsx` from the browser: read before it counts, never over a workbook that somebody has open."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import wording
from pipeline.corrections import CorrectionsFile
from pipeline.disk import read_file
from pipeline.errors import FormatError, KreiskontakteError, PublishError
from pipeline.exclusive import exclusive
from pipeline.extract.corrections import read_corrections
from pipeline.extract.workbook.zipped import Archive
from pipeline.model import Corrections
from pipeline.serve.answers import AnswerError

FILE = "corrections.xlsx"
#: What Excel and LibreOffice lay beside a workbook that somebody has open.
LOCKS = (f"~${FILE}", f".~lock.{FILE}#")
SIZE_LIMIT = 5_242_880  # bytes


def in_force(data: Path, today: date) -> dict[str, Any]:
    """The corrections of today as the page shows them."""
    values: dict[str, Any] = {"rows": (), "notes": (), "state": state(data), "open": is_open(data), "broken": ""}
    try:
        corrections = CorrectionsFile(data / FILE, today).today
    except KreiskontakteError:
        return {**values, "broken": "Die Datei lässt sich nicht lesen; bitte eine heile hochladen."}
    rows = [
        (row.contact, wording.pick(wording.CORRECTION_FIELDS[row.field], "de"), row.value, row.who, row.why, row.until)
        for row in corrections.rows
    ]
    return {**values, "rows": rows, "notes": [wording.message(finding) for finding in corrections.findings]}


def state(data: Path) -> str:
    """Changes with the file; empty where there is none."""
    path = data / FILE
    return hashlib.sha256(read_file(path)).hexdigest() if path.exists() else ""


def is_open(data: Path) -> bool:
    """Whether somebody has the workbook open."""
    return any(os.path.lexists(data / lock) for lock in LOCKS)


def replace(data: Path, body: bytes, seen: str) -> str:
    """Put a new workbook in the place of the one that was `seen`; returns what to tell. Raises AnswerError."""
    corrections = _read(body)
    with exclusive(data):
        if is_open(data):
            raise AnswerError(409, "Jemand hat corrections.xlsx gerade geöffnet; dort schließen und neu hochladen.")
        if state(data) != seen:
            raise AnswerError(409, "corrections.xlsx wurde inzwischen geändert; bitte neu herunterladen und eintragen.")
        _write(data / FILE, body)
    told = f"Übernommen: {_count(len(corrections.rows), 'Korrektur', 'Korrekturen')}; es gilt ab der nächsten Nacht."
    unread = len(corrections.findings)
    return told + (f" {_count(unread, 'Zeile wirkt', 'Zeilen wirken')} nicht, siehe unten." if unread else "")


def _read(body: bytes) -> Corrections:
    """The rows by the reader that the night uses."""
    try:
        Archive(body, FILE).check_sizes()
        return read_corrections(body, "Die hochgeladene Datei")
    except FormatError as error:
        raise AnswerError(400, f"Die hochgeladene Datei {error.cause}.") from error
    except KreiskontakteError as error:
        raise AnswerError(400, f"{error}.") from error


def _write(path: Path, body: bytes) -> None:
    new = path.with_name(f".{path.name}.neu")
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o600
        with new.open("wb") as file:
            os.fchmod(file.fileno(), mode)
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        raise PublishError(f"{path}: lässt sich nicht schreiben ({error.strerror}); Platz und Rechte prüfen") from error


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
