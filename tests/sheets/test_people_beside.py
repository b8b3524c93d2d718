"""Several people in a row: what each of them does, and columns of names in which nobody stands."""

from __future__ import annotations

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import Rules
from tests.sheets.made import Values, book, codes, read, shown

NUMBERS = ["Uwe Blum", "05141 12-1", "Eva Kling", "05141 12-2"]


def merged(sheet: Worksheet) -> None:
    """Groups over two columns each."""
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("D1:E1")


@pytest.mark.parametrize("under", [("Name", "Telefon"), ("Ansprechpartner", "Handy"), ("Vor- und Nachname", "Tel.")])
@pytest.mark.parametrize("groups", [("Hausmeister", "Sozialbetreuung"), ("Wachdienst", "Hausverwaltung")])
def test_groups_above_names_say_what_they_do(groups: tuple[str, str], under: tuple[str, str]) -> None:
    rows = [["Gemeinde", groups[0], "", groups[1], ""], ["", *under, *under], ["Celle", *NUMBERS]]
    assert shown(read(book(rows, merged))) == [
        f"Uwe Blum ({groups[0]}) in Celle: +495141121",
        f"Eva Kling ({groups[1]}) in Celle: +495141122",
    ]


def test_a_title_beside_the_date_of_the_list_is_no_group_above_the_groups() -> None:
    rows = [
        ["Betreuung im Kreis", "", "", "", "Stand: 15.01."],
        ["Gemeinde", "Hausmeister", "", "Sozialbetreuung", ""],
        ["", *["Name", "Telefon"] * 2],
        ["Celle", *NUMBERS],
    ]

    def merge(sheet: Worksheet) -> None:
        for cells in ("A1:D1", "A2:A3", "B2:C2", "D2:E2"):
            sheet.merge_cells(cells)

    assert shown(read(book(rows, merge))) == [
        "Uwe Blum (Hausmeister) in Celle: +495141121",
        "Eva Kling (Sozialbetreuung) in Celle: +495141122",
    ]


def test_groups_above_parts_of_names() -> None:
    parts = ["Vorname", "Nachname", "Telefon"]
    heads = ["Ort", *(f"{group} {part}" for group in ("Heimleitung", "Wachdienst") for part in parts)]
    found = read(book([heads, ["Celle", "Uwe", "Blum", "05141 12-1", "Eva", "Kling", "05141 12-2"]]))
    assert shown(found) == [
        "Uwe Blum (Heimleitung) in Celle: +495141121",
        "Eva Kling (Wachdienst) in Celle: +495141122",
    ]


@pytest.mark.parametrize("groups", [("Ansprechpartner", "Weitere Ansprechpartner"), ("Sachbearbeitung", "Vertretung")])
def test_words_that_say_only_who_it_is(groups: tuple[str, str]) -> None:
    rows = [["Gemeinde", groups[0], "", groups[1], ""], ["", "Name", "Telefon", "Name", "Telefon"], ["Celle", *NUMBERS]]
    assert shown(read(book(rows, merged))) == ["Uwe Blum in Celle: +495141121", "Eva Kling in Celle: +495141122"]


@pytest.mark.parametrize(
    "heads",
    [
        ["Vorname", "Nachname", "Anzeigename", "Telefon"],
        ["Ansprechpartner", "Vorname", "Nachname", "Telefon"],
        ["Vorname", "Sachbearbeiter", "Nachname", "Telefon"],
    ],
)
def test_a_column_of_names_without_any_is_nobody(heads: list[str]) -> None:
    said = {"Vorname": "Eva", "Nachname": "Kling", "Telefon": "05141 12-2"}
    assert shown(read(book([heads, [said.get(head, "") for head in heads]]))) == ["Eva Kling: +495141122"]


def test_the_number_of_a_deputy_without_a_name_is_not_hers() -> None:
    rows = [
        ["Vorname", "Nachname", "Telefon", "Vertretung", "Telefon"],
        ["Eva", "Kling", "05141 12-2", "", "05141 12-1"],
    ]
    assert "Eva Kling: +495141122" in shown(read(book(rows)))


@pytest.mark.parametrize("vacant", ["N.N.", "z. Zt. unbesetzt"])
def test_a_post_under_a_word_nobody_knows_beside_its_deputy(vacant: str) -> None:
    rows = [
        ["Kommune", "IM", "Tel. IM", "Vertretung", "Tel. Vertretung", "Mail"],
        ["Celle", "Frau Eva Kling", "05141 12-1", "Herr Uwe Blum", "05141 12-2", "kling@celle.example"],
        ["Peine", vacant, "05171 49-1", "Frau Ida Kolb", "05171 49-2", "post@peine.example"],
    ]
    assert shown(read(book(rows), rules=Rules())) == [
        "Frau Eva Kling in Celle: +495141121, kling@celle.example",
        "Herr Uwe Blum in Celle: +495141122",
        "– in Peine: +495171491, post@peine.example",
        "Frau Ida Kolb in Peine: +495171492",
    ]


def test_the_numbers_of_whom_nobody_names_are_not_her_deputys() -> None:
    found = read(book([["IM-Kürzel", "Tel. IM", "Vertretung", "Tel. Vertretung"],
                       ["EK", "05141 12-11", "Herr Uwe Blum", "05141 12-12"]]), rules=Rules())  # fmt: skip
    assert shown(found) == ["Herr Uwe Blum: +4951411212"]
    assert "unclaimed B2" in codes(found)


EVA_AND_UWE = [
    "Celle",
    "Eva Kling",
    "05141 12-1",
    "kling@celle.example",
    "Uwe Blum",
    "05141 12-2",
    "blum@celle.example",
]
IDA_ALONE = ["Peine", "Ida Kolb", "05171 49-1", "kolb@peine.example", "", "", ""]


@pytest.mark.parametrize(
    "heads",
    [
        [["Kommune", "Zuerst", "Draht", "Briefkasten", "Stellvertretung", "Draht", "Briefkasten"]],
        [["Kommune", "Kopf", "Draht", "Briefkasten", "Zweitkopf", "Draht", "Briefkasten"]],
        [["Kommune", "Zuerst", "", "", "Stellvertretung", "", ""], ["", *["Mensch", "Draht", "Briefkasten"] * 2]],
        [["Kommune", "Zuerst", None, None, "Stellvertretung", None, None], ["", *["wer", "Draht", "Mail"] * 2]],
    ],
)
def test_whatever_stands_above_them_a_person_is_followed_by_her_numbers(heads: list[list[str]]) -> None:
    def merge(sheet: Worksheet) -> None:
        if sheet["C1"].value is None:
            sheet.merge_cells("B1:D1")
            sheet.merge_cells("E1:G1")

    found = read(book([*heads, EVA_AND_UWE, IDA_ALONE], merge), rules=Rules())
    assert shown(found) == [
        "Eva Kling in Celle: +495141121, kling@celle.example",
        "Uwe Blum in Celle: +495141122, blum@celle.example",
        "Ida Kolb in Peine: +495171491, kolb@peine.example",
    ]


def test_a_deputy_without_numbers_has_none_of_whom_she_stands_in_for() -> None:
    rows = [["Kommune", "Zuerst", "Draht", "Briefkasten", "Stellvertretung"], EVA_AND_UWE[:5], IDA_ALONE[:5]]
    found = read(book(rows), rules=Rules())
    assert shown(found) == [
        "Eva Kling in Celle: +495141121, kling@celle.example",
        "Ida Kolb in Peine: +495171491, kolb@peine.example",
    ]
    assert codes(found) == ["unclaimed E2"]


@pytest.mark.parametrize(
    ("own", "shown_as"),
    [
        (["", ""], []),
        (["–", "–"], []),
        (["", "blum@celle.example"], ["Uwe Blum in Celle: blum@celle.example"]),
        (["ab Mai", ""], ["Uwe Blum in Celle"]),  # it is not understood, and she may be reached by then
    ],
)
def test_a_deputy_of_whom_a_row_has_nothing_but_the_name_is_no_contact(own: list[str], shown_as: list[str]) -> None:
    heads = ["Kommune", "Name", "Telefon", "Stellvertretung", "Telefon", "E-Mail"]
    rows = [heads, ["Celle", "Eva Kling", "05141 12-1", "Uwe Blum", *own],
            ["Peine", "Ida Kolb", "05171 49-1", "Jan Horn", "05171 49-2", "horn@peine.example"]]  # fmt: skip
    assert [text for text in shown(read(book(rows), rules=Rules())) if "Celle" in text][1:] == shown_as


def test_people_beside_each_other_in_a_list_without_numbers_are_all_told() -> None:
    rows = [["Kommune", "Name", "Stellvertretung"], ["Celle", "Eva Kling", "Uwe Blum"], ["Peine", "Ida Kolb", ""]]
    assert shown(read(book(rows), rules=Rules())) == ["Eva Kling in Celle", "Uwe Blum in Celle", "Ida Kolb in Peine"]


def test_words_below_a_merged_heading_divide_it_though_only_one_is_known() -> None:
    rows = [["Amt", "Kontakt", None, None], ["", "Frau/Herr", "Draht", "E-Mail"],
            ["Sozialamt", "Eva Kling", "05141 12-1", "kling@celle.example"]]  # fmt: skip
    found = read(book(rows, lambda sheet: sheet.merge_cells("B1:D1")), rules=Rules())
    assert shown(found) == ["Eva Kling @ Sozialamt: +495141121, kling@celle.example"]


@pytest.mark.parametrize(
    ("heads", "more", "eva", "uwe"),
    [
        ([], [], "+495141121", "+495141122"),
        (["Fax"], ["05141 12-9"], "+495141121, f+495141129", "+495141122, f+495141129"),
        (["E-Mail"], ["asyl@celle.example"], "+495141121, asyl@celle.example", "+495141122, asyl@celle.example"),
    ],
)
def test_what_stands_in_the_cell_of_one_person_is_not_that_of_the_person_beside(
    heads: list[str], more: list[str], eva: str, uwe: str
) -> None:
    people = ["Eva Kling\nTel. 05141 12-1", "Uwe Blum\nTel. 05141 12-2"]
    rows = [["Ort", "1. Ansprechperson", "2. Ansprechperson", *heads], ["Celle", *people, *more]]
    assert shown(read(book(rows))) == [f"Eva Kling in Celle: {eva}", f"Uwe Blum in Celle: {uwe}"]


def test_two_people_in_each_of_two_cells() -> None:
    people = ["Eva Kling\nUwe Blum\n\nTel. 05141 12-1", "Ida Kolb\nJan Horn 05141 12-4"]
    rows = [["Ansprechperson 1", "Ansprechperson 2", "E-Mail"], [*people, "asyl@celle.example"]]
    assert shown(read(book(rows))) == [
        "Eva Kling: +495141121, asyl@celle.example",
        "Uwe Blum: +495141121, asyl@celle.example",
        "Ida Kolb: asyl@celle.example",
        "Jan Horn: +495141124, asyl@celle.example",
    ]


def test_an_office_in_the_cell_of_one_person_is_hers() -> None:
    people = ["Eva Kling\nDiakonie Celle\nTel. 05141 12-1", "Uwe Blum\nTel. 05141 12-2"]
    assert shown(read(book([["Ansprechperson 1", "Ansprechperson 2"], people]))) == [
        "Eva Kling @ Diakonie Celle: +495141121",
        "Uwe Blum: +495141122",
    ]


def test_a_name_merged_over_two_columns_is_one_person() -> None:
    rows: Values = [["Name", "", "Diensthandy"], ["Eva Kling", "", "0170 3321984"], ["Uwe Blum", "", "0170 3321985"]]
    assert shown(read(book(rows, lambda sheet: [sheet.merge_cells(f"A{n}:B{n}") for n in (1, 2, 3)] and None))) == [
        "Eva Kling: m+491703321984",
        "Uwe Blum: m+491703321985",
    ]


def test_a_name_over_a_mailbox_is_not_one_more_person() -> None:
    def link(sheet: Worksheet) -> None:
        sheet["C2"].hyperlink, sheet["C3"].hyperlink = "mailto:kling@celle.example", "mailto:beirat@celle.example"

    rows: Values = [
        ["Name, Vorname", "Telefon", "Mail"],
        ["Kling, Eva", "05141 12-1", "Eva Kling"],
        ["Blum, Uwe", "05141 12-2", "Uwe Blum"],
    ]
    assert shown(read(book(rows, link))) == [
        "Eva Kling: +495141121, kling@celle.example",
        "Uwe Blum: +495141122, beirat@celle.example",
    ]


DEPUTY = ["Ort", "Ansprechperson", "Telefon", "Handy", "Vertretung", "Telefon Vertretung"]


@pytest.mark.parametrize("said", ["-35", "DW 35", "App. 35", "Durchwahl: -35"])
def test_a_durchwahl_of_a_deputy_in_words_goes_on_from_the_number_in_her_row(said: str) -> None:
    found = shown(read(book([DEPUTY, ["Celle", "Frau Eva Kling", "05141 12-31", "", "Herr Uwe Blum", said]])))
    assert found[-1] == "Herr Uwe Blum in Celle: +4951411235"


@pytest.mark.parametrize(
    ("phone", "mobile", "reached"),
    [
        ("05141 12-31", "", ["+4951411235"]),
        ("05141 1231", "", []),  # where her Durchwahl begins, nobody can see
        ("", "0170 3321984", []),  # no Durchwahl goes on from a mobile
    ],
)
def test_a_durchwahl_of_a_deputy_goes_on_from_the_number_in_her_row(
    phone: str, mobile: str, reached: list[str]
) -> None:
    found = shown(read(book([DEPUTY, ["Celle", "Frau Eva Kling", phone, mobile, "Herr Uwe Blum", "-35"]])))
    assert found[-1] == ": ".join(["Herr Uwe Blum in Celle", *reached])


def test_a_durchwahl_in_another_house_does_not_go_on_from_the_number_in_her_row() -> None:
    heads = ["Ort", "Träger", "Leitung", "Telefon", "Träger", "Beratung", "Telefon"]
    row = ["Celle", "Caritas", "Frau Eva Kling", "05141 12-31", "Diakonie", "Herr Uwe Blum", "-35"]
    assert shown(read(book([heads, row]))) == [
        "Frau Eva Kling (Leitung) @ Caritas in Celle: +4951411231",
        "Herr Uwe Blum @ Diakonie in Celle",
    ]


def test_an_office_right_before_a_further_person_is_hers_alone() -> None:
    heads = ["Unterkunft", "Hausleitung", "Telefon", "Träger", "Sozialdienst", "Telefon"]
    row = ["Haus Lüne", "Frau Eva Kling", "05141 12-31", "Caritas", "Herr Uwe Blum", "05141 44-2"]
    assert shown(read(book([heads, row]))) == [
        "Frau Eva Kling (Hausleitung) @ Haus Lüne: +4951411231",
        "Herr Uwe Blum @ Caritas: +495141442",
    ]


def test_who_is_merged_over_the_row_of_somebody_else_is_one_person() -> None:
    rows: Values = [
        ["Unterkunft", "Anschrift", "Hausleitung", "", "Sozialdienst", "", ""],
        ["", "", "Name", "Telefon", "Träger", "Name", "Telefon"],
        [
            "Haus Lüne",
            "Lindenweg 8, 29221 Celle",
            "Frau Eva Kling",
            "05141 12-31",
            "Caritas",
            "Herr Uwe Blum",
            "05141 44-2",
        ],
        ["", "", "", "", "", "Frau Ida Kolb", "05141 44-3"],
    ]

    def change(sheet: Worksheet) -> None:
        for cells in ("A1:A2", "B1:B2", "C1:D1", "E1:G1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4"):
            sheet.merge_cells(cells)

    at = "Lindenweg 8 29221 Celle"
    assert shown(read(book(rows, change))) == [
        f"Frau Eva Kling (Hausleitung) @ Haus Lüne: +4951411231, {at}",
        f"Herr Uwe Blum (Sozialdienst) @ Caritas: +495141442, {at}",
        f"Frau Ida Kolb (Sozialdienst) @ Caritas: +495141443, {at}",
    ]
