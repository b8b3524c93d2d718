"""Lists on their side, and what only looks like one."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.sideways import as_columns, find_side, is_list
from pipeline.extract.grid.title_rows import Above
from pipeline.extract.layout import Cell
from pipeline.model import Rules, Where
from pipeline.transform.phone import Dialing
from tests.extract.page.test_blocks import summary
from tests.sheets.made import shown


def cells(*rows: list[str]) -> list[tuple[Cell, ...]]:
    return [tuple(Cell(text, Where()) for text in row) for row in rows]


PEOPLE = cells(
    ["Integration in Uhingen", "", ""],
    ["Name", "Eva Muster", "Uwe Beispiel"],
    ["Telefon", "07161 650-123", "07161 650-124"],
    ["", "07161 650-125", ""],
)


def test_people_beside_each_other_below_a_title() -> None:
    side = find_side(PEOPLE)
    assert side is not None
    assert (len(side.titles), [cell.text for cell in side.labels]) == (1, ["Name", "Telefon", ""])
    found = as_columns(side, Above(Rules(), Dialing()))
    assert found is not None
    assert shown(found) == ["Eva Muster: +497161650123, +497161650125", "Uwe Beispiel: +497161650124"]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Amt für Soziales", "Eva Muster (Ortsvorsteherin) @ Amt für Soziales: +497161650123"),
        ("Wir für Sie", "Eva Muster (Ortsvorsteherin): +497161650123"),
    ],
)
def test_a_title_over_the_labels_of_one_person_is_her_office_if_it_names_one(title: str, said: str) -> None:
    side = find_side(cells([title, ""], ["Ortsvorsteherin:", "Eva Muster"], ["Telefon:", "07161 650-123"]))
    assert side is not None
    found = as_columns(side, Above(Rules(), Dialing()))
    assert found is not None
    assert shown(found) == [said]


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        (PEOPLE, True),
        (cells(["Name", "Eva"], ["Telefon", "1"], ["Name", "Uwe"], ["Telefon", "2"]), False),  # cards
        (cells(["Name", "Eva"], ["Telefon", "1"], ["", ""], ["Telefon", "2"], ["Fax", "3"]), False),  # cards
        (cells(["Name:", "Eva", "Funktion:", "x"], ["Telefon:", "1", "Mobil:", "2"]), False),  # a form
    ],
)
def test_a_list_or_cards(rows: list[tuple[Cell, ...]], people: bool) -> None:
    side = find_side(rows)
    assert side is not None
    assert is_list(side) is people


def test_nothing_on_its_side() -> None:
    assert find_side(cells(["Name", "Telefon"], ["Eva Muster", "07161 650-123"])) is None


@pytest.mark.parametrize(
    ("name", "role"),
    [("Tel.: 07123 940-12", "E-Mail: info@amt.example"), ("Telefon: 07123 940-12", "Mail: info@amt.example")],
)
def test_labelled_values_beside_other_fields_are_nobody_elses(name: str, role: str) -> None:
    rows = f"<tr><td>Name</td><td>Eva Muster</td><td>{name}</td></tr>"
    rows += f"<tr><td>Funktion</td><td>Leitung</td><td>{role}</td></tr>"
    entries = summary(f"<table>{rows}</table>")
    assert entries == [("Muster", None, "Leitung", ("+49712394012",), ("info@amt.example",))]
