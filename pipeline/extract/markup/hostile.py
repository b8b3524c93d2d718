"""Markup that would keep a parser busy for minutes: no honest page has tags like these, and browsers cut them too."""

from __future__ import annotations

import re

#: Fewer tags than these are read in any case within a moment.
_MANY = 50_000
#: Opening tags in a row, with nothing between them; browsers nest no deeper than 512.
_RUN = 2_000
_LONG_TAG = re.compile(r"<([a-zA-Z][\w-]{0,40})[^<>]{65536,}>?")
_ATTRIBUTES = 2_000
_PIECE = re.compile(r"<(/?)[a-zA-Z][^<>]*>|[^<\s][^<]*|<")


def tamed(html: str) -> str:
    """The page without what only costs time: thousands of attributes in a tag, endless runs of opening tags."""
    if len(html) > 65_536 and _LONG_TAG.search(html):
        html = _LONG_TAG.sub(_shortened, html)
    return _without_runs(html) if html.count("<") > _MANY else html


def _shortened(match: re.Match[str]) -> str:
    return f"<{match[1]}>" if match[0].count("=") > _ATTRIBUTES else match[0]


def _without_runs(html: str) -> str:
    kept: list[str] = []
    run = 0
    done = 0
    for match in _PIECE.finditer(html):
        run = run + 1 if match[1] == "" else 0
        if run > _RUN:
            kept.append(html[done : match.start()])
            done = match.end()
    return "".join([*kept, html[done:]]) if kept else html
