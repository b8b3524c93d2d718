"""Whom somebody means at the command line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.errors import ConfigError
from pipeline.lookup import find_contact
from pipeline.model import Contact, PersonName
from tests.examples import AHRENS, LINDENAU, gone, identity

OFFICE = Contact(org="Amt für Integration", emails=("post@lra-tannberg.example",))
KNOWN = (identity("uid-1", LINDENAU), identity("uid-2", AHRENS), identity("uid-3", OFFICE))


@pytest.mark.parametrize(
    ("asked", "uid"),
    [
        ("uid-1", "uid-1"),
        ("hedwig.lindenau@lra-tannberg.example", "uid-1"),
        ("Hedwig.Lindenau@LRA-Tannberg.example", "uid-1"),
        ("07123 9210-4112", "uid-2"),
        ("+49 7123 92104112", "uid-2"),
        ("0049712392104112", "uid-2"),
        ("Dr. Hedwig Lindenau", "uid-1"),
        ("lindenau", "uid-1"),
        ("Frau Lind", "uid-1"),
        ("hedwig lind", "uid-1"),
        ("denau", "uid-1"),
        ("ahrens jonas", "uid-2"),
        ("Amt für Integration", "uid-3"),
    ],
)
def test_a_contact_is_found_by_what_people_know_of_it(asked: str, uid: str) -> None:
    assert find_contact(asked, KNOWN).uid == uid


@pytest.mark.parametrize("asked", ["Müller", "", "0711", "niemand@amt.example"])
def test_nobody_is_said(asked: str) -> None:
    with pytest.raises(ConfigError, match="kein Kontakt"):
        find_contact(asked, KNOWN)


def test_two_of_a_name_are_both_named() -> None:
    other = identity("uid-4", replace(AHRENS, name=PersonName("Ahrens", "Jonathan")))
    with pytest.raises(ConfigError, match=r"trifft auf 2 Kontakte zu.*uid-2.*uid-4"):
        find_contact("Ahrens", (*KNOWN, other))


def test_of_many_of_a_name_some_are_named() -> None:
    many = tuple(identity(f"uid-{at}", AHRENS) for at in range(7))
    with pytest.raises(ConfigError, match=r"trifft auf 7 Kontakte zu.*uid-5\) …; bitte die Kennung angeben"):
        find_contact("Ahrens", many)


def test_who_is_still_there_goes_before_who_left() -> None:
    left = gone(identity("uid-0", AHRENS), 3)
    assert find_contact("Ahrens", (left, *KNOWN)).uid == "uid-2"
    assert find_contact("Ahrens", (left,)).uid == "uid-0"


def test_a_former_name_still_finds() -> None:
    married = replace(identity("uid-5", replace(LINDENAU, name=PersonName("Probst", "Hedwig"))), former=(LINDENAU,))
    assert find_contact("Lindenau", (married,)).uid == "uid-5"


@pytest.mark.parametrize("asked", ["a", "an", "Frau an", "gr an"])
def test_a_part_that_several_names_have_is_nobodys_even_where_one_begins_with_it(asked: str) -> None:
    names = (PersonName("Angerer", "Grete", None, "Frau"), PersonName("Granzow", "Ida", None, "Frau"))
    known = tuple(identity(f"uid-{at}", Contact(name=name)) for at, name in enumerate(names))
    with pytest.raises(ConfigError, match="trifft auf 2 Kontakte zu"):
        find_contact(asked, known)


def test_a_whole_word_goes_before_parts_of_others() -> None:
    names = (PersonName("Lang", "Ute"), PersonName("Langhammer", "Ida"), PersonName("Erlanger", "Kai"))
    known = tuple(identity(f"uid-{at}", Contact(name=name)) for at, name in enumerate(names))
    assert find_contact("lang", known).uid == "uid-0"


def test_a_part_of_a_name_may_also_mean_who_left() -> None:
    left = gone(identity("uid-9", Contact(name=PersonName("Ahrendt", "Ida"))), 3)
    with pytest.raises(ConfigError, match="trifft auf 2 Kontakte zu"):
        find_contact("Ahren", (left, *KNOWN))
