"""What the program remembers: runs, identities and their versions, what each source last said, documents, decisions.

The only module that knows SQL. A run is one transaction. A row is written only when something differs, and belongs to
the run that wrote it; what holds after run N is the last row of each thing among the runs up to N that count
(published, or unchanged but noted). A held run's rows are already there and do not count until it is approved, so
approving publishes exactly what was reviewed. Everything about a person hangs on the uid.

A rollback journal and not WAL: a nightly job has one writer, and nothing lies beside the file after a clean end, so a
night that only reads leaves every byte of the directory alone.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, TypeVar
from urllib.parse import quote

import msgspec

from pipeline.errors import BusyError, HistoryError
from pipeline.model import (
    Address,
    Change,
    Contact,
    DocumentChange,
    DocumentVersion,
    Edition,
    Entry,
    Finding,
    Identity,
    Link,
    Observation,
    Outcome,
    PersonName,
    Phone,
    Publication,
    Raw,
    Reading,
    Report,
    Run,
    RunStatus,
    Step,
    Where,
)

APPLICATION_ID = 0x6B6B6F6E  # "kkon"
EDITIONS_SHOWN = 20  # in the feed
BUSY_SECONDS = 5.0  # how long another program may hold the state
T = TypeVar("T")

#: One script per version of the schema, in order; `user_version` counts those that were carried out.
MIGRATIONS = (
    """
    CREATE TABLE run (
        number    INTEGER PRIMARY KEY,   -- orders the runs, whatever the clock says
        name      TEXT NOT NULL UNIQUE,  -- what people and folders call it
        previous  TEXT,                  -- the counting run before it
        started   TEXT NOT NULL,
        finished  TEXT NOT NULL,
        status    TEXT NOT NULL CHECK (status IN ('published', 'unchanged', 'held', 'rejected')),
        program   TEXT NOT NULL,
        settings  TEXT NOT NULL,         -- what the release needs of the configuration
        outcomes  TEXT NOT NULL,
        changes   TEXT NOT NULL,
        documents TEXT NOT NULL,         -- what changed among them
        findings  TEXT NOT NULL,
        reasons   TEXT NOT NULL          -- why it is held
    );
    CREATE TABLE identity (
        uid TEXT NOT NULL, run INTEGER NOT NULL REFERENCES run, body TEXT NOT NULL, PRIMARY KEY (uid, run)
    ) WITHOUT ROWID;
    CREATE TABLE evidence (              -- the readings behind an observation; only `explain` looks here
        uid TEXT NOT NULL, source TEXT NOT NULL, run INTEGER NOT NULL REFERENCES run, body TEXT NOT NULL,
        PRIMARY KEY (uid, source, run)
    ) WITHOUT ROWID;
    CREATE TABLE source (
        id TEXT NOT NULL, run INTEGER NOT NULL REFERENCES run, body TEXT NOT NULL, PRIMARY KEY (id, run)
    ) WITHOUT ROWID;
    CREATE TABLE document (
        key TEXT NOT NULL, run INTEGER NOT NULL REFERENCES run, body TEXT, PRIMARY KEY (key, run)
    ) WITHOUT ROWID;
    CREATE TABLE blob (sha256 TEXT PRIMARY KEY, body BLOB NOT NULL);
    CREATE TABLE decision (
        run INTEGER NOT NULL REFERENCES run, what TEXT NOT NULL, who TEXT NOT NULL, why TEXT NOT NULL,
        taken TEXT NOT NULL
    );
    """,
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a release needs to know of the configuration of its night."""

    district: str
    ags: str
    language: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceState:
    """What was last recorded of one source.

    `digest` covers content, program version and configuration: while it stays, nothing is read again. `status` and
    `error` are those of the last recorded night.
    """

    id: str
    digest: str = ""
    status: str = "ok"
    error: str | None = None
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()


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


@dataclass(frozen=True, slots=True)
class _Body:
    """An identity as it is stored."""

    entry: Entry
    seen: tuple[_Seen, ...]
    departed: int | None
    former: tuple[Contact, ...]
    missing: int
    reason: str


_READING_VALUE: dict[str, Any] = {"name": PersonName, "phones": Phone, "address": Address}
_encode = msgspec.json.Encoder(order="deterministic").encode
_decode_body = msgspec.json.Decoder(_Body).decode


def _text(value: object) -> str:
    return _encode(value).decode()


class History:
    """The state of one district in one SQLite file. Open it with `open_history`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    # ---- runs ------------------------------------------------------------------------------------

    def run(self, number: int) -> Run:
        """The run of that number."""
        row = self._db.execute(
            "SELECT number, name, previous, started, finished, status FROM run WHERE number = ?", (number,)
        ).fetchone()
        return _run(row)

    def runs(self) -> tuple[Run, ...]:
        """Every recorded run, oldest first."""
        rows = self._db.execute("SELECT number, name, previous, started, finished, status FROM run ORDER BY number")
        return tuple(map(_run, rows))

    def last_published(self) -> Run | None:
        """The run whose release readers should see."""
        return self._last("published")

    def last_counting(self) -> Run | None:
        """The last run that was published or noted as unchanged."""
        return self._last("published", "unchanged")

    def pending(self) -> Run | None:
        """The run that waits for a decision: the newest held one, unless something was published since."""
        newest = self._last("held", "published")
        return newest if newest and newest.status == "held" else None

    def _last(self, *statuses: str) -> Run | None:
        marks = ",".join("?" * len(statuses))
        row = self._db.execute(
            "SELECT number, name, previous, started, finished, status FROM run"  # noqa: S608 - only question marks
            f" WHERE status IN ({marks}) ORDER BY number DESC LIMIT 1",
            statuses,
        ).fetchone()
        return _run(row) if row else None

    # ---- what holds ------------------------------------------------------------------------------

    def identities(self, upto: int | None = None) -> tuple[Identity, ...]:
        """Every uid ever given, departed ones included, as it stands after run `upto` (default: the last)."""
        return tuple(_identity(_decode_body(body)) for _, body in self._latest("identity", "uid", upto))

    def entries(self, upto: int | None = None) -> tuple[Entry, ...]:
        """The published entries after run `upto`."""
        return tuple(known.entry for known in self.identities(upto) if known.departed is None)

    def sources(self, upto: int | None = None) -> dict[str, SourceState]:
        """What was last recorded of each source."""
        decode = msgspec.json.Decoder(SourceState).decode
        return {key: decode(body) for key, body in self._latest("source", "id", upto)}

    def documents(self, upto: int | None = None) -> dict[str, DocumentVersion]:
        """The collected documents by their key."""
        decode = msgspec.json.Decoder(DocumentVersion).decode
        return {key: decode(body) for key, body in self._latest("document", "key", upto) if body}

    def blob(self, sha256: str) -> bytes:
        """The bytes of a document."""
        row = self._db.execute("SELECT body FROM blob WHERE sha256 = ?", (sha256,)).fetchone()
        if row is None:
            raise HistoryError(f"Im Stand fehlt der Inhalt {sha256[:12]}…; mit `kreiskontakte check` prüfen.")
        return bytes(row[0])

    def evidence(self, uid: str, upto: int | None = None) -> dict[str, tuple[Reading, ...]]:
        """The readings behind one contact, by source."""
        rows = self._db.execute(
            "SELECT e.source, e.body FROM evidence e JOIN run r ON r.number = e.run"
            " WHERE e.uid = ? AND e.run <= ? AND r.status IN ('published', 'unchanged') ORDER BY e.run",
            (uid, self._upto(upto)),
        )
        return {source: _readings(body) for source, body in rows}

    def versions(self, uid: str) -> tuple[tuple[Run, Identity], ...]:
        """Every stored version of one contact with the run that wrote it, oldest first."""
        rows = self._db.execute(
            "SELECT i.run, i.body FROM identity i JOIN run r ON r.number = i.run"
            " WHERE i.uid = ? AND r.status IN ('published', 'unchanged') ORDER BY i.run",
            (uid,),
        ).fetchall()
        return tuple((self.run(number), _identity(_decode_body(body))) for number, body in rows)

    def _latest(self, table: str, key: str, upto: int | None) -> Iterator[tuple[str, str]]:
        """The last row of each key among the counting runs (and run `upto` itself, which may be a held one)."""
        return self._db.execute(  # table and key are literals of this module
            f"SELECT {key}, body FROM {table} JOIN (SELECT {key} AS k, MAX(t.run) AS r FROM {table} t"  # noqa: S608
            " JOIN run ON run.number = t.run WHERE t.run <= :upto"
            f" AND (run.status IN ('published', 'unchanged') OR t.run = :this) GROUP BY {key})"
            f" ON {key} = k AND run = r ORDER BY {key}",
            {"upto": self._upto(upto), "this": -1 if upto is None else upto},
        )

    def _upto(self, upto: int | None) -> int:
        return 2**62 if upto is None else upto

    # ---- recording -------------------------------------------------------------------------------

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: what is recorded inside is undone if anything inside fails."""
        with _said():
            self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        with _said():
            self._db.execute("COMMIT")

    def record(self, night: Night, program: str) -> Run:
        """Store one night inside a `transaction`; returns the run it became."""
        with _said():
            number = 1 + self._db.execute("SELECT COALESCE(MAX(number), 0) FROM run").fetchone()[0]
            name = f"{number:05d}-{night.started.date().isoformat()}"
            previous = self.last_counting()
            self._insert_run(number, name, previous.name if previous else None, night, program)
            self._insert_rows(number, night)
        return self.run(number)

    def _insert_run(self, number: int, name: str, previous: str | None, night: Night, program: str) -> None:
        self._db.execute(
            "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                name,
                previous,
                night.started.isoformat(),
                night.finished.isoformat(),
                night.status,
                program,
                *map(_text, (night.settings, night.outcomes, night.changes)),
                *map(_text, (night.document_changes, night.findings, night.reasons)),
            ),
        )

    def _insert_rows(self, number: int, night: Night) -> None:
        many = self._db.executemany
        many("INSERT INTO identity VALUES (?, ?, ?)", ((i.uid, number, _text(_body(i))) for i in night.identities))
        many("INSERT INTO evidence VALUES (?, ?, ?, ?)", _evidence_rows(number, night.identities))
        many("INSERT INTO source VALUES (?, ?, ?)", ((s.id, number, _text(s)) for s in night.sources))
        many(
            "INSERT INTO document VALUES (?, ?, ?)",
            ((key, number, _text(version) if version else None) for key, version in night.documents),
        )
        many("INSERT OR IGNORE INTO blob VALUES (?, ?)", ((_sha256(body), body) for body in night.blobs))

    def decide(
        self, number: int, status: Literal["published", "rejected"], who: str, why: str, taken: datetime
    ) -> None:
        """Settle a held run, inside a `transaction`."""
        with _said():
            self._db.execute("UPDATE run SET status = ? WHERE number = ?", (status, number))
            self.note_decision(number, status, who, why, taken)

    def note_decision(self, number: int, what: str, who: str, why: str, taken: datetime) -> None:
        """Remember who decided what about a run, inside a `transaction`."""
        self._db.execute("INSERT INTO decision VALUES (?, ?, ?, ?, ?)", (number, what, who, why, taken.isoformat()))

    # ---- what is published -----------------------------------------------------------------------

    def publication(self, number: int) -> Publication:
        """Everything the release of one run is made of."""
        run = self.run(number)
        settings = self._column(number, "settings", Settings)
        editions = self._editions(number)
        return Publication(
            run=run,
            district=settings.district,
            ags=settings.ags,
            language=settings.language,
            fields=settings.fields,
            entries=self.entries(number),
            edition=editions[0] if editions else Edition(run),
            editions=editions,
            documents=tuple((version, self.blob(version.sha256)) for version in self.documents(number).values()),
            findings=self._column(number, "findings", tuple[Finding, ...]),
            outcomes=self._column(number, "outcomes", tuple[Outcome, ...]),
        )

    def report(self, number: int) -> Report:
        """What staff read about one run."""
        return Report(
            run=self.run(number),
            district=self._column(number, "settings", Settings).district,
            outcomes=self.outcomes(number),
            changes=self._column(number, "changes", tuple[Change, ...]),
            documents=self._column(number, "documents", tuple[DocumentChange, ...]),
            findings=self.findings(number),
            reasons=self.reasons(number),
            entries=self.entries(number),
        )

    def findings(self, number: int) -> tuple[Finding, ...]:
        """What one run found worth a look."""
        return self._column(number, "findings", tuple[Finding, ...])

    def reasons(self, number: int) -> tuple[Finding, ...]:
        """Why the guard held a run."""
        return self._column(number, "reasons", tuple[Finding, ...])

    def outcomes(self, number: int) -> tuple[Outcome, ...]:
        """How each source fared in one run."""
        return self._column(number, "outcomes", tuple[Outcome, ...])

    def _editions(self, upto: int) -> tuple[Edition, ...]:
        rows = self._db.execute(
            "SELECT number FROM run WHERE number <= ? AND (status = 'published' OR number = ?)"
            " AND NOT (changes = '[]' AND documents = '[]') ORDER BY number DESC LIMIT ?",
            (upto, upto, EDITIONS_SHOWN),
        ).fetchall()
        return tuple(self._edition(number) for (number,) in rows)

    def _edition(self, number: int) -> Edition:
        return Edition(
            self.run(number),
            self._column(number, "changes", tuple[Change, ...]),
            self._column(number, "documents", tuple[DocumentChange, ...]),
        )

    def _column(self, number: int, column: str, kind: type[T]) -> T:
        row = self._db.execute(f"SELECT {column} FROM run WHERE number = ?", (number,)).fetchone()  # noqa: S608
        return msgspec.json.decode(row[0], type=kind)


# ---- rows and values -----------------------------------------------------------------------------


def _run(row: tuple[Any, ...]) -> Run:
    number, name, previous, started, finished, status = row
    return Run(number, name, previous, datetime.fromisoformat(started), datetime.fromisoformat(finished), status)


def _body(known: Identity) -> _Body:
    seen = tuple(_Seen(o.source, o.contact, o.where, tuple(sorted(o.tags)), o.stale) for o in known.observations)
    return _Body(known.entry, seen, known.departed, known.former, known.missing, known.reason)


def _identity(body: _Body) -> Identity:
    observations = tuple(Observation(s.source, s.contact, (), s.where, frozenset(s.tags), s.stale) for s in body.seen)
    return Identity(body.entry, observations, body.departed, body.former, body.missing, body.reason)


def _evidence_rows(number: int, identities: Iterable[Identity]) -> Iterator[tuple[str, str, int, str]]:
    """Readings by uid and source. What was taken over from an earlier night has none here: its rows are older."""
    for known in identities:
        by_source: dict[str, list[Reading]] = {}
        for observation in known.observations:
            if observation.readings:
                by_source.setdefault(observation.source, []).extend(observation.readings)
        for source, readings in by_source.items():
            yield known.uid, source, number, _text(readings)


def _readings(body: str) -> tuple[Reading, ...]:
    return tuple(map(_reading, msgspec.json.decode(body)))


def _reading(item: dict[str, Any]) -> Reading:
    value = msgspec.convert(item["value"], _READING_VALUE.get(item["field"], str))
    raw, steps = msgspec.convert((item["raw"], item["steps"]), tuple[Raw, tuple[Step, ...]])
    return Reading(item["field"], value, raw, steps)


def _sha256(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


# ---- opening -------------------------------------------------------------------------------------


def open_history(path: Path, releases: Path, *, write: bool = True) -> History:
    """Open the state, or begin a new one where there never was one.

    A state that is damaged, empty, of another program or of a newer version is an error, and so is a missing one beside
    existing releases: beginning afresh would give new uids. With `write` False nothing is created or migrated.
    """
    if not path.exists():
        if _has_releases(releases):
            raise HistoryError(
                f"{path}: der Stand fehlt, obwohl es Ausgaben gibt; aus einer Sicherung zurückholen"
                " oder mit `kreiskontakte restore` neu aufbauen"
            )
        if not write:
            return History(_begin(":memory:"))
        _create(path)
    with _said(path):
        connection = _connect(path, write)
        _recognise(connection, path)
        if write:
            _migrate(connection)
    return History(connection)


def _has_releases(releases: Path) -> bool:
    return releases.is_dir() and any(not child.name.startswith(".") for child in releases.iterdir())


def _connect(path: Path, write: bool) -> sqlite3.Connection:
    mode = "rw" if write else "ro"
    uri = f"file:{quote(str(path.resolve()))}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _begin(target: str) -> sqlite3.Connection:
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _migrate(connection)
    return connection


def _create(path: Path) -> None:
    """A new state appears whole or not at all, so a kill here leaves nothing that looks like a damaged one."""
    new = path.with_name(path.name + ".neu")
    new.unlink(missing_ok=True)
    with _said(path):
        _begin(str(new)).close()
        new.rename(path)


def _recognise(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise HistoryError(f"{path}: ist kein Stand von kreiskontakte; aus einer Sicherung zurückholen")
    if version > len(MIGRATIONS):
        raise HistoryError(f"{path}: stammt von einer neueren Version; das Programm aktualisieren")


def _migrate(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for number, script in enumerate(MIGRATIONS[version:], version + 1):
        connection.executescript(f"BEGIN; {script}; PRAGMA user_version = {number}; COMMIT;")


@contextmanager
def _said(path: Path | None = None) -> Iterator[None]:
    """SQLite's errors in one sentence each."""
    place = path or "Stand"
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise BusyError(f"{place}: ein anderes Programm hält den Stand gesperrt; später noch einmal") from error
        raise HistoryError(f"{place}: lässt sich nicht lesen oder schreiben ({error})") from error
    except sqlite3.DatabaseError as error:
        raise HistoryError(
            f"{place}: der Stand ist beschädigt ({error}); beiseitelegen und aus einer Sicherung zurückholen"
            " oder mit `kreiskontakte restore` neu aufbauen"
        ) from error
    except OSError as error:
        raise HistoryError(f"{place}: {error.strerror}") from error
