"""A lost state is rebuilt from what was published."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.config import Publish, Source
from pipeline.core.limits import Limits
from pipeline.data_directory import opened
from pipeline.decisions import write_again
from pipeline.erasure import last_erasure
from pipeline.errors import HistoryError, KreiskontakteError
from pipeline.forget import expire, forget
from pipeline.lookup import find_contact
from pipeline.restore import restore
from tests.examples import day
from tests.whole_nights import BASE, OTHERS, PEOPLE, District, snapshot, table

PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PAGE = '<html><body><main><h1>Downloads</h1><a href="/flyer.pdf">Flyer &amp; Plakat (PDF)</a></main></body></html>'


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


def forgotten(district: District, *names: str) -> None:
    with opened(district.data, write=True) as history:
        for name in names:
            her = find_contact(name, history.identities())
            assert forget(history, her, district.data, "Frau Probst", "Wunsch", day(3)).left == ()


def marks(district: District) -> set[str]:
    return set(json.loads((district.data / "vergessen.json").read_text())["marks"])


def test_an_older_state_learns_who_was_forgotten_since_and_forgets_nobody(district: District) -> None:
    state = district.data / "state.sqlite3"
    forgotten(district, "Grothe")
    older = state.read_bytes()
    forgotten(district, "Polat")
    both = marks(district)
    state.write_bytes(older)
    district.number = 4
    with opened(district.data, write=True):
        pass
    district.night()
    assert not {"Grothe", "Polat"} & district.families()
    assert marks(district) == both
    forgotten(district, "Hanke")
    assert marks(district) > both


def last(district: District) -> int | None:
    with district.history(write=False) as history:
        return last_erasure(history.connection)


@pytest.mark.parametrize("damaged", [False, True])
def test_the_last_erasure_is_known_when_the_state_is_lost_so_that_no_uid_comes_again(
    district: District, damaged: bool
) -> None:
    forgotten(district, "Grothe")
    before = last(district)
    assert before is not None
    state = district.data / "state.sqlite3"
    if damaged:
        (district.data / "vergessen.json").unlink()
        with closing(sqlite3.connect(state, isolation_level=None)) as connection:
            connection.execute("UPDATE identity SET body = '{}'")
    else:
        state.unlink()
    restore(district.config, day(4))
    after = last(district)
    assert after is not None
    assert after >= before


def test_an_older_state_learns_of_an_erasure_since_that_left_no_marks(district: District) -> None:
    older = (district.data / "state.sqlite3").read_bytes()
    district.without("Grothe")
    district.night()
    with district.history() as history:
        assert expire(history, district.data, 400, day(500)) == 1
    (district.data / "state.sqlite3").write_bytes(older)
    assert last(district) is None
    with opened(district.data, write=True):
        pass
    assert last(district) is not None
    before = snapshot(district.data)
    with opened(district.data, write=True):
        pass
    assert snapshot(district.data) == before


def test_a_copy_of_before_that_tells_no_erasure_is_read(district: District) -> None:
    forgotten(district, "Grothe")
    copy = district.data / "vergessen.json"
    copy.write_text(json.dumps({key: value for key, value in json.loads(copy.read_text()).items() if key != "erased"}))
    (district.data / "state.sqlite3").unlink()
    restore(district.config, day(4))
    assert last(district) is None
    assert marks(district)


def test_what_was_taken_over_once_is_no_news(district: District) -> None:
    forgotten(district, "Grothe")
    before = snapshot(district.data)
    with opened(district.data, write=True):
        pass
    assert snapshot(district.data) == before


def test_tombstones_of_another_state_are_written_over_by_nobody(district: District, tmp_path: Path) -> None:
    other = District(tmp_path / "anderswo")
    other.night()
    forgotten(other, "Berg")
    forgotten(district, "Grothe")
    copy = district.data / "vergessen.json"
    copy.write_bytes((other.data / "vergessen.json").read_bytes())
    before = copy.read_bytes()
    with pytest.raises(HistoryError, match="gehört zu einem anderen Stand"):
        forgotten(district, "Polat")
    assert copy.read_bytes() == before


def test_a_copy_that_is_lost_is_made_of_the_damaged_state(district: District) -> None:
    forgotten(district, "Grothe")
    before = marks(district)
    (district.data / "vergessen.json").unlink()
    damaged = sqlite3.connect(district.data / "state.sqlite3", isolation_level=None)
    damaged.execute("UPDATE identity SET body = '{}'")
    damaged.close()
    restore(district.config, day(4))
    assert marks(district) == before


@pytest.fixture
def offering(tmp_path: Path) -> District:
    """A district whose lists are seen on a page that offers a flyer, after a night on which somebody was new."""
    district = District(tmp_path)
    district.files["flyer.pdf"] = PDF
    district.files["seite.html"] = PAGE
    page = Source("seite", "documents", f"{BASE}seite.html")
    district.configure(sources=(*district.config.sources, page))
    district.without("Rahimi")
    district.night()
    district.files["liste.csv"] = table(*PEOPLE)
    district.night()
    return district


def lose(district: District) -> None:
    (district.data / "state.sqlite3").unlink()
    restore(district.config, day(3))


@pytest.mark.parametrize("gone", [None, "reports"])
def test_the_first_good_night_afterwards_is_a_quiet_one(offering: District, gone: str | None) -> None:
    before = snapshot(offering.data / "public" / ".")
    if gone:
        shutil.rmtree(offering.data / gone)
    lose(offering)
    assert offering.night().exit_status == 0
    assert snapshot(offering.data / "public" / ".") == before


def test_an_outage_afterwards_shows_the_same_people_as_new(offering: District) -> None:
    before = (offering.data / "public" / "aenderungen.vcf").read_bytes()
    assert b"Rahimi" in before
    lose(offering)
    del offering.files["seite.html"], offering.files["amt.csv"]
    assert offering.night().exit_status == 3
    assert (offering.data / "public" / "aenderungen.vcf").read_bytes() == before
    assert [path.name for path in (offering.data / "public" / "dokumente").iterdir()] == ["Flyer-Plakat.pdf"]


def test_a_late_successor_is_nobody_to_add_afterwards_either(tmp_path: Path) -> None:
    district = District(tmp_path).succeeded_late()
    before = (district.data / "public" / "aenderungen.vcf").read_bytes()
    lose(district)
    del district.files["amt.csv"]
    assert district.night().exit_status == 3
    assert (district.data / "public" / "aenderungen.vcf").read_bytes() == before


def test_the_release_that_was_built_from_is_given_byte_for_byte(offering: District, tmp_path: Path) -> None:
    before = {name: body for name, (body, _) in snapshot(offering.data / "public" / ".").items()}
    lose(offering)
    with offering.history() as history:
        write_again(history, history.run(2), tmp_path / "wieder", offering.data)
        shutil.rmtree(offering.data / "releases" / history.run(2).name)
        with pytest.raises(KreiskontakteError, match="liegt nicht mehr unter"):
            write_again(history, history.run(2), tmp_path / "noch-einmal", offering.data)
    assert {name: body for name, (body, _) in snapshot(tmp_path / "wieder").items()} == before


def test_what_readers_see_is_the_release_that_was_built_from(offering: District) -> None:
    before = snapshot(offering.data / "public" / ".")
    (offering.data / "public").unlink()
    lose(offering)
    assert snapshot(offering.data / "public" / ".") == before
    (offering.data / "public").unlink()  # as if killed in between
    offering.night()
    assert snapshot(offering.data / "public" / ".") == before


def test_numbers_of_nights_without_release_are_not_given_again(offering: District) -> None:
    offering.configure(guard=Limits(max_removed_share=0.01))
    offering.without("Polat", "Hanke")
    assert offering.night().exit_status == 4
    lose(offering)
    offering.files["liste.csv"] = table(*PEOPLE)
    offering.night()
    assert offering.report()["run"].startswith("00004")


def test_fields_that_are_not_published_are_no_news_afterwards(offering: District) -> None:
    offering.configure(publish=Publish(fields=("name", "phones")))
    offering.night()
    before = snapshot(offering.data / "public" / ".")
    lose(offering)
    assert offering.night().exit_status == 0
    assert snapshot(offering.data / "public" / ".") == before


def test_news_keeps_the_day_on_which_it_came(offering: District) -> None:
    del offering.files["amt.csv"]
    offering.night()  # a release that only marks somebody as stale
    (new,) = (item for item in offering.published()["contacts"] if item["stale"])
    assert new["name"]["family"] == "Ahrens"
    lose(offering)
    offering.files["amt.csv"] = table(*OTHERS)
    assert offering.night().exit_status == 0
    assert "Stand 3. März 2026 · 1 Kontakt neu" in (offering.data / "public" / "aenderungen.html").read_text()
    assert b"Rahimi" in (offering.data / "public" / "aenderungen.vcf").read_bytes()
