"""Contacts that may be one but were kept apart, because nobody could say: a finding for staff, the same each night."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, product

from pipeline import display
from pipeline.core.likeness import Traits, kin, name_key, office, traits, with_stem
from pipeline.core.minting import order
from pipeline.core.people import Person
from pipeline.core.splits import Splits
from pipeline.model import Contact, Finding
from pipeline.transform.text import fold

#: More of one name in one place are a list of another kind, and comparing them all would take too long.
_MANY = 8


def duplicates(people: Iterable[Person], splits: Splits) -> Iterator[Finding]:
    """Pairs of one name in one place, until staff say by a row whether they are one or two."""
    groups: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in people:
        for key in {key for observation in person.tonight for key in _places(observation.contact)}:
            groups[key].append(person)
    pairs = {
        tuple(sorted(pair, key=lambda person: person.uid))
        for group in groups.values()
        if 1 < len(group) <= _MANY
        for pair in combinations(group, 2)
    }
    for first, second in sorted(pairs, key=lambda pair: (pair[0].uid, pair[1].uid)):
        if not splits.apart(first, second) and _may_be_one(first, second):
            yield Finding(
                "possible_duplicate", "info", _title(first), uid=first.uid, details=(("other", _title(second)),)
            )


def _title(person: Person) -> str:
    """Name and uid: both may be called alike, and staff's row has to mean one of them."""
    return f"{display.contact_title(min(person.tonight, key=order).contact)} ({person.uid})"


def _places(contact: Contact) -> Iterator[tuple[str, str]]:
    if contact.name is not None:
        family = fold(contact.name.family)
        for place in (contact.municipality, contact.org, *(mail.partition("@")[2] for mail in contact.emails)):
            if place:
                yield family, place


def _may_be_one(a: Person, b: Person) -> bool:
    pairs = product((o.contact for o in a.tonight), (o.contact for o in b.tonight))
    return any(_may_be_called_alike(x, y) and _close(traits(x), traits(y)) for x, y in pairs)


def _may_be_called_alike(a: Contact, b: Contact) -> bool:
    """Most of one family name have other given names; to see that needs no more than the names."""
    if a.name is None or b.name is None:
        return False
    return kin(name_key(a.name), name_key(b.name)) in ("same", "open")


def _close(a: Traits, b: Traits) -> bool:
    """The same full name in the same office, or what may be the same name at the same number."""
    kind = with_stem(a, b)
    return (kind == "same" and office(a, b) == 2) or (kind == "open" and bool(a.desks & b.desks))
