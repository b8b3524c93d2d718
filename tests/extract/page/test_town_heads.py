"""Lists by towns: what stands in bold over an entry, and what its address says."""

from __future__ import annotations

from tests.extract.page.test_blocks import read, summary

_ENTRY = "<dt>{head}</dt><dd>{office}<br>{town}<br>Eva Muster<br>07123 940-{number}</dd>"


def _list(*entries: tuple[str, str, str]) -> str:
    entry = [
        _ENTRY.format(head=head, office=office, town=town, number=number)
        for number, (head, office, town) in enumerate(entries, 12)
    ]
    return f"<dl>{''.join(entry)}</dl>"


def test_towns_over_their_addresses_are_no_functions() -> None:
    html = _list(
        ("Esslingen", "Jugendamt", "73728 Esslingen, Klosterplatz 4"),
        ("Aichwald", "Sozialamt", "73773 Aichwald, Am Rathaus 4"),
        ("Altdorf", "Kirchenamt", "73773 Aichwald"),
    )
    offices = {"Jugendamt", "Sozialamt", "Kirchenamt"}
    assert {contact[1:3] for contact in summary(html)} == {(office, None) for office in offices}


def test_a_row_of_its_own_may_hold_the_town() -> None:
    row = "<tr><td colspan=2><p><b>{0}</b></p></td></tr><tr><td>{1}<br>{2}</td><td>07123 940-{3}</td></tr>"
    html = row.format("Esslingen", "Eva Muster", "73728 Esslingen", 12)
    html += row.format("Aichwald", "Ida Probe", "73773 Aichwald", 13) + row.format("Altdorf", "Uwe Beispiel", "", 14)
    assert {contact[1:3] for contact in summary(f"<table>{html}</table>")} == {(None, None)}


def test_functions_over_addresses_stay() -> None:
    html = _list(
        ("Wohnhilfe", "Jugendamt", "73728 Esslingen, Klosterplatz 4"),
        ("Sprachmittlung", "Sozialamt", "73773 Aichwald, Am Rathaus 4"),
    )
    assert {contact[2] for contact in summary(html)} == {"Wohnhilfe", "Sprachmittlung"}


def test_the_address_for_letters_follows_the_number_of_an_office() -> None:
    html = (
        "<h2>Schutzhaus</h2><p>07123 940-12</p><p>Wo wir sind, ist geheim. Briefe bitte an:</p>"
        "<p>Postfach 12 34</p><p>73728 Esslingen</p>"
        "<h2>Jugendamt</h2><p>Am Rathaus 4<br>73728 Esslingen<br>07123 940-13</p>"
    )
    streets = {contact["org"]: contact["address"][0] for contact in read(html)}
    assert streets == {"Schutzhaus": "Postfach 12 34", "Jugendamt": "Am Rathaus 4"}
