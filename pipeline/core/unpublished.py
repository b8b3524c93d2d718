"""Contacts of a rebuilt state lack what the release they come from did not publish; to read it again is no news."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from pipeline.model import FIELDS, Identity

#: The reason by which an identity of a rebuilt state is known.
RESTORED = "restored"


def completed(
    base: tuple[Identity, ...], read: Callable[[], Iterable[Identity]], published: Iterable[str]
) -> tuple[Identity, ...]:
    """The same identities; what those of a rebuilt state could not know is as it is `read` tonight."""
    hidden = frozenset(FIELDS) - frozenset(published)
    if not hidden or not any(known.reason == RESTORED for known in base):
        return base
    tonight = {known.uid: known for known in read()}
    return tuple(_filled(known, tonight.get(known.uid, known), hidden) for known in base)


def _filled(known: Identity, read: Identity, hidden: frozenset[str]) -> Identity:
    if known.reason != RESTORED:
        return known
    values = {name: getattr(read.entry.contact, name) for name in hidden}
    contact = replace(known.entry.contact, **values)
    return replace(known, entry=replace(known.entry, contact=contact, groups=read.entry.groups))  # they come of fields
