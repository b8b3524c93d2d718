"""Signals that come at a bad moment wait for its end: a thread that is interrupted while it starts leaves a traceback.

The handlers of Python run in the main thread, between any two of its steps, those inside `Thread.start` included.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_waiting: list[BaseException] = []
_inside = 0


@contextmanager
def postponed() -> Iterator[None]:
    """Within, what a signal wants to raise waits; it is raised at the end. In other threads nothing is to be done."""
    global _inside
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    _inside += 1
    try:
        yield
    finally:
        _inside -= 1
        if _waiting and not _inside:
            raise _waiting.pop()


def interrupt(error: BaseException) -> None:
    """Raise this in the main thread: at once, or as soon as it may be."""
    if not _inside:
        raise error
    _waiting[:] = [error]
