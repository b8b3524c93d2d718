"""Answers without a network."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from pipeline.errors import FetchError
from pipeline.model import Document


class Answers:
    """Answers from a dictionary; what is not in it cannot be reached. `asked`: each address and who led there."""

    def __init__(self, files: Mapping[str, bytes] | Mapping[str, str]) -> None:
        self.files = files
        self.asked: list[tuple[str, str | None]] = []

    def get(self, url: str, *, origin: str | None = None) -> Document:
        self.asked.append((url, origin))
        if url not in self.files:
            raise FetchError(url, "nicht erreichbar")
        said = self.files[url]
        body = said.encode() if isinstance(said, str) else said
        media_type = "text/html" if isinstance(said, str) else None
        return Document(url, body, media_type, digest=hashlib.sha256(body).hexdigest())

    def drop(self, url: str) -> None:
        """Nothing is kept anyway."""
