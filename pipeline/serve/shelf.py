"""The address books of the current release: all contacts, and those of each group, card by card as published."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import msgspec

from pipeline.disk import read_file
from pipeline.export.links import card_path, slugs

ALL = "alle"
#: Names that a group's book cannot have, because they lead elsewhere.
TAKEN = frozenset({ALL, "kontakte"})
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Card:
    """One card: its bytes as published, when they last changed, and a tag that changes with them."""

    text: bytes
    changed: float

    @property
    def etag(self) -> str:
        """Quoted, as HTTP wants it."""
        return f'"{hashlib.sha256(self.text).hexdigest()[:32]}"'


@dataclass(frozen=True)
class Book:
    """One address book: file name of a card → card."""

    name: str
    title: str
    cards: Mapping[str, Card] = field(default_factory=dict)

    @cached_property
    def etags(self) -> dict[str, str]:
        """What to compare with another day."""
        return {href: card.etag for href, card in self.cards.items()}

    @cached_property
    def token(self) -> str:
        """The same for the same cards, whatever the release."""
        said = "\n".join(f"{href} {etag}" for href, etag in sorted(self.etags.items()))
        return hashlib.sha256(said.encode()).hexdigest()

    @cached_property
    def changed(self) -> float:
        """When the last of its cards changed."""
        return max((card.changed for card in self.cards.values()), default=0.0)


Books = dict[str, Book]


class _Member(msgspec.Struct):
    uid: str
    groups: tuple[str, ...] = ()


class _Listing(msgspec.Struct):
    district: str
    contacts: tuple[_Member, ...]


def read_books(release: Path) -> Books:
    """The books of one release. Raises OSError or msgspec.MsgspecError where it is not whole."""
    listing = msgspec.json.decode(read_file(release / "kontakte.json"), type=_Listing)
    cards = {member.uid: _card(release / card_path(member.uid)) for member in listing.contacts}
    names = slugs(group for member in listing.contacts for group in member.groups)
    books = {ALL: Book(ALL, listing.district, {_href(uid): card for uid, card in cards.items()})}
    for group, slug in names.items():
        name = f"{slug}-gruppe" if slug in TAKEN else slug
        inside = {_href(m.uid): cards[m.uid] for m in listing.contacts if group in m.groups}
        books[name] = Book(name, group, inside)
    return books


def _href(uid: str) -> str:
    return card_path(uid).rpartition("/")[2]


def _card(path: Path) -> Card:
    return Card(read_file(path), path.stat().st_mtime)


class Shelf:
    """The books of the release that `public` points to; read once and again when it points elsewhere."""

    def __init__(self, data: Path) -> None:
        self._data, self._lock = data, threading.Lock()
        self._mark: object = None
        self._books: Books = {}
        self._earlier: dict[str, dict[str, tuple[str, dict[str, str]]]] = {}

    def books(self) -> Books:
        """What is published now; nothing before the first release."""
        for _ in range(_TRIES):  # a release may be replaced while it is read
            with suppress(OSError, msgspec.MsgspecError), self._lock:
                release = (self._data / "public").resolve(strict=True)
                mark = (release, (release / "kontakte.json").stat().st_mtime_ns, release.stat().st_ino)
                if mark != self._mark:
                    self._books, self._mark = read_books(release), mark
                return self._books
        return {} if not (self._data / "public").exists() else self._books

    def earlier(self, name: str, token: str) -> dict[str, str] | None:
        """What a book of that token held (file name → tag), if a release that is still kept knows."""
        for release in self._releases():
            if release.name not in self._earlier:
                with suppress(OSError, msgspec.MsgspecError), self._lock:
                    books = read_books(release)
                    self._earlier[release.name] = {key: (book.token, book.etags) for key, book in books.items()}
            known = self._earlier.get(release.name, {}).get(name)
            if known and known[0] == token:
                return known[1]
        return None

    def _releases(self) -> Iterator[Path]:
        """The kept releases, the newest first; what is gone is forgotten."""
        folder = self._data / "releases"
        kept = [path for path in folder.iterdir() if path.name[:1].isdigit()] if folder.is_dir() else []
        for gone in self._earlier.keys() - {path.name for path in kept}:
            self._earlier.pop(gone, None)
        yield from sorted(kept, reverse=True)
