"""Which value holds, and what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from pipeline import display
from pipeline.identify import Match, Matches
from pipeline.model import Change, Correction, Entry, Finding, Identity, Origin


@dataclass(frozen=True, slots=True)
class Setting:
    """What a night takes for granted: whose word counts more, where it was said, and which sources answered."""

    priorities: Mapping[str, int]
    urls: Mapping[str, str]
    grace: int
    run: int
    now: datetime
    healthy: frozenset[str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """The state as it would be: everyone ever known, departed ones included, and what changed tonight."""

    identities: tuple[Identity, ...]
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]


def reconcile(
    matches: Matches, base: tuple[Identity, ...], corrections: tuple[Correction, ...], setting: Setting
) -> Proposal:
    """The state after tonight."""
    known = {identity.uid: identity for identity in base}
    after = dict(known)
    for match in matches.matches:
        after[match.uid] = _identity(match, known.get(match.uid), setting)
    present = {match.uid for match in matches.matches}
    for uid, identity in known.items():
        if uid not in present and identity.departed is None:
            after[uid] = replace(identity, departed=setting.run)
    changes = compare(
        tuple(i.entry for i in base if i.departed is None),
        tuple(i.entry for i in after.values() if i.departed is None),
    )
    return Proposal(tuple(after[uid] for uid in sorted(after)), changes, ())


def compare(before: tuple[Entry, ...], after: tuple[Entry, ...]) -> tuple[Change, ...]:
    """What happened between two nights."""
    old = {entry.uid: entry for entry in before}
    new = {entry.uid: entry for entry in after}
    changes = []
    for uid in sorted(old.keys() | new.keys()):
        entry = new.get(uid) or old[uid]
        name = display.contact_title(entry.contact)
        if uid not in old:
            changes.append(Change("added", uid, name))
        elif uid not in new:
            changes.append(Change("removed", uid, name))
        elif old[uid].contact != new[uid].contact:
            changes.append(Change("changed", uid, name))
    return tuple(changes)


def _identity(match: Match, known: Identity | None, setting: Setting) -> Identity:
    best = max(match.observations, key=lambda o: (setting.priorities.get(o.source, 0), o.source))
    if known and known.entry.contact == best.contact and known.departed is None:
        return known
    entry = Entry(
        match.uid,
        best.contact,
        sources=tuple(
            Origin(s, setting.urls.get(s, ""), setting.now) for s in sorted({o.source for o in match.observations})
        ),
        first_seen=known.entry.first_seen if known else setting.now,
        last_changed=setting.now,
    )
    return Identity(entry, match.observations, reason=match.reason)
