"""A lost state, rebuilt from the newest release: the same uids, contacts, first days and documents.

What a release does not hold is lost: earlier versions, decisions, evidence. The damaged file is kept aside. The release
itself can not be made again from so little; it stays as it is.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from pipeline import __version__
from pipeline.config import Config
from pipeline.core.unpublished import RESTORED
from pipeline.disk import read_file
from pipeline.erasure import buries_anybody, note_erasure, raise_tombstones, tombstones
from pipeline.errors import HistoryError
from pipeline.export.staging import show_again
from pipeline.history import History, open_history
from pipeline.known_again import TOMBSTONES, copy_tombstones
from pipeline.model import Address, Contact, Entry, Identity, Observation, Origin, PersonName, Phone, Run
from pipeline.recorded import settings_of
from pipeline.remains import Remains, remains
from pipeline.schema import new_state
from pipeline.stored import Night


def restore(config: Config, now: datetime) -> Run:
    """Rebuild the state of a district; raises HistoryError when it is sound, or when no release is left."""
    data = config.data
    path = data / "state.sqlite3"
    left = remains(data)
    _refuse_sound(path, data)
    with new_state(path) as connection:
        run = _filled(History(connection, path), config, left, now)
        _set_aside(path, now)
    show_again(data, left.folder.name)
    return run


def _filled(history: History, config: Config, left: Remains, now: datetime) -> Run:
    run, edition, settings, documents = left.run, left.edition, settings_of(config), tuple(left.documents())
    night = Night(
        edition.started,
        edition.finished,
        "published",
        settings,
        changes=left.changes(),
        document_changes=left.document_changes(),
        identities=tuple(_identity(item) for item in left.published["contacts"]),
        documents=tuple((key, version) for key, version, _ in documents),
        blobs=tuple(body for *_, body in documents),
    )
    with history.transaction():
        history.record(night, __version__, edition)
        history.note_rebuilt(edition.number, now)
        for other in (run, left.later):  # their numbers and reports are in use
            if other and other.number > edition.number:
                history.record(Night(other.started, other.finished, other.status, settings), __version__, other)
                history.note_rebuilt(other.number, now)
        _take_over_tombstones(history, config.data)
    return run


def _take_over_tombstones(history: History, data: Path) -> None:
    """Those of the copy beside the state, and those of the damaged state as far as it can be read."""
    path = data / TOMBSTONES
    try:
        if path.exists():
            _take_over(history, read_file(path))
    except (OSError, ValueError, msgspec.ValidationError) as error:
        raise HistoryError(
            f"{path}: unlesbar, wer vergessen werden wollte, würde wieder gesammelt; aus einer Sicherung zurückholen"
        ) from error
    with suppress(OSError, ValueError, sqlite3.Error):
        _take_over(history, _tombstones_of(data / "state.sqlite3"))
    if buries_anybody(history.connection):
        copy_tombstones(history, path)


def _take_over(history: History, copy: bytes) -> None:
    raise_tombstones(history.connection, copy)
    note_erasure(history.connection, copy)


def _tombstones_of(state: Path) -> bytes:
    """Those of a state that is damaged elsewhere. Raises sqlite3.Error."""
    with closing(sqlite3.connect(f"file:{quote(os.fsencode(state.resolve()))}?mode=ro", uri=True)) as connection:
        return tombstones(connection).encode()


def _refuse_sound(path: Path, data: Path) -> None:
    if not path.exists():
        return
    try:
        history = open_history(path, data / "releases")  # to be written: a run that was killed is rolled back by that
        damage = history.damage()
        history.close()
    except HistoryError as error:
        damage = str(error)
    if damage is None:
        raise HistoryError(f"{path}: der Stand ist unversehrt; nichts zu tun")


def _set_aside(path: Path, now: datetime) -> None:
    if not os.path.lexists(path):
        return
    aside = path.with_name(f"state.sqlite3.beschaedigt-{now:%Y%m%d%H%M}")
    path.rename(aside)
    journal = path.with_name("state.sqlite3-journal")
    if journal.exists():
        journal.rename(aside.with_name(aside.name + "-journal"))


# ---- from the published JSON back to values ------------------------------------------------------


def _identity(item: dict[str, Any]) -> Identity:
    contact = _contact(item)
    sources = tuple(_origins(item))
    entry = Entry(
        item["uid"],
        contact,
        sources=sources,
        groups=tuple(item.get("groups") or ()),
        first_seen=_day(item.get("first_seen")),
        last_changed=_day(item.get("last_changed")),
    )
    seen = tuple(Observation(origin.source, contact, stale=origin.stale) for origin in sources)
    return Identity(entry, seen, reason=RESTORED)


def _origins(item: dict[str, Any]) -> Iterator[Origin]:
    for source in item.get("sources") or ():
        seen = _day(source.get("seen")) or datetime.min
        yield Origin(source["id"], source.get("url") or "", seen, bool(item.get("stale")))


def _contact(item: dict[str, Any]) -> Contact:
    name, address = item.get("name"), item.get("address")
    phones = tuple(Phone(phone["kind"], phone["e164"], _extension(phone)) for phone in item.get("phones") or ())
    return Contact(
        name=PersonName(name["family"], name.get("given"), name.get("title"), name.get("salutation")) if name else None,
        org=item.get("org"),
        role=item.get("role"),
        municipality=item.get("municipality"),
        phones=phones,
        emails=tuple(item.get("emails") or ()),
        address=Address(address.get("street"), address.get("postcode"), address.get("city")) if address else None,
        url=item.get("url"),
        hours=item.get("hours"),
    )


def _extension(phone: dict[str, Any]) -> str | None:
    """The Durchwahl stands behind the hyphen of the display form."""
    return phone.get("display", "").partition("-")[2] or None


def _day(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
