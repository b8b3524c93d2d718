"""May this be published? Small checks on a proposal; every one of them speaks, and any of them holds the run.

A check looks at one source at a time, because an accident happens to one page or one sheet: what everybody else says
must not drown it. A first night has nothing to compare with and is held only where staff want to see every change.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING

from pipeline.core.limits import BOUNDS, Limits
from pipeline.core.usual import Habit, Usual, learn, unreadable, unreadable_share
from pipeline.model import Finding, Identity, Observation, Outcome

if TYPE_CHECKING:
    from pipeline.core.reconcile import Proposal

__all__ = ["Limits", "Usual", "judge", "learn"]


def judge(
    proposal: Proposal,
    base: tuple[Identity, ...],
    observations: tuple[Observation, ...],
    outcomes: tuple[Outcome, ...],
    findings: tuple[Finding, ...],
    limits: Limits,
    usual: Usual,
    rejected: Container[Finding] = (),
) -> tuple[Finding, ...]:
    """The reasons for holding this night back; none means that it may be published.

    `rejected` are those for which staff have rejected nights since the last one that was published.
    """
    reasons = tuple(_review(proposal, limits))
    if not any(identity.departed is None for identity in base):
        return reasons
    by_source = {outcome.source: outcome for outcome in outcomes}
    return (
        *reasons,
        *_accidents(proposal, base, by_source, limits),
        *(reason for reason in _habits(observations, outcomes, findings, usual) if not is_answered(reason, rejected)),
    )


def is_answered(reason: Finding, rejected: Container[Finding]) -> bool:
    """Whether staff have been told of a silence. It was no change of anybody's, and must not hold back the others'.

    Any other reason is about what would change and goes with that content.
    """
    return reason.code == "held_frozen" and reason in rejected


def _review(proposal: Proposal, limits: Limits) -> Iterator[Finding]:
    if limits.publish == "review" and proposal.changes:
        yield Finding("held_review", "info", str(len(proposal.changes)))


def _accidents(
    proposal: Proposal, base: tuple[Identity, ...], outcomes: dict[str, Outcome], limits: Limits
) -> Iterator[Finding]:
    """What the sources say tonight against what they said last."""
    if proposal.identities == base:
        return
    from pipeline.core import checks

    for page in checks.pages(base, proposal.identities):
        yield from checks.empty(page, outcomes)
        yield from checks.removed(page, limits.max_removed_share)
        yield from checks.changed(page, limits.max_changed_share)
        yield from checks.emptied(page)
        yield from checks.shifted(page)
        yield from checks.shared(page)


def _habits(
    observations: Iterable[Observation], outcomes: Iterable[Outcome], findings: tuple[Finding, ...], usual: Usual
) -> Iterator[Finding]:
    """Tonight against what is usual."""
    moving = any(outcome.status == "ok" for outcome in outcomes)
    named = {observation.source for observation in observations}
    for outcome in outcomes:
        habit = usual.habits.get(outcome.source)
        if habit is not None:
            yield from _unreadable(outcome, findings, habit)
            if outcome.source in named and moving:
                yield from _frozen(outcome, habit)


def _unreadable(outcome: Outcome, findings: tuple[Finding, ...], habit: Habit) -> Iterator[Finding]:
    """A larger share of values not understood than ever lately: the page is built otherwise now."""
    count, share = unreadable(outcome, findings), unreadable_share(outcome, findings)
    if outcome.status == "ok" and count >= BOUNDS.unreadable_least and share > habit.unreadable_limit():
        details = (("count", str(count)), ("share", f"{100 * share:.0f}"), ("usual", f"{100 * habit.unreadable:.0f}"))
        yield Finding("held_unreadable", "warning", outcome.source, source=outcome.source, details=details)


def _frozen(outcome: Outcome, habit: Habit) -> Iterator[Finding]:
    """A lively source that says the same for far longer than ever, while others move: a copy is being served.

    Asked about once, on the night the pause gets that long; whoever decides on it has been told.
    """
    if outcome.status == "unchanged" and habit.silent == habit.frozen_limit():
        details = (("nights", str(habit.silent + 1)), ("usual", str(habit.gap)))
        yield Finding("held_frozen", "warning", outcome.source, source=outcome.source, details=details)
