"""What only one exchange by itself can show: time that is already over, connections that break, words for errors."""

from __future__ import annotations

import contextlib
import gzip
import socket
import ssl
import time
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.network.http import Connection, connect, decode
from pipeline.extract.network.troubles import ExchangeError, in_words

GET = b"GET / HTTP/1.1\r\n\r\n"
FIVE = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcde"


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    here, there = socket.socketpair()
    with here, there:
        yield here, there


def ends() -> float:
    return time.monotonic() + 2


def test_time_that_is_over_sends_nothing(pair: tuple[socket.socket, socket.socket]) -> None:
    here, there = pair
    with pytest.raises(ExchangeError, match="nicht fertig") as caught:
        Connection(here, time.monotonic).exchange(GET, time.monotonic() - 1, 100)
    assert caught.value.slow
    there.setblocking(False)
    with pytest.raises(BlockingIOError):
        there.recv(1)


def test_a_connection_gone_before_the_request_may_be_tried_again(pair: tuple[socket.socket, socket.socket]) -> None:
    here, there = pair
    there.close()
    with pytest.raises(ExchangeError) as caught:
        Connection(here, time.monotonic).exchange(GET, ends(), 100)
    assert caught.value.again


def test_a_connection_is_reusable_only_while_the_server_keeps_silent(pair: tuple[socket.socket, socket.socket]) -> None:
    here, there = pair
    connection = Connection(here, time.monotonic)
    there.sendall(FIVE)
    assert connection.exchange(GET, ends(), 100).body == b"abcde"
    assert connection.reusable
    there.sendall(b"HTTP/1.1 200 untergeschoben\r\n")
    assert not connection.reusable


def test_a_server_that_announces_to_close_may_do_so_later(pair: tuple[socket.socket, socket.socket]) -> None:
    here, there = pair
    there.sendall(FIVE.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
    connection = Connection(here, time.monotonic)
    assert connection.exchange(GET, ends(), 100).body == b"abcde"
    assert not connection.reusable


class Tearing(socket.socket):
    """A socket that answers once and is torn down then."""

    torn = False

    def recv(self, size: int, flags: int = 0) -> bytes:
        if self.torn:
            raise ConnectionResetError
        self.torn = True
        return super().recv(size, flags)


def test_a_connection_torn_down_behind_a_whole_answer_does_not_matter(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    here, there = pair
    there.sendall(b"HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nabcde")
    tearing = Tearing(fileno=here.detach())
    there.shutdown(socket.SHUT_WR)
    assert Connection(tearing, time.monotonic).exchange(GET, ends(), 100).body == b"abcde"


PIECES = (
    *(b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 100 -\r\n", b"HTTP/1.0 304\r\n", b"Content-Length: 3\r\n"),
    *(b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b" x\r\n", b"\r\n", b"\n"),
    *(b"3\r\n", b"abc", b"0\r\n\r\n"),
)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=5), max_size=12).map(b"".join))
def test_any_bytes_are_an_answer_or_an_error(answer: bytes) -> None:
    here, there = socket.socketpair()
    with here, there:
        there.sendall(answer)
        there.shutdown(socket.SHUT_WR)
        try:
            got = Connection(here, time.monotonic).exchange(GET, ends(), 10)
        except ExchangeError:
            return
        assert 200 <= got.status <= 999
        assert len(got.body) <= 10


def test_every_number_of_a_name_is_tried() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        connect(("127.0.0.2", "127.0.0.1"), "example.org", port, ends(), time.monotonic, None).close()
    with pytest.raises(ExchangeError, match="nimmt keine Verbindung an"):
        connect(("127.0.0.1",), "example.org", port, ends(), time.monotonic, None)
    with pytest.raises(ExchangeError, match="nicht fertig"):
        connect(("127.0.0.1",), "example.org", port, time.monotonic() - 1, time.monotonic, None)
    with pytest.raises(ExchangeError, match="unbekannt"):
        connect((), "example.org", port, ends(), time.monotonic, None)


def certificate(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "failed")
    error.verify_code = code
    return error


def tls(reason: str) -> ssl.SSLError:
    error = ssl.SSLError(1, "failed")
    error.reason = reason
    return error


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (certificate(10), "Zertifikat ist abgelaufen"),
        (certificate(62), "gilt für einen anderen Server"),
        (certificate(20), "unbekannten Stelle"),
        (certificate(999), "lässt sich nicht prüfen"),
        (tls("WRONG_VERSION_NUMBER"), "spricht hier kein TLS"),
        (tls("UNEXPECTED_EOF_WHILE_READING"), "verschlüsselte Verbindung abgebrochen"),
        (tls("TLSV1_ALERT_PROTOCOL_VERSION"), "kommt nicht zustande (TLSV1_ALERT_PROTOCOL_VERSION)"),
        (ssl.SSLZeroReturnError(), "verschlüsselte Verbindung abgebrochen"),
        (TimeoutError(), "nicht fertig"),
        (ConnectionRefusedError(), "nimmt keine Verbindung an"),
        (BrokenPipeError(), "Verbindung abgebrochen"),
        (OSError(113, "No route to host"), "nicht erreichbar (No route to host)"),
        (OSError("ohne Nummer"), "nicht erreichbar (ohne Nummer)"),
    ],
)
def test_errors_of_the_wire_in_words(error: OSError, words: str) -> None:
    assert words in str(in_words(error))


@given(st.binary(max_size=400), st.integers(1, 400))
def test_what_was_packed_is_unpacked_or_too_large(body: bytes, limit: int) -> None:
    for encoding, packed in (("gzip", gzip.compress(body)), ("deflate", zlib.compress(body))):
        if len(body) <= limit:
            assert decode(packed, encoding, limit) == (body, False)
        else:
            assert decode(packed, encoding, limit, beginning=True) == (body[:limit], True)
            with pytest.raises(ExchangeError, match="größer als"):
                decode(packed, encoding, limit)


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "gzip, deflate", "br", " , "]))
def test_any_bytes_are_unpacked_or_refused(body: bytes, encoding: str) -> None:
    with contextlib.suppress(ExchangeError):
        unpacked, more = decode(body, encoding, 100)
        assert len(unpacked) <= 200
        assert not more
