"""Who is logged in: random tickets, kept in memory only, that end by themselves."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

IDLE = 2 * 3600.0  # seconds
LONGEST = 12 * 3600.0
_AT_MOST = 1_000


@dataclass(slots=True)
class Session:
    """One person at one browser. `token` has to come back with every form."""

    name: str
    stamp: str  # of the password with which it began
    began: float
    seen: float
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    notice: str = ""  # what the next page says first

    def take_notice(self) -> str:
        """What there is to say, once."""
        said, self.notice = self.notice, ""
        return said


class Sessions:
    """All sessions by their ticket."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, threading.Lock()
        self._open: dict[str, Session] = {}

    def begin(self, name: str, stamp: str) -> str:
        """A new session; returns its ticket."""
        ticket, moment = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            self._drop_ended(moment)
            while len(self._open) >= _AT_MOST:
                del self._open[next(iter(self._open))]
            self._open[ticket] = Session(name, stamp, moment, moment)
        return ticket

    def get(self, ticket: str) -> Session | None:
        """The session of a ticket, None where it has ended."""
        with self._lock:
            moment = self._clock()
            self._drop_ended(moment)
            session = self._open.get(ticket)
            if session:
                session.seen = moment
            return session

    def end(self, ticket: str) -> None:
        """Log out."""
        with self._lock:
            self._open.pop(ticket, None)

    def _drop_ended(self, moment: float) -> None:
        over = [t for t, s in self._open.items() if moment - s.seen > IDLE or moment - s.began > LONGEST]
        for ticket in over:
            del self._open[ticket]
