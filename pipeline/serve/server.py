"""waitress within bounds: how many connections, how much each may send, and how long it may take.

Requests are received by one loop, so a client that sends or reads slowly holds no thread. Whoever takes too long over
a request is dropped; and when all connections are taken, the oldest that is not being answered makes room.
"""

from __future__ import annotations

import errno
import gc
import logging
import resource
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer

from pipeline.config import Config
from pipeline.errors import ConfigError, KreiskontakteError
from pipeline.serve.app import BODY_LIMIT, App

if TYPE_CHECKING:
    from pipeline.terminal import Log

THREADS = 6
CONNECTIONS = 200
HEADER_LIMIT = 32_768  # bytes
REQUEST_SECONDS = 20.0  # from the first byte of a request to its last
IDLE_SECONDS = 30
_GRACE = 10.0  # seconds for what is being answered when the end comes
_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class _Channel(HTTPChannel):  # type: ignore[misc]
    """A connection that knows since when its present request has been coming in."""

    begun = 0.0

    def received(self, data: bytes) -> Any:
        if self.request is None:
            self.begun = time.time()
        return super().received(data)

    def drags(self, now: float) -> bool:
        """Whether a request has been coming in for too long."""
        return self.request is not None and not self.requests and now - self.begun > REQUEST_SECONDS


class Server(TcpWSGIServer):  # type: ignore[misc]
    """Listens until it is told to stop."""

    channel_class = _Channel
    _told = False

    def readable(self) -> Any:
        """Make room before waitress would stop accepting."""
        if len(self._map) >= self.adj.connection_limit:
            self._make_room()
        return super().readable()

    def maintenance(self, now: float) -> None:
        """Beside those that are silent, drop those that drag."""
        super().maintenance(now)
        for channel in self.active_channels.values():
            if channel.drags(now):
                channel.will_close = True

    def run(self) -> None:
        """Answer until told to stop, then finish what has begun."""
        while not self._told:
            wasyncore.loop(timeout=1.0, use_poll=True, map=self._map, count=1)
        self.accepting = False
        self.task_dispatcher.shutdown(timeout=_GRACE)
        until = time.monotonic() + _GRACE / 2
        while time.monotonic() < until and any(c.total_outbufs_len for c in self.active_channels.values()):
            wasyncore.loop(timeout=0.1, use_poll=True, map=self._map, count=1)

    def stop(self) -> None:
        """End soon; may be called from another thread or a signal."""
        self._told = True
        self.pull_trigger()

    def close_all(self) -> None:
        """Let go of every socket."""
        for channel in tuple(self.active_channels.values()):
            channel.handle_close()
        self.close()

    def _make_room(self) -> None:
        idle = [c for c in self.active_channels.values() if not (c.requests or c.will_close)]
        if idle:
            min(idle, key=lambda channel: channel.creation_time).will_close = True


def open_server(config: Config, app: App, port: int | None = None) -> Server:
    """A server that listens already. Raises KreiskontakteError, or ConfigError for a host that is none of ours."""
    host, port = config.serve.host, config.serve.port if port is None else port
    settings = Adjustments(
        sockets=[_listening(config, host, port)],
        threads=THREADS,
        connection_limit=_connections(),
        max_request_header_size=HEADER_LIMIT,
        max_request_body_size=BODY_LIMIT,
        channel_timeout=IDLE_SECONDS,
        cleanup_interval=1,
        log_socket_errors=False,
        ident="",
        trusted_proxy="127.0.0.1",  # nginx or Caddy on this machine
        trusted_proxy_headers={"x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"},
        clear_untrusted_proxy_headers=True,
    )
    (bound,) = settings.sockets
    info = (bound.family, bound.type, bound.proto, bound.getsockname())
    return Server(app, _sock=bound, adj=settings, sockinfo=info, bind_socket=False)


def _connections() -> int:
    """As many as there are files that may be open, with some left for what is sent."""
    return min(CONNECTIONS, max(16, resource.getrlimit(resource.RLIMIT_NOFILE)[0] // 3))


def _listening(config: Config, host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError) as error:
        raise ConfigError(str(config.file), (f"[serve] host: „{host}“ ist keine Adresse dieses Rechners",)) from error
    bound = socket.socket(family, kind, protocol)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        bound.listen(256)
    except OSError as error:
        bound.close()
        raise _unbound(config, host, port, error) from error
    return bound


def _unbound(config: Config, host: str, port: int, error: OSError) -> KreiskontakteError:
    if error.errno == errno.EADDRINUSE:
        remedy = "ist schon belegt; das andere Programm beenden oder [serve] port ändern"
    elif error.errno == errno.EACCES:
        remedy = "darf dieses Programm nicht öffnen; [serve] port ab 1024 wählen"
    elif error.errno == errno.EADDRNOTAVAIL:
        return ConfigError(str(config.file), (f"[serve] host: „{host}“ ist keine Adresse dieses Rechners",))
    else:
        remedy = f"lässt sich nicht öffnen ({error.strerror})"
    return KreiskontakteError(f"{host}:{port}: {remedy}")


def serve(config: Config, log: Log, say: Callable[[str], None], *, verbose: bool) -> None:
    """Serve until a signal comes."""
    for name in (None, "waitress", "radicale"):  # what there is to say is said by us
        logging.getLogger(name).addHandler(logging.NullHandler())
    logging.getLogger("radicale").propagate = logging.getLogger("waitress").propagate = False
    gc.set_threshold(700, 10, 10)  # unlike a night, this goes on for months
    server = open_server(config, App(config, log, every_request=verbose))
    try:
        with _told_by_signals(server):
            say(_address(server))
            server.run()
    finally:
        server.close_all()


def _address(server: Server) -> str:
    host = f"[{server.effective_host}]" if ":" in server.effective_host else server.effective_host
    return f"http://{host}:{server.effective_port}"


@contextmanager
def _told_by_signals(server: Server) -> Iterator[None]:
    """Within, a signal is the wish to stop and no failure."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {n: signal.signal(n, lambda *_: server.stop()) for n in _SIGNALS if signal.getsignal(n) != signal.SIG_IGN}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
