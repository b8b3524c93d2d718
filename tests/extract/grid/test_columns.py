"""Grids of any origin: people as rows, people as columns, labels and values; and tables that are no contacts."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.columns import read_grid
from pipeline.extract.layout import Cell, Grid
from pipeline.model import Rules, Where
from pipeline.transform.phone import Dialing
from tests.sheets.made import shown


def grid(*rows: list[str], header: int | None = None) -> Grid:
    """A grid as the reader of a page makes it: places are paths, the first row may be of headings."""
    cells = tuple(
        tuple(
            Cell(text, Where(path=f"table > tr:nth-of-type({number + 1})"), header=number == header)
            for text in row
        )
        for number, row in enumerate(rows)
    )  # fmt: skip
    return Grid(cells, Where(path="table"))


def contacts(made: Grid, dialing: Dialing | None = None) -> list[str] | None:
    """The contacts of a grid as lines; None where it is no table of contacts."""
    found = read_grid(made, Rules(), dialing or Dialing())
    return None if found is None else shown(found)


def test_people_as_rows() -> None:
    made = grid(["Name", "Telefon"], ["Frau Eva Muster", "07161 650-123"], header=0)
    assert contacts(made) == ["Frau Eva Muster: +497161650123"]


def test_what_stands_below_counts_more_than_a_heading_that_names_numbers() -> None:
    made = grid(["Ruf", "Tel."], ["Muster, Eva", "07161 650-123"], ["Beispiel, Uwe", "07161 650-124"], header=0)
    assert contacts(made) == ["Eva Muster: +497161650123", "Uwe Beispiel: +497161650124"]


def test_an_office_below_a_heading_of_places_is_no_town() -> None:
    made = grid(
        ["Gemeinde", "Büro", "Name", "Telefon"],
        ["Celle", "Seniorenbüro", "Eva Muster", "05141 12-11"],
        ["Peine", "Freiwilligenbüro", "Uwe Beispiel", "05171 49-12"],
        header=0,
    )
    assert contacts(made) == [
        "Eva Muster @ Seniorenbüro in Celle: +4951411211",
        "Uwe Beispiel @ Freiwilligenbüro in Peine: +4951714912",
    ]


def test_a_table_headed_by_questions() -> None:
    made = grid(
        ["Was", "Wer", "Wie"],
        ["Leitung", "Frau Eva Muster", "07161 650-11\nmuster@kreis.example"],
        ["Lesepaten", "Uwe Beispiel", "mobil 0170 2345678"],
        header=0,
    )
    assert contacts(made) == [
        "Frau Eva Muster (Leitung): +49716165011, muster@kreis.example",
        "Uwe Beispiel (Lesepaten): m+491702345678",
    ]


def test_who_stands_in_for_nobody_keeps_to_her_own_row() -> None:
    made = grid(
        ["Name", "Telefon"],
        ["vakant\n(Vertretung: Frau Muster)", "07161 650-122"],
        ["Frau Eva Muster", "07161 650-123"],
        header=0,
    )
    assert contacts(made) == ["–: +497161650122", "Frau Eva Muster: +497161650123"]


def test_an_office_over_its_address_below_a_heading_that_says_its_kind() -> None:
    made = grid(
        ["Pfarramt", "Pfarrer/in", "Telefon"],
        ["Altkirchen\nKirchplatz 6\n73728 Altkirchen", "Pfrin. Eva und Pfr. Uwe Muster", "07161 650-123"],
        ["Emskirchen\nTalweg 1\n91448 Emskirchen", "Pfr. Tom Probe", "07161 650-124"],
        header=0,
    )
    assert contacts(made) == [
        "Pfrin. Eva Muster (Pfarrer/in) @ Altkirchen: +497161650123, Kirchplatz 6 73728 Altkirchen",
        "Pfr. Uwe Muster (Pfarrer/in) @ Altkirchen: +497161650123, Kirchplatz 6 73728 Altkirchen",
        "Pfr. Tom Probe (Pfarrer/in) @ Emskirchen: +497161650124, Talweg 1 91448 Emskirchen",
    ]


def test_houses_by_their_names_below_standort() -> None:
    made = grid(
        ["Standort", "Anschrift", "Telefon", "Fax"],
        ["Geschäftsstelle Celle", "Hainstraße 63\n29221 Celle", "05141 79-3500", "05141 79-3555"],
        ["Geschäftsstelle Peine", "Rathausstraße 6\n31224 Peine", "05171 405-7000", "05171 405-7100"],
        header=0,
    )
    assert contacts(made) == [
        "– @ Geschäftsstelle Celle: +495141793500, f+495141793555, Hainstraße 63 29221 Celle",
        "– @ Geschäftsstelle Peine: +4951714057000, f+4951714057100, Rathausstraße 6 31224 Peine",
    ]


def test_rooms_below_standort_are_no_offices() -> None:
    made = grid(["Name", "Standort", "Telefon"], ["Frau Eva Muster", "Haus A, Zimmer 12", "07161 650-123"], header=0)
    assert contacts(made) == ["Frau Eva Muster: +497161650123"]


def test_people_as_columns() -> None:
    made = grid(["Name", "Frau Eva Muster", "Herr Uwe Beispiel"], ["Telefon", "07161 650-123", "07161 650-124"])
    assert contacts(made) == ["Frau Eva Muster: +497161650123", "Herr Uwe Beispiel: +497161650124"]


def test_labels_and_values_of_one_person() -> None:
    made = grid(
        ["Ansprechpartnerin:", "Frau Eva Muster"], ["Telefon:", "07161 650-123"], ["E-Mail:", "eva@stadt.example"]
    )
    assert contacts(made) == ["Frau Eva Muster: +497161650123, eva@stadt.example"]


def test_a_main_number_said_elsewhere_on_the_page() -> None:
    made = grid(["Name", "Durchwahl"], ["Frau Eva Muster", "123"])
    assert contacts(made, Dialing(main="+497161650")) == ["Frau Eva Muster: +497161650123"]


def test_the_main_number_of_one_section_is_not_the_next_ones() -> None:
    made = grid(
        ["Name", "Durchwahl", "E-Mail"],
        ["Gemeinde Uhingen, Tel. 07161 9380-0", "", ""],
        ["Eva Muster", "123", "muster@uhingen.example"],
        ["Gemeinde Salach", "", ""],
        ["Uwe Beispiel", "11", "beispiel@salach.example"],
    )
    assert contacts(made) == [
        "Eva Muster in Uhingen: +4971619380123, muster@uhingen.example",
        "Uwe Beispiel in Salach: beispiel@salach.example",
    ]


def test_two_exchanges_in_the_title_serve_nobody() -> None:
    made = grid(
        ["Zentrale Göppingen 07161 650-0", ""],
        ["Zentrale Geislingen 07331 24-0", ""],
        ["Name", "Durchwahl"],
        ["Eva Muster", "123"],
    )
    assert contacts(made) is None


def test_the_exchange_of_the_list_maker_is_not_the_municipalities() -> None:
    made = grid(
        ["Landratsamt Göppingen – Zentrale 07161 202-0", "", ""],
        ["Gemeinde", "Name", "Telefon"],
        ["Salach", "Eva Muster", "07162 4008-11"],
        ["Süßen", "Uwe Beispiel", "-14"],
    )
    assert contacts(made) == ["Eva Muster in Salach: +497162400811", "Uwe Beispiel in Süßen"]


def test_stem_and_durchwahl_in_two_columns() -> None:
    made = grid(
        ["Name", "Telefon", "Durchwahl"], ["Eva Muster", "07161 650-0", "123"], ["Uwe Beispiel", "07161 650-0", ""]
    )
    assert contacts(made) == ["Eva Muster: +497161650123", "Uwe Beispiel: +4971616500"]


def test_the_durchwahl_of_a_deputy_behind_her_name_is_under_the_number_of_the_row() -> None:
    made = grid(["Name", "Telefon", "Vertretung"], ["Eva Muster", "07161 650-123", "Uwe Beispiel (-124)"], header=0)
    assert contacts(made) == ["Eva Muster: +497161650123", "Uwe Beispiel: +497161650124"]


def test_the_sign_of_the_fax_server_below_a_number_that_goes_on() -> None:
    made = grid(["Name", "Tel. 07161 650-", "Fax 07161 650-"], ["Eva Muster", "123", "41-123"], header=0)
    assert contacts(made) == ["Eva Muster: +497161650123, f+49716165041123"]


def test_the_exchange_is_the_number_of_those_without_one() -> None:
    made = grid(
        ["Gemeinde", "Zentrale", "Name", "Telefon"],
        ["Uhingen", "07161 9380-0", "Eva Muster", "07161 9380-123"],
        ["Salach", "07162 4008-0", "Uwe Beispiel", ""],
    )
    assert contacts(made) == ["Eva Muster in Uhingen: +4971619380123", "Uwe Beispiel in Salach: +49716240080"]


def test_sections_with_headings_of_their_own() -> None:
    made = grid(
        ["Gemeinde Uhingen", "", ""],
        ["Ansprechpartner", "Telefon", "E-Mail"],
        ["Eva Muster", "07161 9380-123", "muster@uhingen.example"],
        ["", "", ""],
        ["Gemeinde Salach", "", ""],
        ["Ansprechpartner", "Telefon", "E-Mail"],
        ["Uwe Beispiel", "07162 4008-11", "beispiel@salach.example"],
    )
    assert [text.partition(":")[0] for text in contacts(made) or []] == [
        "Eva Muster in Uhingen",
        "Uwe Beispiel in Salach",
    ]


def test_cards_whose_titles_differ_in_the_place_only() -> None:
    made = grid(
        ["Steckbrief Uhingen", "", "", "Steckbrief Salach", ""],
        ["Ansprechpartner", "Eva Muster", "", "Ansprechpartner", "Uwe Beispiel"],
        ["Telefon", "07161 9380-123", "", "Telefon", "07162 4008-11"],
        ["E-Mail", "muster@uhingen.example", "", "E-Mail", "beispiel@salach.example"],
    )
    assert [text.partition(":")[0] for text in contacts(made) or []] == [
        "Eva Muster in Uhingen",
        "Uwe Beispiel in Salach",
    ]


def test_labels_with_several_lines_beside_them() -> None:
    made = grid(
        ["Kommune", "Uhingen"],
        ["Ansprechpartner", "Frau Eva Muster"],
        ["", "Herr Uwe Beispiel"],
        ["Telefon", "07161 9380-123"],
        ["", "07161 9380-124"],
    )
    assert contacts(made) == [
        "Frau Eva Muster in Uhingen: +4971619380123",
        "Herr Uwe Beispiel in Uhingen: +4971619380124",
    ]


def test_an_office_that_is_a_municipality() -> None:
    made = grid(["Stelle", "Name", "Telefon"], ["Stadt Uhingen", "Eva Muster", "07161 9380-123"])
    assert contacts(made) == ["Eva Muster @ Stadt Uhingen in Uhingen: +4971619380123"]


def test_people_beside_each_other_under_labels_of_their_own_have_only_their_columns() -> None:
    made = grid(
        ["Name:", "Eva Muster", "Uwe Beispiel"],
        ["Telefon:", "07161 9380-123", "07161 9380-124"],
        ["Telefon:", "07161 9380-125", ""],
    )
    assert contacts(made) == ["Eva Muster: +4971619380123, +4971619380125", "Uwe Beispiel: +4971619380124"]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[]],
        [["Montag", "8–12 Uhr"], ["Dienstag", "14–18 Uhr"]],
        [["Datum", "Ort", "Ansprechpartner"], ["12.03.", "Rathaus", "Eva Muster"]],
        [["Jahr", "Einwohner"], ["2024", "12.345"]],
        [["Was", "Wann", "Wie"], ["Deutschkurs", "dienstags", "ohne Anmeldung"]],
        [["Wer", "Wie oft"], ["Eva Muster", "12"]],
        [["Name", "Telefon"]],
    ],
)
def test_tables_that_are_no_contacts(rows: list[list[str]]) -> None:
    assert contacts(grid(*rows)) is None


def test_header_row_counts_rows_where_there_are_no_cell_names() -> None:
    made = grid(["Liste"], ["Wer"], ["Eva Muster"])
    assert read_grid(made, Rules(), Dialing(), {"name": "Wer"}, header_row=2) is None
    assert read_grid(made, Rules(), Dialing(), {"name": "Wer"}, header_row=9) is None


def test_the_numbers_before_a_deputy_are_of_whom_she_stands_in_for() -> None:
    made = grid(
        ["Amt", "Telefon", "Vertretung"],
        ["Sozialamt", "07161 650-1", "Herr Uwe Beispiel"],
        ["Jugendamt", "07161 650-2", "Frau Eva Muster, Tel. 07161 650-3"],
        header=0,
    )
    assert contacts(made) == [
        "– @ Sozialamt: +4971616501", "– @ Jugendamt: +4971616502", "Frau Eva Muster @ Jugendamt: +4971616503"
    ]  # fmt: skip


def test_who_speaks_for_an_office_is_reached_as_it_is() -> None:
    made = grid(
        ["Verein", "Telefon", "Vertreterin im Beirat"],
        ["Caritas", "07161 650-1", "Frau Ida Probe"],
        ["Diakonie", "07161 650-2", "Frau Eva Muster"],
        header=0,
    )
    assert contacts(made) == ["Frau Ida Probe @ Caritas: +4971616501", "Frau Eva Muster @ Diakonie: +4971616502"]


@pytest.mark.parametrize("number", ["Durchwahl -{}", "Tel. -{}", "App. {}"])
@pytest.mark.parametrize("mail", ["E-Mail: {}", "{}"])
def test_labels_in_the_cells_of_people_make_no_form(number: str, mail: str) -> None:
    people = [("Frau Muster", "12", "muster@a.example"), ("Herr Beispiel", "13", "beispiel@a.example")]
    made = grid(*([name, number.format(digits), mail.format(box)] for name, digits, box in people))
    assert contacts(made, Dialing(main="+497161650")) == [
        "Frau Muster: +49716165012, muster@a.example",
        "Herr Beispiel: +49716165013, beispiel@a.example",
    ]


def test_work_behind_names_may_be_called_as_offices_are() -> None:
    made = grid(
        ["Eva Muster", "Sachbearbeiterin", "07161 650-12"],
        ["Uwe Beispiel", "Dolmetscherpool", "07161 650-13"],
        ["Ida Probe", "Integrationsmanagerin", "07161 650-14"],
        ["Tom Muster", "Kindergartenfachberatung", "07161 650-15"],
    )
    assert [line.partition(": ")[0] for line in contacts(made) or []] == [
        "Eva Muster (Sachbearbeiterin)",
        "Uwe Beispiel (Dolmetscherpool)",
        "Ida Probe (Integrationsmanagerin)",
        "Tom Muster (Kindergartenfachberatung)",
    ]


def test_functions_and_offices_behind_names_are_no_labels_at_the_side() -> None:
    made = grid(
        ["Herr Uwe Beispiel", "Geschäftsstelle", "07161 650-12"],
        ["Frau Eva Muster", "Asyl und Integration", "07161 650-13"],
        ["Frau Ida Probe", "2. Vorsitzende", "07161 650-14"],
    )
    found = contacts(made) or []
    assert [line.rpartition(": ")[2] for line in found] == ["+49716165012", "+49716165013", "+49716165014"]
    assert [name in line for name, line in zip(["Beispiel", "Muster", "Probe"], found, strict=True)] == [True] * 3


@pytest.mark.parametrize("last", [[], [["Fax für alle: 07161 650-19", "", ""]]])
def test_work_that_sounds_like_a_switchboard_before_people_is_no_label(last: list[list[str]]) -> None:
    rows = [
        ["Teamleitung", "Frau Eva Muster", "Tel. 07161 650-11"],
        ["Arbeitsvermittlung", "Herr Uwe Beispiel", "Tel. 07161 650-12"],
        ["Fallmanagement", "Frau Ida Probe", "Tel. 07161 650-13"],
    ]
    found = contacts(grid(*rows, *last)) or []
    assert found[:3] == [
        "Frau Eva Muster (Teamleitung): +49716165011",
        "Herr Uwe Beispiel (Arbeitsvermittlung): +49716165012",
        "Frau Ida Probe (Fallmanagement): +49716165013",
    ]


def test_rooms_and_houses_before_people_are_where_they_are() -> None:
    rows = [
        ["Heim Neustadt", "Frau Eva Muster", "07161 650-11"],
        ["Heim Altdorf", "Herr Uwe Beispiel", "07161 650-12"],
    ]
    assert contacts(grid(*rows)) == [
        "Frau Eva Muster @ Heim Neustadt: +49716165011",
        "Herr Uwe Beispiel @ Heim Altdorf: +49716165012",
    ]


@pytest.mark.parametrize("colon", ["", ":"])
def test_a_table_of_one_person_below_her_office(colon: str) -> None:
    rows = [["Ortsverwaltung Altdorf", ""], [f"Ortsvorsteherin{colon}", "Eva Muster"], ["Telefon", "07161 650-11"]]
    (found,) = contacts(grid(*rows, ["E-Mail", "altdorf@stadt.example"])) or []
    assert found.startswith("Eva Muster (Ortsvorsteherin) @ Ortsverwaltung Altdorf")


def test_what_stands_below_a_name_is_nobody_else() -> None:
    rows = [
        ["Name", "Telefon"],
        ["Tom Muster\nErasmus+ Outgoing", "07161 650-11"],
        ["Eva Beispiel\nZulassung und Visafragen", "07161 650-12"],
        ["Ida Probe + Uwe Ast", "07161 650-13"],
    ]
    assert contacts(grid(*rows, header=0)) == [
        "Tom Muster: +49716165011",
        "Eva Beispiel (Zulassung und Visafragen): +49716165012",
        "Ida Probe: +49716165013",
        "Uwe Ast: +49716165013",
    ]


def test_below_an_unknown_heading_a_street_is_no_town() -> None:
    head = ["Ortschaft", "Ortsvorsteher/in", "Verwaltungsstelle", "Tel. Verwaltungsstelle", "E-Mail"]
    seat = "Kirchstraße 12\n29221 Celle"
    eva = ["Garßen", "Frau Eva Muster", seat, "05141 816-93", "ov.garssen@celle.example"]
    uwe = ["Hustedt", "Herr Uwe Beispiel", seat, "05141 516-17", "ov.hustedt@celle.example"]
    found = read_grid(grid(head, eva, uwe), Rules(), Dialing())
    assert found
    towns = [r.value for record in found.records for r in record.readings if r.field == "municipality"]
    assert towns == ["Garßen", "Hustedt"]
    assert len(found.records) == 2
