"""Texts as a browser shows them, and which texts that touch at the border of an element are two words all the same."""

from __future__ import annotations

import re
from typing import Literal

from pipeline.transform.online import USUAL, ending_rank
from pipeline.transform.text import clean, is_clean

#: Whose ends are known: what touches there are values of their own.
Edge = Literal["", "edge", "wbr", "strong", "field", "link"]
_BLANKS = re.compile(r"[ \t\n\r\f\v\x00]+")
_INITIAL = re.compile(r"(?<!\w)(?:[A-ZÄÖÜ]|Dr|Prof|Dipl|St)\.$")
_ADDRESS_AHEAD = re.compile(r"\S{0,40}?(?:@|\[at\]|\(at\))", re.IGNORECASE)
#: A number that stands for itself, and not in a word like `kita24`.
_NUMBER = re.compile(r"(?:^|[\s:/(])[\d/()+–-]*\d$")
_WORD_AHEAD = re.compile(r"[^\W\d_](?:[\w.-]{3}|\S*@)")
_MAIL_BEHIND = re.compile(r"@[\w.-]+\.[a-z]{2,}$")
_LABEL_BEHIND = re.compile(r"(?:^|[\s,;|])(?:E-?)?Mail$", re.IGNORECASE)
_NOUN = re.compile(r"(?:^|[\s:])[A-ZÄÖÜ][a-zäöüß-]{3,}$")
#: `Buchstaben L - Z`, `Team 3`; a large initial stands alone.
_ENDS_IN_SIGN = re.compile(r"\w[ –-]+[A-ZÄÖÜ]$|[^\W\d_] \d{1,2}$")
#: A number or a label that runs into an address behind it, in one text.
_RUN_INTO = re.compile(
    r"(?P<number>(?<!\w)(?:\(?(?:\+|0)[\d /()–-]{3,30}\d|E-?Mail))"
    r"(?=[a-z][\w.+-]{0,60}(?:@|[\[(](?:at|@)[\])]))"
)


def are_two_words(before: str, piece: str, edge: Edge) -> bool:
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


def are_two_values(tail: str, piece: str, edge: Edge) -> bool:
    """Whether a number, an address or a whole field has ended before `piece`: `81 - 240` + `l.muster@…`.

    Letters that touch letters are one word else: offices' editors cut words into pieces, and so do those who hide an
    address.
    """
    if not (tail[-1].isalnum() and piece[0].isalnum()) or edge == "wbr" or len(piece) < 2:
        return False
    if piece[0].isalpha() and _NUMBER.search(tail) and _WORD_AHEAD.match(piece):
        return True
    if _LABEL_BEHIND.search(tail) or (_ends_mail(tail) and _WORD_AHEAD.match(piece)):
        return True
    token = tail.rpartition(" ")[2]
    if edge == "link":
        return "@" in piece or "@" in token
    return edge == "field" and _NOUN.search(tail) is not None


def _ends_mail(tail: str) -> bool:
    """Whether a mail address is complete: `…@stadt.es` may go on as `…@stadt.esslingen.de`, so the ending is usual."""
    return _MAIL_BEHIND.search(tail) is not None and ending_rank(tail) == USUAL


def are_lines(before: str, piece: str, edge: Edge) -> bool:
    """Whether texts that touch are lines: one is in bold, or elements of two classes hold several words and a word."""
    if edge == "strong":
        ended = before[-1].islower() or before[-1] in ")./" or _ENDS_IN_SIGN.search(before) is not None
        return ended and piece[0].isupper() and len(piece) > 3
    return edge == "field" and before[-1].isalnum() and piece[0].isalnum() and " " in before.strip() and len(piece) > 2


def apart(text: str) -> str:
    """A text with a blank where a number or a label runs into an address: no digit of it is part of a mailbox."""
    if "@" in text or "(at)" in text or "[at]" in text:
        return _RUN_INTO.sub(r"\g<number> ", text)
    return text


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
