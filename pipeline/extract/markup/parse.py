"""HTML becomes a tree, unless it was made to hold up whoever reads it: a page is read whole or refused, never in part.

The parser reads like a browser and takes quadratic time for elements that are nested without end, inside one call that
nothing can interrupt; hence a look at the text before.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from pipeline.errors import FormatError
from pipeline.extract.markup.hostile import parts, tamed
from pipeline.extract.markup.unclosed import without_unclosed

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

#: Far beyond any page that people wrote or read: characters, tags and attributes, elements inside each other.
LONGEST, PARTS, DEEPEST = 20_000_000, 2_000_000, 10_000
_TAG = re.compile(r"<!--(?:.*?-->|.*)|<(/?)([a-z][a-z0-9:-]{0,30})[^>]*", re.IGNORECASE | re.DOTALL)
#: The edge of a block beside a text: where it is out of place, the parser drops the tag and would glue the texts.
_EDGE = re.compile(
    r"<(?:(?P<end>/(?:div|p|li|t[dhr]|d[dt]|h[1-6]|[uod]l|section|article|address|table)>)(?=[^\s<])"
    r"|(?<=[^\s>]<)(?=(?:table|t[dhr]|tbody|thead|tfoot|caption|body|html|head)\b))",  # begins with its `<`: found fast
    re.IGNORECASE,
)
#: Elements that have no end, or whose end may be left out because the next one ends them.
_NOT_NESTED = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
    | {"p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "rt", "rp"}
)


def parse_html(html: str) -> LexborHTMLParser:
    """The tree of a page. Raises FormatError where reading it would take longer than a night has."""
    from selectolax.lexbor import LexborHTMLParser

    html = without_unclosed(tamed(html))
    html = _EDGE.sub(lambda edge: f"<{edge['end']} " if edge["end"] else " <", html)
    if len(html) > LONGEST or parts(html) > PARTS or (html.count("<") > DEEPEST and _depth(html) > DEEPEST):
        raise FormatError("Seite", "ist so groß oder so tief verschachtelt, wie keine Seite für Menschen es ist")
    return LexborHTMLParser(html)


def _depth(html: str) -> int:
    """About how deep the elements of a page are nested, as far as their names tell."""
    opened: Counter[str] = Counter()
    depth = deepest = 0
    for match in _TAG.finditer(html):
        name = (match[2] or "").lower()
        if not name or name in _NOT_NESTED:
            continue
        if not match[1]:
            opened[name] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
    return deepest
