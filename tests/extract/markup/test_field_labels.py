"""Labels that an element sets apart from their values, with nothing between that a reader of plain text would see."""

from __future__ import annotations

import pytest

from pipeline.extract.markup.field_labels import sets_apart
from tests.extract.page.test_blocks import read, summary


@pytest.mark.parametrize(
    "row",
    [
        "<div><span class=k>{}</span><span class=v>{}</span></div>",
        "<p><b>{}</b> {}</p>",
        "<p>{} <b>{}</b></p>",
        "<p><em>{}</em>\n<em>{}</em></p>",
    ],
)
def test_a_label_and_its_value_in_one_line(row: str) -> None:
    fields = (("Funktion", "Integrationsbeauftragte"), ("Straße", "Am Hafen 6"), ("PLZ/Ort", "25813 Husum"))
    rows = "".join(row.format(*field) for field in (*fields, ("Telefon", "04841 677-11")))
    [contact] = read(f"<main><div><h2>Eva Muster</h2>{rows}</div></main>")
    assert contact["role"] == "Integrationsbeauftragte"
    assert contact["address"] == ["Am Hafen 6", "25813", "Husum"]


def test_a_link_behind_a_label_begins_where_it_did() -> None:
    html = "<main><p><b>Name</b> <a href='mailto:muster@amt.de'>Eva Muster</a></p></main>"
    assert summary(html) == [("Muster", None, None, (), ("muster@amt.de",))]


@pytest.mark.parametrize(
    ("before", "value"),
    [
        ("Straße ", "der Nationen 5"),  # the name of a street goes on
        ("Funktion", "en des Beirats"),
        ("Funktion: ", "Leitung"),  # it has its colon
        ("Fachdienst ", "Asyl"),
        ("Büro ", "Neustadt"),
        ("Standort ", "Neustadt"),
        ("Der Ort ", "Neustadt"),
        ("Name ", " – "),
        ("Name ", ""),
    ],
)
def test_what_goes_on_is_no_value(before: str, value: str) -> None:
    assert not sets_apart(before, value)
