"""What happened between two nights, contact by contact."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from pipeline import display, wording
from pipeline.model import FIELDS, Address, Change, Contact, Entry, FieldChange, PersonName, Phone
from pipeline.transform.text import fold


def compare(
    before: tuple[Entry, ...], after: tuple[Entry, ...], back: AbstractSet[str] = frozenset()
) -> tuple[Change, ...]:
    """The changes from one night's entries to another's, in the order of names.

    `back` are the uids of those who had left by the first night; entries alone do not tell them from new ones.
    """
    old = {entry.uid: entry for entry in before}
    new = {entry.uid: entry for entry in after}
    changes: list[Change] = []
    succeeded: set[str] = set()
    for uid, entry in new.items():
        if uid in old:
            fields = field_changes(old[uid].contact, entry)
            if fields:
                changes.append(Change("changed", uid, _title(entry), fields=fields))
        elif uid in back:
            changes.append(Change("returned", uid, _title(entry)))
        elif entry.predecessor in old and entry.predecessor not in new:
            left = old[entry.predecessor]
            succeeded.add(left.uid)
            changes.append(Change("succeeded", uid, _title(entry), left.uid, predecessor_name=_title(left)))
        else:
            changes.append(Change("added", uid, _title(entry)))
    gone = [entry for uid, entry in old.items() if uid not in new and uid not in succeeded]
    changes += [_removed(entry, [new[uid] for uid in new.keys() & old.keys()]) for entry in gone]
    return tuple(sorted(changes, key=lambda change: (fold(change.name), change.uid)))


def _removed(left: Entry, here: Iterable[Entry]) -> Change:
    """Who has long taken the place of whoever left is named, if it is still the same place."""
    heirs = [entry for entry in here if entry.predecessor == left.uid and _at_one_place(entry.contact, left.contact)]
    if len(heirs) != 1:
        return Change("removed", left.uid, _title(left))
    return Change("removed", left.uid, _title(left), successor=heirs[0].uid, successor_name=_title(heirs[0]))


def _at_one_place(a: Contact, b: Contact) -> bool:
    numbers = {phone.e164 for phone in a.phones} & {phone.e164 for phone in b.phones}
    return bool(numbers or set(a.emails) & set(b.emails))


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
