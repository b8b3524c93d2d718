"""Preformatted text: its line breaks are line breaks, and what stands aligned with blanks stands in columns."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from pipeline.extract.markup import nodes

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

#: Without one of these a page has nothing preformatted.
_SIGNS = ("<pre", "<PRE", "<Pre", "white-space")
_WHERE = "pre, listing, [style*='white-space: pre'], [style*='white-space:pre']"
#: Between two columns; behind a colon stands the value of a label.
_GAP = re.compile(r"(?<=[^\s:|])(?: {3,}| *\t\s*)(?=[^\s|])")
_RULER = re.compile(r"^[\s|+=_.*~-]*$")
#: No page has more such texts.
_TEXTS = 2000


def lay_out(tree: LexborHTMLParser, html: str) -> None:
    """Writes the line breaks of preformatted texts out."""
    if not any(sign in html for sign in _SIGNS):
        return
    for node in tree.css(_WHERE)[:_TEXTS]:
        for text in [below for below in nodes.walk(node, _TEXTS) if below.is_text_node]:
            written = text.text_content or ""
            if "\n" in written or "   " in written or "\t" in written:
                lines = tree.create_node("span")
                lines.inner_html = "<br>".join(escape(columns(line), quote=False) for line in written.split("\n"))
                nodes.replace(text, lines)


def columns(line: str) -> str:
    """A line of preformatted text with a bar between its columns; a ruler between rows is none."""
    if _RULER.match(line):
        return ""
    return _GAP.sub(" | ", line) if "   " in line or "\t" in line else line
