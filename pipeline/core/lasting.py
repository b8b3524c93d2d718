"""What was known of somebody's name stays known while nobody takes it back.

One source calls her `Eva Muster`, another `Frau Eva Muster`. If the other one does not name her for a night, she is
still Frau Muster: what a source called her last is remembered until it names her again, and completes her name as if it
were said. It does not where another source says otherwise, or where those words are somebody else's now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from pipeline.core.identify import Match
from pipeline.core.likeness import kin, name_key
from pipeline.core.people import is_part
from pipeline.core.settle import completed
from pipeline.model import JOINED, Contact, Identity, Observation, PersonName
from pipeline.transform.name_opening import is_academic

Heard = tuple[tuple[str, PersonName], ...]


def heard_before(known: Identity | None, observations: Iterable[Observation], reason: str) -> Heard:
    """What sources called her that do not name her tonight. Whoever is back after leaving is called as she is now.

    Nothing is learned or forgotten while staff join her with another: without their row that would not be hers.
    """
    if known is None or (known.departed is not None and not is_part(known)):
        return ()
    if reason == JOINED:
        return known.heard
    speaking = {seen.source for seen in observations}
    last = known.observations if known.reason != JOINED else ()
    heard = {*known.heard, *((seen.source, seen.contact.name) for seen in last if seen.contact.name)}
    return tuple(sorted(((source, name) for source, name in heard if source not in speaking), key=repr))


class Lasting:
    """One night's answers; whose words are whose is only sought where something would be lost."""

    def __init__(self, matches: Iterable[Match]) -> None:
        self._matches = matches
        self._called: dict[tuple[str, str], list[tuple[str, PersonName]]] | None = None

    def named(self, contact: Contact, match: Match, heard: Heard) -> Contact:
        """`contact`, as the sources say tonight, with what was `heard` of the name before and still holds."""
        if not heard or contact.name is None:
            return contact
        speaking = {seen.source for seen in match.observations}
        older = (_for_life(name) for source, name in heard if self._is_hers(source, name, match.uid, speaking))
        return replace(contact, name=completed(contact.name, older))

    def _is_hers(self, source: str, name: PersonName, uid: str, speaking: set[str]) -> bool:
        """Whether that source names neither her otherwise nor somebody who may be meant."""
        others = (other for owner, other in self._of_family(source, name) if owner != uid)
        return source not in speaking and not any(
            kin(name_key(name), name_key(other)) in ("same", "open") for other in others
        )

    def _of_family(self, source: str, name: PersonName) -> Iterable[tuple[str, PersonName]]:
        """Whom a source calls by that family name tonight, and under which uid."""
        if self._called is None:
            self._called = defaultdict(list)
            for match in self._matches:
                for seen in match.observations:
                    if called := seen.contact.name:
                        people = self._called[seen.source, name_key(called).family]
                        people.append((match.into or match.uid, called))
        return self._called[source, name_key(name).family]


def _for_life(name: PersonName) -> PersonName:
    """Nobody is a curate for life."""
    return name if name.title is None or is_academic(name.title) else replace(name, title=None)
