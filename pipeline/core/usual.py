"""What is usual for a source, learned from its last good nights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.core.limits import BOUNDS, Bounds
from pipeline.model import Finding, Outcome

#: This many good nights are remembered.
NIGHTS = 30


@dataclass(frozen=True, slots=True)
class Habit:
    """One source on its good nights. `unreadable` is the largest share of values that were not understood, per contact.

    `news` counts nights on which it said something new, `gap` is the longest run of recorded nights without, `silent`
    the one that lasts until now.
    """

    nights: int = 0
    unreadable: float = 0.0
    news: int = 0
    gap: int = 0
    silent: int = 0

    def unreadable_limit(self, bounds: Bounds = BOUNDS) -> float:
        """The share of values not understood above which the source is built otherwise than ever lately."""
        return max(bounds.unreadable_factor * self.unreadable, self.unreadable + bounds.unreadable_margin)

    def frozen_limit(self, bounds: Bounds = BOUNDS) -> int | None:
        """How many nights without news it may have; None where it is not lively, or never was silent for so long."""
        limit = bounds.frozen_factor * max(self.gap, bounds.frozen_pause)
        return limit if self.news >= bounds.lively_nights and limit <= NIGHTS - bounds.lively_nights else None


@dataclass(frozen=True, slots=True)
class Usual:
    """What the last good nights looked like, by source id; empty where nothing has been learned yet."""

    habits: Mapping[str, Habit] = field(default_factory=dict)


def learn(nights: Iterable[tuple[tuple[Outcome, ...], tuple[Finding, ...]]]) -> Usual:
    """What is usual after these good nights (outcomes and findings of each, oldest first)."""
    habits: dict[str, Habit] = {}
    for outcomes, findings in list(nights)[-NIGHTS:]:
        for outcome in outcomes:
            if outcome.status in ("ok", "unchanged"):
                habits[outcome.source] = _after(habits.get(outcome.source, Habit()), outcome, findings)
    return Usual(habits)


def _after(habit: Habit, outcome: Outcome, findings: Iterable[Finding]) -> Habit:
    """A habit with one more night."""
    news = outcome.status == "ok"
    return Habit(
        habit.nights + 1,
        max(habit.unreadable, unreadable_share(outcome, findings)),
        habit.news + news,
        max(habit.gap, habit.silent) if news else habit.gap,
        0 if news else habit.silent + 1,
    )


def unreadable(outcome: Outcome, findings: Iterable[Finding]) -> int:
    """Values of a source that were not understood: what its readers complain of, not what was decided about people."""
    return sum(1 for f in findings if f.source == outcome.source and f.uid is None and f.severity != "info")


def unreadable_share(outcome: Outcome, findings: Iterable[Finding]) -> float:
    """Values not understood per contact."""
    return unreadable(outcome, findings) / max(outcome.contacts, 1)
