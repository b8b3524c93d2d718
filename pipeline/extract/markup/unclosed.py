"""Elements that swallow the rest of a page because their end is missing: what stands behind them is read all the same.

Browsers show such a page only up to there, and so would the parser: everybody behind would be gone without a word.
"""

from __future__ import annotations

import re

#: What is no text of the page: it goes with its tag. `<plaintext>` has no end at all.
_CODE = ("script", "style")
_NAMES = "title|textarea|iframe|xmp|noframes|noembed|template|select|object|video|audio|canvas|datalist|script|style"
_WHOLE = re.compile(
    r"<(?=[!acdinostvxACDINOSTVX])"  # hardly another tag begins so, and the others are passed over at once
    rf"(?:!--(?!-?>).*?(?:-->|--!>|(?P<comment>\Z))|(?P<name>{_NAMES})\b[^>]*>.*?(?:</(?P=name)\b|(?P<rest>\Z)))",
    re.IGNORECASE | re.DOTALL,
)
_ENDLESS = re.compile(r"</?plaintext\b[^>]*>", re.IGNORECASE)
#: Without any of these nothing is lost: a note or a script at the very end of a page.
_MARKUP = re.compile(r"</?(?:p|div|h[1-6]|li|t[dr]|table|br|body|main|section|dd)\b", re.IGNORECASE)


def without_unclosed(html: str) -> str:
    """The page without the opening tags that would swallow all that follows."""
    html = _ENDLESS.sub("", html)
    start = 0
    while (found := _unclosed(html, start)) and _MARKUP.search(html, found.start()):
        start = found.start()
        html = html[:start] + _opening(found["name"]).sub("", html[start:])
    return html


def _unclosed(html: str, start: int) -> re.Match[str] | None:
    return next((match for match in _WHOLE.finditer(html, start) if match.lastgroup in ("comment", "rest")), None)


def _opening(name: str | None) -> re.Pattern[str]:
    """All opening tags of that name: none of them has an end. Each turn of the loop does away with one name."""
    if name is None:
        return re.compile(r"<!--[^<]*")
    return re.compile(rf"<{name}\b[^>]*>" + ("[^<]*" if name.lower() in _CODE else ""), re.IGNORECASE)
