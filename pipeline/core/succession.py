"""Who came for whom: a new person at the desk, the mailbox or the post of one who left.

One source may know it before another: it names the newcomer where it named somebody whom the other still names. Nobody
has left then, and nobody is reported as a successor; but the newcomer is known to have come for that one. Or it never
named the other: then the newcomer is known by now, and takes her place in the source that is late.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from pipeline.core.likeness import Traits, office, traits
from pipeline.core.people import Person, Register

Pair = tuple[int, Person, Person]


def successions(newcomers: Iterable[Person], leavers: Iterable[Person], register: Register) -> list[Person]:
    """Notes the predecessor of each newcomer who surely has one; two equal candidates are none.

    Returns the leavers in whose place none of them is.
    """
    leavers = list(leavers)
    by_trait: dict[tuple[str, ...], dict[int, Person]] = defaultdict(dict)
    for leaver in leavers:
        for said in leaver.last_words():
            for key in _keys(said):
                by_trait[key][id(leaver)] = leaver
    if not by_trait:
        return leavers
    pairs = [pair for newcomer in newcomers for pair in _pairs(newcomer, by_trait, register)]
    _settle(sorted(pairs, key=lambda pair: -pair[0]))
    met = {leaver.uid for _, _, leaver in pairs}
    return [leaver for leaver in leavers if leaver.uid not in met]


def replacements(newcomers: Iterable[Person], here: Iterable[Person], register: Register) -> None:
    """Notes whom each newcomer replaced in a source, though another still names that one."""
    lost: dict[tuple[str, ...], list[tuple[Person, Traits]]] = defaultdict(list)
    for person in here:
        for source, statements in person.lost.items():
            for left in statements if not person.speaks(source) else ():
                for key in _keys(left):
                    lost[source, *key].append((person, left))
    alone = (one for one in newcomers if lost and one.predecessor is None and one.parted is None)
    found = [(newcomer, {person.uid for person in _replaced(newcomer, lost, register)}) for newcomer in alone]
    claims = Counter(uid for _, uids in found for uid in uids)
    for newcomer, uids in found:
        if len(uids) == 1 and claims[min(uids)] == 1:
            newcomer.predecessor = min(uids)


def _replaced(
    newcomer: Person, lost: dict[tuple[str, ...], list[tuple[Person, Traits]]], register: Register
) -> Iterator[Person]:
    for observation in newcomer.tonight:
        said = traits(observation.contact)
        for person, left in (pair for key in _keys(said) for pair in lost.get((observation.source, *key), ())):
            if _weight(said, left, register):
                yield person


def _keys(said: Traits) -> Iterator[tuple[str, ...]]:
    for number in said.desks:
        yield "desk", number
    for mail in said.mails:
        yield "mail", mail
    if said.role:
        for town in said.towns:
            yield "role", said.role, town
        if said.org:
            yield "role", said.role, "org", said.org


def _pairs(newcomer: Person, by_trait: dict[tuple[str, ...], dict[int, Person]], register: Register) -> Iterator[Pair]:
    found: dict[int, Person] = {}
    words = [traits(observation.contact) for observation in newcomer.arrivals()]
    for said in words:
        for key in _keys(said):
            found.update(by_trait.get(key, {}))
    for leaver in found.values():
        weight = max(_weight(said, left, register) for said in words for left in leaver.last_words())
        if weight and newcomer.named_by.isdisjoint(leaver.named_by):
            yield weight, newcomer, leaver


def _weight(said: Traits, left: Traits, register: Register) -> int:
    """0 where it is no succession. A shared exchange or mailbox needs the same post beside it."""
    desk, mail = register.desks(said, left), said.mails & left.mails
    role = bool(said.role) and said.role == left.role
    place = office(said, left)
    shared = bool(said.desks & left.desks)
    at_post = role and (place == 2 or (place >= 0 and bool(shared or mail)))
    at_mailbox = bool(mail) and place >= 1 and (role or not said.role or not left.role)
    if not (desk or at_post or at_mailbox):
        return 0
    return 8 * bool(desk) + 4 * role + 2 * bool(mail) + (place == 2) + bool(said.faxes & left.faxes)


def _settle(pairs: list[Pair]) -> None:
    """The strongest pairs first; where two are equally strong nobody is named."""
    done: set[int] = set()
    while pairs:
        weight = pairs[0][0]
        level = [pair for pair in pairs if pair[0] == weight]
        ends = Counter(id(person) for _, *both in level for person in both)
        for _, newcomer, leaver in level:
            if ends[id(newcomer)] == ends[id(leaver)] == 1:
                newcomer.predecessor = leaver.uid
            done |= {id(newcomer), id(leaver)}
        pairs = [pair for pair in pairs if id(pair[1]) not in done and id(pair[2]) not in done]
