"""The only way to the network: polite, bounded, conditional, and never further than the configuration allows.

A `get` judges every hop by name and number before it is contacted, asks robots.txt, sends what the cache has as
validators, and gives a whole answer or says in one sentence why there is none. Proxies and `~/.netrc` of the
environment are not read.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from pipeline.errors import FetchError
from pipeline.extract.network import robots
from pipeline.extract.network.addresses import Address, AddressError, Boundary, follow, parse, shown
from pipeline.extract.network.cache import Cache, Kept
from pipeline.extract.network.http import Answer, Clock
from pipeline.extract.network.settings import FetchSettings
from pipeline.extract.network.troubles import ExchangeError
from pipeline.extract.network.wire import Lookup, Site, Time, Wire, lookup
from pipeline.model import Document

if TYPE_CHECKING:
    import ssl

#: Redirects followed for one address.
REDIRECTS = 5
#: Answers kept in memory because another source may want them too: bytes of one, bytes of all.
_REMEMBER_ONE, _REMEMBER_ALL = 4_194_304, 67_108_864
_MOVED = frozenset({301, 302, 303, 307, 308})
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)

#: HTTP status → what people need to know.
_REFUSALS = {
    204: "der Server antwortet ohne Inhalt",
    206: "der Server schickt nur einen Teil",
    304: "der Server bestätigt einen Stand, den es hier nicht gibt",
    401: "der Server verlangt eine Anmeldung",
    403: "der Server verweigert den Zugriff",
    404: "die Seite gibt es nicht (mehr); Adresse prüfen",
    410: "die Seite gibt es nicht mehr; Adresse prüfen",
    429: "der Server ist überlastet",
    500: "der Server meldet einen eigenen Fehler",
    502: "der Server ist gestört",
    503: "der Server ist überlastet oder wird gewartet",
    504: "der Server ist gestört",
}


class _Refused(Exception):
    """A status that is no answer."""

    def __init__(self, status: int) -> None:
        super().__init__(f"{_REFUSALS.get(status, 'der Server gibt keine brauchbare Antwort')} (HTTP {status})")
        self.status = status


class Fetcher:
    """Fetches for one run; a context manager, so that no connection outlives it. Not for several threads at once."""

    def __init__(
        self,
        settings: FetchSettings,
        cache: Path | None,
        *,
        trusted: Iterable[str] = (),
        read_only: bool = False,
        clock: Clock = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        lookup: Lookup = lookup,
        context: ssl.SSLContext | None = None,
    ) -> None:
        sources = tuple(_readable(trusted))
        self._settings = settings
        self._clock = clock
        self._cache = Cache(cache, read_only=read_only)
        self._boundary = Boundary(sources, settings.allow_hosts)
        logins = {source.site: source.login for source in sources if source.login}
        self._wire = Wire(settings.contact, self._boundary, logins, clock, sleep, lookup, context)
        self._robots: dict[Site, robots.Robots | ExchangeError] = {}
        self._known: dict[str, Document | FetchError] = {}
        self._known_bytes = 0
        self.transferred = 0
        self.confirmed = 0

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._wire.close()

    @property
    def requests(self) -> int:
        """Exchanges so far; `transferred` of them were whole pages (200), `confirmed` were 304."""
        return self._wire.requests

    @property
    def received(self) -> int:
        """Bytes of bodies so far, unpacked."""
        return self._wire.received

    def drop_unasked(self) -> None:
        """Empties the cache of what this run did not ask for; meant for the end of a run whose sources all answered."""
        self._cache.drop_unasked()

    def drop(self, url: str) -> None:
        """Empties the cache of one answer that must not be kept."""
        with contextlib.suppress(AddressError):
            self._cache.drop(parse(url).url)

    def get(self, url: str, *, origin: str | None = None, deadline: float | None = None) -> Document:
        """The whole answer of `url`, asked for once a run. Raises FetchError.

        `origin` is the address of the page on whose behalf this is fetched (None for a configured address); `deadline`
        is the end of the run on the clock.
        """
        try:
            address = parse(url)
            behalf = parse(origin) if origin else address
            self._boundary.judge(address, behalf, behalf)
        except AddressError as error:
            raise FetchError(shown(url), str(error)) from error
        known = self._known.get(address.url)
        if known is None:
            known = self._answered(address, behalf, float("inf") if deadline is None else deadline)
            self._remember(address.url, known)
        if isinstance(known, FetchError):
            raise FetchError(known.url, known.cause, known.status)
        return known

    def _remember(self, url: str, known: Document | FetchError) -> None:
        size = len(known.body) if isinstance(known, Document) else 0
        if size <= _REMEMBER_ONE and self._known_bytes + size <= _REMEMBER_ALL:
            self._known[url] = known
            self._known_bytes += size

    def _answered(self, address: Address, behalf: Address, deadline: float) -> Document | FetchError:
        try:
            return self._followed(address, behalf, Time(self._clock() + self._settings.timeout, deadline))
        except (AddressError, ExchangeError) as error:
            return FetchError(address.url, str(error))
        except _Refused as error:
            return FetchError(address.url, str(error), error.status)

    def _followed(self, address: Address, behalf: Address, time: Time) -> Document:
        """The answer at the end of at most `REDIRECTS` redirects, each judged before it is asked."""
        before = behalf
        for _ in range(REDIRECTS + 1):
            self._boundary.judge(address, behalf, before)
            self._allowed(address, time)
            kept = self._cache.find(address.url)
            validators = kept.validators if kept else {}
            answer = self._wire.ask(address, validators, time, self._settings.max_bytes, delay=self._delay(address))
            location = answer.fields.get("location", "")
            if answer.status not in _MOVED or not location:
                return self._document(address, answer, kept)
            before, address = address, _next(address, location)
        raise ExchangeError(f"mehr als {REDIRECTS} Weiterleitungen hintereinander")

    def _document(self, address: Address, answer: Answer, kept: Kept | None) -> Document:
        if answer.status == 304 and kept:
            self.confirmed += 1
            return Document(address.url, kept.body, kept.media_type, kept.charset, kept.digest, transferred=False)
        if answer.status != 200:
            raise _Refused(answer.status)
        if not answer.body:
            raise ExchangeError("die Antwort ist leer")
        self.transferred += 1
        fresh = _kept(address.url, answer)
        self._cache.keep(fresh)
        return Document(fresh.url, fresh.body, fresh.media_type, fresh.charset, fresh.digest)

    # ---- robots.txt ------------------------------------------------------------------------------

    def _allowed(self, address: Address, time: Time) -> None:
        """Raises ExchangeError where robots.txt forbids the address, or cannot be read tonight (RFC 9309 §2.3.1)."""
        if not self._settings.respect_robots:
            return
        if address.site not in self._robots:
            self._robots[address.site] = self._read_robots(address, time)
        rules = self._robots[address.site]
        if isinstance(rules, ExchangeError):
            raise rules
        if not rules.allows(address.url):
            raise ExchangeError("robots.txt des Servers verbietet den Abruf; mit dem Betreiber klären")

    def _read_robots(self, address: Address, time: Time) -> robots.Robots | ExchangeError:
        try:
            return self._robots_of(Address(*address.site, "/robots.txt"), time)
        except AddressError as error:
            return ExchangeError(str(error))
        except ExchangeError as error:
            if error.unreached:
                return error
            return ExchangeError(f"robots.txt ist nicht lesbar ({error}); das gilt für diese Nacht als Verbot")

    def _robots_of(self, address: Address, time: Time) -> robots.Robots:
        """The rules; a redirect that may not be followed leads to none (RFC 9309 §2.3.1.2)."""
        first = before = address
        limit = min(robots.LIMIT, self._settings.max_bytes)
        for hop in range(REDIRECTS + 1):
            kept = self._cache.find(address.url)
            validators = kept.validators if kept else {}
            try:
                self._boundary.judge(address, first, before)
                answer = self._wire.ask(address, validators, time, limit, delay=self._settings.delay, beginning=True)
            except AddressError:
                if hop == 0:
                    raise
                break
            if answer.status not in _MOVED:
                return self._robots_answer(address, answer, kept)
            before = address
            try:
                address = _next(address, answer.fields.get("location", ""))
            except AddressError:
                break
        return robots.Robots()

    def _robots_answer(self, address: Address, answer: Answer, kept: Kept | None) -> robots.Robots:
        if answer.status == 304 and kept:
            return robots.parse(kept.body)
        if 400 <= answer.status < 500:
            return robots.Robots()
        if answer.status != 200:
            raise ExchangeError(f"HTTP {answer.status}")
        if not answer.cut:
            self._cache.keep(_kept(address.url, answer))
        return robots.parse(answer.body)

    def _delay(self, address: Address) -> float:
        """Seconds between two requests: ours, or what robots.txt asks for, which is never more than the time limit."""
        rules = self._robots.get(address.site)
        wanted = rules.delay if isinstance(rules, robots.Robots) else 0.0
        return max(self._settings.delay, min(wanted, self._settings.timeout))


def _readable(urls: Iterable[str]) -> Iterable[Address]:
    """The addresses among `urls`; what is none fails where it is fetched."""
    for url in urls:
        try:
            yield parse(url)
        except AddressError:
            continue


def _next(address: Address, location: str) -> Address:
    """Where a redirect leads. Raises AddressError that names the redirect."""
    with contextlib.suppress(UnicodeError):  # servers that do not escape write UTF-8
        location = location.encode("latin-1").decode()
    try:
        return follow(address, location)
    except AddressError as error:
        raise AddressError(f"Weiterleitung nach „{shown(location)[:120]}“: {error}") from error


def _kept(url: str, answer: Answer) -> Kept:
    media_type = answer.fields.get("content-type", "").partition(";")[0].strip().lower()
    charset = _CHARSET.search(answer.fields.get("content-type", "")[:1000])
    return Kept(
        url,
        answer.body,
        hashlib.sha256(answer.body).hexdigest(),
        media_type or None,
        charset[1] if charset else None,
        answer.fields.get("etag"),
        answer.fields.get("last-modified"),
    )
