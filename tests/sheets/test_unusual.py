"""Layouts that are seldom, and those in which a hasty reader would give somebody another person's number."""

from __future__ import annotations

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.extract.anything import read_anything
from pipeline.model import Rules
from tests.sheets.made import FILSTAL, Values, book, codes, read, shown

EVA = ["Göppingen", "Frau Eva Muster", "07161 650-123", "eva.muster@goeppingen.example"]
UWE = ["Süßen", "Herr Uwe Beispiel", "07162 961-14", "beispiel@suessen.example"]
IDA = ["Salach", "Frau Ida Probe", "07162 4008-11", "ida.probe@salach.example"]
EVA_SHOWN = "Frau Eva Muster in Göppingen: +497161650123, eva.muster@goeppingen.example"
UWE_SHOWN = "Herr Uwe Beispiel in Süßen: +49716296114, beispiel@suessen.example"
IDA_SHOWN = "Frau Ida Probe in Salach: +497162400811, ida.probe@salach.example"
HEAD = ["Gemeinde", "Name", "Telefon", "E-Mail"]
ALL = [EVA_SHOWN, UWE_SHOWN, IDA_SHOWN]

#: Each a sheet and the contacts it says.
LAYOUTS: dict[str, tuple[Values, list[str]]] = {
    "two tables beside each other": (
        [["Filstal", None, None, None, "Lautertal"], [*HEAD, *HEAD], [*EVA, *UWE], [None, None, None, None, *IDA]],
        ALL,
    ),
    "two tables below each other, the second with more columns": (
        [HEAD, EVA, UWE, [], ["weitere:"], ["E-Mail", "Name", "Telefon", "Gemeinde", "Funktion"],
         [IDA[3], IDA[1], IDA[2], IDA[0], "Ehrenamtskoordinatorin"]],
        [EVA_SHOWN, UWE_SHOWN, IDA_SHOWN.replace(" in ", " (Ehrenamtskoordinatorin) in ")],
    ),
    "on its side under a title with a date": (
        [["Kontakte – Stand 10/2026"], [], *([f"{h}:", *v] for h, *v in zip(HEAD, EVA, UWE, IDA, strict=True))],
        ALL,
    ),
    "two tables of different things with a blank column between them": (
        [["Rathaus", "Kontakt", "Tel.", None, "Verein", "Sitz", "Vorsitz", "Mobil"],
         ["Celle", "Frau Eva Kling", "05141 12-1", None, "Asylkreis Peine e. V.", "Peine", "Uwe Blum", "0170 3321984"],
         ["Gifhorn", "Herr Jan Beck", "05371 88-1"]],
        ["Frau Eva Kling in Celle: +495141121", "Herr Jan Beck in Gifhorn: +495371881",
         "Uwe Blum @ Asylkreis Peine e. V. in Peine: m+491703321984"],
    ),
    "a form with two people beside each other": (
        [["Gemeinde:", "Salach"], ["Name:", "Frau Ida Probe", "Herr Ali Test"],
         ["Telefon:", "07162 4008-11", "07162 4008-12"], ["E-Mail:", None, "ali@salach.example"]],
        ["Frau Ida Probe in Salach: +497162400811", "Herr Ali Test in Salach: +497162400812, ali@salach.example"],
    ),
    "columns that are functions": (
        [["Kommune", "Integrationsmanagement", "Ehrenamtskoordination"],
         ["Göppingen", "Frau Eva Muster\nTel. 07161 650-123", "Herr Uwe Beispiel\nTel. 07161 650-124"],
         ["Salach", "Frau Ida Probe\nTel. 07162 4008-11", "–"]],
        ["Frau Eva Muster (Integrationsmanagement) in Göppingen: +497161650123",
         "Herr Uwe Beispiel (Ehrenamtskoordination) in Göppingen: +497161650124",
         "Frau Ida Probe (Integrationsmanagement) in Salach: +497162400811"],
    ),
    "everything in one cell": (
        [["Gemeinde", "Kontakt"], ["Salach", "Frau Ida Probe\nIntegrationsmanagerin\nTel. 07162 4008-11"],
         ["Süßen", "Herr Uwe Beispiel\nTel. 07162 961-14\nbeispiel@suessen.example"]],
        ["Frau Ida Probe (Integrationsmanagerin) in Salach: +497162400811", UWE_SHOWN],
    ),
    "lines under a name": (
        [["Gemeinde", "Name", "Kontakt"], ["Salach", "Frau Ida Probe", "Tel. 07162 4008-11"],
         [None, "Integrationsmanagerin", "Fax 07162 4008-911"], [None, "Rathausplatz 1", "ida@salach.example"],
         [None, "73084 Salach"], [], [*UWE[:2], "Tel. 07162 961-14"]],
        ["Frau Ida Probe (Integrationsmanagerin) in Salach: +497162400811, f+4971624008911, ida@salach.example, "
         "Rathausplatz 1 73084 Salach", "Herr Uwe Beispiel in Süßen: +49716296114"],
    ),
    "lines beside labels": (
        [["Salach", "Frau Ida Probe", "Tel.", "07162 4008-11"], [None, "Rathausplatz 1", "E-Mail", IDA[3]],
         [None, "73084 Salach"], [], ["Süßen", "Herr Uwe Beispiel", "Tel.", "07162 961-14"],
         [None, "Marktstraße 2", "E-Mail", UWE[3]], [None, "73079 Süßen"]],
        [f"{IDA_SHOWN}, Rathausplatz 1 73084 Salach", f"{UWE_SHOWN}, Marktstraße 2 73079 Süßen"],
    ),
    "headings over blank cells, nothing merged": (
        [["Gemeinde", "Person", None, "Kontakt"], [None, "Vorname", "Name", "Telefon", "E-Mail"],
         ["Salach", "Ida", "Probe", *IDA[2:]]],
        [IDA_SHOWN.removeprefix("Frau ")],
    ),
    "area code and prefix in columns of their own": (
        [["Gemeinde", "Name", "Telefon", None, "Mobilfunk", None], [None, None, "Vorwahl", "Nr.", "Vorwahl", "Nr."],
         ["Salach", "Ida Probe", "07162", 400811, "0151", 23456789]],
        ["Ida Probe in Salach: +497162400811, m+4915123456789"],
    ),
    "municipality and PLZ beside each other": (
        [["PLZ", "Gemeinde", "Straße", "Nr.", "Name", "Telefon"],
         [73084, "Salach", "Rathausplatz", 1, "Ida Probe", "07162 4008-11"]],
        ["Ida Probe in Salach: +497162400811, Rathausplatz 1 73084 Salach"],
    ),
    "in English": (
        [["First name", "Last name", "Municipality", "Phone", "Email"], ["Ida", "Probe", *IDA[:1], *IDA[2:]]],
        [IDA_SHOWN.removeprefix("Frau ")],
    ),
    "abbreviated": (
        [["Gde.", "Ansprechp.", "Fkt.", "Tel.-Nr.", "Mob.-Nr.", "im Amt seit"],
         ["Salach", "Ida Probe", "Integrationsmanagerin", "07162 4008-11", "0171 3920014", "01.04.2021"]],
        ["Ida Probe (Integrationsmanagerin) in Salach: +497162400811, m+491713920014"],
    ),
    "family name before a stroke": (
        [["Nachname / Vorname", "Telefon"], ["Probe / Ida", "07162 4008-11"]],
        ["Ida Probe: +497162400811"],
    ),
    "a main number that ends in a hyphen": (
        [["Rathaus Uhingen, Telefon 07161 9380-"], ["Name", "Durchwahl"], ["Frau Eva Muster", 123]],
        ["Frau Eva Muster @ Rathaus Uhingen in Uhingen: +4971619380123"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_seldom_layouts(layout: str) -> None:
    rows, expected = LAYOUTS[layout]

    def merge(sheet: Worksheet) -> None:
        if layout.startswith("area code"):
            sheet.merge_cells("C1:D1")
            sheet.merge_cells("E1:F1")

    assert shown(read(book(rows, merge))) == expected


@pytest.mark.parametrize(
    ("heads", "numbers"),
    [
        (["Name", "Vertretung", "Telefon"], ["+497162400811"]),
        (["Name", "Vertretung", "Telefon", "Telefon Vertretung"], ["+497162400811", "+497162400812"]),
        (["Bürgermeister/in", "Ansprechpartner/in", "Telefon"], ["", "+497162400811"]),
        (["Ansprechpartner 1", "Ansprechpartner 2", "Telefon"], ["+497162400811", "+497162400811"]),
    ],
)
def test_whose_number_it_is_when_names_stand_side_by_side(heads: list[str], numbers: list[str]) -> None:
    row = ["Frau Ida Probe", "Herr Ali Test", "07162 4008-11", "07162 4008-12"][: len(heads)]
    assert [text.partition(": ")[2] for text in shown(read(book([heads, row])))] == numbers


def test_local_digits_under_mobil_become_no_number_of_the_area_code_beside() -> None:
    rows: Values = [["Name", "Vorwahl", "Telefon", "Mobil"], ["Ida Probe", "07162", "4008-11", 6916264]]
    found = read(book(rows))
    assert shown(found) == ["Ida Probe: +497162400811"]
    assert "phone_no_area D2" in codes(found)


def test_a_second_number_beside_a_function_is_not_that_of_the_person_above() -> None:
    rows: Values = [["Gemeinde", "Name", "Telefon"], IDA[:3], [None, "Sekretariat", "07162 4008-10"]]
    assert shown(read(book(rows)))[0] == "Frau Ida Probe in Salach: +497162400811"


def test_a_column_of_dates_is_no_office_whatever_its_heading_says() -> None:
    found = read(book([["Name", "Amt", "Telefon"], ["Ida Probe", "01.04.2021", "07162 4008-11"]]))
    assert shown(found) == ["Ida Probe: +497162400811"]
    assert "unknown_column B1" in codes(found)


@pytest.mark.parametrize("heading", ["Telefon (mit Vorwahl)", "Vorwahl/Telefon", "Telefonnummer inkl. Vorwahl", "Büro"])
def test_a_heading_that_speaks_of_area_codes_or_places_over_whole_numbers(heading: str) -> None:
    assert shown(read(book([["Name", heading], ["Ida Probe", "07162 4008-11"]]))) == ["Ida Probe: +497162400811"]


def test_people_by_links_under_a_vague_heading() -> None:
    def link(sheet: Worksheet) -> None:
        sheet["B2"].hyperlink = "mailto:ida.probe@salach.example"

    rows = [["Gemeinde", "Zuständig", "Telefon"], IDA[:3]]
    assert shown(read(book(rows, link))) == [IDA_SHOWN]


@pytest.mark.parametrize("rules", [Rules(), FILSTAL])
def test_municipalities_without_any_heading(rules: Rules) -> None:
    assert shown(read(book([EVA, UWE, IDA]), rules=rules)) == ALL


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_text_with_tabs_is_a_table_whatever_its_name(encoding: str) -> None:
    text = "\r\n".join("\t".join(row) for row in (HEAD, EVA, UWE, IDA))
    assert shown(read_anything(text.encode(encoding), "liste.txt", FILSTAL)) == ALL
