"""`corrections.xlsx` from the template to what is published: what staff write holds, and what becomes of it is said."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipeline.errors import KreiskontakteError
from pipeline.explain import explain
from pipeline.export.corrections import write_template
from pipeline.lookup import find_contact
from tests.whole_nights import District, snapshot, table

Row = tuple[object, ...]


@pytest.fixture
def district(tmp_path: Path) -> District:
    return District(tmp_path)


def corrected(district: District, *rows: Row) -> None:
    """Staff fill in the template: contact, field, value, and, where it matters, until when."""
    path = district.data / "corrections.xlsx"
    path.unlink(missing_ok=True)
    write_template(path)
    book = openpyxl.load_workbook(path)
    for row in rows:
        contact, field, value, *until = row
        book["Korrekturen"].append([contact, field, value, "Probst", "Anruf am Montag", *until])
    book.save(path)


def grothe(district: District) -> Any:
    """The contact that is corrected."""
    (found,) = (c for c in district.published()["contacts"] if c["name"]["family"].startswith("Grothe"))
    return found


def codes(district: District) -> list[str]:
    """The findings about corrections in the last report."""
    found = [f["code"] for f in district.report()["findings"]]
    return [code for code in found if code.startswith("correction")]


def phones(kind: str) -> Callable[[Any], list[str]]:
    return lambda contact: [phone["display"] for phone in contact["phones"] if phone["kind"] == kind]


def field(name: str) -> Callable[[Any], Any]:
    return lambda contact: contact[name]


@pytest.mark.parametrize(
    ("name", "value", "of", "holds"),
    [
        ("Telefon", "07123 3320-77", phones("voice"), ["07123 3320-77"]),
        ("Telefon", "07123/3320-77", phones("voice"), ["07123 3320-77"]),
        ("Telefon", "(0 71 23) 33 20 - 77", phones("voice"), ["07123 3320-77"]),
        ("Telefon", "+49 (0)7123 3320-77", phones("voice"), ["07123 3320-77"]),
        ("Telefon", "Tel. 07123 3320-77 oder -78", phones("voice"), ["07123 3320-77", "07123 3320-78"]),
        ("Telefon", "", phones("voice"), []),
        ("Mobil", "0151 / 1234 5678", phones("mobile"), ["0151 12345678"]),
        ("Fax", "07123/3320-990", phones("fax"), ["07123 3320-990"]),
        ("E-Mail", "Grothe@Ahlbach.example", field("emails"), ["grothe@ahlbach.example"]),
        ("E-Mail", "a@ahlbach.example, b@ahlbach.example", field("emails"), ["a@ahlbach.example", "b@ahlbach.example"]),
        ("E-Mail", None, field("emails"), []),
        ("Funktion", "Leitung", field("role"), "Leitung"),
        ("Gemeinde", "Ahlbach; Oberrode", field("municipality"), "Ahlbach; Oberrode"),
        (
            "Anschrift",
            "Rathausplatz 1, 72555 Metzingen",
            field("address"),
            {"street": "Rathausplatz 1", "postcode": "72555", "city": "Metzingen"},
        ),
        (
            "Name",
            "Frau Dr. Sabine Grothe-Maier",
            field("name"),
            {"salutation": "Frau", "title": "Dr.", "given": "Sabine", "family": "Grothe-Maier"},
        ),
        ("Webseite", "www.ahlbach.example/amt", field("url"), "https://www.ahlbach.example/amt"),
    ],
)
def test_what_staff_write_holds(
    district: District, name: str, value: str | None, of: Callable[[Any], Any], holds: object
) -> None:
    district.night()
    corrected(district, ("Sabine Grothe", name, value))
    assert district.night().exit_status == 0
    assert of(grothe(district)) == holds
    assert codes(district) == []


NO_NUMBER = "der Wert ist keine vollständige Rufnummer dieser Art mit Vorwahl"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("Sabine Grothe", "Telefon", "3320-77"), NO_NUMBER),  # of which area?
        (("Sabine Grothe", "Telefon", "Fax 07123 3320-77"), NO_NUMBER),
        (("Sabine Grothe", "Mobil", "Fax 07123 3320-77"), NO_NUMBER),
        (("Sabine Grothe", "Telefon", "07123 3320-77 Zimmer 12"), NO_NUMBER),
        (("Sabine Grothe", "Telefon", "keine"), NO_NUMBER),
        (("Sabine Grothe", "E-Mail", "grothe(klammeraffe)"), "der Wert ist keine E-Mail-Adresse"),
        (("Sabine Grothe", "Anschrift", "gegenüber"), "der Wert ist keine Anschrift wie"),
        (("Sabine Grothe", "Webseite", "siehe Aushang"), "der Wert ist keine Webadresse"),
        (("Sabine Grothe", "Schuhgröße", "39"), "das „Feld“ steht nicht in der Auswahlliste"),
        (("Sabine Niemand", "Telefon", "07123 3320-77"), "diesen Kontakt gibt es nicht"),
        ((None, "Telefon", "07123 3320-77"), "in „Kontakt“ steht niemand"),
        (("Sabine Grothe", "Telefon", "07123 3320-77", "demnächst"), "„Gilt bis“ ist kein Tag wie 31.12.2026"),
        # a formula that nobody has calculated is not empty
        (("Sabine Grothe", "Telefon", '="07123 3320-77"'), "eine Formel hat kein gespeichertes Ergebnis"),
        (("Sabine Grothe", "Telefon", "07123 3320-77", "=TODAY()-5"), "eine Formel hat kein gespeichertes Ergebnis"),
        (("Sabine Grothe", "Dieselbe Person wie", "Ida Niemand"), "den Kontakt in „Wert“ gibt es nicht"),
        (("Ida Niemand", "Nicht dieselbe Person wie", "Sabine Grothe"), "diesen Kontakt gibt es nicht"),
    ],
)
def test_what_is_not_understood_changes_nothing_and_staff_hear_why(district: District, row: Row, why: str) -> None:
    district.night()
    before = district.published()["contacts"]
    corrected(district, row)
    district.night()
    assert district.published()["contacts"] == before
    assert codes(district) == ["correction_unknown"]
    (told,) = (found["message"] for found in district.report()["findings"] if found["code"] == "correction_unknown")
    assert f"| {row[1]} |" in told
    assert why in told


@pytest.mark.parametrize("called", ["Frau Sabine Grothe", "Grothe, Sabine", "sabine.grothe@ahlbach.example", "uid"])
def test_a_contact_may_be_called_in_any_way(district: District, called: str) -> None:
    district.night()
    corrected(district, (district.uid("Grothe") if called == "uid" else called, "Funktion", "Leitung"))
    district.night()
    assert grothe(district)["role"] == "Leitung"


def test_a_correction_becomes_superfluous_or_contradicted_and_is_never_dropped(district: District) -> None:
    district.night()
    corrected(district, ("Sabine Grothe", "Telefon", "07123 3320-77"))
    district.night()
    district.replaced("3320-14", "3320-77")
    district.night()
    assert codes(district) == ["correction_superfluous"]
    district.replaced("3320-77", "3320-55")
    district.night()
    assert codes(district) == ["correction_contradicted"]
    assert phones("voice")(grothe(district)) == ["07123 3320-77"]


def test_a_correction_holds_until_its_last_day(district: District) -> None:
    district.night()
    day = datetime.fromisoformat(district.published()["generated"])
    corrected(district, ("Sabine Grothe", "Funktion", "Leitung", day.replace(day=day.day + 2, tzinfo=None)))
    district.night()
    assert grothe(district)["role"] == "Leitung"
    district.night()
    district.night()
    assert grothe(district)["role"] == "Integrationsbeauftragte"
    assert codes(district) == ["correction_ended"]


def test_the_file_is_only_read(district: District) -> None:
    corrected(district, ("Sabine Grothe", "Funktion", "Leitung"), ("Sabine Niemand", "Funktion", "Leitung"))
    before = snapshot(district.data)["corrections.xlsx"]
    (district.data / ".~lock.corrections.xlsx#").write_text("Probst")
    district.night()
    district.without("Thoma")
    district.night(force=True)
    assert snapshot(district.data)["corrections.xlsx"] == before


@pytest.mark.parametrize("size", [9_000_000, 25_000_000])
def test_a_file_that_unpacks_without_end_is_an_error(district: District, size: int) -> None:
    corrected(district, ("Sabine Grothe", "Funktion", "Leitung"))
    path = district.data / "corrections.xlsx"
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b"<worksheet><!--" + b" " * size + b"--></worksheet>")
    with pytest.raises(KreiskontakteError, match=r"corrections\.xlsx.*Sicherung zurückholen"):
        district.night()


def test_the_template_explains_itself_on_its_first_sheet(district: District) -> None:
    write_template(district.data / "corrections.xlsx")
    guide, table = openpyxl.load_workbook(district.data / "corrections.xlsx").worksheets
    assert guide.title == "Anleitung"
    assert "geht jeder Quelle vor" in "".join(str(row[0].value) for row in guide.iter_rows())
    assert [cell.value for cell in table[1]] == ["Kontakt", "Feld", "Wert", "Wer", "Warum", "Gilt bis"]
    district.night()
    assert codes(district) == []


def test_a_correction_explains_who_made_it_why_and_what_the_sources_said(district: District) -> None:
    corrected(district, ("Sabine Grothe", "Telefon", "07123 3320-77"))
    district.night()
    with district.history(write=False) as history:
        person = find_contact("Grothe", history.identities())
        text, mail = ("\n".join(explain(history, person, field)) for field in ("phones", "emails"))
    assert "sagt: Korrektur von Hand" in text
    assert "korrigiert von Probst (Anruf am Montag): Tel. 07123 3320-77" in text
    assert "die Quellen sagten: Tel. 07123 3320-14" in text
    assert "korrigiert" not in mail


def test_every_value_is_explained_once_staff_have_joined_two(district: District) -> None:
    district.files["amt.csv"] = table("Ahlbach;Frau S. Grothe;Leitung;07123 3320-99;s.grothe@ahlbach.example")
    district.night()
    with district.history() as history:
        first, second = (one.uid for one in history.identities() if "Grothe" in str(one.entry.contact.name))
    corrected(district, (first, "Dieselbe Person wie", second))
    district.night()
    with district.history() as history:
        joined = history.identity(first)
        assert joined is not None
        said = "\n".join(explain(history, joined, "phones"))
    assert "amt, D2" in said
    assert "liste, D2" in said


def test_a_row_that_separates_is_undone_by_deleting_it(district: District) -> None:
    district.files["amt.csv"] = table("Ahlbach;Frau S. Grothe;Leitung;07123 3320-14;ehrenamt@ahlbach.example")
    district.night()
    before = district.published()["contacts"]
    corrected(district, ("Sabine Grothe", "Nicht dieselbe Person wie", "ehrenamt@ahlbach.example"))
    assert district.night().exit_status == 0
    apart = {contact["uid"] for contact in district.published()["contacts"]}
    corrected(district)
    assert district.night().exit_status == 0
    assert [c["uid"] for c in district.published()["contacts"]] == [c["uid"] for c in before]
    assert "part_again" in [finding["code"] for finding in district.report()["findings"]]
    corrected(district, ("Sabine Grothe", "Nicht dieselbe Person wie", "ehrenamt@ahlbach.example"))
    district.night()
    assert {contact["uid"] for contact in district.published()["contacts"]} == apart
