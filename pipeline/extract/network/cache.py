"""Bodies kept for conditional requests: one file an address, written only when something differs.

A file is one line of JSON and the body behind it. It counts only if the body still has the SHA-256 that the line
names; anything else is as good as no file and costs one transfer.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

#: A validator longer than this is not worth sending back.
_LONGEST_VALIDATOR = 1024
#: The files of a cache: the SHA-256 of an address, and drafts of them. Whatever else lies there is not ours.
_OWN = re.compile(r"[0-9a-f]{64}(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Kept:
    """A body with what the server said of it. `etag` and `modified` go back to the server as they came."""

    url: str
    body: bytes
    digest: str
    media_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None

    @property
    def validators(self) -> dict[str, str]:
        """The request fields that ask whether this body still holds (RFC 9110 §13.1)."""
        pairs = (("If-None-Match", self.etag), ("If-Modified-Since", self.modified))
        return {name: value for name, value in pairs if value and _sendable(value)}


def _sendable(value: str) -> bool:
    return len(value) <= _LONGEST_VALIDATOR and value.isascii() and value.isprintable()


class Cache:
    """The kept bodies of one data directory. A `folder` of None keeps nothing; `read_only` changes nothing."""

    def __init__(self, folder: Path | None, *, read_only: bool = False) -> None:
        self._folder = folder
        self._read_only = read_only
        self._asked: set[str] = set()

    def find(self, url: str) -> Kept | None:
        """The intact body kept for `url`, else None."""
        path = self._path(url)
        try:
            content = path.read_bytes() if path and path.is_file() else b""
        except OSError:
            return None
        head, _, body = content.partition(b"\n")
        try:
            kept = Kept(body=body, **json.loads(head))
        except (ValueError, TypeError, RecursionError):
            return None
        intact = kept.url == url and kept.digest == hashlib.sha256(body).hexdigest()
        return kept if intact and kept.validators else None

    def keep(self, kept: Kept) -> None:
        """Keeps `kept` for its address; without validators there is nothing to ask with, so nothing is kept.

        A full or read-only disk is no reason to fail: the next night transfers once more.
        """
        path = self._path(kept.url)
        if path is None or self._read_only:
            return
        with contextlib.suppress(OSError):
            if not kept.validators:
                path.unlink(missing_ok=True)
            elif self.find(kept.url) != kept:
                _write(path, _head(kept) + b"\n" + kept.body)

    def drop(self, url: str) -> None:
        """Forgets the body of one address."""
        path = self._path(url)
        if path and not self._read_only:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    def drop_unasked(self) -> None:
        """Forgets every body that this run did not ask for: links of former uploads, sources no longer configured."""
        if self._folder is None or self._read_only or not self._folder.is_dir():
            return
        for path in self._folder.iterdir():
            if path.name not in self._asked and _OWN.fullmatch(path.name) and path.is_file():
                with contextlib.suppress(OSError):
                    path.unlink()

    def _path(self, url: str) -> Path | None:
        if self._folder is None:
            return None
        name = hashlib.sha256(url.encode()).hexdigest()
        self._asked.add(name)
        return self._folder / name


def _head(kept: Kept) -> bytes:
    names = ("url", "digest", "media_type", "charset", "etag", "modified")
    return json.dumps({name: getattr(kept, name) for name in names}).encode()


def _write(path: Path, content: bytes) -> None:
    """Replaces `path` in one step by a file that only its owner can read."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
