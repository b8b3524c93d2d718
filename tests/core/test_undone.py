"""A law for staff's rows: whatever a row did, deleting it undoes, and writing it again does it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.model import Contact, Correction, PersonName
from tests.core.district import District, person

NAMES = st.builds(
    PersonName,
    st.sampled_from(["Müller", "Benz"]),
    st.sampled_from([None, "Eva", "Anna"]),
    st.none(),
    st.sampled_from([None, "Frau", "Herr"]),
)
CONTACTS = st.builds(
    lambda name, desk, mail, role: replace(person("X", desk, mail, role=role), name=name),
    st.none() | NAMES,
    st.sampled_from([None, "1", "2"]),
    st.sampled_from([None, "asyl@altdorf.example", "eva.mueller@altdorf.example"]),
    st.sampled_from([None, "Asyl", "Leitung"]),
)
SOURCES = st.fixed_dictionaries(
    {"page": st.lists(CONTACTS, min_size=1, max_size=3), "sheet": st.lists(CONTACTS, min_size=1, max_size=3)}
)


@settings(max_examples=150, deadline=None)
@given(
    nights=st.lists(SOURCES, min_size=1, max_size=3), field=st.sampled_from(["join", "split"]), seed=st.integers(0, 999)
)
def test_a_row_is_undone_by_deleting_it(nights: list[dict[str, list[Contact]]], field: str, seed: int) -> None:
    """Unless somebody else who is there has got the words that a row took: they are hers from then on."""
    district = District(guarded=False)
    for sources in nights:
        district.night(**sources)
    before, owners = _shown(district), _owners(district)
    row = _row(field, district, Random(seed))
    district.night(**sources, corrections=(row,))
    after = _shown(district)
    assume(
        field == "join"
        or all(_owners(district)[said] in {owner} | after.keys() - before.keys() for said, owner in owners.items())
    )
    for _ in range(2):
        district.night(**sources)
        assert _shown(district) == before
        assert district.night(**sources) == []
        district.night(**sources, corrections=(row,))
        assert _shown(district) == after
        assert district.night(**sources, corrections=(row,)) == []


def _row(field: str, district: District, dice: Random) -> Correction:
    """A row about some of those who are there; a split of two who were taken for one if there are any."""
    people = [known for known in district.base if known.departed is None]
    several = [known for known in people if len(known.observations) > 1]
    if field == "split" and several:
        one = dice.choice(several)
        first, second = (list(_calls(said.contact)) for said in dice.sample(one.observations, 2))
        return Correction(dice.choice([one.uid, *first]), field, dice.choice(second or [one.uid]))
    called = [text for known in district.base for text in (known.uid, *_calls(known.entry.contact))]
    return Correction(dice.choice(called), field, dice.choice(called))


def _calls(contact: Contact) -> Iterator[str]:
    yield from contact.emails
    if contact.name:
        yield f"{contact.name.given or ''} {contact.name.family}"


def _shown(district: District) -> dict[str, Contact]:
    return {entry.uid: entry.contact for entry in district.entries}


def _owners(district: District) -> dict[tuple[str, Contact], str]:
    """Whose words these are."""
    matches = (match for match in district.matches.matches if match.into is None)
    return {(said.source, said.contact): match.uid for match in matches for said in match.observations}
