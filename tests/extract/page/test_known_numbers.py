"""Main numbers of the page for lines that leave them out, and for no others."""

from __future__ import annotations

from pipeline import display
from pipeline.extract.page.reader import read_page
from pipeline.model import Phone, Rules


def numbers(*lines: str) -> set[str]:
    extraction = read_page(f"<p>{'<br>'.join(lines)}</p>".encode(), "utf-8", Rules(area_code="07161"))
    values = [reading.value for record in extraction.records for reading in record.readings]
    return {display.phone(value) for value in values if isinstance(value, Phone)}


def test_a_local_number_is_no_durchwahl_of_a_main_number_below() -> None:
    lines = "Telefonliste (Ortsvorwahl 07331)", "Feuerwehr Tel. 4711"
    assert numbers(*lines, "Landratsamt Tel. 0711 8840-0") == {"07331 4711", "0711 8840-0"}
    assert numbers(*lines, "Rathaus Tel. 07331 203-0") == {"07331 4711", "07331 203-0"}


def test_a_short_local_number_below_its_like() -> None:
    assert numbers("Tel. (07331) 4711", "Fax 4712") == {"07331 4711", "07331 4712"}
    assert numbers("Tel. (07331) 4711", "Fax 5712") == {"07331 4711"}  # begins otherwise: perhaps a Durchwahl
    assert numbers("Tel. (07331) 4711", "Zimmer 4712") == {"07331 4711"}


def test_a_durchwahl_behind_a_number_not_understood_waits_for_no_number_below() -> None:
    below = "Haus B: 07161 5581-0, Herr Beispiel -17"
    known = {"07161 5581-0", "07161 5581-17"}
    assert numbers("Frau Muster -31", below) == {*known, "07161 5581-31"}  # the only main number of the page
    assert numbers("Haus A: 07161 7-0, Frau Muster -31", below) == known
    assert numbers("Haus A: 07161 7-0", "Frau Muster -31", below) == known
    assert numbers("Haus A: 0711 71-0, Frau Muster -31", below) == {*known, "0711 71-0", "0711 71-31"}


def kinds(*lines: str) -> list[str]:
    extraction = read_page(f"<p>{'<br>'.join(lines)}</p>".encode(), "utf-8", Rules(area_code="07161"))
    values = [reading.value for record in extraction.records for reading in record.readings]
    return [f"{value.kind} {display.phone(value)}" for value in values if isinstance(value, Phone)]


def test_two_labels_above_two_numbers() -> None:
    two = "07161 2055-30", "07161 2055-39"
    both = ["voice 07161 2055-30", "fax 07161 2055-30"]
    assert kinds("Rathaus Muster", "Telefon / Fax", *two) == ["voice 07161 2055-30", "fax 07161 2055-39"]
    assert kinds("Rathaus Muster", "Telefon / Fax", two[0]) == both
    assert kinds("Rathaus Muster", "Telefon / Fax", two[0], "Tel. 07161 2055-39") == [*both, "voice 07161 2055-39"]


def found_in(html: str) -> list[str]:
    extraction = read_page(html.encode(), "utf-8", Rules())
    values = [reading.value for record in extraction.records for reading in record.readings]
    return [f"{value.kind} {display.phone(value)}" for value in values if isinstance(value, Phone)]


MAIN = "<p>Alle erreichen Sie unter 07161 650- und der jeweiligen Durchwahl.</p>"


def test_a_durchwahl_of_three_digits_alone_below_its_label() -> None:
    card = "<h4>Eva Muster</h4><dl><dt>{}</dt><dd>{}</dd><dt>Zimmer</dt><dd>20</dd></dl>"
    assert found_in(MAIN + card.format("Durchwahl", "110")) == ["voice 07161 650-110"]
    assert found_in(MAIN + card.format("Telefax", "199")) == ["fax 07161 650-199"]
    assert found_in(MAIN + card.format("Durchwahl", "125 oder 126")) == ["voice 07161 650-125", "voice 07161 650-126"]
    assert found_in(MAIN + card.format("Telefon", "115")) == []  # the number of all offices
    assert found_in(MAIN + card.format("Durchwahl", "3 Kinder")) == []
    assert found_in(MAIN + card.format("Stockwerk", "110")) == []


def test_the_head_of_the_last_column_says_nothing_of_the_first_cell_below() -> None:
    rows = "<tr><td>Zimmer</td><td>Durchwahl</td></tr><tr><td>101</td><td>{}</td></tr>"
    assert found_in(f"{MAIN}<table>{rows.format('Herr Uwe Beispiel')}</table>") == []


LIST = "<tr><th>Name</th><th>Kontakt</th></tr><tr><td>Eva Muster</td><td>83 90-121<br>eva@stadt.de</td></tr>"


def listed(*around: str) -> set[str]:
    """The numbers of a list below a sentence with an area code, and above other lines."""
    html = f"<p>Vorwahl für alle Nummern: 07331.</p><table>{LIST}</table>{''.join(f'<p>{one}</p>' for one in around)}"
    values = [r.value for record in read_page(html.encode(), "utf-8", Rules()).records for r in record.readings]
    return {display.phone(value) for value in values if isinstance(value, Phone)}


def test_local_numbers_with_one_main_number_show_it_to_a_number_without_a_label() -> None:
    desks = "Bürgerbüro Muster, Tel. 83 90-165", "Standesamt Muster, Tel. 83 90-166"
    assert listed(*desks) == {"07331 8390-121", "07331 8390-165", "07331 8390-166"}
    assert listed(desks[0]) == {"07331 8390-165"}  # one alone may be divided by chance
    assert listed(*desks, "Volkshochschule Muster, Tel. 44 10-12") == {
        "07331 8390-165",
        "07331 8390-166",
        "07331 4410-12",
    }


_PARISH = "Büro, Tel. 0751 / 36 19 75-0", "Pfarramt Nord, Tel. 36 19 75-11"


def test_where_the_page_leaves_its_area_code_out_a_number_from_elsewhere_changes_nothing() -> None:
    elsewhere, local = "Kantor Muster, Tel. 07529 / 91 22 6", "Pfarramt Süd, Tel. 6 52 80 44"
    known = {"0751 361975-0", "0751 361975-11", "07529 91226"}
    assert numbers(*_PARISH, local, elsewhere) == {*known, "0751 6528044"}
    assert "0751 6528044" not in numbers(*_PARISH, elsewhere, local)  # from there, perhaps
    whole = "Büro, Tel. 0751 / 36 19 75-0", "Pfarramt Nord, Tel. 0751 / 36 19 75-11"
    assert "0751 6528044" not in numbers(*whole, local, elsewhere)  # nothing is left out


def test_a_main_number_of_the_page_below_that_of_another_town_stays_what_it_is() -> None:
    offices = "Rathaus, Tel. 07123 940-0", "Kreisverwaltung, Tel. 07121 480-0"
    assert numbers(*offices, "Muster, Tel. 940-14") == {"07123 940-0", "07121 480-0", "07123 940-14"}
    branch = "Landratsamt, Tel. 07121 480-0", "Außenstelle, Tel. 07381 939-0"
    assert numbers(*branch, "Beispiel, Tel. 480-14") == {
        "07121 480-0",
        "07381 939-0",
        "07121 480-14",
    }


def test_a_main_number_in_brackets_behind_a_heading_is_that_of_the_lines_below() -> None:
    html = (
        "<h3>Sozialamt (07123 940-)</h3><p>Eva Muster -11</p><p>Uwe Beispiel -12, Fax -19</p>"
        "<h3>Bauamt, Tel. 07123 55-0</h3><p>Ida Probe -14</p>"
    )
    shown = {found.partition(" ")[2] for found in found_in(html)}
    assert shown == {"07123 940-11", "07123 940-12", "07123 940-19", "07123 55-0", "07123 55-14"}
