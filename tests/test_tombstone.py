"""By what somebody forgotten is known again: surely, in doubt, or not at all because it is somebody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model import Contact, Identity
from pipeline.tombstone import doubts, further_signs, identifies, proofs, signs_of
from tests.core.district import person, post
from tests.examples import gone, identity, observation

HER = person("Frau Sabine Grothe", "14", "sabine.grothe@ahlbach.example")
COLLEAGUE = person("Herr Emre Polat", "15", "emre.polat@ahlbach.example")


def verdict(said: Contact, her: Contact = HER, *others: Identity) -> str:
    """What becomes of `said` once `her` is forgotten."""
    known = identity("1", her)
    signs = signs_of(known, (known, *others))
    seen = observation(said)
    return "she" if signs & set(proofs(seen)) else "doubt" if signs & set(doubts(seen)) else "other"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (HER, "she"),
        (person("Frau Sabine Grothe", "77", None), "she"),
        (person("Frau Sabine Neumann", "14", "sabine.grothe@ahlbach.example"), "she"),
        (person("Frau Sabine Grothe-Neumann", "77", "sabine.grothe@ahlbach.example", town="Steinach"), "she"),
        (person("Frau Sabine-Maria Neumann", "14", "sabine.neumann@ahlbach.example"), "doubt"),
        (person("Frau Sabine Neumann", "14", "sabine.neumann@ahlbach.example"), "doubt"),
        (person("Sabine Neumann", "14", None), "doubt"),
        (person("Frau Neumann", "77", "sabine.grothe@ahlbach.example"), "doubt"),
        (person("Herr Karl Neumann", "14", "sabine.grothe@ahlbach.example"), "doubt"),
        (post("Integrationsbüro", "14", "sabine.grothe@ahlbach.example"), "doubt"),
        (person("Herr Karl Neumann", "14", "integration@ahlbach.example"), "other"),
        (person("Herr Sabine Neumann", "14", "integration@ahlbach.example"), "other"),
        (person("Frau Neumann", "14", "integration@ahlbach.example"), "other"),
        (person("Frau S. Neumann", "14", "integration@ahlbach.example"), "other"),
        (person("Frau Sabine Neumann", "77", "sabine.neumann@ahlbach.example"), "other"),
        (person("Frau Sabine Grothe", "31", "sabine.grothe@oberrode.example", town="Oberrode"), "other"),
        (post("Integrationsbüro", "14", "integration@ahlbach.example"), "other"),
        (COLLEAGUE, "other"),
    ],
)
def test_who_marries_is_known_again_and_nobody_else(said: Contact, expected: str) -> None:
    assert verdict(said) == expected


@pytest.mark.parametrize(
    ("her", "said", "expected"),
    [
        ("sabine.grothe@a.example", "Sabine Neumann", "she"),
        ("s.grothe@a.example", "Sabine Neumann", "she"),
        ("grothe2@a.example", "Sabine Neumann", "she"),
        ("sabine@a.example", "Sabine Neumann", "she"),
        ("grothe.sabine.extern@a.example", "Sabine Neumann", "she"),
        ("grothe@a.example", "Karl Neumann", "other"),
        ("sabine@a.example", "Karl Neumann", "other"),
        ("rathaus.grothe@a.example", "Sabine Neumann", "other"),
        ("integration@a.example", "Sabine Neumann", "other"),
        ("sabine.g@a.example", "Sabine Neumann", "she"),
        ("s.g@a.example", "Sabine Neumann", "she"),
        ("s-g2@a.example", "Sabine Neumann", "she"),
        ("sabine.lang@a.example", "Sabine Neumann", "she"),
        ("sabine.g@a.example", "Karl Neumann", "doubt"),
        ("s.g@a.example", "Karl Neumann", "doubt"),
        ("sabine.lang@a.example", "Karl Neumann", "doubt"),
        ("sg@a.example", "Sabine Neumann", "other"),  # Stadtgärtnerei
        ("s.x@a.example", "Sabine Neumann", "other"),
        ("team.sabine@a.example", "Karl Neumann", "other"),
    ],
)
def test_a_mailbox_is_hers_if_it_is_made_of_her_name(her: str, said: str, expected: str) -> None:
    assert verdict(person(said, None, her), person("Sabine Grothe", None, her)) == expected


def test_a_mailbox_that_is_called_like_the_house_is_nobodys() -> None:
    """Maria Berg works for Haus Maria Hilf; whoever comes after her has the mailbox of the house."""
    mail, house = "maria.hilf@ahlbach.example", "Haus Maria Hilf"
    assert (
        verdict(person("Karl Neumann", None, mail, org=house), person("Maria Berg", None, mail, org=house)) == "other"
    )


@pytest.mark.parametrize(
    ("her", "said", "expected"),
    [
        ("Frau Grothe", "Frau Neumann", "doubt"),
        ("Frau Grothe", "Frau Sabine Neumann", "doubt"),
        ("Frau Grothe", "Neumann", "doubt"),
        ("Frau Grothe", "Herr Neumann", "other"),
        ("Frau Sabine Grothe", "Frau Neumann", "doubt"),
        ("Frau Sabine Grothe", "Frau S. Neumann", "doubt"),
        ("Frau Sabine Grothe", "Frau Karla Neumann", "other"),
    ],
)
def test_a_mailbox_where_a_given_name_is_not_known(her: str, said: str, expected: str) -> None:
    mail = "grothe@ahlbach.example"
    assert verdict(person(said, None, mail), person(her, None, mail)) == expected


@pytest.mark.parametrize(
    ("her", "said", "expected"),
    [
        ("Eva-Maria", "Eva", "doubt"),
        ("Eva", "Eva-Maria", "doubt"),
        ("Eva-Maria", "Eva-Maria", "doubt"),
        ("Eva-Maria", "Eva-Sophie", "other"),
        ("Eva-Maria", "Maria", "other"),
        ("E.", "E.", "other"),
    ],
)
def test_given_names_at_a_desk(her: str, said: str, expected: str) -> None:
    assert verdict(person(f"Frau {said} Neumann", "14"), person(f"Frau {her} Grothe", "14")) == expected


@pytest.mark.parametrize(
    ("desk", "others", "expected"),
    [
        ("14", (), "doubt"),
        ("0", (), "other"),  # an exchange
        ("14", (identity("2", person("Herr Emre Polat", "14")),), "other"),  # a desk for two
        ("14", (gone(identity("2", person("Herr Emre Polat", "14")), 3),), "doubt"),  # who had it before her
        ("14", (identity("2", person("Frau Sabine Grothe", "14")),), "doubt"),  # she herself, listed twice
    ],
)
def test_a_number_is_hers_if_nobody_else_has_it(desk: str, others: tuple[Identity, ...], expected: str) -> None:
    said, her = person("Frau Sabine Neumann", desk), person("Frau Sabine Grothe", desk)
    assert verdict(said, her, *others) == expected


def test_a_mailbox_that_a_colleague_also_has_is_not_hers_alone() -> None:
    shared = "sabine.grothe@ahlbach.example"
    colleague = person("Herr Emre Polat", "15", shared)
    assert verdict(colleague, HER, identity("2", colleague)) == "other"


AGAIN = person("Frau Sabine Neumann", "77", "sabine.grothe@ahlbach.example")


def verdict_later(said: Contact, again: Contact, *others: Contact) -> str:
    """What becomes of `said` after a night on which `again` stood there among `others`."""
    known = identity("1", HER)
    signs = signs_of(known, (known,))
    seen = observation(again)
    if signs & set(identifies(seen)):
        signs |= further_signs(seen, (seen, *map(observation, others)))
    later = observation(said)
    return "she" if signs & set(proofs(later)) else "doubt" if signs & set(doubts(later)) else "other"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (person("Frau Sabine Neumann", "77", "sabine.neumann@ahlbach.example"), "she"),
        (person("Frau Sabine Neumann", "78", "sabine.neumann@ahlbach.example"), "she"),  # where she stood
        (person("Frau Sabine Neumann", "77", None, town="Steinach"), "she"),
        (person("Frau Sabine Berg", "77", "sabine.berg@ahlbach.example"), "doubt"),
        (person("Herr Karl Neumann", "77", "karl.neumann@ahlbach.example"), "other"),
        (person("Frau Sabine Berg", "78", "integration@ahlbach.example"), "other"),
        (person("Frau Sabine Neumann", "31", "sabine.neumann@oberrode.example", town="Oberrode"), "other"),
    ],
)
def test_who_was_known_again_is_known_by_what_was_new_of_her(said: Contact, expected: str) -> None:
    assert verdict_later(said, AGAIN) == expected


@pytest.mark.parametrize("mail", ["sabine.g@ahlbach.example", "s.g@ahlbach.example"])
def test_a_personal_mailbox_without_the_family_name_is_learned_too(mail: str) -> None:
    """Forgotten with another one; the night after, name and number are still hers."""
    assert verdict_later(person("Frau Sabine Berg", "78", mail), replace(HER, emails=(mail,))) == "she"
    assert verdict_later(person("Frau Karla Berg", "78", mail), replace(HER, emails=(mail,))) == "doubt"


@pytest.mark.parametrize(
    ("again", "said"),
    [
        # a successor of her given name, in doubt at her desk
        (
            person("Frau Sabine Berg", "14", "sabine.berg@ahlbach.example"),
            person("Frau Sabine Berg", "30", "sabine.berg@ahlbach.example"),
        ),
        # ... who has the mailbox of the office besides that of her predecessor's
        (
            replace(AGAIN, emails=(*AGAIN.emails, "integration@ahlbach.example")),
            person("Frau Sabine Berg", "30", "integration@ahlbach.example"),
        ),
        # an exchange
        (replace(AGAIN, phones=person("X", "0").phones), person("Frau Sabine Berg", "0", None)),
        # others whose the same mailbox is said to be
        (
            person("Herr Karl Grothe", "77", "sabine.grothe@ahlbach.example"),
            person("Herr Karl Grothe", "77", "karl.grothe@ahlbach.example"),
        ),
        (
            person("Frau Grothe", "77", "sabine.grothe@ahlbach.example"),
            person("Frau Karla Grothe", "77", "karla.grothe@ahlbach.example"),
        ),
        # her husband has the mailbox of the family
        (
            replace(AGAIN, emails=(*AGAIN.emails, "neumann@ahlbach.example")),
            person("Herr Karl Neumann", "30", "neumann@ahlbach.example"),
        ),
    ],
)
def test_nobody_else_is_known_by_it(again: Contact, said: Contact) -> None:
    assert verdict_later(said, again) == "other"


def test_a_number_that_others_have_is_not_noted() -> None:
    said = person("Frau Sabine Berg", "77", "sabine.berg@ahlbach.example")
    assert verdict_later(said, AGAIN, person("Herr Emre Polat", "77", "emre.polat@ahlbach.example")) == "other"


@pytest.mark.parametrize(("mail", "noted"), [("sabine@a.example", False), ("s.grothe@a.example", True)])
def test_a_mailbox_of_a_given_name_only_leads_to_nothing_more(mail: str, noted: bool) -> None:
    """A successor of the same given name may have got it."""
    known = identity("1", person("Sabine Grothe", "14", mail))
    seen = observation(person("Sabine Berg", "30", mail))
    assert bool(signs_of(known, (known,)) & set(proofs(seen)))
    assert bool(signs_of(known, (known,)) & set(identifies(seen))) is noted


def test_an_initial_leads_to_nothing_more() -> None:
    assert not list(identifies(observation(person("Frau S. Grothe", "14", "grothe@ahlbach.example"))))
