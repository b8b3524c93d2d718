"""How long each source took and how much it sent: told where the progress of a run is told."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effort:
    """Seconds, and bytes of answers, unpacked."""

    seconds: float
    bytes: int


class Meter:
    """Called with the name of what begins; what was before it has ended then. `received` counts bytes so far."""

    def __init__(self, progress: Callable[[str], None], received: Callable[[], int]) -> None:
        self._progress, self._received = progress, received
        self._name = ""
        self._since = (time.monotonic(), 0)
        self._efforts: dict[str, Effort] = {}

    def __call__(self, name: str) -> None:
        """Something begins."""
        now = (time.monotonic(), self._received())
        self._efforts[self._name] = Effort(round(now[0] - self._since[0], 3), now[1] - self._since[1])
        self._name, self._since = name, now
        self._progress(name)

    def of(self, name: str) -> Effort:
        """What that took."""
        return self._efforts.get(name, Effort(0.0, 0))
