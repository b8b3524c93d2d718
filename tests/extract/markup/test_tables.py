"""Tables whose elements are tables only by their role, as a page reads them aloud."""

from __future__ import annotations

import pytest

from pipeline.extract.page.reader import read_page
from pipeline.model import Rules
from tests.extract.pages import contacts

MAIN = "<p>Alle Nebenstellen erreichen Sie über 07123 940-0.</p>"


def cells(role: str, *texts: str) -> str:
    return '<div role="row">' + "".join(f'<span role="{role}">{text}</span>' for text in texts) + "</div>"


def people(html: str) -> list[tuple[str, tuple[str, ...]]]:
    found = contacts(read_page(html.encode(), None, Rules()))
    return [(one["name"][3], tuple(number[1] for number in one["phones"])) for one in found if one["name"]]


def test_a_table_by_its_roles() -> None:
    head = cells("columnheader", "Name, Vorname", "Buchstaben", "Nebenstelle")
    rows = cells("cell", "Muster, Eva", "A – G", "2540") + cells("cell", "Probe, Tom", "H – Z", "2541")
    expected = [("Muster", ("+4971239402540",)), ("Probe", ("+4971239402541",))]
    assert people(f'{MAIN}<div role="table">{head}{rows}</div>') == expected
    parts = f'<div role="rowgroup">{head}</div><div role="rowgroup">{rows}</div>'
    assert people(f'{MAIN}<div role="grid">{parts}</div>') == expected


def test_the_place_of_a_value_is_that_of_its_element() -> None:
    table = cells("columnheader", "Name", "Telefon") + cells("cell", "Eva Muster", "07123 940-12")
    html = f'<section><div role="table">{table}</div></section>'
    (record,) = read_page(html.encode(), None, Rules()).records
    assert record.where.path == (
        "body > section:nth-of-type(1) > div:nth-of-type(1) > div:nth-of-type(2) > span:nth-of-type(1)"
    )


def test_rows_of_a_layout_that_is_no_table() -> None:
    """Some pages call every line of their layout a row."""
    card = '<div role="row"><h3>{}</h3><p>Hausmeisterin</p><p>Tel. {}</p></div>'
    html = card.format("Eva Muster", "07123 940-12") + card.format("Lea Probe", "07123 940-13")
    assert people(html) == [("Muster", ("+49712394012",)), ("Probe", ("+49712394013",))]


def test_a_calendar_is_no_table_of_people() -> None:
    days = cells("columnheader", "Mo", "Di") + cells("gridcell", "1", "2")
    html = f'<div role="grid">{days}</div><p>Eva Muster, Tel. 07123 940-12</p>'
    assert people(html) == [("Muster", ("+49712394012",))]


def test_a_line_of_a_cell_goes_on_behind_what_is_set_in_bold_or_drawn() -> None:
    head = "<tr><th>Name</th><th>Telefon</th><th>E-Mail</th></tr>"
    eva = "<tr><td>Frau <b>Eva</b> Muster</td><td>07123 <i>940</i>-12</td>"
    eva += "<td>eva<img alt='@' src=at.gif>kreis.de</td></tr>"
    tom = "<tr><td>Herr Tom <b>Probe</b></td><td>07123 940-<b>13</b><br>Fax -99</td>"
    tom += "<td>tom<span>@</span>kreis.de</td></tr>"
    found = contacts(read_page(f"<table>{head}{eva}{tom}</table>".encode(), None, Rules()))
    assert [(one["name"][2:], [number[1] for number in one["phones"]], one["emails"]) for one in found] == [
        (["Eva", "Muster"], ["+49712394012"], ["eva@kreis.de"]),
        (["Tom", "Probe"], ["+49712394013", "+49712394099"], ["tom@kreis.de"]),
    ]


def test_the_sign_of_a_footnote_is_no_part_of_a_name_or_a_number() -> None:
    row = "<tr><td>Frau Ida Probe<sup>1</sup></td><td>07123 940-14<sup>2)</sup></td></tr>"
    table = f"<table><tr><th>Name</th><th>Telefon</th></tr>{row}</table>"
    assert people(f"{table}<p>Frau Eva Muster<sup>*</sup><br>Tel. 07123 940-16<sup>3</sup></p>") == [
        ("Muster", ("+49712394016",)),
        ("Probe", ("+49712394014",)),
    ]


def test_minutes_above_the_line_are_no_footnote() -> None:
    html = "<p>Rathaus Neustadt<br>Tel. 07123 940-0<br>Mo 9{}-12 Uhr</p>"
    pages = [html.format(minutes).encode() for minutes in ("", "<sup>30</sup>")]
    hours = [contacts(read_page(page, None, Rules()))[0]["hours"] for page in pages]
    assert hours == ["Mo 9–12 Uhr", None]


@pytest.mark.parametrize("name", ["Eva <!-- x -->Muster", "Eva <b>Muster</b>", "<font>Eva</font> Muster"])
def test_what_stands_in_the_line_of_a_cell_is_no_line_of_its_own(name: str) -> None:
    rows = f"<tr><td>{name}</td><td>Tel. <b>07123</b> 940-12</td></tr><tr><td>Uwe Blum</td><td>07123 940-13</td></tr>"
    html = f"<table><tr><th>Name</th><th>Telefon</th></tr>{rows}</table>"
    assert people(html) == [("Muster", ("+49712394012",)), ("Blum", ("+49712394013",))]
