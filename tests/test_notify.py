"""Who is told about a night, and when; and what becomes of a message that nobody takes."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from pipeline.model import Change, Outcome, Report, Run
from pipeline.notify import Message, by_apprise, by_messenger, is_due, is_understood, of_failure, of_night, shown, tell
from tests.promises.towns import BARE, Town, town
from tests.servers import Page
from tests.whole_nights import PEOPLE

MESSAGE = Message("Landkreis Tannberg: 1 Kontakt neu.", "# Bericht", "success")


@pytest.mark.parametrize(
    ("occasion", "news", "exit_status", "due"),
    [
        ("changes", True, 0, True),
        ("changes", True, 3, True),
        ("changes", True, 4, True),
        ("changes", False, 0, False),  # a quiet night
        ("changes", False, 3, False),  # the same outage as yesterday
        ("changes", False, 4, False),  # the same question as yesterday
        ("problems", True, 0, False),
        ("problems", True, 3, True),
        ("problems", True, 4, True),
        ("problems", False, 4, False),
        ("always", False, 0, True),
        ("always", True, 0, True),
    ],
)
def test_a_night_is_told_once_and_only_if_wanted(occasion: Any, news: bool, exit_status: int, due: bool) -> None:
    assert is_due(occasion, news=news, exit_status=exit_status) == due


def test_a_message_says_what_happened_and_brings_the_report() -> None:
    moment = datetime(2026, 11, 24, tzinfo=UTC)
    run = Run(7, "00007-2026-11-24", "00006-2026-11-23", moment, moment, "published")
    report = Report(
        run,
        "Landkreis Tannberg",
        (Outcome("amt", "https://a.example/", "ok", 3),),
        (Change("added", "u", "Eva Muster"),),
    )
    message = of_night("Landkreis Tannberg", report, 0, "de")
    assert message.title == "Landkreis Tannberg: 1 Kontakt neu."
    assert "Eva Muster" in message.text
    assert message.kind == "success"
    assert of_night("Landkreis Tannberg", None, 0, "de") == Message(
        "Landkreis Tannberg: Die Kontakte sind wie zuvor.", "", "success"
    )
    assert of_failure("Landkreis Tannberg", "die Platte ist voll", "de").text == "die Platte ist voll"


def test_who_was_not_reached_is_named_without_the_password() -> None:
    def send(url: str, message: Message) -> bool:
        return "gut" in url

    urls = ("mailto://amt:geheim@gut.example", "mailto://amt:geheim@schlecht.example?to=a@b.example&pass=x")
    assert tell(urls, MESSAGE, send) == ["mailto://schlecht.example/…"]
    assert shown("mailto://[::1") == "…"


@pytest.mark.parametrize(
    ("url", "good"), [("mailto://amt:x@example.org", True), ("matrix://u:p@example.org", True), ("fax://1", False)]
)
def test_apprise_knows_the_address(url: str, good: bool) -> None:
    assert is_understood(url) == good


@contextmanager
def listening(status: int = 200, endless: int = 0) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """An address for Apprise's JSON messages, and what arrived there."""
    got: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(status)
            self.end_headers()
            with suppress(OSError):
                for _ in range(endless):
                    self.wfile.write(bytes(1_000_000))

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"json://127.0.0.1:{server.server_port}/x", got
        server.shutdown()


def test_a_message_arrives() -> None:
    with listening() as (url, got):
        assert by_apprise(url, MESSAGE)
    assert got[0]["title"] == MESSAGE.title
    assert "Bericht" in got[0]["message"]


@pytest.mark.parametrize("status", [403, 500])
def test_a_refused_message_is_not_taken_for_sent(status: int) -> None:
    with listening(status) as (url, _):
        assert not by_apprise(url, MESSAGE)


def test_a_message_arrives_from_a_process_of_its_own() -> None:
    with listening() as (url, got):
        assert by_messenger(url, MESSAGE)
    assert got[0]["title"] == MESSAGE.title


def test_an_answer_without_end_costs_the_night_nothing() -> None:
    """Two gigabytes are offered; what takes them has not so much memory, and the night's own does not grow."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with listening(endless=2_000) as (url, _):
        assert not by_messenger(url, MESSAGE)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - most < 100_000  # kB


def test_what_apprise_sends_with_says_nothing_either() -> None:
    said = "logging.getLogger('MARKDOWN').warning('Failed loading extension')"
    program = f"import logging; from pipeline.notify import is_understood; assert is_understood('json://x'); {said}"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, env=BARE)
    assert done.stderr == b""


def test_who_takes_no_message_is_waited_for_once(tmp_path: Path) -> None:
    done = threading.Event()
    began = time.monotonic()
    urls = [f"json://{name}.example/" for name in ("a", "b", "c")]
    assert len(tell(urls, MESSAGE, lambda *_: done.wait(9), patience=0.2)) == 3
    assert time.monotonic() - began < 2
    done.set()


def test_nights_are_told_as_they_happen_and_a_deaf_server_prevents_nothing(tmp_path: Path) -> None:
    with listening() as (url, got), town(tmp_path) as place:
        place.configure(f'[notify]\nurls = ["{url}", "json://127.0.0.1:9/"]\n')
        first = place.here()
        assert first.status == 0
        assert "not told address=json://127.0.0.1/…" in first.err
        assert _titles(place, got) == 1
        place.here()  # quiet
        assert _titles(place, got) == 0
        place.serve("liste.csv", Page(status=500))
        assert place.here().status == 3
        assert _titles(place, got) == 1
        assert place.here().status == 3  # the same outage again
        assert _titles(place, got) == 0
        place.say("liste.csv", PEOPLE[0])
        assert place.here("--dry-run").status == 4
        assert _titles(place, got) == 0
        assert place.here().status == 4
        assert _titles(place, got) == 1
        (place.data / "state.sqlite3").write_bytes(b"kein Stand")
        assert place.here().status == 1
        assert _titles(place, got) == 1


def _titles(place: Town, got: list[dict[str, Any]]) -> int:
    """How many messages came since this was last asked."""
    number = len(got)
    assert all(message["title"].startswith("Landkreis Tannberg: ") for message in got)
    got.clear()
    return number
