"""People of several cells and of several lines of one."""

from __future__ import annotations

from pipeline.extract.grid.people import People, Person
from pipeline.model import Raw, Reading

LEADS, HELPS = (Reading("role", said, Raw(said)) for said in ("Leitung", "Vertretung"))


def test_the_people_of_one_more_cell_stand_on_the_lines_below() -> None:
    people = People([Person(0, None), Person(1, None)], lines=2)
    people.take(People([Person(0, None)], lines=1))
    assert ([person.line for person in people.persons], people.lines) == ([0, 1, 2], 3)


def test_one_more_line_of_a_cell_says_only_what_none_before_it_said() -> None:
    people = People([Person(0, None)], role=LEADS, lines=2)
    people.join(People([Person(1, None)], role=HELPS))
    assert ([person.line for person in people.persons], people.role, people.lines) == ([0, 1], LEADS, 2)
