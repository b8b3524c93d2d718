"""Read-only CardDAV: Radicale speaks the protocol, what it finds are the cards of the current release, byte for byte.

    /carddav/NAME/BOOK/UID.vcf

`kontakte` is the principal whose home holds every book; and each book has a principal of its own name with only that
book, because some address books (Apple's) take all that a home holds. Whoever asks at `/carddav/NAME/` is NAME.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from email.utils import formatdate
from typing import Any

from radicale import config
from radicale.app import Application
from radicale.auth import BaseAuth
from radicale.item import Item
from radicale.item.filter import TIMESTAMP_MAX, TIMESTAMP_MIN
from radicale.rights import BaseRights
from radicale.storage import BaseCollection, BaseStorage
from werkzeug.wrappers import Request, Response

from pipeline.serve.answers import AnswerError, page
from pipeline.serve.shelf import Book, Books, Card, Shelf
from pipeline.serve.xml import SIZE_LIMIT, check_xml

PREFIX = "/carddav"
EVERYTHING = "kontakte"
METHODS = ("GET", "HEAD", "OPTIONS", "PROPFIND", "REPORT")
_PRINCIPAL = "kreiskontakte.principal"
_TOKEN = "urn:kreiskontakte:sync:"  # noqa: S105 - no secret, how a sync-token begins
#: All that Radicale gets to see of a request.
_PASSED = ("SERVER_NAME", "SERVER_PORT", "SERVER_PROTOCOL", "REMOTE_ADDR", "wsgi.url_scheme", "wsgi.errors")
_HEADERS = ("HTTP_HOST", "HTTP_DEPTH", "HTTP_USER_AGENT", "HTTP_ACCEPT_ENCODING", "CONTENT_TYPE")


class AddressBooks:
    """What answers below `/carddav/`."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._radicale = Application(_configuration(shelf))

    def __call__(self, request: Request) -> Response:
        """The answer to a request. Raises AnswerError."""
        if request.method not in METHODS:
            raise AnswerError(405, headers={"Allow": ", ".join(METHODS)})
        if request.method == "OPTIONS":
            return Response(status=200, headers={"Allow": ", ".join(METHODS), "DAV": "1, 3, addressbook"})
        names = _names(request.path)
        if request.method in ("GET", "HEAD") and len(names) < 2:
            return page("adressbuecher.html", books=self._shelf.books().values(), root=request.host_url.rstrip("/"))
        answer = Response.from_app(self._radicale, self._environ(request, names))
        if answer.status_code >= 500:  # our storage cannot fail: the request made no sense
            raise AnswerError(400)
        if answer.status_code >= 400 and answer.mimetype == "text/plain":
            raise AnswerError(answer.status_code if answer.status_code in (403, 404, 405) else 400)
        answer.headers["Cache-Control"] = "no-cache"
        return answer.make_conditional(request)

    def _environ(self, request: Request, names: list[str]) -> dict[str, Any]:
        if (request.content_length or 0) > SIZE_LIMIT:
            raise AnswerError(413)
        body = request.get_data(cache=False)
        check_xml(body)
        known = names and names[0] in self._shelf.books()
        passed = {key: request.environ[key] for key in (*_PASSED, *_HEADERS) if key in request.environ}
        return {
            **passed,
            "REQUEST_METHOD": request.method,
            "SCRIPT_NAME": PREFIX,
            "PATH_INFO": request.path.removeprefix(PREFIX),
            "QUERY_STRING": "",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
            _PRINCIPAL: names[0] if known else EVERYTHING,
        }


def _names(path: str) -> list[str]:
    """The parts of a path below the prefix; every spelling but the plain one names nothing."""
    names = [name for name in path.removeprefix(PREFIX).split("/") if name]
    if any(name.startswith(".") or not name.isascii() or not name.isprintable() for name in names):
        raise AnswerError(404)
    return names


# ---- what Radicale is made of here ---------------------------------------------------------------


def _configuration(shelf: Shelf) -> config.Configuration:
    made = config.load()
    made.update(
        {
            "auth": {"type": _Anybody, "delay": "0"},
            "rights": {"type": _ReadOnly},
            "storage": {"type": lambda configuration: _Storage(configuration, shelf)},
            "web": {"type": "none"},
            "hook": {"type": "none"},
            "sharing": {"type": "none"},
            "server": {"delay_on_error": "0"},
        },
        "kreiskontakte",
        privileged=True,
    )
    return made


class _Anybody(BaseAuth):
    """Whoever gets here may read; as whom depends on the address alone."""

    def get_external_login(self, environ: Mapping[str, Any]) -> tuple[str, str]:
        return str(environ[_PRINCIPAL]), ""

    def _login(self, login: str, password: str) -> str:
        return login


class _ReadOnly(BaseRights):
    """R: to see what is there; r: to read a book and its cards."""

    def authorization(self, user: str, user_groups: set[str], path: str) -> str:
        return {0: "R", 1: "R", 2: "r"}.get(len(path.strip("/").split("/")) if path.strip("/") else 0, "")


class _Folder(BaseCollection):
    """The root, or a principal and home of books."""

    def __init__(self, path: str) -> None:
        self._path = path

    @property
    def path(self) -> str:
        return self._path

    @property
    def etag(self) -> str:
        return '""'

    @property
    def last_modified(self) -> str:
        return formatdate(0, usegmt=True)

    def get_all(self) -> Iterable[Item]:
        return ()

    def get_multi(self, hrefs: Iterable[str]) -> Iterable[tuple[str, Item | None]]:
        return ((href, None) for href in hrefs)

    def get_meta(self, key: str | None = None) -> Any:
        known = {"D:displayname": "Kreiskontakte"}
        return known if key is None else known.get(key)


class _Shown(_Folder):
    """A book as Radicale sees it."""

    def __init__(self, path: str, book: Book, shelf: Shelf) -> None:
        super().__init__(path)
        self._book, self._shelf = book, shelf

    @property
    def etag(self) -> str:
        return f'"{self._book.token}"'

    @property
    def last_modified(self) -> str:
        return formatdate(self._book.changed, usegmt=True)

    def get_meta(self, key: str | None = None) -> Any:
        known = {"tag": "VADDRESSBOOK", "D:displayname": self._book.title}
        return known if key is None else known.get(key)

    def get_all(self) -> Iterable[Item]:
        return (self.item(href, card) for href, card in self._book.cards.items())

    def get_multi(self, hrefs: Iterable[str]) -> Iterable[tuple[str, Item | None]]:
        for href in hrefs:
            card = self._book.cards.get(href)
            yield href, self.item(href, card) if card else None

    def item(self, href: str, card: Card) -> Item:
        """A card with its text as published; nothing is parsed and written anew."""
        return Item(
            collection=self,
            href=href,
            text=card.text.decode(),
            etag=card.etag,
            last_modified=formatdate(card.changed, usegmt=True),
            name="VCARD",
            component_name="VCARD",
            time_range=(TIMESTAMP_MIN, TIMESTAMP_MAX),
        )

    def sync(self, old_token: str = "") -> tuple[str, Iterable[str]]:
        """The present token and the names of what differs; ValueError for a token that nobody knows any more."""
        now = self._book.etags
        if not old_token or old_token == _TOKEN + self._book.token:
            return _TOKEN + self._book.token, () if old_token else tuple(now)
        before = self._shelf.earlier(self._book.name, old_token.removeprefix(_TOKEN))
        if before is None:
            raise ValueError("unknown token")
        return _TOKEN + self._book.token, sorted({href for href, _ in before.items() ^ now.items()})


class _Storage(BaseStorage):
    """The shelf as Radicale sees it."""

    def __init__(self, configuration: config.Configuration, shelf: Shelf) -> None:
        super().__init__(configuration)
        self._shelf = shelf

    def discover(
        self, path: str, depth: str = "0", child_context_manager: Any = None, user_groups: Any = frozenset()
    ) -> Iterator[BaseCollection | Item]:
        names = [name for name in path.split("/") if name]
        books = self._shelf.books()
        if len(names) < 2:
            yield from self._folders(names, books, inside=depth != "0")
            return
        book = _home(names[0], books).get(names[1])
        if book is None:
            return
        shown = _Shown("/".join(names[:2]), book, self._shelf)
        if len(names) == 2:
            yield shown
            yield from shown.get_all() if depth != "0" else ()
        elif len(names) == 3 and (card := book.cards.get(names[2])):
            yield shown.item(names[2], card)

    def _folders(self, names: list[str], books: Books, *, inside: bool) -> Iterator[BaseCollection]:
        if not names:
            yield _Folder("")
            if inside:
                yield _Folder(EVERYTHING)
        elif names[0] == EVERYTHING or names[0] in books:
            yield _Folder(names[0])
            if inside:
                for name, book in _home(names[0], books).items():
                    yield _Shown(f"{names[0]}/{name}", book, self._shelf)

    @contextmanager
    def acquire_lock(self, mode: str, user: str = "", *args: Any, **kwargs: Any) -> Iterator[None]:
        yield


def _home(principal: str, books: Books) -> Books:
    """The books of a principal."""
    if principal == EVERYTHING:
        return books
    return {principal: books[principal]} if principal in books else {}
