"""Where the register looks for people, which decides how long a night takes."""

from __future__ import annotations

from pipeline.core.likeness import traits
from pipeline.core.people import Person, Register, questions
from pipeline.model import Contact
from tests.core.district import person

EVA = person("Frau Eva Müller", "1234", "eva.mueller@altdorf.example")
#: Eva Müller, without anything else by which she could be known.
ONLY_HER_NAME = questions(traits(Contact(EVA.name)), "page")


def test_a_whole_source_is_not_searched_for_a_name() -> None:
    register = Register()
    register.add(Person("named tonight"), traits(EVA), "page")
    assert register.near(ONLY_HER_NAME) == []


def test_but_among_those_who_lost_words_there() -> None:
    register = Register()
    gone_quiet = Person("named last night", lost={"page": [traits(EVA)]})
    register.add(gone_quiet, traits(EVA), "page")
    assert register.near(ONLY_HER_NAME) == [gone_quiet]


def test_numbers_and_addresses_find_people_in_every_source() -> None:
    register = Register()
    eva = Person("named tonight")
    register.add(eva, traits(EVA), "list")
    assert register.near(questions(traits(EVA), "page")) == [eva]
