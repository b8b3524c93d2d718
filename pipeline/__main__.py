"""`python -m pipeline` is the command `kreiskontakte`.

Kept apart from `cli`, because a signal may come while that is still being imported.
"""

from __future__ import annotations

import os
import signal
from types import FrameType
from typing import NoReturn


def main() -> NoReturn:
    """The command, which ends with one line and no traceback from its very first moment."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _too_early)
    from pipeline.cli import main as command

    command()


def _too_early(number: int, _: FrameType | None) -> None:
    os.write(2, f"kreiskontakte: Abgebrochen ({signal.Signals(number).name}).\n".encode())
    os._exit(1)


if __name__ == "__main__":
    main()
