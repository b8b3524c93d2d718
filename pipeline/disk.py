"""Files that lie where the program expects them: read only if they are files, and certain to be on the disk."""

from __future__ import annotations

import errno
import os
from pathlib import Path


def read_file(path: Path) -> bytes:
    """The bytes of a file; OSError where something else has its name, because a pipe would be waited for for ever."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "ist keine Datei", str(path))
    return path.read_bytes()


def flush(path: Path) -> None:
    """Return only when a file, or the names in a folder, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
