"""How a person leaves the history for good, and how it is known again without being remembered.

A tombstone is a keyed hash (HMAC-SHA-256, RFC 2104) of a sign by which the person would be recognised (`tombstone`).
The key leaves the state only for the copy beside it.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import sqlite3
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

import msgspec

from pipeline.model import Change, DocumentVersion, Finding, Observation
from pipeline.stored import FileRef, SourceState, to_text, unpacked
from pipeline.tombstone import doubts, identifies, proofs

T = TypeVar("T")
#: The decision to erase somebody, before and after the last file is clean.
BEGUN, FINISHED = "forgetting", "forgotten"
Mentions = Callable[[str], bool]


class _Tombstones(msgspec.Struct):
    key: str
    marks: list[str]
    erased: int | None = None


def erase(db: sqlite3.Connection, uid: str, mentions: Mentions) -> None:
    """Delete everything about one uid, and every text that mentions the person, inside a transaction."""
    db.execute("PRAGMA secure_delete = ON")
    for table in ("identity", "evidence"):
        db.execute(f"DELETE FROM {table} WHERE uid = ?", (uid,))  # noqa: S608 - two literals
    _scrub_runs(db, uid, mentions)
    _scrub_sources(db, mentions)
    _drop_workbooks(db, mentions)
    _drop_documents(db, mentions)
    _scrub_rows(db, "identity", lambda text: _unlinked(text, uid), lambda text: uid in text)
    _scrub_rows(db, "evidence", lambda text: _other_readings(text, mentions), mentions)
    for row, why in db.execute("SELECT rowid, why FROM decision").fetchall():
        if uid in why or mentions(why):
            db.execute("UPDATE decision SET why = '' WHERE rowid = ?", (row,))


def flag_sources(db: sqlite3.Connection, sources: Iterable[str]) -> None:
    """Note, inside a transaction, that these sources name somebody who is forgotten: what they say is not kept."""
    for source in set(sources):
        for run, body in db.execute("SELECT run, body FROM source WHERE id = ?", (source,)).fetchall():
            state = replace(msgspec.json.decode(body, type=SourceState), names_forgotten=True)
            db.execute("UPDATE source SET body = ? WHERE id = ? AND run = ?", (to_text(state), source, run))


def is_begun(db: sqlite3.Connection) -> bool:
    """Whether somebody was erased here, but files may still show the person because the run died."""
    return bool(db.execute("SELECT EXISTS (SELECT 1 FROM decision WHERE what = ?)", (BEGUN,)).fetchone()[0])


def last_erasure(db: sqlite3.Connection) -> int | None:
    """The number of the run after which somebody was erased last; None if nobody ever was."""
    row = db.execute("SELECT MAX(run) FROM decision WHERE what IN (?, ?)", (BEGUN, FINISHED)).fetchone()
    return None if row[0] is None else int(row[0])


def finish(db: sqlite3.Connection) -> None:
    """Note that all files are clean, inside a transaction."""
    db.execute("UPDATE decision SET what = ? WHERE what = ?", (FINISHED, BEGUN))


def sweep(db: sqlite3.Connection) -> None:
    """Rewrite the state, so that no freed page keeps what was deleted."""
    db.execute("VACUUM")


def departed_before(db: sqlite3.Connection, limit: datetime) -> frozenset[str]:
    """The uids of those who left in a run before `limit` and are still remembered."""
    rows = db.execute(
        "SELECT i.uid FROM identity i JOIN (SELECT t.uid, MAX(t.run) AS run FROM identity t JOIN run c"
        " ON c.number = t.run WHERE c.status IN ('published', 'unchanged') GROUP BY t.uid) USING (uid, run)"
        " JOIN run r ON r.number = json_extract(i.body, '$.departed') WHERE r.started < ?",
        (limit.isoformat(),),
    )
    return frozenset(uid for (uid,) in rows)


# ---- tombstones ----------------------------------------------------------------------------------


def bury(db: sqlite3.Connection, signs: Iterable[str]) -> None:
    """Keep whoever has one of these signs (`tombstone`) from being collected again."""
    key = _key(db)
    db.executemany("INSERT OR IGNORE INTO tombstone VALUES (?)", ((_mark(key, sign),) for sign in sorted(signs)))


def tombstones(db: sqlite3.Connection) -> str:
    """Key, marks and the run of the last erasure as JSON: a copy beside the state.

    So a rebuilt state neither collects anybody again nor gives anybody an erased uid (`core.minting.era`).
    """
    marks = [mark for (mark,) in db.execute("SELECT mark FROM tombstone ORDER BY mark")]
    return to_text({"key": _key(db).hex(), "marks": marks, "erased": last_erasure(db)})


def read_tombstones(copy: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Key and marks of such a copy. Raises ValueError when it is none."""
    told = msgspec.json.decode(copy, type=_Tombstones)
    return bytes.fromhex(told.key), tuple(told.marks)


class OtherKeyError(ValueError):
    """A copy of tombstones that another state has made, where both have some: they cannot be compared."""


def unknown_tombstones(db: sqlite3.Connection, copy: bytes) -> frozenset[str]:
    """The marks of a copy of `tombstones` that the state lacks. Raises ValueError when it is no copy, or another's."""
    key, marks = read_tombstones(copy)
    if marks and key != _key(db) and buries_anybody(db):
        raise OtherKeyError
    return frozenset(marks) - {mark for (mark,) in db.execute("SELECT mark FROM tombstone")}


def raise_tombstones(db: sqlite3.Connection, copy: bytes) -> None:
    """Join a copy of `tombstones` with those of a state, inside a transaction. Raises ValueError as above."""
    if new := unknown_tombstones(db, copy):
        db.execute("UPDATE secret SET key = ?", (read_tombstones(copy)[0],))
        db.executemany("INSERT INTO tombstone VALUES (?)", ((mark,) for mark in sorted(new)))


def unknown_erasure(db: sqlite3.Connection, copy: bytes) -> int | None:
    """The run after which somebody was erased by what a copy of `tombstones` says, where the state knows of none since.

    A run that the state lacks is the next one it has, or its last. Raises ValueError when it is no copy.
    """
    erased = msgspec.json.decode(copy, type=_Tombstones).erased
    found = "SELECT COALESCE(MIN(CASE WHEN number >= ? THEN number END), MAX(number)) FROM run"
    number = None if erased is None else db.execute(found, (erased,)).fetchone()[0]
    known = last_erasure(db)
    return None if number is None or (known is not None and known >= min(number, erased or 0)) else int(number)


def note_erasure(db: sqlite3.Connection, copy: bytes) -> None:
    """Note the last erasure that only the copy knows of, inside a transaction. Raises ValueError when it is no copy."""
    number = unknown_erasure(db, copy)
    db.execute("INSERT INTO decision SELECT number, ?, '', '', finished FROM run WHERE number = ?", (FINISHED, number))


def read_again(db: sqlite3.Connection) -> None:
    """Note, inside a transaction, that every source has to be read again although it says the same."""
    for source, run, body in db.execute("SELECT id, run, body FROM source WHERE id NOT LIKE '*%'").fetchall():
        state = replace(msgspec.json.decode(body, type=SourceState), digest="", yields="")
        db.execute("UPDATE source SET body = ? WHERE id = ? AND run = ?", (to_text(state), source, run))


def without_buried(db: sqlite3.Connection, observations: Iterable[Observation]) -> Iterator[Observation]:
    """The observations of everybody who did not ask to be forgotten."""
    met = _meeting(db)
    return (seen for seen in observations if not (met(proofs(seen)) or met(doubts(seen))))


def doubtful(db: sqlite3.Connection, observations: Iterable[Observation]) -> Iterator[Observation]:
    """Those who are kept out although they might be somebody else."""
    met = _meeting(db)
    return (seen for seen in observations if met(doubts(seen)) and not met(proofs(seen)))


def recognised(db: sqlite3.Connection, observations: Iterable[Observation]) -> Iterator[Observation]:
    """Those of whom it is so sure that they are forgotten that their other signs are theirs, too."""
    met = _meeting(db)
    return (seen for seen in observations if met(identifies(seen)))


def not_buried(db: sqlite3.Connection, signs: Iterable[str]) -> frozenset[str]:
    """Those signs by which nobody is known again yet."""
    met = _meeting(db)
    return frozenset(sign for sign in signs if not met((sign,)))


def _meeting(db: sqlite3.Connection) -> Callable[[Iterable[str]], bool]:
    """Whether one of some signs is that of somebody forgotten."""
    key, buried = _key(db), {mark for (mark,) in db.execute("SELECT mark FROM tombstone")}
    return lambda signs: bool(buried) and any(_mark(key, sign) in buried for sign in signs)


def buries_anybody(db: sqlite3.Connection) -> bool:
    """Whether anybody has asked to be forgotten."""
    return bool(db.execute("SELECT EXISTS (SELECT 1 FROM tombstone)").fetchone()[0])


def _key(db: sqlite3.Connection) -> bytes:
    return bytes(db.execute("SELECT key FROM secret").fetchone()[0])


def _mark(key: bytes, sign: str) -> str:
    return hmac.new(key, sign.encode(), hashlib.sha256).hexdigest()


# ---- scrubbing -----------------------------------------------------------------------------------


def _scrub_runs(db: sqlite3.Connection, uid: str, mentions: Mentions) -> None:
    for number, changes, findings, reasons in db.execute(
        "SELECT number, changes, findings, reasons FROM run"
    ).fetchall():
        kept = [change for change in _decoded(changes, Change) if not _about(change, uid)]
        noted = [
            [f for f in _decoded(text, Finding) if f.uid != uid and not _told(f, mentions)]
            for text in (findings, reasons)
        ]
        db.execute(
            "UPDATE run SET changes = ?, findings = ?, reasons = ? WHERE number = ?",
            (to_text(kept), to_text(noted[0]), to_text(noted[1]), number),
        )


def _scrub_sources(db: sqlite3.Connection, mentions: Mentions) -> None:
    for source, run, body in db.execute("SELECT id, run, body FROM source").fetchall():
        state = msgspec.json.decode(body, type=SourceState)
        kept = tuple(finding for finding in state.findings if not _told(finding, mentions))
        if kept != state.findings:
            body = to_text(replace(state, findings=kept))
            db.execute("UPDATE source SET body = ? WHERE id = ? AND run = ?", (body, source, run))


def _drop_workbooks(db: sqlite3.Connection, mentions: Mentions) -> None:
    """An office's workbook that names the person is not ours to change: it goes as a whole until there is a new one."""
    rows = [
        (source, run, msgspec.json.decode(body, type=SourceState))
        for source, run, body in db.execute("SELECT id, run, body FROM source").fetchall()
    ]
    refs = {ref for _, _, state in rows for ref in (state.workbook, state.upload) if ref}
    gone = {ref for ref in refs if _workbook_names(db, ref, mentions)}
    for source, run, state in rows:
        if state.workbook in gone or state.upload in gone:
            kept = [None if ref in gone else ref for ref in (state.workbook, state.upload)]
            body = to_text(replace(state, workbook=kept[0], upload=kept[1]))
            db.execute("UPDATE source SET body = ? WHERE id = ? AND run = ?", (body, source, run))
    for sha256 in sorted({each for ref in gone for each in (ref.file, ref.said)}):
        db.execute(
            "DELETE FROM blob WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM document WHERE instr(body, sha256))",
            (sha256,),
        )


def _drop_documents(db: sqlite3.Connection, mentions: Mentions) -> None:
    """A collected document that names the person is not ours to change either."""
    for key, body in db.execute("SELECT DISTINCT key, body FROM document WHERE body IS NOT NULL").fetchall():
        sha256 = msgspec.json.decode(body, type=DocumentVersion).sha256
        file = db.execute("SELECT body FROM blob WHERE sha256 = ?", (sha256,)).fetchone()
        if file and any(mentions(part) for part in _texts_in(file[0])):
            db.execute("DELETE FROM document WHERE key = ?", (key,))
            db.execute("DELETE FROM blob WHERE sha256 = ?", (sha256,))


def _texts_in(body: bytes) -> Iterator[str]:
    """A file and, if it is a package, its parts."""
    yield body.decode("utf-8", "ignore")
    if body.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(body)):
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            for part in package.namelist():
                yield package.read(part).decode("utf-8", "ignore")


def _workbook_names(db: sqlite3.Connection, ref: FileRef, mentions: Mentions) -> bool:
    """Whether the workbook says anything of the person, in whatever part of it."""
    bodies = dict(db.execute("SELECT sha256, body FROM blob WHERE sha256 IN (?, ?)", (ref.file, ref.said)))
    if len(bodies) < 2:
        return True
    for seen in unpacked("", bodies[ref.said]):
        name = seen.contact.name
        texts = [reading.raw.text for reading in seen.readings]
        if mentions(" ".join((f"{name.given} {name.family}" if name else "", to_text(seen.contact), *texts))):
            return True
    return any(mentions(part) for part in _texts_in(bodies[ref.file]))


def _scrub_rows(db: sqlite3.Connection, table: str, scrub: Callable[[str], str], wanted: Mentions) -> None:
    key = {"identity": "uid = ? AND run = ?", "evidence": "uid = ? AND run = ? AND source = ?"}[table]
    columns = "uid, run" if table == "identity" else "uid, run, source"
    for *place, body in db.execute(f"SELECT {columns}, body FROM {table}").fetchall():  # noqa: S608 - literals
        if wanted(body):
            db.execute(f"UPDATE {table} SET body = ? WHERE {key}", (scrub(body), *place))  # noqa: S608 - literals


def _unlinked(text: str, uid: str) -> str:
    """Somebody else's row without that uid; what a row of staff's took from that contact is not told any more."""
    body = msgspec.json.decode(text)
    if (body.get("parted") or {}).get("uid") == uid:
        text = to_text({**body, "parted": None})
    return text.replace(f'"{uid}"', "null")


def _other_readings(text: str, mentions: Mentions) -> str:
    """The readings of somebody else whose raw text does not mention the person."""
    return to_text([item for item in msgspec.json.decode(text) if not mentions(to_text(item))])


def _about(change: Change, uid: str) -> bool:
    return uid in (change.uid, change.predecessor, change.successor)


def _told(finding: Finding, mentions: Mentions) -> bool:
    return mentions(to_text(finding))


def _decoded(text: str, kind: type[T]) -> list[T]:
    return list(msgspec.json.decode(text, type=list[kind]))  # type: ignore[valid-type]
