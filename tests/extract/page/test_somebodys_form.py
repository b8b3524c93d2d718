"""Labels and values below somebody's name, and a deputy among them."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

FORM = (
    "<table><tr><td>Funktion</td><td>Leiterin</td></tr><tr><td>Telefon</td><td>07123 940-12</td></tr>"
    "<tr><td>Vertretung</td><td>{}</td></tr></table>"
)
MUSTER = ("Muster", None, "Leiterin", ("+49712394012",), ())
DEPUTY = ("Beispiel", None, "Vertretung", ("+49712394013",), ())


@pytest.mark.parametrize("around", ["<h2>Frau Eva Muster</h2>{}", "<div><p><b>Frau Eva Muster</b></p>{}</div>"])
def test_a_deputy_in_her_form_has_neither_her_work_nor_her_number(around: str) -> None:
    found = summary(around.format(FORM.format("Herr Uwe Beispiel, Tel. 07123 940-13")))
    assert sorted(found, key=repr) == sorted([MUSTER, DEPUTY], key=repr)


def test_a_form_with_a_name_of_its_own_is_of_whom_it_names() -> None:
    form = FORM.format("Herr Uwe Beispiel").replace("<table>", "<table><tr><td>Name</td><td>Eva Muster</td></tr>")
    assert [found for found in summary(f"<h2>Kontakt</h2>{form}") if found[0] == "Muster"] == [MUSTER]


def test_a_list_of_offices_below_a_name_is_not_her_form() -> None:
    offices = (("Bauamt", 20), ("Schulamt", 30))
    rows = "".join(f"<tr><td>{office}</td><td>07123 940-{number}</td></tr>" for office, number in offices)
    found = summary(f"<h2>Landrätin Eva Muster</h2><table><tr><th>Amt</th><th>Telefon</th></tr>{rows}</table>")
    assert [(name, office, numbers) for name, office, _, numbers, _ in found] == [
        (None, "Bauamt", ("+49712394020",)),
        (None, "Schulamt", ("+49712394030",)),
    ]


def test_one_office_in_a_table_with_headings_is_not_her_form() -> None:
    table = (
        "<table><tr><th>Einrichtung</th><th>Telefon</th></tr><tr><td>Kita Nord</td><td>07123 940-20</td></tr></table>"
    )
    found = summary(f"<h2>Landrätin Eva Muster</h2>{table}")
    assert [(name, office, numbers) for name, office, _, numbers, _ in found] == [
        (None, "Kita Nord", ("+49712394020",))
    ]
