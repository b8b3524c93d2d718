"""The file of the history: its tables, how it is recognised, begun and brought up to date.

A state that is damaged, empty, of another program or of a newer version is refused, never replaced.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from msgspec import MsgspecError

from pipeline.disk import flush
from pipeline.errors import BusyError, HistoryError
from pipeline.seal import is_sealed, seal

APPLICATION_ID = 0x6B6B6F6E  # "kkon"
#: What SQLite calls operational, although it says that the file is not what was written.
_SIGNS_OF_DAMAGE = ("malformed", "no such table", "no such column", "decode")
BUSY_SECONDS = 5.0  # how long another program may hold the state

#: One script per version of the schema, in order; `user_version` counts those that were carried out.
MIGRATIONS = (
    """
    CREATE TABLE run (
        number    INTEGER PRIMARY KEY,   -- orders the runs, whatever the clock says
        name      TEXT NOT NULL UNIQUE,  -- what people and folders call it
        previous  TEXT,                  -- the counting run before it
        started   TEXT NOT NULL,
        finished  TEXT NOT NULL,
        status    TEXT NOT NULL CHECK (status IN ('published', 'unchanged', 'held', 'rejected', 'withdrawn')),
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
    CREATE TABLE tombstone (mark TEXT PRIMARY KEY) WITHOUT ROWID;  -- of people who asked to be forgotten
    CREATE TABLE secret (key BLOB NOT NULL);
    INSERT INTO secret VALUES (randomblob(32));
    """,
    "CREATE TABLE seal (one INTEGER PRIMARY KEY CHECK (one = 1), digest TEXT NOT NULL);",
)
#: The version since which the rows have a seal.
_SEALED = 2


def open_state(path: Path, releases: Path, *, write: bool = True) -> sqlite3.Connection:
    """Open the state, or begin a new one where there never was one.

    A state that is damaged, empty, of another program or of a newer version is an error, and so is a missing one beside
    existing releases: beginning afresh would give new uids. With `write` False nothing is created or migrated.
    """
    try:
        return _opened(path, releases, write)
    except OSError as error:
        raise HistoryError(f"{error.filename or path}: {error.strerror}; Platz und Rechte prüfen") from error


def _opened(path: Path, releases: Path, write: bool) -> sqlite3.Connection:
    if not path.exists():
        if _has_releases(releases):
            raise HistoryError(
                f"{path}: der Stand fehlt, obwohl es Ausgaben gibt; aus einer Sicherung zurückholen"
                " oder mit `kreiskontakte restore` neu aufbauen"
            )
        if not write:
            return _begin(":memory:")
        with new_state(path):
            pass  # it begins without content
    if not path.is_file():
        raise _damaged(path, "ist keine Datei")  # a pipe would be waited for
    with said(path):
        connection = _connect(path, write)
        _recognise(connection, path)
        _check_content(connection, path, releases)
        if write:
            _migrate(connection)
            _drop_unfinished(path)
    return connection


def _check_content(connection: sqlite3.Connection, path: Path, releases: Path) -> None:
    """An error if the file is out of order, its rows are not those that were written, or the releases are not its."""
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise _damaged(path, verdict)
    if path.stat().st_size % int(connection.execute("PRAGMA page_size").fetchone()[0]):
        raise _damaged(path, "das Ende fehlt")  # SQLite reads zeros for it
    if _version(connection) >= _SEALED and not is_sealed(connection):
        raise _damaged(path, "der Inhalt wurde nachträglich verändert")
    if _has_releases(releases) and not _knows_one(connection):
        raise _damaged(path, "er kennt keine der vorhandenen Ausgaben")


def _has_releases(releases: Path) -> bool:
    return releases.is_dir() and any(not child.name.startswith(".") for child in releases.iterdir())


def _knows_one(connection: sqlite3.Connection) -> bool:
    """Whether anything was ever published; a state without would give new uids beside the releases that there are."""
    return connection.execute("SELECT 1 FROM run WHERE status = 'published'").fetchone() is not None


def _connect(path: Path, write: bool) -> sqlite3.Connection:
    left_over = path.with_name(path.name + "-journal").exists()  # of a run that was killed: opening rolls it back
    mode = "rw" if write or left_over else "ro"
    uri = f"file:{quote(os.fsencode(path.resolve()))}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _begin(target: str) -> sqlite3.Connection:
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _migrate(connection)
    return connection


@contextmanager
def new_state(path: Path) -> Iterator[sqlite3.Connection]:
    """A state to be filled, which takes its place at the end, whole and on the disk.

    A kill before leaves nothing that looks like a state, be it a damaged one or one that knows nobody.
    """
    new = _drop_unfinished(path)
    with said(path), closing(_begin(str(new))) as connection:
        yield connection
    path.with_name(path.name + "-journal").unlink(missing_ok=True)  # of a state that is no more
    flush(new)
    new.rename(path)
    flush(path.parent)


def _drop_unfinished(path: Path) -> Path:
    """Remove what a kill left of a new state, and say where the next one is made."""
    new = path.with_name(path.name + ".neu")
    for left_over in (new, new.with_name(new.name + "-journal")):
        left_over.unlink(missing_ok=True)
    return new


def _recognise(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    version = _version(connection)
    if application != APPLICATION_ID:
        raise HistoryError(
            f"{path}: ist kein Stand von kreiskontakte; beiseitelegen und aus einer Sicherung zurückholen"
            " oder mit `kreiskontakte restore` neu aufbauen"
        )
    if version > len(MIGRATIONS):
        raise HistoryError(f"{path}: stammt von einer neueren Version; das Programm aktualisieren")
    if version < 1 or (version < _SEALED and _has_seal(connection)):
        raise _damaged(path, "mit falscher Versionsnummer")
    if connection.execute("SELECT COUNT(*) FROM secret").fetchone() != (1,):
        raise _damaged(path, "ohne Schlüssel")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _has_seal(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'seal'").fetchone() is not None


def _migrate(connection: sqlite3.Connection) -> None:
    missing = MIGRATIONS[_version(connection) :]
    if missing:
        connection.executescript(f"BEGIN IMMEDIATE; {' '.join(missing)}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        seal(connection)
        connection.execute("COMMIT")


@contextmanager
def said(path: Path) -> Iterator[None]:
    """What goes wrong with the state, in one sentence each."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise BusyError(f"{path}: ein anderes Programm hält den Stand gesperrt; später noch einmal") from error
        if any(sign in str(error) for sign in _SIGNS_OF_DAMAGE):
            raise _damaged(path, error) from error
        raise HistoryError(
            f"{path}: lässt sich nicht lesen oder schreiben ({error}); Platz und Rechte prüfen"
        ) from error
    except (sqlite3.DatabaseError, MsgspecError) as error:
        raise _damaged(path, error) from error


def _damaged(path: Path, error: object) -> HistoryError:
    return HistoryError(
        f"{path}: der Stand ist beschädigt ({error}); beiseitelegen und aus einer Sicherung zurückholen"
        " oder mit `kreiskontakte restore` neu aufbauen"
    )
