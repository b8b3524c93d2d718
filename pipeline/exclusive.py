"""One run at a time on a data directory, and an end in good order: lock, signals, deadline.

The operating system's lock counts, not the file: a left-over `run.lock` means nothing, and no kill leaves it locked.
"""

from __future__ import annotations

import fcntl
import math
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from pipeline.errors import BusyError, KreiskontakteError, PublishError
from pipeline.postponed import interrupt


class RunEndedError(KreiskontakteError):
    """Somebody or the deadline ended the run before it was done; nothing was published."""


@contextmanager
def exclusive(data: Path) -> Iterator[None]:
    """Hold the data directory for this process; raises BusyError at once when another one has it."""
    path = data / "run.lock"
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except (FileNotFoundError, NotADirectoryError):
        what = "ist kein Verzeichnis" if data.exists() else "gibt es nicht"
        raise PublishError(f"{data}: {what}; [paths] data prüfen oder aus einer Sicherung zurückholen") from None
    except OSError as error:
        raise PublishError(f"{path}: lässt sich nicht anlegen ({error.strerror}); Schreibrechte prüfen") from error
    try:
        _lock(handle, path)
        yield
    finally:
        with suppress(OSError):  # the lock ends with the process at the latest
            os.close(handle)


def _lock(handle: int, path: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BusyError(f"{path}: ein anderer Lauf ist gerade tätig; später noch einmal versuchen") from None
    except OSError as error:
        raise PublishError(f"{path}: lässt sich nicht sperren ({error.strerror})") from error


_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
#: Set from the switch on: the run has as good as succeeded, and nothing may make it end as a failure.
_beyond = threading.Event()
#: A signal has come, perhaps too late for the run: what follows it is not waited for longer than this (seconds).
_hurried = threading.Event()
_HURRY = 2.0
#: What a signal or the deadline has raised.
_raised: list[RunEndedError] = []
#: Seconds between them, should a library have kept the deadline to itself.
_AGAIN = 10.0


@contextmanager
def ends_in_order(seconds: float | None = None, again: float = _AGAIN) -> Iterator[None]:
    """Within: SIGTERM, SIGINT and SIGHUP and the end of `seconds` raise RunEndedError in the main thread.

    A library may take that error for its own: it is said instead of what became of it, and every `again` seconds.
    What whoever started the program told it to ignore (nohup) stays ignored.
    """
    _beyond.clear()
    _hurried.clear()
    _raised.clear()
    heard = [number for number in _SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, _interrupt) for number in heard}
    if seconds is not None:
        before[signal.SIGALRM] = signal.signal(signal.SIGALRM, _too_late)
        signal.setitimer(signal.ITIMER_REAL, seconds, again)
    try:
        yield
    except Exception as error:
        if _raised:
            raise _raised[0] from error  # a library may have made another error of it
        raise
    finally:
        if seconds is not None:
            signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before.items():
            signal.signal(number, handler)


def ignore_signals() -> None:
    """From here on the exit status is decided: a signal that comes while the program leaves makes it no other."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Within, signals and the deadline come too late, and ever after unless it fails: what is half shown is finished.

    A flag and no signal mask, because another thread may be given the signal.
    """
    _beyond.set()
    try:
        yield
    except BaseException:
        _beyond.clear()
        raise


def afterwards(follow: Callable[[float], None]) -> None:
    """What follows a run that is over, however it ended: a signal cuts it short and changes nothing else.

    `follow` is told how many seconds it may wait: few when a signal has come before.
    """
    with suppress(RunEndedError):
        _beyond.clear()
        follow(_HURRY if _hurried.is_set() else math.inf)
    _beyond.set()


def _interrupt(number: int, _: FrameType | None) -> None:
    _hurried.set()
    if not _beyond.is_set():
        name = signal.Signals(number).name
        _end(f"Abgebrochen ({name}); veröffentlicht bleibt, was es war.")


def _too_late(*_: object) -> None:
    if not _beyond.is_set():
        _end("Frist überschritten ([run] deadline); veröffentlicht bleibt, was es war.")


def _end(why: str) -> None:
    _raised.append(RunEndedError(why))
    interrupt(_raised[0])
