"""How often somebody may guess: few wrong passwords for one name from one place, more for a place altogether.

The same wrong password again is no new guess: a telephone that nobody told of the new one does not lock out its house.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

WINDOW = 900.0  # seconds after which a wrong guess is forgotten
PER_NAME = 5
PER_PLACE = 30
_REMEMBERED = 10_000  # places, and names at places

Key = tuple[str, ...]


class Guesses:
    """Wrong guesses of the last quarter of an hour, in memory and not as they were typed."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock, self._salt = clock, threading.Lock(), secrets.token_bytes(32)
        self._wrong: OrderedDict[Key, dict[bytes, float]] = OrderedDict()

    def allowed(self, place: str, name: str | None = None) -> bool:
        """Whether one more guess may be made."""
        with self._lock:
            return all(len(self._recent(key)) < limit for key, limit in _limits(place, name).items())

    def wrong(self, place: str, guess: str, name: str | None = None) -> None:
        """Remember a wrong guess."""
        mark = hashlib.blake2b(f"{name}\0{guess}".encode(errors="replace"), key=self._salt, digest_size=16).digest()
        with self._lock:
            for key in _limits(place, name):
                self._wrong.setdefault(key, {})[mark] = self._clock()
                self._wrong.move_to_end(key)
            while len(self._wrong) > _REMEMBERED:
                self._wrong.popitem(last=False)

    def _recent(self, key: Key) -> dict[bytes, float]:
        since = self._clock() - WINDOW
        found = {mark: moment for mark, moment in self._wrong.get(key, {}).items() if moment > since}
        if found:
            self._wrong[key] = found
        else:
            self._wrong.pop(key, None)
        return found


def _limits(place: str, name: str | None) -> dict[Key, int]:
    return {(place,): PER_PLACE} | ({} if name is None else {(place, name.casefold()): PER_NAME})
