"""Whether compiled modules can be written whole: Python 3.11 keeps half ones, and with one it never starts again."""

import os
import resource

#: Bytes that all compiled modules together stay far below.
_ENOUGH = 67_108_864


def has_room() -> bool:
    """True unless the disk is about full or files are limited in size (`ulimit -f`)."""
    disk, limit = os.statvfs(__file__), resource.getrlimit(resource.RLIMIT_FSIZE)[0]
    return disk.f_bavail * disk.f_frsize > _ENOUGH and (limit == resource.RLIM_INFINITY or limit > _ENOUGH)
