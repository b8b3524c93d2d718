"""Standard streams that cannot harm a run: cron may close them, a pipe may break, a disk behind a log may be full."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import warnings


class _Lenient(io.FileIO):
    """A file that swallows what it cannot deliver: a message that nobody can read is no reason to fail."""

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """All of `data`, as far as anybody can tell."""
        with contextlib.suppress(OSError):
            super().write(data)
        return len(data)


def secure_streams() -> None:
    """UTF-8 on both outputs whatever the locale; messages never fail, machine output fails where it is written.

    A closed descriptor is opened, lest the first file that is opened takes its place and gets the messages.
    """
    closed = [number for number in (0, 1, 2) if not _is_open(number)]
    for _ in closed:  # the lowest free number is taken first; written to, one that is only readable fails
        os.open(os.devnull, os.O_RDONLY)
    if 0 in closed:
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    if 1 in closed:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    else:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    messages = io.BufferedWriter(_Lenient(2, "wb", closefd=False))  # type: ignore[type-var]
    sys.stderr = io.TextIOWrapper(messages, "utf-8", "backslashreplace", line_buffering=True)


def silence_libraries() -> None:
    """What libraries warn of is meant for programmers; what somebody has to do about a file, our own messages say."""
    warnings.simplefilter("ignore")


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
