"""Only a whole answer counts, a server cannot hold the run, and every hop is judged before it is contacted."""

from __future__ import annotations

import gzip
import os
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import FetchError
from pipeline.extract.network.fetch import Fetcher
from pipeline.extract.network.settings import FetchSettings
from tests.servers import (
    CERTIFICATE,
    Behaviour,
    Page,
    Request,
    Server,
    drips,
    etag,
    hangs,
    in_turn,
    redirect,
    resets,
    says,
    serving,
)

BODY = b"<title>Kontakte</title><p>Eva Muster, 0711 3902-1234"
PAGE = Page(BODY)
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
FIVE = OK + b"Content-Length: 5\r\n\r\nabcde"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving({"/": PAGE}) as running:
        yield running


def fetcher(
    server: Server | None,
    folder: Path | None = None,
    *,
    allow_hosts: Sequence[str] = (),
    contact: str = "",
    delay: float = 0.0,
    max_bytes: int = 52_428_800,
    respect_robots: bool = True,
    timeout: float = 5.0,
    **arguments: Any,
) -> Fetcher:
    """A fetcher that trusts one server and does not wait."""
    settings = FetchSettings(contact, delay, timeout, max_bytes, respect_robots, tuple(allow_hosts))
    return Fetcher(settings, folder, trusted=[server.url("/")] if server else [], **arguments)


def failure(server: Server, path: str = "/", *, origin: str | None = None, **changes: Any) -> FetchError:
    with fetcher(server, **changes) as fetch, pytest.raises(FetchError) as caught:
        fetch.get(server.url(path), origin=origin)
    return caught.value


# ---- a good answer -------------------------------------------------------------------------------


def test_a_page_comes_whole(server: Server) -> None:
    server.pages["/"] = Page(BODY, 'Text/HTML; charset="ISO-8859-1"')
    with fetcher(server) as fetch:
        document = fetch.get(server.url("/#kontakt"))
    assert (document.url, document.body, document.media_type) == (server.url("/"), BODY, "text/html")
    assert (document.charset, document.transferred, len(document.digest)) == ("ISO-8859-1", True, 64)
    assert (fetch.requests, fetch.transferred, fetch.confirmed, fetch.received) == (2, 1, 0, len(BODY) + 8)


def test_it_says_who_asks_and_whom_to_write_to(server: Server) -> None:
    with fetcher(server, contact="mailto:web(master)@example.org\r\nX: 1") as fetch:
        fetch.get(server.url("/"))
    agent = server.requests[-1].fields["user-agent"]
    assert agent.startswith("kreiskontakte/")
    assert agent.endswith(" (+mailto:webmaster@example.orgX:1)")
    assert "x" not in server.requests[-1].fields


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(CHUNKED + b"3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: 1\r\n\r\n", id="Stücke"),
        pytest.param(b"HTTP/1.0 200\r\n\r\nabcde", id="bis zum Ende"),
        pytest.param(b"HTTP/1.1 200 OK\nContent-Length: 5, 5\n\nabcde", id="zweimal dieselbe Länge, nur LF"),
        pytest.param(b"HTTP/1.1 103 Early\r\nA: b\r\n\r\nHTTP/1.1 100\r\n\r\n" + FIVE, id="Zwischenantworten"),
        pytest.param(OK + b"X: a\r\n b\r\nContent-Length : 5\r\nConnection: close\r\n\r\nabcde", id="gefaltet"),
        pytest.param(OK + b"Transfer-Encoding: identity\r\n\r\nabcde", id="identity"),
    ],
)
def test_every_framing_of_http_is_read(server: Server, answer: bytes) -> None:
    server.pages["/"] = says(answer)
    with fetcher(server) as fetch:
        assert fetch.get(server.url("/")).body == b"abcde"


def compressed(body: bytes, name: str) -> bytes:
    if name == "raw":
        packer = zlib.compressobj(wbits=-15)
        return packer.compress(body) + packer.flush()
    if name == "members":
        return gzip.compress(body[:9]) + gzip.compress(body[9:])
    return gzip.compress(body) if name == "gzip" else zlib.compress(body)


@pytest.mark.parametrize(
    ("encoding", "how"),
    [("gzip", "gzip"), ("X-GZip", "gzip"), ("gzip", "members"), ("deflate", "zlib"), ("deflate", "raw")],
)
def test_compression_is_undone(server: Server, encoding: str, how: str) -> None:
    server.pages["/"] = Page(compressed(BODY, how), fields=(("Content-Encoding", encoding),))
    with fetcher(server) as fetch:
        assert fetch.get(server.url("/")).body == BODY


def test_one_connection_carries_several_requests(server: Server) -> None:
    server.pages |= {"/a": PAGE, "/b": PAGE}
    with fetcher(server) as fetch:
        for path in ("/", "/a", "/b"):
            fetch.get(server.url(path))
    assert server.connections == 1
    assert server.paths == ["/robots.txt", "/", "/a", "/b"]


def test_a_connection_closed_in_between_is_opened_again(server: Server) -> None:
    def once(client: socket.socket, request: Request) -> None:
        client.sendall(PAGE.answer(request))
        time.sleep(0.05)

    server.pages |= {"/a": once, "/b": once}
    with fetcher(server) as fetch:
        fetch.get(server.url("/a"))
        time.sleep(0.15)
        assert fetch.get(server.url("/b")).body == BODY


def test_an_address_is_asked_once_a_run(server: Server) -> None:
    with fetcher(server) as fetch:
        assert fetch.get(server.url("/")) is fetch.get(server.url("/"))
        for _ in range(2):
            with pytest.raises(FetchError, match="gibt es nicht"):
                fetch.get(server.url("/weg"))
    assert server.paths == ["/robots.txt", "/", "/weg"]


def test_a_link_to_what_a_source_already_fetched_is_not_asked_again(server: Server) -> None:
    with fetcher(server) as fetch:
        fetch.get(server.url("/"))
        fetch.get(server.url("/#unten"), origin=server.url("/andere"))
        with pytest.raises(FetchError, match="anderer Server"):
            fetch.get(server.url("/"), origin="http://example.org/")
    assert server.paths == ["/robots.txt", "/"]


def test_large_answers_are_not_kept_in_memory(server: Server) -> None:
    server.pages["/"] = Page(b"x" * 5_000_000)
    with fetcher(server) as fetch:
        fetch.get(server.url("/"))
        fetch.get(server.url("/"))
    assert server.paths == ["/robots.txt", "/", "/"]


# ---- no answer -----------------------------------------------------------------------------------

BROKEN = {
    "kürzer als angekündigt": (says(OK + b"Content-Length: 10\r\n\r\nabc"), "kürzer als angekündigt \\(3 von 10"),
    "länger als angekündigt": (says(OK + b"Content-Length: 3\r\n\r\nabcdef"), "länger als angekündigt"),
    "länger, schließt": (says(OK + b"Connection: close\r\nContent-Length: 3\r\n\r\nabc" + b"d" * 9), "länger als"),
    "zwei Längen": (says(OK + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc"), "Länge der Antwort ist unsinnig"),
    "negative Länge": (says(OK + b"Content-Length: -3\r\n\r\nabc"), "Länge der Antwort ist unsinnig"),
    "Stück fehlt": (says(CHUNKED + b"5\r\nab"), "mitten in einem Stück"),
    "letztes Stück fehlt": (says(CHUNKED + b"2\r\nab\r\n"), "abgebrochen"),
    "Stück negativ": (says(CHUNKED + b"-2\r\nab\r\n0\r\n\r\n"), "Stücke der Antwort sind beschädigt"),
    "Stück länger": (says(CHUNKED + b"2\r\nabc\r\n0\r\n\r\n"), "Stücke der Antwort sind beschädigt"),
    "unbekannte Übertragung": (says(OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n"), "„gzip, chunked“ ist unbekannt"),
    "kein HTTP": (says(b"SSH-2.0-OpenSSH_9\r\n"), "antwortet nicht auf HTTP"),
    "HTTP/0.9": (says(b"<html>hallo</html>\n"), "antwortet nicht auf HTTP"),
    "Kopf beschädigt": (says(OK + b"kein Doppelpunkt\r\n\r\nabc"), "Kopfzeilen der Antwort sind beschädigt"),
    "Kopf bricht ab": (says(OK + b"Content-Le"), "mitten in den Kopfzeilen"),
    "anderes Protokoll": (says(b"HTTP/1.1 101 Switching\r\n\r\n"), "wechselt ungefragt"),
    "schließt sofort": (says(b""), "ohne Antwort geschlossen"),
    "reißt ab": (resets(), "Verbindung abgebrochen|ohne Antwort"),
    "reißt mittendrin ab": (resets(OK + b"Content-Length: 10\r\n\r\nabc"), "Verbindung abgebrochen|kürzer"),
    "leer": (Page(b""), "Antwort ist leer"),
    "204": (Page(status=204), "ohne Inhalt \\(HTTP 204\\)"),
    "206": (Page(BODY, status=206), "nur einen Teil"),
    "300": (Page(BODY, status=300), "keine brauchbare Antwort"),
    "302 ohne Ziel": (Page(BODY, status=302), "keine brauchbare Antwort"),
    "304 ungefragt": (says(b"HTTP/1.1 304 Not Modified\r\n\r\n"), "bestätigt einen Stand"),
    "401": (Page(BODY, status=401), "verlangt eine Anmeldung"),
    "500": (Page(BODY, status=500), "eigenen Fehler"),
    "Kompression unbekannt": (Page(b"abc", fields=(("Content-Encoding", "br"),)), "Kompression „br“"),
    "Kompression doppelt": (Page(b"abc", fields=(("Content-Encoding", "gzip, gzip"),)), "verschachtelt"),
    "Kompression gelogen": (Page(BODY, fields=(("Content-Encoding", "gzip"),)), "Kompression .* beschädigt"),
    "Kompression gekürzt": (Page(gzip.compress(BODY)[:-4], fields=(("Content-Encoding", "gzip"),)), "beschädigt"),
    "Kompression mit Rest": (Page(gzip.compress(BODY) + b"!", fields=(("Content-Encoding", "gzip"),)), "beschädigt"),
    "Kompression ohne Ende": (Page(gzip.compress(b"") * 200, fields=(("Content-Encoding", "gzip"),)), "beschädigt"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_only_a_whole_answer_counts(server: Server, name: str) -> None:
    server.pages["/"], words = BROKEN[name]
    with fetcher(server, timeout=1.0) as fetch, pytest.raises(FetchError, match=words):
        fetch.get(server.url("/"))
    assert server.paths.count("/") <= 2


def test_the_status_is_known_to_the_caller(server: Server) -> None:
    assert failure(server, "/weg").status == 404
    server.pages["/leer"] = Page(b"")
    assert failure(server, "/leer").status is None


FLOODS = {
    "nichts": hangs(),
    "Kopf tropft": drips(OK, b"X"),
    "Kopfzeilen tropfen": drips(OK, b"X: y\r\n"),
    "Zwischenantworten tropfen": drips(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
    "Körper tropft": drips(OK + b"Content-Length: 100000\r\n\r\n", b"x"),
    "Stücke tropfen": drips(CHUNKED, b"1\r\nx\r\n"),
    "Ende bleibt aus": hangs(OK + b"Content-Length: 9\r\n\r\nabc"),
    "endet nie": drips(OK + b"\r\n", b"x"),
}


@pytest.mark.parametrize("name", FLOODS)
def test_a_server_cannot_hold_the_run(server: Server, name: str) -> None:
    server.pages["/"] = FLOODS[name]
    began = time.monotonic()
    assert "nicht fertig" in str(failure(server, timeout=0.3))
    assert time.monotonic() - began < 1.0


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [
        (drips(OK, b"X: " + b"y" * 5000 + b"\r\n", 0), "Kopfzeilen der Antwort nehmen kein Ende"),
        (drips(OK, b"y" * 5000, 0), "Kopfzeilen der Antwort nehmen kein Ende"),
        (drips(b"", b"HTTP/1.1 102 Processing\r\n\r\n", 0), "Kopfzeilen der Antwort nehmen kein Ende"),
        (says(OK + b"X: " + b"y" * 65_536 + b"\r\n\r\n"), "Kopfzeilen der Antwort nehmen kein Ende"),
        (drips(OK + b"\r\n", b"x" * 50_000, 0), "größer als 200000 Bytes"),
        (drips(CHUNKED, b"8000\r\n" + b"x" * 0x8000 + b"\r\n", 0), "größer als 200000 Bytes"),
        (says(OK + b"Content-Length: 999999999999\r\n\r\n" + b"x" * 300_000), "größer als 200000 Bytes"),
        (Page(gzip.compress(b"0" * 10_000_000), fields=(("Content-Encoding", "gzip"),)), "größer als 200000 Bytes"),
        (Page(zlib.compress(b"0" * 10_000_000), fields=(("Content-Encoding", "deflate"),)), "größer als 200000 Bytes"),
    ],
)
def test_max_bytes_is_a_wall(server: Server, behaviour: Behaviour, words: str) -> None:
    server.pages["/"] = behaviour
    assert words in str(failure(server, max_bytes=200_000))


def test_exactly_max_bytes_is_still_fine(server: Server) -> None:
    with fetcher(server, max_bytes=len(BODY)) as fetch:
        assert fetch.get(server.url("/")).body == BODY


def test_a_site_that_is_always_slow_is_left_alone(server: Server) -> None:
    server.pages |= {f"/{n}": hangs() for n in range(9)} | {"/robots.txt": Page(b"")}
    with fetcher(server, timeout=0.1) as fetch:
        for n in range(5):
            with pytest.raises(FetchError, match="nicht fertig" if n < 3 else "mehrmals zu langsam"):
                fetch.get(server.url(f"/{n}"))
    assert server.paths == ["/robots.txt", "/0", "/1", "/2"]


def test_nobody_listens() -> None:
    with serving() as server:
        pass
    assert "nimmt keine Verbindung an" in str(failure(server))


# ---- second tries and pauses ---------------------------------------------------------------------


class Clock:
    """A clock that only moves when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.mark.parametrize(
    "first",
    [Page(b"gleich", status=503), says(b""), resets(), says(OK + b"X")],
    ids=["busy", "says nothing", "resets", "says too much"],
)
def test_one_second_try_for_a_hiccup(server: Server, first: Behaviour) -> None:
    clock = Clock()
    server.pages["/"] = in_turn(first, PAGE)
    with fetcher(server, clock=clock, sleep=clock.sleep) as fetch:
        assert fetch.get(server.url("/")).body == BODY


@pytest.mark.parametrize(
    ("retry_after", "slept", "asked"),
    [("3", [3.0], 2), ("60", [], 1), ("Wed, 21 Oct 2026 07:28:00 GMT", [], 1), ("-5", [], 1), (None, [1.0], 2)],
)
def test_retry_after_is_never_waited_for_beyond_the_time_limit(
    server: Server, retry_after: str | None, slept: list[float], asked: int
) -> None:
    clock = Clock()
    fields = (("Retry-After", retry_after),) if retry_after else ()
    server.pages["/"] = Page(b"spaeter", status=503, fields=fields)
    error = failure(server, clock=clock, sleep=clock.sleep)
    assert (error.status, clock.slept, server.paths.count("/")) == (503, slept, asked)


def test_a_pause_lies_between_two_requests_to_a_host(server: Server) -> None:
    clock = Clock()
    server.pages["/a"] = PAGE
    with fetcher(server, delay=2.0, timeout=1.0, clock=clock, sleep=clock.sleep) as fetch:
        fetch.get(server.url("/"))
        clock.now += 0.5
        fetch.get(server.url("/a"))
    assert clock.slept == [2.0, 1.5]


@pytest.mark.parametrize(("crawl_delay", "slept"), [("4", [1.0, 4.0]), ("999", [1.0, 5.0]), ("0.1", [1.0, 1.0])])
def test_crawl_delay_is_honoured_up_to_the_time_limit(server: Server, crawl_delay: str, slept: list[float]) -> None:
    clock = Clock()
    server.pages |= {"/robots.txt": Page(f"User-agent: *\nCrawl-delay: {crawl_delay}".encode()), "/a": PAGE}
    with fetcher(server, delay=1.0, timeout=5.0, clock=clock, sleep=clock.sleep) as fetch:
        fetch.get(server.url("/a"))
        fetch.get(server.url("/"))
    assert clock.slept == [max(slept[0], slept[1]), slept[1]]


def test_the_end_of_the_run_ends_every_wait(server: Server) -> None:
    clock = Clock()
    late = fetcher(server, delay=10.0, clock=clock, sleep=clock.sleep)
    with late as fetch, pytest.raises(FetchError, match="Zeit des Laufs"):
        fetch.get(server.url("/"), deadline=9.0)
    with fetcher(server, clock=clock, sleep=clock.sleep) as fetch, pytest.raises(FetchError, match="nicht fertig"):
        fetch.get(server.url("/"), deadline=-1.0)
    assert clock.slept == []


# ---- conditional requests ------------------------------------------------------------------------


def listing(folder: Path) -> list[tuple[str, int, int]]:
    return sorted((path.name, path.stat().st_mtime_ns, path.stat().st_mode) for path in folder.iterdir())


VALIDATED = [
    Page(BODY, etag=etag(BODY)),
    Page(BODY, modified="Wed, 21 Oct 2026 07:28:00 GMT"),
    Page(BODY, etag='W/"1"', modified="gestern", compress=True),
]


@pytest.mark.parametrize("page", VALIDATED, ids=["etag", "modified", "both"])
def test_a_quiet_night_transfers_nothing_and_writes_nothing(server: Server, tmp_path: Path, page: Page) -> None:
    server.pages |= {"/": page, "/robots.txt": Page(b"User-agent: *\nDisallow: /x", etag='"r"')}
    with fetcher(server, tmp_path / "cache") as fetch:
        first = fetch.get(server.url("/"))
    before = listing(tmp_path / "cache")
    with fetcher(server, tmp_path / "cache") as fetch:
        second = fetch.get(server.url("/"))
    assert (second.body, second.digest, second.charset) == (first.body, first.digest, first.charset)
    assert (first.transferred, second.transferred, fetch.confirmed, fetch.received) == (True, False, 1, 0)
    assert listing(tmp_path / "cache") == before
    assert {mode & 0o777 for _, _, mode in before} == {0o600}


def test_a_body_is_compared_by_itself_whatever_its_etag(server: Server, tmp_path: Path) -> None:
    server.pages["/"] = Page(BODY, etag='"1"')
    with fetcher(server, tmp_path) as fetch:
        first = fetch.get(server.url("/"))
    server.pages["/"] = Page(BODY, etag='"2"')
    with fetcher(server, tmp_path) as fetch:
        second = fetch.get(server.url("/"))
    assert (second.digest, second.transferred) == (first.digest, True)


def damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1] + b"?")


@pytest.mark.parametrize(
    "spoil",
    [
        damage,
        Path.unlink,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"[1]\n"),
        lambda path: (path.unlink(), path.mkdir()),
    ],
    ids=["body", "gone", "empty", "json", "folder"],
)
def test_a_spoilt_cache_costs_one_transfer(server: Server, tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    server.pages["/"] = Page(BODY, etag=etag(BODY))
    with fetcher(server, tmp_path) as fetch:
        fetch.get(server.url("/"))
    for path in tmp_path.iterdir():
        spoil(path)
    with fetcher(server, tmp_path) as fetch:
        assert fetch.get(server.url("/")).body == BODY
    assert "if-none-match" not in server.requests[-1].fields
    assert (fetch.transferred, fetch.confirmed) == (1, 0)


def test_without_permission_to_write_the_page_still_comes(server: Server, tmp_path: Path) -> None:
    server.pages["/"] = Page(BODY, etag=etag(BODY))
    with fetcher(server, tmp_path / "new", read_only=True) as fetch:
        assert fetch.get(server.url("/")).body == BODY
    assert not (tmp_path / "new").exists()
    (tmp_path / "file").write_bytes(b"")
    with fetcher(server, tmp_path / "file" / "cache") as fetch:
        assert fetch.get(server.url("/")).body == BODY


def test_what_is_no_longer_asked_for_leaves_the_cache(server: Server, tmp_path: Path) -> None:
    server.pages |= {"/a": Page(BODY, etag='"a"'), "/b": Page(BODY, etag='"b"')}
    with fetcher(server, tmp_path) as fetch:
        fetch.get(server.url("/a"))
        fetch.get(server.url("/b"))
        fetch.drop_unasked()
    assert len(listing(tmp_path)) == 2
    with fetcher(server, tmp_path) as fetch:
        fetch.get(server.url("/a"))
        fetch.drop_unasked()
    assert len(listing(tmp_path)) == 1


# ---- robots.txt ----------------------------------------------------------------------------------

FORBIDDEN = b"User-agent: *\nDisallow: /\n"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Page(FORBIDDEN), "robots.txt des Servers verbietet"),
        (Page(b"", status=500), "robots.txt ist nicht lesbar \\(HTTP 500\\)"),
        (Page(b"", status=204), "robots.txt ist nicht lesbar \\(HTTP 204\\)"),
        (says(OK + b"Content-Length: 5\r\n\r\nx"), "robots.txt ist nicht lesbar .*kürzer"),
        (hangs(), "robots.txt ist nicht lesbar .*nicht fertig"),
        (redirect("/robots2.txt"), "robots.txt des Servers verbietet"),
    ],
)
def test_what_robots_txt_forbids_is_not_asked(server: Server, answer: Behaviour, words: str) -> None:
    server.pages |= {"/robots.txt": answer, "/robots2.txt": Page(FORBIDDEN)}
    with fetcher(server, timeout=0.3) as fetch, pytest.raises(FetchError, match=words):
        fetch.get(server.url("/"))
    assert "/" not in server.paths


@pytest.mark.parametrize(
    "answer",
    [
        Page(b"", status=404),
        Page(b"", status=403),
        Page(b""),
        Page(b"User-agent: kreiskontakte\nAllow: /\nUser-agent: *\nDisallow: /"),
        Page(b"User-agent: other\nDisallow: /"),
        redirect("http://127.0.0.1:1/robots.txt"),
        redirect("/robots.txt"),
        redirect("file:///etc/passwd"),
        drips(OK + b"\r\n", b"# long\n" * 9000, 0),
        Page(gzip.compress(b"#" * 10_000_000), fields=(("Content-Encoding", "gzip"),)),
    ],
)
def test_no_rules_allow_everything(server: Server, answer: Behaviour) -> None:
    server.pages["/robots.txt"] = answer
    with fetcher(server) as fetch:
        assert fetch.get(server.url("/")).body == BODY


def test_robots_txt_may_be_ignored_by_configuration(server: Server) -> None:
    server.pages["/robots.txt"] = Page(FORBIDDEN)
    with fetcher(server, respect_robots=False) as fetch:
        fetch.get(server.url("/"))
    assert server.paths == ["/"]


def test_robots_txt_is_asked_once_and_conditionally(server: Server, tmp_path: Path) -> None:
    server.pages |= {"/robots.txt": Page(FORBIDDEN, etag='"r"'), "/b": PAGE}
    for _ in range(2):
        with fetcher(server, tmp_path) as fetch:
            for path in ("/", "/b"):
                with pytest.raises(FetchError, match="verbietet"):
                    fetch.get(server.url(path))
    assert server.paths == ["/robots.txt"] * 2
    assert server.requests[1].fields["if-none-match"] == '"r"'


# ---- hops ----------------------------------------------------------------------------------------


def test_redirects_within_the_host_are_followed(server: Server) -> None:
    server.pages |= {f"/{n}": redirect(f"../{n + 1}", 301 + n % 3) for n in range(5)} | {"/5": PAGE}
    with fetcher(server) as fetch:
        assert fetch.get(server.url("/0")).url == server.url("/5")


def test_redirects_come_to_an_end(server: Server) -> None:
    server.pages |= {"/a": redirect("/b"), "/b": redirect("/a")}
    assert "mehr als 5 Weiterleitungen" in str(failure(server, "/a"))
    assert len(server.paths) == 7


ELSEWHERE = [
    "http://127.0.0.1:{other}/",
    "http://localhost:{other}/",
    "http://[::1]:{other}/",
    "http://[::ffff:127.0.0.1]:{other}/",
    "http://2130706433:{other}/",
    "http://0x7f000001:{other}/",
    "http://0177.0.0.1:{other}/",
    "http://127.1:{other}/",
    "http://0:{other}/",
    "http://127.0.0.1.:{other}/",
    "http://１２７.0.0.1:{other}/",
    "http://127。0。0。1:{other}/",
    "//127.0.0.1:{other}/",
    "\\\\127.0.0.1:{other}\\",
    "http:\\\\127.0.0.1:{other}\\",
    "http://127.0.0.1:{port}@127.0.0.1:{other}/",
    "http://127.0.0.1:{other}\\@127.0.0.1:{port}/",
    "http://127.0.0.1:{other}#@127.0.0.1:{port}/",
    "ftp://127.0.0.1:{port}/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "http://127.0.0.1:0/",
    "http://127.0.0.1:99999/",
    "http://[::1",
]


@pytest.mark.parametrize("location", ELSEWHERE)
@pytest.mark.parametrize("way", ["redirect", "link", "allowed"])
def test_another_host_or_port_is_never_contacted(server: Server, location: str, way: str) -> None:
    with serving({"/": PAGE}) as other:
        target = location.format(other=other.port, port=server.port)
        server.pages["/geh"] = redirect(target)
        hosts = ("127.0.0.1", "localhost", "::1", "2130706433", "127.1") if way == "allowed" else ()
        link = server.url("/geh") if way == "redirect" else target.replace("\\\\", "http://", 1)
        with fetcher(server, allow_hosts=hosts) as fetch, pytest.raises(FetchError):
            fetch.get(link, origin=server.url("/"))
        assert other.connections == 0


@pytest.mark.parametrize("location", ["http://127.0.0.1:{port}/ziel", "//127.0.0.1:{port}/ziel", "\\ziel", "?x=ä ö"])
def test_the_same_host_stays_reachable(server: Server, location: str) -> None:
    server.pages |= {"/geh": redirect(location.format(port=server.port)), "/ziel": PAGE, "/geh?x=%C3%A4%20%C3%B6": PAGE}
    with fetcher(server) as fetch:
        assert fetch.get(server.url("/geh")).body == BODY


def test_the_numbers_behind_a_name_decide(server: Server) -> None:
    """DNS rebinding: an allowed, public name that stands for a private number tonight."""
    asked: list[str] = []

    def lookup(host: str, port: int, seconds: float) -> tuple[str, ...]:
        asked.append(host)
        return ("93.184.216.34", "127.0.0.1")

    link = f"http://www.example.org:{server.port}/"
    fetch = fetcher(server, allow_hosts=["www.example.org"], lookup=lookup)
    with fetch, pytest.raises(FetchError, match="privaten Netz"):
        fetch.get(link, origin=server.url("/"))
    assert asked == ["www.example.org"]
    assert server.connections == 0


def test_a_trusted_name_may_be_private(server: Server) -> None:
    trusted = f"http://Intranet.Example.:{server.port}/"
    settings = FetchSettings(delay=0.0)
    with Fetcher(settings, None, trusted=[trusted, "kaputt"], lookup=lambda *_: ("127.0.0.1",)) as fetch:
        assert fetch.get(trusted).body == BODY
    assert server.requests[-1].fields["host"] == f"intranet.example:{server.port}"


def test_an_unknown_name_is_said() -> None:
    with fetcher(None) as fetch, pytest.raises(FetchError, match=r"Name gibtsnicht\.invalid ist unbekannt"):
        fetch.get("http://gibtsnicht.invalid/")


def test_a_name_that_takes_too_long_is_left_behind(server: Server) -> None:
    def lookup(host: str, port: int, seconds: float) -> tuple[str, ...]:
        raise TimeoutError

    assert "nicht fertig" in str(failure(server, lookup=lookup))


def test_another_trouble_with_the_network_is_said(server: Server) -> None:
    def lookup(host: str, port: int, seconds: float) -> tuple[str, ...]:
        raise OSError(101, "Network is unreachable")

    assert "nicht erreichbar (Network is unreachable)" in str(failure(server, lookup=lookup))


# ---- credentials ---------------------------------------------------------------------------------


def test_a_password_stays_at_home(server: Server) -> None:
    server.pages |= {"/": PAGE, "/liste": PAGE, "/weg": redirect("http://localhost:1/")}
    url = server.url("/", login="amt:ganz%20xyzzy@")
    with Fetcher(FetchSettings(delay=0.0), None, trusted=[url]) as fetch:
        assert fetch.get(url).url == server.url("/")
        fetch.get(server.url("/liste"), origin=server.url("/"))
        for address in (
            server.url("/nichts", login="amt:ganz%20xyzzy@"),
            server.url("/weg", login="amt:ganz%20xyzzy@"),
        ):
            with pytest.raises(FetchError) as caught:
                fetch.get(address)
            assert "xyzzy" not in str(caught.value)
    assert {request.fields["authorization"] for request in server.requests} == {"Basic YW10OmdhbnogeHl6enk="}


def test_a_password_in_a_link_is_not_sent(server: Server) -> None:
    with fetcher(server) as fetch:
        fetch.get(server.url("/", login="boese:absicht@"), origin=server.url("/"))
    assert all("authorization" not in request.fields for request in server.requests)


def test_cookies_belong_to_their_site_and_run(server: Server) -> None:
    setting = (("Set-Cookie", "sid=1; Path=/"), ("Set-Cookie", "x=y"), ("Set-Cookie", "kaputt"))
    server.pages |= {"/": Page(BODY, fields=setting), "/a": Page(BODY, fields=(("Set-Cookie", "x=; Max-Age=0"),))}
    server.pages |= {"/b": PAGE}
    for _ in range(2):
        with fetcher(server) as fetch:
            for path in ("/", "/a", "/b"):
                fetch.get(server.url(path))
    cookies = [request.fields.get("cookie") for request in server.requests if request.path != "/robots.txt"]
    assert cookies == [None, "sid=1; x=y", "sid=1"] * 2


def test_proxies_of_the_environment_are_not_used(server: Server) -> None:
    with serving() as proxy:
        os.environ["http_proxy"] = proxy.url("/")
        try:
            with fetcher(server) as fetch:
                fetch.get(server.url("/"))
        finally:
            del os.environ["http_proxy"]
    assert proxy.connections == 0


# ---- TLS -----------------------------------------------------------------------------------------


def test_https_with_a_known_certificate() -> None:
    context = ssl.create_default_context(cafile=str(CERTIFICATE))
    pages = {"/": PAGE, "/runter": redirect("http://localhost/")}
    with serving(pages, tls=True) as server, fetcher(server, context=context) as fetch:
        assert fetch.get(server.url("/")).body == BODY
        with pytest.raises(FetchError, match="unverschlüsseltes http"):
            fetch.get(server.url("/runter"))
        with pytest.raises(FetchError, match="unverschlüsseltes http"):
            fetch.get(server.url("/").replace("https", "http"), origin=server.url("/"))


def test_a_certificate_that_nobody_signed() -> None:
    with serving({"/": PAGE}, tls=True) as server:
        assert "Zertifikat hat sich der Server selbst ausgestellt" in str(failure(server))


def test_a_certificate_for_somebody_else() -> None:
    context = ssl.create_default_context(cafile=str(CERTIFICATE))
    with serving({"/": PAGE}, tls=True) as server:
        server.host = "127.0.0.1"
        assert "gilt für einen anderen Server" in str(failure(server, context=context))


def test_https_asked_where_only_http_is_spoken(server: Server) -> None:
    server.scheme = "https"
    assert "kein TLS" in str(failure(server, context=ssl.create_default_context(cafile=str(CERTIFICATE))))


@pytest.mark.parametrize("farewell", [True, False])
def test_an_encrypted_answer_without_its_proper_end_is_cut(farewell: bool) -> None:
    """Without a length only TLS's own farewell says that the body is whole (RFC 9112 §9.8)."""
    context = ssl.create_default_context(cafile=str(CERTIFICATE))

    def behave(client: socket.socket, request: Request) -> None:
        client.sendall(OK + b"\r\nhalbe Sei")
        if farewell:
            client.unwrap()  # type: ignore[attr-defined]

    with serving({"/": behave}, tls=True) as server, fetcher(server, context=context) as fetch:
        if farewell:
            assert fetch.get(server.url("/")).body == b"halbe Sei"
        else:
            with pytest.raises(FetchError, match="verschlüsselte Verbindung abgebrochen"):
                fetch.get(server.url("/"))


def test_no_thread_is_left_behind(server: Server) -> None:
    before = threading.active_count()
    with fetcher(server) as fetch:
        fetch.get(server.url("/"))
    assert threading.active_count() <= before + 1
