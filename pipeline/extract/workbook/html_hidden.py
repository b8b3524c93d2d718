"""What the author of an HTML table hid: columns by their `col`, rows and cells by a style of their own or around."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.extract.markup import nodes
from pipeline.extract.markup.hidden import squeezed

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

#: `mso-hide` is how Office says it to itself.
_NO_BOX = re.compile(r"display:none|mso-hide:all")
_UNSEEN = re.compile(r"display:none|mso-hide:all|visibility:(?:hidden|collapse)")
_NO_WIDTH = re.compile(r"(?:^|;)(?:max-)?width:0(?:\.0+)?(?:px|pt|em|cm|mm|in|%)?(?:;|$)")
_ZERO = re.compile(r"\s*0+(?:\.0+)?\s*(?:px|pt|%)?\s*")
#: No table of an office stands deeper.
_AROUND = 100
_SPAN_LIMIT = 1000


def is_hidden(node: LexborNode) -> bool:
    """True where an element keeps itself from being seen."""
    return "hidden" in node.attrs or _unseen(nodes.attribute(node, "style"))


def takes_no_room(node: LexborNode) -> bool:
    """True where a hidden element is not even drawn: the cells beside it move up."""
    return "hidden" in node.attrs or bool(_NO_BOX.search(squeezed(nodes.attribute(node, "style"))))


def is_hidden_within(node: LexborNode, outermost: str) -> bool:
    """True where an element or one around it, as far as the next of a kind, keeps it from being seen."""
    around: LexborNode | None = node
    for _ in range(_AROUND):
        if around is None or around.tag == outermost:
            return False
        if is_hidden(around):
            return True
        around = around.parent
    return False


def hidden_columns(table: LexborNode) -> list[tuple[int, int]]:
    """First and last of the columns that a spreadsheet program hid: it says so once, of the column."""
    found: list[tuple[int, int, bool]] = []
    first = 0
    for node in table.css("col, colgroup"):
        if node.tag == "colgroup" and node.css_first("col") is not None:
            continue
        after = first + span(node, "span")
        found.append((first, after - 1, is_hidden_within(node, "table") or _without_width(node)))
        first = after
    hidden = [(first, last) for first, last, gone in found if gone]
    # Whoever writes no width to any column hides none.
    return hidden if len(hidden) < len(found) else []


def span(node: LexborNode, name: str) -> int:
    """How many rows or columns an element covers. A printed list does not span more; a browser clips here as well."""
    text = (node.attributes.get(name) or "1").strip()
    return max(1, min(int(text), _SPAN_LIMIT)) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _without_width(node: LexborNode) -> bool:
    style = squeezed(nodes.attribute(node, "style"))
    return bool(_ZERO.fullmatch(nodes.attribute(node, "width")) or _NO_WIDTH.search(style))


@lru_cache(maxsize=512)
def _unseen(style: str) -> bool:
    """A list has few styles and many cells."""
    return bool(style) and bool(_UNSEEN.search(squeezed(style)))
