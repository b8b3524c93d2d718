"""Numbers of several people that stand in one cell as a list: numbered, with a plus between, each on a line.

`1. 05141 12-34`, `05141 12-34 + 05141 12-35`, and below `05141 12-34` the Durchwahl `35` alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.layout import Cell

_FIGURE = re.compile(r"(?:^|(?<=[\s,;]))[1-9][.)]\s+(?=\(?[+0]\d)", re.MULTILINE)
_PLUS = re.compile(r"(?<=\d)\s+\+\s+(?=\(?0[1-9]|-\s?\d)")
_EXTENSION = re.compile(r".*\d\s?[-–]\s?(\d{1,5})\s*")


def without_list_signs(cell: Cell) -> Cell:
    """The cell without what only counts its numbers or parts them."""
    text = _PLUS.sub(" / ", _FIGURE.sub("", cell.text))
    return cell if text == cell.text else replace(cell, text=text)


def with_lines_going_on(cell: Cell) -> Cell:
    """The cell with a hyphen before bare digits below a number that ends in a Durchwahl of as many."""
    lines, length = cell.text.split("\n"), 0
    for at, line in enumerate(lines):
        bare = line.strip()
        if bare.isdecimal() and len(bare) == length:
            lines[at] = f"-{bare}"
        elif bare:
            found = _EXTENSION.fullmatch(line)
            length = len(found[1]) if found else 0
    return replace(cell, text="\n".join(lines)) if len(lines) > 1 else cell
