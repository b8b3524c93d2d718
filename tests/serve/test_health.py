"""What a monitor reads."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.good_night import last_good_night, note_good_night
from pipeline.serve.health import health
from tests.examples import day
from tests.serve.places import client, held, published
from tests.whole_nights import District


@pytest.mark.parametrize(
    ("hours", "status", "begins"),
    [(0, 200, "OK: letzte gute Nacht 2026-03-02T"), (36, 200, "OK"), (37, 503, "ALT"), (2400, 503, "ALT")],
)
def test_the_last_good_night_counts(tmp_path: Path, hours: int, status: int, begins: str) -> None:
    answer = health(published(tmp_path).config, day(1) + timedelta(hours=hours))
    assert answer.status_code == status
    assert answer.get_data(as_text=True).startswith(begins)
    assert answer.get_data(as_text=True).endswith("nichts zurückgehalten\n")
    assert answer.mimetype == "text/plain"


def test_a_quiet_night_is_a_good_one(tmp_path: Path) -> None:
    district = published(tmp_path)
    note_good_night(district.data, day(9))
    assert last_good_night(district.data) == day(9)
    assert health(district.config, day(10)).status_code == 200


def test_what_waits_is_named(tmp_path: Path) -> None:
    answer = health(held(tmp_path).config, day(2))
    assert (answer.status_code, "zurückgehalten: 00002-2026-03-03" in answer.get_data(as_text=True)) == (200, True)


def test_nothing_published_is_no_good_state(tmp_path: Path) -> None:
    answer = health(District(tmp_path).config, day(1))
    assert answer.status_code == 503
    assert answer.get_data(as_text=True).startswith("LEER")


def test_a_damaged_state_is_said_without_its_place(tmp_path: Path) -> None:
    district = published(tmp_path)
    (district.data / "state.sqlite3").write_bytes(b"kein Stand")
    answer = health(district.config, day(1))
    assert answer.status_code == 503
    assert str(tmp_path) not in answer.get_data(as_text=True)


def test_where_nothing_is_noted_nothing_is_known(tmp_path: Path) -> None:
    assert last_good_night(tmp_path) is None
    note_good_night(tmp_path / "gibt es nicht", day(1))
    note_good_night(tmp_path, datetime(2026, 3, 2, 3, 15, tzinfo=UTC))
    assert last_good_night(tmp_path) == datetime(2026, 3, 2, 3, 15, tzinfo=UTC)


def test_it_is_reached_without_password_and_only_read(tmp_path: Path) -> None:
    asking = client(published(tmp_path))
    assert asking.get("/healthz").text.count("\n") == 1
    assert asking.post("/healthz").status_code == 405
