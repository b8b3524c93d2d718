"""In which line of the source each line of a page stands; the parser does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.markup.lines import Line

#: A piece of text that HTML writes as it is shown.
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .,:/+-]{2,24}")
#: The text of a line is looked for so far behind the one before; further on it would be another place.
_WINDOW = 400_000
#: Nearly every line stands so near behind the one before; in a short text a search begins at once.
_NEAR = 2_000


def number_lines(lines: Sequence[Line], html: str) -> None:
    """Sets `number` of every line by searching the source for its text, in order."""
    position = html.find("<body")
    position = max(position, 0)
    number = 1 + html.count("\n", 0, position)
    for line in lines:
        here = _find(line.text, html, position)
        if here > position:
            number += html.count("\n", position, here)
            position = here
        line.number = number


def _find(text: str, html: str, position: int) -> int:
    match = _PLAIN.search(text, 0, 200)
    if not match:
        return -1
    piece = match[0].strip()
    here = html.find(piece, position, position + _NEAR)
    if here < 0:
        here = html.find(piece, position, position + _WINDOW)
    if here < 0 and len(first := piece.partition(" ")[0]) > 3 and first != piece:
        here = html.find(first, position, position + _WINDOW)
    return here
