"""Whose news a name is: `Eva Muster` stays who says her name, and `Frau` may come from another source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pipeline.model import CORRECTIONS, Change, FieldChange, Identity, PersonName

#: What of a name another source may add to the word of the one that has the say.
_ADDED = ("salutation", "title")


def attributed(changes: Iterable[Change], before: Iterable[Identity], after: Iterable[Identity]) -> tuple[Change, ...]:
    """The changes; where nothing but the form of address or title is new, the source of a name is who says that."""
    old, new = ({identity.uid: identity for identity in each} for each in (before, after))
    return tuple(_attributed(change, old, new) for change in changes)


def _attributed(change: Change, old: Mapping[str, Identity], new: Mapping[str, Identity]) -> Change:
    was, now = old.get(change.uid), new.get(change.uid)
    if not (was and now and any(each.field == "name" for each in change.fields)):
        return change
    source = _who_adds(was.entry.contact.name, now)
    if source is None:
        return change
    return replace(change, fields=tuple(_said_by(source, each) for each in change.fields))


def _said_by(source: str, change: FieldChange) -> FieldChange:
    return replace(change, source=source) if change.field == "name" and change.source != CORRECTIONS else change


def _who_adds(old: PersonName | None, now: Identity) -> str | None:
    """The source that says all which is new of a name, if the one that has the say does not."""
    name = now.entry.contact.name
    if old is None or name is None or (old.family, old.given) != (name.family, name.given):
        return None
    new = {part: value for part in _ADDED if (value := getattr(name, part)) and value != getattr(old, part)}
    said = {o.source: o.contact.name for o in now.observations if o.contact.name}
    sources = sorted(s for s, told in said.items() if new and all(getattr(told, p) == v for p, v in new.items()))
    return None if dict(now.entry.winners).get("name") in sources else next(iter(sources), None)
