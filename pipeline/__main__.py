"""`python -m pipeline` is the command `kreiskontakte`.

Kept apart from `cli`, because a signal may come while that is still being imported.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from types import FrameType
from typing import NoReturn

#: Bytes that all compiled modules together stay far below.
_ROOM = 67_108_864


def main() -> NoReturn:
    """The command, which ends with one line and no traceback from its very first moment."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _too_early)
    sys.dont_write_bytecode = sys.dont_write_bytecode or not _has_room()
    from pipeline.cli import main as command

    command()


def _has_room() -> bool:
    """Whether compiled modules can be written whole: Python 3.11 keeps half ones, and never starts again."""
    disk, limit = os.statvfs(__file__), resource.getrlimit(resource.RLIMIT_FSIZE)[0]
    return disk.f_bavail * disk.f_frsize > _ROOM and (limit == resource.RLIM_INFINITY or limit > _ROOM)


def _too_early(number: int, _: FrameType | None) -> None:
    os.write(2, f"kreiskontakte: Abgebrochen ({signal.Signals(number).name}).\n".encode())
    os._exit(1)


if __name__ == "__main__":
    main()
