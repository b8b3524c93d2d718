"""Asking one server politely: the distance between two requests, the numbers behind a name, cookies, one second try.

What belongs to a site (scheme, host and port) stays with it: connections, cookies and credentials.
"""

from __future__ import annotations

import re
import socket
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline import __version__
from pipeline.extract.network.addresses import Address, Boundary
from pipeline.extract.network.http import Answer, Clock, Connection, connect
from pipeline.extract.network.robots import PRODUCT
from pipeline.extract.network.troubles import ExchangeError, in_words, too_slow
from pipeline.postponed import postponed

if TYPE_CHECKING:
    import ssl

Site = tuple[str, str, int]
#: The numbers behind a host and port, in at most so many seconds; raises OSError.
Lookup = Callable[[str, int, float], tuple[str, ...]]

#: A site that ran out of time this often in a row is not asked again in this run.
PATIENCE = 3
#: Seconds before the second try where the server names none, at least.
_BREATH = 1.0
_BUSY = frozenset({429, 502, 503, 504})
_COOKIE = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100})=([\x21-\x3a\x3c-\x7e]{0,4000})")
_COOKIES = 20
_ADDRESSES = 4


@dataclass(slots=True)
class Time:
    """Until when a fetch may take: its own time, which polite pauses do not use up, and the run's, which they do."""

    own: float
    run: float

    @property
    def end(self) -> float:
        """The moment at which everything stops."""
        return min(self.own, self.run)


class Wire:
    """The connections of one run. Not for several threads at once."""

    def __init__(
        self,
        contact: str,
        boundary: Boundary,
        logins: Mapping[Site, tuple[str, str]],
        clock: Clock,
        sleep: Callable[[float], None],
        lookup: Lookup,
        context: ssl.SSLContext | None,
    ) -> None:
        self._agent = _agent(contact)
        self._boundary = boundary
        self._logins = logins
        self._clock, self._sleep, self._lookup, self._context = clock, sleep, lookup, context
        self._connections: dict[Site, Connection] = {}
        self._cookies: dict[Site, dict[str, str]] = {}
        self._last: dict[str, float] = {}
        self._slow: dict[Site, int] = {}
        self.requests = 0
        self.received = 0

    def close(self) -> None:
        """Ends every connection."""
        for connection in self._connections.values():
            connection.close()
        self._connections.clear()

    def ask(
        self,
        address: Address,
        fields: Mapping[str, str],
        time: Time,
        limit: int,
        *,
        delay: float = 0.0,
        beginning: bool = False,
    ) -> Answer:
        """One answer of whatever status. Raises ExchangeError, or AddressError where the name leads to a private place.

        Broken connections and overloaded servers get one second try, if it fits into the time.
        """
        request = self._request(address, fields)
        try:
            answer = self._polite(address, request, time, limit, delay, beginning)
        except ExchangeError as error:
            if not error.again:
                raise
        else:
            wait = max(_BREATH, delay, _retry_after(answer)) if answer.status in _BUSY else None
            if wait is None or self._clock() + wait >= time.end:
                return answer
            self._sleep(wait)
        self._hang_up(address)
        return self._polite(address, request, time, limit, delay, beginning)

    def _hang_up(self, address: Address) -> None:
        """A second try begins on a line of its own: a server in trouble may be about to close the old one."""
        connection = self._connections.pop(address.site, None)
        if connection:
            connection.close()

    def _polite(
        self, address: Address, request: bytes, time: Time, limit: int, delay: float, beginning: bool
    ) -> Answer:
        """One exchange after the due pause; a site that keeps us waiting again and again is left alone."""
        if self._slow.get(address.site, 0) >= PATIENCE:
            raise ExchangeError("der Server war in dieser Nacht schon mehrmals zu langsam", slow=True)
        self._pause(address, time, delay)
        try:
            answer = self._exchange(address, request, time, limit, beginning)
        except ExchangeError as error:
            self._slow[address.site] = self._slow.get(address.site, 0) + 1 if error.slow else 0
            raise
        finally:
            self._last[address.host] = self._clock()
        self._slow[address.site] = 0
        self.received += len(answer.body)
        self._remember_cookies(address.site, answer.cookies)
        return answer

    def _pause(self, address: Address, time: Time, delay: float) -> None:
        if address.host not in self._last:
            return
        now = self._clock()
        wait = self._last[address.host] + delay - now
        if wait <= 0:
            return
        if now + wait >= time.run:
            raise ExchangeError("die Zeit des Laufs ist um ([run] deadline)")
        self._sleep(wait)
        time.own += wait

    def _exchange(self, address: Address, request: bytes, time: Time, limit: int, beginning: bool) -> Answer:
        connection = self._connections.pop(address.site, None)
        if connection and not connection.reusable:
            connection.close()
            connection = None
        connection = connection or self._connect(address, time.end)
        self.requests += 1
        try:
            answer = connection.exchange(request, time.end, limit, beginning=beginning)
        except BaseException:
            connection.close()
            raise
        if connection.reusable:
            self._connections[address.site] = connection
        else:
            connection.close()
        return answer

    def _connect(self, address: Address, deadline: float) -> Connection:
        left = deadline - self._clock()
        if left <= 0:
            raise too_slow(unreached=True)
        try:
            ips = self._lookup(address.host, address.port, left)
        except TimeoutError as error:
            raise too_slow(unreached=True) from error
        except socket.gaierror as error:
            raise ExchangeError(f"der Name {address.host} ist unbekannt", unreached=True) from error
        except OSError as error:
            raise in_words(error, unreached=True) from error
        self._boundary.admit(address, ips)
        context = self._tls() if address.scheme == "https" else None
        return connect(ips[:_ADDRESSES], address.host, address.port, deadline, self._clock, context)

    def _tls(self) -> ssl.SSLContext:
        """One context a run: loading the certificates takes longer than a handshake."""
        if self._context is None:
            self._context = verified()
        return self._context

    # ---- what is sent ----------------------------------------------------------------------------

    def _request(self, address: Address, fields: Mapping[str, str]) -> bytes:
        lines = {
            "Host": address.authority,
            "User-Agent": self._agent,
            "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
            "Accept-Language": "de,en;q=0.5",
            "Accept-Encoding": "gzip, deflate",
            **fields,
        }
        if login := self._logins.get(address.site):
            lines["Authorization"] = "Basic " + b64encode(":".join(login).encode()).decode()
        if cookies := self._cookies.get(address.site):
            lines["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return f"GET {address.target} HTTP/1.1\r\n{head}\r\n".encode("latin-1", "replace")

    def _remember_cookies(self, site: Site, cookies: tuple[str, ...]) -> None:
        """Cookies for the rest of this run, for this very site; RFC 6265 as far as one visit needs it."""
        for cookie in cookies:
            pair, _, attributes = cookie.partition(";")
            match = _COOKIE.fullmatch(pair.strip())
            jar = self._cookies.setdefault(site, {})
            if match and re.search(r"max-age\s*=\s*(?:0|-)", attributes[:1000], re.IGNORECASE):
                jar.pop(match[1], None)
            elif match and (match[1] in jar or len(jar) < _COOKIES):
                jar[match[1]] = match[2]


def _agent(contact: str) -> str:
    """The User-Agent: product, version, and whom to write to."""
    printable = "".join(char for char in contact if "!" <= char <= "~" and char not in "()")
    return f"{PRODUCT}/{__version__}" + (f" (+{printable[:200]})" if printable else "")


def _retry_after(answer: Answer) -> float:
    """Seconds that an overloaded server asks for; a date counts as never (RFC 9110 §10.2.3)."""
    value = answer.fields.get("retry-after", "0").strip()
    return float(value) if value.isascii() and value.isdigit() and len(value) < 9 else float("inf")


def verified(paths: ssl.DefaultVerifyPaths | None = None) -> ssl.SSLContext:
    """A context that verifies with the system's certificates, or with the bundled ones where the system has none."""
    import ssl
    from pathlib import Path

    paths = paths or ssl.get_default_verify_paths()
    context = ssl.create_default_context()
    if not paths.cafile and not (paths.capath and any(Path(paths.capath).iterdir())):
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def lookup(
    host: str, port: int, seconds: float, resolve: Callable[..., Iterable[Any]] = socket.getaddrinfo
) -> tuple[str, ...]:
    """The numbers behind a name. The system's own time limit is minutes, so a thread asks and may be left behind."""
    from threading import Thread

    found: list[tuple[str, ...] | OSError] = []

    def ask() -> None:
        try:
            rows = resolve(host, port, type=socket.SOCK_STREAM)
            found.append(tuple(dict.fromkeys(str(row[4][0]) for row in rows)))
        except (OSError, UnicodeError) as error:
            found.append(error if isinstance(error, OSError) else socket.gaierror(str(error)))

    if _is_number(host):
        ask()
    else:
        thread = Thread(target=ask, daemon=True)
        with postponed():
            thread.start()
        thread.join(seconds)
    if not found:
        raise TimeoutError
    if isinstance(found[0], OSError):
        raise found[0]
    return found[0]


def _is_number(host: str) -> bool:
    """Whether the host is an IP address, which needs no asking around."""
    return ":" in host or host.replace(".", "").isdigit()
