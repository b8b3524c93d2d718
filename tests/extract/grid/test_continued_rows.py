"""Rows that go on with the person above them, and rows that are of somebody or something else."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.cell_values import Calling
from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.continued_rows import goes_on
from pipeline.extract.grid.drafts import Draft
from pipeline.model import PersonName, Raw, Reading, Where
from pipeline.transform.phone import Dialing
from tests.extract.grid.test_columns import grid

COLUMNS = tuple(Column(index, field, field, Where()) for index, field in enumerate(("name", "phone", "org")))


def eva() -> Draft:
    return Draft(Where(), [Reading("name", PersonName("Muster", "Eva"), Raw("Eva Muster", Where()))])


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        (["", "05141 12-35", ""], ["name", "phones"]),
        (["Leitung", "", ""], ["name", "role"]),
        (["Markt 1", "05141 12-35", ""], ["name", "phones", "address"]),
        (["Uwe Beispiel", "05141 12-35", ""], None),
        (["", "05141 12-35", "Bauamt"], None),
    ],
)
def test_what_a_row_adds(row: list[str], fields: list[str] | None) -> None:
    draft = eva()
    assert goes_on([draft], grid(row).rows[0], COLUMNS, Calling(Dialing()), []) == (fields is not None)
    assert [reading.field for reading in draft.readings] == (fields or ["name"])


def test_nobody_knows_with_whom_of_two_a_row_goes_on() -> None:
    assert not goes_on([eva(), eva()], grid(["", "05141 12-35", ""]).rows[0], COLUMNS, Calling(Dialing()), [])
