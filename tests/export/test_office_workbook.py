"""The office's own workbook as it comes back to it: what is known better, marked; all else as it was, to the byte."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipeline.decisions import approve, find_run
from pipeline.export import write_release
from tests.examples import day
from tests.export.libreoffice import shown
from tests.export.offices import PEOPLE, Office, office_list, parts_of, with_shared_texts, zipped
from tests.whole_nights import snapshot, table

MARK = "FFFFF2A8"
VOGT = "Steinach;Frau Lena Vogt;Integrationsmanagement;07123 5507-44;lena.vogt@steinach.de"
POLAT = "Ahlbach;Herr Emre Polat;Integrationsmanagement;{};{}"


def marked(sheet: Any) -> list[str]:
    """The cells in the marking colour."""
    return [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.fill.fgColor.rgb == MARK]


def after(office: Office, *rows: str, corrections: tuple[tuple[str, str, str], ...] = ()) -> Any:
    """The first sheet of the workbook after a night on which these rows and corrections are known."""
    office.says(*rows)
    if corrections:
        office.night()
        office.corrects(*corrections)
    office.night(force=True)
    return office.sheet()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_where_nothing_is_known_better_the_file_is_the_original(office: Office) -> None:
    office.night()
    assert office.updated == office.workbook


@pytest.mark.parametrize("kept", [bytes, with_shared_texts])
def test_a_better_number_is_written_as_the_office_writes_and_marked(
    office: Office, kept: Callable[[bytes], bytes]
) -> None:
    office.workbook = kept(office.workbook)
    sheet = after(office, POLAT.format("07123 3320-99", "polat@ahlbach.de"))
    assert sheet["E6"].value == "07123/3320-99"
    assert marked(sheet) == ["E6"]
    assert sheet["E6"].border.bottom.style == "thin"
    assert sheet["E6"].alignment.wrap_text
    assert sheet["D6"].fill.fgColor.rgb == "FFEEF3F8"


def test_all_that_is_not_touched_stays_to_the_byte(office: Office) -> None:
    after(office, POLAT.format("07123 3320-99", "polat@ahlbach.de"))
    assert office.updated is not None
    before, now = parts_of(office.workbook), parts_of(office.updated)
    assert list(before) == list(now)
    assert {name for name in before if before[name] != now[name]} == {"xl/worksheets/sheet1.xml", "xl/styles.xml"}
    name = "xl/worksheets/sheet1.xml"
    begin, end = before[name].index(b'<c r="E6"'), before[name].index(b'<c r="F6"')
    assert now[name].startswith(before[name][:begin])
    assert now[name].endswith(before[name][end:])
    for member, old in zip(_infos(office.updated), _infos(office.workbook), strict=True):
        assert (member.date_time, member.compress_type, member.extra) == (old.date_time, old.compress_type, old.extra)


def _infos(body: bytes) -> list[Any]:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert archive.testzip() is None
        return archive.infolist()


def test_the_same_bytes_again(office: Office, tmp_path: Path) -> None:
    after(office, POLAT.format("07123 3320-99", "polat@ahlbach.de"), VOGT)
    other = Office(tmp_path / "andere", office.workbook)
    after(other, POLAT.format("07123 3320-99", "polat@ahlbach.de"), VOGT)
    assert office.updated == other.updated


def test_somebody_new_gets_a_row_like_her_neighbours(office: Office) -> None:
    sheet = after(office, VOGT)
    row = [cell.value for cell in sheet[10]]
    assert row == [
        6, "Steinach", "Integrationsmanagement", "Frau Lena Vogt", "07123/5507-44", None, "lena.vogt@steinach.de",
    ]  # fmt: skip
    assert marked(sheet) == [f"{letter}10" for letter in "ABCDEFG"]
    assert sheet["D10"].border.bottom.style == "thin"
    assert (sheet.dimensions, sheet.auto_filter.ref) == ("A1:G10", "A4:G10")
    assert sheet.print_area == "'Koordinationsstellen'!$A$1:$G$10"
    assert str(sheet.data_validations.dataValidation[0].sqref) == "C5:C10"
    assert [str(area.sqref) for area in sheet.conditional_formatting] == ["D5:D10"]


@pytest.mark.parametrize(
    "row",
    [
        "Steinach;Frau Lena Vogt;Sekretariat;07123 5507-44;lena.vogt@steinach.de",  # nobody in the list does that
        "Wiesental;Herr Ali Rahimi;Integrationsmanagement;07123 9902-11;ali.rahimi@wiesental.de",  # not in the list
        "Steinach;;Integrationsmanagement;07123 5507-44;buero@steinach.de",  # nobody
        "Steinach;Frau Thoma;Integrationsmanagement;07123 5507-44;",  # who may be listed already
    ],
)
def test_who_may_not_belong_into_the_list_is_not_added(office: Office, row: str) -> None:
    after(office, row)
    assert office.updated == office.workbook


def test_below_the_list_stands_a_note(tmp_path: Path) -> None:
    def note(sheet: Any) -> None:
        sheet["A11"] = "Änderungen bitte an das Büro melden."

    office = Office(tmp_path, office_list(note))
    sheet = after(office, VOGT, "Ahlbach;Frau Ines Roth;Integrationsmanagement;07123 3320-16;ines.roth@ahlbach.de")
    assert sheet["A11"].value == "Änderungen bitte an das Büro melden."
    assert [sheet.cell(row, 4).value for row in (13, 14)] == ["Frau Ines Roth", "Frau Lena Vogt"]
    assert sheet.auto_filter.ref == "A4:G9"


# ---- corrections ---------------------------------------------------------------------------------


def test_staff_have_the_last_word_in_the_workbook_too(office: Office) -> None:
    sheet = after(
        office,
        corrections=(
            ("Ute Hanke", "Mobil", ""),
            ("Nikolai Berg", "Telefon", "(0 71 23) 84 01 - 77"),
            ("Sabine Grothe", "Name", "Frau Sabine Grothe-Maier"),
            ("Sabine Grothe", "Mobil", "0151 9876543 2"),
            ("Eva-Maria Thoma", "E-Mail", "Thoma.Neu@steinach.de"),
        ),
    )
    assert marked(sheet) == ["D5", "F5", "F7", "E8", "G9"]
    assert sheet["F7"].value is None
    assert sheet["E8"].value == "07123/8401-77"
    assert (sheet["D5"].value, sheet["F5"].value) == ("Frau Sabine Grothe-Maier", "0151/98765432")
    assert sheet["G9"].value == "thoma.neu@steinach.de"


def test_a_link_behind_a_cell_leads_to_the_new_address(office: Office) -> None:
    sheet = after(office, corrections=(("Emre Polat", "E-Mail", "neu@ahlbach.de"),))
    assert sheet["G6"].value == "neu@ahlbach.de"
    assert sheet["G6"].hyperlink.target == "mailto:neu@ahlbach.de"


def test_a_link_goes_with_its_address(office: Office) -> None:
    sheet = after(office, corrections=(("Emre Polat", "E-Mail", ""),))
    assert sheet["G6"].value is None
    assert sheet["G6"].hyperlink is None


# ---- nights --------------------------------------------------------------------------------------


def test_a_quiet_night_leaves_it_alone(office: Office) -> None:
    after(office, VOGT)
    before = snapshot(office.data)
    office.night()
    assert snapshot(office.data) == before


def test_a_new_upload_that_says_the_same_is_taken_with_the_next_release(office: Office) -> None:
    office.night()
    first = office.updated

    def moved(sheet: Any) -> None:
        sheet["A3"] = "Bitte aushängen."

    office.workbook = office_list(moved)
    office.night()
    assert office.updated == first
    sheet = after(office, POLAT.format("07123 3320-99", "polat@ahlbach.de"))
    assert (sheet["A3"].value, sheet["E6"].value) == ("Bitte aushängen.", "07123/3320-99")


def test_rows_that_moved_are_found_where_they_are_now(office: Office) -> None:
    office.night()
    newcomer = (0, "Steinach", "Integrationsmanagement", "Herr Tim Aal", "07123/5507-88", None, "aal@steinach.de")
    office.workbook = office_list(people=(newcomer, *PEOPLE))
    sheet = after(office, POLAT.format("07123 3320-99", "polat@ahlbach.de"))
    assert sheet["E7"].value == "07123/3320-99"
    assert marked(sheet) == ["E7"]


def test_any_release_again_byte_for_byte(office: Office, tmp_path: Path) -> None:
    office.night()
    first = office.updated
    after(office, VOGT)
    with office.history() as history:
        write_release(history.publication(1), tmp_path / "eins")
    assert (tmp_path / "eins/koordinationsstellen-aktualisiert.xlsx").read_bytes() == first


def test_a_list_that_holds_what_is_not_published_is_not_published(office: Office) -> None:
    publish = replace(office.config.publish, fields=("name", "emails"))
    office.configure(publish=publish)
    office.night()
    assert office.updated is None
    assert told_of_the_copy(office) == ["copy_unwanted"]


def told_of_the_copy(office: Office) -> list[str]:
    return [found["code"] for found in office.report()["findings"] if found["code"].startswith("copy_")]


def hints(office: Office) -> str:
    """What the sheet `Hinweise` of the published list says."""
    book = openpyxl.load_workbook(office.data / "public/kontakte.xlsx")
    return "\n".join(str(cell.value) for row in book["Hinweise"].iter_rows() for cell in row)


def not_editable() -> bytes:
    parts = parts_of(office_list())
    parts["xl/x.xml"] = b"<!DOCTYPE x [<!ENTITY f 'x'>]><x>&f;</x>"
    return zipped(parts)


def test_why_there_is_no_copy_is_told_for_as_long_as_there_is_none(office: Office) -> None:
    office.workbook = not_editable()
    office.night()
    assert office.updated is None
    assert told_of_the_copy(office) == ["copy_impossible"]
    assert "Von der Liste „liste“ gibt es keine aktualisierte Fassung" in hints(office)
    before = snapshot(office.data)
    assert office.night().report is None  # a quiet night
    assert snapshot(office.data) == before
    office.says(VOGT)
    office.night()
    assert told_of_the_copy(office) == ["copy_impossible"]
    report = (office.data / "reports/latest/report.md").read_text(encoding="utf-8")
    assert "keine aktualisierte Fassung" in report.partition("Hinweise wie im Bericht davor")[2]
    office.workbook = office_list(people=PEOPLE[:4])
    office.night()
    assert told_of_the_copy(office) == []
    assert office.updated


def test_why_there_is_no_copy_is_told_of_a_night_that_is_approved(office: Office, tmp_path: Path) -> None:
    office.night()
    office.workbook = not_editable()
    office.files["amt.csv"] = table(VOGT)
    office.configure(guard=replace(office.config.guard, publish="review"))
    assert office.night().exit_status == 4
    assert told_of_the_copy(office) == []
    with office.history() as history:
        approve(history, find_run(history, "2"), office.data, 30, "Frau Probst", day(3))
    assert told_of_the_copy(office) == ["copy_impossible"]
    assert "keine aktualisierte Fassung" in hints(office)
    with office.history() as history:
        write_release(history.publication(2), tmp_path / "wieder")
    assert (tmp_path / "wieder/kontakte.xlsx").read_bytes() == (office.data / "public/kontakte.xlsx").read_bytes()


def test_an_outage_does_not_hide_why_there_is_no_copy(office: Office) -> None:
    office.workbook = not_editable()
    office.night()
    office.files.pop("amt.csv")
    assert office.night().exit_status == 3
    assert told_of_the_copy(office) == ["copy_impossible"]


def test_libreoffice_opens_it(office: Office, tmp_path: Path) -> None:
    after(office, POLAT.format("07123 3320-99", "polat@ahlbach.de"), VOGT)
    assert office.updated is not None
    text = shown(office.updated, tmp_path)
    assert "07123/3320-99" in text
    assert "Frau Lena Vogt,07123/5507-44" in text


def test_an_archive_that_lacks_a_part_holds_up_nobody(tmp_path: Path) -> None:
    parts = parts_of(office_list())
    del parts["[Content_Types].xml"]
    office = Office(tmp_path, zipped(parts))
    office.says(VOGT)
    office.night()
    assert (office.data / "public/kontakte.json").exists()


# ---- who asked to be forgotten -------------------------------------------------------------------


def forgotten(office: Office, family: str) -> None:
    from pipeline.forget import forget

    with office.history() as history:
        (identity,) = (i for i in history.identities() if i.uid == office.uid(family))
        proof = forget(history, identity, office.data, "Probst", "Wunsch", day(9))
    assert proof.left == ()


def test_a_workbook_that_names_her_goes_and_is_not_kept_again(office: Office) -> None:
    office.night()
    forgotten(office, "Thoma")
    assert office.updated is None
    office.workbook = office_list(lambda sheet: sheet.cell(3, 1, "Bitte aushängen."))
    office.night()
    office.says(VOGT)
    office.night()
    assert told_of_the_copy(office) == ["copy_forgotten"]
    assert "keine aktualisierte Fassung" not in hints(office)
    with office.history() as history:
        bodies = [body for (body,) in history.connection.execute("SELECT body FROM blob")]
    assert bodies == []


def test_a_workbook_without_her_is_kept(office: Office) -> None:
    office.says(VOGT)
    office.night()
    forgotten(office, "Ahrens")
    assert office.updated is not None
    assert office.sheet()["D10"].value == "Frau Lena Vogt"


@pytest.mark.parametrize(
    ("place", "damaged"),
    [
        (b"<sheetData>", b'<sheetData><row r="' + b"9" * 5_000 + b'"/>'),
        (b"<sheetData>", b'<sheetData><row r="\xc2\xb2"/>'),
    ],
)
def test_a_file_that_only_its_readers_pass_over_is_left_and_the_night_goes_on(
    office: Office, place: bytes, damaged: bytes
) -> None:
    parts = parts_of(office.workbook)
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(place, damaged, 1)
    office.workbook = zipped(parts)
    office.says(POLAT.format("07123 3320-99", "polat@ahlbach.de"))
    assert office.night().exit_status == 0
    assert "Polat" in office.families()
    assert not (office.data / "public" / "koordinationsstellen-aktualisiert.xlsx").exists()
