"""A name among the others of its table."""

from __future__ import annotations

import pytest

from pipeline import display
from pipeline.extract.grid.drafts import Draft
from pipeline.extract.grid.spoken_order import divide, turn_back
from pipeline.model import Raw, Reading, Where
from pipeline.transform.name import parse_name


def draft(text: str) -> Draft:
    found = parse_name(text)
    return Draft(Where(), [Reading("name", found.name, Raw(text), found.steps)])


def test_a_table_writes_all_its_names_in_one_order() -> None:
    table = [draft("Anna Müller"), draft("Yared Dawit"), draft("Peter Kaiser")]
    turn_back(table)
    assert [display.name(row.name) for row in table if row.name] == ["Anna Müller", "Yared Dawit", "Peter Kaiser"]
    assert not table[1].readings[0].steps


@pytest.mark.parametrize(("mail", "given"), [("u.demuster@kreis.example", "Unbekannt"), ("info@kreis.example", None)])
def test_a_mailbox_divides_a_name(mail: str, given: str | None) -> None:
    row = draft("Frau Unbekannt de Muster")
    row.readings.append(Reading("emails", mail, Raw(mail)))
    divide([row])
    assert row.name is not None
    assert row.name.given == given
