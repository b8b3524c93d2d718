"""What no heading says, content says: columns under unknown words, labels in cells, tables in another order."""

from __future__ import annotations

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import Rules
from tests.sheets.made import Values, book, read, shown

NOTHING_KNOWN = Rules()
EVA = ["Celle", "Frau Eva Kling", "05141 12-3401", "kling@celle.example"]
UWE = ["Peine", "Herr Uwe Blum", "05171 49-100", "blum@peine.example"]
HEAD = ["Kommune", "Name", "Telefon", "E-Mail"]
EVA_SHOWN = "Frau Eva Kling in Celle: +495141123401, kling@celle.example"
UWE_SHOWN = "Herr Uwe Blum in Peine: +49517149100, blum@peine.example"

SHEETS: dict[str, tuple[Values, list[str]]] = {
    "hours under a word nobody knows": (
        [[*HEAD, "Bürgernah"], [*EVA, "Mo–Fr 8–12 Uhr"], [*UWE, "nach Vereinbarung"]],
        [f"{EVA_SHOWN}, Mo–Fr 8–12 Uhr", f"{UWE_SHOWN}, nach Vereinbarung"],
    ),
    "hours under the word for ways of contact": (
        [[*HEAD, "am besten zu erreichen"], [*EVA, "Mo–Do vorm."], [*UWE, "tägl. 8–12 Uhr"]],
        [f"{EVA_SHOWN}, Mo–Do vorm.", f"{UWE_SHOWN}, tägl. 8–12 Uhr"],
    ),
    "numbers, mails and places under words nobody knows": (
        [["Revier", "Name", "Draht", "Elektronisch"], EVA, UWE],
        [EVA_SHOWN, UWE_SHOWN],
    ),
    "numbers under a word that stands above figures elsewhere": (
        [["Name", "Nummer"], ["Frau Eva Kling", "05141 12-3401"], ["Herr Uwe Blum", "05171 49-100"]],
        ["Frau Eva Kling: +495141123401", "Herr Uwe Blum: +49517149100"],
    ),
    "what nobody can dial stays nobody's number": (
        [["Name", "Telefon", "Aktenzeichen"], ["Frau Eva Kling", "05141 12-3401", "05141 8812"],
         ["Herr Uwe Blum", "05171 49-100", "05171 8813"]],
        ["Frau Eva Kling: +495141123401", "Herr Uwe Blum: +49517149100"],
    ),
    "offices and functions under words nobody knows": (
        [["Stützpunktname", "Name", "Einsatz als", "Tel."],
         ["Familienzentrum Nord", "Frau Eva Kling", "Integrationsbeauftragte", "05141 12-3401"],
         ["Jugendhaus Süd", "Herr Uwe Blum", "Sozialarbeiter", "05141 12-3402"]],
        ["Frau Eva Kling (Integrationsbeauftragte) @ Familienzentrum Nord: +495141123401",
         "Herr Uwe Blum (Sozialarbeiter) @ Jugendhaus Süd: +495141123402"],
    ),
    "five figures are no postcode": (
        [["EW-Zahl", *HEAD], [36016, *EVA], [25877, *UWE]],
        [EVA_SHOWN, UWE_SHOWN],
    ),
    "a street under the word for addresses, its town beside it": (
        [["Name", "Anschrift", "PLZ/Ort", "Telefon"],
         ["Frau Eva Kling", "Rathausgasse 37", "29221 Celle", "05141 12-3401"],
         ["Herr Uwe Blum", "Am Markt 1", "31224 Peine", "05171 49-100"]],
        ["Frau Eva Kling: +495141123401, Rathausgasse 37 29221 Celle",
         "Herr Uwe Blum: +49517149100, Am Markt 1 31224 Peine"],
    ),
    "streets among labels are no labels": (
        [["Celle", None, "Peine"],
         ["Name:", "Frau Eva Kling", "Name:", "Herr Uwe Blum"],
         ["Funktion:", "Sachbearbeiterin Asyl", "Funktion:", "Flüchtlingsbeauftragter"],
         ["Straße:", "Friedenstraße 32", "Straße:", "Hauptstr. 34"],
         ["PLZ, Ort:", "29221 Celle", "PLZ, Ort:", "31224 Peine"],
         ["Telefon:", "05141 12-3401", "Telefon:", "05171 49-100"]],
        ["Frau Eva Kling (Sachbearbeiterin Asyl) in Celle: +495141123401, Friedenstraße 32 29221 Celle",
         "Herr Uwe Blum (Flüchtlingsbeauftragter) in Peine: +49517149100, Hauptstr. 34 31224 Peine"],
    ),
    "a heading that is an office": (
        [["Pflegestützpunkt", *HEAD], ["Oberland", *EVA], ["Unterland", *UWE]],
        [EVA_SHOWN.replace(" in", " @ Oberland in"), UWE_SHOWN.replace(" in", " @ Unterland in")],
    ),
    "a compound means what its last part means": (
        [["Mitgliedskommune", "Fachansprechpartner/in", "Funk"], ["Celle", "Eva Kling", "0176 04069014"]],
        ["Eva Kling in Celle: m+4917604069014"],
    ),
    "letters as labels": (
        [["Ort", "Kontakt"], ["Celle", "Frau Eva Kling\nT 05141 12-3401\nM 0176 04069014\nE kling@celle.example"],
         ["Peine", "Herr Uwe Blum, T 05171 49-100, F 05171 49-199, E blum@peine.example"]],
        ["Frau Eva Kling in Celle: +495141123401, m+4917604069014, kling@celle.example",
         "Herr Uwe Blum in Peine: +49517149100, f+49517149199, blum@peine.example"],
    ),
    "words and signs as labels": (
        [["Ort", "Kontakt"], ["Celle", "Eva Kling ☎ 05141 12-3401 ✉ kling@celle.example"],
         ["Peine", "Uwe Blum\ndienstl. 05171 49-100\nFunk 0176 04069014\nMail blum@peine.example"]],
        ["Eva Kling in Celle: +495141123401, kling@celle.example",
         "Uwe Blum in Peine: +49517149100, m+4917604069014, blum@peine.example"],
    ),
    "tables side by side with columns in another order": (
        [[*HEAD, "Ansprechperson", "Mail", "Tel.", "Ort"], [*EVA, *UWE[1:2], *UWE[:1:-1], UWE[0]],
         ["", "", "", "", "Frau Ida Kolb", "kolb@verden.example", "04231 12-34", "Verden"]],
        [EVA_SHOWN, UWE_SHOWN, "Frau Ida Kolb in Verden: +4942311234, kolb@verden.example"],
    ),
    "deputies who stand in rows of their own": (
        [["Name", "Telefon", "Vertretung", "Sprechzeit"],
         ["Frau Eva Kling", "05141 12-3401", "Hr. Blum", "Mo 9–12 Uhr"],
         ["Herr Uwe Blum", "05141 12-3402", "Fr. Kling", "Di 9–12 Uhr"]],
        ["Frau Eva Kling: +495141123401, Mo 9–12 Uhr", "Herr Uwe Blum: +495141123402, Di 9–12 Uhr"],
    ),
    "sections with an area code": (
        [["Name", "Ruf", "Mail"], ["Celle (Vorwahl 05141)"], ["Frau Eva Kling", "220-876", "kling@celle.example"],
         ["Peine – 05171"], ["Herr Uwe Blum", "2649", "blum@peine.example"]],
        ["Frau Eva Kling in Celle: +495141220876, kling@celle.example",
         "Herr Uwe Blum in Peine: +4951712649, blum@peine.example"],
    ),
    "a number in three columns": (
        [["Name", "Vorwahl", "Ruf-Nr.", "Dw."], ["Kling, Eva", 5141, 500, "-296"], ["Blum, Uwe", 5171, 618, 471],
         ["Kolb, Ida", "05051", 51253, ""]],
        ["Eva Kling: +495141500296", "Uwe Blum: +495171618471", "Ida Kolb: +49505151253"],
    ),
    "short numbers below a main number": (
        [["Stadt Celle, Tel. 05141 12-0"], ["Name", "Telefon", "Fax"], ["Eva Kling", 394, 498],
         ["Uwe Blum", "-492", ""]],
        ["Eva Kling @ Stadt Celle in Celle: +49514112394, f+49514112498",
         "Uwe Blum @ Stadt Celle in Celle: +49514112492"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SHEETS)
def test_content_decides(case: str) -> None:
    rows, expected = SHEETS[case]
    assert shown(read(book(rows), rules=NOTHING_KNOWN)) == expected


def test_numbers_only_behind_a_word() -> None:
    def change(sheet: Worksheet) -> None:
        for row, number in ((2, "tel:+495141123401"), (3, "tel:05171-49100")):
            sheet.cell(row, 2).hyperlink = number
        sheet["A2"].hyperlink = "mailto:kling@celle.example"

    rows = [["Ansprechperson", "zum Anrufen"], ["Frau Eva Kling", "hier"], ["Herr Uwe Blum", "hier"]]
    found = shown(read(book(rows, change), rules=NOTHING_KNOWN))
    assert found == ["Frau Eva Kling: +495141123401, kling@celle.example", "Herr Uwe Blum: +49517149100"]


def test_a_form_with_a_label_nobody_knows() -> None:
    rows = [
        ["Stadt Celle"],
        ["Name", "Frau Eva Kling"],
        ["Telefon", "05141 12-3401"],
        ["bürgernah", "Mo 9–12 Uhr"],
        [],
        ["Stadt Peine"],
        ["Name", "Herr Uwe Blum"],
        ["Telefon", "05171 49-100"],
        ["bürgernah", "Di 9–12 Uhr"],
    ]
    assert shown(read(book(rows), rules=NOTHING_KNOWN)) == [
        "Frau Eva Kling in Celle: +495141123401, Mo 9–12 Uhr",
        "Herr Uwe Blum in Peine: +49517149100, Di 9–12 Uhr",
    ]


def test_a_plus_before_digits_is_no_lost_zero() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["B2"].number_format = '"+"0'

    found = shown(read(book([["Name", "Festnetz"], ["Eva Kling", 49751963887]], change), rules=NOTHING_KNOWN))
    assert found == ["Eva Kling: +49751963887"]
