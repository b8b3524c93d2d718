"""The people whom a cell names, and what stands beside their names."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.cell_people import read_people
from pipeline.extract.layout import Cell
from pipeline.model import PersonName, Where


def names(*lines: str, family_first: bool = False) -> list[str]:
    """Who stands in the lines of a cell, with function; `–` for a vacant post."""
    people = read_people(Cell("\n".join(lines), Where()), lines, family_first)
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
        (["Frau", "Eva Muster"], ["Eva Muster"]),
        (["Herr", "Prof. Dr.", "Uwe Beispiel"], ["Uwe Beispiel"]),
        (["Frau", "Eva Muster", "Herr", "Uwe Beispiel"], ["Eva Muster", "Uwe Beispiel"]),
        (["Frau", "Muster (Leitung)"], ["Muster (Leitung)"]),
        (["Frau", "Sozialamt"], ["org: Sozialamt", "name_not_understood"]),
        (["Frau / Herr"], ["name_not_understood"]),
        (["Frau Eva Muster", "Herr Uwe Beispiel"], ["Eva Muster", "Uwe Beispiel"]),
        (["Frau Eva Muster und Herr Uwe Beispiel"], ["Eva Muster", "Uwe Beispiel"]),
        (["Frau Eva Muster (Leitung)"], ["Eva Muster (Leitung)"]),
        (["Eva Muster", "Integrationsbeauftragte"], ["Eva Muster (Integrationsbeauftragte)"]),
        (["Integrationsbeauftragte"], ["role: Integrationsbeauftragte"]),
        (["Eva Muster", "Wohngeld"], ["Eva Muster"]),
        (["Frau Muster", "Patenschaften"], ["Muster"]),
        (["Eva Muster", "Erasmus+ Outgoing"], ["Eva Muster"]),
        (["Eva Muster", "Blum / Beck"], ["Eva Muster", "Blum", "Beck"]),
        (["Eva Muster", "BEISPIEL"], ["Eva Muster", "Beispiel"]),
        (["Muster", "Beispiel"], ["Muster", "Beispiel"]),
        (["Caritas Göppingen e. V."], ["org: Caritas Göppingen e. V."]),
        (["N.N."], ["–"]),
        (["Frau N.N."], ["–"]),
        (["Frau", "N. N."], ["–"]),
        (["Eva Muster / N. N."], ["Eva Muster", "–"]),
        (["N.N., Eva Muster"], ["–", "Eva Muster"]),
        (["Eva Muster und vakant"], ["Eva Muster", "–"]),
        (["N. N.", "Stelle wird nachbesetzt"], ["–"]),  # one post
        (["derzeit unbesetzt", "derzeit unbesetzt"], ["–", "–"]),
        (["N. N.", "N. N. (Leitung)"], ["–", "– (Leitung)"]),
        (["", "-"], []),
        (["Ansprechpartnerin: Eva Muster"], ["Eva Muster"]),
        (["siehe Aushang im Flur"], ["name_not_understood"]),
    ],
)
def test_people_of_a_cell(lines: list[str], said: list[str]) -> None:
    assert names(*lines) == said


def test_a_salutation_on_a_line_of_its_own_is_hers() -> None:
    lines = ["Frau", "Dr. Eva Muster"]
    (person,) = read_people(Cell("\n".join(lines), Where()), lines, False).persons
    assert person.name is not None
    assert person.name.value == PersonName("Muster", "Eva", "Dr.", "Frau")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Eva Muster (Leitung), Uwe Beispiel (Sekretariat)", ["Leitung", "Sekretariat"]),
        ("Leitung: Eva Muster, Sekretariat: Uwe Beispiel", ["Leitung", "Sekretariat"]),
        ("Eva Muster (Leitung), Uwe Beispiel", ["Leitung", None]),
        ("Eva Muster (Caritas), Uwe Beispiel (Diakonie Celle)", ["Caritas", "Diakonie Celle"]),
        ("Eva Muster (Mo–Mi), Uwe Beispiel (Do, Fr)", [None, None]),
    ],
)
def test_what_is_said_of_one_of_several_in_a_line_is_hers(text: str, said: list[str | None]) -> None:
    people = read_people(Cell(text, Where()), [text], False)
    found = [person.role or person.org for person in people.persons]
    assert [reading and reading.value for reading in found] == said
