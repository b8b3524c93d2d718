"""The parts of a name, each in a field of its own with its label."""

from __future__ import annotations

import pytest

from pipeline import display
from pipeline.extract.page.reader import read_page
from pipeline.model import PersonName, Rules


def people(*fields: str) -> list[str]:
    rows = "".join(f"<div>{field}</div>" for field in (*fields, "Telefon: 0651 718-3501"))
    page = f"<main><h1>Kontakte</h1><div>{rows}</div></main>"
    records = read_page(page.encode(), None, Rules()).records
    names = [reading.value for record in records for reading in record.readings]
    return [display.name(value) for value in names if isinstance(value, PersonName)]


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        (("Anrede: Frau", "Vorname: Eva", "Nachname: Muster"), "Frau Eva Muster"),
        (("Anrede: Herr", "Titel: Dr.", "Vorname: Xaverius", "Familienname: Muster"), "Herr Dr. Xaverius Muster"),
        (("Titel:", "Name: Muster", "Vorname: Eva"), "Eva Muster"),
        (("Vorname:", "Eva", "Nachname:", "von Muster"), "Eva von Muster"),
        (("Anrede", "Frau", "Vorname", "Eva", "Name", "Muster"), "Frau Eva Muster"),
        (("Anrede: Herr", "Name: Muster"), "Herr Muster"),
    ],
)
def test_fields_are_one_name(fields: tuple[str, ...], name: str) -> None:
    assert people(*fields) == [name]


@pytest.mark.parametrize(
    "fields",
    [
        ("Vorname *", "Nachname *", "Ihre Nachricht *"),
        ("Vorname: Eva", "Nachname: N.N."),
        ("Vorname: Raum", "Name: Saal 3"),
        ("Anrede", "Vorname", "Nachname", "Ort"),
    ],
)
def test_a_form_asks_for_names_and_has_none(fields: tuple[str, ...]) -> None:
    assert people(*fields) == []
