"""The people of one line of a cell."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.name_line import Line, people_in_line, usual
from pipeline.extract.layout import Cell
from pipeline.model import PersonName, Where


def said(text: str, family_first: bool = False) -> list[str] | None:
    """Who stands in a line, with her function and office; what the line says of all; None for nobody."""
    people = people_in_line(usual(Line(text, 0, Cell(text, Where()), family_first)))
    if people is None:
        return None
    whole = []
    for person in people.persons:
        name = person.name.value if person.name else None
        assert isinstance(name, PersonName)
        words = " ".join(filter(None, (name.title, name.given, name.family)))
        beside = [str(reading.value) for reading in (person.role, person.org) if reading]
        whole.append(words + (f" ({', '.join(beside)})" if beside else ""))
    return whole + [f"{each.field}: {each.value}" for each in (people.role, people.org) if each]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Frau Eva Muster", ["Eva Muster"]),
        ("Muster, Eva", ["Eva Muster"]),
        ("Muster, Dr., Eva", ["Dr. Eva Muster"]),
        ("Muster, Eva, Dr.", ["Dr. Eva Muster"]),
        ("Frau Eva Muster (Leitung)", ["Eva Muster (Leitung)"]),
        ("Frau Eva Muster (Sozialamt)", ["Eva Muster (Sozialamt)"]),
        ("Frau Eva Muster – Sozialamt", ["Eva Muster (Sozialamt)"]),
        ("Caritasverband, Frau Eva Muster", ["Eva Muster", "org: Caritasverband"]),
        ("Herr Bürgermeister Uwe Beispiel", ["Uwe Beispiel", "role: Bürgermeister"]),
        ("Muster, Eva u. Uwe", ["Eva Muster", "Uwe Muster"]),
        ("Eva Muster/Uwe Beispiel", ["Eva Muster", "Uwe Beispiel"]),
        ("Frau Eva Muster und Herr Uwe Beispiel", ["Eva Muster", "Uwe Beispiel"]),
        ("Blum / Beck", ["Blum", "Beck"]),
        ("Eva Muster (Leitung), Uwe Beispiel", ["Eva Muster (Leitung)", "Uwe Beispiel"]),
        ("Frau Muster (Stellvertreterin: Frau Blum)", ["Muster", "Blum"]),
        ("Leitung: Frau Eva Muster", ["Eva Muster (Leitung)"]),
        ("Sozialamt: Frau Eva Muster", ["Eva Muster (Sozialamt)"]),
        ("Leitung: Eva Muster (Sozialamt)", ["Eva Muster (Leitung, Sozialamt)"]),
        ("Ansprechpartnerin: Eva Muster", ["Eva Muster"]),
        ("Leitung / Beck", None),
        ("Integrationsbeauftragte", None),
    ],
)
def test_people_of_a_line(text: str, people: list[str] | None) -> None:
    assert said(text) == people


def test_a_column_with_family_names_first() -> None:
    assert said("Muster / Eva", family_first=True) == ["Eva Muster"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Herren Blum und Beck", [("Herr", None, "Blum"), ("Herr", None, "Beck")]),
        ("Herren Blum u. Beck", [("Herr", None, "Blum"), ("Herr", None, "Beck")]),
        ("Frauen Eva Blum und Uta Beck", [("Frau", "Eva", "Blum"), ("Frau", "Uta", "Beck")]),
        ("Ehel. Thien", [(None, None, "Thien")]),
        ("Familie Eva Blum", [(None, "Eva", "Blum")]),
        ("Fam. Christl u. Georg Brenner", [(None, "Christl", "Brenner"), (None, "Georg", "Brenner")]),
        ("Eheleute Eva Blum und Tom Beck", [(None, "Eva", "Blum"), (None, "Tom", "Beck")]),
        ("Eva u. Tom Blum", [(None, "Eva", "Blum"), (None, "Tom", "Blum")]),
        ("Blum / Post", [(None, None, "Blum"), (None, None, "Post")]),
        # matters of the work, not people
        ("Frauen und Kinder", []),
        ("Familie Kinder und Jugend", []),
        ("Familie und Beruf", []),
        ("Familie Jugend", []),
        ("Frauen Union", []),
    ],
)
def test_one_word_before_several_people_speaks_of_all(text: str, people: list[tuple[str | None, ...]]) -> None:
    found = people_in_line(usual(Line(text, 0, Cell(text, Where()))))
    names = [person.name.value for person in found.persons if person.name] if found else []
    assert [(name.salutation, name.given, name.family) for name in names if isinstance(name, PersonName)] == people
