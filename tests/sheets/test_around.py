"""What stands around the values of a row: remarks, titles with a domain, words above places and offices."""

from __future__ import annotations

import pytest

from pipeline.model import Rules
from tests.sheets.made import Values, book, codes, read, shown

HEAD = ["Name", "Telefon", "E-Mail", "Bemerkung"]
EVA = ["Eva Kling", "05141 12-3401", "kling@celle.example"]


@pytest.mark.parametrize(
    ("remark", "value"),
    [
        ("Diensthandy: 0163 4910187", "m+491634910187"),
        ("mobil 0163 4910187", "m+491634910187"),
        ("Fax: 05141 12-3499", "f+495141123499"),
    ],
)
def test_a_remark_that_is_one_more_number(remark: str, value: str) -> None:
    assert shown(read(book([HEAD, [*EVA, remark]])))[0].count(value) == 1


@pytest.mark.parametrize(
    "remark",
    [
        "Vertretung: 05141 12-3402", "Tel. Vertretung: 05141 12-3402", "alte Nummer 05141 4471", "Notruf: 0163 4910187",
        "Handy von Herrn Rau: 0163 4910188", "Handy: 0163 4910187 (Rau)", "05141 12-3402", "Zentrale 05141 12-0",
        "Handy bis 31.12.2026: 0163 4910187",
    ],
)  # fmt: skip
def test_a_remark_that_may_be_about_somebody_else(remark: str) -> None:
    found = read(book([HEAD, [*EVA, remark]]))
    assert shown(found) == ["Eva Kling: +495141123401, kling@celle.example"]
    assert "unclaimed D2" in codes(found)


SHORT: Values = [["Name", "Telefon", "E-Mail"], ["Eva Kling", "05141 12-3401", "eva.kling"]]


@pytest.mark.parametrize(
    "title",
    ["E-Mail: vorname.nachname@celle.example", "Alle Adressen enden auf @celle.example.", "Mail: …@celle.example"],
)
@pytest.mark.parametrize("above", [True, False])
def test_the_domain_of_all_addresses_stands_in_a_title_or_a_note(title: str, above: bool) -> None:
    rows = [[title], [], *SHORT] if above else [*SHORT, [], [title]]
    assert shown(read(book(rows))) == ["Eva Kling: +495141123401, eva.kling@celle.example"]


@pytest.mark.parametrize(
    "titles", [["Fragen an liste@celle.example"], ["Rathaus: @celle.example", "Kreis: @kreis.example"]]
)
def test_a_title_that_states_no_one_domain(titles: list[str]) -> None:
    found = read(book([*([title] for title in titles), *SHORT]))
    assert shown(found) == ["Eva Kling: +495141123401"]
    assert any(code.startswith("not_understood C") for code in codes(found))


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (["Crivitz, Sternberg", "Lübz und Plau am See"], ["in Crivitz; Sternberg", "in Lübz; Plau am See"]),
        (["Stadt Peine", "Gemeinde Lahstedt"], ["in Peine", "in Lahstedt"]),
        (["Asyl", "Wohngeld"], ["(Asyl)", "(Wohngeld)"]),
        (["Crivitz", "Wohngeld"], ["(Crivitz)", "(Wohngeld)"]),
    ],
)
def test_what_somebody_is_responsible_for(places: list[str], said: list[str]) -> None:
    rows = [
        ["Name", "Zuständig für", "Telefon"],
        ["Eva Kling", places[0], "05141 12-1"],
        ["Uwe Blum", places[1], "05141 12-2"],
    ]
    found = shown(read(book(rows), rules=Rules()))
    assert found == [f"Eva Kling {said[0]}: +495141121", f"Uwe Blum {said[1]}: +495141122"]


@pytest.mark.parametrize(
    ("heading", "text", "said"),
    [
        ("Beratungsstelle", "Gemeindesozialarbeit", "@ Gemeindesozialarbeit"),
        ("Einrichtung", "Schulsozialarbeit", "@ Schulsozialarbeit"),
        ("Dienststelle", "Bürgermeister", "(Bürgermeister)"),
    ],
)
def test_what_is_done_there_is_the_name_of_an_office(heading: str, text: str, said: str) -> None:
    rows = [["Name", heading, "Telefon"], ["Eva Kling", text, "05141 12-1"], ["Uwe Blum", "Hauptamt", "05141 12-2"]]
    assert shown(read(book(rows)))[0] == f"Eva Kling {said}: +495141121"


def test_a_number_that_is_proven_proves_the_one_beside_it() -> None:
    rows = [["Name", "Telefon", "Fax"], ["Eva Kling", "07821/721-0", ""], ["Uwe Blum", 78412330, 784123399]]
    assert shown(read(book(rows), rules=Rules()))[1] == "Uwe Blum: +4978412330, f+49784123399"


@pytest.mark.parametrize("heading", ["Träger / Verein", "Projektträger", "Initiative"])
def test_a_body_may_be_called_after_what_its_people_do(heading: str) -> None:
    rows = [
        [heading, "Name", "Telefon"],
        ["Asylhelfer Hude", "Eva Kling", "04408 12-1"],
        ["Caritas Hude", "Uwe Blum", "04408 12-2"],
    ]
    assert shown(read(book(rows)))[0] == "Eva Kling @ Asylhelfer Hude: +494408121"


def test_what_many_offer_is_what_they_do() -> None:
    head, offers = ["Kommune", "Name", "Angebot", "Telefon"], ["Fahrdienst", "Nachhilfe", "Fahrdienst", "Nachhilfe"]
    people = [["Celle", f"Eva Kling{end}", offer, "05141 12-1"] for end, offer in zip("aeno", offers, strict=True)]
    assert shown(read(book([head, *people])))[0] == "Eva Klinga (Fahrdienst) in Celle: +495141121"
    assert shown(read(book([head, *people[:2]])))[0] == "Eva Klinga @ Fahrdienst in Celle: +495141121"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Migrationsberatung (MBE)", "Eva Kling (Migrationsberatung (MBE)) @ Caritasverband Celle"),
        ("Vorsitzende", "Eva Kling (Vorsitzende) @ Caritasverband Celle"),
        ("Bezirksverband Nord", "Eva Kling @ Caritasverband Celle"),  # another body is nothing that she does
    ],
)
def test_what_is_done_below_a_name_where_a_column_says_for_whom(line: str, said: str) -> None:
    rows = [["Träger", "Ansprechpartner:in", "Telefon"], ["Caritasverband Celle", f"Eva Kling\n{line}", "05141 12-31"]]
    assert shown(read(book(rows))) == [f"{said}: +4951411231"]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Amt / Stelle", "@ Integrationsmanagement"),
        ("Amt / Aufgabe", "(Integrationsmanagement)"),
    ],
)
def test_work_below_a_heading_of_offices_is_an_office(heading: str, said: str) -> None:
    rows = [["Kommune", heading, "Name", "Telefon"],
            ["Celle", "Hauptamt", "Uwe Blum", "05141 12-35"],
            ["Peine", "Integrationsmanagement", "Eva Kling", "05171 49-14"]]  # fmt: skip
    assert shown(read(book(rows)))[1] == f"Eva Kling {said} in Peine: +4951714914"


def test_a_title_that_is_narrower_than_its_table_is_no_function() -> None:
    def shown_below(title: str) -> list[str]:
        rows = [[title, "", "", ""], ["Kommune", "Anrede", "Vor- und Zuname", "Telefon"],
                ["Celle", "Frau", "Eva Kling", "05141 12-31"]]  # fmt: skip
        return shown(read(book(rows, lambda sheet: sheet.merge_cells("A1:C1"))))

    assert shown_below("Wetteraukreis – Ansprechpartner Flüchtlingshilfe") == ["Frau Eva Kling in Celle: +4951411231"]
    assert shown_below("Hausleitung") == ["Frau Eva Kling (Hausleitung) in Celle: +4951411231"]
