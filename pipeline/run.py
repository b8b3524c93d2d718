"""The nightly run: from the sources to a release, or to the good reason why there is none.

    gather(source)                             -> Tonight               fetch, read, normalise; I/O
    collect(nights)                            -> Collection            documents; I/O
    identify(observations, known)              -> Matches               pure
    reconcile(matches, base, corrections)      -> Proposal              pure
    judge(proposal, base, outcomes, limits)    -> reasons for holding   pure
    history.record(night)                                               one transaction
    stage, report, switch                                               the switch of `public` comes last

Nothing changed, nothing happens: a night that finds every source as it was ends after `collect`. A held run is stored
as it was judged, so approving it publishes exactly what was reviewed. If the process dies between the transaction and
the switch, the next run finds the recorded release unpublished and publishes it first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import __version__
from pipeline.collect import Collection, collect, document_changes
from pipeline.config import Config
from pipeline.corrections import CorrectionsFile
from pipeline.erasure import without_buried
from pipeline.errors import KreiskontakteError
from pipeline.exclusive import undisturbed
from pipeline.gather import Fetch, Tonight, gather
from pipeline.history import History
from pipeline.model import CORRECTIONS, DocumentVersion, Finding, Identity, Observation, Report, Run, RunStatus
from pipeline.stored import Night, Settings, SourceState, to_text
from pipeline.withheld import names_forgotten

if TYPE_CHECKING:
    from pipeline.core.reconcile import Setting

#: The documents are recorded beside the sources under an id that no source can have.
DOCUMENTS = "*documents"


@dataclass(frozen=True, slots=True)
class Result:
    """How a run ended. `report` is None when nothing had to be decided; `exit_status` is the contract's.

    `news`: the run was recorded, so nobody can have heard of it before.
    """

    exit_status: int
    outcomes: tuple[Tonight, ...]
    report: Report | None = None
    news: bool = False


def run(
    config: Config,
    history: History,
    fetch: Fetch,
    corrections: CorrectionsFile,
    now: Callable[[], datetime],
    *,
    force: bool = False,
    dry: bool = False,
    reread: bool = False,
    progress: Callable[[str], None],
) -> Result:
    """One night over one district. Raises KreiskontakteError; then nothing was published.

    With `reread`, what was kept of rebuilt pages gives way to what they read now.
    """
    started = _believed(now(), history)
    before = history.sources()
    nights = tuple(
        _keepable(history, fetch, night) for night in _gathered(config, history, fetch, before, started, progress)
    )
    if not before and not any(night.healthy for night in nights):
        raise KreiskontakteError("; ".join(night.outcome.error or "" for night in nights))
    progress(DOCUMENTS)
    collection = collect(nights, fetch, history.documents(), names_forgotten(history.connection, config.rules))
    states = _states(nights, collection, corrections.state(before.get(CORRECTIONS)))
    if not reread and _as_it_was(config, history, states, before):
        if not dry:
            _settle(history, nights, states, before, started)
        return Result(_exit_status(nights, "unchanged"), nights)
    night = _decide(config, history, nights, collection, corrections, states, started, reread)
    if force and night.reasons:
        night = replace(night, status="published")
    return _finish(config, history, replace(night, finished=max(started, now())), nights, dry=dry, force=force)


def _believed(moment: datetime, history: History) -> datetime:
    """The clock's time; where it is before the very first run, the clock is wrong and the last run's time holds."""
    runs = history.runs()
    return runs[-1].started if runs and moment < runs[0].started else moment


def catch_up(history: History, data: Path, keep: int) -> None:
    """Show what was recorded but, because a run died in between, never became visible. Raises PublishError."""
    last, newest = history.last_published(), history.runs()[-1:]
    release = last is not None and not _is_public(data, last)
    report = bool(newest) and not (data / "reports" / newest[0].name).is_dir()
    if not (release or report):
        return
    from pipeline import export
    from pipeline.export import staging
    from pipeline.export.draft import Draft

    if last and release and history.is_rebuilt(last.number) and (data / "releases" / last.name).is_dir():
        staging.show_again(data, last.name)
        release = False
    with Draft(data) as draft:
        if last and release:
            draft.release(history.publication(last.number))
        if report:
            draft.report(history.report(newest[0].number), history.settings(newest[0].number).language)
        with undisturbed():
            draft.show()
    export.prune(data, keep)


def _is_public(data: Path, run: Run) -> bool:
    public = data / "public"
    return public.is_symlink() and public.readlink() == Path("releases") / run.name and public.is_dir()


# ---- tonight against the last night --------------------------------------------------------------


def _gathered(
    config: Config,
    history: History,
    fetch: Fetch,
    before: dict[str, SourceState],
    started: datetime,
    progress: Callable[[str], None],
) -> Iterable[Tonight]:
    rejected = history.rejected()
    for source in config.sources:
        progress(source.id)
        yield gather(source, config.rules, fetch, before.get(source.id), rejected, started.date())


def _keepable(history: History, fetch: Fetch, night: Tonight) -> Tonight:
    """No page and no workbook is kept that names somebody who asked to be forgotten."""
    said = night.observations or (night.upload.observations if night.upload else None)
    if said is None:
        named = night.state.names_forgotten
    else:
        named = len(tuple(without_buried(history.connection, said))) < len(said)
    state = replace(night.state, names_forgotten=named)
    if not named:
        return replace(night, state=state)
    for _, address in (("", night.source.address), ("", state.url), *state.trail[-1:]):
        fetch.drop(address)
    return replace(night, upload=None, state=replace(state, upload=None))


def _kept(nights: tuple[Tonight, ...]) -> tuple[bytes, ...]:
    """The workbooks that were read anew, and what they say."""
    return tuple(body for n in nights if n.upload for body in (n.upload.body, n.upload.packed))


def _states(nights: tuple[Tonight, ...], collection: Collection, corrections: SourceState) -> dict[str, SourceState]:
    """What there is to remember of each source, of the documents and of staff's corrections."""
    documents = SourceState(DOCUMENTS, yields=to_text(collection.versions), findings=collection.findings)
    return {state.id: state for state in (*(night.state for night in nights), documents, corrections)}


def _as_it_was(
    config: Config, history: History, states: dict[str, SourceState], before: dict[str, SourceState]
) -> bool:
    """Nothing that could change the published state or the report differs from what was last recorded."""
    last = history.last_counting()
    return (
        last is not None
        and history.settings(last.number) == settings_of(config)
        and all(_news(state) == _news(before.get(key)) for key, state in states.items())
        and not (config.guard.grace and any(known.missing for known in history.identities()))
    )


def _news(state: SourceState | None) -> object:
    """All of a source's state whose change a reader would want to know."""
    if state is None:
        return None
    return (state.yields, state.failed, state.error, tuple(finding.news for finding in state.findings))


def _settle(
    history: History,
    nights: tuple[Tonight, ...],
    states: dict[str, SourceState],
    before: dict[str, SourceState],
    started: datetime,
) -> None:
    """Other bytes that say the same are noted, so that they are not read again tomorrow; a question is withdrawn whose
    occasion is gone."""
    differing = [state for key, state in states.items() if _key(state) != _key(before[key])]
    waiting = history.pending()
    if differing or waiting:
        with history.transaction():
            history.keep(_kept(nights))
            for state in differing:
                history.remember(state)
            if waiting:
                history.decide(waiting.number, "withdrawn", "", "", started)


def _key(state: SourceState) -> object:
    return (state.digest, state.trail, state.revisit, state.links, state.url)


def settings_of(config: Config) -> Settings:
    """What a release needs to know of the configuration."""
    sources = tuple((source.id, source.priority) for source in config.sources)
    district = config.district
    return Settings(district.name, district.ags, config.publish.language, config.publish.fields, sources)


# ---- deciding ------------------------------------------------------------------------------------


def _decide(
    config: Config,
    history: History,
    nights: tuple[Tonight, ...],
    collection: Collection,
    corrections: CorrectionsFile,
    states: dict[str, SourceState],
    started: datetime,
    reread: bool,
) -> Night:
    """Who is who, what changed, and whether it may be published."""
    from pipeline.core.guard import judge, learn
    from pipeline.core.identify import identify
    from pipeline.core.kept import as_read
    from pipeline.core.kept import reread as read_anew
    from pipeline.core.reconcile import reconcile
    from pipeline.core.unpublished import RESTORED, completed
    from pipeline.core.usual import NIGHTS

    base = history.identities()
    read = tuple(map(as_read, base))
    observations = tuple(without_buried(history.connection, _observations(nights, read)))
    matches = identify(observations, read, corrections.today.joins, config.district.ags)
    setting = _setting(config, nights, history.next_number(), started)
    values = corrections.today.values
    whole = completed(base, lambda: reconcile(matches, base, values, setting).identities, config.publish.fields)
    before = tuple(map(read_anew, whole)) if reread else whole
    proposal = reconcile(matches, before, values, setting)
    outcomes = tuple(night.outcome for night in nights)
    findings = _findings(states, (*matches.findings, *proposal.findings))
    usual = learn(history.good_nights(NIGHTS))
    judged = tuple(known for known in base if known.reason != RESTORED)  # a release does not hold all that was known
    reasons = judge(proposal, judged, observations, outcomes, findings, config.guard, usual)
    known = set(base)
    old_documents = history.documents()
    documents = document_changes(old_documents, collection.versions)
    changed = tuple(identity for identity in proposal.identities if identity not in known)
    return Night(
        started=started,
        finished=started,
        status=_status(config, history, whole, proposal.identities, bool(documents), reasons),
        settings=settings_of(config),
        outcomes=outcomes,
        changes=proposal.changes,
        document_changes=documents,
        findings=findings,
        reasons=reasons,
        identities=changed,
        sources=tuple(replace(state, workbook=state.upload) for state in states.values()),
        documents=_renewed(old_documents, collection.versions),
        blobs=(*collection.bodies, *_kept(nights)),
    )


def _renewed(
    old: Mapping[str, DocumentVersion], new: Mapping[str, DocumentVersion]
) -> tuple[tuple[str, DocumentVersion | None], ...]:
    """The documents of which another version holds from tonight on, or none any more."""
    return tuple((key, new.get(key)) for key in sorted(old.keys() | new.keys()) if old.get(key) != new.get(key))


def _setting(config: Config, nights: tuple[Tonight, ...], number: int, started: datetime) -> Setting:
    from pipeline.core.reconcile import Setting

    return Setting(
        priorities={night.source.id: night.source.priority for night in nights},
        urls={night.source.id: night.outcome.url for night in nights},
        grace=config.guard.grace,
        run=number,
        now=started.replace(hour=0, minute=0, second=0, microsecond=0),
        healthy=frozenset(night.source.id for night in nights if night.healthy),
        rebuilt={night.source.id: night.rebuilt for night in nights if night.rebuilt},
    )


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


def _findings(states: dict[str, SourceState], decided: Iterable[Finding]) -> tuple[Finding, ...]:
    return (*(finding for state in states.values() for finding in state.findings), *decided)


def _status(
    config: Config,
    history: History,
    base: tuple[Identity, ...],
    after: tuple[Identity, ...],
    documents: bool,
    reasons: tuple[Finding, ...],
) -> RunStatus:
    if reasons:
        return "held"
    last = history.last_counting()
    same_settings = last is not None and history.settings(last.number) == settings_of(config)
    return "unchanged" if same_settings and not documents and _shown(base) == _shown(after) else "published"


def _shown(identities: Iterable[Identity]) -> set[tuple[object, ...]]:
    """What readers see of everybody; whose word a value is, if two say the same, and since when is no news."""
    return {
        (replace(entry, winners=(), sources=()), *((each.source, each.url, each.stale) for each in entry.sources))
        for entry in (known.entry for known in identities if known.departed is None)
    }


# ---- recording and publishing --------------------------------------------------------------------


def _finish(
    config: Config, history: History, night: Night, nights: tuple[Tonight, ...], *, dry: bool, force: bool
) -> Result:
    waiting = history.pending()
    if night.status == "held" and waiting and _same_question(history, waiting, night):
        return Result(_exit_status(nights, "held"), nights, history.report(waiting.number))
    if night.status == "held" and any(_same_question(history, run, night) for run in history.refused()):
        return Result(_exit_status(nights, "unchanged"), nights)
    if dry:
        return Result(_exit_status(nights, night.status), nights, history.preview(night))
    return Result(_exit_status(nights, night.status), nights, _record(config, history, night, force=force), news=True)


def _record(config: Config, history: History, night: Night, *, force: bool) -> Report:
    """Store the night in one transaction, inside which all that it shows is made; then show it."""
    from pipeline import export
    from pipeline.export.draft import Draft

    with Draft(config.data) as draft:
        with history.transaction():
            recorded = history.record(night, __version__)
            if force and night.reasons:
                history.note_decision(recorded.number, "forced", "--force", "", night.finished)
            if recorded.status == "published":
                draft.release(history.publication(recorded.number))
            report = history.report(recorded.number)
            draft.report(report, config.district.language)
        with undisturbed():
            draft.show()
    export.prune(config.data, config.run.keep_releases)
    return report


def _same_question(history: History, waiting: Run, night: Night) -> bool:
    """Staff have this very decision on their table already."""
    return (
        history.changes(waiting.number) == night.changes
        and history.reasons(waiting.number) == night.reasons
        and history.outcomes(waiting.number) == night.outcomes
    )


def _exit_status(nights: tuple[Tonight, ...], status: RunStatus) -> int:
    if status == "held":
        return 4
    return 0 if all(night.healthy for night in nights) else 3
