"""Servers on loopback that do what a test tells them: good ones, and all the bad ones a night can meet.

A path leads to a `Page`, or to a function that gets the open socket and may do with it what it likes.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

#: A certificate for `localhost` that no authority signed, with its key; good for a hundred years and for tests only.
CERTIFICATE = Path(__file__).parent / "localhost.pem"


@dataclass(frozen=True)
class Request:
    """What a server was asked. Field names in small letters."""

    path: str
    fields: Mapping[str, str]


@dataclass(frozen=True)
class Page:
    """An ordinary answer. With `etag` or `modified` it is confirmed (304) to who has it already."""

    body: bytes = b""
    media_type: str = "text/html; charset=utf-8"
    status: int = 200
    etag: str | None = None
    modified: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    compress: bool = False

    def answer(self, request: Request) -> bytes:
        """The bytes on the wire."""
        known = (self.etag and request.fields.get("if-none-match") == self.etag) or (
            self.modified and request.fields.get("if-modified-since") == self.modified
        )
        body = b"" if known else gzip.compress(self.body, mtime=0) if self.compress else self.body
        lines = [f"HTTP/1.1 {304 if known else self.status} -", f"Content-Type: {self.media_type}"]
        lines += [f"{name}: {value}" for name, value in self.fields]
        lines += [f"ETag: {self.etag}"] if self.etag else []
        lines += [f"Last-Modified: {self.modified}"] if self.modified else []
        lines += ["Content-Encoding: gzip"] if self.compress and not known else []
        lines += [] if known else [f"Content-Length: {len(body)}"]
        return "\r\n".join([*lines, "", ""]).encode() + body


Behaviour = Page | Callable[[socket.socket, Request], None]


@dataclass
class Server:
    """One server with its pages; everything not there is a 404. `requests` tells what it was asked."""

    port: int
    host: str = "127.0.0.1"
    scheme: str = "http"
    pages: dict[str, Behaviour] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    connections: int = 0

    def url(self, path: str = "/", *, login: str = "") -> str:
        """The address of a path."""
        return f"{self.scheme}://{login}{self.host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked, in order."""
        return [request.path for request in self.requests]


@contextlib.contextmanager
def serving(pages: Mapping[str, Behaviour] | None = None, *, tls: bool = False) -> Iterator[Server]:
    """A server for the length of a test."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Server(listener.getsockname()[1], pages=dict(pages or {}))
        if tls:
            server.host, server.scheme = "localhost", "https"
        stop = threading.Event()
        thread = threading.Thread(target=_accept, args=(listener, server, stop, tls), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            stop.set()
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", server.port), 1):
                pass
            thread.join(5)


def _accept(listener: socket.socket, server: Server, stop: threading.Event, tls: bool) -> None:
    context = None
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
    while not stop.is_set():
        client, _ = listener.accept()
        if stop.is_set():
            client.close()
            return
        server.connections += 1
        threading.Thread(target=_serve, args=(client, server, context), daemon=True).start()


def _serve(client: socket.socket, server: Server, context: ssl.SSLContext | None) -> None:
    with contextlib.suppress(OSError), contextlib.closing(client):
        client.settimeout(10)
        if context:
            client = context.wrap_socket(client, server_side=True)
        with contextlib.closing(client):
            while request := _request(client):
                server.requests.append(request)
                behaviour = server.pages.get(request.path, Page(b"nicht da", status=404))
                if not isinstance(behaviour, Page):
                    behaviour(client, request)
                    return
                client.sendall(behaviour.answer(request))


def _request(client: socket.socket) -> Request | None:
    head = b""
    while b"\r\n\r\n" not in head:
        data = client.recv(65_536)
        if not data or data[0] == 22:  # a TLS greeting where none is understood
            client.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n" if data else b"")
            return None
        head += data
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.split(": ", 1) for line in lines if ": " in line)
    return Request(first.split(" ")[1], {name.lower(): value for name, value in pairs})


# ---- behaviours ----------------------------------------------------------------------------------


def says(answer: bytes) -> Behaviour:
    """Sends exactly these bytes and closes."""
    return lambda client, request: client.sendall(answer)


def drips(start: bytes, piece: bytes, pause: float = 0.02) -> Behaviour:
    """Sends `start`, then `piece` after `piece` for as long as somebody listens."""

    def behave(client: socket.socket, request: Request) -> None:
        client.sendall(start)
        while True:
            client.sendall(piece)
            if pause:
                time.sleep(pause)

    return behave


def hangs(start: bytes = b"") -> Behaviour:
    """Sends `start` and nothing more, and does not close."""

    def behave(client: socket.socket, request: Request) -> None:
        client.sendall(start)
        while client.recv(1024):
            pass

    return behave


def resets(start: bytes = b"") -> Behaviour:
    """Sends `start` and tears the connection down (RST)."""

    def behave(client: socket.socket, request: Request) -> None:
        client.sendall(start)
        if start:
            time.sleep(0.05)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return behave


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """The first answer to the first request, the second to the second, and so on; the last one stays."""
    left = list(behaviours)

    def behave(client: socket.socket, request: Request) -> None:
        behaviour = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(behaviour, Page):
            client.sendall(behaviour.answer(request))
        else:
            behaviour(client, request)

    return behave


def redirect(location: str, status: int = 302) -> Page:
    """Points elsewhere."""
    return Page(status=status, fields=(("Location", location),))


def etag(body: bytes) -> str:
    """A strong validator for a body."""
    return f'"{hashlib.sha256(body).hexdigest()[:16]}"'
