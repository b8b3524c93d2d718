"""What titles above a table and notes below it say for all of it."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.title_rows import Above, announced_below, exchange_below, take_titles
from pipeline.extract.layout import Cell
from pipeline.model import Rules, Where
from pipeline.transform.phone import Dialing


def rows(*texts: str) -> list[list[Cell]]:
    """Rows of one text each."""
    return [[Cell(text, Where())] for text in texts]


@pytest.mark.parametrize(
    ("title", "fields", "main", "announced", "given"),
    [
        ("Stadt Uhingen", set(), None, None, {"municipality": "Uhingen"}),
        ("Stadt Uhingen", {"municipality"}, None, None, {}),
        ("Telefon 07161 9380-", {"extension"}, "+4971619380", None, {}),
        ("Von außen: 07161 9380-Durchwahl", {"extension"}, "+4971619380", None, {}),
        ("Alle Nummern mit Vorwahl 07161", set(), None, "07161", {}),
        ("Sozialamt, Tel. 07161 650-0", set(), "+497161650", None, {"org": "Sozialamt"}),
    ],
)
def test_a_title(title: str, fields: set[str], main: str | None, announced: str | None, given: dict[str, str]) -> None:
    above = Above(Rules(), Dialing())
    assert take_titles(rows(title), above, fields) == []
    assert (above.dialing.main, above.dialing.announced) == (main, announced)
    assert {field: reading.value for field, reading in above.given.items()} == given


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Rückfragen: 07161 650-123", "phone"),
        ("Zentrale 07161 650-0", "municipality"),  # of whoever made the list
    ],
)
def test_a_number_that_is_nobodys_exchange_is_a_finding(title: str, field: str) -> None:
    above = Above(Rules(), Dialing())
    assert [finding.code for finding in take_titles(rows(title), above, {field})] == ["unclaimed"]
    assert above.dialing.main is None


def test_a_note_below_the_table() -> None:
    people = [[Cell("Eva Muster", Where()), Cell("650123", Where())]]
    assert announced_below([*people, *rows("Vorwahl für alle: 07161", "Stand Mai")]) == "07161"
    assert announced_below([*rows("Vorwahl für alle: 07161"), *people]) is None


PEOPLE = [[Cell(text, Where()) for text in row] for row in (("Sozialamt", "Eva Muster", "3401"), ("", "Blum", "-3402"))]


@pytest.mark.parametrize(
    ("above", "below", "field", "main"),
    [
        ([], ["Alle Apparate über die Zentrale 05141 12-0", "Stand Mai"], "org", "+49514112"),
        ([], ["Telefon: 05141 12- mit Durchwahl"], "org", "+49514112"),
        ([], ["Rückfragen: 05141 12-3455"], "org", None),
        ([], ["Krankenhaus 05141 72-0"], "org", None),
        ([], ["Außerhalb der Dienstzeit: Polizei 05141 277-0"], "org", None),
        ([], ["Zentrale 05141 12-0"], "municipality", None),  # of whoever made the list
        ([], ["Zentrale 05141 12-0", "Außenstelle 05143 98-0"], "org", None),
        (["Rathaus Winsen, Tel. 05143 98-0"], ["Zentrale 05141 12-0"], "org", None),
        (["Rathaus Winsen"], ["Zentrale 05141 12-0"], "org", None),
        (["Zentrale 05141 12-0"], [], "org", None),  # it opens a section, which says so itself
    ],
)
def test_an_exchange_below_the_table(above: list[str], below: list[str], field: str, main: str | None) -> None:
    table = [*rows(*above), *PEOPLE, *rows(*below)]
    assert exchange_below(table, Above(Rules(), Dialing()), {"extension", field}) == main
    assert exchange_below(table, Above(Rules(), Dialing()), {"phone", field}) is None
