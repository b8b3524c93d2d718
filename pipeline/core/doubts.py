"""Contacts that may be one but were kept apart, because nobody could say: a finding for staff, the same each night."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, product

from pipeline import display
from pipeline.core.likeness import Traits, kin, may_be_called, name_key, office, traits, with_stem
from pipeline.core.minting import order
from pipeline.core.namesakes import Namesakes
from pipeline.core.people import Person, Register, questions
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


# ---- somebody who left ---------------------------------------------------------------------------


def perhaps_back(newcomers: Iterable[Person], register: Register, splits: Splits) -> Iterator[Finding]:
    """Newcomers who may be somebody that left, under another family name and with another address: staff may know.

    Asked once, on the night on which they come.
    """
    for new in newcomers:
        near = {person.uid: person for said in new.views for person in register.near(questions(said, ""))}
        left = [near[uid] for uid in sorted(near) if near[uid].gone and _may_be_back(new, near[uid], register, splits)]
        if left:
            yield _question("perhaps_back", new, left)


def _question(code: str, new: Person, left: Iterable[Person]) -> Finding:
    said = min(new.tonight, key=order)
    details = (("before", ", ".join(map(_title_of_old, left))),)
    title = display.contact_title(said.contact)
    return Finding(code, "warning", title, said.where, said.source, new.uid, details)


def of_one_name(
    newcomers: Iterable[Person], shown: Iterable[Person], namesakes: Namesakes, splits: Splits
) -> Iterator[Finding]:
    """Newcomers of whose full name somebody left, tonight or before: the name alone is a question, asked once."""
    known: dict[str, Person] | None = None
    for new in newcomers:
        uids = sorted({uid for said in new.views for uid in namesakes.called(said)})
        if uids and known is None:
            known = {person.uid: person for person in shown if person.identity and not person.is_part}
        old = [known[uid] for uid in uids if known and uid in known]
        left = [person for person in old if _makes_way(person, new) and not _is_another(new, person, splits)]
        if left:
            yield _question("same_name_left", new, left)


def _makes_way(person: Person, new: Person) -> bool:
    """Not named any more; or not by a source that names the newcomer, and another may be late."""
    turned = (o.source for o in new.tonight if person.lost.get(o.source) and not person.speaks(o.source))
    return not person.tonight or any(turned)


def _is_another(new: Person, left: Person, splits: Splits) -> bool:
    """Known to have come for that one, separated by staff, or Herr and Frau."""
    assert left.identity
    if new.predecessor == left.uid or any(splits.barring(said, left) for said in new.tonight):
        return True
    now, before = (_salutations(c) for c in ((said.contact for said in new.tonight), left.identity.contacts))
    return bool(now and before) and now.isdisjoint(before)


def _salutations(contacts: Iterable[Contact]) -> set[str]:
    return {contact.name.salutation for contact in contacts if contact.name and contact.name.salutation}


def _may_be_back(new: Person, left: Person, register: Register, splits: Splits) -> bool:
    if new.predecessor == left.uid or any(splits.barring(said, left) for said in new.tonight):
        return False
    return any(_renamed(said, before, register) for said in new.views for before in left.views)


def _renamed(said: Traits, before: Traits, register: Register) -> bool:
    """Her given name at her own number, in her function and municipality; family name and address may be others."""
    at_post = bool(said.role) and said.role == before.role and bool(said.towns & before.towns)
    return at_post and bool(register.desks(said, before)) and _given_alike(said, before)


def _given_alike(a: Traits, b: Traits) -> bool:
    """More than an initial, written in the name or told by both addresses."""
    if a.name is None or b.name is None or len({a.name.salutation, b.name.salutation} - {""}) > 1:
        return False
    written = a.name.has_given and b.name.has_given
    return may_be_called(a.name, b.name) and (written or bool(a.stems & b.stems))


def _title_of_old(person: Person) -> str:
    assert person.identity
    return f"{display.contact_title(person.identity.entry.contact)} ({person.uid})"
