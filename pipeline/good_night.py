"""When the last night ended that went well: the time stamp of an empty folder.

A night that changes nothing leaves every file of the data directory alone, and still a monitor has to know of it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

FOLDER = "last-good"


def note_good_night(data: Path, moment: datetime) -> None:
    """Remember that a run ended well; what cannot be noted is no failure."""
    with suppress(OSError):
        (data / FOLDER).mkdir(exist_ok=True)
        os.utime(data / FOLDER, (moment.timestamp(), moment.timestamp()))


def last_good_night(data: Path) -> datetime | None:
    """When the last run that ended well did so; None where that is not known."""
    try:
        return datetime.fromtimestamp((data / FOLDER).stat().st_mtime, UTC)
    except OSError:
        return None
