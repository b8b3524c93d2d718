"""How alike two names are."""

from __future__ import annotations

import pytest

from pipeline.core.likeness import kin, name_key, office, role_key, towns, traits, with_stem
from pipeline.model import PersonName
from tests.core.district import person


def key(text: str) -> object:
    name = person(text).name
    assert name is not None
    return name_key(name)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Eva Müller", "Eva Mueller", "same"),
        ("Zoë Weiß-Özdemir", "Zoe Weiss~Oezdemir", "same"),
        ("Karl-Heinz Benz", "Karlheinz Benz", "same"),
        ("Bernd El~Amrani", "Bernd El Amrani", "same"),
        ("Frau Eva Müller", "Herr Eva Müller", "same"),
        ("Eva Müller", "Müller", "open"),
        ("Eva Müller", "E. Müller", "open"),
        ("Karl-Heinz Benz", "Karl Benz", "open"),
        ("Frau Müller", "Müller", "open"),
        ("Frau Müller", "Herr Müller", "other"),
        ("Frau Müller", "Herr Tim Müller", "other"),
        ("Eva Müller", "Anna Müller", "other"),
        ("Eva Müller", "Evi Müller", "other"),
        ("Eva Müller", "Evamaria Müller", "other"),
        ("Ahmed Benz", "Ahmet Benz", "near"),
        ("Eva Pfliederer", "Eva Pfleiderer", "near"),
        ("Jgäer", "Jäger", "near"),
        ("Eva Bnez", "Eva Benz", "near"),
        ("Frau Hiwot~Begić", "Frau Hiwot Begić", "same"),
        ("Frau Hiwot~Schwarzmieer", "Frau Hiwot Schwarzmeier", "near"),
        ("Frau Hiwot~Begić", "Frau Hiwot Traub", "other"),
        ("Maas", "Haas", "other"),
        ("Eva Nagl", "Eva Naggl", "near"),  # a letter once or twice, in the shortest of names, too
        ("Nagl", "Naggl", "other"),
        ("Eva Nagl", "Eva Nagel", "first"),
        ("Eva Müller", "Eva Müller-Benz", "joined"),
        ("Eva Benz", "Eva Traub", "first"),
        ("Benz", "Traub", "other"),
        ("Herr Eva Benz", "Frau Eva Traub", "first"),
    ],
)
def test_kin(a: str, b: str, expected: str) -> None:
    assert kin(key(a), key(b)) == expected  # type: ignore[arg-type]
    assert kin(key(b), key(a)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("Frau Benz", "eva.benz@a.de"), ("Frau Benz", "eva.benz@a.de"), "same"),
        (("Frau Benz", "eva.benz@a.de"), ("Frau Traub", "eva.traub@a.de"), "first"),
        (("Frau Benz", "eva.benz@a.de"), ("Herr Traub", "eva.traub@a.de"), "other"),
        (("Frau Benz", "eva.benz@a.de"), ("Frau Traub", "anna.traub@a.de"), "other"),
        (("Anna Benz", "eva.benz@a.de"), ("Lea Traub", "eva.traub@a.de"), "other"),
        (("Frau Benz", "asyl@a.de"), ("Frau Benz", "asyl@a.de"), "open"),
    ],
)
def test_an_address_tells_the_given_name(a: tuple[str, str], b: tuple[str, str], expected: str) -> None:
    one, other = (traits(person(name, "1", mail)) for name, mail in (a, b))
    assert with_stem(one, other) == expected


def test_without_a_name_nobody_is_alike() -> None:
    nobody = traits(person("X", "1"))
    assert with_stem(nobody, traits(person("Y", "1"))) == "other"


@pytest.mark.parametrize(
    ("mail", "own"),
    [
        ("eva.moeck@a.de", True),
        ("e.mock@a.de", True),
        ("eva@a.de", True),
        ("möck@a.de", True),
        ("asyl@a.de", False),
    ],
)
def test_an_address_of_her_own_carries_her_name(mail: str, own: bool) -> None:
    assert (traits(person("Eva Möck", "1", mail)).own != frozenset()) is own


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (person("A B", town="Altdorf"), person("A B", town="Gemeinde Altdorf"), 2),
        (person("A B", town="Aichwald"), person("A B", town="Aichwald im Grund"), 2),
        (person("A B", town="Altdorf"), person("A B", town="Holzen"), -1),
        (person("A B", town="Altdorf", org="Amt"), person("A B", town="Holzen", org="Amt"), 1),
        (person("A B", town=None, org="Amt"), person("A B", org="Amt"), 2),
        (person("A B", None, "a@x.de", town=None), person("A B", None, "b@x.de"), 1),
        (person("A B", None, "a@x.de", town=None), person("A B", None, "b@y.de"), -1),
        (person("A B", None, "a@gmx.de", town=None), person("A B", None, "b@gmx.de"), 0),
        (person("A B", town=None), person("A B"), 0),
    ],
)  # fmt: skip
def test_office(a: object, b: object, expected: int) -> None:
    assert office(traits(a), traits(b)) == expected  # type: ignore[arg-type]


def test_a_role_is_the_same_whoever_fills_it() -> None:
    assert role_key("Integrationsbeauftragter") == role_key("Integrationsbeauftragte")
    assert role_key("Leiterin Ordnungsamt") == role_key("Leiter Ordnungsamt")
    assert role_key("Leiter Ordnungsamt") != role_key("Leiter Sozialamt")


def test_towns() -> None:
    assert towns("Große Kreisstadt Neuhausen auf den Fildern; Holzen") == {"neuhausen", "holzen"}
    assert towns(None) == frozenset()


def test_a_key_has_no_initial_without_a_given_name() -> None:
    assert name_key(PersonName("Müller")).initial == ""
