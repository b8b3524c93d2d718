"""How the history keeps its things: as JSON texts, one for each row, and back again.

What a row holds is decided here; where it stands is decided by `history`. Readings are kept apart from the identity
they belong to, because only `explain` asks for them.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import msgspec

from pipeline.model import (
    FIELDS,
    Address,
    Change,
    Contact,
    DocumentChange,
    DocumentVersion,
    Entry,
    Finding,
    Identity,
    Link,
    Listed,
    Observation,
    OfficeWorkbook,
    Outcome,
    Overruled,
    Parted,
    PersonName,
    Phone,
    Raw,
    Reading,
    RunStatus,
    Step,
    Value,
    Where,
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a release needs to know of the configuration of its night."""

    district: str
    ags: str
    language: str
    fields: tuple[str, ...]
    sources: tuple[tuple[str, int], ...] = ()  # id and priority


@dataclass(frozen=True, slots=True)
class FileRef:
    """A workbook that an office keeps, by the SHA-256 of its bytes and of what was read from it (`pack`)."""

    file: str
    said: str


@dataclass(frozen=True, slots=True)
class SourceState:
    """What was last recorded of one source.

    `digest` covers content, program version and configuration: while it stays, nothing is read again. `yields` covers
    what was read: while it stays, nothing has changed. `trail` is the way to a linked file: the digest of each page on
    it and the address that followed. On the day `revisit` (ISO) the same content means something else; so it may when
    the clock shows a day before the one on which it was read (`read_on`). `workbook` is
    the office's file from which the release of a run is made; `upload` the newest one, which a later run will take.
    `layout` is how a page was built (`pipeline.rebuilt`), `words` the imprint of all that it said. What still names
    somebody who asked to be forgotten (`names_forgotten`) is read and not kept.
    """

    id: str
    digest: str = ""
    yields: str = ""
    failed: bool = False
    error: str | None = None
    url: str = ""
    contacts: int = 0
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()
    trail: tuple[tuple[str, str], ...] = ()
    revisit: str | None = None
    read_on: str = ""
    workbook: FileRef | None = None
    upload: FileRef | None = None
    layout: tuple[str, ...] = ()
    words: str = ""
    names_forgotten: bool = False

    def is_due(self, today: date) -> bool:
        """Whether the same content may mean something else today."""
        return today.isoformat() < self.read_on or (self.revisit is not None and self.revisit <= today.isoformat())


@dataclass(frozen=True, slots=True)
class Night:
    """All that one run adds to the history."""

    started: datetime
    finished: datetime
    status: RunStatus
    settings: Settings
    outcomes: tuple[Outcome, ...] = ()
    changes: tuple[Change, ...] = ()
    document_changes: tuple[DocumentChange, ...] = ()
    findings: tuple[Finding, ...] = ()
    reasons: tuple[Finding, ...] = ()
    identities: tuple[Identity, ...] = ()
    sources: tuple[SourceState, ...] = ()
    documents: tuple[tuple[str, DocumentVersion | None], ...] = ()
    blobs: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
    """An observation without its readings, as it is stored."""

    source: str
    contact: Contact
    where: Where
    tags: tuple[str, ...]
    stale: bool
    read: Contact | None = None


@dataclass(frozen=True, slots=True)
class _Body:
    """An identity as it is stored."""

    entry: Entry
    seen: tuple[_Seen, ...]
    departed: int | None
    former: tuple[Contact, ...]
    missing: int
    reason: str
    overruled: tuple[Overruled, ...] = ()
    parted: Parted | None = None
    heard: tuple[tuple[str, PersonName], ...] = ()


@dataclass(frozen=True, slots=True)
class _Named:
    """What an entry is called by, and whose place it took."""

    uid: str
    contact: Contact
    predecessor: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """As much of a stored identity as is needed to find it; reading all of it takes five times as long."""

    entry: _Named
    former: tuple[Contact, ...]
    departed: int | None

    @property
    def uid(self) -> str:
        """The uid of its entry."""
        return self.entry.uid

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """What it is, and was before."""
        return (self.entry.contact, *self.former)


_READING_VALUE: dict[str, Any] = {"name": PersonName, "phones": Phone, "address": Address}
_encode = msgspec.json.Encoder(order="deterministic").encode
_decode_body = msgspec.json.Decoder(_Body).decode
#: What an identity is known by, from its row.
mention_of = msgspec.json.Decoder(Mention).decode


def to_text(value: object) -> str:
    """A value as one stored text."""
    return _encode(value).decode()


def identity_text(known: Identity) -> str:
    """An identity as one row."""
    said = known.observations
    seen = tuple(_Seen(o.source, o.contact, o.where, tuple(sorted(o.tags)), o.stale, o.read) for o in said)
    about = (known.departed, known.former, known.missing, known.reason, known.overruled, known.parted, known.heard)
    return to_text(_Body(known.entry, seen, *about))


def identity_of(text: str) -> Identity:
    """An identity from its row."""
    body = _decode_body(text)
    observations = tuple(
        Observation(s.source, s.contact, (), s.where, frozenset(s.tags), s.stale, s.read) for s in body.seen
    )
    about = (body.departed, body.former, body.missing, body.reason, body.overruled, body.parted, body.heard)
    return Identity(body.entry, observations, *about)


def evidence_rows(number: int, identities: Iterable[Identity]) -> Iterator[tuple[str, str, int, str]]:
    """Readings by uid and source. What was taken over from an earlier night has none here: its rows are older."""
    for known in identities:
        by_source: dict[str, list[Reading]] = {}
        for observation in known.observations:
            if observation.readings:
                by_source.setdefault(observation.source, []).extend(observation.readings)
        for source, readings in by_source.items():
            yield known.uid, source, number, to_text(readings)


@dataclass(frozen=True, slots=True)
class Upload:
    """A workbook as it was read tonight: its bytes and all that it says, each value with its cell."""

    body: bytes
    observations: tuple[Observation, ...]

    @property
    def packed(self) -> bytes:
        """What it says, as it is kept beside the file; the steps are not needed there."""
        items = [
            (seen.contact, seen.where, sorted(seen.tags), [(r.field, r.value, r.raw) for r in seen.readings])
            for seen in self.observations
        ]
        return zlib.compress(to_text(items).encode())

    @property
    def ref(self) -> FileRef:
        """By what it is known."""
        return FileRef(*(hashlib.sha256(body).hexdigest() for body in (self.body, self.packed)))


def office_workbook(source: str, body: bytes, packed: bytes, identities: Iterable[Identity]) -> OfficeWorkbook:
    """A kept workbook with who everybody in it is: whoever is published with just these words of this source."""
    who: dict[Contact, list[Identity]] = {}
    for known in identities:
        for seen in known.observations if known.departed is None else ():
            if seen.source == source and known not in who.setdefault(seen.contact, []):
                who[seen.contact].append(known)
    listed = []
    for said in unpacked(source, packed):
        found = who.get(said.contact, [])
        one = found[0] if len(found) == 1 else None
        listed.append(Listed(said, one.uid if one else None, tuple(row.field for row in one.overruled) if one else ()))
    return OfficeWorkbook(source, body, tuple(listed))


def unpacked(source: str, packed: bytes) -> tuple[Observation, ...]:
    """What a workbook said, from `Upload.packed`."""
    found = []
    for contact, where, tags, readings in msgspec.json.decode(zlib.decompress(packed)):
        items = ({"field": name, "value": value, "raw": raw, "steps": ()} for name, value, raw in readings)
        said, place = msgspec.convert((contact, where), tuple[Contact, Where])
        found.append(Observation(source, said, tuple(map(_reading, items)), place, frozenset(tags)))
    return tuple(found)


def values_of(contact: Contact) -> Iterator[Value]:
    """Every value of a contact, each as a reading would have it."""
    for name in FIELDS:
        value = getattr(contact, name)
        yield from value if isinstance(value, tuple) else [value] if value is not None else []


def readings_of(body: str) -> tuple[Reading, ...]:
    return tuple(map(_reading, msgspec.json.decode(body)))


def _reading(item: dict[str, Any]) -> Reading:
    value = msgspec.convert(item["value"], _READING_VALUE.get(item["field"], str))
    raw, steps = msgspec.convert((item["raw"], item["steps"]), tuple[Raw, tuple[Step, ...]])
    return Reading(item["field"], value, raw, steps)
