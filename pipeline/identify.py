"""Who is who: across the sources of one night, and across all nights."""

from __future__ import annotations

import json
import uuid
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from pipeline.model import Correction, Finding, Identity, Observation
from pipeline.transform.text import fold

#: The namespace in which this program gives its uids (a random UUID, fixed for ever).
NAMESPACE = uuid.UUID("6f0b5a43-6d0c-4c39-9f5b-0f6a7f0c2f1e")


@dataclass(frozen=True, slots=True)
class Match:
    """Tonight's observations of one contact. `reason` is the rule that recognised it."""

    uid: str
    observations: tuple[Observation, ...]
    reason: str
    predecessor: str | None = None


@dataclass(frozen=True, slots=True)
class Matches:
    """Everyone who is named tonight, and what could not be decided."""

    matches: tuple[Match, ...]
    findings: tuple[Finding, ...]


def identify(
    observations: tuple[Observation, ...], known: tuple[Identity, ...], joins: tuple[Correction, ...], ags: str
) -> Matches:
    """Tonight's observations by contact."""
    by_contact = {(o.source, o.contact): k.uid for k in known for o in k.observations}
    by_name = {_name(o): k.uid for k in known for o in k.observations if o.contact.name}
    taken = {k.uid for k in known}
    found: dict[str, list[Observation]] = {}
    reasons: dict[str, str] = {}
    for observation in sorted(observations, key=repr):
        uid = by_contact.get((observation.source, observation.contact)) or by_name.get(_name(observation))
        reason = "same"
        if uid is None:
            uid, reason = mint(ags, observation, taken), "new"
            taken.add(uid)
            if observation.contact.name:
                by_name[_name(observation)] = uid
        found.setdefault(uid, []).append(observation)
        reasons.setdefault(uid, reason)
    return Matches(tuple(Match(uid, tuple(os), reasons[uid]) for uid, os in sorted(found.items())), ())


def mint(ags: str, observation: Observation, taken: AbstractSet[str]) -> str:
    """A new uid from what identifies a contact on its first night; never one that was given before."""
    contact = observation.contact
    said = (contact.name and repr(contact.name), contact.org, contact.role, contact.municipality)
    counter = 0
    while True:
        key = json.dumps((ags, observation.source, said, contact.emails, [p.e164 for p in contact.phones], counter))
        uid = str(uuid.uuid5(NAMESPACE, key))
        if uid not in taken:
            return uid
        counter += 1


def _name(observation: Observation) -> tuple[str, str, str]:
    name = observation.contact.name
    return (
        fold(name.family) if name else "",
        fold(name.given or "") if name else "",
        fold(observation.contact.municipality or ""),
    )
