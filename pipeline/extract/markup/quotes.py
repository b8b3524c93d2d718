"""Attribute values whose closing quote is missing: `<a href="seite.html>` would swallow the page up to the next quote.

Browsers show such a page without what stands between, and so would the parser: people would be gone without a word.
"""

from __future__ import annotations

import re

from pipeline.extract.markup.unclosed import MARKUP

#: On hardly any page does a value hold a `>` with no `<` before it.
_SUSPECT = re.compile(r"""=\s*+(?:"[^"<>]*+>|'[^'<>]*+>)""")
_VALUE = r"""(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'<>][^\s<>]*+)"""
#: A tag up to its `>`, whose last value is still open there. What is no markup is stepped over.
_OPEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?:script|style)\b.*?(?:</s|\Z)"
    rf"|<[a-z][^\s/<>]*+(?:[\s/]++|[^\s/<>=]++(?:\s*+=\s*+{_VALUE})?+)*+"
    r"""=\s*+(?:(?P<double>")[^"<>]*+|(?P<single>')[^'<>]*+)(?=>)""",
    re.IGNORECASE | re.DOTALL,
)
#: How a value ends that ran into the next tag: `… <a href=`.
_NEXT_TAG = re.compile(r"<[a-z][^<>]*=\s*\Z", re.IGNORECASE)
#: What may stand behind a value; an apostrophe in a text has a letter there.
_BEHIND = re.compile(r"[\s/>]|\Z")


def with_closed_quotes(html: str) -> str:
    """The page with those values ended where their tag ends."""
    return _OPEN.sub(_closed, html) if _SUSPECT.search(html) else html


def _closed(match: re.Match[str]) -> str:
    quote = match["double"] or match["single"]
    return f"{match[0]}{quote}" if quote and _runs_on(match, quote) else match[0]


def _runs_on(match: re.Match[str], quote: str) -> bool:
    """Whether the value goes on over other parts of the page: `title="A > B"` does not."""
    html, start = match.string, match.end()
    end = html.find(quote, start)
    if not MARKUP.search(html, start, len(html) if end < 0 else end):
        return False
    return end < 0 or bool(_NEXT_TAG.search(html, max(start, end - 500), end)) or not _BEHIND.match(html, end + 1)
