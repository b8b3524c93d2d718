"""A lost state is rebuilt from what was published."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import HistoryError
from pipeline.forget import forget
from pipeline.lookup import find_contact
from pipeline.restore import restore
from tests.examples import day
from tests.whole_nights import District


@pytest.fixture
def district(tmp_path: Path) -> District:
    return District(tmp_path).renumbered()


def test_everybody_keeps_the_uid(district: District) -> None:
    before = {c["uid"]: c["name"]["family"] for c in district.published()["contacts"]}
    (district.data / "state.sqlite3").unlink()
    assert restore(district.config, day(3)).number == 2
    assert district.night().exit_status == 0
    assert {c["uid"]: c["name"]["family"] for c in district.published()["contacts"]} == before


def test_a_damaged_file_is_kept_aside(district: District) -> None:
    (district.data / "state.sqlite3").write_bytes(b"kaputt")
    restore(district.config, day(3))
    (aside,) = district.data.glob("state.sqlite3.beschaedigt-*")
    assert aside.read_bytes() == b"kaputt"


def test_a_sound_state_is_left_alone(district: District) -> None:
    with pytest.raises(HistoryError, match="unversehrt"):
        restore(district.config, day(3))


def test_without_a_release_there_is_nothing_to_build_from(tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="keine Ausgabe"):
        restore(District(tmp_path).config, day(1))


def test_a_release_that_cannot_be_read_is_passed_over(district: District) -> None:
    (district.data / "state.sqlite3").unlink()
    newest = district.data / "public" / "kontakte.json"
    newest.write_text("{")
    assert restore(district.config, day(3)).number == 1


def test_a_state_that_a_killed_run_left_half_written_is_no_damage(district: District) -> None:
    (district.data / "state.sqlite3-journal").write_bytes(b"")
    with pytest.raises(HistoryError, match="unversehrt"):
        restore(district.config, day(3))
    (district.data / "state.sqlite3").unlink()
    (district.data / "state.sqlite3-journal").write_bytes(b"Rest eines anderen Stands")
    assert restore(district.config, day(3)).number == 2
    assert district.night().exit_status == 0


def test_who_asked_to_be_forgotten_stays_so_when_the_state_is_lost(district: District) -> None:
    with district.history() as history:
        her = find_contact("Grothe", history.identities())
        assert forget(history, her, district.data, "Frau Probst", "Wunsch", day(3)).left == ()
    (district.data / "state.sqlite3").unlink()
    restore(district.config, day(4))
    district.number = 4
    district.replaced("9902-11", "9902-12")
    district.night()
    assert "Grothe" not in district.families()


def test_an_unreadable_list_of_the_forgotten_stops_the_rebuilding(district: District) -> None:
    (district.data / "state.sqlite3").unlink()
    (district.data / "vergessen.json").write_text("kaputt")
    with pytest.raises(HistoryError, match="vergessen"):
        restore(district.config, day(3))
