"""Who is who: across the sources of one night, and across all nights.

Evidence is taken in order, and each rule looks only at what the ones before it left:

    the same words as last night           nothing to decide
    the name with its own mail address, its desk, its office      also for those who had left: they return
    the full name at another place with the same function, if nobody else has it      who moved within one source
    a corrected or a new family name at the same desk
    what is left is somebody new, each once however many sources name them
    a new person at the desk, mailbox or post of one who left succeeds that one
    (or of one whom only another source still names: then nobody has left yet)

Two candidates of equal weight are no reason to choose: the observation gets an uid of its own and a finding says so.
An uid is given once, stored, never computed again and never given to anyone else. Nothing here depends on the order of
the observations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline import display
from pipeline.core.doubts import duplicates, of_one_name, perhaps_back
from pipeline.core.evidence import BY_CHANGE, BY_FULL_NAME, BY_NAME, BY_POST, Case, Rule, alike
from pipeline.core.joins import join, own_words, shown_as, together
from pipeline.core.likeness import Traits, name_key, traits
from pipeline.core.minting import mint, order
from pipeline.core.namesakes import Namesakes
from pipeline.core.people import Asked, Key, Person, Register, closeness, known_person, questions
from pipeline.core.splits import Splits, parted
from pipeline.core.succession import replacements, successions
from pipeline.model import JOINED, Contact, Correction, Finding, Identity, Observation, Parted

#: New words of one source may be the key to those of another; more rounds than this were never needed.
_ROUNDS = 4
#: What makes two new observations one newcomer.
_AMONG_NEW = (*BY_NAME, BY_CHANGE[0], *BY_POST)


@dataclass(frozen=True, slots=True)
class Match:
    """Tonight's observations of one contact. `reason` is the rule that recognised it.

    `into` names the contact with which staff have joined it; its observations are among that one's, too. `parted` says
    from which contact a row of theirs took it.
    """

    uid: str
    observations: tuple[Observation, ...]
    reason: str
    predecessor: str | None = None
    into: str | None = None
    parted: Parted | None = None


@dataclass(frozen=True, slots=True)
class Matches:
    """Everyone who is named tonight, and what could not be decided."""

    matches: tuple[Match, ...]
    findings: tuple[Finding, ...]


def identify(
    observations: tuple[Observation, ...], known: tuple[Identity, ...], joins: tuple[Correction, ...], era: str
) -> Matches:
    """Tonight's observations by contact, among everyone ever `known`; new uids are those of the `era` (`minting`)."""
    said = _once(observations)
    search = _Search(known, Splits(joins, known), said)
    struck = [observation for observation in said if "struck" in observation.tags]
    left = search.same_words(observation for observation in said if "struck" not in observation.tags)
    if left or struck:
        words, struck_words = ([_word(o) for o in sorted(some, key=order)] for some in (left, struck))
        search.open_register((*words, *struck_words))
        search.recognise(words)
        search.welcome(era)
        search.strike_out(struck_words)
    search.remember_origins()
    into, findings = join(search.people, joins, search.splits)
    shown = tuple(together(search.people, into))
    search.succeed(shown)
    doubts = (*search.findings(shown), *duplicates(shown, search.splits))
    return Matches(_matches(search.people, into), (*doubts, *findings))


@dataclass(frozen=True, slots=True, eq=False)
class _Word:
    """One observation that is not yet anybody's, what it can be recognised by, and what to ask the register for."""

    observation: Observation
    source: str
    said: Traits
    keys: list[Key]

    def case(self, person: Person, register: Register) -> Case:
        return Case(self.said, self.source, person, register, "vacant" in self.observation.tags)


def _word(observation: Observation) -> _Word:
    said = traits(observation.contact)
    return _Word(observation, observation.source, said, questions(said, observation.source))


class _Search:
    """One call of `identify`: everybody known, the observations that are left, and the ties met on the way."""

    def __init__(self, known: tuple[Identity, ...], splits: Splits, said: tuple[Observation, ...]) -> None:
        self.people = {identity.uid: known_person(identity) for identity in own_words(known)}
        self.splits = splits
        self._roots = shown_as(known)
        self.register = Register(said, Namesakes(known, said, self._roots))
        self._left: list[_Word] = []
        self._ties: dict[_Word, tuple[str, ...]] = {}
        self._new: list[tuple[Person, _Word]] = []
        self._taken: dict[tuple[str, Contact], Parted] = {}

    def same_words(self, observations: Iterable[Observation]) -> list[Observation]:
        """Give everyone the words that were theirs last night (or when they left); return what is left."""
        owners: dict[tuple[str, Contact], list[Person]] = defaultdict(list)
        for person in sorted(self.people.values(), key=lambda person: (person.gone, person.uid)):
            for said in _words(person):
                people = owners[said]
                if person not in people[-1:]:
                    people.append(person)
        left = []
        for observation in observations:
            owner = self._owner(observation, owners.get((observation.source, observation.contact), ()))
            if owner is None:
                left.append(observation)
            else:
                owner.tonight.append(observation)
        return left

    def _owner(self, observation: Observation, owners: Iterable[Person]) -> Person | None:
        """Whoever is here goes before whoever left; two with the same words get them in turn."""
        free = [person for person in owners if not self._takes(observation, person)]
        here = [person for person in free if not person.gone] or free[:1]
        return min(here, key=lambda person: len(person.tonight), default=None)

    def _takes(self, observation: Observation, owner: Person) -> bool:
        """Whether staff take these words from her."""
        row = self.splits.taking(observation, owner)
        if row and not owner.gone:
            self._taken[observation.source, observation.contact] = parted(owner, row, (observation,))
        return row is not None

    def open_register(self, words: Iterable[_Word]) -> None:
        """Only a night with news needs to look people up."""
        asked = Asked(word.said for word in words)
        for person in self.people.values():
            self.register.enter(person, asked)

    def recognise(self, words: list[_Word]) -> None:
        """Rule by rule until a whole round finds nobody; new words of one source can be the key to another's."""
        self._left = words
        stages: tuple[tuple[tuple[Rule, ...], bool], ...] = (
            (BY_NAME, False),
            (BY_NAME, True),
            (BY_FULL_NAME, False),
            (BY_CHANGE, False),
            (BY_POST, False),
            (BY_POST[:1], True),
        )
        anyone = {gone: any(person.gone == gone for person in self.people.values()) for gone in (False, True)}
        for _ in range(_ROUNDS):
            before = len(self._left)
            for rule, gone in ((rule, gone) for rules, gone in stages for rule in rules if anyone[gone]):
                self._apply(rule, gone)
            if len(self._left) in (0, before):
                return

    def _apply(self, rule: Rule, gone: bool) -> None:
        """Settle whom one rule recognises, all at once, so that the order of the words makes no difference."""
        claims: dict[tuple[str, str], list[tuple[int, _Word]]] = defaultdict(list)
        for word in self._left:
            best = self._best(word, (rule,), lambda person: person.gone == gone)
            if best:
                claims[best[1].uid, word.source].append((best[0], word))
        taken: set[_Word] = set()
        for (uid, source), claimants in claims.items():
            person = self.people[uid]
            for word in _granted(claimants, person, source) if rule.one_each else [word for _, word in claimants]:
                self._give(person, word, "returned" if gone else rule.name)
                taken.add(word)
        self._left = [word for word in self._left if word not in taken]

    def _best(
        self, word: _Word, rules: Sequence[Rule], among: Callable[[Person], bool]
    ) -> tuple[int, Person, str] | None:
        """The one person whom the first of `rules` that fits recognises; a tie is noted and nobody is chosen."""
        rules = [rule for rule in rules if rule.nameless == (word.said.name is None)]
        people = [person for person in self.register.near(word.keys) if among(person)] if rules else []
        people = [person for person in people if not self.splits.barring(word.observation, person)]
        cases = [(word.case(person, self.register), person) for person in people]
        for rule in rules if cases else ():
            fits = [person for case, person in cases if rule.holds(case)]
            if fits:
                return self._closest(word, fits, rule.name)
        return None

    def _closest(self, word: _Word, fits: list[Person], rule: str) -> tuple[int, Person, str] | None:
        weights = sorted(((_weight(word, person), person.uid) for person in fits), reverse=True)
        level = [uid for weight, uid in weights if weight == weights[0][0]]
        if len({self._roots.get(uid, uid) for uid in level}) > 1:
            self._ties[word] = tuple(sorted(level))
            return None
        best = min(level, key=lambda uid: (uid in self._roots, uid))
        return weights[0][0], self.people[best], rule

    def _give(self, person: Person, word: _Word, reason: str) -> None:
        person.take(word.observation, word.said)
        person.gone = False
        self.register.add(person, word.said, word.source)
        if person.reason == "same":
            person.reason = reason

    def welcome(self, era: str) -> None:
        """Everyone who is left is new, but only once however many sources name them."""
        for word in self._left:
            best = self._best(word, _AMONG_NEW, lambda person: person.identity is None)
            if best:
                self._give(best[1], word, best[2])
                continue
            person = Person(mint(era, word.observation, self.people), reason="new")
            self.people[person.uid] = person
            self._new.append((person, word))
            self._give(person, word, "new")

    def strike_out(self, words: Iterable[_Word]) -> None:
        """Struck words name nobody; they say of someone known that she has left."""
        for word in words:
            best = self._best(word, (*BY_NAME, *BY_POST), lambda person: not person.gone and bool(person.identity))
            if best:
                best[1].struck.append(word.observation)

    def remember_origins(self) -> None:
        """Whoever is here only because staff took words from somebody remembers whose they were."""
        for person in self.people.values() if self._taken else ():
            if person.tonight and not person.is_part and (person.identity is None or person.identity.departed):
                said = (self._taken.get((o.source, o.contact)) for o in person.tonight)
                took = [taken for taken in said if taken]
                if took:
                    person.parted = replace(took[0], words=tuple(word for taken in took for word in taken.words))

    def succeed(self, shown: Iterable[Person]) -> None:
        """New people at the places of those who left; and known ones whom a source names there for the first time."""
        leavers = (p for p in shown if p.identity and not p.gone and not p.tonight and p.identity.departed is None)
        newcomers = [person for person, word in self._new if word.said.name]
        left = successions(newcomers, leavers, self.register)
        here = (p for p in self.people.values() if p.tonight and p.identity and p.identity.departed is None)
        known = (p for p in here if p.identity and not p.identity.entry.predecessor and p.reason != "moved")
        successions((p for p in known if any(o.contact.name for o in p.arrivals())), left, self.register)
        replacements(newcomers, (p for p in shown if p.identity and p.tonight and not p.gone), self.register)

    def findings(self, shown: Iterable[Person]) -> Iterable[Finding]:
        """What was not decided, for those to whom it mattered."""
        for person, word in self._new:
            if word in self._ties:
                yield self._tie(person, word)
            before = self.people.get(person.predecessor or "")
            if before and before.identity and before.tonight:
                yield _in_the_place_of(before, before.identity, word)
        new = [person for person, _ in self._new]
        yield from perhaps_back(new, self.register, self.splits)
        yield from of_one_name(new, shown, self.register.namesakes, self.splits)
        for person in self.people.values():
            if person.reason == "married" and person.identity:
                yield from _renamed(person, person.identity)
            if person.struck and person.tonight:
                struck = person.struck[0]
                title = display.contact_title(struck.contact)
                yield Finding("struck_elsewhere", "warning", title, struck.where, struck.source, person.uid)

    def _tie(self, person: Person, word: _Word) -> Finding:
        known = ", ".join(self._ties[word])
        title = display.contact_title(word.observation.contact)
        details = (("candidates", known),)
        where, source = word.observation.where, word.source
        return Finding("ambiguous_contact", "warning", title, where, source, person.uid, details)


def _in_the_place_of(person: Person, before: Identity, new: _Word) -> Finding:
    """One of two sources may be late: somebody should say which."""
    sources = ", ".join(sorted({said.source for said in person.tonight}))
    details = (("before", display.contact_title(before.entry.contact)), ("sources", sources))
    title = display.contact_title(new.observation.contact)
    return Finding("place_taken", "info", title, new.observation.where, new.source, person.uid, details)


def _renamed(person: Person, identity: Identity) -> Iterable[Finding]:
    """A successor may have the given name of her predecessor; only staff can know. A late source says nothing new."""
    old = identity.entry.contact
    otherwise = [said for said in person.tonight if _family(said.contact) not in (None, _family(old))]
    if not otherwise:
        return
    new = min(otherwise, key=order)
    details = (("before", display.contact_title(old)),)
    title = display.contact_title(new.contact)
    yield Finding("new_family_name", "info", title, new.where, new.source, person.uid, details)


def _family(contact: Contact) -> str | None:
    return name_key(contact.name).family if contact.name else None


def _once(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """The same words twice in one source, as a page for small and large screens has them, are said once."""
    once: dict[object, Observation] = {}
    for observation in observations:
        key = (observation.source, observation.contact, observation.tags)
        first = once.setdefault(key, observation)
        if first is not observation:
            once[key] = min(first, observation, key=order)
    return tuple(once.values())


def _words(person: Person) -> Iterable[tuple[str, Contact]]:
    observations = person.identity.observations if person.identity else ()
    return ((observation.source, observation.contact) for observation in observations)


def _weight(word: _Word, person: Person) -> int:
    """How close a person is; who has just lost her words in that source goes before an equal who has not."""
    return 2 * max(closeness(word.said, view) for view in person.views) + bool(person.lost.get(word.source))


def _granted(claimants: list[tuple[int, _Word]], person: Person, source: str) -> list[_Word]:
    """Whose claim on the places of one person holds: all, if there are places enough or they are surely one."""
    words = [word for _, word in claimants]
    if len(words) <= max(1, len(person.lost.get(source, ()))) or alike(word.said for word in words):
        return words
    first, second = sorted((weight for weight, _ in claimants), reverse=True)[:2]
    return [word for weight, word in claimants if weight == first] if first > second else []


def _matches(people: dict[str, Person], into: dict[str, str]) -> tuple[Match, ...]:
    parts: dict[str, list[Observation]] = defaultdict(list)
    for uid, root in into.items():
        parts[root] += people[uid].tonight
    named = (uid for uid in sorted(people) if people[uid].tonight or people[uid].struck or parts.get(uid))
    return tuple(_match(people[uid], parts.get(uid, []), into.get(uid)) for uid in named)


def _match(person: Person, parts: list[Observation], into: str | None) -> Match:
    said = tuple(sorted((*person.tonight, *parts), key=order))
    if not said:
        return Match(person.uid, tuple(person.struck), "struck")
    reason = JOINED if into or parts else person.reason
    return Match(person.uid, said, reason, person.predecessor, into, person.parted)
