"""Addresses on the web: one spelling each, and which of them may be contacted.

A hop is judged twice: by its name before anything is looked up, and by the numbers the name stands for before anything
is sent. Every spelling of a number (decimal, octal, mapped into IPv6) ends in the same check of what it stands for.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote, urljoin, urlsplit

#: Longer addresses are refused; RFC 9110 §4.1 asks for at least 8000 octets.
LONGEST = 8192
_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_-])?")
#: IPv6 ranges that hide an IPv4 address in their last 32 bits: NAT64 (RFC 6052) and IPv4-compatible (RFC 4291).
_EMBEDDING = tuple(ipaddress.IPv6Network(net) for net in ("64:ff9b::/96", "::/96"))
#: Ranges that older Python versions call global: local NAT64 (RFC 8215), ORCHID and benchmarks, segment routing.
_LOCAL6 = tuple(ipaddress.IPv6Network(net) for net in ("64:ff9b:1::/48", "2001::/23", "5f00::/16", "3fff::/20"))
_LOCAL4 = tuple(ipaddress.IPv4Network(net) for net in ("192.0.0.0/24", "192.88.99.0/24"))

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


class AddressError(ValueError):
    """An address that may not or cannot be asked. The text is a German half sentence without the address."""


@dataclass(frozen=True, slots=True)
class Address:
    """An http(s) address in one spelling: `host` in ASCII and small letters, `target` is path and query."""

    scheme: str
    host: str
    port: int
    target: str
    login: tuple[str, str] | None = None

    @property
    def site(self) -> tuple[str, str, int]:
        """Who answers: cookies, credentials and connections belong to this."""
        return (self.scheme, self.host, self.port)

    @property
    def authority(self) -> str:
        """Host and port as the Host field and an address show them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address without user and password."""
        return f"{self.scheme}://{self.authority}{self.target}"

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]


def parse(url: str) -> Address:
    """The address `url` means to a browser (WHATWG URL, as far as http needs it); raises AddressError."""
    if len(url) > LONGEST:
        raise AddressError("die Adresse ist länger als erlaubt")
    try:
        parts = urlsplit(_forward(url.strip()))
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise AddressError("ist keine gültige Adresse") from error
    if parts.scheme not in _PORTS:
        raise AddressError("nur http und https werden abgerufen")
    if port == 0:
        raise AddressError("ist keine gültige Adresse")
    login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return Address(parts.scheme, _host(host), port or _PORTS[parts.scheme], _target(parts.path, parts.query), login)


def follow(base: Address, location: str) -> Address:
    """Where `location` leads from `base`; raises AddressError."""
    try:
        return parse(urljoin(base.url, _forward(location.strip())))
    except AddressError:
        raise
    except ValueError as error:
        raise AddressError("ist keine gültige Adresse") from error


def shown(url: str) -> str:
    """`url` for people and files: without user and password, even where it is no address at all."""
    try:
        return parse(url).url
    except AddressError:
        head, slashes, rest = _printable(_forward(url)).partition("//")
        end = min((rest.find(char) for char in "/?#" if char in rest), default=len(rest))
        return head + slashes + (rest[:end].rpartition("@")[2] + rest[end:] if slashes else "")


def _printable(url: str) -> str:
    return "".join(char for char in url[:300] if char.isprintable())


def _forward(url: str) -> str:
    """Backslashes before the query are slashes, as in every browser."""
    end = min((url.find(char) for char in "?#" if char in url), default=len(url))
    return url[:end].replace("\\", "/") + url[end:]


def _host(host: str) -> str:
    host = host.rstrip(".") if host.isascii() else _ascii(host)
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host)) if "%" not in host else _no_host()
        except ValueError:
            _no_host()
    if len(host) > 253 or ".." in host or not _HOST.fullmatch(host):
        _no_host()
    return host


def _no_host() -> str:
    raise AddressError("nennt keinen gültigen Server")


def _ascii(host: str) -> str:
    """An international name in ASCII (UTS 46)."""
    import idna

    try:
        return idna.encode(host, uts46=True).decode("ascii").lower().rstrip(".")
    except (idna.IDNAError, UnicodeError):
        return _no_host()


def _target(path: str, query: str) -> str:
    safe = "/%:@!$&'()*+,;=~[]|"
    target = quote(path or "/", safe=safe, errors="replace")
    return f"{target}?{quote(query, safe=safe + '?', errors='replace')}" if query else target


def is_private(ip: str) -> bool:
    """Whether an IP address is anything but an ordinary public one (RFC 6890), in whatever it is wrapped."""
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return True
    return "%" in ip or any(_special(one) for one in _unwrapped(address))


def _special(address: IPAddress) -> bool:
    local = _LOCAL4 if isinstance(address, ipaddress.IPv4Address) else _LOCAL6
    site_local = isinstance(address, ipaddress.IPv6Address) and address.is_site_local
    return site_local or address.is_multicast or not address.is_global or any(address in net for net in local)


def _unwrapped(address: IPAddress) -> Iterable[IPAddress]:
    """What an IPv6 address stands for: the IPv4 address in it, else itself; 6to4 counts as both."""
    if isinstance(address, ipaddress.IPv4Address):
        return (address,)
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address.sixtofour:
        return (address, address.sixtofour)
    if address in _EMBEDDING[0]:
        return (ipaddress.IPv4Address(int(address) & 0xFFFFFFFF),)
    return (address, ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)) if address in _EMBEDDING[1] else (address,)


def _same_host(one: Address, other: Address) -> bool:
    """Whether two addresses belong together: one host, and one port unless both are http and https as usual."""
    usual = one.port == _PORTS[one.scheme] and other.port == _PORTS[other.scheme]
    return one.host == other.host and (one.port == other.port or usual)


class Boundary:
    """Which hops a district's configuration allows: its sources' own addresses, their hosts, and `allow_hosts`."""

    def __init__(self, trusted: Iterable[Address], allow_hosts: Iterable[str]) -> None:
        self._trusted = {(address.host, address.port) for address in trusted}
        self._allowed = frozenset(host.strip().lower().rstrip(".") for host in allow_hosts)
        self._public: set[str] = set()

    def judge(self, address: Address, behalf: Address, before: Address) -> None:
        """Raises AddressError unless `address` may be asked on behalf of a page, coming from the hop `before`."""
        if "https" in (behalf.scheme, before.scheme) and address.scheme == "http":
            raise AddressError("von https wird nicht auf unverschlüsseltes http gewechselt")
        if not _same_host(address, behalf) and not {address.host, address.authority} & self._allowed:
            raise AddressError(
                f"{address.authority} ist ein anderer Server als {behalf.authority}; "
                "wenn er dazugehört, unter [fetch] allow_hosts eintragen"
            )

    def admit(self, address: Address, ips: Iterable[str]) -> None:
        """Raises AddressError if any number behind the name is private and the address is no configured source.

        Nor may a source that was public in this run lead into a private network a moment later (DNS rebinding).
        """
        if not any(is_private(ip) for ip in ips):
            self._public.add(address.host)
        elif (address.host, address.port) not in self._trusted:
            raise AddressError(f"{address.authority} liegt in einem privaten Netz und ist keine eingetragene Quelle")
        elif address.host in self._public:
            raise AddressError(f"{address.authority} lag eben noch im öffentlichen und jetzt in einem privaten Netz")
