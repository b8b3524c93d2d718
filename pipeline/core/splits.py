"""Staff's word that two are two, and what becomes of it when they take it back.

A row takes words from a contact, and whoever is left with them gets an uid and remembers whose they were (`Parted`).
Without the row they go back: she is part of that contact again, like somebody staff have joined with it, and a row that
comes back gives her the same uid again. Two who have grown apart since the row was written stay two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pipeline import display
from pipeline.core.called import is_uid, means, meant, mentions
from pipeline.core.evidence import BY_CHANGE, BY_NAME, BY_POST, Case
from pipeline.core.likeness import traits
from pipeline.core.minting import order
from pipeline.core.people import Asked, Person, Register
from pipeline.model import Correction, Finding, Identity, Observation, Parted


class Splits:
    """The rows that keep contacts apart."""

    def __init__(self, rows: Iterable[Correction], known: Iterable[Identity]) -> None:
        self._rows = {_key(row): row for row in rows if row.field == "split"}
        self._done = {(k.parted.uid, _key(k.parted)) for k in known if k.parted}

    def barring(self, observation: Observation, person: Person) -> Correction | None:
        """The row by which staff say that this observation is not this person."""
        said = observation.contact
        for row in self._rows.values():
            first, second = row.contact, row.value
            is_first, is_second = mentions(first, said, second), mentions(second, said, first)
            if is_second and not is_first:
                if is_uid(first, person) or _keeps(first, second, person, first=True):
                    return row
            elif is_first and not is_second and _keeps(second, first, person, first=False, parted=_parted(row, person)):
                return row
        return None

    def taking(self, observation: Observation, owner: Person) -> Correction | None:
        """The row that takes from somebody words she has had: once only, for then she has what it left her."""
        row = self.barring(observation, owner)
        return row if row and (owner.uid, _key(row)) not in self._done else None

    def apart(self, a: Person, b: Person) -> Correction | None:
        """The row by which staff say that these two are two: one that parted them, whatever they are called now, or
        one that means both."""
        for person, origin in ((a, b), (b, a)):
            if person.parted and person.parted.uid == origin.uid and _key(person.parted) in self._rows:
                return self._rows[_key(person.parted)]
        pairs = ((row, (row.contact, row.value)) for row in self._rows.values())
        both = (row for row, (x, y) in pairs if (means(x, a) and means(y, b)) or (means(y, a) and means(x, b)))
        return next(both, None)


def _key(row: Correction | Parted) -> tuple[str, str]:
    return row.contact.strip().lower(), row.value.strip().lower()


def _parted(row: Correction, person: Person) -> bool:
    return person.parted is not None and _key(person.parted) == _key(row)


def _keeps(who: str, other: str, person: Person, *, first: bool, parted: bool = False) -> bool:
    """Whether a person is `who`. Of somebody taken for both it is who she was before, else whom the row names first.

    Whom the row has `parted` from another of her name may be called by the name alone tonight.
    """
    sides = (who, "" if parted else other), (other, "" if parted else who)
    is_who, is_other = (means(text, person, beside) or meant(text, person, beside) for text, beside in sides)
    if not (is_who and is_other):
        return is_who
    was_who, was_other = (meant(text, person, beside) for text, beside in sides)
    return first if was_who == was_other else was_who


def parted(origin: Person, row: Correction, said: Iterable[Observation]) -> Parted:
    """What a new contact remembers of the row that took its words from another."""
    return Parted(origin.uid, row.contact, row.value, tuple(observation.contact for observation in said))


def rejoined(people: Mapping[str, Person], splits: Splits) -> Iterator[tuple[Person, Person] | Finding]:
    """The contact that somebody was taken from and no row keeps her from any more, with her; who stays for herself
    although the row is gone is a finding, once."""
    for person in people.values():
        origin = people.get(person.parted.uid or "") if person.parted and person.tonight else None
        if origin is None or person.parted is None:
            continue
        row = splits.apart(person, origin)
        if row:
            words = person.parted.words if not person.is_part else tuple(o.contact for o in person.tonight)
            person.parted = replace(person.parted, contact=row.contact, value=row.value, words=words)
        elif person.is_part or _may_go_back(person, origin):
            yield origin, person
        else:
            person.parted = None
            yield _grown_apart(person, origin)


def _may_go_back(person: Person, origin: Person) -> bool:
    """Whether all that is said of her was taken from that contact, or would be recognised as that one's."""
    assert person.parted
    words = person.parted.words
    return all(said.contact in words or _is_recognised(said, origin) for said in person.tonight)


def _is_recognised(observation: Observation, origin: Person) -> bool:
    assert origin.identity
    said, register = traits(observation.contact), Register()
    probe = Person(origin.uid, origin.identity, origin.gone)
    register.enter(probe, Asked([said]))
    case = Case(said, observation.source, probe, register)
    rules = (*BY_NAME, *BY_CHANGE, *BY_POST)
    return any(rule.nameless == (said.name is None) and rule.holds(case) for rule in rules)


def _grown_apart(person: Person, origin: Person) -> Finding:
    said = min(person.tonight, key=order)
    title = display.contact_title(said.contact)
    other = display.contact_title(origin.identity.entry.contact) if origin.identity else ""
    details = (("other", other), ("other_uid", origin.uid))
    return Finding("split_stays", "warning", title, said.where, said.source, person.uid, details)
