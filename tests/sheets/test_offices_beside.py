"""Numbers of an office in columns of their own beside its person: a contact of their own, and never hers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.sheets.made import Values, book, read, shown

EVA = ["Frau Eva Kling", "05141 33-12", "kling@hilfe.example"]
EVA_SHOWN = "+4951413312, kling@hilfe.example"


def merged(*ranges: str) -> Callable[[Worksheet], None]:
    """Merges cells."""
    return lambda sheet: [sheet.merge_cells(cells) for cells in ranges] and None


def test_an_office_under_a_heading_of_its_own() -> None:
    rows: Values = [
        ["Kirchengemeinde", "Ort", "Pfarramt", "", "", "Beauftragte/r", "", ""],
        ["", "", "Telefon", "E-Mail", "Bürozeiten", "Name", "Handy", "E-Mail"],
        ["St. Anna", "Celle", "05141 12-0", "buero@anna.example", "Mo 10–12 Uhr", EVA[0], "0171 2345678", EVA[2]],
    ]
    assert shown(read(book(rows, merged("A1:A2", "B1:B2", "C1:E1", "F1:H1")))) == [
        "Frau Eva Kling (Beauftragte/r) @ St. Anna in Celle: m+491712345678, kling@hilfe.example",
        "– (Pfarramt) @ St. Anna in Celle: +495141120, buero@anna.example, Mo 10–12 Uhr",
    ]


@pytest.mark.parametrize(
    ("office", "heads"),
    [
        ("Geschäftsstelle", ["Geschäftsstelle Tel.", "Geschäftsstelle E-Mail"]),
        ("Schulsekretariat", ["Telefon (Schulsekretariat)", "Mail (Schulsekretariat)"]),
        ("Verwaltung", ["Telefon der Verwaltung", "E-Mail der Verwaltung"]),
    ],
)
@pytest.mark.parametrize("behind", [True, False])
def test_an_office_in_the_headings_of_one_row(office: str, heads: list[str], behind: bool) -> None:
    own, theirs = ["Ansprechperson", "Tel.", "E-Mail"], ["05141 33-0", "info@hilfe.example"]
    rows = [
        ["Verein", *(own + heads if behind else heads + own)],
        ["Hilfe Celle", *(EVA + theirs if behind else theirs + EVA)],
    ]
    assert shown(read(book(rows))) == [
        f"Frau Eva Kling @ Hilfe Celle: {EVA_SHOWN}",
        f"– ({office}) @ Hilfe Celle: +495141330, info@hilfe.example",
    ]


def test_an_office_beside_each_of_its_people_is_told_once() -> None:
    rows: Values = [
        ["Kommune", "Rathaus", "", "Name", "Telefon"],
        ["", "Telefon", "E-Mail", "", ""],
        ["Celle", "05141 12-0", "post@celle.example", "Eva Kling", "05141 12-34"],
        ["Celle", "05141 12-0", "post@celle.example", "Uwe Blum", "05141 12-35"],
    ]
    assert shown(read(book(rows, merged("A1:A2", "B1:C1", "D1:D2", "E1:E2")))) == [
        "Eva Kling in Celle: +4951411234",
        "– @ Rathaus in Celle: +495141120, post@celle.example",
        "Uwe Blum in Celle: +4951411235",
    ]


@pytest.mark.parametrize(
    ("heads", "person"),
    [
        (["Telefon Büro", "E-Mail Dienststelle", "Mobil privat"], ["Name"]),
        (["Telefon Koordination", "E-Mail", "Mobil"], ["Koordination"]),
        (["Rathaus Telefon", "Rathaus E-Mail", "Rathaus Mobil"], ["Ansprechperson"]),
    ],
)
def test_the_number_at_somebodys_desk_is_hers(heads: list[str], person: list[str]) -> None:
    rows = [["Gemeinde", *person, *heads], ["Celle", *EVA, "0171 2345678"]]
    assert len(shown(read(book(rows)))) == 1
    assert "+4951413312, m+491712345678, kling@hilfe.example" in shown(read(book(rows)))[0]


def test_two_offices_and_neither_has_the_numbers_of_the_other() -> None:
    rows: Values = [
        ["Verein", "Geschäftsstelle", "", "Vereinsheim", "Vorsitz", ""],
        ["", "Telefon", "E-Mail", "Telefon", "Name", "Mobil"],
        ["SV Peine", "05171 49-0", "info@sv.example", "05171 777", "Eva Kling", "0171 2345678"],
    ]
    assert shown(read(book(rows, merged("A1:A2", "B1:C1", "E1:F1")))) == [
        "Eva Kling @ SV Peine: m+491712345678",
        "– (Geschäftsstelle) @ SV Peine: +495171490, info@sv.example",
        "– (Vereinsheim) @ SV Peine: +495171777",
    ]


def test_the_name_of_an_office_is_its_own_where_the_person_has_another() -> None:
    rows: Values = [
        ["Träger", "", "Einrichtung", "", ""],
        ["Name", "Telefon", "Name", "Leitung", "Telefon"],
        ["Caritas", "05171 49-0", "Kita Sonne", "Eva Kling", "05171 777"],
    ]
    assert shown(read(book(rows, merged("A1:B1", "C1:E1")))) == [
        "Eva Kling @ Kita Sonne: +495171777",
        "– (Träger) @ Caritas: +495171490",
    ]


@pytest.mark.parametrize("own", ["DW", "Durchwahl", "Telefon"])
def test_a_durchwahl_goes_on_from_the_number_of_the_office(own: str) -> None:
    rows: Values = [
        ["Kommune", "Rathaus", "", "Integrationsbeauftragte", ""],
        ["", "Telefon", "E-Mail", "Name", own],
        ["Uhingen", "07161 9380-0", "info@uhingen.example", "Eva Kling", "-112"],
    ]
    assert shown(read(book(rows, merged("A1:A2", "B1:C1", "D1:E1")))) == [
        "Eva Kling (Integrationsbeauftragte) in Uhingen: +4971619380112",
        "– @ Rathaus in Uhingen: +49716193800, info@uhingen.example",
    ]


def test_the_mailbox_of_a_circle_reaches_its_only_speaker() -> None:
    rows = [["Ort", "Helferkreis", "Name", "Telefon", "E-Mail Helferkreis"],
            ["Celle", "Asylkreis Celle", "Eva Kling", "05141 33-12", "kreis@celle.example"]]  # fmt: skip
    assert shown(read(book(rows))) == ["Eva Kling @ Asylkreis Celle in Celle: +4951413312, kreis@celle.example"]
    rows = [[*rows[0][:4], "E-Mail", "E-Mail Helferkreis"], [*rows[1][:4], "kling@post.example", rows[1][4]]]
    assert shown(read(book(rows)))[1] == "– (Helferkreis) @ Asylkreis Celle in Celle: kreis@celle.example"


def test_the_mailbox_in_front_of_somebody_reaches_her() -> None:
    rows = [["Schule", "Schulleitung", "Telefon", "Sekretariat E-Mail"],
            ["Nordschule Celle", "Eva Kling", "05141 33-12", "post@nordschule.example"]]  # fmt: skip
    assert shown(read(book(rows))) == [
        "Eva Kling (Schulleitung) @ Nordschule Celle: +4951413312, post@nordschule.example"
    ]
    rows = [[*rows[0], "E-Mail"], [*rows[1], "kling@nordschule.example"]]
    assert shown(read(book(rows))) == [
        "Eva Kling (Schulleitung) @ Nordschule Celle: +4951413312, kling@nordschule.example",
        "– (Sekretariat) @ Nordschule Celle: post@nordschule.example",
    ]


PARISH = ["Pfarrei", "Kontakt", "Amt", "Pfarrbüro", "mobil"]
TWO = [
    ["St. Anna", "Eva Kling", "Diakonin", "05141 12-0", ""],
    ["", "Uwe Blum", "Pfarrer", "05141 12-14", "0170 3321984"],
]


def test_a_durchwahl_for_each_of_an_offices_people_is_their_own() -> None:
    """Who shares the number of a small office with somebody beside them has it as well."""
    rows: Values = [
        PARISH,
        *TWO,
        ["St. Paul", "Ida Kolb", "Diakonin", "05171 790", ""],
        ["", "Jan Horn", "Pfarrer", "", ""],
    ]
    assert shown(read(book(rows, merged("A2:A3", "A4:A5", "D4:D5")))) == [
        "Eva Kling (Diakonin) @ St. Anna: +495141120",
        "Uwe Blum (Pfarrer) @ St. Anna: +4951411214, m+491703321984",
        "Ida Kolb (Diakonin) @ St. Paul: +495171790",
        "Jan Horn (Pfarrer) @ St. Paul: +495171790",
    ]


@pytest.mark.parametrize(
    ("heads", "second"),
    [
        (PARISH, "05141 12-0"),  # one number for both
        (PARISH, "05141 3456"),  # another house
        ([*PARISH[:3], "Sekretariat", "mobil"], "05141 12-14"),  # somebody in front of each of them
        ([*PARISH[:4], "Telefon"], "05141 12-14"),  # they have another one
    ],
)
def test_numbers_of_an_office_that_are_nobodys_own(heads: list[str], second: str) -> None:
    rows: Values = [heads, TWO[0], [*TWO[1][:3], second, "0170 3321984"]]
    assert "Eva Kling (Diakonin) @ St. Anna: +495141120" not in shown(read(book(rows, merged("A2:A3"))))


@pytest.mark.parametrize(
    ("heads", "values", "reached"),
    [
        (["Tel. Ortsverwaltung", "E-Mail"], ["05141 12-0", "kling@celle.example"], "+495141120, kling@celle.example"),
        (["Telefon", "E-Mail Rathaus"], ["05141 12-0", "post@celle.example"], "+495141120, post@celle.example"),
        (["Tel. Geschäftsstelle", "Tel. privat"], ["05141 12-0", "05141 777"], "+495141777, +495141120"),
        (["Tel. Rathaus", "Handy dienstl."], ["05141 12-0", "0171 2345678"], "+495141120, m+491712345678"),
        (["Zentrale Rathaus", "Handy dienstl."], ["05141 12-0", "0171 2345678"], "m+491712345678"),
    ],
)
def test_the_house_in_which_somebody_works_reaches_her(heads: list[str], values: list[str], reached: str) -> None:
    rows = [["Gemeinde", "Name", *heads], ["Celle", "Frau Eva Kling", *values]]
    assert shown(read(book(rows))) == [f"Frau Eva Kling in Celle: {reached}"]


@pytest.mark.parametrize(
    ("heads", "values"),
    [
        (["Telefon", "Tel. Ortsverwaltung"], ["05141 33-12", "05141 12-0"]),
        (["Mobil", "Tel. Geschäftsstelle"], ["0171 2345678", "05141 12-0"]),
        (["Kontakt", "Tel. Gemeindeverwaltung"], ["kling@celle.example", "05141 12-0"]),
        (["Telefon", "Kämmerer/in", "Telefon", "Tel. Gemeindeverwaltung"],
         ["05141 33-12", "Uwe Blum", "05141 33-14", "05141 12-0"]),
    ],
)  # fmt: skip
def test_the_house_is_another_contact_where_she_is_reached_the_same_way(heads: list[str], values: list[str]) -> None:
    rows = [["Gemeinde", "Name", *heads], ["Celle", "Frau Eva Kling", *values]]
    assert shown(read(book(rows)))[-1] == f"– @ {heads[-1].removeprefix('Tel. ')} in Celle: +495141120"


def test_the_number_of_a_house_is_not_the_deputys() -> None:
    """Nor is the first of two columns of people lost because only the second has a heading that is known."""
    rows = [["Ortschaft", "Ortsvorsteher", "Stellvertreter", "Tel. Ortsverwaltung", "E-Mail"],
            ["Weier", "Eva Kling", "Uwe Blum", "05141 12-0", "weier@celle.example"]]  # fmt: skip
    assert shown(read(book(rows))) == ["Eva Kling (Ortsvorsteher) in Weier: +495141120, weier@celle.example"]


def test_what_mailbox_it_is_says_no_office() -> None:
    rows = [["Gemeinde", "Bürgermeister/in", "Tel. Rathaus", "Tel. privat", "E-Mail Rathaus", "E-Mail persönlich"],
            ["Salach", "Eva Kling", "07162 4008-0", "", "info@salach.example", "kling@salach.example"]]  # fmt: skip
    assert shown(read(book(rows))) == [
        "Eva Kling (Bürgermeister/in) in Salach: +49716240080, kling@salach.example",
        "– @ Rathaus in Salach: +49716240080, info@salach.example",
    ]


def test_the_office_of_the_district_is_in_none_of_its_towns() -> None:
    rows = [["Name", "Gemeinde", "Tel. Landratsamt", "Handy"], ["Eva Kling", "Salach", "07161 202-0", "0171 2345678"],
            ["Uwe Blum", "Uhingen", "07161 202-0", "0171 2345679"]]  # fmt: skip
    assert shown(read(book(rows))) == [
        "Eva Kling in Salach: m+491712345678",
        "– @ Landratsamt: +4971612020",
        "Uwe Blum in Uhingen: m+491712345679",
    ]
