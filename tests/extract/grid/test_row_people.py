"""Who stands in a row, with what headings and columns beside the name add."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.around import Around
from pipeline.extract.grid.cell_values import Calling
from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.people import People
from pipeline.extract.grid.row_people import Mixed, people_in
from pipeline.extract.grid.row_plan import plans
from pipeline.extract.layout import Cell
from pipeline.model import PersonName, Phone, Rules, Where
from pipeline.transform.phone import Dialing

Headed = tuple[str, str, str]  # field, heading, text


def read(*row: Headed, main: str | None = None) -> tuple[People, Mixed]:
    columns = [Column(at, field, heading, Where()) for at, (field, heading, _) in enumerate(row)]
    cells = [Cell(text, Where()) for _, _, text in row]
    calling = Calling(Dialing("05141", main=main))
    return people_in(plans(columns)[0], cells, calling, Around(Rules(), calling, {}))


def people(*row: Headed, main: str | None = None) -> list[str]:
    """The people of a row with their functions, then the numbers beside their names and what is amiss."""
    found, mixed = read(*row, main=main)
    said = []
    for person in found.persons:
        name = person.name.value if person.name else None
        words = (name.title, name.given, name.family) if isinstance(name, PersonName) else ("–",)
        said.append(" ".join(filter(None, words)) + (f" ({person.role.value})" if person.role else ""))
    phones = [item.reading.value for values, _, _ in mixed for item in values.phones]
    said += [phone.e164 for phone in phones if isinstance(phone, Phone)]
    return said + [finding.code for values, _, _ in mixed for finding in values.findings]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ([("name", "Name", "Eva Muster")], ["Eva Muster"]),
        ([("name", "Integrationsbeauftragte", "Eva Muster")], ["Eva Muster (Integrationsbeauftragte)"]),
        ([("name", "Integrationsbeauftragte", "Eva Muster"), ("role", "Funktion", "Leitung")], ["Eva Muster"]),
        ([("name", "Name", "Eva Muster (Kasse)"), ("role", "Funktion", "Leitung")], ["Eva Muster"]),
        ([("name", "Schulleiter/in", "Eva Muster (Elternzeitvertretung)")], ["Eva Muster (Schulleiter/in)"]),
        ([("name", "Name", "Eva Muster (Elternzeitvertretung)"), ("role", "Funktion", "Leitung")], ["Eva Muster"]),
        ([("name", "Name", "Eva Muster (Elternzeitvertretung)")], ["Eva Muster (Elternzeitvertretung)"]),
        ([("title", "Titel", "Dr."), ("name", "Name", "Eva Muster")], ["Dr. Eva Muster"]),
        ([("given", "Vorname", "Eva"), ("family", "Nachname", "Muster")], ["Eva Muster"]),
        ([("name", "Name", "Eva Muster, 05141 12-3401")], ["Eva Muster", "+495141123401"]),
        (
            [("name", "Vertretung", "Eva Muster (-3402)"), ("phone", "Telefon", "05141 12-3401")],
            ["Eva Muster", "+495141123402"],
        ),
        ([("name", "Vertretung", "Eva Muster (-3402)")], ["extension_without_main"]),
        (
            [("name", "Vertretung", "Eva Muster, -3402"), ("phone", "Telefon", "05141 12-3401")],
            ["Eva Muster", "+495141123402"],
        ),
        (
            [("name", "Vertretung", "Eva Muster, App. 3402"), ("phone", "Telefon", "05141 12-3401")],
            ["Eva Muster", "+495141123402"],
        ),
        (
            [("name", "Name", "Eva Muster, 05144 491 -12"), ("phone", "Telefon", "05141 12-3401")],
            ["Eva Muster", "+49514449112"],
        ),
    ],
)
def test_people_of_a_row(row: list[Headed], said: list[str]) -> None:
    assert people(*row) == said


@pytest.mark.parametrize(
    ("phone", "said"),
    [
        ("", ["Eva Muster", "+495141123402"]),
        ("05144 491-0", ["Eva Muster", "+4951444913402"]),
        ("05144 4-0", ["extension_without_main"]),  # of a house whose number is not understood
        ("05144 49-…", ["extension_without_main"]),
        ("05144", ["Eva Muster", "+495141123402"]),
    ],
)
def test_whose_durchwahl_stands_beside_a_name(phone: str, said: list[str]) -> None:
    assert people(("name", "Name", "Eva Muster (-3402)"), ("phone", "Telefon", phone), main="+49514112") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ortsbürgermeisterin\nEva Muster", ["Eva Muster"]),  # the function of all who stand in the cell
        ("Eva Muster\nOrtsbürgermeisterin", ["Eva Muster (Ortsbürgermeisterin)"]),
        ("Eva Muster", ["Eva Muster (Bürgermeister/in)"]),
        ("05141 12-3401\nEva Muster", ["Eva Muster (Bürgermeister/in)", "+495141123401"]),
    ],
)
def test_a_function_in_the_cell_is_nearer_than_the_heading(text: str, said: list[str]) -> None:
    headed = ("name", "Bürgermeister/in", text)
    role = read(headed)[0].role
    assert people(headed) == said
    assert (role.value if role else None) == ("Ortsbürgermeisterin" if text.startswith("Orts") else None)


@pytest.mark.parametrize(
    ("heading", "text", "said"),
    [
        ("Ansprechperson / Funktion", "Frau Eva Muster\nBeratung", "Eva Muster (Beratung)"),
        ("Name (Aufgabe)", "Eva Muster (Unterbringung)", "Eva Muster (Unterbringung)"),
        ("Name, Funktion", "Frau Eva Muster\nKoordinatorin", "Eva Muster (Koordinatorin)"),
        ("Name, Funktion", "Frau Eva Muster\nElternzeit", "Eva Muster"),
        ("Name, Funktion", "Frau Eva Muster\nNachbesetzung", "Eva Muster"),
        ("Name, Funktion", "Frau Eva Muster\nCelle", "Eva Muster"),
        ("Name", "Frau Eva Muster\nBeratung", "Eva Muster"),
        ("Name / Vertretung", "Frau Eva Muster\nBeratung", "Eva Muster"),
    ],
)
def test_matters_are_functions_where_the_heading_says_that_they_stand_there(heading: str, text: str, said: str) -> None:
    assert people(("name", heading, text)) == [said]


def test_a_column_of_functions_is_nearer_than_words_beside_a_name() -> None:
    found = people(("name", "Name, Funktion", "Frau Eva Muster\nBeratung"), ("role", "Amt", "Leitung"))
    assert found == ["Eva Muster"]
