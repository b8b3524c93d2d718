"""What whoever runs the program sees of it: log, heartbeat, metrics, what is kept and for how long."""

from __future__ import annotations

import json

import pytest

from tests.promises.towns import Town
from tests.servers import Page, hangs
from tests.whole_nights import OTHERS, PEOPLE


def test_the_log_tells_run_source_duration_and_bytes(known: Town) -> None:
    known.say("liste.csv", *PEOPLE[1:])
    done = known.here("--log-format", "json")
    *events, message = (json.loads(line) for line in done.err.splitlines())
    assert [event["event"] for event in events] == ["source", "source", "done"]
    assert message["event"] == "message"
    assert {event["run"] for event in events} == {known.report["run"]}
    assert [event["id"] for event in events[:2]] == ["liste", "amt"]
    assert all(event["took"] >= 0 and event["bytes"] > 100 for event in events[:2])
    assert "liste" in known.here().err
    assert known.here("--quiet").err == ""


@pytest.mark.parametrize("status", [0, 3, 4])
def test_a_heartbeat_follows_every_run_that_ended_well(known: Town, status: int) -> None:
    known.configure(f'[notify]\nheartbeat = "{known.server.url("/lebt")}"\n')
    known.serve("lebt", Page(b"OK", "text/plain"))
    if status == 3:
        known.serve("liste.csv", Page(status=500))
    if status == 4:
        known.say("liste.csv", PEOPLE[0])
    known.server.requests.clear()
    assert known.here().status == status
    assert known.server.paths.count("/lebt") == (status != 4)
    assert known.here("--dry-run").status == status
    assert known.server.paths.count("/lebt") == (status != 4)


@pytest.mark.parametrize("there", [False, True])
def test_a_heartbeat_that_nobody_hears_prevents_nothing(known: Town, there: bool) -> None:
    known.configure(f'[notify]\nheartbeat = "{known.server.url("/lebt") if there else "http://127.0.0.1:9/"}"\n')
    known.serve("lebt", hangs())
    known.say("liste.csv", *PEOPLE[1:])
    assert known.here().status == 0
    assert len(known.people) == 6


def test_metrics_follow_the_recorded_runs(known: Town) -> None:
    path = known.data / "metrics.prom"
    assert 'kreiskontakte_source_contacts{source="liste"} 6\n' in path.read_text(encoding="utf-8")
    before = known.everything
    assert known.here().status == 0
    assert known.everything == before
    known.serve("liste.csv", Page(status=500))
    assert known.here().status == 3
    values = dict(line.split(" ") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    assert values["kreiskontakte_run_number"] == "2"
    assert values['kreiskontakte_source_up{source="liste"}'] == "0"
    assert values["kreiskontakte_contacts_stale"] == "6"
    assert path.stat().st_mode & 0o077 == 0
    path.unlink()
    path.mkdir()
    assert known.here().status == 3


def test_releases_and_reports_are_kept_as_long_as_wanted(known: Town) -> None:
    known.configure("[run]\nkeep_releases = 2\n")
    for rows in (PEOPLE[1:], PEOPLE, PEOPLE[1:]):
        known.say("liste.csv", *rows)
        assert known.here().status == 0
    for folder in ("releases", "reports"):
        names = [path.name[:5] for path in sorted((known.data / folder).iterdir()) if not path.is_symlink()]
        assert names == ["00003", "00004"], folder


def test_the_cache_forgets_what_is_no_longer_asked_for(known: Town) -> None:
    for name, rows in (("liste.csv", PEOPLE), ("amt.csv", OTHERS)):
        known.say(name, *rows)
        known.serve(name, Page(known.server.pages[f"/{name}"].body, "text/csv", etag=f'"{name}"'))  # type: ignore[union-attr]
    assert known.here().status == 0
    assert len(list((known.data / "cache").iterdir())) == 2
    known.serve("liste.csv", Page(status=500))
    assert known.here().status == 3
    assert len(list((known.data / "cache").iterdir())) == 2
    known.begin()
    known.sources = {"liste.csv": ""}
    known.configure()
    known.here()
    assert not any(b"amt.csv" in path.read_bytes() for path in (known.data / "cache").iterdir())


def test_what_names_somebody_who_is_forgotten_is_not_kept(known: Town) -> None:
    def publish(*rows: str) -> None:
        known.say("liste.csv", *rows)
        known.serve("liste.csv", Page(known.server.pages["/liste.csv"].body, "text/csv", etag=f'"{len(rows)}"'))  # type: ignore[union-attr]

    def kept() -> list[bytes]:
        assert known.here().status == 0
        return [path.read_bytes() for path in (known.data / "cache").glob("*")]

    publish(*PEOPLE)
    assert any(b"Polat" in body for body in kept())
    assert known.call("forget", "Polat", "--by", "Frau Probst", "--why", "Wunsch").status == 0
    for _ in range(2):
        assert not any(b"Polat" in body for body in kept())
    (known.data / "state.sqlite3").unlink()
    assert known.call("restore").status == 0
    for _ in range(2):
        assert not any(b"Polat" in body for body in kept())
    publish(*(row for row in PEOPLE if "Polat" not in row))
    assert any(b"Grothe" in body for body in kept())


@pytest.mark.parametrize("content", [b"", b"kaputt", b'{"a": 1}', b'{"key": "zz", "marks": []}', None])
def test_check_sees_a_damaged_copy_of_who_is_forgotten(known: Town, content: bytes | None) -> None:
    assert known.call("forget", "Polat", "--by", "Frau Probst", "--why", "Wunsch").status == 0
    path = known.data / "vergessen.json"
    assert f"{path}: lesbar" in known.call("check").out
    path.unlink()
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    done = known.call("check")
    assert done.status == 1
    assert f"{path}: unlesbar" in done.err


@pytest.mark.parametrize("name", ["releases", "reports", "cache", "run.lock"])
def test_check_sees_what_is_in_the_way(known: Town, name: str) -> None:
    path = known.data / name
    folder = path.is_dir()
    path.rename(known.data / "woanders") if path.exists() else None
    path.write_bytes(b"") if folder or name == "cache" else path.mkdir()
    done = known.call("check")
    assert done.status == 1
    assert f"{path}: hier muss" in done.err


def test_check_says_which_limits_are_in_force_and_what_is_usual(known: Town) -> None:
    known.configure("[guard]\nmax_removed_share = 0.3\n")
    said = known.call("check").out
    assert "wartet auf Freigabe, wenn von einer Quelle mehr als 30 % der Kontakte entfallen" in said
    assert "mindestens 3 Kontakten und mehr als 30 % derer, die es hatten" in said
    assert "[source liste]: gelernt aus 1 guten Nacht (von höchstens 30)" in said
