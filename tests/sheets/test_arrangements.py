"""How offices arrange people on a sheet: several rows each, cards to cut out, signs for what stands above."""

from __future__ import annotations

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import Rules
from tests.sheets.made import Values, book, codes, read, shown

EVA = ["Celle", "Frau Eva Kling", "05141 12-3401", "kling@celle.example"]
UWE = ["Peine", "Herr Uwe Blum", "05171 49-100", "blum@peine.example"]
HEAD = ["Kommune", "Name", "Telefon", "E-Mail"]
EVA_SHOWN = "Frau Eva Kling in Celle: +495141123401, kling@celle.example"
UWE_SHOWN = "Herr Uwe Blum in Peine: +49517149100, blum@peine.example"
#: Two rows of headings and two rows for everybody.
TWO = [HEAD, [None, "Funktion", "Mobil / Fax", "Internet"]]
LOWER = [None, "Leiterin", "Fax 05141 12-3499", "www.celle.example"]

ARRANGEMENTS: dict[str, tuple[Values, list[str]]] = {
    "two rows each": (
        [*TWO, EVA, LOWER, UWE, [None, "Lotse", "0171 3920091", None]],
        ["Frau Eva Kling (Leiterin) in Celle: +495141123401, f+495141123499, kling@celle.example, "
         "https://www.celle.example", "Herr Uwe Blum (Lotse) in Peine: +49517149100, m+491713920091, "
         "blum@peine.example"],
    ),
    "two rows each, one of which is missing": (
        [*TWO, EVA, UWE, [None, "Lotse", None, None]],
        [EVA_SHOWN, UWE_SHOWN.replace(" in", " (Lotse) in")],
    ),
    "two rows each, with blank rows and a section between": (
        [["Name", "Telefon"], ["Aufgabe", "Handy"], ["Rathaus Celle", None], EVA[1:3], ["Asyl", "0171 3920091"], [],
         UWE[1:3], ["Ehrenamt", None]],
        ["Frau Eva Kling (Asyl) @ Rathaus Celle in Celle: +495141123401, m+491713920091",
         "Herr Uwe Blum (Ehrenamt) @ Rathaus Celle in Celle: +49517149100"],
    ),
    "numbers below each name under one heading": (
        [["Kommune", "Kontakt", "Funktion"], ["Celle", "Frau Eva Kling", "Sozialer Dienst"],
         [None, "Tel. 05141 12-3401", None], [None, "kling@celle.example", None],
         [None, "Herr Uwe Blum", "Lotse"], [None, "05141 12-3402", None]],
        ["Frau Eva Kling (Sozialer Dienst) in Celle: +495141123401, kling@celle.example",
         "Herr Uwe Blum (Lotse) in Celle: +495141123402"],
    ),
    "three rows each, the person in the second": (
        [["Kommune", "Straße"], ["Name", "PLZ Ort"], ["Funktion", "Telefon"],
         ["Celle", "Markt 1"], ["Eva Kling", "29221 Celle"], ["Leiterin", "05141 12-3401"],
         ["Peine", "Wall 2"], ["Uwe Blum", "31224 Peine"], ["Lotse", "05171 49-100"]],
        ["Eva Kling (Leiterin) in Celle: +495141123401, Markt 1 29221 Celle",
         "Uwe Blum (Lotse) in Peine: +49517149100, Wall 2 31224 Peine"],
    ),
    "cards in cells": (
        [["Adressen"], [],
         ["Stadt Celle\nBüro für Integration\nFrau Eva Kling\nTel. 05141 12-3401\nkling@celle.example",
          "Gemeinde Wietze\nHerr Uwe Blum\n05146 507-12\nSprechzeit: Mo 8–12 Uhr\nwww.wietze.example"], [],
         ["AWO Peine\nGoethestr. 5\n31224 Peine\nN. N.\nFax: 05171 49-199\nasyl(at)awo.example", None]],
        ["Frau Eva Kling @ Büro für Integration in Celle: +495141123401, kling@celle.example",
         "Herr Uwe Blum in Wietze: +49514650712, https://www.wietze.example, Mo 8–12 Uhr",
         "– @ AWO Peine: f+49517149199, asyl@awo.example, Goethestr. 5 31224 Peine"],
    ),
    "cards of one line a cell": (
        [["Unsere Büros", None], [],
         ["Gemeinde Wietze", "Stadt Celle"], ["Uwe Blum", "Sozialamt"], ["05146 507-12", "Eva Kling"],
         [None, "05141 12-3401"], [], ["Stadt Bergen", None], ["Ida Kolb", None], ["Tel. 05051 479-12", None]],
        ["Uwe Blum in Wietze: +49514650712", "Eva Kling @ Sozialamt in Celle: +495141123401",
         "Ida Kolb in Bergen: +49505147912"],
    ),
    "cards whose first line is a place, as the mail address tells": (
        [["Celle\nEva Kling\nT 05141 12-3401\nkling@celle.example",
          "Peine\nUwe Blum\nT 05171 49-100\nblum@peine.example"]],
        ["Eva Kling in Celle: +495141123401, kling@celle.example", UWE_SHOWN.removeprefix("Herr ")],
    ),
    "labels above their values, one below the other": (
        [["Kommune"], ["Celle"], ["Ansprechperson"], ["Eva Kling"], ["Telefon"], ["05141 12-3401"], [],
         ["Kommune"], ["Peine"], ["Ansprechperson"], ["Uwe Blum"], ["Telefon"], ["05171 49-100"]],
        ["Eva Kling in Celle: +495141123401", "Uwe Blum in Peine: +49517149100"],
    ),
    "labels above their values, in pairs of rows": (
        [["Unsere Büros"], HEAD[:2], EVA[:2], HEAD[2:], EVA[2:], [], HEAD[:2], UWE[:2], HEAD[2:], UWE[2:]],
        [EVA_SHOWN, UWE_SHOWN],
    ),
    "addresses under the heading of town halls": (
        [["Gemeinde", "Rathaus", "Name", "Telefon"], ["Celle", "Markt 1\n29221 Celle", *EVA[1:3]]],
        ["Frau Eva Kling in Celle: +495141123401, Markt 1 29221 Celle"],
    ),
    "pages of paper, their title and head again": (
        [["Träger im Kreis", None, None, None], ["Gemeinde", "Träger", "Name", "Telefon"],
         ["Celle", "Caritas", "Eva Kling", "05141 12-1"], [None, None, None, "Seite 1 von 2"], [],
         ["Träger im Kreis – Seite 2"], ["Gemeinde", "Träger", "Name", "Telefon"],
         ['"', "dto.", "Uwe Blum", "05141 12-2"]],
        ["Eva Kling @ Caritas in Celle: +495141121", "Uwe Blum @ Caritas in Celle: +495141122"],
    ),
    "pages of paper below one title, a town on both": (
        [["Integration"], ["Gemeinde", "Name", "Telefon"], ["Celle", "Eva Kling", "05141 12-1"],
         ["Übertrag / Seite 1"], ["Integration – Blatt 2"], ["Gemeinde", "Name", "Telefon"],
         [None, "Uwe Blum", "05141 12-2"]],
        ["Eva Kling in Celle: +495141121", "Uwe Blum: +495141122"],
    ),
    "tables one below the other, with a column that nobody knows": (
        [["1. Büros"], ["Träger", "PLZ", "Ort", "Telefon"], ["Caritas", "29221", "Celle", "05141 12-1"], [],
         ["2. Dolmetscher"], ["Name", "Sprachen", "Mobil", "E-Mail"],
         *[[f"Eva Kling{end}", "Dari, Farsi", "0171 2345678", "kling@amt.example"] for end in ("", "er", "e")]],
        ["– @ Caritas: +495141121, 29221 Celle",
         *[f"Eva Kling{end} (Dolmetscher): m+491712345678, kling@amt.example" for end in ("", "er", "e")]],
    ),
    "a table below a title with a column of numbers that nobody calls so": (
        [["I. Büros"], ["Einrichtung", "Straße", "PLZ", "Ort", "Tel."], ["Caritas", "Markt 3", "29221", "Celle",
         "05141 12-1"], [], ["II. Hausmeister"], ["Unterkunft", "Name", "Notruf", "Schlüssel"],
         ["GU Nord", "Uwe Blum", "0171 2345678", "12"]],
        ["– @ Caritas: +495141121, Markt 3 29221 Celle", "Uwe Blum (Hausmeister) @ GU Nord: m+491712345678"],
    ),
    "several people below the name of their town, in one column": (
        [["Gemeinde Wietze"], ["Ansprechpartnerin: Frau Eva Kling"], ["Tel.: 05141 12-3401"], ["Mobil: 0171 2345678"],
         ["Ansprechpartnerin: Frau Ina Beck"], ["Tel.: 05141 12-3402"], [], ["Stadt Peine"],
         ["Ansprechpartner: Herr Uwe Blum"], ["Tel.: 05171 49-100"]],
        ["Frau Eva Kling in Wietze: +495141123401, m+491712345678", "Frau Ina Beck in Wietze: +495141123402",
         "Herr Uwe Blum in Peine: +49517149100"],
    ),
    "signs that a legend below explains": (
        [["Kommune", "Kürzel", "Name", "Telefon"], ["Celle", "IM", "Eva Kling", "05141 12-1"],
         ["Peine", "SB / IM", "Uwe Blum", "05171 49-2"], [], ["Legende:"], ["IM", "Integrationsmanagement"],
         ["SB", "Sozialbetreuung in der GU"], ["GU", "Gemeinschaftsunterkunft"]],
        ["Eva Kling (Integrationsmanagement) in Celle: +495141121",
         "Uwe Blum (Sozialbetreuung, Integrationsmanagement) in Peine: +495171492"],
    ),
    "signs that a line above explains, under a function": (
        [["IM = Integrationsmanagement, EA = Ehrenamtskoordination"], ["Funktion", "Name", "Telefon"],
         ["EA", "Eva Kling", "05141 12-1"], ["IM", "Uwe Blum", "05171 49-2"]],
        ["Eva Kling (Ehrenamtskoordination): +495141121", "Uwe Blum (Integrationsmanagement): +495171492"],
    ),
    "signs that say nothing about what people do": (
        [["Name", "Status", "Telefon"], ["Eva Kling", "a", "05141 12-1"], ["Uwe Blum", "r", "05171 49-2"], [],
         ["a", "aktiv im Kreis"], ["r", "ruhend bis auf Weiteres"]],
        ["Eva Kling: +495141121", "Uwe Blum: +495171492"],
    ),
    "names as short as signs above a list of offices": (
        [["Name", "Telefon"], ["Kling", "05141 12-1"], ["Blum", "05171 49-2"], [], ["Kling", "Sozialamt"],
         ["Blum", "Bauamt"]],
        ["Kling: +495141121", "Blum: +495171492", "Kling", "Blum"],
    ),
    "headings in words of somebody's own": (
        [["Wer hilft?"], ["Wo?", "Wer kümmert sich?", "Was genau?", "Strippe", "Elektropost", "Zu sprechen"],
         ["Celle", "Frau Eva Kling", "Fahrräder", "05141 12-3401", "kling@celle.example", "Di 14–17 Uhr"],
         ["Peine", "Herr Uwe Blum", "Deutschkurse", "05171 49-100", "blum@peine.example", "Mo 9–12 Uhr"]],
        ["Frau Eva Kling (Fahrräder) in Celle: +495141123401, kling@celle.example, Di 14–17 Uhr",
         "Herr Uwe Blum (Deutschkurse) in Peine: +49517149100, blum@peine.example, Mo 9–12 Uhr"],
    ),
    "a matrix with a vacant post": (
        [["Kommune", "Flüchtlingshilfe", "Ehrenamtskoordination"],
         ["Celle", "Eva Kling\nTel: 05141 12-3401", "Uwe Blum\nTel: 05141 12-3402"],
         ["Peine", "N.N.\nTel: 05171 49-100", "Ina Beck\nTel: 05171 49-2"]],
        ["Eva Kling (Flüchtlingshilfe) in Celle: +495141123401",
         "Uwe Blum (Ehrenamtskoordination) in Celle: +495141123402",
         "– (Flüchtlingshilfe) in Peine: +49517149100", "Ina Beck (Ehrenamtskoordination) in Peine: +495171492"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_arrangements(arrangement: str) -> None:
    rows, expected = ARRANGEMENTS[arrangement]
    assert shown(read(book(rows, title="Tabelle1"), rules=Rules())) == expected


@pytest.mark.parametrize("sign", ['"', "''", '- " -', "-„-", "dto.", "Dito", "S. o.", "w. o.", "dgl.", "″"])
def test_signs_for_what_stands_above(sign: str) -> None:
    again = [sign, "Frau Ina Beck", sign, sign, sign, sign]
    rows = [["Kommune", "Name", "Tel.", "Straße", "PLZ", "Funktion"],
            [*EVA[:3], "Markt 1", "29221", "Lotsin"], again, again]  # fmt: skip
    rows[3] = [sign, "Herr Ole Ast", *again[2:]]
    rest = "(Lotsin) in Celle: +495141123401, Markt 1 29221"
    assert shown(read(book(rows))) == [f"{who} {rest}" for who in ("Frau Eva Kling", "Frau Ina Beck", "Herr Ole Ast")]


def test_a_sign_without_anything_above_it_says_nothing() -> None:
    assert shown(read(book([HEAD, ['"', *EVA[1:3], '"']]))) == ["Frau Eva Kling: +495141123401"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Herr Thaddäus Link", "Herr Thaddäus Link"),
        ("Herr Dr. Thaddäus Link (Bürgerbüro)", "Herr Dr. Thaddäus Link @ Bürgerbüro"),
        ("Herr Leopold Zu Rhein", "Herr Leopold Zu Rhein"),
        ("Eva von der Rhein", "Eva von der Rhein"),
        ("Eva Link", "Eva Link"),
        ("Frau Eva Kling (Leitung)", "Frau Eva Kling (Leitung)"),
        ("N. N. (Lotsin)", "– (Lotsin)"),
        ("Lotsin: derzeit unbesetzt", "– (Lotsin)"),
        ("Sozialamt, N.N.", "– @ Sozialamt"),
    ],
)  # fmt: skip
def test_who_is_in_a_cell(text: str, expected: str) -> None:
    found = read(book([["Name", "Telefon"], ["Frau Ina Beck", "05141 12-0"], [text, "05141 12-3401"]]))
    assert shown(found)[1:] == [f"{expected}: +495141123401"]


@pytest.mark.parametrize("text", ["Frau Eva Rathaus", "Eva Sozialamt", "Eva Telefon"])
def test_what_is_no_family_name_in_a_cell(text: str) -> None:
    found = read(book([["Name", "Telefon"], ["Frau Ina Beck", "05141 12-0"], [text, "05141 12-3401"]]))
    assert not shown(found)[1].startswith(text)


def test_each_of_several_people_has_the_office_behind_her_name() -> None:
    people = "Frau Eva Kling (Sozialamt)\nFrau Ina Beck (Lotsin)\nHerr Uwe Blum (Bürgerbüro)"
    rows = [["Name", "Telefon"], [people, "05141 12-3401\n05141 12-3402\n05141 12-3403"]]
    assert shown(read(book(rows))) == [
        "Frau Eva Kling @ Sozialamt: +495141123401",
        "Frau Ina Beck (Lotsin): +495141123402",
        "Herr Uwe Blum @ Bürgerbüro: +495141123403",
    ]


def test_a_column_of_functions_says_more_than_a_heading() -> None:
    rows = [["Beauftragte/r", "Funktion", "Tel."], ["Frau Eva Kling", "Frauenbeauftragte", "05141 12-3401"],
            ["Herr Uwe Blum", None, "05141 12-3402"], ["N. N.", None, "05141 12-3403"]]  # fmt: skip
    assert shown(read(book(rows))) == [
        "Frau Eva Kling (Frauenbeauftragte): +495141123401",
        "Herr Uwe Blum (Beauftragte/r): +495141123402",
        "– (Beauftragte/r): +495141123403",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Eva Kling/Uwe Blum",
        "Eva Kling u. Uwe Blum",
        "Kling, Eva; Blum, Uwe",
        "Eva Kling sowie Uwe Blum",
        "Eva Kling · Uwe Blum",
    ],
)
def test_whole_names_with_a_sign_between(text: str) -> None:
    rows = [["Name", "Telefon", "E-Mail"], ["Ina Beck", "05141 12-0", None],
            [text, "05141 12-3401/-3402", "kling@c.example/blum@c.example"]]  # fmt: skip
    assert shown(read(book(rows)))[1:] == [
        "Eva Kling: +495141123401, kling@c.example",
        "Uwe Blum: +495141123402, blum@c.example",
    ]


def test_a_row_for_each_number() -> None:
    rows = [["Liste"], ["Name", "Ort", "Art", "Nummer"], ["Eva Kling", "Celle", "Telefon", "05141 12-3401"],
            ["Eva Kling", "Celle", "Fax", "05141 12-3499"], [None, None, "Mail", "kling@celle.example"],
            ["Uwe Blum", "Peine", "Mobil", "0171 3920091"]]  # fmt: skip
    assert shown(read(book(rows))) == [
        "Eva Kling in Celle: +495141123401, f+495141123499, kling@celle.example",
        "Uwe Blum in Peine: m+491713920091",
    ]


def test_a_durchwahl_beside_a_whole_number() -> None:
    rows = [["Name", "Telefon", "Fax"], ["Eva Kling", "05141 12-3401", "-3499"], ["Uwe Blum", "05171 49-100", None],
            ["Ina Beck", None, "-77"]]  # fmt: skip
    found = read(book(rows), rules=Rules())
    assert shown(found) == ["Eva Kling: +495141123401, f+495141123499", "Uwe Blum: +49517149100", "Ina Beck"]


def test_contact_beside_an_ansprechpartner_is_how_to_reach_her() -> None:
    rows = [["Ansprechpartner", "Kontakt"], ["Eva Kling", "Tel. 05141 12-3401"], ["Uwe Blum", "b@p.example"]]
    assert shown(read(book(rows))) == ["Eva Kling: +495141123401", "Uwe Blum: b@p.example"]


def test_people_with_their_numbers_behind_a_comma_under_unknown_headings() -> None:
    rows = [["Gemeinde", "Integration", "Senioren"], ["Celle", "Eva Kling, 05141 12-3401", "Uwe Blum, 05141 12-3402"],
            ["Peine", "Ole Ast, 05171 49-1", None]]  # fmt: skip
    assert [line.replace(" (Integration)", "").replace(" (Senioren)", "") for line in shown(read(book(rows)))] == [
        "Eva Kling in Celle: +495141123401",
        "Uwe Blum in Celle: +495141123402",
        "Ole Ast in Peine: +495171491",
    ]


def test_the_row_of_an_office_gives_the_main_number_of_its_people_and_of_nobody_else() -> None:
    rows = [["Amt", "Name", "Telefon"], ["Sozialamt", None, "05141 12-0"], [None, "Eva Kling", "-3401"],
            [None, "Ina Beck", None], ["Jugendamt", None, "05171 49-0"], [None, "Uwe Blum", "-2"],
            ["Hauptamt", "Ole Ast", "-77"], [None, "Ida Kolb", "-78"]]  # fmt: skip
    assert shown(read(book(rows), rules=Rules())) == [
        "– @ Sozialamt: +495141120",
        "Eva Kling @ Sozialamt: +495141123401",
        "Ina Beck @ Sozialamt",
        "– @ Jugendamt: +495171490",
        "Uwe Blum @ Jugendamt: +495171492",
        "Ole Ast @ Hauptamt",
        "Ida Kolb @ Hauptamt",
    ]


@pytest.mark.parametrize(
    "text",
    ["05141 12-3401 (Vertretung: 05141 12-3402)", "05141 12-3401\nVertr. 05141 12-3402", "05141 12-3401, Stv. -3402"],
)
def test_the_number_of_a_deputy_is_not_hers(text: str) -> None:
    found = read(book([HEAD, [*EVA[:2], text, EVA[3]]]))
    assert shown(found) == [EVA_SHOWN]
    assert "unclaimed C2" in codes(found)


def test_numbers_in_the_columns_of_an_address_are_findings() -> None:
    rows = [["Einrichtung", "Straße", "PLZ", "Ort", "Tel."], ["Caritas", "Markt 3", "29221", "Celle", "05141 12-1"],
            ["GU Nord", "Uwe Blum", "0171 2345678", "", ""]]  # fmt: skip
    assert codes(read(book(rows), rules=Rules())) == ["unclaimed C3"]


def test_numbers_below_each_name_beside_cells_that_reach_down() -> None:
    rows: Values = [["Kommune", "Kontakt", "Funktion"], ["Celle", "Frau Eva Kling", "Lotsin"],
                    ["", "05141 12-3401", ""], ["", "Zimmer 12", ""],
                    ["Peine", "Herr Uwe Blum", "Lotse"], ["", "05171 49-100", ""]]  # fmt: skip

    def merge(sheet: Worksheet) -> None:
        for area in ("A2:A4", "C2:C4", "A5:A6", "C5:C6"):
            sheet.merge_cells(area)

    assert shown(read(book(rows, merge), rules=Rules())) == [
        "Frau Eva Kling (Lotsin) in Celle: +495141123401",
        "Herr Uwe Blum (Lotse) in Peine: +49517149100",
    ]
