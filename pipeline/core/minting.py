"""How a new uid is made, and the order in which observations are looked at whatever order they came in."""

from __future__ import annotations

import json
import uuid
from collections.abc import Container

from pipeline.model import Contact, Observation

#: The namespace in which this program gives its uids (a random UUID, fixed for ever).
NAMESPACE = uuid.UUID("6f0b5a43-6d0c-4c39-9f5b-0f6a7f0c2f1e")


def era(ags: str, erased: int | None) -> str:
    """The district and the run after which somebody was erased last: an erasure ends one era and begins the next.

    Whoever was erased had an uid from an earlier one. So no uid comes again, although nothing is kept of those people;
    and an outage, a held or a repeated night gives newcomers no other uid.
    """
    return ags if erased is None else f"{ags} {erased}"


def mint(era: str, observation: Observation, taken: Container[str]) -> str:
    """A new uid (RFC 9562, version 5) from what was said of a contact on its first night, in this `era`.

    `taken` are all uids that are remembered: whoever looks like someone long gone still gets another one.
    """
    said = (era, observation.source, *_identifying(observation.contact))
    counter = 0
    while (uid := str(uuid.uuid5(NAMESPACE, json.dumps((*said, counter))))) in taken:
        counter += 1
    return uid


def order(observation: Observation) -> tuple[object, ...]:
    """Whoever tells more about themselves comes first: full names, then names, then posts without a person."""
    contact, where = observation.contact, observation.where
    name, address = contact.name, contact.address
    return (
        2 if name is None else name.given is None,
        observation.source,
        _identifying(contact),
        tuple((phone.kind, phone.extension or "") for phone in contact.phones),
        (name.title or "", name.salutation or "") if name else (),
        (address.street or "", address.postcode or "", address.city or "") if address else (),
        (contact.url or "", contact.hours or "", sorted(observation.tags)),
        (observation.stale, where.line or 0, where.path or "", where.sheet or "", where.cell or ""),
    )


def _identifying(contact: Contact) -> tuple[object, ...]:
    name = contact.name
    return (
        (name.family, name.given or "") if name else ("", ""),
        contact.municipality or "",
        contact.org or "",
        contact.role or "",
        contact.emails,
        tuple(phone.e164 for phone in contact.phones),
    )
