"""How offices lay their lists out, each as a small workbook and what it says."""

from __future__ import annotations

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.errors import FormatError
from pipeline.model import Rules
from tests.sheets.made import book, books, codes, read, shown

HEAD = ["Kommune", "Name", "Telefon", "E-Mail"]
EVA = ["Göppingen", "Frau Eva Muster", "07161 650-123", "eva.muster@stadt.example"]
UWE = ["Süßen", "Herr Uwe Beispiel", "07162 961-14", "beispiel@suessen.example"]
EVA_SHOWN = "Frau Eva Muster in Göppingen: +497161650123, eva.muster@stadt.example"
UWE_SHOWN = "Herr Uwe Beispiel in Süßen: +49716296114, beispiel@suessen.example"


def test_one_row_a_person() -> None:
    assert shown(read(book([HEAD, EVA, UWE]))) == [EVA_SHOWN, UWE_SHOWN]


def test_title_stand_blank_rows_and_notes_are_no_contacts() -> None:
    rows = [
        ["Ansprechpersonen Integration im Landkreis"],
        ["Stand: 12.10.2026"],
        [],
        HEAD,
        EVA,
        UWE,
        [],
        ["Bitte Änderungen an die Geschäftsstelle melden."],
        ["alle Angaben ohne Gewähr"],
    ]
    assert shown(read(book(rows))) == [EVA_SHOWN, UWE_SHOWN]


def test_each_value_knows_its_sheet_and_cell() -> None:
    record = read(book([["Liste"], HEAD, EVA])).records[0]
    assert {(r.field, r.raw.where.sheet, r.raw.where.cell) for r in record.readings} == {
        ("municipality", "Liste", "A3"),
        ("name", "Liste", "B3"),
        ("phones", "Liste", "C3"),
        ("emails", "Liste", "D3"),
    }


def test_headings_in_two_rows() -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:B2")
        sheet.merge_cells("C1:E1")

    rows = [
        ["Gemeinde", "Ansprechpartner/in", "Erreichbarkeit", None, None],
        [None, None, "Tel.", "mobil", "Mail"],
        ["Göppingen", "Frau Eva Muster", "07161 650-123", "0171 3920014", "eva.muster@stadt.example"],
    ]
    assert shown(read(book(rows, merge))) == [
        "Frau Eva Muster in Göppingen: +497161650123, m+491713920014, eva.muster@stadt.example"
    ]


def test_heading_over_two_columns_that_only_say_which_one() -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("C1:D1")

    rows = [
        ["Gemeinde", "Name", "Telefon", None, "E-Mail"],
        [None, None, "dienstlich", "mobil", None],
        ["Göppingen", "Frau Eva Muster", "07161 650-123", "0171 3920014", "eva.muster@stadt.example"],
    ]
    assert shown(read(book(rows, merge))) == [
        "Frau Eva Muster in Göppingen: +497161650123, m+491713920014, eva.muster@stadt.example"
    ]


def test_municipality_merged_over_several_people() -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A2:A3")

    rows = [HEAD, EVA, [None, *UWE[1:]]]
    assert shown(read(book(rows, merge)))[1] == UWE_SHOWN.replace("Süßen", "Göppingen")


def test_municipality_written_once_for_several_people() -> None:
    assert shown(read(book([HEAD, EVA, [None, *UWE[1:]]])))[1] == UWE_SHOWN.replace("Süßen", "Göppingen")


def test_ditto_marks() -> None:
    assert shown(read(book([HEAD, EVA, ['"', *UWE[1:]]])))[1] == UWE_SHOWN.replace("Süßen", "Göppingen")


def test_section_rows_name_the_municipality() -> None:
    rows = [HEAD[1:], ["Stadt Göppingen"], EVA[1:], ["Süßen"], UWE[1:]]
    assert shown(read(book(rows))) == [EVA_SHOWN, UWE_SHOWN]


def test_name_in_four_columns() -> None:
    rows = [
        ["Anrede", "Titel", "Vorname", "Nachname", "Telefon"],
        ["Frau", "Dr.", "Eva", "van den Berg", "07161 650-123"],
        ["Herr", None, "Karl-Heinz", "El Amrani", "07161 650-124"],
    ]
    assert shown(read(book(rows))) == [
        "Frau Dr. Eva van den Berg: +497161650123",
        "Herr Karl-Heinz El Amrani: +497161650124",
    ]


def test_family_name_first_as_the_heading_says() -> None:
    rows = [["Name, Vorname", "Telefon"], ["Muster, Eva", "07161 650-123"], ["von Hohenfels, Uwe", "07161 650-124"]]
    assert shown(read(book(rows))) == ["Eva Muster: +497161650123", "Uwe von Hohenfels: +497161650124"]


def test_family_name_first_as_the_mail_addresses_tell() -> None:
    rows = [
        ["Name", "E-Mail"],
        ["Simon Paul", "paul.simon@stadt.example"],
        ["Werner Kurt", "k.werner@stadt.example"],
        ["Karl Anna", "anna.karl@stadt.example"],
    ]
    assert [text.partition(":")[0] for text in shown(read(book(rows)))] == ["Paul Simon", "Kurt Werner", "Anna Karl"]


def test_area_code_in_a_column_of_its_own() -> None:
    rows = [["Name", "Vorwahl", "Rufnummer", "Mobil"], ["Eva Muster", "07161", "650-123", "0171 3920014"]]
    assert shown(read(book(rows))) == ["Eva Muster: +497161650123, m+491713920014"]


@pytest.mark.parametrize("heading", ["Hauptnr.", "Rathaus", "Anschluss"])
def test_a_number_between_its_area_code_and_its_durchwahl(heading: str) -> None:
    rows = [["Name", "Vorwahl", heading, "Nst."], ["Eva Muster", "02543", "46", "51"], ["Uwe Blum", "02547", "540", 0]]
    assert shown(read(book(rows))) == ["Eva Muster: +4925434651", "Uwe Blum: +4925475400"]


@pytest.mark.parametrize("heading", ["Haus", "Stock", "Fachbereich Nr.", "Gebäude", ""])
def test_a_house_between_an_area_code_and_a_durchwahl_is_not_dialled(heading: str) -> None:
    rows = [["Name", "Vorwahl", heading, "Durchwahl"], ["Eva Muster", "07123", "12", "201"],
            ["Uwe Blum", "07123", "14", "202"]]  # fmt: skip
    assert not any("+" in line for line in shown(read(book(rows))))


@pytest.mark.parametrize("heading", ["Zimmer", "Lfd. Nr.", "Nr.", "Kürzung"])
def test_digits_beside_area_codes_are_no_number_where_another_column_has_it(heading: str) -> None:
    rows = [["Name", "Vorwahl", heading, "Telefon"], ["Eva Muster", "07161", 20140, "650-123"],
            ["Uwe Beispiel", "07161", 20141, "650-124"]]  # fmt: skip
    assert shown(read(book(rows))) == ["Eva Muster: +497161650123", "Uwe Beispiel: +497161650124"]


@pytest.mark.parametrize(("heading", "number"), [("Nr.", "+497161650123, "), ("Zimmer", "")])
def test_a_column_of_rooms_beside_area_codes_holds_no_numbers(heading: str, number: str) -> None:
    rows = [["Name", "Vorwahl", heading, "E-Mail"], ["Eva Muster", "07161", 650123, "muster@suessen.example"]]
    assert shown(read(book(rows))) == [f"Eva Muster: {number}muster@suessen.example"]


@pytest.mark.parametrize("name", ["N. Frei", "Z. Frei", "Mai Frei", "Juli Frei"])
def test_people_called_frei_do_not_disappear(name: str) -> None:
    rows = [["Name", "Telefon"], [name, "07161 650-123"]]
    assert shown(read(book(rows))) == [f"{name}: +497161650123"]


def test_area_code_in_the_title() -> None:
    rows = [["Telefonliste (Vorwahl 07161)"], ["Name", "Telefon"], ["Eva Muster", "650-123"]]
    assert shown(read(book(rows))) == ["Eva Muster: +497161650123"]


def test_main_number_in_the_title_and_durchwahl_in_the_column() -> None:
    rows = [
        ["Stadtverwaltung Süßen – Zentrale 07162 9616-0"],
        ["Name", "Funktion", "Durchwahl", "E-Mail"],
        ["Eva Muster", "Sachgebietsleiterin", "-14", "eva.muster@suessen.example"],
        ["Uwe Beispiel", "Sachbearbeiter", 123, "uwe.beispiel@suessen.example"],
    ]
    numbers = [text.partition(": ")[2].partition(",")[0] for text in shown(read(book(rows)))]
    assert numbers == ["+497162961614", "+4971629616123"]


def test_durchwahl_without_a_main_number_is_a_finding() -> None:
    rows = [["Name", "Durchwahl", "E-Mail"], ["Eva Muster", "123", "eva.muster@stadt.example"]]
    found = read(book(rows))
    assert shown(found) == ["Eva Muster: eva.muster@stadt.example"]
    assert "extension_without_main B2" in codes(found)


def test_several_people_in_a_cell_line_by_line() -> None:
    rows = [
        HEAD,
        [
            "Donzdorf",
            "Frau Eva Muster\nHerr Uwe Beispiel",
            "07162 922-301\n07162 922-302",
            "muster@donzdorf.example\nbeispiel@donzdorf.example",
        ],
    ]
    assert shown(read(book(rows))) == [
        "Frau Eva Muster in Donzdorf: +497162922301, muster@donzdorf.example",
        "Herr Uwe Beispiel in Donzdorf: +497162922302, beispiel@donzdorf.example",
    ]


def test_one_number_for_two_people_is_both_theirs() -> None:
    rows = [HEAD, ["Donzdorf", "Frau Eva Muster\nHerr Uwe Beispiel", "07162 922-300", "info@donzdorf.example"]]
    assert [text.partition(": ")[2] for text in shown(read(book(rows)))] == ["+497162922300, info@donzdorf.example"] * 2


def test_numbers_that_cannot_be_told_apart_are_nobodys() -> None:
    rows = [
        HEAD,
        ["Donzdorf", "Frau Eva Muster\nHerr Uwe Beispiel\nFrau Ida Probe", "07162 922-301\n07162 922-302", None],
    ]
    found = read(book(rows))
    assert [text for text in shown(found) if "+49" in text] == []
    assert "not_aligned C2" in codes(found)


def test_several_numbers_in_a_cell() -> None:
    rows = [["Name", "Telefon / Fax"], ["Eva Muster", "07161 650-123 / 07161 650-5123"]]
    assert shown(read(book(rows))) == ["Eva Muster: +497161650123, f+4971616505123"]


def test_further_numbers_in_rows_below() -> None:
    rows = [HEAD, EVA, [None, None, "0171 3920014", None], UWE]
    assert shown(read(book(rows))) == [
        "Frau Eva Muster in Göppingen: +497161650123, m+491713920014, eva.muster@stadt.example",
        UWE_SHOWN,
    ]


def test_second_person_in_columns_further_right() -> None:
    rows = [
        ["Gemeinde", "Ansprechpartner", "Telefon", "Vertretung", "Telefon"],
        ["Salach", "Frau Eva Muster", "07162 4008-11", "Herr Uwe Beispiel", "07162 4008-12"],
    ]
    assert shown(read(book(rows))) == [
        "Frau Eva Muster in Salach: +497162400811",
        "Herr Uwe Beispiel in Salach: +497162400812",
    ]


def test_list_on_its_side() -> None:
    rows = [
        ["Kommune", "Göppingen", "Süßen"],
        ["Name", "Frau Eva Muster", "Herr Uwe Beispiel"],
        ["Telefon", "07161 650-123", "07162 961-14"],
        ["E-Mail", "eva.muster@stadt.example", "beispiel@suessen.example"],
    ]
    assert shown(read(book(rows))) == [EVA_SHOWN, UWE_SHOWN]


def test_cards_one_below_the_other() -> None:
    rows = [
        ["Göppingen"],
        ["Ansprechpartner/in:", "Frau Eva Muster"],
        ["Telefon:", "07161 650-123"],
        ["E-Mail:", "eva.muster@stadt.example"],
        [],
        ["Süßen"],
        ["Ansprechpartner/in:", "Herr Uwe Beispiel"],
        ["Telefon:", "07162 961-14"],
        ["E-Mail:", "beispiel@suessen.example"],
    ]
    assert shown(read(book(rows))) == [EVA_SHOWN, UWE_SHOWN]


def test_cards_side_by_side() -> None:
    rows = [
        ["Kommune:", "Göppingen", None, "Kommune:", "Süßen"],
        ["Name:", "Frau Eva Muster", None, "Name:", "Herr Uwe Beispiel"],
        ["Telefon:", "07161 650-123", None, "Telefon:", "07162 961-14"],
        ["E-Mail:", "eva.muster@stadt.example", None, "E-Mail:", "beispiel@suessen.example"],
        [],
        ["Kommune:", "Salach", None, "Kommune:", "Eislingen"],
        ["Name:", "Frau Ida Probe", None, "Name:", "Herr Ali Test"],
        ["Telefon:", "07162 4008-11", None, "Telefon:", "07161 804-12"],
    ]
    assert sorted(shown(read(book(rows)))) == sorted([
        EVA_SHOWN,
        UWE_SHOWN,
        "Frau Ida Probe in Salach: +497162400811",
        "Herr Ali Test in Eislingen: +49716180412",
    ])  # fmt: skip


def test_form_with_pairs_beside_each_other() -> None:
    rows = [
        ["Gemeinde Salach"],
        ["Name:", "Frau Eva Muster", "Funktion:", "Integrationsbeauftragte"],
        ["Telefon:", "07162 4008-11", "Mobil:", "0171 3920014"],
        ["E-Mail:", "muster@salach.example"],
    ]
    assert shown(read(book(rows))) == [
        "Frau Eva Muster (Integrationsbeauftragte) in Salach: +497162400811, m+491713920014, muster@salach.example"
    ]


def test_one_sheet_a_municipality() -> None:
    sheets = {"Göppingen": [HEAD[1:], EVA[1:]], "Süßen": [HEAD[1:], UWE[1:]]}
    assert shown(read(books(sheets))) == [EVA_SHOWN, UWE_SHOWN]


@pytest.mark.parametrize("old", ["alt", "Archiv", "Liste 2023", "Kontakte (alt)", "Stand 2024"])
def test_an_old_sheet_beside_the_current_one(old: str) -> None:
    former = ["Göppingen", "Frau Ida Probe", "07161 650-999", "probe@stadt.example"]
    found = read(books({old: [HEAD, former, UWE], "Kontakte": [HEAD, EVA, UWE]}))
    assert shown(found) == [EVA_SHOWN, UWE_SHOWN]
    assert "sheet_left_out" in codes(found)


def test_the_newest_of_several_years() -> None:
    former = ["Göppingen", "Frau Ida Probe", "07161 650-999", "probe@stadt.example"]
    sheets = {"2024": [HEAD, former, UWE], "2025": [HEAD, former, UWE], "2026": [HEAD, EVA, UWE]}
    assert shown(read(books(sheets))) == [EVA_SHOWN, UWE_SHOWN]


def test_the_same_person_on_two_sheets_is_one() -> None:
    sheets = {"Übersicht": [HEAD, EVA, UWE], "Süßen": [HEAD[1:], UWE[1:]]}
    assert shown(read(books(sheets))) == [EVA_SHOWN, UWE_SHOWN]


def test_headings_again_further_down_with_other_columns() -> None:
    rows = [
        ["Kommunen"],
        HEAD,
        EVA,
        [],
        ["Träger"],
        ["Träger", "E-Mail", "Ansprechpartner", "Telefon"],
        ["Caritas Filstal", "probe@caritas.example", "Frau Ida Probe", "07161 65858-0"],
    ]
    assert shown(read(book(rows))) == [
        EVA_SHOWN,
        "Frau Ida Probe @ Caritas Filstal: +497161658580, probe@caritas.example",
    ]


@pytest.mark.parametrize(
    ("heading", "cell", "expected"),
    [
        ("Träger und Anschrift", "Caritas Mitte\nMarkt 9\n59423 Unna", "Eva Kling @ Caritas Mitte: +49230397012"),
        ("Name/Adresse", "Diakonie Unna, Markt 9, 59423 Unna", "Eva Kling @ Diakonie Unna: +49230397012"),
        ("Anschrift der Stelle", "Markt 9\n59423 Unna", "Eva Kling: +49230397012"),
    ],
)
def test_an_office_over_its_address_is_whose_address_it_is(heading: str, cell: str, expected: str) -> None:
    rows = [[heading, "Ansprechpartner", "Telefon"], [cell, "Eva Kling", "02303 970-12"]]
    assert shown(read(book(rows))) == [f"{expected}, Markt 9 59423 Unna"]


def test_address_in_columns_or_in_one() -> None:
    rows = [
        ["Name", "Straße", "Hausnr.", "PLZ", "Ort", "Telefon"],
        ["Eva Muster", "Hauptstr.", 5, 73033, "Göppingen", "07161 650-123"],
    ]
    assert shown(read(book(rows)))[0].endswith("+497161650123, Hauptstr. 5 73033 Göppingen")
    rows = [["Name", "Anschrift", "Telefon"], ["Eva Muster", "Hauptstr. 5\n73033 Göppingen", "07161 650-123"]]
    assert shown(read(book(rows)))[0].endswith("Hauptstr. 5 73033 Göppingen")


def test_hours_and_web_page() -> None:
    rows = [
        ["Name", "Telefon", "Sprechzeiten", "Homepage"],
        ["Eva Muster", "07161 650-123", "Mo–Fr 9–12 Uhr", "www.stadt.example"],
    ]
    assert shown(read(book(rows)))[0].endswith("https://www.stadt.example, Mo–Fr 9–12 Uhr")


def test_everything_about_a_person_in_one_cell() -> None:
    rows = [
        ["Gemeinde", "Ansprechpartner/in (Name, Telefon, E-Mail)"],
        ["Salach", "Frau Eva Muster\nTel. 07162 4008-11\nmuster@salach.example"],
        ["Süßen", "Herr Uwe Beispiel, Tel. 07162 961-14, beispiel@suessen.example"],
    ]
    assert shown(read(book(rows))) == [
        "Frau Eva Muster in Salach: +497162400811, muster@salach.example",
        UWE_SHOWN,
    ]


def test_columns_of_the_configuration_win() -> None:
    rows = [
        ["Gemeinde", "Name", "Tel. privat", "Nr. im Amt"],
        ["Salach", "Eva Muster", "07161 111222", "07162 4008-11"],
    ]
    found = read(book(rows), columns={"phone": "Nr. im Amt", "org": "Tel. privat"})
    assert "+497162400811" in shown(found)[0]


def test_header_row_of_the_configuration() -> None:
    rows = [["Name", "Telefon"], ["Name und Telefon der Kommunen"], [], ["Wer", "Wo"], ["Eva Muster", "07162 4008-11"]]
    found = read(book(rows), header_row=4, columns={"name": "Wer", "phone": "Wo"})
    assert shown(found) == ["Eva Muster: +497162400811"]


def test_a_header_row_that_is_none_is_refused() -> None:
    with pytest.raises(FormatError, match="in Zeile 40 stehen keine Überschriften"):
        read(book([HEAD, EVA]), header_row=40)


def test_a_column_of_the_configuration_that_is_gone_is_a_finding() -> None:
    found = read(book([HEAD, EVA]), columns={"phone": "Rufnr. neu"})
    assert [(finding.code, finding.text) for finding in found.findings] == [("column_missing", "Rufnr. neu")]


def test_sheet_of_the_configuration() -> None:
    sheets = {"Kontakte": [HEAD, EVA], "Archiv": [HEAD, UWE]}
    assert shown(read(books(sheets), sheet="Archiv")) == [UWE_SHOWN]


def test_an_unknown_column_is_a_finding() -> None:
    found = read(book([[*HEAD, "Parteibuch"], [*EVA, "ja"]]))
    assert shown(found) == [EVA_SHOWN]
    assert "unknown_column E1" in codes(found)


def test_contact_data_in_a_remark_is_a_finding() -> None:
    found = read(book([[*HEAD, "Bemerkung"], [*EVA, "Sekretariat: 07161 650-100"]]))
    assert shown(found) == [EVA_SHOWN]
    assert "unclaimed E2" in codes(found)


def test_a_list_without_headings() -> None:
    found = read(book([EVA[1:], UWE[1:], ["Frau Ida Probe", "07162 4008-11", "probe@salach.example"]]))
    assert [text.partition(":")[0] for text in shown(found)] == [
        "Frau Eva Muster",
        "Herr Uwe Beispiel",
        "Frau Ida Probe",
    ]
    assert "no_header A1" in codes(found)


def test_sections_are_places_where_the_mail_domains_say_so() -> None:
    rows = [
        HEAD[1:],
        ["Göppingen"],
        ["Frau Eva Muster", "07161 650-123", "eva.muster@goeppingen.example"],
        ["Süßen"],
        UWE[1:],
    ]
    assert [text.partition(":")[0] for text in shown(read(book(rows), rules=Rules()))] == [
        "Frau Eva Muster in Göppingen",
        "Herr Uwe Beispiel in Süßen",
    ]


def test_salutation_and_title_beside_a_name_in_one_column() -> None:
    rows = [
        ["Anrede", "Titel", "Ansprechpartner", "Telefon"],
        ["Frau", "Dr.", "Eva Muster", "07161 650-123"],
        ["Herr", "-", "Uwe Beispiel", "07161 650-124"],
        ["Frau", "Dr.", "N.N.", "07161 650-125"],
    ]
    assert shown(read(book(rows))) == [
        "Frau Dr. Eva Muster: +497161650123",
        "Herr Uwe Beispiel: +497161650124",
        "–: +497161650125",
    ]


def test_headings_that_say_the_function_of_each_person() -> None:
    rows = [
        ["Gemeinde", "Integrationsbeauftragte/r", "Telefon", "Ehrenamtskoordinator/in", "Telefon"],
        ["Salach", "Eva Muster", "07162 4008-11", "Uwe Beispiel", "07162 4008-12"],
        ["Uhingen", "Ida Probe", "07161 9380-123", None, None],
    ]
    assert shown(read(book(rows))) == [
        "Eva Muster (Integrationsbeauftragte/r) in Salach: +497162400811",
        "Uwe Beispiel (Ehrenamtskoordinator/in) in Salach: +497162400812",
        "Ida Probe (Integrationsbeauftragte/r) in Uhingen: +4971619380123",
    ]


def test_functions_line_by_line() -> None:
    rows = [
        ["Name", "Funktion", "Telefon"],
        [
            "Frau Eva Muster\nHerr Uwe Beispiel",
            "Integrationsbeauftragte\nEhrenamtskoordinator",
            "07161 650-123\n07161 650-124",
        ],
        ["Frau Ida Probe\nHerr Ali Test", "Sachbearbeitung", "07161 650-125"],
    ]
    assert [text.partition(":")[0] for text in shown(read(book(rows)))] == [
        "Frau Eva Muster (Integrationsbeauftragte)",
        "Herr Uwe Beispiel (Ehrenamtskoordinator)",
        "Frau Ida Probe (Sachbearbeitung)",
        "Herr Ali Test (Sachbearbeitung)",
    ]


def test_a_remark_about_a_change_and_a_number_nobody_understands() -> None:
    found = read(
        book(
            [
                [*HEAD, "Bemerkung"],
                [*EVA, "ab 01.01.2027 Nachfolge Frau Probe"],
                [*UWE[:2], "auf Anfrage", UWE[3], None],
            ]
        )
    )
    assert shown(found) == [EVA_SHOWN, "Herr Uwe Beispiel in Süßen: beispiel@suessen.example"]
    assert {"pending E2", "not_understood C3"} <= set(codes(found))


def test_two_people_of_one_family() -> None:
    rows = [
        HEAD,
        ["Salach", "Eva Muster\nUwe Muster", "07162 4008-11", "eva.muster@salach.example, uwe.muster@salach.example"],
    ]
    assert [text.rpartition(", ")[2] for text in shown(read(book(rows)))] == [
        "eva.muster@salach.example",
        "uwe.muster@salach.example",
    ]


def test_a_card_with_an_address_of_two_lines() -> None:
    rows = [
        ["Uhingen"],
        ["Name:", "Frau Eva Muster"],
        ["Anschrift:", "Kirchstraße 2"],
        [None, "73066 Uhingen"],
        ["Telefon:", "07161 9380-123"],
        [],
        ["Salach"],
        ["Name:", "Herr Uwe Beispiel"],
        ["Anschrift:", "Rathausplatz 1"],
        [None, "73084 Salach"],
        ["Telefon:", "07162 4008-11"],
    ]
    assert shown(read(book(rows))) == [
        "Frau Eva Muster in Uhingen: +4971619380123, Kirchstraße 2 73066 Uhingen",
        "Herr Uwe Beispiel in Salach: +497162400811, Rathausplatz 1 73084 Salach",
    ]
