"""Area codes that a title or a note says for all numbers without one: `Vorwahl, wenn nicht anders angegeben: 08561`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.numbering import national

#: The word, and what may stand before its code; a sentence that ends there is about something else.
_SAYS = re.compile(
    r"(?:vorwahl|\bvorw\.|\bortsnetz(?:kennzahl)?|\bon-?(?:kennzahl|kz)\b)(?:(?![!?]|\.\s+[A-ZÄÖÜ])[^\d\n+]){0,70}",
    re.IGNORECASE,
)
#: A code alone, since with more digits behind it, it is the beginning of a number.
_CODE = re.compile(
    r"\(\s?(0(?:\s?\d){2,5})\s?\)|(?<![\d/-])(\+49\s?[1-9]\d{1,4}|0[1-9]\d{1,4})(?!\d|\)?\s?[-/–]?\s?\d)"
)


def said_codes(texts: Iterable[str]) -> frozenset[str]:
    """All area codes that such texts say; with two of them nobody knows whose numbers are in which area."""
    return frozenset(code for text in texts if (says := _SAYS.search(text)) for code in _codes(text, says))


def only_code(texts: Iterable[str]) -> str | None:
    """The one area code that they say."""
    codes = said_codes(texts)
    return next(iter(codes)) if len(codes) == 1 else None


def _codes(text: str, says: re.Match[str]) -> list[str]:
    if not _CODE.match(text, says.end()) and not _CODE.match(text, says.end() - 1):  # the bracket before it
        return []
    found = (national(code[1] or code[2]) for code in _CODE.finditer(text, says.start()))
    return [code for code in found if code]
