"""What staff decide about a held run, and what comes of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.decisions import approve, difference, find_run, reject, write_again
from pipeline.errors import ConfigError, KreiskontakteError, PublishError
from pipeline.export.staging import show_again
from tests.examples import day
from tests.whole_nights import OTHERS, PEOPLE, District, snapshot, table


@pytest.fixture
def held(tmp_path: Path) -> District:
    """A district whose second night lost four of six and is held."""
    district = District(tmp_path)
    district.night()
    district.without("Rahimi", "Thoma", "Berg", "Hanke")
    assert district.night().exit_status == 4
    return district


def settle(district: District, name: str = "2") -> None:
    with district.history() as history:
        approve(history, find_run(history, name), district.data, 30, "Frau Probst", day(3))


def refuse(district: District) -> None:
    with district.history() as history:
        reject(history, find_run(history, "2"), district.data, "Frau Probst", "ein Versehen", day(3))


def test_approving_publishes_exactly_what_was_reviewed(held: District) -> None:
    reviewed = held.report()
    held.files.clear()  # nothing is fetched again
    settle(held)
    assert held.families() == {"Grothe", "Polat", "Ahrens"}
    assert held.report()["changes"] == reviewed["changes"]
    assert held.report()["status"] == "published"


def test_an_approval_that_died_before_readers_saw_it_is_finished_by_the_next(held: District) -> None:
    first = (held.data / "public").readlink().name
    settle(held)
    show_again(held.data, first)
    assert "Rahimi" in held.families()
    settle(held)
    assert held.families() == {"Grothe", "Polat", "Ahrens"}


def test_a_source_that_is_late_tells_a_succession_in_every_report(tmp_path: Path) -> None:
    district = District(tmp_path).succeeded_late()
    with district.history() as history:
        runs = history.runs()
        reports = {pair: difference(history, runs[pair[0]], runs[pair[1]]) for pair in ((0, 1), (1, 2), (0, 2))}
        told = {pair: [(c.kind, c.name) for c in report.changes] for pair, report in reports.items()}
        write_again(history, runs[2], tmp_path / "wieder", district.data)
    seitz = ("succeeded", "Jan Seitz")
    assert told == {(0, 1): [("added", "Jan Seitz")], (1, 2): [seitz], (0, 2): [seitz]}
    (change,) = district.report()["changes"]
    assert (change["kind"], change["uid"], change["predecessor"]) == (
        "succeeded", district.uid("Seitz"), reports[0, 2].changes[0].predecessor,
    )  # fmt: skip
    again = {name: body for name, (body, _) in snapshot(tmp_path / "wieder").items()}
    assert again == {name: body for name, (body, _) in snapshot(district.data / "public" / ".").items()}
    assert b"Seitz" not in again["aenderungen.vcf"]  # his card is in the address books since the night before
    assert "<b>Sabine Grothe</b>" in again["aenderungen.html"].decode()


def test_after_approval_the_same_content_is_a_quiet_night(held: District) -> None:
    settle(held)
    before = snapshot(held.data / "releases")
    assert held.night().exit_status == 0
    assert snapshot(held.data / "releases") == before


def test_rejecting_keeps_the_old_state_and_is_not_asked_again(held: District) -> None:
    public = snapshot(held.data / "releases")
    refuse(held)
    assert held.night().exit_status == 0
    assert held.night().exit_status == 0
    assert snapshot(held.data / "releases") == public
    assert "Rahimi" in held.families()


def test_who_rejected_by_mistake_publishes_after_all(held: District) -> None:
    refuse(held)
    with pytest.raises(KreiskontakteError, match="abgelehnt; was die Quellen"):
        settle(held)
    assert held.night(force=True).exit_status == 0
    assert held.families() == {"Grothe", "Polat", "Ahrens"}
    with held.history() as history:
        assert [(run, what) for run, what, *_ in history.decisions()] == [(2, "rejected"), (3, "forced")]
    assert held.night().report is None  # and stays so
    held.files["liste.csv"] = table(*PEOPLE)
    held.night()
    held.without("Rahimi", "Thoma", "Berg", "Hanke")
    assert held.night().exit_status == 4  # the answer of then has been taken back


def test_after_a_rejection_other_content_counts_again(held: District) -> None:
    refuse(held)
    held.files["liste.csv"] = table(*PEOPLE[:-1])
    assert held.night().exit_status == 0
    assert "Rahimi" not in held.families()


def test_only_a_run_that_waits_can_be_decided(held: District) -> None:
    with pytest.raises(KreiskontakteError, match="wartet nicht"):
        settle(held, "1")
    settle(held)
    with pytest.raises(KreiskontakteError, match="wartet nicht"):
        refuse(held)


def test_a_run_that_a_later_one_overtook_cannot_be_approved(held: District) -> None:
    held.without("Rahimi", "Thoma", "Berg")
    held.night()
    with pytest.raises(KreiskontakteError, match="überholt"):
        settle(held)


@pytest.mark.parametrize("name", ["9", "gestern", "", "9" * 5_000, "²"])
def test_an_unknown_run_is_said_with_those_there_are(held: District, name: str) -> None:
    with held.history() as history, pytest.raises(ConfigError, match="00001-2026-03-02"):
        find_run(history, name)


def test_any_two_nights_can_be_compared(held: District) -> None:
    settle(held)
    with held.history() as history:
        report = difference(history, history.run(1), history.run(2))
        back = difference(history, history.run(2), history.run(1))
    assert {change.kind for change in report.changes} == {"removed"}
    assert {change.name for change in back.changes} == {change.name for change in report.changes}


def test_a_folder_with_something_in_it_is_not_written_into(held: District, tmp_path: Path) -> None:
    target = tmp_path / "voll"
    target.mkdir()
    (target / "brief.txt").write_text("wichtig")
    with held.history() as history:
        with pytest.raises(PublishError, match="nicht leer"):
            write_again(history, history.run(1), target, held.data)
        with pytest.raises(PublishError, match="lässt sich nicht anlegen"):
            write_again(history, history.run(1), target / "brief.txt", held.data)
        write_again(history, history.run(1), tmp_path / "neu", held.data)
    assert (tmp_path / "neu" / "kontakte.vcf").exists()


def test_a_night_without_release_cannot_be_written_again(held: District, tmp_path: Path) -> None:
    refuse(held)
    with held.history() as history, pytest.raises(KreiskontakteError, match="keine Ausgabe"):
        write_again(history, history.run(2), tmp_path / "neu", held.data)


def test_a_first_night_that_was_rejected_publishes_nothing(tmp_path: Path) -> None:
    district = District(tmp_path, publish="review")
    assert district.night().exit_status == 4
    with district.history() as history:
        reject(history, find_run(history, "1"), district.data, "Frau Probst", "noch nicht", day(2))
    with pytest.raises(KreiskontakteError, match="abgelehnt"):
        district.night()
    assert not (district.data / "public").exists()


def test_only_what_was_new_in_a_rejected_run_is_refused_later(tmp_path: Path) -> None:
    district = District(tmp_path, publish="review")
    district.night()
    settle(district, "1")
    district.replaced("3320-14", "3320-18")
    district.night()
    refuse(district)
    district.files["liste.csv"] = table(*PEOPLE)
    for old, new in (("9210-4112", "9210-4113"), ("9210-4113", "9210-4112")):
        district.files["amt.csv"] = district.files["amt.csv"].replace(old, new)
        district.night()
        with district.history() as history:
            waiting = history.pending()
        assert waiting is not None
        settle(district, waiting.name)
    (ahrens,) = (c for c in district.published()["contacts"] if c["name"]["family"] == "Ahrens")
    assert ahrens["phones"][0]["display"] == "07123 9210-4112"


# ---- a silence ------------------------------------------------------------------------------------


COLLEAGUES = (
    "Landratsamt;Frau Ulla Kern;Sozialberatung;07123 9210-11;ulla.kern@lra-tannberg.example",
    "Landratsamt;Herr Paul Rist;Wohngeld;07123 9210-12;paul.rist@lra-tannberg.example",
)


def frozen(tmp_path: Path, *, publish: str = "auto") -> District:
    """The list was lively, then says the same for so long that a night is held, on which the office has news."""
    district = District(tmp_path)
    district.night()
    for number in range(40, 48):
        district.files["liste.csv"] = table(*PEOPLE).replace("3320-14", f"3320-{number}")
        district.night()
    district.configure(guard=replace(district.config.guard, publish=publish))
    for number in range(4200, 4230):
        _office(district, number)
        result = district.night()
        if result.report and "held_frozen" in {reason.code for reason in result.report.reasons}:
            return district
        if result.exit_status == 4:
            settle(district, str(district.number))
    raise AssertionError("never held")


def _office(district: District, number: int) -> None:
    district.files["amt.csv"] = table(*OTHERS, *COLLEAGUES).replace("9210-4112", f"9210-{number}")


def _number(district: District) -> str:
    (found,) = (one for one in district.published()["contacts"] if one["name"]["family"] == "Ahrens")
    return str(found["phones"][0]["e164"])[-4:]


def _reject(district: District) -> None:
    with district.history() as history:
        reject(history, find_run(history, str(district.number)), district.data, "Frau Probst", "alt", day(99))


def test_a_rejected_silence_does_not_hold_back_what_others_say(tmp_path: Path) -> None:
    district = frozen(tmp_path)
    before = _number(district)
    _reject(district)
    assert _number(district) == before
    assert district.night().exit_status == 0
    assert _number(district) == str(int(before) + 1)
    _office(district, 4300)
    assert district.night().exit_status == 0
    assert _number(district) == "4300"


def test_what_else_is_wrong_with_the_news_of_others_is_still_asked(tmp_path: Path) -> None:
    district = frozen(tmp_path)
    _reject(district)
    district.files["amt.csv"] = table(*COLLEAGUES[1:])
    assert district.night().exit_status == 4
    assert {reason["code"] for reason in district.report()["reasons"]} == {"held_removed"}


def test_where_every_change_waits_a_rejected_night_is_not_asked_about_again(tmp_path: Path) -> None:
    district = frozen(tmp_path, publish="review")
    before = _number(district)
    _reject(district)
    assert (district.night().exit_status, _number(district)) == (0, before)
    _office(district, 4300)
    assert (district.night().exit_status, _number(district)) == (4, before)
