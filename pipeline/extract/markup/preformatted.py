"""Preformatted text: its line breaks are line breaks, and what stands aligned with blanks stands in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from pipeline.extract.markup import nodes
from pipeline.extract.markup.leaders import LEADER, announced
from pipeline.extract.markup.signs import Signs
from pipeline.extract.markup.typed_tables import Known, as_table, parts
from pipeline.transform.names import is_person
from pipeline.transform.phone_words import Word, classify

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

#: Without one of these a page has nothing preformatted.
_SIGNS = ("<pre", "<listing", "white-space")
_WHERE = "pre, listing, [style*='white-space: pre'], [style*='white-space:pre']"
#: Between two columns; behind a colon stands the value of a label.
_GAP = re.compile(r"(?<=[^\s:|])(?: {3,}| *\t\s*)(?=[^\s|])")
#: A number further down in its column, before it at most what it is: `                Fax   07123 940-19`.
_FURTHER = re.compile(r"\s+(?:([^\W\d_]+(?:-[^\W\d_]+)?)[.:]*\s+|(?=\(?[0+]))(?=[+(]?\d[\d /().–-]+$)")
#: A dash in the last column stands for nothing.
_NOTHING = re.compile(r" {2,}[-–—]+\s*$")
#: A leader with room for one dot.
_DOT = re.compile(r"(?<=[^\W\d_]) \. (?=[A-ZÄÖÜ])")
_RULER = re.compile(r"^[\s|+=_.*~-]*$")
#: No page has more such texts.
_TEXTS = 2000


def lay_out(tree: LexborHTMLParser, signs: Signs, heads: Known) -> None:
    """Writes the line breaks of preformatted texts out; what is typed below headings that `heads` knows is a table."""
    if not any(signs[sign] for sign in _SIGNS):
        return
    for node in tree.css(_WHERE)[:_TEXTS]:
        for text in [below for below in nodes.walk(node, _TEXTS) if below.is_text_node]:
            written = text.text_content or ""
            if "\n" in written or "   " in written or "\t" in written:
                lines = tree.create_node("span")
                lines.inner_html = "".join(
                    as_table(part) if typed else _blocks([escape(row, quote=False) for row in rows(part)])
                    for typed, part in parts(written.split("\n"), heads)
                )
                nodes.replace(text, lines)


def _blocks(lines: Sequence[str]) -> str:
    """Lines between blank ones are a block, where there is more than one."""
    groups = ["<br>".join(group) for filled, group in groupby(lines, lambda line: bool(line.strip())) if filled]
    return "".join(f"<div>{group}</div>" for group in groups) if len(groups) > 1 else "<br>".join(lines)


def rows(lines: Sequence[str]) -> list[str]:
    """The lines of a preformatted text; where one leaves the first column to the line above, it says the same."""
    return [row for _, row in numbered(lines)]


def numbered(lines: Sequence[str]) -> list[tuple[int, str]]:
    """The same, each with the index of its first line: what only goes on with the one above has no row of its own."""
    found: list[tuple[int, str]] = []
    first, second = "", 0  # what stands in the first column, and where the second begins
    above = ""
    for index, line in enumerate(lines):
        row = columns(line)
        if _goes_on(line, above):
            found[-1] = found[-1][0], f"{found[-1][1]} | {row.strip()}"
            continue
        above = "" if line[:1].isspace() else line
        if second and line[:second].isspace() and _names_somebody(line, second):
            found.append((index, first + row.lstrip()))
            continue
        gap = (LEADER.search(line) or _GAP.search(line)) if not line[:1].isspace() else None
        first, second = ("", 0)
        if gap and _names_somebody(line, gap.end()):
            first, second = line[: gap.start()] + (" | " if gap.group().isspace() else ": "), gap.end()
        found.append((index, row))
    return found


def _goes_on(line: str, above: str) -> bool:
    """Whether a line has only another number for the person that the line above begins with, right below the first."""
    further = _FURTHER.match(line) if above else None
    gap = _GAP.search(above) if further else None
    if further is None or gap is None or not (further[1] is None or classify(further[1])[0] is Word.KIND):
        return False
    column = above[further.end() - 1 : further.end() + 1]
    return column[:1] == " " and column[1:].strip() != "" and is_person(above[: gap.start()])


def _names_somebody(line: str, at: int) -> bool:
    """Whether a column begins with somebody there, and others follow: `Eva Muster      07123 940-12`."""
    gap = _GAP.search(line, at)
    return gap is not None and is_person(line[at : gap.start()])


def columns(line: str) -> str:
    """A line of preformatted text with a bar between its columns; a ruler between rows is none."""
    if _RULER.match(line):
        return ""
    line = _DOT.sub(": ", announced(_NOTHING.sub("", line) if "  " in line else line))
    return _GAP.sub(" | ", line) if "   " in line or "\t" in line else line
