"""The style sheets inside a page: which rules they have, and for which elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.extract.markup import nodes

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,2000})\}")
#: Also the signs around a sheet that once kept it from browsers that knew no styles; office programs write them still.
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)

#: Which of its neighbours an element is: how the third column of a table is told from the others.
_PLACE = re.compile(r":(?:nth-(?:last-)?(?:child|of-type)\([\s\dn+-]{1,20}\)|(?:first|last)-(?:child|of-type))")


def style_sheets(tree: LexborHTMLParser) -> list[str]:
    """The text of those that hold on a screen."""
    sheets = tree.css("style")[:50]
    shown = (sheet for sheet in sheets if nodes.attribute(sheet, "media").lower() in ("", "all", "screen"))
    return [(sheet.text() or "")[:200_000] for sheet in shown]


def rules_of(css: str) -> Iterator[tuple[str, str]]:
    """Selector and declarations of the rules that hold under all conditions."""
    for match in _RULE.finditer(_without_conditions(_COMMENT.sub("", css))):
        for selector in match[1].split(","):
            yield selector.strip(), match[2]


def _without_conditions(css: str) -> str:
    """A style sheet without its `@media` and other conditional blocks."""
    kept: list[str] = []
    depth, start = 0, 0
    skipping = -1
    for match in re.finditer(r"[{}]|@[\w-]+", css):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth = max(depth - 1, 0)
            if depth == skipping:
                skipping, start = -1, match.end()
        elif skipping < 0 and match[0].lower() in (
            "@media",
            "@supports",
            "@container",
            "@keyframes",
            "@font-face",
            "@page",
        ):
            kept.append(css[start : match.start()])
            skipping = depth
    return "".join(kept) + (css[start:] if skipping < 0 else "")


def matches(tree: LexborHTMLParser, selector: str, *, every: bool = False) -> list[LexborNode]:
    """The first or all elements for which a rule holds; none where its selector says more than where they stand."""
    from selectolax.lexbor import SelectolaxError

    if not selector or not re.fullmatch(r"[\w\s.#>,*=\[\]\"'-]{1,2000}", _PLACE.sub("", selector)):
        return []
    try:
        return tree.css(selector)[: None if every else nodes.LIMIT]
    except SelectolaxError:
        return []
