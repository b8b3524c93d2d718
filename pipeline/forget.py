"""Erasing a person everywhere: state, cache, releases, reports, corrections; and the proof that nothing is left.

What remains are keyed tombstones: from them nobody can tell who it was, but the next night can tell that it is the same
person and does not collect her again. Values that somebody else still has (a shared mailbox) are not hers alone.
"""

from __future__ import annotations

import io
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from pipeline import __version__, display, erasure, export
from pipeline.disk import read_file
from pipeline.errors import BusyError, KreiskontakteError, PublishError
from pipeline.exclusive import undisturbed
from pipeline.export.draft import Draft
from pipeline.export.package import saved
from pipeline.history import History
from pipeline.known_again import TOMBSTONES, copy_tombstones
from pipeline.model import Contact, Identity
from pipeline.stored import Night
from pipeline.tombstone import signs_of
from pipeline.transform.text import fold


@dataclass(frozen=True, slots=True)
class Proof:
    """How many files were searched afterwards, and where something was still found (nowhere, if all went well)."""

    searched: int
    left: tuple[Path, ...]


def forget(history: History, identity: Identity, data: Path, who: str, why: str, now: datetime) -> Proof:
    """Erase one contact and keep it from being collected again. Raises KreiskontakteError."""
    everyone = history.identities()
    traces = traces_of(identity, _owners(history))
    _clean_corrections(data / "corrections.xlsx", traces)

    def erase() -> None:
        erasure.erase(history.connection, identity.uid, partial(mentions, traces=traces))
        erasure.bury(history.connection, signs_of(identity, everyone))
        if identity.departed is None:
            erasure.flag_sources(history.connection, (seen.source for seen in identity.observations))
        reason = "" if mentions(why, traces) else why
        history.note_decision(history.next_number() - 1, erasure.BEGUN, who, reason, now)

    _publish_without(history, data, now, erase)
    _clear_away(history, data)
    return prove(data, traces)


def expire(history: History, data: Path, days: int, now: datetime) -> int:
    """Erase whoever left more than `days` ago; returns how many."""
    due = erasure.departed_before(history.connection, now - timedelta(days=days))
    everyone, owners = (history.identities(), _owners(history)) if due else ((), {})

    def erase() -> None:
        for identity in (known for known in everyone if known.uid in due):
            traces = traces_of(identity, owners)
            erasure.erase(history.connection, identity.uid, partial(mentions, traces=traces))
        history.note_decision(history.next_number() - 1, erasure.BEGUN, "[privacy] keep_days", "", now)

    if due:
        _publish_without(history, data, now, erase)
        clean(history, data)
    return len(due)


def traces_of(identity: Identity, owners: Mapping[str, set[str]]) -> frozenset[str]:
    """The texts by which this contact could be found in a file, and nobody else."""
    return frozenset(text for text in _texts(identity) if owners.get(text, set()) <= {identity.uid})


def _owners(history: History) -> Mapping[str, set[str]]:
    """Of whom each text is or was: what two have exchanged stays in the history of the other."""
    owners: dict[str, set[str]] = {}
    for known in history.every_version():
        for text in _texts(known):
            owners.setdefault(text, set()).add(known.uid)
    return owners


def mentions(text: str, traces: frozenset[str]) -> bool:
    """Whether a text names the person."""
    folded = text.casefold()
    return any(trace in folded for trace in traces)


def _texts(identity: Identity) -> Iterator[str]:
    yield identity.uid
    contacts = [*identity.contacts, *(seen.contact for seen in identity.observations)]
    for contact in contacts:
        yield from _contact_texts(contact)


def _contact_texts(contact: Contact) -> Iterator[str]:
    yield from contact.emails
    for phone in contact.phones:
        yield phone.e164
        yield display.phone(phone).casefold()
    name = contact.name
    if name and name.given:
        yield f"{name.given} {name.family}".casefold()
        yield f"{name.family}, {name.given}".casefold()


# ---- the published files -------------------------------------------------------------------------


def _publish_without(history: History, data: Path, now: datetime, erase: Callable[[], None]) -> None:
    """Erase, and show a release and reports that know nothing of the person."""
    last = history.last_published()
    with Draft(data) as draft:
        with history.transaction():
            erase()
            if last:
                settings, outcomes = history.settings(last.number), history.outcomes(last.number)
                findings = history.findings(last.number)
                night = Night(now, now, "published", settings, outcomes, findings=findings)
                number = history.record(night, __version__).number
                history.note_missing(number, draft.release(history.publication(number)))
                for run in history.runs():
                    draft.report(history.report(run.number), settings.language)
        with undisturbed():
            draft.show()


def _clear_away(history: History, data: Path) -> None:
    """Clean up after what readers see already: a fault that passes is none.

    Whoever cannot do so has erased her nevertheless; asked again, nobody would know her.
    """
    with suppress(sqlite3.Error, KreiskontakteError):
        clean(history, data)
        return
    try:
        clean(history, data)
    except (sqlite3.Error, KreiskontakteError) as error:
        done = "gelöscht und nicht mehr veröffentlicht; was alte Ausgaben noch zeigen, räumt der nächste Lauf weg"
        raise PublishError(f"{data}: {done} ({error})") from error


def clean(history: History, data: Path) -> None:
    """Remove what still shows somebody who was erased; after a kill the next run comes here first."""
    runs = history.runs()
    known = {run.name for run in runs}
    reports = data / "reports"
    for folder in reports.iterdir() if reports.is_dir() else ():
        if folder.name not in known and not folder.is_symlink():
            _remove(folder)
    _remove(data / "cache")
    copy_tombstones(history, data / TOMBSTONES)
    _drop_older(data, max(len(runs), 1))
    with history.transaction():
        erasure.finish(history.connection)
    erasure.sweep(history.connection)


def _drop_older(data: Path, reports: int) -> None:
    """Older releases show her: until the last of them has gone, it is not done, and the next run comes here again."""
    export.prune(data, 1, reports)
    if left := export.outdated(data, 1, reports):
        raise PublishError(f"{left[0]}: lässt sich nicht löschen; Rechte prüfen")


def _remove(folder: Path) -> None:
    try:
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise PublishError(f"{folder}: lässt sich nicht löschen ({error.strerror})") from error


# ---- staff's corrections -------------------------------------------------------------------------


def _clean_corrections(path: Path, traces: frozenset[str]) -> None:
    """Empty the rows that name the person; a workbook that is open elsewhere is not written over."""
    if not path.exists():
        return
    if path.with_name(f".~lock.{path.name}#").exists() or path.with_name(f"~${path.name}").exists():
        raise BusyError(f"{path}: ist gerade geöffnet; schließen und noch einmal versuchen")
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(read_file(path)))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise KreiskontakteError(f"{path}: lässt sich nicht lesen; reparieren, dann noch einmal versuchen") from error
    hits = [row for sheet in book.worksheets for row in sheet.iter_rows() if _row_mentions(row, traces)]
    for row in hits:
        for cell in row:
            cell.value = None
    if hits:
        new = path.with_name(f".{path.name}.neu")
        new.write_bytes(saved(book))
        new.replace(path)


def _row_mentions(row: Iterable[object], traces: frozenset[str]) -> bool:
    return any(mentions(str(getattr(cell, "value", "") or ""), traces) for cell in row)


# ---- the proof -----------------------------------------------------------------------------------


def prove(data: Path, traces: frozenset[str]) -> Proof:
    """Search every file of the data directory, packed parts of workbooks included."""
    files = sorted(path for path in data.rglob("*") if path.is_file() and not path.is_symlink())
    needles = [needle for trace in traces for needle in {trace.encode(), fold(trace).encode()} if len(needle) > 4]
    return Proof(len(files), tuple(path for path in files if any(_holds(part, needles) for part in _parts(path))))


def _parts(path: Path) -> Iterator[bytes]:
    body = path.read_bytes()
    yield body
    if body.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(body)):
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            for name in package.namelist():
                yield package.read(name)


def _holds(body: bytes, needles: list[bytes]) -> bool:
    lowered = body.decode("utf-8", "ignore").casefold().encode()
    return any(needle in lowered for needle in needles)
