"""May this be published? Small checks on a proposal; every one of them speaks, and any of them holds the run.

A check looks at one source at a time, because an accident happens to one page or one sheet: what everybody else says
must not drown it. A first night has nothing to compare with and is held only where staff want to see every change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pipeline.model import Finding, Identity, Observation, Outcome
from pipeline.reconcile import Proposal


@dataclass(frozen=True, slots=True)
class Limits:
    """`[guard]` of the configuration. Shares are of one source's contacts in one night; `grace` is in nights."""

    max_removed_share: float = 0.2
    max_changed_share: float = 0.5
    grace: int = 0
    publish: Literal["auto", "review"] = "auto"


@dataclass(frozen=True, slots=True)
class Usual:
    """What the last good nights looked like, by source id; empty where nothing has been learned yet."""

    unreadable: Mapping[str, float] = field(default_factory=dict)


def judge(
    proposal: Proposal,
    base: tuple[Identity, ...],
    observations: tuple[Observation, ...],
    outcomes: tuple[Outcome, ...],
    findings: tuple[Finding, ...],
    limits: Limits,
    usual: Usual,
) -> tuple[Finding, ...]:
    """The reasons for holding this night back; none means that it may be published."""
    if limits.publish == "review" and proposal.changes:
        return (Finding("held_review", "warning", str(len(proposal.changes))),)
    return ()
