"""What each column of a table is good for."""

from __future__ import annotations

from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.row_plan import plans
from pipeline.model import Where


def columns(*said: tuple[str, int]) -> list[Column]:
    """Columns by field and by the person of the row to whom they belong."""
    return [Column(at, field, field, Where(), group) for at, (field, group) in enumerate(said)]


def test_one_person_has_all_columns() -> None:
    (plan,) = plans(columns(("name", 0), ("role", 0), ("phone", 0), ("email", 0), ("remark", 0)))
    assert [c.field for c in plan.contacts] == ["phone", "email"]
    assert [c.field for c in plan.texts] == ["role"]
    assert [c.field for c in plan.rest] == ["remark"]


def test_a_deputy_shares_what_belongs_to_all_and_not_the_rest() -> None:
    own, deputy = plans(columns(("municipality", -1), ("name", 0), ("phone", 0), ("name", 1), ("phone", 1)))
    assert [c.index for c in (*own.places, *own.names, *own.phones)] == [0, 1, 2]
    assert [c.index for c in (*deputy.places, *deputy.names, *deputy.phones)] == [0, 3, 4]


def test_no_columns_are_a_plan_of_nothing() -> None:
    (plan,) = plans([])
    assert plan.own == ()
