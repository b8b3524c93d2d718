"""Data that a page hands to its components in an attribute: `<person-list :persons="[{…}]">`, `data-props='{…}'`.

Nothing of it is shown before the scripts of the page have run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

#: An attribute that may hold objects: most pages have none, and their elements need not be looked through.
_OPENED = re.compile(r"=\s*[\"']\s*(?:\[\s*)?\{")
_OBJECTS = re.compile(r"\s*(?:\[\s*)?\{\s*\"")
_MOST = 60


def attribute_data(tree: LexborHTMLParser, html: str) -> Iterator[str]:
    """The texts of attributes that look like objects in JSON."""
    if not _OPENED.search(html):
        return
    count = 0
    for node in tree.css("*"):
        for value in node.attrs.values():
            if value and _OBJECTS.match(value):
                yield value
                count += 1
                if count == _MOST:
                    return
