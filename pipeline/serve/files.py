"""The published files and nothing else: names are looked up below the current release, links lead nowhere."""

from __future__ import annotations

import mimetypes
import os
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from werkzeug.wrappers import Request, Response
from werkzeug.wsgi import wrap_file

from pipeline.serve.answers import FILE_POLICY, AnswerError

TYPES = {
    ".vcf": "text/vcard; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/atom+xml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
#: The types that every Python knows, whatever the machine's own list says.
_OTHERS = mimetypes.MimeTypes()
_TRIES = 3  # a release may be replaced and tidied away between finding and opening


@dataclass(slots=True)
class Opened:
    """A published file, open for reading."""

    file: BinaryIO
    size: int
    modified: datetime
    etag: str


def published_file(data: Path, request: Request) -> Response:
    """The file that a path names. Raises AnswerError."""
    names = _names(request.path)
    opened = _find(data, names)
    answer = Response(wrap_file(request.environ, opened.file), direct_passthrough=True)
    answer.headers["Content-Type"] = media_type(names[-1])
    answer.content_length = opened.size
    answer.last_modified = opened.modified
    answer.set_etag(opened.etag)
    answer.cache_control.no_cache = True  # ask whether it is still the same, which costs next to nothing
    if names[0] == "dokumente":
        answer.headers["Content-Security-Policy"] = FILE_POLICY
    return answer.make_conditional(request)


def media_type(name: str) -> str:
    """What a file is, by its ending."""
    ending = os.path.splitext(name)[1].lower()  # noqa: PTH122 - a name and no path
    return TYPES.get(ending) or _OTHERS.types_map[True].get(ending) or "application/octet-stream"


def _names(path: str) -> list[str]:
    """The parts of a path as it was asked for; every spelling but the plain one names nothing."""
    names = path.removeprefix("/").split("/")
    if names == [""]:
        return ["index.html"]
    if any(not name or name.startswith(".") or not name.isprintable() or "\\" in name for name in names):
        raise AnswerError(404)
    return names


def _find(data: Path, names: list[str]) -> Opened:
    for _ in range(_TRIES):
        try:
            return _open(_release(data), names)
        except FileNotFoundError:
            continue
        except (OSError, ValueError):  # a folder as a file, a name too long, a link, no right to read
            break
    if not (data / "public").exists():
        raise AnswerError(404, "Es ist noch nichts veröffentlicht.")
    raise AnswerError(404)


def _release(data: Path) -> Path:
    """The folder that `public` points to, which is one of the releases."""
    folder = (data / "public").resolve(strict=True)
    if folder.parent != (data / "releases").resolve():
        raise ValueError(folder)
    return folder


def _open(folder: Path, names: list[str]) -> Opened:
    """Part by part and no link followed, so that nothing outside the release can be reached."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for name in names[:-1]:
            inner = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=handle)
            os.close(handle)
            handle = inner
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        return _opened(os.open(names[-1], flags, dir_fd=handle))
    finally:
        os.close(handle)


def _opened(handle: int) -> Opened:
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        os.close(handle)
        raise ValueError("no file")
    etag = f"{found.st_ino:x}-{found.st_size:x}-{found.st_mtime_ns:x}"  # an unchanged file is linked, hence the same
    return Opened(os.fdopen(handle, "rb"), found.st_size, datetime.fromtimestamp(int(found.st_mtime), UTC), etag)
