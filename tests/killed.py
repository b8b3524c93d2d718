"""A night or `restore` in a process of its own that is killed at its Nth contact with the files or the database.

python -m tests.killed FOLDER N [restore]     # N = 0: not killed; prints how many contacts there were
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from pipeline.restore import restore
from tests.examples import day
from tests.whole_nights import District

EVENTS = ("open", "os.", "sqlite3.", "shutil.", "tempfile.")


class Reaper:
    """Counts audit events once it is armed (PEP 578) and kills the process at one of them."""

    def __init__(self, last: int) -> None:
        self.last, self.count, self.armed = last, 0, False

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.armed and event.startswith(EVENTS) and not str(arguments[:1]).endswith(".pyc',)"):
            self.count += 1
            if self.count == self.last:
                os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """The second night of a district whose list has changed, or its state rebuilt."""
    folder, last = Path(sys.argv[1]), int(sys.argv[2])
    reaper = Reaper(last)
    district = District(folder)
    district.number = 1
    district.replaced("3320-14", "3320-18")
    sys.addaudithook(reaper)
    reaper.armed = True
    if sys.argv[3:]:
        restore(district.config, day(2))
    else:
        district.night()
    reaper.armed = False
    print(reaper.count)


if __name__ == "__main__":
    main()
