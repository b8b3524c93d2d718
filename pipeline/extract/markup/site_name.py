"""What a site calls itself: the part of the page's title that its head or foot repeats, or that names an office."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.extract.markup.lines import Line
from pipeline.transform.office import is_office
from pipeline.transform.text import clean, fold

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_SEPARATOR = re.compile(r"\s+[|–—•·»:-]\s+|\s*[|»]\s*|:\s+")


def site_name(lines: Sequence[Line], title: str, tree: LexborHTMLParser) -> str:
    """The name of the site; empty where nothing says it."""
    named = tree.css_first('meta[property="og:site_name"]')
    if named is not None and (text := clean(named.attrs.get("content") or "")):
        return text[:200]
    parts = [part for part in (clean(piece) for piece in _SEPARATOR.split(title)) if part]
    shown = [line.text for line in lines if line.box.region == "site"]
    if len(parts) > 1:
        around = " | ".join(map(fold, shown))[:20_000]
        repeated = [part for part in parts if len(part) > 3 and fold(part) in around]
        if repeated:
            return max(repeated, key=len)
        offices = [part for part in (parts[-1], parts[0]) if is_office(part)]
        if offices:
            return offices[0]
    offices = [name for text in shown if len(text) < 80 and is_office(name := _before_address(text))]
    return offices[0] if offices else (parts[-1] if len(parts) > 1 else "")


def _before_address(text: str) -> str:
    """`Kreis Musterbach, Markt 1, 72555 Neustadt` is called by what stands before its street."""
    name, comma, behind = text.partition(", ")
    return name if comma and any(map(str.isdigit, behind)) else text
