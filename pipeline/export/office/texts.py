"""Texts of cells as a workbook keeps them (`si` and `is`, §18.4.8): what they show, and one word of them replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.export.office.xml import Element, cell_text, elements, plain, spliced, with_attribute

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NAMES = ("t", "r", "rPh", "strike")


@dataclass(frozen=True, slots=True)
class Piece:
    """One `t` with its place; `struck` if its run is struck out."""

    element: Element
    text: str
    struck: bool


def pieces(item: bytes) -> tuple[Piece, ...]:
    """The texts of one item without phonetic hints."""
    found = elements(item, _NAMES)
    hints = [each for each in found if each.name == "rPh"]
    runs = [each for each in found if each.name == "r"]
    strikes = [e for e in found if e.name == "strike" and e.attributes.get("val", "1") not in ("0", "false")]
    struck = [run for run in runs if any(run.start < strike.start < run.end for strike in strikes)]
    return tuple(
        Piece(each, _inner(item, each), _within(each, struck))
        for each in found
        if each.name == "t" and not _within(each, hints)
    )


def _within(inner: Element, outer: list[Element]) -> bool:
    return any(each.start < inner.start < each.end for each in outer)


def _inner(item: bytes, element: Element) -> str:
    if element.end == element.opened:
        return ""
    return plain(item[element.opened : item.rindex(b"</", element.opened, element.end)])


def shown(item: bytes) -> str:
    """What the cell says, without what is struck out in it."""
    text = "".join(piece.text for piece in pieces(item) if not piece.struck)
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def replaced(item: bytes, old: str, new: str) -> bytes | None:
    """The item with `new` for `old`, every run as it was; None unless `old` stands in exactly one run, once."""
    hits = [piece for piece in pieces(item) if not piece.struck and old in piece.text]
    if len(hits) != 1 or hits[0].text.count(old) != 1:
        return None
    before, _, after = hits[0].text.partition(old)
    element = hits[0].element
    tag = with_attribute(item[element.start : element.opened], "xml:space", "preserve")
    text = _kept(before) + cell_text(new) + _kept(after)
    end = f"</{element.tag}>".encode()
    return spliced(item, [(element.start, element.end, tag + text.encode() + end)])


def _kept(text: str) -> str:
    """What stays of a text: what is escaped in it stays escaped."""
    return "".join(part if _ESCAPED.fullmatch(part) else cell_text(part) for part in _parts(text))


def _parts(text: str) -> Iterator[str]:
    at = 0
    for found in _ESCAPED.finditer(text):
        yield text[at : found.start()]
        yield found[0]
        at = found.end()
    yield text[at:]


def item_of(text: str, prefix: str) -> bytes:
    """A text without runs as the content of a cell."""
    return f'<{prefix}is><{prefix}t xml:space="preserve">{cell_text(text)}</{prefix}t></{prefix}is>'.encode()
