"""HTML becomes a tree, unless it was made to hold up whoever reads it: a page is read whole or refused, never in part.

The parser reads like a browser and takes quadratic time for elements that are nested without end, inside one call that
nothing can interrupt; hence a look at the text before.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from pipeline.errors import FormatError
from pipeline.extract.markup.hostile import parts, tamed
from pipeline.extract.markup.quotes import with_closed_quotes
from pipeline.extract.markup.unclosed import without_unclosed

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

#: Far beyond any page that people wrote or read: characters, tags and attributes, elements inside each other.
LONGEST, PARTS, DEEPEST = 20_000_000, 2_000_000, 10_000
_TAG = re.compile(r"<!--(?:.*?-->|.*)|<(/?)([a-z][a-z0-9:-]{0,30})[^>]*", re.IGNORECASE | re.DOTALL)
#: The edge of a block beside a text: where it is out of place, the parser drops the tag and would glue the texts.
_EDGE = re.compile(
    r"<(?:/([a-zA-Z1-6]{1,7})>(?=[^\s<])"
    r"|(?<=[^\s>]<)(?=[tbchTBCH])(?i:(?=(?:table|t[dhr]|tbody|thead|tfoot|caption|body|html|head)\b)))"
)
_BLOCKS = frozenset(
    {"div", "p", "li", "td", "th", "tr", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl"}
    | {"section", "article", "address", "table"}
)
#: Elements that have no end, or whose end may be left out because the next one ends them.
_NOT_NESTED = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
    | {"p", "li", "dt", "dd", "option", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup"}
)
#: What the parser opens again in the next block when it was not closed.
_STYLES = frozenset({"b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"})
_STYLE = re.compile(r"<[bcefistu](?:ig|ode|m|ont|mall|trike|trong|t)?(?![a-z0-9:-])", re.IGNORECASE)


def parse_html(html: str) -> LexborHTMLParser:
    """The tree of a page. Raises FormatError where reading it would take longer than a night has."""
    from selectolax.lexbor import LexborHTMLParser

    html = without_unclosed(tamed(with_closed_quotes(html)))
    html = _EDGE.sub(_apart, html)
    many = len(html) > PARTS and parts(html) > PARTS  # each of them takes a character
    if len(html) > LONGEST or many or (_may_be_deep(html) and _depth(html) > DEEPEST):
        raise FormatError("Seite", "ist so groß oder so tief verschachtelt, wie keine Seite für Menschen es ist")
    return LexborHTMLParser(html)


def _apart(edge: re.Match[str]) -> str:
    if edge[1] is None:
        return " <"
    return f"{edge[0]} " if edge[1].lower() in _BLOCKS else edge[0]


def _may_be_deep(html: str) -> bool:
    """Whether a page has tags enough for it; nearly none has."""
    tags = html.count("<")
    return tags > DEEPEST or (tags * tags > PARTS and tags * len(_STYLE.findall(html)) > PARTS)


def _depth(html: str) -> int:
    """About how deep the elements of a page are nested, as far as their names tell.

    In drawings any name nests, unless `/>` ends it.
    """
    opened: Counter[str] = Counter()
    depth = deepest = 0
    styles = _Styles()
    for match in _TAG.finditer(html):
        name = (match[2] or "").lower()
        if not name:
            continue
        styles.see(name, match)
        drawn = opened["svg"] or opened["math"]
        if match[0].endswith("/") if drawn else name in _NOT_NESTED:
            continue
        if not match[1]:
            opened[name] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
    return deepest if styles.repeated <= PARTS else DEEPEST + 1


class _Styles:
    """How often the parser may have to open `<b>` or `<font>` again because it is not closed where a paragraph ends.

    It does so for each of them in each new block, but for no more than three that are alike in every letter.
    """

    def __init__(self) -> None:
        self.repeated = 0
        self._each = 0
        self._open: Counter[str] = Counter()
        self._kinds: dict[str, set[str]] = defaultdict(set)

    def see(self, name: str, match: re.Match[str]) -> None:
        """The next tag of the page."""
        if name in _STYLES:
            self._open[name] = max(0, self._open[name] + (-1 if match[1] else 1))
            self._kinds[name].add(match[0])
            self._each = sum(min(count, 3 * len(self._kinds[name])) for name, count in self._open.items())
        elif not match[1]:
            self.repeated += self._each
