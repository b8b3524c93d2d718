"""Invented people, nights and sources for the tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pipeline.model import Contact, Entry, Identity, Observation, Origin, PersonName, Phone, Raw, Reading, Where
from pipeline.stored import Night, Settings, SourceState

DAY = datetime(2026, 3, 2, 3, 15, tzinfo=UTC)
SETTINGS = Settings("Landkreis Tannberg", "08199", "de", ("name", "phones"), (("amt", 10),))
LINDENAU = Contact(
    name=PersonName("Lindenau", "Hedwig", "Dr.", "Frau"),
    org="Amt für Integration",
    role="Leitung",
    phones=(Phone("voice", "+49712392104100", "4100"),),
    emails=("hedwig.lindenau@lra-tannberg.example",),
)
AHRENS = Contact(
    name=PersonName("Ahrens", "Jonas", None, "Herr"),
    org="Amt für Integration",
    role="Koordination Ehrenamt",
    phones=(Phone("voice", "+49712392104112", "4112"),),
)


def day(number: int) -> datetime:
    """The night with that number, counted from 1."""
    return DAY + timedelta(days=number - 1)


def observation(contact: Contact, source: str = "amt", line: int = 7) -> Observation:
    """What a source says about a contact, with a reading of its first telephone number."""
    where = Where(line=line)
    readings = tuple(Reading("phones", phone, Raw("Tel. 4100", where)) for phone in contact.phones)
    return Observation(source, contact, readings, where)


def identity(uid: str, contact: Contact, source: str = "amt") -> Identity:
    """A known contact that one source names."""
    url = f"https://{source}.example/"
    entry = Entry(uid, contact, (("name", source),), (Origin(source, url, DAY),), (), DAY, DAY)
    return Identity(entry, (observation(contact, source),), reason="new")


def gone(known: Identity, run: int) -> Identity:
    """The same contact after it left."""
    return replace(known, departed=run)


def night(number: int, *identities: Identity, **other: object) -> Night:
    """One night that brings these identities."""
    filled = {"status": "published", "sources": (SourceState("amt", f"digest-{number}"),), **other}
    return Night(day(number), day(number), settings=SETTINGS, identities=identities, **filled)  # type: ignore[arg-type]
