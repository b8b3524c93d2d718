"""What happened between two nights, contact by contact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from types import MappingProxyType

from pipeline import display, wording
from pipeline.core.likeness import office, traits
from pipeline.model import FIELDS, Address, Change, Contact, Entry, FieldChange, PersonName, Phone
from pipeline.transform.text import fold

#: So much later another source may notice a succession; who stood beside somebody for longer is a colleague.
_LATE = timedelta(days=7)


def compare(
    before: tuple[Entry, ...],
    after: tuple[Entry, ...],
    back: AbstractSet[str] = frozenset(),
    left_on: Mapping[str, datetime] = MappingProxyType({}),
) -> tuple[Change, ...]:
    """The changes from one night's entries to another's, in the order of names.

    `back` are the uids of those who had left by the first night; entries alone do not tell them from new ones. Nor do
    they tell on which day somebody left (`left_on`).
    """
    old = {entry.uid: entry for entry in before}
    new = {entry.uid: entry for entry in after}
    gone = {uid: entry for uid, entry in old.items() if uid not in new}
    predecessors = _predecessors(old, new, gone, left_on)
    told = (_here(old.get(uid), new[uid], predecessors.get(uid), uid in back) for uid in new)
    changes = [change for change in told if change]
    succeeded = {change.predecessor for change in changes}
    stayed = [new[uid] for uid in new.keys() & old.keys()]
    changes += [_removed(entry, stayed) for uid, entry in gone.items() if uid not in succeeded]
    return tuple(sorted(changes, key=lambda change: (fold(change.name), change.uid)))


def _here(before: Entry | None, entry: Entry, predecessor: Entry | None, back: bool) -> Change | None:
    """What happened to somebody who is here on the second night."""
    title = _title(entry)
    if before is None and back:
        return Change("returned", entry.uid, title)
    fields = field_changes(before.contact, entry) if before else ()
    if predecessor:
        name = _title(predecessor)
        return Change("succeeded", entry.uid, title, predecessor.uid, fields, name, late=before is not None)
    if before is None:
        return Change("added", entry.uid, title)
    return Change("changed", entry.uid, title, fields=fields) if fields else None


def _predecessors(
    old: Mapping[str, Entry], new: Mapping[str, Entry], gone: Mapping[str, Entry], left_on: Mapping[str, datetime]
) -> dict[str, Entry]:
    """Whom each of them succeeded: new ones, and those of whom one source knew a few nights before the others."""
    heirs = {uid: left for uid, entry in new.items() if (left := gone.get(entry.predecessor or ""))}
    found = {uid: left for uid, left in heirs.items() if uid not in old}
    followed = {left.uid for left in found.values()}
    late = {
        uid: left
        for uid, left in heirs.items()
        if uid in old and left.uid not in followed and succeeds_late(old[uid], new[uid], left, left_on.get(left.uid))
    }
    claims = Counter(left.uid for left in late.values())
    return found | {uid: left for uid, left in late.items() if claims[left.uid] == 1}


def succeeds_late(before: Entry, heir: Entry, left: Entry, day: datetime | None) -> bool:
    """Whether somebody who leaves on `day` is succeeded by one who came for her and was here already (`before`).

    No source may have named both: they stood side by side there.
    """
    side_by_side = {origin.source for origin in before.sources} & {origin.source for origin in left.sources}
    return day is not None and is_recent(before, day) and not side_by_side and _at_one_place(heir, left)


def is_recent(entry: Entry, day: datetime) -> bool:
    """Whether somebody came so short a time before that it may be for one who leaves on `day`."""
    return entry.first_seen is not None and day.date() - entry.first_seen.date() <= _LATE


def _removed(left: Entry, stayed: Iterable[Entry]) -> Change:
    """Who has long taken the place of whoever left is named, if it is still the same place."""
    heirs = [entry for entry in stayed if entry.predecessor == left.uid and _at_one_place(entry, left)]
    if len(heirs) != 1:
        return Change("removed", left.uid, _title(left))
    return Change("removed", left.uid, _title(left), successor=heirs[0].uid, successor_name=_title(heirs[0]))


def _at_one_place(heir: Entry, left: Entry) -> bool:
    """A number or mailbox of both; or one post, if nothing has changed about her since the other came for it."""
    a, b = traits(heir.contact), traits(left.contact)
    if a.desks & b.desks or a.mails & b.mails:
        return True
    unmoved = heir.first_seen is not None and left.last_changed is not None and left.last_changed <= heir.first_seen
    return unmoved and bool(a.role) and a.role == b.role and office(a, b) == 2


def field_changes(old: Contact, entry: Entry) -> tuple[FieldChange, ...]:
    """What is another value now; another way of writing the same number is none."""
    if old == entry.contact:
        return ()
    winners = dict(entry.winners)
    return tuple(
        FieldChange(name, shown(old, name), shown(entry.contact, name), winners.get(name))
        for name in FIELDS
        if _meaning(old, name) != _meaning(entry.contact, name)
    )


def same_values(a: Contact, b: Contact, fields: Iterable[str] = FIELDS) -> bool:
    """Whether two contacts mean the same in these fields, however their numbers are shown."""
    return all(_meaning(a, name) == _meaning(b, name) for name in fields)


def shown(contact: Contact, name: str) -> str | None:
    """A field as people read it."""
    return show(getattr(contact, name))


def show(value: object) -> str | None:
    """A value as people read it; a list in one line."""
    if isinstance(value, tuple):
        return ", ".join(filter(None, map(show, value))) or None
    if isinstance(value, Phone):
        return f"{wording.PHONE_KINDS[value.kind][0]} {display.phone(value)}"
    if isinstance(value, PersonName):
        return display.name(value)
    if isinstance(value, Address):
        return display.address(value)
    return None if value is None else str(value)


def _meaning(contact: Contact, name: str) -> object:
    if name == "phones":
        return frozenset((phone.kind, phone.e164) for phone in contact.phones)
    return getattr(contact, name)


def _title(entry: Entry) -> str:
    return display.contact_title(entry.contact)
