"""Everybody who may be meant tonight, and where to look for them.

The only mutable things of the decision core: a `Person` collects what is said about it tonight, a `Register` finds the
few people whom a new observation could mean. Both live as long as one call of `identify`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pipeline.core.likeness import Traits, name_key, traits
from pipeline.core.namesakes import Namesakes
from pipeline.core.personal import personal_numbers
from pipeline.model import JOINED, Contact, Identity, Observation, Parted

Key = tuple[str, ...]

#: More people than this at one number or mailbox: it tells nobody from anybody.
_CROWD = 30
#: More people of one family in one place, or posts called alike: the name there tells nobody from anybody, either, and
#: to compare each with all others takes a night. Their own numbers, mailboxes and towns still tell them.
_MULTITUDE = 300
#: More families than this share an exchange, not a desk; job shares are two, sometimes three.
_DESK_SHARE = 3


@dataclass(slots=True, eq=False)
class Person:
    """Someone known, or new tonight. `gone` had left before; `lost` are last night's words that nobody repeated."""

    uid: str
    identity: Identity | None = None
    gone: bool = False
    views: list[Traits] = field(default_factory=list)
    lost: dict[str, list[Traits]] = field(default_factory=dict)
    tonight: list[Observation] = field(default_factory=list)
    struck: list[Observation] = field(default_factory=list)
    reason: str = "same"
    predecessor: str | None = None
    parted: Parted | None = None

    @property
    def is_part(self) -> bool:
        """Whether she was shown as part of another contact last night."""
        return self.identity is not None and is_part(self.identity)

    @property
    def named_by(self) -> frozenset[str]:
        """The sources that named them last night."""
        return frozenset(said.source for said in self.identity.observations) if self.identity else frozenset()

    def arrivals(self) -> list[Observation]:
        """What is said tonight by sources that did not name them last night."""
        before = self.named_by
        return [observation for observation in self.tonight if observation.source not in before]

    def speaks(self, source: str) -> bool:
        """Whether that source names them tonight."""
        return any(observation.source == source for observation in self.tonight)

    def room(self, source: str) -> bool:
        """Whether one more word of that source could be theirs without their being named there twice."""
        return bool(self.lost.get(source)) or not self.speaks(source)

    def freed(self, source: str) -> bool:
        """Whether their old words in that source are gone, or nobody names them any more."""
        return bool(self.lost.get(source)) or not self.tonight

    def last_words(self) -> Iterator[Traits]:
        """What was said of them last night and not tonight."""
        for statements in self.lost.values():
            yield from statements

    def take(self, observation: Observation, said: Traits) -> None:
        """One more word about them; it replaces the most similar of that source's old ones."""
        self.tonight.append(observation)
        self.views.append(said)
        old = self.lost.get(observation.source)
        if old:
            old.remove(max(old, key=lambda statement: closeness(said, statement)))


def is_part(identity: Identity) -> bool:
    """Whether it is shown as part of another contact."""
    return identity.reason == JOINED and identity.departed is not None


def known_person(identity: Identity) -> Person:
    """Somebody of whom nothing was said tonight so far. Who is part of another has not left."""
    gone = identity.departed is not None and not is_part(identity)
    return Person(identity.uid, identity, gone, parted=identity.parted)


def closeness(a: Traits, b: Traits) -> int:
    """How much two descriptions share; only for choosing between people whom a rule allows anyway."""
    return (
        8 * bool(a.mails & (a.own | b.own) & b.mails)
        + 4 * bool(a.desks & b.desks)
        + 3 * bool(a.name and b.name and a.name.given and a.name.given == b.name.given)
        + 2 * (a.role == b.role and bool(a.role))
        + 2 * bool(a.towns & b.towns)
        + bool(a.mails & b.mails)
        + bool(a.faxes & b.faxes)
        + (a.org == b.org and bool(a.org))
    )


class Asked:
    """What tonight's undecided words could be recognised by: a quick look at thousands, before comparing a few."""

    def __init__(self, words: Iterable[Traits]) -> None:
        self._mails: set[str] = set()
        self._desks: set[str] = set()
        self._places: dict[str, set[str]] = defaultdict(set)
        self._nameless = False
        for said in words:
            self._mails |= said.mails
            self._desks |= said.desks
            self._nameless |= said.name is None
            if said.name:
                self._places[said.name.family].update(said.places)

    def concerns(self, contact: Contact) -> bool:
        """Whether somebody so described could be meant: an address, a number, or the family name in the same place."""
        if not self._mails.isdisjoint(contact.emails) or any(phone.e164 in self._desks for phone in contact.phones):
            return True
        if contact.name is None:
            return self._nameless
        places = self._places.get(name_key(contact.name).family)
        return places is not None and not places.isdisjoint(traits(contact).places)


class Register:
    """People by what they can be recognised by. Looking someone up costs no more than the few who share a key."""

    def __init__(self, tonight: Iterable[Observation] = (), namesakes: Namesakes | None = None) -> None:
        self.namesakes = namesakes or Namesakes()
        self._tonight = tonight
        self._personal: frozenset[str] | None = None
        self._people: dict[Key, list[Person]] = defaultdict(list)
        self._families: dict[str, set[str]] = defaultdict(set)

    def enter(self, person: Person, asked: Asked) -> None:
        """Someone known: with all that was ever said about them, and what of it nobody repeated tonight.

        Whoever has lost nothing and shares nothing with what is `asked` cannot be meant and costs nothing more.
        """
        identity = person.identity
        assert identity is not None
        repeated = {(observation.source, observation.contact) for observation in person.tonight}
        lost = [o for o in identity.observations if (o.source, o.contact) not in repeated]
        contacts = {o.contact: o.source for o in identity.observations}
        older = [contact for contact in identity.contacts if contact not in contacts]
        if (person.gone or not lost) and not any(map(asked.concerns, (*contacts, *older))):
            return
        words = [(observation, traits(observation.contact)) for observation in identity.observations]
        for observation, said in words:
            if observation in lost:
                person.lost.setdefault(observation.source, []).append(said)
        for observation, said in words:
            self.add(person, said, observation.source)
        for contact in older:
            self.add(person, traits(contact))

    def add(self, person: Person, said: Traits, source: str = "") -> None:
        """One more description of someone; an older one than last night's, or of somebody gone, holds no desk.

        The name alone finds only those who lost words in that source: in a large one many share it.
        """
        person.views.append(said)
        for key in _answers(said, source if source in person.lost else ""):
            people = self._people[key]
            if len(people) <= _MULTITUDE and person not in people:
                people.append(person)
        if source and not person.gone:
            for number in said.desks:
                self._families[number].add(said.name.family if said.name else "")

    def near(self, keys: Iterable[Key]) -> list[Person]:
        """Everyone whom a description with these `questions` could mean."""
        found: dict[Person, None] = {}
        for key in keys:
            people = self._people.get(key)
            if people and len(people) <= (_MULTITUDE if len(key) > 2 else _CROWD):
                found.update(dict.fromkeys(people))
        return list(found)

    def desks(self, a: Traits, b: Traits) -> frozenset[str]:
        """Numbers that both have and that are a desk rather than an exchange."""
        shared = a.desks & b.desks
        return frozenset(number for number in shared if len(self._families.get(number, ())) <= _DESK_SHARE)

    def personal(self, a: Traits, b: Traits) -> bool:
        """Whether both have a number that is one person's tonight in several sources and nobody else's."""
        if self._personal is None:
            self._personal = personal_numbers(self._tonight)
        return not self._personal.isdisjoint(a.desks & b.desks)


def questions(said: Traits, source: str) -> list[Key]:
    """What to ask the register about a description: whoever has no given name may be anybody of the family."""
    initial = said.name.initial if said.name else ""
    return _keys(said, source, (initial, "") if initial else ("*",))


def _answers(said: Traits, source: str) -> list[Key]:
    """Under what the register lists a description."""
    return _keys(said, source, (said.name.initial if said.name else "", "*"))


def _keys(said: Traits, source: str, initials: tuple[str, ...]) -> list[Key]:
    """Numbers and addresses, with the family name also for a mailbox of hundreds; name or post in each place."""
    family = said.name.family if said.name else ""
    keys: list[Key] = [("stem", stem, domain) for stem, domain in said.stems]
    for kind, values in (("mail", said.mails), ("desk", said.desks)):
        for value in values:
            keys += ((kind, value), (kind, value, family))
    places = (*said.places, f"source {source}") if source else said.places
    if said.name is None:
        return keys + [("post", place, said.role, said.org) for place in places]
    return keys + [("name", place, family, initial) for place in places for initial in initials]
