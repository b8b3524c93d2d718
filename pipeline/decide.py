"""What a night makes of what was read: who is who, what changed, and whether it may be published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from pipeline.collect import Collection, document_changes
from pipeline.config import Config
from pipeline.core.answered import unanswered
from pipeline.core.checks import named_by
from pipeline.core.guard import judge
from pipeline.core.identify import identify
from pipeline.core.kept import as_read, reread
from pipeline.core.minting import era
from pipeline.core.places import placed
from pipeline.core.reconcile import Proposal, Setting, reconcile
from pipeline.core.unpublished import RESTORED, completed
from pipeline.core.usual import NIGHTS, learn
from pipeline.corrections import CorrectionsFile
from pipeline.erasure import last_erasure, without_buried
from pipeline.export.copies import is_of_a_copy
from pipeline.gather import Tonight
from pipeline.history import History
from pipeline.model import JOINED, DocumentVersion, Finding, Identity, Observation, Outcome, Reading, RunStatus
from pipeline.recorded import settings_of, workbooks
from pipeline.stored import Night, SourceState


@dataclass(frozen=True, slots=True)
class _Decision:
    """What the core decides. `before` is what was known of everybody, `findings` all of tonight's.

    `outcomes` count contacts as the reasons do: whoever has two rows of a list is one.
    """

    before: tuple[Identity, ...]
    outcomes: tuple[Outcome, ...]
    proposal: Proposal
    findings: tuple[Finding, ...]
    reasons: tuple[Finding, ...]


def decide(
    config: Config,
    history: History,
    nights: tuple[Tonight, ...],
    collection: Collection,
    corrections: CorrectionsFile,
    states: dict[str, SourceState],
    started: datetime,
    anew: bool,
) -> Night:
    """The night as it would be recorded; with `anew`, what was kept of rebuilt pages gives way to today's reading."""
    base = history.identities()
    decision = _decision(config, history, nights, base, corrections, states, started, anew)
    documents = history.documents()
    changes = document_changes(documents, collection.versions)
    known = set(base)
    after = decision.proposal.identities
    counts = {outcome.source: outcome.contacts for outcome in decision.outcomes}
    return Night(
        started=started,
        finished=started,
        status=_status(config, history, decision, bool(changes)),
        settings=settings_of(config),
        outcomes=decision.outcomes,
        changes=decision.proposal.changes,
        document_changes=changes,
        findings=decision.findings,
        reasons=decision.reasons,
        identities=tuple(identity for identity in after if identity not in known),
        sources=tuple(
            replace(state, workbook=state.upload, contacts=counts.get(state.id, state.contacts))
            for state in states.values()
        ),
        documents=_renewed(documents, collection.versions),
        blobs=(*collection.bodies, *workbooks(nights)),
    )


def _decision(
    config: Config,
    history: History,
    nights: tuple[Tonight, ...],
    base: tuple[Identity, ...],
    corrections: CorrectionsFile,
    states: dict[str, SourceState],
    started: datetime,
    anew: bool,
) -> _Decision:
    read = tuple(map(as_read, base))
    said = without_buried(history.connection, _observations(nights, read))
    observations = placed(said, (known.entry.contact for known in base if known.departed is None))
    this_era = era(config.district.ags, last_erasure(history.connection))
    matches = identify(observations, read, corrections.today.joins, this_era)
    setting = _setting(config, nights, history, started)
    values = corrections.today.values
    before = completed(base, lambda: reconcile(matches, base, values, setting).identities, config.publish.fields)
    proposal = reconcile(matches, tuple(map(reread, before)) if anew else before, values, setting)
    decided = (*matches.findings, *proposal.findings, *_copies_missing(history, states))
    findings = (*unanswered(_said_of(states), proposal.identities), *decided)
    judged = tuple(known for known in base if known.reason != RESTORED)  # a release does not hold all that was known
    outcomes = tuple(_counted(nights, proposal.identities))
    usual = learn(history.good_nights(NIGHTS))
    rejected = {reason for run in history.refused() for reason in history.reasons(run.number)}
    reasons = judge(proposal, judged, observations, outcomes, findings, config.guard, usual, rejected)
    return _Decision(before, outcomes, proposal, findings, reasons)


def _counted(nights: tuple[Tonight, ...], identities: Iterable[Identity]) -> Iterable[Outcome]:
    named = named_by(identities)
    return (replace(night.outcome, contacts=len(named.get(night.source.id, ()))) for night in nights)


def _renewed(
    old: Mapping[str, DocumentVersion], new: Mapping[str, DocumentVersion]
) -> tuple[tuple[str, DocumentVersion | None], ...]:
    """The documents of which another version holds from tonight on, or none any more."""
    return tuple((key, new.get(key)) for key in sorted(old.keys() | new.keys()) if old.get(key) != new.get(key))


def _setting(config: Config, nights: tuple[Tonight, ...], history: History, started: datetime) -> Setting:
    return Setting(
        priorities={night.source.id: night.source.priority for night in nights},
        urls={night.source.id: night.outcome.url for night in nights},
        grace=config.guard.grace,
        run=history.next_number(),
        now=started.replace(hour=0, minute=0, second=0, microsecond=0),
        healthy=frozenset(night.source.id for night in nights if night.healthy),
        rebuilt={night.source.id: night.rebuilt for night in nights if night.rebuilt},
        evidence=lambda known: _evidence(history, known),
    )


def _evidence(history: History, known: Identity) -> Mapping[str, tuple[Reading, ...]]:
    """Only of whom staff have joined are readings kept elsewhere, too; that search goes through everybody's."""
    return history.readings_behind(known) if known.reason == JOINED else history.evidence(known.uid)


def _observations(nights: tuple[Tonight, ...], base: tuple[Identity, ...]) -> Iterable[Observation]:
    """Tonight's observations; of a source that was not read again its last ones, stale if it failed."""
    resting = {night.source.id: not night.healthy for night in nights if night.observations is None}
    for identity in base:
        if identity.departed is None and not identity.missing:
            for observation in identity.observations:
                if observation.source in resting:
                    yield replace(observation, stale=resting[observation.source])
    for night in nights:
        yield from night.observations or ()


def _said_of(states: dict[str, SourceState]) -> Iterable[Finding]:
    return (finding for state in states.values() for finding in state.findings)


def _copies_missing(history: History, states: dict[str, SourceState]) -> Iterable[Finding]:
    """What the last release lacks is still to be told; a new one says so itself."""
    last = history.last_published()
    return (f for f in history.findings(last.number) if is_of_a_copy(f) and f.source in states) if last else ()


def _status(config: Config, history: History, decision: _Decision, documents: bool) -> RunStatus:
    if decision.reasons:
        return "held"
    last = history.last_counting()
    same_settings = last is not None and history.settings(last.number) == settings_of(config)
    seen_alike = _shown(decision.before) == _shown(decision.proposal.identities)
    return "unchanged" if same_settings and not documents and seen_alike else "published"


def _shown(identities: Iterable[Identity]) -> set[tuple[object, ...]]:
    """What readers see of everybody; whose word a value is, if two say the same, and since when is no news."""
    return {
        (replace(entry, winners=(), sources=()), *((each.source, each.url, each.stale) for each in entry.sources))
        for entry in (known.entry for known in identities if known.departed is None)
    }
