"""Forgetting a person: nothing is left, and she is not collected again."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import openpyxl
import pytest

from pipeline.decisions import find_run, reject
from pipeline.erasure import BEGUN, is_begun, tombstones
from pipeline.errors import BusyError, KreiskontakteError
from pipeline.export.corrections import write_template
from pipeline.forget import Proof, clean, expire, forget, prove
from pipeline.known_again import TOMBSTONES
from pipeline.lookup import find_contact
from tests.examples import day
from tests.whole_nights import OTHERS, PEOPLE, District, snapshot, table

HER = ("Sabine Grothe", "sabine.grothe@ahlbach.example", "+497123332014")


@pytest.fixture
def district(tmp_path: Path) -> District:
    return District(tmp_path).renumbered()


def erased(district: District) -> Proof:
    with district.history() as history:
        her = find_contact("Grothe", history.identities())
        return forget(history, her, district.data, "Frau Probst", "auf eigenen Wunsch", day(3))


def test_nothing_of_her_is_left_anywhere(district: District) -> None:
    proof = erased(district)
    assert proof.left == ()
    assert proof.searched > 10
    assert prove(district.data, frozenset(text.casefold() for text in HER)).left == ()
    assert district.families() == {"Polat", "Hanke", "Berg", "Thoma", "Rahimi", "Ahrens"}


def test_she_is_not_collected_again_even_with_another_number(district: District) -> None:
    erased(district)
    district.number += 1
    assert district.night().exit_status == 0
    district.replaced("3320-18", "3320-55")
    district.night()
    assert "Grothe" not in district.families()


def test_others_stay_with_their_history(district: District) -> None:
    before = district.uid("Polat")
    erased(district)
    assert district.uid("Polat") == before
    with district.history(write=False) as history:
        assert [what for _, what, *_ in history.decisions()] == ["forgotten"]
        assert history.evidence(before)


def test_her_rows_in_the_corrections_go_too(district: District) -> None:
    path = district.data / "corrections.xlsx"
    write_template(path)
    book = openpyxl.load_workbook(path)
    book["Korrekturen"].append(["Sabine Grothe", "Telefon", "07123 3320-77", "Probst", "", None])
    book["Korrekturen"].append(["Emre Polat", "Telefon", "07123 3320-78", "Probst", "", None])
    book.save(path)
    assert erased(district).left == ()
    rows = [row[0].value for row in openpyxl.load_workbook(path)["Korrekturen"].iter_rows() if row[0].value]
    assert rows == ["Kontakt", "Emre Polat"]


def test_a_workbook_that_is_open_elsewhere_is_not_written_over(district: District) -> None:
    write_template(district.data / "corrections.xlsx")
    (district.data / ".~lock.corrections.xlsx#").write_text("Probst")
    with pytest.raises(BusyError, match="geöffnet"):
        erased(district)


def test_a_damaged_workbook_stops_before_anything_is_erased(district: District) -> None:
    (district.data / "corrections.xlsx").write_bytes(b"kaputt")
    with pytest.raises(KreiskontakteError, match="lässt sich nicht lesen"):
        erased(district)
    assert "Grothe" in district.families()


def test_who_left_long_ago_is_forgotten_by_itself(district: District) -> None:
    old = district.uid("Grothe")
    district.without("Grothe")
    district.night()
    with district.history() as history:
        assert expire(history, district.data, 400, day(300)) == 0
        assert expire(history, district.data, 400, day(500)) == 1
    assert prove(district.data, frozenset({"sabine.grothe@ahlbach.example"})).left == ()
    district.number = 500
    district.files["liste.csv"] = table(*PEOPLE)
    district.night()
    assert district.uid("Grothe") != old  # who comes back years later is simply new, and no uid is used again


def test_a_kill_between_erasing_and_publishing_is_finished_by_the_next_run(district: District) -> None:
    erased(district)
    with district.history() as history:
        history.note_decision(2, BEGUN, "Frau Probst", "", day(3))
        (district.data / "cache").mkdir()
        (district.data / "cache" / "rest").write_text("Sabine Grothe")
        assert is_begun(history.connection)
        clean(history, district.data)
        assert not is_begun(history.connection)
    assert prove(district.data, frozenset({"sabine grothe"})).left == ()


def test_a_shared_mailbox_does_not_take_others_along(tmp_path: Path) -> None:
    district = District(tmp_path)
    shared = [row.rpartition(";")[0] + ";ehrenamt@ahlbach.example" for row in PEOPLE[:2]]
    district.files["liste.csv"] = table(*shared, *PEOPLE[2:])
    district.night()
    erased(district)
    district.number = 5
    district.replaced("9902-11", "9902-12")
    district.night()
    assert "Polat" in district.families()
    assert "Grothe" not in district.families()


def test_who_is_back_after_a_rejected_loss_is_never_forgotten(tmp_path: Path) -> None:
    district = District(tmp_path)
    district.night()
    district.without("Rahimi", "Thoma", "Berg", "Hanke")
    district.night()
    with district.history() as history:
        reject(history, find_run(history, "2"), district.data, "Frau Probst", "Versehen", day(3))
        assert expire(history, district.data, 400, day(500)) == 0


MARRIED = "Ahlbach;Frau Sabine Neumann;Integrationsbeauftragte;07123 3320-{};{}@ahlbach.example"


@pytest.mark.parametrize(
    ("row", "published", "told"),
    [
        (MARRIED.format(18, "sabine.grothe"), False, []),
        (MARRIED.format(18, "sabine.neumann"), False, ["perhaps_forgotten"]),
        (MARRIED.format(18, "sabine.neumann").replace("Frau Sabine", "Herr Karl"), True, []),
        (MARRIED.format(55, "sabine.neumann"), True, []),
    ],
)
def test_she_is_not_collected_again_once_she_marries(
    district: District, row: str, published: bool, told: list[str]
) -> None:
    erased(district)
    district.number += 1
    district.files["liste.csv"] = table(row, *PEOPLE[1:])
    district.night()
    assert ("Neumann" in district.families()) is published
    findings = [found for found in district.report()["findings"] if found["code"] == "perhaps_forgotten"]
    assert [found["code"] for found in findings] == told
    before = snapshot(district.data)
    assert district.night().report is None
    assert snapshot(district.data).keys() == before.keys()


def test_where_she_may_be_is_told_as_long_as_she_stands_there(district: District) -> None:
    erased(district)
    district.number += 1
    district.files["liste.csv"] = table(MARRIED.format(18, "sabine.neumann"), *PEOPLE[1:])
    district.night()
    district.files["amt.csv"] = table(
        *OTHERS, OTHERS[0].replace("Jonas Ahrens", "Ute Vogt").replace("jonas.ahrens", "ute.vogt")
    )
    district.night()
    assert "perhaps_forgotten" in [found["code"] for found in district.report()["findings"]]
    assert not [found for found in district.report()["findings"] if "Neumann" in found["message"]]
    book = openpyxl.load_workbook(district.data / "public/kontakte.xlsx")
    assert not [cell for row in book["Hinweise"].iter_rows() for cell in row if "aufgeführt" in str(cell.value)]


def test_whom_a_row_took_from_her_remembers_her_no_more(tmp_path: Path) -> None:
    alias = PEOPLE[0].replace("sabine.grothe", "ehrenamt")
    district = District(tmp_path)
    district.files["amt.csv"] = table(alias.replace("Sabine Grothe", "S. Grothe"), *OTHERS)
    district.night()
    path = district.data / "corrections.xlsx"
    write_template(path)
    book = openpyxl.load_workbook(path)
    row = ["Sabine Grothe", "Nicht dieselbe Person wie", "ehrenamt@ahlbach.example", "Probst", "", None]
    book["Korrekturen"].append(row)
    book.save(path)
    district.night()
    with district.history() as history:
        (other,) = (known for known in history.identities() if known.parted)
        her = history.identity(other.parted.uid) if other.parted and other.parted.uid else None
        assert her is not None
        assert forget(history, her, district.data, "Frau Probst", "auf eigenen Wunsch", day(3)).left == ()
        left = history.identity(other.uid)
        assert left is not None
        assert (left.parted, left.entry) == (None, other.entry)


def test_who_cannot_clear_away_the_rest_hears_that_she_is_gone(district: District) -> None:
    """The command cannot be repeated, for nobody knows her any more: the next run does what is left to do."""
    obstacle = district.data / TOMBSTONES
    obstacle.mkdir()
    with pytest.raises(KreiskontakteError, match=r"gelöscht und nicht mehr veröffentlicht.*nächste Lauf.*vergessen"):
        erased(district)
    assert "Grothe" not in district.families()
    obstacle.rmdir()
    with district.history() as history:
        assert is_begun(history.connection)
        clean(history, district.data)
    assert prove(district.data, frozenset(text.casefold() for text in HER)).left == ()


def test_a_fault_that_passes_leaves_nothing_to_do(district: District) -> None:
    refused: list[str] = []

    def once(action: int, table: str | None, column: str | None, *_: str | None) -> int:
        if (action, table, column) != (sqlite3.SQLITE_UPDATE, "decision", "what") or refused:
            return sqlite3.SQLITE_OK
        refused.append("the note that all files are clean")
        return sqlite3.SQLITE_DENY

    with district.history() as history:
        her = find_contact("Grothe", history.identities())
        history.connection.set_authorizer(once)
        assert forget(history, her, district.data, "Frau Probst", "auf eigenen Wunsch", day(3)).left == ()
        assert refused
        assert not is_begun(history.connection)


def test_an_old_release_that_resists_is_no_end(district: District) -> None:
    """The note that all is clean waits until the last release that shows her is gone."""
    older = district.data / "releases" / "00000-2020-01-01"
    older.mkdir()
    (older / "kontakte.json").write_text("Sabine Grothe", encoding="utf-8")
    in_the_way = older.with_name(f".{older.name}.alt")
    with district.history() as history:
        in_the_way.write_text("no folder", encoding="utf-8")
        with pytest.raises(KreiskontakteError, match="lässt sich nicht löschen"):
            clean(history, district.data)
        clean(history, district.data)
    assert not older.exists()


NEUMANN = "Ahlbach;Frau Sabine Neumann;Integrationsbeauftragte;07123 3320-{};{}@ahlbach.example"


def again(district: District, row: str, *others: str) -> None:
    """A night on which that row stands where she stood."""
    district.number += 1
    district.files["liste.csv"] = table(row, *PEOPLE[1:])
    district.files["amt.csv"] = table(*OTHERS, *others)
    district.night()


def test_she_is_not_collected_again_when_her_signs_change_one_after_the_other(district: District) -> None:
    erased(district)
    for row in (
        NEUMANN.format(55, "sabine.grothe"),
        NEUMANN.format(55, "sabine.neumann"),
        NEUMANN.format(56, "sabine.neumann"),
        NEUMANN.replace("Neumann", "Kern").format(57, "sabine.neumann"),
        NEUMANN.replace("Neumann", "Kern").format(58, "sabine.kern"),
    ):
        again(district, row)
        assert not {"Neumann", "Kern"} & district.families()
        assert district.report()["changes"] == []
    before = snapshot(district.data)
    district.night()
    assert snapshot(district.data) == before


def test_what_one_source_says_of_her_is_known_of_another_on_the_same_night(district: District) -> None:
    erased(district)
    again(district, NEUMANN.format(55, "sabine.grothe"), NEUMANN.format(55, "sprechstunde"))
    assert "Neumann" not in district.families()


def test_what_is_new_of_her_stands_in_the_copy_too_and_is_noted_once(district: District) -> None:
    erased(district)
    copy = district.data / TOMBSTONES
    before = copy.read_bytes()
    again(district, NEUMANN.format(55, "sabine.grothe"))
    after = copy.read_bytes()
    assert len(after) > len(before)
    with district.history() as history:
        assert tombstones(history.connection).encode() == after
    copy.unlink()
    again(district, NEUMANN.format(55, "sabine.grothe").replace("Integrations", "Ehrenamts"))
    assert not copy.exists()  # nothing was new


def test_a_look_ahead_notes_nothing(district: District) -> None:
    erased(district)
    district.number += 1
    district.files["liste.csv"] = table(NEUMANN.format(55, "sabine.grothe"), *PEOPLE[1:])
    before = snapshot(district.data)
    district.night(dry=True)
    assert snapshot(district.data) == before


def test_what_cannot_be_copied_is_noted_on_another_night(district: District) -> None:
    erased(district)
    copy = district.data / TOMBSTONES
    kept = copy.read_bytes()
    copy.unlink()
    copy.mkdir()
    with pytest.raises(KreiskontakteError, match="schreiben"):
        again(district, NEUMANN.format(55, "sabine.grothe"))
    with district.history() as history:
        assert tombstones(history.connection).encode() == kept
    copy.rmdir()
    again(district, NEUMANN.format(55, "sabine.grothe"))
    again(district, NEUMANN.format(55, "sabine.neumann"))
    assert "Neumann" not in district.families()


def test_a_successor_at_her_desk_is_no_more_in_doubt_than_she_was(district: District) -> None:
    """Whoever has her given name and her number is kept out in doubt; with another number she is somebody else."""
    erased(district)
    again(district, NEUMANN.format(18, "sabine.neumann"))
    assert "Neumann" not in district.families()
    again(district, NEUMANN.format(55, "sabine.neumann"))
    assert "Neumann" in district.families()


def test_numbers_that_two_have_exchanged_are_no_traces(tmp_path: Path) -> None:
    district = District(tmp_path)
    district.night()
    exchanged = [PEOPLE[0].replace("3320-14", "3320-15"), PEOPLE[1].replace("3320-15", "3320-14")]
    district.files["liste.csv"] = table(*exchanged, *PEOPLE[2:])
    district.night()
    assert erased(district).left == ()
    assert prove(district.data, frozenset({"grothe"})).left == ()
    with district.history(write=False) as history:
        versions = [known for _, known in history.versions(district.uid("Polat"))]
    numbers = {phone.e164 for known in versions for phone in known.entry.contact.phones}
    assert numbers == {"+497123332014", "+497123332015"}


def test_what_staff_keep_beside_it_is_told(district: District) -> None:
    note = district.data / "notiz.txt"
    note.write_text("Sabine Grothe, 07123 3320-18")
    assert erased(district).left == (note,)
