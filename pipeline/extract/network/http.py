"""One HTTP/1.1 exchange, read strictly (RFC 9112) and bounded as a whole in time and size.

Why not requests, urllib3 or http.client: their timeouts count between two reads, so a dripping server never ends; they
take a contradictory length, a negative chunk or a damaged head for something else instead of refusing it, and a short
body for a whole one; and importing them costs more than the rest of a quiet night. What is needed here is one method,
three framings and two encodings.
"""

from __future__ import annotations

import re
import select
import socket
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.network.troubles import ExchangeError, in_words, printable, too_large, too_slow

if TYPE_CHECKING:
    import ssl

#: Bytes of all heads of one answer together, interim answers included.
HEAD_LIMIT = 65_536
_STATUS = re.compile(rb"HTTP/1\.([01]) ([1-9]\d\d)(?: [^\r\n]*)?")
_FIELD = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:(.*)", re.DOTALL)
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?")
#: Seconds in which a server that closes after its answer may still contradict the length it gave.
_AFTERWORD = 0.25

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer. Field names are in small letters; repeated fields are joined by a comma, cookies kept apart.

    `cut` says that reading stopped at the limit, where the caller asked for the beginning only.
    """

    status: int
    fields: Mapping[str, str]
    body: bytes
    cookies: tuple[str, ...] = ()
    cut: bool = False


class Connection:
    """A connection to one server that can carry several exchanges after each other."""

    def __init__(self, sock: socket.socket, clock: Clock) -> None:
        self._sock = sock
        self._clock = clock
        self._buffer = bytearray()
        self._head_left = 0
        self._keep = True

    @property
    def reusable(self) -> bool:
        """Whether another exchange may follow: the server neither closed nor said more than it should."""
        if not self._keep or self._buffer:
            return False
        readable, _, _ = select.select([self._sock], [], [], 0)
        return not readable

    def close(self) -> None:
        """Ends the connection."""
        self._keep = False
        self._sock.close()

    def exchange(self, request: bytes, deadline: float, limit: int, *, beginning: bool = False) -> Answer:
        """Sends `request` and reads the answer until `deadline`; `limit` bytes of body before and after decoding.

        With `beginning` a longer body is cut there instead of refused. Raises ExchangeError.
        """
        self._send(request, deadline)
        self._head_left = HEAD_LIMIT
        status, fields, cookies = self._head(deadline)
        raw, cut = self._body(status, fields, deadline, limit, beginning)
        self._keep = self._keep and not cut
        if not self._keep:
            self.close()
        body, more = decode(raw, fields.get("content-encoding", ""), limit, cut=cut, beginning=beginning)
        return Answer(status, fields, body, cookies, cut or more)

    # ---- bytes -----------------------------------------------------------------------------------

    def _left(self, deadline: float) -> float:
        left = deadline - self._clock()
        if left <= 0:
            raise too_slow()
        return left

    def _send(self, request: bytes, deadline: float) -> None:
        self._sock.settimeout(self._left(deadline))
        try:
            self._sock.sendall(request)
        except OSError as error:
            raise in_words(error) from error

    def _fill(self, deadline: float, *, fresh: bool = False) -> bool:
        """Reads once; False at the end of the connection."""
        self._sock.settimeout(self._left(deadline))
        try:
            data = self._sock.recv(65_536)
        except OSError as error:
            raise in_words(error) from error
        if not data:
            self._keep = False
            if fresh and not self._buffer:
                raise ExchangeError("der Server hat die Verbindung ohne Antwort geschlossen", again=True)
        self._buffer += data
        return bool(data)

    def _take(self, count: int) -> bytes:
        taken = bytes(self._buffer[:count])
        del self._buffer[:count]
        return taken

    def _line(self, deadline: float, *, fresh: bool = False) -> bytes:
        """One line of a head without its end; lines of all heads share one limit."""
        seen = 0
        while (end := self._buffer.find(b"\n", seen)) < 0:
            seen = len(self._buffer)
            if seen > self._head_left:
                raise ExchangeError("die Kopfzeilen der Antwort nehmen kein Ende")
            if not self._fill(deadline, fresh=fresh):
                raise ExchangeError("die Antwort ist mitten in den Kopfzeilen abgebrochen", again=True)
        self._head_left -= end + 1
        if self._head_left < 0:
            raise ExchangeError("die Kopfzeilen der Antwort nehmen kein Ende")
        return self._take(end + 1).rstrip(b"\r\n")

    # ---- head ------------------------------------------------------------------------------------

    def _head(self, deadline: float) -> tuple[int, dict[str, str], tuple[str, ...]]:
        """Status, fields and cookies of the final answer; interim answers (1xx) are read over."""
        while True:
            match = _STATUS.fullmatch(self._line(deadline, fresh=True))
            if not match:
                raise ExchangeError("der Server antwortet nicht auf HTTP")
            status = int(match[2])
            fields, cookies = self._fields(deadline)
            if status == 101:
                raise ExchangeError("der Server wechselt ungefragt das Protokoll")
            if status >= 200:
                break
        connection = fields.get("connection", "").lower()
        self._keep = "close" not in connection and (match[1] == b"1" or "keep-alive" in connection)
        return status, fields, cookies

    def _fields(self, deadline: float) -> tuple[dict[str, str], tuple[str, ...]]:
        fields: dict[str, str] = {}
        cookies: list[str] = []
        for line in self._unfolded(deadline):
            match = _FIELD.fullmatch(line)
            if not match:
                raise ExchangeError("die Kopfzeilen der Antwort sind beschädigt")
            name, value = match[1].lower(), match[2].strip(" \t")
            if name == "set-cookie":
                cookies.append(value)
            else:
                fields[name] = f"{fields[name]}, {value}" if name in fields else value
        return fields, tuple(cookies)

    def _unfolded(self, deadline: float) -> list[str]:
        """The lines of a head; one that begins with a blank continues the one before (obs-fold, RFC 9112 §5.2)."""
        lines: list[str] = []
        while line := self._line(deadline):
            text = line.decode("latin-1")
            if text[0] in " \t" and lines:
                lines[-1] += " " + text.strip(" \t")
            else:
                lines.append(text)
        return lines

    # ---- body ------------------------------------------------------------------------------------

    def _body(
        self, status: int, fields: Mapping[str, str], deadline: float, limit: int, beginning: bool
    ) -> tuple[bytes, bool]:
        """The body as sent and whether it was cut at the limit (RFC 9112 §6.3)."""
        if status in (204, 304):
            return b"", False
        coding = fields.get("transfer-encoding", "").lower()
        if coding not in ("", "identity", "chunked"):
            raise ExchangeError(f"die Übertragungsart „{printable(coding)}“ ist unbekannt")
        if coding == "chunked":
            body = self._chunked(deadline, limit)
        else:
            length = _length(fields)
            body = self._until_close(deadline, limit) if length is None else self._counted(length, deadline, limit)
        if len(body) > limit and not beginning:
            raise too_large(limit)
        return body[:limit], len(body) > limit

    def _counted(self, length: int, deadline: float, limit: int) -> bytes:
        wanted = min(length, limit + 1)
        while len(self._buffer) < wanted:
            if not self._fill(deadline):
                raise ExchangeError(f"die Antwort ist kürzer als angekündigt ({len(self._buffer)} von {length} Bytes)")
        body = self._take(wanted)
        if wanted == length and self._says_more(deadline):
            raise ExchangeError(f"die Antwort ist länger als angekündigt ({length} Bytes)")
        return body

    def _says_more(self, deadline: float) -> bool:
        """Whether a server that closes after its answer goes on behind the length it gave."""
        if not self._buffer and not self._keep:
            readable, _, _ = select.select([self._sock], [], [], min(_AFTERWORD, self._left(deadline)))
            if readable:
                try:
                    self._fill(deadline)
                except ExchangeError:
                    return False
        return bool(self._buffer)

    def _until_close(self, deadline: float, limit: int) -> bytes:
        while len(self._buffer) <= limit and self._fill(deadline):
            pass
        self._keep = False
        return self._take(limit + 1)

    def _chunked(self, deadline: float, limit: int) -> bytes:
        """A body in chunks up to one byte more than the limit; trailers are read over."""
        body = bytearray()
        while True:
            self._head_left = HEAD_LIMIT
            match = _CHUNK.fullmatch(self._line(deadline))
            if not match:
                raise ExchangeError("die Stücke der Antwort sind beschädigt")
            size = int(match[1], 16)
            if size == 0:
                break
            wanted = min(size, limit + 1 - len(body))
            while len(self._buffer) < wanted:
                if not self._fill(deadline):
                    raise ExchangeError("die Antwort ist mitten in einem Stück abgebrochen")
            body += self._take(wanted)
            if len(body) > limit:
                return bytes(body)
            if self._line(deadline):
                raise ExchangeError("die Stücke der Antwort sind beschädigt")
        while self._line(deadline):
            pass
        return bytes(body)


def _length(fields: Mapping[str, str]) -> int | None:
    """The one length the head gives; contradictory or impossible ones are refused (RFC 9112 §6.3)."""
    if "content-length" not in fields:
        return None
    values = {value.strip() for value in fields["content-length"].split(",")}
    value = values.pop()
    if values or not value.isascii() or not value.isdigit() or len(value) > 18:
        raise ExchangeError("die angekündigte Länge der Antwort ist unsinnig")
    return int(value)


# ---- encodings -----------------------------------------------------------------------------------

_GZIP = b"\x1f\x8b\x08"
_MEMBERS = 100  # of one answer; more are no honest one


def decode(raw: bytes, encoding: str, limit: int, *, cut: bool = False, beginning: bool = False) -> tuple[bytes, bool]:
    """The body without its compression, and whether more than `limit` bytes follow. Raises ExchangeError.

    Gzip members (RFC 1952 §2.2) or one deflate stream (RFC 9110 §8.4); `cut`: `raw` is the beginning only.
    """
    names = [name for part in encoding.lower().split(",") if (name := part.strip()) not in ("", "identity")]
    if not names or not raw:
        return raw, False
    if len(names) > 1 or names[0] not in ("gzip", "x-gzip", "deflate"):
        raise ExchangeError(f"die Kompression „{printable(encoding)}“ ist unbekannt oder verschachtelt")
    try:
        body, unpacker = _unpacked(raw, _window(names[0], raw), limit)
    except zlib.error as error:
        raise ExchangeError("die Kompression der Antwort ist beschädigt") from error
    if len(body) > limit:
        if beginning:
            return body[:limit], True
        raise too_large(limit)
    if not cut and (not unpacker.eof or unpacker.unused_data.strip(b"\0")):
        raise ExchangeError("die Kompression der Antwort ist beschädigt")
    return body, False


def _unpacked(raw: bytes, window: int, limit: int) -> tuple[bytes, zlib._Decompress]:
    """At most one byte more than `limit`, and what unpacked the last of several gzip members."""
    body = b""
    for _ in range(_MEMBERS):
        unpacker = zlib.decompressobj(window)
        body += unpacker.decompress(raw, limit + 1 - len(body))
        raw = unpacker.unused_data
        if len(body) > limit or not raw.startswith(_GZIP):
            break
    return body, unpacker


def _window(name: str, raw: bytes) -> int:
    """zlib's window bits: gzip, or deflate with or without the zlib head that RFC 9110 wants and some leave out."""
    if name != "deflate":
        return 16 + zlib.MAX_WBITS
    headed = len(raw) > 1 and raw[0] & 0x0F == 8 and (raw[0] << 8 | raw[1]) % 31 == 0
    return zlib.MAX_WBITS if headed else -zlib.MAX_WBITS


# ---- connecting ----------------------------------------------------------------------------------


def connect(
    ips: tuple[str, ...],
    host: str,
    port: int,
    deadline: float,
    clock: Clock,
    context: ssl.SSLContext | None,
) -> Connection:
    """A connection to the first of these very numbers that answers; `context` for https. Raises ExchangeError."""
    failure = ExchangeError("der Name des Servers ist unbekannt", unreached=True)
    for number, ip in enumerate(ips):
        left = deadline - clock()
        if left <= 0:
            raise too_slow(unreached=True)
        try:
            sock = socket.create_connection((ip, port), left / (len(ips) - number))
        except OSError as error:
            failure = in_words(error, unreached=True)
            continue
        return Connection(_secured(sock, host, deadline, clock, context) if context else sock, clock)
    raise failure


def _secured(sock: socket.socket, host: str, deadline: float, clock: Clock, context: ssl.SSLContext) -> socket.socket:
    try:
        sock.settimeout(max(deadline - clock(), 0.001))
        return context.wrap_socket(sock, server_hostname=host, suppress_ragged_eofs=False)
    except OSError as error:
        sock.close()
        raise in_words(error, unreached=True) from error
