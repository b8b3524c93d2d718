"""Who bears a full name: whether it is one person's, and who had it and is not named any more.

A full name tells nobody from everybody. It is evidence only where nobody else is known by it and tonight's words under
it are one person's; else it is a question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import combinations

from pipeline.core.likeness import NameKey, Traits, name_key, office, traits
from pipeline.model import Contact, Identity, Observation

_Full = tuple[str, tuple[str, ...]]


class Namesakes:
    """Everybody known, and everybody of tonight, by full name. Only a night on which somebody moves needs it."""

    def __init__(
        self,
        known: Iterable[Identity] = (),
        tonight: Iterable[Observation] = (),
        roots: Mapping[str, str] | None = None,
    ) -> None:
        self._known, self._said, self._roots = known, tonight, roots or {}

    def called(self, said: Traits) -> frozenset[str]:
        """The uids of everybody who is or was called so; nobody for a name that is not full."""
        if said.name is None or not said.name.has_given:
            return frozenset()
        return frozenset(self._uids.get(_full(said.name), ()))

    def only_one(self, said: Traits) -> bool:
        """Whether one person is known by this name, and tonight's words under it are surely one person's, too."""
        if len({self._roots.get(uid, uid) for uid in self.called(said)}) != 1 or said.name is None:
            return False
        words = [(o.source, traits(o.contact)) for o in self._tonight[_full(said.name)]]
        return all(_are_one(one, other) for one, other in combinations(words, 2))

    @cached_property
    def _uids(self) -> dict[_Full, set[str]]:
        uids: dict[_Full, set[str]] = defaultdict(set)
        for identity in self._known:
            for name in {contact.name for contact in _contacts(identity) if contact.name}:
                uids[_full(name_key(name))].add(identity.uid)
        return uids

    @cached_property
    def _tonight(self) -> dict[_Full, list[Observation]]:
        words: dict[_Full, list[Observation]] = defaultdict(list)
        for observation in self._said:
            if observation.contact.name and "struck" not in observation.tags:
                words[_full(name_key(observation.contact.name))].append(observation)
        return words


def _contacts(identity: Identity) -> Iterable[Contact]:
    return (*identity.contacts, *(observation.contact for observation in identity.observations))


def _full(name: NameKey) -> _Full:
    return name.family, name.given


def _are_one(one: tuple[str, Traits], other: tuple[str, Traits]) -> bool:
    """By one mail address; or two sources name one office or number."""
    (source, a), (other_source, b) = one, other
    if a.mails & b.mails:
        return True
    return source != other_source and (bool(a.desks & b.desks) or office(a, b) == 2)
