"""What stands behind names in words that no list knows."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.drafts import Draft
from pipeline.extract.grid.told_beside import tell_beside
from pipeline.model import PersonName, Raw, Reading, Where

WORK = ("role", "Leitung")
HOUSE = ("org", "Sozialamt")


def draft(number: int, known: tuple[str, str] | None, unknown: str = "") -> Draft:
    """`Muster (known)` or `Muster (unknown)` in the cell of a name."""
    where = Where(cell=f"A{number}")
    row = Draft(where, [Reading("name", PersonName("Muster"), Raw("Muster", where))])
    if known:
        row.readings.append(Reading(known[0], known[1], Raw(known[1], where)))
    row.beside = Raw(unknown, where) if unknown else None
    return row


@pytest.mark.parametrize(
    ("others", "field"),
    [
        ([WORK, WORK], "role"),
        ([HOUSE, HOUSE], "org"),
        ([WORK, WORK, HOUSE], "role"),
        ([WORK, WORK, HOUSE, HOUSE], None),
        ([WORK], None),
        ([None, None], None),
    ],
)
def test_it_says_what_most_say_there_or_is_for_somebody_to_look_at(
    others: list[tuple[str, str] | None], field: str | None
) -> None:
    row = draft(0, None, "Wohnraumakquise")
    findings = tell_beside([row, *(draft(number, known) for number, known in enumerate(others, 1))])
    said = [(reading.field, reading.value) for reading in row.readings[1:]]
    assert said == ([(field, "Wohnraumakquise")] if field else [])
    assert [finding.code for finding in findings] == ([] if field else ["beside_name"])


def test_an_office_of_one_word_among_functions_is_what_somebody_does() -> None:
    works, house = draft(0, ("org", "Migrationsberatung"), "Migrationsberatung"), ("org", "Caritas Neustadt")
    other = draft(3, house, house[1])
    assert tell_beside([works, draft(1, WORK), draft(2, WORK), draft(4, WORK), draft(5, WORK), other]) == []
    assert [(row.readings[-1].field, row.readings[-1].value) for row in (works, other)] == [
        ("role", "Migrationsberatung"),
        house,
    ]


def test_where_more_is_unknown_than_known_somebody_has_to_look_at_it() -> None:
    unknown = [draft(number, None, text) for number, text in enumerate(("Kasse", "Elternzeit", "Neustadt"))]
    findings = tell_beside([*unknown, draft(3, WORK), draft(4, WORK)])
    assert [finding.text for finding in findings] == ["Kasse", "Elternzeit", "Neustadt"]


def test_a_function_from_a_column_of_its_own_says_nothing_of_what_stands_behind_names() -> None:
    other = [draft(number, None) for number in (1, 2)]
    for row in other:
        row.readings.append(Reading("role", "Leitung", Raw("Leitung", Where(cell="B1"))))
    assert [finding.code for finding in tell_beside([draft(0, None, "Nord"), *other])] == ["beside_name"]


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        (["Erasmus+ Outgoing", "Zulassung und Visa"], ["Erasmus+ Outgoing", "Zulassung und Visa", "Leitung"]),
        (["Bad Urach", "Metzingen"], [None, None, "Leitung"]),
        (["Zulassung und Visa"], [None, "Leitung"]),
        (["Zulassung und Visa", ""], [None, None, "Leitung"]),
    ],
    ids=["below every name", "places", "below too few", "not below every name"],
)
def test_where_a_function_stands_below_one_name_there_stands_everybodys(said: list[str], roles: list[str]) -> None:
    rows = [*(draft(number, None, text) for number, text in enumerate(said)), draft(9, WORK)]
    for row in rows:
        row.below = row.beside is not None or row.has("role")
    findings = tell_beside(rows)
    assert [next((r.value for r in row.readings if r.field == "role"), None) for row in rows] == roles
    assert len(findings) == sum(row.beside is not None and not row.has("role") for row in rows)
