"""Whole nights: what is published, what is left alone, what is held, and what happens after a fall."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline import export
from pipeline.errors import KreiskontakteError, PublishError
from pipeline.model import Run
from tests.whole_nights import OTHERS, PEOPLE, District, snapshot, table


@pytest.fixture
def district(tmp_path: Path) -> District:
    return District(tmp_path)


def kinds(district: District) -> list[tuple[str, str]]:
    return [(change["kind"], change["name"]) for change in district.report()["changes"]]


def test_a_first_night_publishes_everybody(district: District) -> None:
    assert district.night().exit_status == 0
    assert district.families() == {"Grothe", "Polat", "Hanke", "Berg", "Thoma", "Rahimi", "Ahrens"}
    assert {kind for kind, _ in kinds(district)} == {"added"}
    assert (district.data / "public").is_symlink()


def test_a_quiet_night_writes_no_byte(district: District) -> None:
    district.night()
    before = snapshot(district.data)
    result = district.night()
    assert (result.exit_status, result.report) == (0, None)
    assert snapshot(district.data) == before


def test_a_quiet_night_finishes_what_a_killed_run_began_to_remove(district: District) -> None:
    district.renumbered()
    half = district.data / "releases" / ".00001-2026-03-01.alt"
    shutil.copytree(district.data / "public", half)
    before = snapshot(district.data / "releases" / "00001-2026-03-02")
    assert district.night().report is None
    assert not half.exists()
    assert snapshot(district.data / "releases" / "00001-2026-03-02") == before


def test_cosmetic_change_is_no_change(district: District) -> None:
    district.night()
    before = snapshot(district.data / "releases")
    district.replaced("07123 3320-14", "07123/3320 - 14")
    assert district.night().report is None
    assert snapshot(district.data / "releases") == before


def test_a_second_source_that_says_the_same_now_is_no_news(district: District) -> None:
    district.files["amt.csv"] = table(*OTHERS, PEOPLE[0])
    district.files["liste.csv"] = table(PEOPLE[0].removeprefix("Ahlbach"), *PEOPLE[1:])
    district.night()
    before = snapshot(district.data / "releases")
    district.files["liste.csv"] = table(*PEOPLE)
    assert district.night().exit_status == 0
    assert snapshot(district.data / "releases") == before


def test_a_new_number_is_one_change_and_keeps_the_uid(district: District) -> None:
    district.night()
    uid = district.uid("Grothe")
    district.replaced("3320-14", "3320-18")
    district.night()
    assert [kind for kind, _ in kinds(district)] == ["changed"]
    assert district.uid("Grothe") == uid
    (change,) = district.report()["changes"]
    assert [field["field"] for field in change["fields"]] == ["phones"]


def test_someone_who_leaves_a_healthy_source_is_removed_at_once(district: District) -> None:
    district.night()
    district.without("Rahimi")
    assert district.night().exit_status == 0
    assert "Rahimi" not in district.families()
    assert [kind for kind, _ in kinds(district)] == ["removed"]


def test_with_grace_a_slip_of_one_night_is_forgiven(tmp_path: Path) -> None:
    district = District(tmp_path, grace=2)
    district.night()
    uid = district.uid("Rahimi")
    district.without("Rahimi")
    district.night()
    assert "Rahimi" in district.families()
    district.files["liste.csv"] = table(*PEOPLE)
    district.night()
    assert district.uid("Rahimi") == uid
    district.without("Rahimi")
    for _ in range(4):
        district.night()
    assert "Rahimi" not in district.families()


def test_a_source_that_fails_keeps_its_contacts_marked_stale(district: District) -> None:
    district.night()
    changes = (district.data / "public" / "aenderungen.vcf").read_bytes()
    del district.files["amt.csv"]
    assert district.night().exit_status == 3
    stale = {contact["name"]["family"]: contact["stale"] for contact in district.published()["contacts"]}
    assert stale["Ahrens"]
    assert not stale["Grothe"]
    assert (district.data / "public" / "aenderungen.vcf").read_bytes() == changes
    (source,) = (s for s in district.report()["sources"] if s["id"] == "amt")
    assert source["status"] == "stale"
    assert "nicht erreichbar" in source["error"]


def test_the_same_outage_is_told_once(district: District) -> None:
    district.night()
    del district.files["amt.csv"]
    district.night()
    before = snapshot(district.data)
    assert district.night().exit_status == 3
    assert snapshot(district.data) == before


def test_after_an_outage_all_is_as_if_nothing_had_been(district: District) -> None:
    district.night()
    before = [dict(c, sources=None) for c in district.published()["contacts"]]
    del district.files["amt.csv"]
    district.night()
    district.files["amt.csv"] = table(*OTHERS)
    assert district.night().exit_status == 0
    assert [dict(c, sources=None) for c in district.published()["contacts"]] == before
    assert kinds(district) == []


def test_a_first_night_without_any_source_fails_and_leaves_nothing_public(district: District) -> None:
    district.files.clear()
    with pytest.raises(KreiskontakteError, match="nicht erreichbar"):
        district.night()
    assert not (district.data / "public").exists()


def test_a_large_loss_is_held_and_asked_once(district: District) -> None:
    district.night()
    public = snapshot(district.data / "releases")
    district.without("Rahimi", "Thoma", "Berg", "Hanke")
    result = district.night()
    assert result.exit_status == 4
    assert result.report is not None
    assert result.report.reasons
    assert snapshot(district.data / "releases") == public
    before = snapshot(district.data)
    assert district.night().exit_status == 4
    assert snapshot(district.data) == before


def test_a_question_whose_occasion_is_gone_is_withdrawn(district: District) -> None:
    district.night()
    district.without("Rahimi", "Thoma", "Berg", "Hanke")
    district.night()
    district.files["liste.csv"] = table(*PEOPLE)
    assert district.night().exit_status == 0
    with district.history() as history:
        assert history.pending() is None
    assert district.report()["decision"] == {"what": "withdrawn", "who": "", "why": ""}
    told = (district.data / "reports/latest/report.md").read_text(encoding="utf-8")
    assert "Zu entscheiden ist darüber nichts mehr" in told
    assert "wartet" not in told
    before = snapshot(district.data)
    assert district.night().exit_status == 0
    assert snapshot(district.data) == before


def test_a_question_that_another_night_overtakes_says_so(district: District) -> None:
    district.night()
    district.without("Rahimi", "Thoma", "Berg", "Hanke")
    district.night()
    district.without("Rahimi")
    assert district.night().exit_status == 0
    (held,) = district.data.glob("reports/00002-*/report.md")
    assert "Überholt: 4 Kontakte weggefallen" in held.read_text(encoding="utf-8")
    assert district.report()["run"].startswith("00003-")


def test_force_publishes_what_would_be_held_and_says_so(district: District) -> None:
    district.night()
    district.without("Rahimi", "Thoma", "Berg", "Hanke")
    assert district.night(force=True).exit_status == 0
    assert "Rahimi" not in district.families()
    with district.history() as history:
        assert [what for _, what, *_ in history.decisions()] == ["forced"]
    told = (district.data / "reports/latest/report.md").read_text(encoding="utf-8")
    assert "Warum ohne --force zurückgehalten worden wäre" in told
    assert "Warum zurückgehalten wurde" not in told


def test_every_change_waits_where_the_district_wants_it(tmp_path: Path) -> None:
    district = District(tmp_path, publish="review")
    assert district.night().exit_status == 4
    assert not (district.data / "public").exists()


def test_a_dry_run_tells_and_writes_nothing(district: District) -> None:
    result = district.night(dry=True)
    assert result.report is not None
    assert {change.kind for change in result.report.changes} == {"added"}
    assert not (district.data / "public").exists()
    district.night()
    before = snapshot(district.data)
    district.without("Rahimi")
    result = district.night(dry=True)
    assert result.report is not None
    assert [change.kind for change in result.report.changes] == ["removed"]
    assert snapshot(district.data) == before


def test_two_directories_give_the_same_bytes(tmp_path: Path) -> None:
    folders = []
    for name in ("eins", "zwei"):
        district = District(tmp_path / name)
        district.night()
        district.without("Rahimi")
        district.night()
        folders.append(district.data)
    contents = [{path: body for path, (body, _) in snapshot(f).items() if "state" not in path} for f in folders]
    assert contents[0] == contents[1]


def test_other_settings_are_published_although_no_source_changed(district: District) -> None:
    from pipeline.config import Publish

    district.night()
    district.configure(publish=Publish(fields=("name", "phones")))
    district.night()
    assert all(contact["emails"] == [] for contact in district.published()["contacts"])


def test_a_release_that_was_recorded_but_never_shown_is_shown_first(district: District) -> None:
    district.night()
    first = (district.data / "public").readlink()
    district.replaced("3320-14", "3320-18")
    district.night()
    shown = snapshot(district.data / "releases")
    (district.data / "public").unlink()
    (district.data / "public").symlink_to(first)
    shutil.rmtree(district.data / "reports")
    district.night()
    assert (district.data / "public").readlink() != first
    assert {k: v[0] for k, v in snapshot(district.data / "releases").items()} == {k: v[0] for k, v in shown.items()}
    assert district.report()["status"] == "published"


def test_what_fails_before_the_switch_leaves_everything_as_it_was(district: District, tmp_path: Path) -> None:
    district.night()
    before = snapshot(district.data)
    district.replaced("3320-14", "3320-18")
    reports = district.data / "reports"
    shutil.move(reports, tmp_path / "beiseite")
    reports.write_text("kein Verzeichnis")
    with pytest.raises(PublishError):
        district.night()
    reports.unlink()
    shutil.move(tmp_path / "beiseite", reports)
    left = {path: content for path, content in snapshot(district.data).items() if "/." not in path}
    assert left == before
    district.night()
    assert [kind for kind, _ in kinds(district)] == ["changed"]


def test_the_release_of_any_night_can_be_made_again(district: District, tmp_path: Path) -> None:
    district.night()
    first = {path: body for path, (body, _) in snapshot(district.data / "public").items()}
    district.replaced("3320-14", "3320-18")
    district.night()
    with district.history() as history:
        export.write_release(history.publication(1), tmp_path / "wieder")
    assert {path: body for path, (body, _) in snapshot(tmp_path / "wieder").items()} == first


def test_a_run_has_a_place_in_the_order_of_runs(district: District) -> None:
    district.night()
    district.without("Rahimi")
    district.night()
    with district.history() as history:
        runs: tuple[Run, ...] = history.runs()
    assert [run.number for run in runs] == [1, 2]
    assert runs[1].previous == runs[0].name


def test_who_is_kept_by_grace_is_reported_at_once(tmp_path: Path) -> None:
    district = District(tmp_path, grace=2)
    district.night()
    district.without("Rahimi")
    district.night()
    assert [(f["code"], f["uid"]) for f in district.report()["findings"]] == [("not_named", district.uid("Rahimi"))]
