"""What of an office's own list is overtaken: values that staff or a better source know otherwise, and people it lacks.

Only contradictions count. Who says less, writes a number in another form or calls somebody `E. Muster` is not wrong,
and what stands in several rows in different ways stays as it is: nobody could say which row is meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from pipeline.core.likeness import kin, name_key, role_key
from pipeline.model import Address, Contact, Entry, Listed, PersonName, Phone, Reading, Value
from pipeline.transform.text import fold

#: What a cell may hold, and the name under which staff correct it.
SLOTS = {
    "name": "name",
    "org": "org",
    "role": "role",
    "municipality": "municipality",
    "voice": "phones",
    "mobile": "mobile",
    "fax": "fax",
    "emails": "emails",
    "address": "address",
    "url": "url",
    "hours": "hours",
}
_NUMBERS = ("voice", "mobile", "fax")
_LISTS = (*_NUMBERS, "emails")


@dataclass(frozen=True, slots=True)
class Overtaken:
    """In the contact listed at `at`, `values` hold instead of what was read by `readings` (none: it lacks them)."""

    at: int
    slot: str
    readings: tuple[Reading, ...]
    values: tuple[Value, ...]


def overtaken(source: str, listed: Sequence[Listed], entries: Iterable[Entry]) -> tuple[Overtaken, ...]:
    """All that `source`, which lists these contacts, says otherwise than what holds."""
    known = {entry.uid: entry for entry in entries}
    rows: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(listed):
        if one.uid in known and "struck" not in one.observation.tags:
            rows[one.uid].append(at)
    return tuple(found for uid, own in rows.items() for found in _of_one(source, listed, own, known[uid]))


def _of_one(source: str, listed: Sequence[Listed], rows: Sequence[int], entry: Entry) -> Iterator[Overtaken]:
    winners, corrected = dict(entry.winners), listed[rows[0]].overruled
    instead = _mobile_instead(listed, rows, entry) if "phones" in corrected else ()
    for slot, name in SLOTS.items():
        said = {at: _readings(listed[at], slot) for at in rows}
        wanted = (instead if slot == "voice" else ()) or values_of(entry.contact, slot)
        by_hand = name in corrected
        if slot == "mobile" and instead:
            continue
        if not any(said.values()):
            if wanted and len(rows) == 1:
                yield Overtaken(rows[0], slot, (), wanted)
        elif slot in _LISTS:
            yield from _list(slot, said, wanted, by_hand)
        elif by_hand or (wanted and winners.get(name, source) != source):
            yield from _single(slot, said, wanted, by_hand)


def _mobile_instead(listed: Sequence[Listed], rows: Sequence[int], entry: Entry) -> tuple[Value, ...]:
    """Staff have put a mobile number where the list has another: there it is written."""
    said = {slot_of(reading) for at in rows for reading in listed[at].observation.readings}
    only = not values_of(entry.contact, "voice") and "voice" in said and "mobile" not in said
    return values_of(entry.contact, "mobile") if only else ()


def values_of(contact: Contact, slot: str) -> tuple[Value, ...]:
    """What a contact says in one slot."""
    if slot in _NUMBERS:
        return tuple(phone for phone in contact.phones if phone.kind == slot)
    if slot == "emails":
        return contact.emails
    value = getattr(contact, slot)
    return () if value is None else (value,)


def _readings(one: Listed, slot: str) -> tuple[Reading, ...]:
    return tuple(reading for reading in one.observation.readings if slot_of(reading) == slot)


def slot_of(reading: Reading) -> str:
    """The slot to which a reading belongs: its field, or the kind of its number."""
    return reading.value.kind if isinstance(reading.value, Phone) else reading.field


# ---- lists ---------------------------------------------------------------------------------------


def _list(
    slot: str, said: dict[int, tuple[Reading, ...]], wanted: tuple[Value, ...], by_hand: bool
) -> Iterator[Overtaken]:
    """Numbers and addresses: staff mean all of them, a source contradicts only where both know what the other lacks."""
    theirs = {_form(reading.value) for readings in said.values() for reading in readings}
    ours = {_form(value) for value in wanted}
    if theirs == ours or (not by_hand and (ours <= theirs or theirs <= ours)):
        return
    gone, new = theirs - ours, tuple(value for value in wanted if _form(value) not in theirs)
    alike = len({frozenset(_form(reading.value) for reading in readings) for readings in said.values()}) == 1
    if not alike and (len(gone), len(new)) != (1, 1):
        return
    for at, readings in said.items():
        old = tuple(reading for reading in readings if _form(reading.value) in gone)
        if old:
            yield Overtaken(at, slot, old, new)


def _form(value: Value) -> str:
    return value.e164 if isinstance(value, Phone) else str(value)


# ---- single values -------------------------------------------------------------------------------


def _single(
    slot: str, said: dict[int, tuple[Reading, ...]], wanted: tuple[Value, ...], by_hand: bool
) -> Iterator[Overtaken]:
    """Names and texts. What staff wrote holds to the letter; another source has to mean something else."""
    firsts = {at: readings[0] for at, readings in said.items() if readings}
    if len({repr(reading.value) for reading in firsts.values()}) != 1:
        return
    value = next(iter(firsts.values())).value
    same = _same_letters if by_hand else _SAME.get(slot, _same_text)
    if wanted and same(value, wanted[0]):
        return
    for at, reading in firsts.items():
        yield Overtaken(at, slot, (reading,), wanted)


def _same_letters(old: Value, new: Value) -> bool:
    if isinstance(old, PersonName) and isinstance(new, PersonName):
        parts = (old.family, old.given, old.title) == (new.family, new.given, new.title)
        return parts and new.salutation in (None, old.salutation)
    return old == new


def _same_text(old: Value, new: Value) -> bool:
    return fold(str(old)) == fold(str(new))


def _same_role(old: Value, new: Value) -> bool:
    return role_key(str(old)) == role_key(str(new))


def _same_name(old: Value, new: Value) -> bool:
    return kin(name_key(cast(PersonName, old)), name_key(cast(PersonName, new))) in ("same", "open")


def _same_places(old: Value, new: Value) -> bool:
    """Who names one place more does not contradict."""
    ours, theirs = _places(str(new)), _places(str(old))
    return ours <= theirs or theirs <= ours


def _same_address(old: Value, new: Value) -> bool:
    a, b = cast(Address, old), cast(Address, new)
    streets = (fold(each.street or "").replace("strasse", "str") for each in (a, b))
    return len(set(streets)) == 1 and a.postcode == b.postcode


_SAME: dict[str, Callable[[Value, Value], bool]] = {
    "name": _same_name,
    "role": _same_role,
    "municipality": _same_places,
    "address": _same_address,
}


def _places(municipality: str | None) -> set[str]:
    return {fold(place) for place in (municipality or "").split(";") if place.strip()}


# ---- people whom the list lacks ------------------------------------------------------------------


def newcomers(listed: Sequence[Listed], entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """People who belong into the list: a municipality that it lists, and a function that somebody in it has.

    In doubt nobody: without a name, with the name of somebody who is listed, or known by an old word only.
    """
    entries = tuple(entries)
    there = {one.uid for one in listed}
    contacts = [one.observation.contact for one in listed]
    places = {place for contact in contacts for place in _places(contact.municipality)}
    names = [name_key(contact.name) for contact in contacts if contact.name]
    contacts += [entry.contact for entry in entries if entry.uid in there]
    roles = {key for contact in contacts for key in _roles(contact)}

    def belongs(entry: Entry) -> bool:
        contact, name = entry.contact, entry.contact.name
        own = _places(contact.municipality)
        if name is None or entry.uid in there or entry.stale or not own or not own <= places:
            return False
        known = any(kin(name_key(name), other) not in ("other", "first") for other in names)
        return not known and bool(_roles(contact) & roles) and bool(contact.phones or contact.emails)

    return tuple(entry for entry in entries if belongs(entry))


def _roles(contact: Contact) -> set[object]:
    return {role_key(role) for role in (contact.role or "").split(";") if role.strip()}
