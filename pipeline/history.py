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
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec

from pipeline.errors import HistoryError
from pipeline.model import (
    Change,
    DocumentChange,
    DocumentVersion,
    Edition,
    Entry,
    Finding,
    Identity,
    Observation,
    OfficeWorkbook,
    Outcome,
    Publication,
    Reading,
    Report,
    Run,
)
from pipeline.schema import open_state, said
from pipeline.seal import seal
from pipeline.stored import (
    Mention,
    Night,
    Settings,
    SourceState,
    evidence_rows,
    identity_of,
    identity_text,
    mention_of,
    office_workbook,
    readings_of,
    to_text,
    values_of,
)

EDITIONS_SHOWN = 20  # in the feed
T = TypeVar("T")

#: What is noted of a run that `restore` took from its release.
_REBUILT = "rebuilt"
#: What helps when a document or workbook in the state is not what was stored.
_REMEDY = "den Stand aus einer Sicherung zurückholen oder mit `kreiskontakte restore` neu aufbauen"


class History:
    """The state of one district in one SQLite file. Open it with `open_history`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._db, self._path = connection, path

    @property
    def connection(self) -> sqlite3.Connection:
        """The open file, for `erasure`."""
        return self._db

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
        """The run that waits for a decision: a held one that no later run has overtaken."""
        newest = self.runs()[-1:]
        return newest[0] if newest and newest[0].status == "held" else None

    def _last(self, *statuses: str) -> Run | None:
        marks = ",".join("?" * len(statuses))
        row = self._db.execute(
            "SELECT number, name, previous, started, finished, status FROM run"  # noqa: S608 - only question marks
            f" WHERE status IN ({marks}) ORDER BY number DESC LIMIT 1",
            statuses,
        ).fetchone()
        return _run(row) if row else None

    def damage(self) -> str | None:
        """What SQLite finds wrong with the file, None when it is sound. A row that cannot be read is a HistoryError."""
        with said(self._path):
            (verdict,) = self._db.execute("PRAGMA integrity_check(1)").fetchone()
            if verdict == "ok":
                self.identities(), self.runs()
                kept = {sha256 for (sha256,) in self._db.execute("SELECT sha256 FROM blob")}
                for sha256 in kept.union(self._blobs_in_use()):
                    self.blob(sha256)
        return None if verdict == "ok" else str(verdict)

    def _blobs_in_use(self) -> Iterator[str]:
        yield from (version.sha256 for version in self.documents().values())
        workbooks = (state.workbook for state in self.sources().values() if state.workbook)
        yield from (sha256 for workbook in workbooks for sha256 in (workbook.file, workbook.said))

    # ---- what holds ------------------------------------------------------------------------------

    def identities(self, upto: int | None = None) -> tuple[Identity, ...]:
        """Every uid ever given, departed ones included, as it stands after run `upto` (default: the last)."""
        return tuple(identity_of(body) for _, body in self._latest("identity", "uid", upto))

    def identity(self, uid: str) -> Identity | None:
        """One of them as it stands after the last run, None when that uid was never given."""
        known = self.versions(uid)
        return known[-1][1] if known else None

    def mentions(self) -> Iterator[Mention]:
        """What each of them is known by after the last run."""
        return (mention_of(body) for _, body in self._latest("identity", "uid", None))

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
            raise HistoryError(f"{self._path}: der Inhalt {sha256[:12]}… fehlt; {_REMEDY}")
        if _sha256(row[0]) != sha256:
            raise HistoryError(f"{self._path}: der Inhalt {sha256[:12]}… ist beschädigt; {_REMEDY}")
        return bytes(row[0])

    def evidence(self, uid: str, upto: int | None = None) -> dict[str, tuple[Reading, ...]]:
        """The readings behind one contact, by source."""
        rows = self._db.execute(
            "SELECT e.source, e.body FROM evidence e JOIN run r ON r.number = e.run"
            " WHERE e.uid = ? AND e.run <= ? AND r.status IN ('published', 'unchanged') ORDER BY e.run",
            (uid, self._upto(upto)),
        )
        return {source: readings_of(body) for source, body in rows}

    def readings_behind(self, identity: Identity) -> dict[str, tuple[Reading, ...]]:
        """The readings by source; those of whom staff joined with her, or split from, are kept under that one's uid."""
        own = self.evidence(identity.uid)
        found: dict[str, tuple[Reading, ...]] = {}
        for seen in identity.observations:
            said = found.get(seen.source) or own.get(seen.source, ())
            if not any(reading.raw.where == seen.where for reading in said):
                said += self.evidence_elsewhere(identity.uid, seen)
            found[seen.source] = said
        return found

    def evidence_elsewhere(self, uid: str, seen: Observation) -> tuple[Reading, ...]:
        """The readings behind what a source says of a contact, kept under another uid: staff joined or split them."""
        rows = self._db.execute(
            "SELECT e.body FROM evidence e JOIN run r ON r.number = e.run WHERE e.uid <> ? AND e.source = ?"
            " AND instr(e.body, ?) AND r.status IN ('published', 'unchanged') ORDER BY e.run DESC",
            (uid, seen.source, to_text(seen.where)),
        )
        said = {value for contact in (seen.contact, seen.read) if contact for value in values_of(contact)}
        kept = ([reading for reading in readings_of(body) if reading.value in said] for (body,) in rows)
        return tuple(next(filter(None, kept), ()))

    def versions(self, uid: str) -> tuple[tuple[Run, Identity], ...]:
        """Every stored version of one contact with the run that wrote it, oldest first."""
        rows = self._db.execute(
            "SELECT i.run, i.body FROM identity i JOIN run r ON r.number = i.run"
            " WHERE i.uid = ? AND r.status IN ('published', 'unchanged') ORDER BY i.run",
            (uid,),
        ).fetchall()
        return tuple((self.run(number), identity_of(body)) for number, body in rows)

    def every_version(self) -> Iterator[Identity]:
        """All that was ever known of everybody who is still remembered."""
        rows = self._db.execute(
            "SELECT i.body FROM identity i JOIN run r ON r.number = i.run WHERE r.status IN ('published', 'unchanged')"
        )
        return (identity_of(body) for (body,) in rows)

    def _latest(self, table: str, key: str, upto: int | None) -> Iterator[tuple[str, str]]:
        """The last row of each key among the counting runs (and run `upto` itself, which may be a held one).

        The body is that of the row with the greatest number (SQLite, "Bare columns in an aggregate query").
        """
        rows = self._db.execute(  # table and key are literals of this module
            f"SELECT {key}, body, MAX(t.run) FROM {table} t JOIN run ON run.number = t.run"  # noqa: S608
            " WHERE t.run <= :upto AND (run.status IN ('published', 'unchanged') OR t.run = :this)"
            f" GROUP BY {key} ORDER BY {key}",
            {"upto": self._upto(upto), "this": -1 if upto is None else upto},
        )
        return ((name, body) for name, body, _ in rows)

    def _upto(self, upto: int | None) -> int:
        return 2**62 if upto is None else upto

    # ---- recording -------------------------------------------------------------------------------

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: what is recorded inside is undone if anything inside fails."""
        with said(self._path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                seal(self._db)
                self._db.execute("COMMIT")
            except BaseException:
                self._undo()
                raise

    def _undo(self) -> None:
        """Roll back, unless SQLite has done so already; a disk that fails even here is left to the next opening."""
        with suppress(sqlite3.Error):
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")

    def record(self, night: Night, program: str, lost: Run | None = None) -> Run:
        """Store one night inside a `transaction`; returns the run it became. `lost`: the run that it was before."""
        with said(self._path):
            run = lost or self._coming(night)
            self._insert_run(run, night, program)
            self._insert_rows(run.number, night)
        return run

    def preview(self, night: Night) -> Report:
        """What the report would say if `night` were recorded."""
        entries = {entry.uid: entry for entry in self.entries()}
        entries.update((known.uid, known.entry) for known in night.identities)
        gone = {known.uid for known in night.identities if known.departed is not None}
        return Report(
            self._coming(night),
            night.settings.district,
            night.outcomes,
            night.changes,
            night.document_changes,
            night.findings,
            night.reasons,
            tuple(entry for uid, entry in sorted(entries.items()) if uid not in gone),
            told_before=self._findings_before(self.next_number()),
            left=tuple(known.entry for known in night.identities if known.departed is not None),
        )

    def next_number(self) -> int:
        """The number of the run that is recorded next."""
        return int(1 + self._db.execute("SELECT COALESCE(MAX(number), 0) FROM run").fetchone()[0])

    def _coming(self, night: Night) -> Run:
        number, previous = self.next_number(), self.last_counting()
        name = f"{number:05d}-{night.started.date().isoformat()}"
        return Run(number, name, previous.name if previous else None, night.started, night.finished, night.status)

    def _insert_run(self, run: Run, night: Night, program: str) -> None:
        self._db.execute(
            "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                run.number,
                run.name,
                run.previous,
                night.started.isoformat(),
                night.finished.isoformat(),
                night.status,
                program,
                *map(to_text, (night.settings, night.outcomes, night.changes)),
                *map(to_text, (night.document_changes, night.findings, night.reasons)),
            ),
        )

    def _insert_rows(self, number: int, night: Night) -> None:
        many = self._db.executemany
        many("INSERT INTO identity VALUES (?, ?, ?)", ((i.uid, number, identity_text(i)) for i in night.identities))
        many("INSERT INTO evidence VALUES (?, ?, ?, ?)", evidence_rows(number, night.identities))
        many("INSERT INTO source VALUES (?, ?, ?)", ((s.id, number, to_text(s)) for s in night.sources))
        many(
            "INSERT INTO document VALUES (?, ?, ?)",
            ((key, number, to_text(version) if version else None) for key, version in night.documents),
        )
        self.keep(night.blobs)

    def keep(self, bodies: Iterable[bytes]) -> None:
        """Put files aside by their content, inside a `transaction`."""
        self._db.executemany("INSERT OR IGNORE INTO blob VALUES (?, ?)", ((_sha256(body), body) for body in bodies))

    def remember(self, state: SourceState) -> None:
        """Note, inside a `transaction`, that other content of a source yields the same; no night is recorded."""
        self._db.execute(
            "UPDATE source SET body = ? WHERE id = ? AND run = (SELECT MAX(s.run) FROM source s JOIN run r"
            " ON r.number = s.run WHERE s.id = ? AND r.status IN ('published', 'unchanged'))",
            (to_text(state), state.id, state.id),
        )

    def decide(
        self, number: int, status: Literal["published", "rejected", "withdrawn"], who: str, why: str, taken: datetime
    ) -> None:
        """Settle a held run, inside a `transaction`."""
        with said(self._path):
            self._db.execute("UPDATE run SET status = ? WHERE number = ?", (status, number))
            self.note_decision(number, status, who, why, taken)

    def note_decision(self, number: int, what: str, who: str, why: str, taken: datetime) -> None:
        """Remember who decided what about a run, inside a `transaction`."""
        self._db.execute("INSERT INTO decision VALUES (?, ?, ?, ?, ?)", (number, what, who, why, taken.isoformat()))

    def note_missing(self, number: int, missing: Iterable[Finding]) -> None:
        """Remember, inside a `transaction`, which copies the release of a run lacks and why."""
        from pipeline.export.copies import with_missing  # no business of a quiet night

        findings = to_text(with_missing(self.findings(number), missing))
        self._db.execute("UPDATE run SET findings = ? WHERE number = ?", (findings, number))

    def note_rebuilt(self, number: int, taken: datetime) -> None:
        """Remember, inside a `transaction`, that a run is known from its release only."""
        self.note_decision(number, _REBUILT, "restore", "", taken)

    def is_rebuilt(self, number: int) -> bool:
        """Whether a run is known from its release only, which can then not be made again."""
        row = self._db.execute("SELECT 1 FROM decision WHERE run = ? AND what = ?", (number, _REBUILT)).fetchone()
        return row is not None

    # ---- what is published -----------------------------------------------------------------------

    def publication(self, number: int) -> Publication:
        """Everything the release of one run is made of.

        Its times are days (UTC): a release is the same whatever the hour at which it was made.
        """
        run = _by_day(self.run(number))
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
            workbooks=self._workbooks(number, settings),
        )

    def _workbooks(self, number: int, settings: Settings) -> tuple[OfficeWorkbook, ...]:
        """The offices' own workbooks, that of the most trusted source first."""
        kept = {key: state.workbook for key, state in self.sources(number).items() if state.workbook}
        identities = self.identities(number) if kept else ()
        return tuple(
            office_workbook(key, self.blob(kept[key].file), self.blob(kept[key].said), identities)
            for key, _ in sorted(settings.sources, key=lambda source: (-source[1], source[0]))
            if key in kept
        )

    def report(self, number: int) -> Report:
        """What staff read about one run."""
        known = self.identities(number)
        changes = self.changes(number)
        removed = {change.uid for change in changes if change.kind == "removed"}
        return Report(
            run=self.run(number),
            district=self._column(number, "settings", Settings).district,
            outcomes=self.outcomes(number),
            changes=changes,
            documents=self._column(number, "documents", tuple[DocumentChange, ...]),
            findings=self.findings(number),
            reasons=self.reasons(number),
            entries=tuple(each.entry for each in known if each.departed is None),
            decision=self._decision(number),
            told_before=self._findings_before(number),
            left=tuple(each.entry for each in known if each.departed is not None and each.uid in removed),
        )

    def _findings_before(self, number: int) -> tuple[Finding, ...]:
        row = self._db.execute("SELECT MAX(number) FROM run WHERE number < ?", (number,)).fetchone()
        return self.findings(row[0]) if row[0] else ()

    def _decision(self, number: int) -> tuple[str, str, str] | None:
        row = self._db.execute(
            "SELECT what, who, why FROM decision WHERE run = ? AND what IN ('published', 'rejected', 'forced')"
            " ORDER BY rowid DESC LIMIT 1",
            (number,),
        ).fetchone()
        return tuple(row) if row else None

    def findings(self, number: int) -> tuple[Finding, ...]:
        """What one run found worth a look."""
        return self._column(number, "findings", tuple[Finding, ...])

    def reasons(self, number: int) -> tuple[Finding, ...]:
        """Why the guard held a run."""
        return self._column(number, "reasons", tuple[Finding, ...])

    def outcomes(self, number: int) -> tuple[Outcome, ...]:
        """How each source fared in one run."""
        return self._column(number, "outcomes", tuple[Outcome, ...])

    def good_nights(self, count: int) -> tuple[tuple[tuple[Outcome, ...], tuple[Finding, ...]], ...]:
        """Outcomes and findings of the last counting runs, oldest first: what is usual."""
        rows = self._db.execute(
            "SELECT outcomes, findings FROM run WHERE status IN ('published', 'unchanged')"
            " ORDER BY number DESC LIMIT ?",
            (count,),
        ).fetchall()
        decode = msgspec.json.decode
        return tuple(
            (decode(outcomes, type=tuple[Outcome, ...]), decode(findings, type=tuple[Finding, ...]))
            for outcomes, findings in reversed(rows)
        )

    def must_be_of(self, name: str, ags: str) -> None:
        """An error if this is the state of another district: one with another name and another key."""
        last = self.last_counting()
        known = self.settings(last.number) if last else None
        if known and known.ags != ags and known.district != name:
            raise HistoryError(
                f"{self._path}: ist der Stand von {known.district} ({known.ags}), nicht von {name} ({ags});"
                " [paths] data prüfen oder, wenn der Kreis jetzt so heißt, einmal mit --force"
            )

    def settings(self, number: int) -> Settings:
        """What one run needed to know of the configuration."""
        return self._column(number, "settings", Settings)

    def changes(self, number: int) -> tuple[Change, ...]:
        """What one run brought."""
        return self._column(number, "changes", tuple[Change, ...])

    def rejected(self) -> frozenset[tuple[str, str]]:
        """(source, what it yields) that staff have refused: content that is not asked about again.

        Where the reasons for holding name sources, only these are meant; never one that said nothing new then, nor what
        was published after all.
        """
        rows = self._db.execute(
            "SELECT s.body, s.run, r.reasons FROM source s JOIN run r ON r.number = s.run WHERE r.status = 'rejected'"
        ).fetchall()
        refused = set()
        for body, number, reasons in rows:
            state = msgspec.json.decode(body, type=SourceState)
            blamed = {reason.source for reason in msgspec.json.decode(reasons, type=tuple[Finding, ...])} - {None}
            blames = not blamed or state.id in blamed
            if blames and not self._said_before(state, number) and not self._counted_later(state, number):
                refused.add((state.id, state.yields))
        return frozenset(refused)

    def _said_before(self, state: SourceState, number: int) -> bool:
        """Whether a source said the same in the last counting run before `number`."""
        counted = self.sources(number - 1).get(state.id)
        return counted is not None and counted.yields == state.yields

    def _counted_later(self, state: SourceState, number: int) -> bool:
        """Whether what a source said in run `number` counted after it: somebody has changed their mind."""
        rows = self._db.execute(
            "SELECT s.body FROM source s JOIN run r ON r.number = s.run"
            " WHERE s.id = ? AND s.run > ? AND r.status IN ('published', 'unchanged')",
            (state.id, number),
        )
        return any(msgspec.json.decode(body, type=SourceState).yields == state.yields for (body,) in rows)

    def refused(self) -> tuple[Run, ...]:
        """Rejected runs since the last published one: questions that have their answer."""
        last = self.last_published()
        return tuple(run for run in self.runs() if run.status == "rejected" and (not last or run.number > last.number))

    def decisions(self) -> tuple[tuple[int, str, str, str, str], ...]:
        """(run, what, who, why, when) of everything staff have decided, oldest first."""
        return tuple(self._db.execute("SELECT run, what, who, why, taken FROM decision ORDER BY rowid"))

    def _editions(self, upto: int) -> tuple[Edition, ...]:
        rows = self._db.execute(
            "SELECT number FROM run WHERE number <= ? AND (status = 'published' OR number = ?)"
            " AND NOT (changes = '[]' AND documents = '[]') ORDER BY number DESC LIMIT ?",
            (upto, upto, EDITIONS_SHOWN),
        ).fetchall()
        return tuple(self._edition(number) for (number,) in rows)

    def _edition(self, number: int) -> Edition:
        return Edition(
            _by_day(self.run(number)),
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


def _by_day(run: Run) -> Run:
    midnight = run.started.replace(hour=0, minute=0, second=0, microsecond=0)
    return replace(run, started=midnight, finished=midnight)


def _sha256(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def open_history(path: Path, releases: Path, *, write: bool = True) -> History:
    """The history at `path`; see `schema.open_state` for what it refuses."""
    return History(open_state(path, releases, write=write), path)
