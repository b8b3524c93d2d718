"""Names in two to seven columns, whatever their headings call what stands around a name."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.name_columns import people_of
from pipeline.extract.grid.people import People
from pipeline.extract.layout import Cell
from pipeline.model import PersonName, Where

HERE = Where(sheet="Liste", cell="B2")


def people(*parts: tuple[str, str]) -> People:
    """Who stands in the columns."""
    return people_of([(part, Cell(text, HERE)) for part, text in parts])


def names(*parts: tuple[str, str]) -> list[PersonName | None]:
    """The names in columns."""
    return [person.name.value if person.name else None for person in people(*parts).persons]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ([("family", "Muster"), ("given", "Eva")], PersonName("Muster", "Eva")),
        (
            [("family", "El Amrani"), ("given", "Karl-Heinz"), ("salutation", "Herrn")],
            PersonName("El Amrani", "Karl-Heinz", None, "Herr"),
        ),
        ([("family", "Muster"), ("salutation", "Frau Dr.")], PersonName("Muster", None, "Dr.", "Frau")),
        (
            [("family", "Muster"), ("given", "Eva"), ("title", "Prof. Dr."), ("salutation", "w")],
            PersonName("Muster", "Eva", "Prof. Dr.", "Frau"),
        ),
        (
            [("salutation", "Frau"), ("title", "Dr."), ("given", "Eva"), ("title", "von"), ("family", "Muster")],
            PersonName("von Muster", "Eva", "Dr.", "Frau"),
        ),
        ([("given", "Uwe"), ("family", "Muster, Freiherr von")], PersonName("Freiherr von Muster", "Uwe")),
        ([("title", "zu"), ("given", "Uwe"), ("family", "zu Muster")], PersonName("zu Muster", "Uwe")),
        (
            [("given", "Eva"), ("given", "Maria"), ("family", "Muster"), ("title", "")],
            PersonName("Muster", "Eva Maria"),
        ),
        ([("given", "Eva Maria"), ("given", "Eva"), ("family", "Muster")], PersonName("Muster", "Eva Maria")),
        (
            [("salutation", "Sehr geehrte Frau"), ("given", "Eva"), ("family", "Muster"), ("title", "M.A.")],
            PersonName("Muster", "Eva", "M.A.", "Frau"),
        ),
        ([("given", "Eva"), ("family", "Häuser")], PersonName("Häuser", "Eva")),
        ([("given", "Eva"), ("family", "Frei")], PersonName("Frei", "Eva")),
        ([("given", "N."), ("family", "Frei")], PersonName("Frei", "N.")),
        ([("given", "A."), ("family", "Frei")], PersonName("Frei", "A.")),
        ([("given", "Mai"), ("family", "Frei")], PersonName("Frei", "Mai")),
        ([("family", "Muster, Dr."), ("given", "Eva")], PersonName("Muster", "Eva", "Dr.")),
        ([("family", "Muster (Teamleitung)"), ("given", "Eva")], PersonName("Muster", "Eva")),
        ([("family", "Muster"), ("given", "Karl (abends)")], PersonName("Muster", "Karl")),
    ],
)
def test_a_name_in_columns(parts: list[tuple[str, str]], name: PersonName) -> None:
    assert names(*parts) == [name]


def test_a_function_in_brackets_behind_a_part_of_a_name_is_hers() -> None:
    found = people(("family", "Muster (Teamleitung)"), ("given", "Eva"))
    assert found.persons[0].role
    assert found.persons[0].role.value == "Teamleitung"
    assert people(("family", "Muster"), ("given", "Eva (abends)")).persons[0].role is None
    assert people(("family", "Leitung"), ("given", "Eva")).persons[0].role is None


def test_several_names_in_columns() -> None:
    assert names(("family", "Muster\nBeispiel"), ("given", "Eva\nUwe"), ("title", "")) == [
        PersonName("Muster", "Eva"),
        PersonName("Beispiel", "Uwe"),
    ]


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ([("family", "N.N.")], "vacant"),
        ([("given", "N."), ("family", "N.")], "vacant"),
        ([("given", "Stelle"), ("family", "frei")], "vacant"),
        ([("given", "Eva"), ("family", "-")], "name_not_understood"),
        ([("family", "")], None),
    ],
)
def test_columns_without_a_name(parts: list[tuple[str, str]], code: str | None) -> None:
    found = people(*parts)
    assert all(person.name is None for person in found.persons)
    assert [finding.code for finding in found.findings] == ([code] if code else [])
