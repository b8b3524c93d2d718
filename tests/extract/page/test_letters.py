"""People who divide their work by the letters of names."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary


@pytest.mark.parametrize(
    ("html", "roles"),
    [
        (
            "<h2>Sachbearbeitung</h2><p>Eva Muster<br>Buchstaben A–K<br>Tel. 07123 940-11</p>"
            "<p>Uwe Beispiel<br>Buchstaben L–Z<br>Tel. 07123 940-12</p>",
            ["Sachbearbeitung, Buchstaben A–K", "Sachbearbeitung, Buchstaben L–Z"],
        ),
        (
            "<h2>Sachbearbeitung</h2><h3>Buchstaben A–K</h3><p>Eva Muster<br>Tel. 07123 940-11</p>"
            "<h3>Buchstaben L–Z</h3><p>Uwe Beispiel<br>Tel. 07123 940-12</p>",
            ["Sachbearbeitung", "Sachbearbeitung"],
        ),
        (
            "<p>Eva Muster (Buchstaben A, B und D), Tel. 07123 940-11</p>"
            "<p>Uwe Beispiel, zuständig für Buchstaben S, T, U, Tel. 07123 940-12</p>",
            ["Buchstaben A, B und D", "zuständig für Buchstaben S, T, U"],
        ),
        (
            "<p>Buchstaben A–K<br>Eva Muster<br>Tel. 07123 940-11</p>"
            "<p>Buchstaben L–Z<br>Uwe Beispiel<br>Tel. 07123 940-12</p>",
            ["Buchstaben A–K", "Buchstaben L–Z"],
        ),
    ],
    ids=["below names", "in headings", "behind names", "above names"],
)
def test_letters_are_no_office_and_leave_the_function(html: str, roles: list[str]) -> None:
    assert [entry[1:3] for entry in summary(html)] == [(None, role) for role in roles]


def test_letters_before_names_in_a_table_are_no_office() -> None:
    rows = "<tr><td>A - D, Sch</td><td>Frau Muster</td><td>07123 940-11</td></tr>"
    rows += "<tr><td>E - Z (ohne Sch)</td><td>Herr Beispiel</td><td>07123 940-12</td></tr>"
    entries = summary(f"<h2>Wohngeldstelle</h2><table>{rows}</table>")
    assert [entry[1] for entry in entries] == ["Wohngeldstelle", "Wohngeldstelle"]
