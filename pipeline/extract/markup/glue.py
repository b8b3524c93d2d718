"""Texts as a browser shows them, and which texts that touch at the border of an element are two words all the same."""

from __future__ import annotations

import re

from pipeline.transform.text import clean, is_clean

_BLANKS = re.compile(r"[ \t\n\r\f\v\x00]+")
_INITIAL = re.compile(r"(?<!\w)(?:[A-ZÄÖÜ]|Dr|Prof|Dipl|St)\.$")
_ADDRESS_AHEAD = re.compile(r"\S{0,40}?(?:@|\[at\]|\(at\))", re.IGNORECASE)


def are_two_words(before: str, piece: str, edge: str) -> bool:
    """Whether two texts that touch at the border of an element are two words all the same."""
    last, first = before[-1], piece[0]
    if first.isupper():
        if last == ".":
            return bool(_INITIAL.search(before[-5:])) and not _ADDRESS_AHEAD.match(piece)
        return edge != "wbr" and (last.islower() or last.isdigit()) and len(piece) > 1
    if first.isdigit() or first == "(":
        return last.isdigit() or last == ":" or (last.islower() and len(before) > 1 and edge != "wbr")
    if first == "+":
        return last.islower() and len(before) > 1 and edge != "wbr" and piece[1:2].isdigit()
    return last == ":" and edge != "wbr" and first.isalpha()


def tidy(text: str) -> str:
    """A text as it is shown: runs of blanks are one, what draws nothing is gone."""
    if is_clean(text):
        return text
    if text.isascii():
        return _BLANKS.sub(" ", text)
    lead = " " if text[0].isspace() else ""
    tail = " " if text[-1].isspace() else ""
    middle = clean(text)
    return f"{lead}{middle}{tail}" if middle else lead
