"""Which value holds, who has left, and what changed: the state after tonight as a proposal.

named, with last night's words       the entry stays what it was, to the byte
named, with other words              values settled anew, staff's corrections on top
named by struck words only           leaves at once
somebody new at the same post        the one who had it leaves at once, and is succeeded, also if a source is late
staff gave all its words to another  leaves at once
no longer named                      leaves after `grace` further nights on which its sources answered
joined by staff                      is part of another entry until they say otherwise
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from pipeline import display
from pipeline.core.amend import Amendment, amend, amendments
from pipeline.core.apart import Evidence, disagreements
from pipeline.core.compare import compare, is_recent, same_values, succeeds_late
from pipeline.core.identify import Match, Matches
from pipeline.core.kept import as_before, readings_kept
from pipeline.core.lasting import Lasting, heard_before
from pipeline.core.settle import settle
from pipeline.core.steady import steadied
from pipeline.core.whose_news import attributed
from pipeline.model import (
    JOINED,
    Change,
    Contact,
    Correction,
    Entry,
    Finding,
    Identity,
    Observation,
    Origin,
    Rebuilt,
)

__all__ = ["Proposal", "Setting", "compare", "reconcile"]

#: Older names and addresses by which somebody may come back; nobody marries more often.
_FORMER = 5


@dataclass(frozen=True, slots=True)
class Setting:
    """What a night takes for granted: whose word counts more, where it was said, and which sources answered.

    `rebuilt` are the pages that got another layout tonight, `evidence` what was read on earlier nights.
    """

    priorities: Mapping[str, int]
    urls: Mapping[str, str]
    grace: int
    run: int
    now: datetime
    healthy: frozenset[str]
    rebuilt: Mapping[str, Rebuilt] = field(default_factory=dict)
    evidence: Evidence = lambda _: {}


@dataclass(frozen=True, slots=True)
class Proposal:
    """The state as it would be: everyone ever known, departed ones included, and what changed tonight."""

    identities: tuple[Identity, ...]
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]


def reconcile(
    matches: Matches, base: tuple[Identity, ...], corrections: tuple[Correction, ...], setting: Setting
) -> Proposal:
    """The state after tonight, `base` being the one before."""
    known = {identity.uid: identity for identity in base}
    rows, findings = amendments(corrections, _called(matches, known), setting.now.date())
    after, notes, lasting = dict(known), list(findings), Lasting(matches.matches)
    for match in matches.matches:
        after[match.uid], more = _named(match, known.get(match.uid), rows.get(match.uid, ()), setting, lasting)
        notes += more
    notes += _now_parts(matches, known)
    followed = {_followed(match, known.get(match.uid), after[match.uid], known, setting) for match in matches.matches}
    named = {match.uid for match in matches.matches}
    missed = [identity for identity in base if identity.uid not in named and identity.departed is None]
    given = _given(matches, known)
    for identity in missed:
        ends = identity.uid in followed or _said(identity.observations) <= given
        left = after[identity.uid] = _not_named(identity, ends, setting)
        if left.missing and left.departed is None:
            name = display.contact_title(identity.entry.contact)
            notes.append(Finding("not_named", "warning", name, uid=identity.uid))
    identities = tuple(after[uid] for uid in sorted(after))
    notes += readings_kept(identities)
    back = {identity.uid for identity in base if identity.departed is not None}
    left_on = {identity.uid: setting.now for identity in identities if identity.departed == setting.run}
    changes = attributed(compare(_present(base), _present(identities), back, left_on), base, identities)
    return Proposal(identities, changes, tuple(notes))


def _followed(
    match: Match, before: Identity | None, after: Identity, known: Mapping[str, Identity], setting: Setting
) -> str | None:
    """In whose place somebody comes, or came a few nights ago, when another source still named that one."""
    if before is None:
        return match.predecessor
    left = known.get(after.entry.predecessor or "")
    present = before.departed is None and after.departed is None
    late = left and present and succeeds_late(before.entry, after.entry, left.entry, setting.now)
    return left.uid if left and late else None


def _given(matches: Matches, known: Mapping[str, Identity]) -> frozenset[tuple[str, Contact]]:
    """Words that staff gave to somebody, or gave back."""
    joined = {uid for uid, identity in known.items() if identity.reason == JOINED}
    moved = (match for match in matches.matches if match.parted or match.into or match.uid in joined)
    return _said(observation for match in moved for observation in match.observations)


def _said(observations: Iterable[Observation]) -> frozenset[tuple[str, Contact]]:
    return frozenset((observation.source, observation.contact) for observation in observations)


def _present(identities: Iterable[Identity]) -> tuple[Entry, ...]:
    return tuple(identity.entry for identity in identities if identity.departed is None)


def _called(matches: Matches, known: Mapping[str, Identity]) -> dict[str, tuple[Contact, ...]]:
    """Everyone who is published tonight, with all by which staff may call them, their older names included."""
    called: dict[str, tuple[Contact, ...]] = {}
    for match in matches.matches:
        if match.into is None and match.reason != "struck":
            identity = known.get(match.uid)
            older = identity.contacts if identity else ()
            called[match.uid] = (*(observation.contact for observation in match.observations), *older)
    for uid, identity in known.items():
        if identity.departed is None and uid not in called:
            called[uid] = identity.contacts
    return called


# ---- leaving -------------------------------------------------------------------------------------


def _not_named(identity: Identity, ends: bool, setting: Setting) -> Identity:
    """Gone, if its sources answered often enough without naming it. An outage never counts.

    `ends` says that its place, or each of its words, is somebody else's tonight.
    """
    silent = {o.source for o in identity.observations if o.source in setting.priorities} - setting.healthy
    if silent and not ends:
        return identity
    if ends or identity.missing >= setting.grace:
        return _left(identity, setting.run)
    return replace(identity, missing=identity.missing + 1)


def _left(identity: Identity, run: int) -> Identity:
    reason = "left" if identity.reason == JOINED else identity.reason
    return replace(identity, departed=run, missing=0, reason=reason)


# ---- being named ---------------------------------------------------------------------------------


def _named(
    match: Match, known: Identity | None, rows: Sequence[Amendment], setting: Setting, lasting: Lasting
) -> tuple[Identity, Iterable[Finding]]:
    if match.reason == "struck":
        assert known is not None
        return _left(known, setting.run), ()
    if match.into is not None:
        return _part(match, known, setting), ()
    observations = _kept(match, known, setting)
    settled = settle(observations, setting.priorities)
    heard = heard_before(known, observations, match.reason)
    settled = replace(settled, contact=lasting.named(settled.contact, match, heard))
    amended = amend(settled, rows, known, match.uid)
    contact = _shown_as_before(amended.contact, known)
    entry = _entry(match, known, contact, amended.winners, observations, setting)
    identity = Identity(entry, observations, None, _former(entry, known), 0, _reason(match, known), amended.overruled)
    identity = replace(identity, parted=match.parted, heard=heard)
    identity = known if known == identity else identity
    return identity, (*amended.findings, *disagreements(settled.disagreements, identity, setting.evidence))


def _part(match: Match, known: Identity | None, setting: Setting) -> Identity:
    """A contact that staff have joined to another: it keeps its own words, so that it can be undone."""
    observations = _kept(match, known, setting)
    if known is not None:
        departed = setting.run if known.departed is None else known.departed
        part = replace(known, observations=observations, departed=departed, missing=0, reason=JOINED)
        return replace(part, parted=match.parted)
    settled = settle(observations, setting.priorities)
    entry = _entry(match, None, settled.contact, settled.winners, observations, setting)
    return Identity(entry, observations, setting.run, reason=JOINED, parted=match.parted)


def _now_parts(matches: Matches, known: Mapping[str, Identity]) -> Iterable[Finding]:
    """Whoever was published and is part of another from tonight on has not left."""
    shown = {match.uid: match for match in matches.matches if match.into is None}
    for match in matches.matches:
        before, root = known.get(match.uid), shown.get(match.into or "")
        if root and before and before.departed is None:
            whole = known[root.uid].entry.contact if root.uid in known else root.observations[0].contact
            title = display.contact_title(before.entry.contact)
            details = (("into", display.contact_title(whole)), ("uid", match.uid))
            again = match.parted is not None and match.parted.uid == root.uid  # for want of a row, not by one
            yield Finding("part_again" if again else "now_part_of", "info", title, uid=root.uid, details=details)


def _kept(match: Match, known: Identity | None, setting: Setting) -> tuple[Observation, ...]:
    """Tonight's observations; last night's where they say the same, so that a moved line or an outage is no news."""
    if known is None:
        return match.observations
    tonight, last = match.observations, known.observations
    if not _say_the_same(tonight, last):
        tonight = _steadied(tonight, last, setting)
        if not _say_the_same(tonight, last):
            return tonight
    pairs = tuple(zip(tonight, last, strict=True))
    if all(new.stale == old.stale for new, old in pairs):
        return last
    return tuple(replace(old, stale=new.stale) for new, old in pairs)


def _steadied(
    tonight: tuple[Observation, ...], last: tuple[Observation, ...], setting: Setting
) -> tuple[Observation, ...]:
    """Each source's words in last night's reading, where only the reading differs and it is clear which is which."""
    old = {_entry_of(observation, last): observation for observation in last}
    return tuple(
        _read_as(new, old[key], setting) if (key := _entry_of(new, tonight)) in old else new for new in tonight
    )


def _read_as(new: Observation, old: Observation, setting: Setting) -> Observation:
    return as_before(replace(new, contact=steadied(new.contact, old.contact)), old, setting.rebuilt.get(new.source))


def _entry_of(observation: Observation, among: tuple[Observation, ...]) -> object:
    """Which entry of its source this is: the only one, or the one for a municipality."""
    if sum(other.source == observation.source for other in among) == 1:
        return observation.source
    return observation.source, observation.contact.municipality


def _say_the_same(tonight: tuple[Observation, ...], last: tuple[Observation, ...]) -> bool:
    """Whether nothing but places differs; both are in the order of what they say."""
    return len(tonight) == len(last) and all(map(_says_the_same, tonight, last))


def _says_the_same(new: Observation, old: Observation) -> bool:
    return (new.source, new.tags, new.read) == (old.source, old.tags, old.read) and new.contact == old.contact


def _reason(match: Match, known: Identity | None) -> str:
    """By what it was recognised last; that it was joined says nothing any more when it is not."""
    stays = known is not None and match.reason == "same" and known.departed is None and known.reason != JOINED
    return known.reason if known and stays else match.reason


def _shown_as_before(contact: Contact, known: Identity | None) -> Contact:
    """A source that writes all its numbers in another form has said nothing new."""
    if known is None or contact == known.entry.contact:
        return contact
    return known.entry.contact if same_values(contact, known.entry.contact) else contact


def _entry(
    match: Match,
    known: Identity | None,
    contact: Contact,
    winners: tuple[tuple[str, str], ...],
    observations: tuple[Observation, ...],
    setting: Setting,
) -> Entry:
    before = known.entry if known else None
    stays = known is not None and known.departed is None and contact == known.entry.contact
    return Entry(
        match.uid,
        contact,
        winners,
        _origins(observations, known, setting),
        _groups(contact),
        before.first_seen if before else setting.now,
        before.last_changed if before and stays else setting.now,
        _predecessor(match, before, setting),
    )


def _predecessor(match: Match, before: Entry | None, setting: Setting) -> str | None:
    """Whom somebody came for; that may become known some nights later."""
    if before is None:
        return match.predecessor
    later = match.predecessor if is_recent(before, setting.now) else None
    return before.predecessor or later


def _origins(observations: Iterable[Observation], known: Identity | None, setting: Setting) -> tuple[Origin, ...]:
    """Who names it. Place and time stay those of a source's last news: an outage or a new upload is none."""
    if known and known.departed is None and observations is known.observations:
        return known.entry.sources
    before = {origin.source: origin for origin in known.entry.sources} if known and known.departed is None else {}
    words, last_words = _by_source(observations), _by_source(known.observations if known else ())
    origins = []
    for source in sorted(words):
        old, stale = before.get(source), all(o.stale for o in words[source])
        if old and _contacts(words[source]) == _contacts(last_words.get(source, ())):
            origins.append(old if old.stale == stale else replace(old, stale=stale))
        else:
            origins.append(Origin(source, setting.urls.get(source, ""), setting.now, stale))
    return tuple(origins)


def _by_source(observations: Iterable[Observation]) -> dict[str, list[Observation]]:
    said: dict[str, list[Observation]] = {}
    for observation in observations:
        said.setdefault(observation.source, []).append(observation)
    return said


def _contacts(observations: Iterable[Observation]) -> frozenset[Contact]:
    """What is said, without order."""
    return frozenset(observation.contact for observation in observations)


def _groups(contact: Contact) -> tuple[str, ...]:
    """The lists in which people look for it: its municipalities, else its office."""
    places = [place.strip() for place in (contact.municipality or "").split(";") if place.strip()]
    return tuple(sorted(set(places))) or ((contact.org,) if contact.org else ())


def _former(entry: Entry, known: Identity | None) -> tuple[Contact, ...]:
    """Older names and addresses, newest first."""
    if known is None:
        return ()
    old = known.entry.contact
    if (old.name, old.emails) == (entry.contact.name, entry.contact.emails) or old in known.former:
        return known.former
    return (old, *known.former)[:_FORMER]
