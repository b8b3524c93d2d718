"""Elements that swallow the rest of a page because their end is missing: what stands behind them is read all the same.

Browsers show such a page only up to there, and so would the parser: everybody behind would be gone without a word.
"""

from __future__ import annotations

import re

#: What is no text of the page: it goes with its tag. `<plaintext>` has no end at all.
_CODE = ("script", "style")
_NAMES = (
    "title|textarea|iframe|xmp|noframes|noembed|template|select|object|video|audio|canvas|datalist|script|style"
    "|svg|math|caption"
)
_WHOLE = re.compile(
    r"<(?=[!acdimnostvxACDIMNOSTVX])"  # hardly another tag begins so, and the others are passed over at once
    rf"(?:!--(?!-?>).*?(?:-->|--!>|(?P<comment>\Z))|(?P<name>{_NAMES})\b[^>]*>.*?(?:</(?P=name)\b|(?P<rest>\Z)))",
    re.IGNORECASE | re.DOTALL,
)
_ENDLESS = re.compile(r"</?plaintext\b[^>]*>", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b[^>]*>(?P<code>.*?)(?:</script\b[^>]*>(?P<behind>[^<]*)|\Z)", re.IGNORECASE | re.DOTALL)
#: A script inside a comment inside a script: the first `</script>` ends only the inner one.
_ESCAPED = re.compile(r"<!--(?=(?:(?!-->).)*?<script\b)(?!.*-->)", re.IGNORECASE | re.DOTALL)
#: Without any of these nothing is lost: a note or a script at the very end of a page.
MARKUP = re.compile(r"</?(?:p|div|h[1-6]|li|t[dr]|table|br|body|main|section|dd)\b", re.IGNORECASE)


#: `<h3>` before a block; what stands there is hardly a heading, if nothing is said of it.
_BEFORE_BLOCK = re.compile(r"<h([1-6])>(?=\s*<(?:p|[uod]l|table|div)\b)", re.IGNORECASE)
_HEADING = re.compile(r"<(/?h[1-6])\b[^>]*>", re.IGNORECASE)


def without_unclosed(html: str) -> str:
    """The page without the opening tags that would swallow all that follows."""
    html = _with_headings_ended(_without_escapes(_ENDLESS.sub("", html)))
    start = 0
    while (found := _unclosed(html, start)) and MARKUP.search(html, found.start()):
        start = found.start()
        html = html[:start] + _opening(found["name"]).sub("", html[start:])
    return html


def _with_headings_ended(html: str) -> str:
    """`<h3>Turnen<h3><ul>…`: the slash is missing, and the list is no heading."""
    if not _BEFORE_BLOCK.search(html):
        return html
    pieces: list[str] = []
    done, before = 0, None
    for tag in _HEADING.finditer(html):
        if before and _ends(before, tag):
            pieces += [html[done : tag.start()], f"</{tag[1]}>"]
            done, before = tag.end(), None
        else:
            before = tag if tag[1][0] != "/" else None
    return "".join([*pieces, html[done:]])


def _ends(opening: re.Match[str], tag: re.Match[str]) -> bool:
    """Whether a tag is the end of the heading before it, without the slash: a block follows it, and none precedes."""
    alike = opening[1].lower() == tag[1].lower() and _BEFORE_BLOCK.match(tag.string, tag.start())
    return bool(alike) and not MARKUP.search(tag.string, opening.end(), tag.start())


def _without_escapes(html: str) -> str:
    """The page with every script ended by the first `</script>`, unless the end of its comment follows at once."""
    return _SCRIPT.sub(_ended, html) if "<!--" in html else html


def _ended(script: re.Match[str]) -> str:
    if "<!--" not in script["code"] or "-->" in (script["behind"] or ""):
        return script[0]
    return script[0][:7] + _ESCAPED.sub("", script[0][7:], count=1)


def _unclosed(html: str, start: int) -> re.Match[str] | None:
    return next((match for match in _WHOLE.finditer(html, start) if match.lastgroup in ("comment", "rest")), None)


def _opening(name: str | None) -> re.Pattern[str]:
    """All opening tags of that name: none of them has an end. Each turn of the loop does away with one name."""
    if name is None:
        return re.compile(r"<!--[^<]*")
    return re.compile(rf"<{name}\b[^>]*>" + ("[^<]*" if name.lower() in _CODE else ""), re.IGNORECASE)
