"""What a row says in words, for one person or several, and what it takes from above."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.around import Around
from pipeline.extract.grid.cell_people import read_people
from pipeline.extract.grid.cell_values import Calling
from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.drafts import drafts_of
from pipeline.extract.grid.row_plan import plans
from pipeline.extract.grid.row_texts import take_texts
from pipeline.extract.layout import Cell
from pipeline.model import Address, Raw, Reading, Rules, Where
from pipeline.transform.phone import Dialing

ABOVE = {"municipality": Reading("municipality", "Celle", Raw("Stadt Celle"))}
Headed = tuple[str, str, str]  # field, heading, text


def texts(row: list[Headed], people: str = "Eva Muster") -> list[dict[str, object]]:
    """What each person of a row in a section of Celle has besides her name."""
    columns = [Column(at, field, heading, Where()) for at, (field, heading, _) in enumerate(row)]
    cells = [Cell(text, Where()) for _, _, text in row]
    found = read_people(Cell(people, Where()), people.split("\n"), False)
    drafts = drafts_of(found.persons, Where())
    take_texts(plans(columns)[0], cells, drafts, found, Around(Rules(), Calling(Dialing()), {}, ABOVE))
    return [{reading.field: reading.value for reading in draft.readings[1:]} for draft in drafts]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ([("role", "Funktion", "Leitung")], {"role": "Leitung", "municipality": "Celle"}),
        ([("municipality", "Ort", "Peine")], {"municipality": "Peine"}),
        (
            [("municipality", "Gemeinde", "Peine\nMarktplatz 1\n31224 Peine")],
            {"address": Address("Marktplatz 1", "31224", "Peine"), "municipality": "Peine"},
        ),
        ([("org", "Amt", "Stadt Peine")], {"org": "Stadt Peine", "municipality": "Peine"}),
        (
            [("org", "Dienststelle", "Flüchtlingskoordination")],
            {"org": "Flüchtlingskoordination", "municipality": "Celle"},
        ),
        (
            [("org", "Amt / Aufgabe", "Flüchtlingskoordination")],
            {"role": "Flüchtlingskoordination", "municipality": "Celle"},
        ),
        ([("org", "Amt / Aufgabe", "Bürgermeister")], {"role": "Bürgermeister", "municipality": "Celle"}),
        (
            [("municipality", "Gemeinde 1", "Peine"), ("municipality", "Gemeinde 2", "Uetze")],
            {"municipality": "Peine; Uetze"},
        ),
        (
            [("hours", "Mo", "8-12 Uhr"), ("hours", "Di", "9-12 Uhr")],
            {"hours": "Mo 8–12 Uhr, Di 9–12 Uhr", "municipality": "Celle"},
        ),
        (
            [("org", "Amt", "Sozialamt\nsozialamt@peine.de")],
            {"emails": "sozialamt@peine.de", "org": "Sozialamt", "municipality": "Celle"},
        ),
    ],
)
def test_texts_of_one_person(row: list[Headed], said: dict[str, object]) -> None:
    assert texts(row) == [said]


@pytest.mark.parametrize(
    ("text", "roles"), [("Leitung\nSekretariat", ["Leitung", "Sekretariat"]), ("Leitung", ["Leitung", "Leitung"])]
)
def test_a_line_for_each_person_is_each_her_own(text: str, roles: list[str]) -> None:
    said = texts([("role", "Funktion", text)], "Eva Muster\nUwe Beispiel")
    assert [each["role"] for each in said] == roles


@pytest.mark.parametrize(
    ("name", "column", "unsaid"),
    [
        ("Zweirad Becker", "Fahrräder", ["Zweirad Becker"]),
        ("Zweirad Becker", "", []),
        ("Zweirad Becker", "Zweirad Becker", []),
        ("Eva Muster\nZweirad Becker", "Fahrräder", []),
    ],
)
def test_an_office_for_a_name_beside_another_is_a_finding(name: str, column: str, unsaid: list[str]) -> None:
    found = read_people(Cell(name, Where()), name.split("\n"), False)
    columns = [Column(0, "org", "Angebot", Where())]
    around = Around(Rules(), Calling(Dialing()), {}, {})
    findings = take_texts(plans(columns)[0], [Cell(column, Where())], drafts_of(found.persons, Where()), found, around)
    assert [finding.text for finding in findings] == unsaid
