"""How much of a source may change in one night: what `[guard]` of the configuration says, and what holds anyway.

There is no other number in the guard, and `check` shows every one of these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Limits:
    """Shares are of one source's contacts in one night; `grace` is in nights."""

    max_removed_share: float = 0.2
    max_changed_share: float = 0.5
    grace: int = 0
    publish: Literal["auto", "review"] = "auto"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What holds for every source. Shares are of its contacts; a few of something are an ordinary night's work.

    One of three people may leave, and two may swap their desks, without anybody being asked.
    """

    #: Contacts that lose one field at once: how many there must be, and more than which share of those who had it.
    emptied_least: int = 3
    emptied_share: float = 0.3
    #: Contacts with another's number or address.
    shifted_least: int = 3
    #: Contacts that suddenly have one address or number.
    shared_least: int = 5
    shared_share: float = 0.3
    #: Values not understood, per contact: the larger one of what was usual so many times and so much more.
    unreadable_least: int = 3
    unreadable_factor: float = 2.0
    unreadable_margin: float = 0.15
    #: A source is lively after so many nights with news, half of the shortest time in which that can be learned: what
    #: has news every third night is silent for three weeks now and then. It is frozen after so many times its longest
    #: pause, which counts as so many nights at least.
    lively_nights: int = 8
    frozen_factor: int = 3
    frozen_pause: int = 5


BOUNDS = Bounds()
