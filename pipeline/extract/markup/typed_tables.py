"""Tables that somebody typed: headings over columns that are aligned with blanks, and rows that keep to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby

#: Says whether a text is the heading of a column.
Known = Callable[[str], bool]
#: Between two columns.
_GAP = re.compile(r" {2,}")
_RULER = re.compile(r"[\s+=_-]*")
#: Two columns may be a label and its value, and one row of values stands beside labels as well.
_COLUMNS, _ROWS = 3, 2


def parts(lines: Sequence[str], known: Known) -> Iterator[tuple[bool, list[str]]]:
    """The lines of a text, table by table, and what stands between them; `True` with the rows of a table."""
    others: list[str] = []
    for filled, group in groupby(lines, lambda line: bool(line.strip())):
        block = list(group)
        if filled and _is_table(block, known):
            if others:
                yield False, others
                others = []
            yield True, block
        else:
            others += block
    if others:
        yield False, others


def as_table(lines: Sequence[str]) -> str:
    """The HTML of a typed table."""
    starts = _starts(lines[0])
    rows = [_cells(line, starts) for line in lines if not _RULER.fullmatch(line)]
    return f"<table>{''.join(_row(cells, 'td' if number else 'th') for number, cells in enumerate(rows))}</table>"


def _row(cells: Sequence[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell, quote=False)}</{tag}>' for cell in cells)}</tr>"


def _is_table(block: Sequence[str], known: Known) -> bool:
    starts = _starts(block[0])
    rows = [line for line in block[1:] if not _RULER.fullmatch(line)]
    if len(starts) < _COLUMNS or len(rows) < _ROWS or block[0][:1].isspace():
        return False
    return all(map(known, _cells(block[0], starts))) and all(_keeps_to(line, starts) for line in rows)


def _starts(head: str) -> list[int]:
    return [0, *(gap.end() for gap in _GAP.finditer(head.rstrip()))]


def _keeps_to(line: str, starts: Sequence[int]) -> bool:
    """Whether a line has nothing where a column ends, and begins in the first."""
    return not line[:1].isspace() and "\t" not in line and all(line[at - 1 : at] in ("", " ") for at in starts[1:])


def _cells(line: str, starts: Sequence[int]) -> list[str]:
    return [line[start:end].strip() for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]
