"""What the history remembers, and what it refuses."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import BusyError, HistoryError
from pipeline.history import History, open_history
from pipeline.model import Change, DocumentVersion, Finding, Outcome, Run
from pipeline.stored import Night, SourceState
from tests.examples import AHRENS, LINDENAU, day, gone, identity, night

A, B = "a0000000-0000-5000-8000-000000000000", "b0000000-0000-5000-8000-000000000000"
FLYER = DocumentVersion("Flyer", "https://amt.example/f.pdf", "flyer.pdf", 3, "ba7816bf", 4, "amt")
ADDED = (Change("added", A, "Dr. Hedwig Lindenau"),)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.sqlite3"


@pytest.fixture
def history(path: Path) -> Iterator[History]:
    history = open_history(path, path.parent / "releases")
    yield history
    history.close()


def record(history: History, *nights: Night) -> list[Run]:
    runs = []
    for one in nights:
        with history.transaction():
            runs.append(history.record(one, "0.1.0"))
    return runs


def test_runs_are_numbered_by_the_state_whatever_the_clock_says(history: History) -> None:
    first, second = record(history, night(9), night(1))
    assert (first.name, second.name) == ("00001-2026-03-10", "00002-2026-03-02")
    assert second.previous == first.name
    assert history.run(2) == second


def test_any_night_can_be_asked_for_again(history: History) -> None:
    moved = replace(LINDENAU, role="Amtsleitung")
    record(history, night(1, identity(A, LINDENAU)), night(2, identity(A, moved), identity(B, AHRENS)))
    assert [entry.contact for entry in history.entries(1)] == [LINDENAU]
    assert [entry.contact for entry in history.entries()] == [moved, AHRENS]
    assert [version.entry.contact for _, version in history.versions(A)] == [LINDENAU, moved]


def test_someone_who_left_is_remembered_but_not_published(history: History) -> None:
    known = identity(A, LINDENAU)
    record(history, night(1, known), night(2, gone(known, 2)))
    assert history.entries() == ()
    assert history.identities()[0].departed == 2


def test_identities_come_back_as_they_were_without_their_readings(history: History) -> None:
    known = identity(A, LINDENAU)
    record(history, night(1, known))
    (back,) = history.identities()
    (seen,) = known.observations
    assert back == replace(known, observations=(replace(seen, readings=()),))
    assert history.evidence(A) == {"amt": seen.readings}


def test_a_held_run_counts_only_when_it_is_approved(history: History) -> None:
    record(history, night(1, identity(A, LINDENAU)))
    (held,) = record(history, night(2, gone(identity(A, LINDENAU), 2), status="held", changes=ADDED))
    assert history.entries() != ()
    assert history.pending() == held
    assert history.entries(held.number) == ()  # as it would be
    with history.transaction():
        history.decide(held.number, "published", "Frau Probst", "", day(3))
    assert history.entries() == ()
    assert history.pending() is None
    assert history.decisions() == ((2, "published", "Frau Probst", "", day(3).isoformat()),)


def test_a_later_run_overtakes_a_held_one(history: History) -> None:
    record(history, night(1), night(2, status="held"), night(3))
    assert history.pending() is None


def test_rejected_content_is_known_by_what_it_says_and_who_is_to_blame(history: History) -> None:
    sources = (SourceState("amt", "d", "said"), SourceState("liste", "d", "fine"))
    reason = Finding("held_removed", "error", source="amt")
    record(history, night(1))
    (held,) = record(history, night(2, status="held", sources=sources, reasons=(reason,)))
    with history.transaction():
        history.decide(held.number, "rejected", "Frau Probst", "Versehen", day(2))
    assert history.rejected() == {("amt", "said")}
    record(history, night(3, sources=sources))  # published after all
    assert history.rejected() == frozenset()


def test_without_a_name_in_the_reasons_every_source_of_the_run_is_meant(history: History) -> None:
    (held,) = record(history, night(1, status="held", reasons=(Finding("held_review", "info"),)))
    with history.transaction():
        history.decide(held.number, "rejected", "Frau Probst", "Versehen", day(2))
    assert history.rejected() == {("amt", "")}


def test_documents_are_kept_by_their_content(history: History) -> None:
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    flyer = replace(FLYER, sha256=digest)
    record(history, night(1, documents=(("flyer", flyer),), blobs=(b"abc",)))
    assert history.documents() == {"flyer": flyer}
    assert history.publication(1).documents == ((flyer, b"abc"),)
    record(history, night(2, documents=(("flyer", None),)))
    assert history.documents() == {}
    with pytest.raises(HistoryError, match=r"state\.sqlite3: der Inhalt .* fehlt"):
        history.blob("0" * 64)


def test_a_source_is_known_as_it_was_last_recorded(history: History) -> None:
    record(history, night(1), night(2))
    assert history.sources()["amt"].digest == "digest-2"
    with history.transaction():
        history.remember(SourceState("amt", "digest-3"))
    assert history.sources()["amt"].digest == "digest-3"
    assert history.sources(1)["amt"].digest == "digest-1"


def test_a_publication_tells_days_not_hours_and_repeats_the_last_edition_with_news(history: History) -> None:
    record(history, night(1, identity(A, LINDENAU), changes=ADDED), night(2))
    publication = history.publication(2)
    assert publication.run.started.hour == 0
    assert publication.edition.run.number == 1
    assert publication.edition.changes == ADDED


def test_a_first_release_without_news_is_its_own_edition(history: History) -> None:
    record(history, night(1))
    assert history.publication(1).edition.run.number == 1


def test_the_report_tells_what_the_night_found(history: History) -> None:
    outcome = Outcome("amt", "https://amt.example/", "ok", 1)
    finding, reason = Finding("unclaimed", "warning", "0711 1"), Finding("held_removed", "error")
    one = night(1, identity(A, LINDENAU), status="held", outcomes=(outcome,), findings=(finding,), reasons=(reason,))
    preview = history.preview(one)
    record(history, one)
    report = history.report(1)
    assert (report.outcomes, report.findings, report.reasons) == ((outcome,), (finding,), (reason,))
    assert preview.entries == report.entries
    assert preview.run.name == report.run.name


def test_a_preview_leaves_out_who_left(history: History) -> None:
    known = identity(A, LINDENAU)
    record(history, night(1, known))
    assert history.preview(night(2, gone(known, 2))).entries == ()


def test_what_fails_inside_a_transaction_leaves_nothing(history: History) -> None:
    def fail_half_way() -> None:
        with history.transaction():
            history.record(night(1), "0.1.0")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert history.runs() == ()


# ---- the file ------------------------------------------------------------------------------------


@pytest.mark.parametrize("missing", [1, 1000, 4095, 4096, 5000])
def test_a_state_without_its_end_is_refused_and_kept(path: Path, missing: int) -> None:
    with closing(open_history(path, path.parent / "releases")) as history:
        record(history, night(1))
        history.connection.execute("INSERT INTO blob VALUES ('a', zeroblob(99000))")
        history.connection.execute("DELETE FROM blob WHERE sha256 = 'a'")  # nothing stands in the last page
    cut = path.read_bytes()[:-missing]
    path.write_bytes(cut)
    with pytest.raises(HistoryError, match="restore"):
        open_history(path, path.parent / "releases")
    assert path.read_bytes() == cut


def test_a_missing_state_beside_releases_is_never_begun_afresh(path: Path) -> None:
    (path.parent / "releases" / "00001-2026-03-02").mkdir(parents=True)
    with pytest.raises(HistoryError, match="restore"):
        open_history(path, path.parent / "releases")
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"kein SQLite", b"SQLite format 3\0" + b"\0" * 200])
def test_a_file_that_is_no_state_is_refused_and_kept(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(HistoryError):
        open_history(path, path.parent / "releases")
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(HistoryError, match="kein Stand von kreiskontakte"):
        open_history(path, path.parent / "releases")


def test_a_newer_programs_state_is_refused(path: Path, history: History) -> None:
    history.close()
    other = sqlite3.connect(path)
    other.execute("PRAGMA user_version = 99")
    other.close()
    with pytest.raises(HistoryError, match="neueren Version"):
        open_history(path, path.parent / "releases")


def test_a_state_that_another_program_holds_is_busy(path: Path, history: History) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    history._db.execute("PRAGMA busy_timeout = 0")
    with pytest.raises(BusyError, match="gesperrt"), history.transaction():
        pass
    other.close()


def test_reading_creates_nothing(path: Path) -> None:
    history = open_history(path, path.parent / "releases", write=False)
    assert history.runs() == ()
    history.close()
    assert not path.exists()


def test_only_reading_refuses_to_write(path: Path, history: History) -> None:
    record(history, night(1))
    reader = open_history(path, path.parent / "releases", write=False)
    assert reader.last_published() is not None
    with pytest.raises(HistoryError, match="lässt sich nicht lesen oder schreiben"), reader.transaction():
        reader.record(night(2), "0.1.0")
    reader.close()


def test_a_place_where_nothing_can_be_made_is_said(tmp_path: Path) -> None:
    with pytest.raises(HistoryError):
        open_history(tmp_path / "fehlt" / "state.sqlite3", tmp_path / "releases")


def test_damage_is_found(history: History, path: Path) -> None:
    record(history, *(night(number, identity(A, LINDENAU)) for number in range(1, 30)))
    assert history.damage() is None
    history.close()
    body = bytearray(path.read_bytes())
    body[5000:9000] = b"\xff" * 4000
    path.write_bytes(body)
    with pytest.raises(HistoryError, match="beschädigt"):
        open_history(path, path.parent / "releases", write=False)


def test_a_file_that_is_not_what_was_kept_is_not_published(history: History) -> None:
    with history.transaction():
        history.keep([b"Flugblatt"])
    sha256 = hashlib.sha256(b"Flugblatt").hexdigest()
    assert history.blob(sha256) == b"Flugblatt"
    assert history.damage() is None
    history.connection.execute("UPDATE blob SET body = ?", (b"Flugblatz",))
    for look in (lambda: history.blob(sha256), history.damage):
        with pytest.raises(HistoryError, match="beschädigt"):
            look()


def test_a_document_without_its_file_is_damage(history: History) -> None:
    body = b"Flugblatt"
    flyer = replace(FLYER, sha256=hashlib.sha256(body).hexdigest())
    record(history, night(1, documents=(("flyer", flyer),), blobs=(body,)))
    assert history.damage() is None
    history.connection.execute("DELETE FROM blob")
    with pytest.raises(HistoryError, match="fehlt"):
        history.damage()


def test_one_contact_can_be_asked_for_alone(history: History) -> None:
    moved = replace(LINDENAU, role="Amtsleitung")
    record(history, night(1, identity(A, LINDENAU)), night(2, identity(A, moved), identity(B, AHRENS)))
    record(history, night(3, identity(A, replace(moved, role="im Ruhestand")), status="held"))
    assert history.identity(A) == history.identities()[0]
    assert history.identity("c") is None


def test_what_a_contact_is_known_by_is_read_alone(history: History) -> None:
    married = replace(identity(A, LINDENAU), former=(AHRENS,))
    record(history, night(1, married), night(2, gone(identity(B, AHRENS), 2)))
    assert [(one.uid, one.contacts, one.departed) for one in history.mentions()] == [
        (A, (LINDENAU, AHRENS), None),
        (B, (AHRENS,), 2),
    ]


def test_the_state_of_another_district_is_none(history: History) -> None:
    history.must_be_of("Landkreis Anderswo", "09999")  # nothing is known yet
    record(history, night(1, identity(A, LINDENAU)))
    known = history.settings(1)
    history.must_be_of(known.district, "09999")
    history.must_be_of("Kreis mit neuem Namen", known.ags)
    with pytest.raises(HistoryError, match="ist der Stand von"):
        history.must_be_of("Landkreis Anderswo", "09999")
