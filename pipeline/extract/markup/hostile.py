"""Markup that would keep a parser busy for minutes: no honest page has tags like these, and browsers cut them too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

#: Fewer tags than these are read in any case within a moment.
_MANY = 50_000
#: Opening tags in a row, with nothing between them; browsers nest no deeper than 512.
_RUN = 2_000
#: The last ones of a run belong to what stands behind it.
_LAST = 50
#: The parser compares each attribute of a tag with all before it.
_ATTRIBUTES = 2_000
#: For each choice of a list the parser goes through all before it; nothing in a list of choices is read anyway.
_CHOICES = 500
_CHOICE = re.compile(r"</?option(?![\w-])[^<>]*+>?", re.IGNORECASE)
_SHORT = 131_072  # characters of a page in which even they cost no more than a second
_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*+)?+)?+"""
#: A whole tag as browsers read it (a `>` in quotes does not end it); what is no markup is stepped over.
_TAG = re.compile(
    rf"<!--.*?(?:-->|\Z)|<(?:script|style)\b.*?(?:</s|\Z)|<(?P<name>[a-zA-Z][\w-]*+)[^\s/>]*+(?:[\s/]++|{_ATTRIBUTE})*+>",
    re.IGNORECASE | re.DOTALL,
)
_EACH = re.compile(_ATTRIBUTE, re.DOTALL)
_PIECE = re.compile(r"<(/?)[a-zA-Z][^<>]*>|[^<\s][^<]*|<")


def tamed(html: str) -> str:
    """The page without what only costs time: thousands of attributes or choices, endless runs of opening tags."""
    if len(html) > _SHORT:
        html = _TAG.sub(_shortened, html)
    html = _without_choices(html)
    return _without_runs(html) if html.count("<") > _MANY else html


def parts(html: str) -> int:
    """At most so many nodes and attributes a parser would have to keep."""
    return html.count("<") + sum(map(_attributes, _tags(html)))


def _tags(html: str) -> Iterator[str]:
    return (match[0] for match in _TAG.finditer(html) if match["name"])


def _attributes(tag: str) -> int:
    return len(_EACH.findall(tag)) - 1


def _shortened(match: re.Match[str]) -> str:
    if match["name"] and len(match[0]) > _ATTRIBUTES and _attributes(match[0]) > _ATTRIBUTES:
        return f"<{match['name']}>"
    return match[0]


def _without_choices(html: str) -> str:
    many = html.count("<") > _CHOICES and next(islice(_CHOICE.finditer(html), _CHOICES, None), None)
    return _CHOICE.sub(" ", html) if many else html


def _without_runs(html: str) -> str:
    kept: list[str] = []
    done = 0
    for starts in _runs(html):
        if len(starts) > _RUN:
            kept.append(html[done : starts[_RUN - _LAST]])
            done = starts[-_LAST]
    return "".join([*kept, html[done:]])


def _runs(html: str) -> Iterator[list[int]]:
    """Where the opening tags begin that follow each other."""
    starts: list[int] = []
    for match in _PIECE.finditer(html):
        if match[1] == "":
            starts.append(match.start())
        elif starts:
            yield starts
            starts = []
    yield starts
