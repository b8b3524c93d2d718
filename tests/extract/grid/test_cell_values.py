"""Values of one cell, the people it names, and who of several people gets what."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.cell_people import read_people, writes_family_first
from pipeline.extract.grid.cell_values import Calling, CellValues, read_contacts
from pipeline.extract.grid.row_values import address_reading, deal, drafts_of
from pipeline.extract.layout import Cell
from pipeline.model import Address, PersonName, Phone, Where
from pipeline.transform.phone import Dialing

HERE = Where(sheet="Liste", cell="B2")
CALLING = Calling(Dialing())


def cell(text: str, *links: str, struck: bool = False) -> Cell:
    """One cell."""
    return Cell(text, HERE, tuple(links), struck=struck)


def values(found: CellValues) -> list[str]:
    """All values of a cell."""
    items = (*found.phones, *found.emails, *found.urls)
    return [r.e164 if isinstance(r := item.reading.value, Phone) else str(r) for item in items]


@pytest.mark.parametrize(
    ("text", "links", "said"),
    [
        ("07161 650-123", [], ["+497161650123"]),
        ("eva@stadt.example", ["mailto:eva@stadt.example"], ["eva@stadt.example"]),
        ("Mail", ["mailto:eva@stadt.example?subject=x"], ["eva@stadt.example"]),
        ("Mail", ["eva@stadt.example"], ["eva@stadt.example"]),
        ("anrufen", ["tel:+497161650123"], ["+497161650123"]),
        ("07161 650-123", ["tel:+497161650999"], ["+497161650123"]),
        ("Seite", ["https://www.stadt.example/x"], ["https://www.stadt.example/x"]),
        ("Seite", ["http://["], []),
        ("Seite", ["javascript:alert(1)"], []),
        (
            "Tel. 07161 650-123\nMail: eva@stadt.example\nwww.stadt.example",
            [],
            ["+497161650123", "eva@stadt.example", "https://www.stadt.example"],
        ),
        ("-", [], []),
        ("k. A.", [], []),
        ("", [], []),
    ],
)
def test_contacts_of_a_cell(text: str, links: list[str], said: list[str]) -> None:
    assert values(read_contacts(cell(text, *links), CALLING)) == said


def test_a_struck_cell_says_nothing() -> None:
    found = read_contacts(cell("07161 650-123", struck=True), CALLING)
    assert values(found) == []
    assert [finding.code for finding in found.findings] == ["struck"]


def test_text_and_link_differ() -> None:
    found = read_contacts(cell("eva@stadt.example", "mailto:uwe@stadt.example"), CALLING)
    assert values(found) == ["eva@stadt.example"]
    assert [(f.code, f.details) for f in found.findings] == [("link_differs", (("link", "uwe@stadt.example"),))]


def names(*lines: str, family_first: bool = False) -> list[str]:
    """Who stands in the lines of a cell, with function; `–` for a vacant post."""
    people = read_people(cell("\n".join(lines)), lines, family_first)
    said = []
    for person in people.persons:
        name = person.name.value if person.name else None
        text = f"{name.given or ''} {name.family}".strip() if isinstance(name, PersonName) else "–"
        said.append(text + (f" ({person.role.value})" if person.role else ""))
    said += [f"org: {people.org.value}"] if people.org else []
    said += [f"role: {people.role.value}"] if people.role else []
    return said + [finding.code for finding in people.findings if finding.code != "vacant"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["Frau Eva Muster"], ["Eva Muster"]),
        (["Frau Eva", "Muster"], ["Eva Muster"]),
        (["Frau Eva Muster", "Herr Uwe Beispiel"], ["Eva Muster", "Uwe Beispiel"]),
        (["Frau Eva Muster und Herr Uwe Beispiel"], ["Eva Muster", "Uwe Beispiel"]),
        (["Frau Eva Muster (Leitung)"], ["Eva Muster (Leitung)"]),
        (["Eva Muster", "Integrationsbeauftragte"], ["Eva Muster (Integrationsbeauftragte)"]),
        (["Integrationsbeauftragte"], ["role: Integrationsbeauftragte"]),
        (["Caritas Göppingen e. V."], ["org: Caritas Göppingen e. V."]),
        (["N.N."], ["–"]),
        (["", "-"], []),
        (["Ansprechpartnerin: Eva Muster"], ["Eva Muster"]),
        (["siehe Aushang im Flur"], ["name_not_understood"]),
    ],
)
def test_people_of_a_cell(lines: list[str], said: list[str]) -> None:
    assert names(*lines) == said


@pytest.mark.parametrize(
    ("pairs", "first"),
    [
        ([("Muster Eva", "eva.muster@x.example"), ("Beispiel Uwe", "u.beispiel@x.example")], True),
        ([("Eva Muster", "eva.muster@x.example"), ("Uwe Beispiel", "beispiel@x.example")], False),
        ([("Muster, Eva", "eva.muster@x.example")], False),
        ([("Bürgerbüro Tann", "buergerbuero@tann.example"), ("Seniorenbüro Au", "seniorenbuero@au.example")], False),
        ([], False),
    ],
)
def test_which_part_of_a_name_stands_first(pairs: list[tuple[str, str]], first: bool) -> None:
    assert writes_family_first(pairs) is first


def dealt(people: list[str], text: str) -> list[list[str]]:
    """Whose the values of a cell are."""
    drafts = drafts_of(read_people(cell("\n".join(people)), people, False).persons, HERE)
    codes = [finding.code for finding in deal(drafts, read_contacts(cell(text), CALLING), len(people), HERE)]
    owned = [[r.e164 if isinstance(r := x.value, Phone) else str(r) for x in d.readings[1:]] for d in drafts]
    return [*owned, codes] if codes else owned


EVA, UWE = "Frau Eva Muster", "Herr Uwe Beispiel"


@pytest.mark.parametrize(
    ("people", "text", "owned"),
    [
        ([EVA, UWE], "07161 650-1\n07161 650-2", [["+4971616501"], ["+4971616502"]]),
        ([EVA, UWE], "07161 650-123 / -124", [["+497161650123"], ["+497161650124"]]),
        ([EVA, UWE], "07161 650-100", [["+497161650100"], ["+497161650100"]]),
        ([EVA, UWE], "beispiel@x.example, muster@x.example", [["muster@x.example"], ["beispiel@x.example"]]),
        ([EVA, UWE], "muster@x.example", [["muster@x.example"], []]),
        ([EVA, UWE], "info@x.example", [["info@x.example"], ["info@x.example"]]),
        ([EVA, UWE], "muster@x.example, team@x.example", [["muster@x.example"], ["team@x.example"]]),
        ([EVA, UWE, "Frau Ida Probe"], "07161 650-123, 07161 650-124", [[], [], [], ["not_aligned"]]),
        ([EVA], "07161 650-123, 0171 3920014", [["+497161650123", "+491713920014"]]),
    ],
)
def test_who_gets_what(people: list[str], text: str, owned: list[list[str]]) -> None:
    assert dealt(people, text) == owned


@pytest.mark.parametrize(
    ("columns", "address"),
    [
        ({"street": "Hof 5", "postcode": "73033", "city": "Göppingen"}, Address("Hof 5", "73033", "Göppingen")),
        ({"street": "Hauptstr.", "house": "5 a"}, Address("Hauptstr. 5 a")),
        ({"postcode": "1067", "city": "Dresden"}, Address(None, "01067", "Dresden")),
        ({"postcode": "D-73033", "city": "Göppingen"}, Address(None, "73033", "Göppingen")),
        ({"postcode": "73033 Göppingen"}, Address(None, "73033", "Göppingen")),
        ({"city": "73033 Göppingen"}, Address(None, "73033", "Göppingen")),
        ({"address": "73033 Göppingen", "street": "Hauptstr. 5"}, Address("Hauptstr. 5", "73033", "Göppingen")),
        ({"address": "Hauptstr. 5\n73033 Göppingen"}, Address("Hauptstr. 5", "73033", "Göppingen")),
        ({"address": "Hauptstr. 5, 73033 Göppingen"}, Address("Hauptstr. 5", "73033", "Göppingen")),
        ({"address": "-"}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_addresses_from_their_columns(columns: dict[str, str], address: Address | None) -> None:
    reading = address_reading({part: cell(text) for part, text in columns.items()})
    assert (reading.value if reading else None) == address
