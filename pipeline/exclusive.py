"""One run at a time on a data directory, and an end in good order: lock, signals, deadline.

The operating system's lock counts, not the file: a left-over `run.lock` means nothing, and no kill leaves it locked.
"""

from __future__ import annotations

import fcntl
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from pipeline.errors import BusyError, KreiskontakteError, PublishError


class RunEndedError(KreiskontakteError):
    """Somebody or the deadline ended the run before it was done; nothing was published."""


@contextmanager
def exclusive(data: Path) -> Iterator[None]:
    """Hold the data directory for this process; raises BusyError at once when another one has it."""
    path = data / "run.lock"
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise PublishError(f"{path}: lässt sich nicht anlegen ({error.strerror}); Schreibrechte prüfen") from error
    try:
        _lock(handle, path)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, path: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BusyError(f"{path}: ein anderer Lauf ist gerade tätig; später noch einmal versuchen") from None
    except OSError as error:
        raise PublishError(f"{path}: lässt sich nicht sperren ({error.strerror})") from error


@contextmanager
def ends_in_order(seconds: float) -> Iterator[None]:
    """Within: SIGTERM, SIGINT and SIGHUP and the end of `seconds` raise RunEndedError in the main thread."""
    before = {number: signal.signal(number, _interrupt) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)}
    before[signal.SIGALRM] = signal.signal(signal.SIGALRM, _too_late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Within, signals wait: the switch of a release takes milliseconds and is not left half done."""
    waiting = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGALRM}
    signal.pthread_sigmask(signal.SIG_BLOCK, waiting)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, waiting)


def _interrupt(number: int, _: FrameType | None) -> None:
    raise RunEndedError(f"Abgebrochen ({signal.Signals(number).name}); veröffentlicht bleibt, was es war.")


def _too_late(*_: object) -> None:
    raise RunEndedError("Frist überschritten ([run] deadline); veröffentlicht bleibt, was es war.")
