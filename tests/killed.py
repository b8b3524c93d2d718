"""Nights and `restore` in processes of their own that are killed at their Nth contact with the files or the database.

python -m tests.killed reads orders, one a line: [FOLDER, N, RESTORE]; N = 0 is not killed. Each is carried out by a
child, and answered by its exit code and output, the number of contacts at the end. To start Python and to import what a
night needs takes ten times as long as the night, so that is done once, before the children are forked.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from pathlib import Path
from tempfile import TemporaryDirectory

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


def second_night(folder: Path, last: int, restoring: bool) -> None:
    """The second night of a district whose list has changed, or its state rebuilt."""
    reaper = Reaper(last)
    district = District(folder)
    district.number = 1
    district.replaced("3320-14", "3320-18")
    sys.addaudithook(reaper)
    reaper.armed = True
    if restoring:
        restore(district.config, day(2))
    else:
        district.night()
    reaper.armed = False
    print(reaper.count)


def in_child(folder: str, last: int, restoring: bool) -> tuple[int, str]:
    """Exit code and output of the process that does it."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(writing, 1)
        os.dup2(writing, 2)
        _only(Path(folder), last, restoring)
    os.close(writing)
    with os.fdopen(reading) as output:
        text = output.read()
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), text


def _only(folder: Path, last: int, restoring: bool) -> None:
    """Whatever happens, the child ends here, or two processes would read the orders."""
    code = 1
    try:
        second_night(folder, last, restoring)
        code = 0
    finally:
        if code:
            traceback.print_exc()
        sys.stdout.flush()
        os._exit(code)


def main() -> None:
    """Carries out the orders, warmed up."""
    with TemporaryDirectory() as folder:
        District(Path(folder)).renumbered()
    for line in sys.stdin:
        print(json.dumps(in_child(*json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
