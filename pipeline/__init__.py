"""kreiskontakte: collects, checks and publishes the contacts of a German district, every night."""

import os
import resource
import sys

__version__ = "0.1.0"

#: Bytes that all compiled modules together stay far below.
_ROOM = 67_108_864


def _has_room() -> bool:
    """Whether compiled modules can be written whole: Python 3.11 keeps half ones, and then never starts again."""
    disk, limit = os.statvfs(__file__), resource.getrlimit(resource.RLIMIT_FSIZE)[0]
    return disk.f_bavail * disk.f_frsize > _ROOM and (limit == resource.RLIM_INFINITY or limit > _ROOM)


sys.dont_write_bytecode = sys.dont_write_bytecode or not _has_room()
