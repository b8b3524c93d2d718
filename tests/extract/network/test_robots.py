"""What robots.txt asks of this program (RFC 9309)."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.network.robots import LIMIT, parse

URL = "https://www.example.org/kontakt/liste.html?a=1"


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("\ufeffUSER-AGENT : *\r\nDISALLOW : /kontakt # nicht für alle\r\n", False),
        ("User-agent: *\nDisallow: /\nAllow: /kontakt/", True),
        ("User-agent: *\nDisallow: /*.html", False),
        ("User-agent: *\nDisallow: /*.html$", True),
        ("User-agent: *\nDisallow: /andere", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: KreisKontakte/1.0\nDisallow: /privat", True),
        ("User-agent: *\nAllow: /\nUser-agent: kreiskontakte\nDisallow: /", False),
        ("User-agent: kreiskontakte\nUser-agent: other\nSitemap: x\nDisallow: /", False),
        ("User-agent: kreiskontakte\nCrawl-delay: 1\nUser-agent: other\nDisallow: /", True),
        ("User-agent: kreiskontakte\nUnbekannt: 1\nUser-agent: other\nDisallow: /", True),
        (
            "User-agent: kreiskontakte\nAllow: /a\nUser-agent: x\nAllow: /\nUser-agent: kreiskontakte\nDisallow: /k",
            False,
        ),
        ("User-agent: kreiskontaktepro\nDisallow: /", True),
        ("Disallow: /", True),
        ("<html><body>Disallow: /</body></html>", True),
    ],
)
def test_the_group_that_means_us_decides(text: str, allowed: bool) -> None:
    rules = parse(text.encode())
    assert rules.allows(URL) is allowed
    assert rules.allows(URL) is allowed


@pytest.mark.parametrize(
    ("value", "seconds"), [("5", 5.0), ("0.5", 0.5), ("-1", 0.0), ("nan", 0.0), ("inf", 0.0), ("viel", 0.0), ("", 0.0)]
)
def test_crawl_delay(value: str, seconds: float) -> None:
    assert parse(f"User-agent: *\nCrawl-delay: {value}".encode()).delay == seconds


def test_what_stands_behind_the_limit_is_not_read() -> None:
    assert parse(b"#" * LIMIT + b"\nUser-agent: *\nDisallow: /").allows(URL)


HOSTILE = {
    "agents": "".join(f"user-agent: a{n}\n" for n in range(15_000)) + "disallow: /x\n" * 15_000,
    "our agents": "user-agent: kreiskontakte\n" * 9_000 + "disallow: /x\n" * 9_000,
    "wildcards": "user-agent: *\n" + f"disallow: /{'*a' * 5_000}b\n" * 40,
    "groups": "user-agent: *\ndisallow: /x\n" * 15_000,
    "one line": "disallow:" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_takes_no_time(name: str) -> None:
    began = time.monotonic()
    assert parse(HOSTILE[name].encode()).allows("http://example.org/" + "a" * 4_000)
    assert time.monotonic() - began < 5


LINES = st.sampled_from(
    ["User-agent: *", "User-agent: kreiskontakte", "Disallow: /k", "Allow: /*", "Disallow: *$", "\0", "#"]
)


@settings(deadline=None)
@given(st.lists(LINES | st.text(max_size=20), max_size=12).map("\n".join))
def test_any_file_gives_an_answer(text: str) -> None:
    assert parse(text.encode("utf-8", "surrogatepass")).allows(URL) in (True, False)
