"""How offices arrange lists: numbers that go on from above, labels above values, a day a column."""

from __future__ import annotations

import pytest

from pipeline.model import Rules
from tests.sheets.made import Values, book, codes, read, shown

NOTHING_KNOWN = Rules()
CELLE, PEINE = "+495141123401", "+49517149100"

SHEETS: dict[str, tuple[Values, list[str]]] = {
    "two family names alone": (
        [["Gemeinde", "Ansprechpartner", "Telefon"], ["Celle", "Blum / Beck", "05141 12-3401 / 05141 12-3402"]],
        [f"Blum in Celle: {CELLE}", "Beck in Celle: +495141123402"],
    ),
    "a function before the name": (
        [["Gemeinde", "Name", "Telefon"], ["Celle", "Herr Bürgermeister Uwe Blum", "05141 12-3401"]],
        [f"Herr Uwe Blum (Bürgermeister) in Celle: {CELLE}"],
    ),
    "a Durchwahl goes on from the number in the row above": (
        [["Name", "Telefon"], ["Eva Kling", "05141 12-3401"], ["Uwe Blum", "-3403"], ["Ida Kolb", "- 34"]],
        [f"Eva Kling: {CELLE}", "Uwe Blum: +495141123403", "Ida Kolb: +4951411234"],
    ),
    "headings nobody knows": (
        [["Wer hilft", "Ich bin", "So geht's", "Nachricht"],
         ["Eva Kling", "Lotsin", "05141 12-3401", "k@celle.example"],
         ["Uwe Blum", "Lotse", "05171 49-100", "b@peine.example"]],
        [f"Eva Kling (Lotsin): {CELLE}, k@celle.example", f"Uwe Blum (Lotse): {PEINE}, b@peine.example"],
    ),
    "a head for each place": (
        [["Celle"], ["Ansprechpartnerin", "Telefon", "Mail"], ["Eva Kling", "05141 12-3401", "k@celle.example"], [],
         ["Peine"], ["Ansprechpartner", "Telefon", "Mail"], ["Uwe Blum", "05171 49-100", "b@peine.example"]],
        [f"Eva Kling in Celle: {CELLE}, k@celle.example", f"Uwe Blum in Peine: {PEINE}, b@peine.example"],
    ),
    "labels in the cells beside a name, the place above": (
        [["Celle"], ["Frau Eva Kling", "Tel.: 05141 12-3401", "E-Mail: kling@celle.example"],
         ["Peine"], ["Herr Uwe Blum", "Tel.: 05171 49-100", "E-Mail: blum@peine.example"]],
        [f"Frau Eva Kling in Celle: {CELLE}, kling@celle.example",
         f"Herr Uwe Blum in Peine: {PEINE}, blum@peine.example"],
    ),
    "cards without labels": (
        [["Frau Eva Kling", "Herr Tim Ast"], ["Integrationsbeauftragte", "Sozialarbeiter"],
         ["05141 12-3401", "05141 12-3405"], [], ["Herr Uwe Blum"], ["Tel. 05171 49-100"], ["blum@peine.example"]],
        [f"Frau Eva Kling (Integrationsbeauftragte): {CELLE}", "Herr Tim Ast (Sozialarbeiter): +495141123405",
         f"Herr Uwe Blum: {PEINE}, blum@peine.example"],
    ),
    "cards with labels above the values": (
        [["Name", "Telefon"], ["Eva Kling", "05141 12-3401"], ["Funktion", "E-Mail"], ["Lotsin", "kling@celle.example"],
         [], ["Name", "Telefon"], ["Uwe Blum", "05171 49-100"], ["Funktion", "E-Mail"], ["Lotse", "b@peine.example"]],
        [f"Eva Kling (Lotsin): {CELLE}, kling@celle.example", f"Uwe Blum (Lotse): {PEINE}, b@peine.example"],
    ),
    "columns that are what people do": (
        [["Gemeinde", "Integration", "Ehrenamt"], ["Celle", "Eva Kling\n05141 12-3401", "Tim Ast\n05141 12-3405"],
         ["Peine", "Uwe Blum\n05171 49-100", "Ina Beck\n05171 49-101"]],
        [f"Eva Kling (Integration) in Celle: {CELLE}", "Tim Ast (Ehrenamt) in Celle: +495141123405",
         f"Uwe Blum (Integration) in Peine: {PEINE}", "Ina Beck (Ehrenamt) in Peine: +49517149101"],
    ),
    "only names and how to reach them": (
        [["Name", "Kontakt"], ["Eva Kling", "Tel. 05141 12-3401, kling@celle.example"], ["Uwe Blum", "05171 49-100"]],
        [f"Eva Kling: {CELLE}, kling@celle.example", f"Uwe Blum: {PEINE}"],
    ),
    "day and time in two columns": (
        [["Name", "Telefon", "Tag", "Uhrzeit"], ["Eva Kling", "05141 12-3401", "Montag", "9–12 Uhr"]],
        [f"Eva Kling: {CELLE}, Montag 9–12 Uhr"],
    ),
    "a column for each day": (
        [["Name", "Telefon", "Mo", "Di", "Mi"], ["Eva Kling", "05141 12-3401", "9–12", "", "14–16"]],
        [f"Eva Kling: {CELLE}, Mo 9–12, Mi 14–16"],
    ),
    "a section with its address": (
        [["Name", "Telefon"], ["Rathaus Celle, Am Markt 2, 29221 Celle"], ["Eva Kling", "05141 12-3401"]],
        [f"Eva Kling @ Rathaus Celle in Celle: {CELLE}, Am Markt 2 29221 Celle"],
    ),
    "an area code behind each place": (
        [["Gemeinde (Vorwahl)", "Name", "Telefon"], ["Celle (05141)", "Eva Kling", "12-3401"],
         ["Peine (05171)", "Uwe Blum", "49-100"]],
        [f"Eva Kling in Celle: {CELLE}", f"Uwe Blum in Peine: {PEINE}"],
    ),
    "a main number that is written once for an office": (
        [["Amt", "Stammnummer", "Name", "Durchwahl"], ["Sozialamt", "05141 12-0", "Eva Kling", 3401],
         ["", "", "Tim Ast", 3402], ["Bauamt", "", "Ina Beck", 11]],
        [f"Eva Kling @ Sozialamt: {CELLE}", "Tim Ast @ Sozialamt: +495141123402", "Ina Beck @ Bauamt"],
    ),
    "hours below a word that means a place": (
        [["Name", "Telefon", "vor Ort"], ["Eva Kling", "05141 12-3401", "Mo 9–12 Uhr"]],
        [f"Eva Kling: {CELLE}, Mo 9–12 Uhr"],
    ),
    "numbered sections that are headings of the list": (
        [["Name", "Telefon"], ["1. Städte und Gemeinden"], ["Eva Kling", "05141 12-3401"]],
        [f"Eva Kling: {CELLE}"],
    ),
    "signs as headings": (
        [["Name", "☎", "📠", "✉"], ["Eva Kling", "05141 12-3401", "05141 12-3499", "kling@celle.example"]],
        [f"Eva Kling: {CELLE}, f+495141123499, kling@celle.example"],
    ),
    "a mobile number without its zero": (
        [["Name", "Vorwahl", "Telefon", "Handy"], ["Eva Kling", "05141", "123401", "176 04069014"]],
        [f"Eva Kling: {CELLE}, m+4917604069014"],
    ),
    "the number that was there before": (
        [["Name", "Telefon (neu)", "Telefon (vorher)"], ["Eva Kling", "05141 12-3401", "05141 12-99"]],
        [f"Eva Kling: {CELLE}"],
    ),
    "cards whose mail says that the first line is a place": (
        [["Celle", "Peine"], ["Eva Kling", "Uwe Blum"], ["05141 12-3401", "05171 49-100"],
         ["kling@celle.example", "blum@peine.example"]],
        [f"Eva Kling in Celle: {CELLE}, kling@celle.example", f"Uwe Blum in Peine: {PEINE}, blum@peine.example"],
    ),
    "offices with their mailbox stay offices": (
        [["Team", "Name", "Telefon"], ["Team West\nwest@celle.example", "Eva Kling", "05141 12-3401"]],
        [f"Eva Kling @ Team West: {CELLE}, west@celle.example"],
    ),
    "digits that are two numbers if one does not know the area codes": (
        [["Name", "Telefon"], ["Eva Kling", "05141 123401"], ["Uwe Blum", 4951411234]],
        [f"Eva Kling: {CELLE}", "Uwe Blum"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SHEETS)
def test_arrangements(case: str) -> None:
    rows, expected = SHEETS[case]
    assert shown(read(book(rows), rules=NOTHING_KNOWN)) == expected


def test_the_number_of_a_deputy_whom_nobody_names_is_nobodys() -> None:
    rows = [["Name", "Telefon", "Vertretung Tel."], ["Eva Kling", "05141 12-3401", "05141 12-3405"]]
    assert shown(read(book(rows), rules=NOTHING_KNOWN)) == [f"Eva Kling: {CELLE}"]


def test_a_durchwahl_below_another_office_goes_on_from_nothing() -> None:
    rows = [["Amt", "Name", "Telefon"], ["Sozialamt", "Eva Kling", "05141 12-3401"], ["Bauamt", "Uwe Blum", "-3403"]]
    found = read(book(rows), rules=NOTHING_KNOWN)
    assert shown(found) == [f"Eva Kling @ Sozialamt: {CELLE}", "Uwe Blum @ Bauamt"]
    assert "phone_no_main C3" in codes(found)


def test_headings_that_everybody_knows_before_columns_that_nobody_does() -> None:
    rows = [["Name", "Telefon", "E-Mail", "Fahrdienst", "Café", "Möbellager", "Paten", "Feste"],
            ["Kling, Eva", "05141 12-1", "kling@celle.example", "x", "", "(x)", "", "L"]]  # fmt: skip
    assert shown(read(book(rows)))[0].startswith("Eva Kling: +495141121, kling@celle.example")


def test_office_and_person_and_numbers_in_one_cell() -> None:
    rows = [
        ["Gemeinde", "Kontakt"],
        ["Celle", "Helferkreis Celle\nFrau Eva Kling\nTel. 05141 12-31\nkreis@celle.example"],
        ["Peine", "Caritas Peine\nHerr Uwe Blum\nTel. 05171 49-14"],
    ]
    assert shown(read(book(rows))) == [
        "Frau Eva Kling @ Helferkreis Celle in Celle: +4951411231, kreis@celle.example",
        "Herr Uwe Blum @ Caritas Peine in Peine: +4951714914",
    ]


def test_a_sum_below_a_list_is_nobody() -> None:
    rows = [["Ort", "Name", "Stellen", "Telefon"], ["Celle", "Eva Kling", "0,5", "05141 12-31"],
            ["", "", "", ""], ["", "Summe Stellen", "0,5", ""], ["", "Gesamtsumme Plätze", "12", ""]]  # fmt: skip
    assert shown(read(book(rows))) == ["Eva Kling in Celle: +4951411231"]


def test_offices_below_a_heading_that_may_mean_work_are_offices() -> None:
    rows = [["Ansprechperson", "Bereich/Amt", "Gemeinde", "Telefon"],
            ["Frau Eva Kling", "Sozialamt", "Celle", "05141 12-31"],
            ["Herr Uwe Blum", "Ordnungsamt", "Peine", "05171 49-14"]]  # fmt: skip
    assert [line.split(": ")[0] for line in shown(read(book(rows)))] == [
        "Frau Eva Kling @ Sozialamt in Celle",
        "Herr Uwe Blum @ Ordnungsamt in Peine",
    ]
    work = [rows[0], [rows[1][0], "Sachbearbeitung", *rows[1][2:]], [rows[2][0], "Leitung", *rows[2][2:]]]
    assert [line.split(": ")[0] for line in shown(read(book(work)))] == [
        "Frau Eva Kling (Sachbearbeitung) in Celle",
        "Herr Uwe Blum (Leitung) in Peine",
    ]


@pytest.mark.parametrize(
    ("heading", "town", "said"),
    [
        ("Stadt / Місто", "Bautzen / Budyšin", "Bautzen"),
        ("Stadt / Město", "Kamenz", "Kamenz"),
        ("Stadt / Gemeinde", "Celle / Peine", "Celle; Peine"),  # two towns
        ("Stadt / Місто", "Celle / Peine / Uelzen", "Celle; Peine; Uelzen"),
    ],
)
def test_towns_in_two_languages(heading: str, town: str, said: str) -> None:
    rows = [[heading, "Name", "Telefon"], [town, "Eva Kling", "05141 12-31"]]
    assert shown(read(book(rows))) == [f"Eva Kling in {said}: +4951411231"]


def test_offices_for_which_somebody_is_responsible_are_a_function() -> None:
    rows = [["Zuständig für", "Name", "Telefon"], ["Jobcenter Celle", "Eva Kling", "05141 12-31"]]
    assert shown(read(book(rows))) == ["Eva Kling (Jobcenter Celle): +4951411231"]


def test_lines_that_begin_with_whose_numbers_they_are() -> None:
    rows = [
        ["Telefonliste Asyl"],
        ["Bürgermeister: Herr Jan Horn, 05141 12-1"],
        ["Sozialamt: Frau Eva Kling, Tel. 05141 12-31, kling@celle.example"],
        ["Integrationsbeauftragter: Uwe Blum, 05141 12-35"],
    ]
    found = [line.partition(": ") for line in shown(read(book(rows)))]
    assert [(who.split(" @ ")[0], reached) for who, _, reached in found] == [
        ("Herr Jan Horn (Bürgermeister)", "+495141121"),
        ("Frau Eva Kling", "+4951411231, kling@celle.example"),
        ("Uwe Blum (Integrationsbeauftragter)", "+4951411235"),
    ]
    assert "@ Sozialamt" in found[1][0]
