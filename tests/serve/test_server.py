"""The server on loopback: who is slow or greedy harms nobody, and it ends in good order."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.config import Serve
from pipeline.errors import ConfigError, KreiskontakteError
from pipeline.serve import server as bounds
from pipeline.serve.app import App
from pipeline.serve.server import Server, open_server
from tests.serve.places import listening, published
from tests.test_cli import CONFIG
from tests.whole_nights import District


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> District:
    return published(tmp_path_factory.mktemp("kreis"))


@pytest.fixture
def server(district: District) -> Iterator[Server]:
    with listening(district) as running:
        yield running


def connect(server: Server) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.effective_port), 10)


def get(server: Server, path: str = "/kontakte.vcf") -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.effective_port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    result = answer.status, answer.read()
    connection.close()
    return result


def status(server: Server, raw: bytes) -> int:
    """The status that a request gets as it stands."""
    with connect(server) as asking:
        asking.sendall(raw)
        return int(asking.recv(4096).split(b" ")[1])


def drip(slow: socket.socket, *, seconds: float) -> None:
    """A byte now and then."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        slow.sendall(b"x")
        time.sleep(0.1)


def test_files_come_as_they_are_over_one_connection(server: Server, district: District) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.effective_port, timeout=10)
    for path in ("/kontakte.vcf", "/kontakte.xlsx", "/fehlt", "/index.html"):
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
        assert answer.getheader("Server") is None
        assert path == "/fehlt" or body == (district.data / "public" / path[1:]).read_bytes()
    connection.close()


def test_who_is_slow_holds_up_nobody(server: Server) -> None:
    with ExitStack() as stack:
        for number in range(3 * bounds.THREADS):
            slow = stack.enter_context(connect(server))
            slow.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n" if number % 2 else b"REPORT /carddav/ HTTP/1.1\r\nContent-L")
        began = time.monotonic()
        assert get(server)[0] == 200
        assert time.monotonic() - began < 8  # a dragging request is dropped much later


def test_who_drags_is_dropped(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "REQUEST_SECONDS", 0.5)
    with connect(server) as slow:
        began = time.monotonic()
        with pytest.raises(OSError, match=r"reset|pipe"):
            drip(slow, seconds=19)
        assert time.monotonic() - began < 15


def test_the_oldest_silent_connection_makes_room(server: Server) -> None:
    server.adj.connection_limit = 12
    with ExitStack() as stack:
        silent = [stack.enter_context(connect(server)) for _ in range(30)]
        assert get(server)[0] == 200
        silent[0].settimeout(5)
        assert silent[0].recv(1) == b""


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 40_000 + b"\r\n\r\n", 431),
        (b"PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n", 413),
        (b"REPORT /carddav/ HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n" + b" " * 2_000_000, 413),
        (b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
        (b"GET  HTTP/1.1\r\n\r\n", 400),
        (b"GET /kontakte.vcf HTTP/1.0\r\n\r\n", 200),
    ],
)
def test_requests_within_bounds(server: Server, raw: bytes, expected: int) -> None:
    assert status(server, raw) == expected


def test_only_a_proxy_on_this_machine_is_believed(district: District) -> None:
    seen: list[tuple[str | None, str]] = []

    class Spy(App):
        def _room(self, request, *, staff):  # type: ignore[no-untyped-def]
            seen.append((request.remote_addr, request.scheme))
            return super()._room(request, staff=staff)

    running = open_server(district.config, Spy(district.config), port=0)
    try:
        assert running.adj.trusted_proxy == "127.0.0.1"
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/", "SERVER_NAME": "x", "SERVER_PORT": "80"}
        environ |= {"HTTP_X_FORWARDED_FOR": "203.0.113.9", "HTTP_X_FORWARDED_PROTO": "https", "HTTP_HOST": "x"}
        for address in ("127.0.0.1", "192.0.2.1"):
            passed = {**environ, "REMOTE_ADDR": address, "wsgi.url_scheme": "http"}
            body = running.application(passed, lambda *_: None)
            getattr(body, "close", lambda: None)()
    finally:
        running.task_dispatcher.shutdown()
        running.close_all()
    assert seen == [("203.0.113.9", "https"), ("192.0.2.1", "http")]


def test_a_release_is_switched_while_serving(tmp_path: Path) -> None:
    district = published(tmp_path)
    with listening(district) as running:
        before = get(running)[1]
        district.replaced("3320-14", "3320-18")
        district.night()
        after = get(running)[1]
    assert before != after == (district.data / "public/kontakte.vcf").read_bytes()


@pytest.mark.parametrize("host", ["kein.rechner.invalid", "192.0.2.77", "zwei worte", ""])
def test_a_host_that_is_none_of_ours_is_wrong_configuration(district: District, host: str) -> None:
    config = replace(district.config, serve=Serve(host=host))
    with pytest.raises(ConfigError, match=r"\[serve\] host"):
        open_server(config, App(config), port=0)


def test_a_port_in_use_is_said_with_the_remedy(server: Server, district: District) -> None:
    with pytest.raises(KreiskontakteError, match=r"schon belegt; .* \[serve\] port ändern") as error:
        open_server(district.config, App(district.config), port=server.effective_port)
    assert error.value.exit_status == 1


# ---- as a process --------------------------------------------------------------------------------


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@pytest.fixture
def config(district: District) -> Path:
    path = district.data.parent / "kreiskontakte.toml"
    path.write_text(CONFIG.format(url="http://127.0.0.1:9") + f"[serve]\nport = {free_port()}\n", encoding="utf-8")
    return path


def started(config: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error", "-m", "pipeline", "serve", "--config", str(config), *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def reachable(config: Path, path: str) -> tuple[int, bytes]:
    port = int(config.read_text(encoding="utf-8").rpartition("=")[2])
    for _ in range(200):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", path)
            answer = connection.getresponse()
            result = answer.status, answer.read()
            connection.close()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return result
    raise AssertionError("never reachable")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_is_the_end_and_no_failure(config: Path, number: signal.Signals) -> None:
    with started(config, "--verbose", "--log-format", "json", "--lang", "en") as process:
        assert reachable(config, "/kontakte.vcf")[0] == 200
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert out == ""
    assert "Listening on http://127.0.0.1:" in err
    assert '"path": "/kontakte.vcf", "status": 200' in err
    assert "Traceback" not in err


def test_quiet_is_quiet_and_a_second_one_fails_in_one_line(config: Path) -> None:
    with started(config, "--quiet") as process:
        assert reachable(config, "/healthz")[0] in (200, 503)
        with started(config) as second:
            out, err = second.communicate(timeout=60)
        assert (second.returncode, out) == (1, "")
        assert err.count("\n") == 1
        assert "schon belegt" in err
        process.send_signal(signal.SIGTERM)
        assert process.communicate(timeout=60) == ("", "")
    assert process.returncode == 0


def test_a_wrong_table_is_wrong_use(config: Path) -> None:
    config.write_text(config.read_text(encoding="utf-8") + "passwort = 'x'\n", encoding="utf-8")
    with started(config) as process:
        _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "[serve] passwort" in err
    assert os.linesep not in err.strip()
