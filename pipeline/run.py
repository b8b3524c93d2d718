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

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import __version__
from pipeline.collect import Collection, collect
from pipeline.config import Config
from pipeline.core.answered import noted_of
from pipeline.corrections import CorrectionsFile
from pipeline.erasure import doubtful, without_buried
from pipeline.errors import KreiskontakteError
from pipeline.exclusive import undisturbed
from pipeline.gather import Fetch, Tonight, gather
from pipeline.history import History
from pipeline.known_again import note_new_signs
from pipeline.model import CORRECTIONS, Finding, Observation, Report, Run, RunStatus
from pipeline.recorded import settings_of, workbooks
from pipeline.stored import Night, SourceState, to_text
from pipeline.withheld import names_forgotten

if TYPE_CHECKING:
    from pipeline.export.draft import Draft

#: The documents are recorded beside the sources under an id that no source can have.
DOCUMENTS = "*documents"
#: The findings that say where somebody stands who may be one that asked to be forgotten, and which list is not given
#: back because of her; only staff read them.
PERHAPS_FORGOTTEN, COPY_FORGOTTEN = "perhaps_forgotten", "copy_forgotten"


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
    rejected = frozenset() if force else history.rejected()
    gathered = tuple(_gathered(config, rejected, fetch, before, started, progress))
    if not dry:
        note_new_signs(history, config.data, gathered)
    nights = tuple(_keepable(history, fetch, night) for night in gathered)
    if not before and not any(night.healthy for night in nights):
        raise KreiskontakteError("; ".join(night.outcome.error or "" for night in nights))
    progress(DOCUMENTS)
    collection = collect(nights, fetch, history.documents(), names_forgotten(history.connection, config.rules))
    states = _states(nights, collection, corrections.state(before.get(CORRECTIONS)))
    if not reread and _as_it_was(config, history, states, before):
        if not dry:
            _settle(history, nights, states, before)
            _withdraw(config, history, started)
        return Result(_exit_status(nights, "unchanged"), nights)
    from pipeline.decide import decide  # a quiet night needs none of the core

    night = decide(config, history, nights, collection, corrections, states, started, reread)
    if force and night.reasons:
        night = replace(night, status="published")
    nights = tuple(replace(each, outcome=counted) for each, counted in zip(nights, night.outcomes, strict=True))
    return _finish(config, history, replace(night, finished=max(started, now())), nights, dry=dry, force=force)


def _believed(moment: datetime, history: History) -> datetime:
    """The clock's time; where it is before the very first run, the clock is wrong and the last run's time holds."""
    runs = history.runs()
    return runs[-1].started if runs and moment < runs[0].started else moment


def catch_up(history: History, data: Path, keep: int) -> None:
    """Show what was recorded but, because a run died in between, never became visible. Raises PublishError."""
    last, newest = history.last_published(), history.runs()[-1:]
    release = last is not None and not is_public(data, last)
    report = bool(newest) and not (data / "reports" / newest[0].name).is_dir()
    from pipeline import export

    if not (release or report):
        export.prune(data, keep)  # it may have died while old ones were removed
        return
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


def is_public(data: Path, run: Run) -> bool:
    """Whether readers see the release of a run."""
    public = data / "public"
    return public.is_symlink() and public.readlink() == Path("releases") / run.name and public.is_dir()


# ---- tonight against the last night --------------------------------------------------------------


def _gathered(
    config: Config,
    rejected: frozenset[tuple[str, str]],
    fetch: Fetch,
    before: dict[str, SourceState],
    started: datetime,
    progress: Callable[[str], None],
) -> Iterable[Tonight]:
    for source in config.sources:
        progress(source.id)
        yield gather(source, config.rules, fetch, before.get(source.id), rejected, started.date())


def _keepable(history: History, fetch: Fetch, night: Tonight) -> Tonight:
    """No page and no workbook is kept that names somebody who asked to be forgotten."""
    said = night.said
    state = night.state if said is None else _known_again(history, night.state, said, night.upload is not None)
    named = state.names_forgotten
    if not named:
        return replace(night, state=state)
    for _, address in (("", night.source.address), ("", state.url), *state.trail[-1:]):
        fetch.drop(address)
    return replace(night, upload=None, state=replace(state, upload=None))


def _known_again(history: History, state: SourceState, said: tuple[Observation, ...], workbook: bool) -> SourceState:
    """Whether a source names somebody who asked to be forgotten, and where that is in doubt; of whom is not told."""
    kept = tuple(without_buried(history.connection, said))
    named = len(kept) < len(said)
    places = (seen.where for seen in (doubtful(history.connection, said) if named else ()))
    told = [Finding(PERHAPS_FORGOTTEN, "warning", "", where, state.id) for where in places]
    if named and workbook:
        told.append(Finding(COPY_FORGOTTEN, "info", state.id, source=state.id))
    others = (f for f in noted_of(state.findings, kept) if f.code not in (PERHAPS_FORGOTTEN, COPY_FORGOTTEN))
    return replace(state, names_forgotten=named, findings=(*others, *told))


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
    history: History, nights: tuple[Tonight, ...], states: dict[str, SourceState], before: dict[str, SourceState]
) -> None:
    """Other bytes that say the same are noted, so that they are not read again tomorrow."""
    differing = [state for key, state in states.items() if _key(state) != _key(before[key])]
    if differing:
        with history.transaction():
            history.keep(workbooks(nights))
            for state in differing:
                history.remember(state)


def _withdraw(config: Config, history: History, now: datetime) -> None:
    """A question whose occasion is gone is asked no more, by its report neither."""
    if history.pending():
        from pipeline.export.draft import Draft

        with Draft(config.data) as draft:
            with history.transaction():
                _overtake(config, history, draft, now)
            with undisturbed():
                draft.show()


def _overtake(config: Config, history: History, draft: Draft, now: datetime) -> None:
    """The run that waits, if any, waits no longer, inside a transaction."""
    waiting = history.pending()
    if waiting:
        history.decide(waiting.number, "withdrawn", "", "", now)
        draft.report(history.report(waiting.number), config.district.language)


def _key(state: SourceState) -> object:
    return (state.digest, state.trail, state.revisit, state.links, state.url)


# ---- recording and publishing --------------------------------------------------------------------


def _finish(
    config: Config, history: History, night: Night, nights: tuple[Tonight, ...], *, dry: bool, force: bool
) -> Result:
    waiting = history.pending()
    if night.status == "held" and waiting and _same_question(history, waiting, night):
        return Result(_exit_status(nights, "held"), nights, history.report(waiting.number))
    if night.status == "held" and any(_is_refused(history, run, night) for run in history.refused()):
        if not dry:
            _withdraw(config, history, night.finished)
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
            _overtake(config, history, draft, night.finished)
            recorded = history.record(night, __version__)
            if force and night.reasons:
                history.note_decision(recorded.number, "forced", "--force", "", night.finished)
            if recorded.status == "published":
                missing = draft.release(history.publication(recorded.number))
                history.note_missing(recorded.number, missing)
            report = history.report(recorded.number)
            draft.report(report, config.district.language)
        with undisturbed():
            draft.show()
    export.prune(config.data, config.run.keep_releases)
    return report


def _same_question(history: History, waiting: Run, night: Night) -> bool:
    """Staff have this very decision on their table already."""
    return history.reasons(waiting.number) == night.reasons and _same_night(history, waiting, night)


def _same_night(history: History, run: Run, night: Night) -> bool:
    return history.changes(run.number) == night.changes and history.outcomes(run.number) == night.outcomes


def _is_refused(history: History, refused: Run, night: Night) -> bool:
    """Staff have answered this very question; of its reasons, one about a silence is not given twice."""
    from pipeline.core.guard import is_answered

    reasons = history.reasons(refused.number)
    left = tuple(reason for reason in reasons if not is_answered(reason, reasons) or reason in night.reasons)
    return left == night.reasons and _same_night(history, refused, night)


def _exit_status(nights: tuple[Tonight, ...], status: RunStatus) -> int:
    if status == "held":
        return 4
    return 0 if all(night.healthy for night in nights) else 3
