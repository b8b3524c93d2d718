"""Labels that are left in a cell once the values behind them are taken: `T`, `Mail`, `Funk` are nobody's name."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.grid.headings import meanings
from pipeline.transform.phone_words import Word, classify
from pipeline.transform.text import fold
from pipeline.transform.vocabulary import words

#: Where a value stood, only blanks are left; none is shorter.
_GAP = re.compile(r"\s{5,}")
_LONE = frozenset("temfpdwhgTEMFPDWHG@")
_SIGNS = ".:,;()|·/–-•✉📧🌐"
_KINDS = (Word.KIND, Word.EXTENSION, Word.JOIN)
_REACHED = frozenset({"phone", "mobile", "fax", "extension", "email", "url", "contact"})
_USE = words("dienstlich privat dienstl priv gesch geschaeftlich direkt el elektr nr nummer")


def without_labels(line: str) -> str:
    """The line without the words that only say what kind of value stood behind them."""
    if not _GAP.search(line):
        return line
    *before, last = _GAP.split(line)
    return "  ".join([*map(_shortened, before), "" if only_labels(last) else last])


def _shortened(part: str) -> str:
    left = part.split()
    while left and _is_label(left[-1]):
        left.pop()
    return " ".join(left)


def only_labels(part: str) -> bool:
    """Whether a text only says what kind of value stands behind it."""
    return all(map(_is_label, part.split()))


@lru_cache(maxsize=2048)
def _is_label(word: str) -> bool:
    bare = word.strip(_SIGNS)
    if len(bare) < 2:
        return not bare or bare in _LONE or not bare.isalnum()
    return classify(bare)[0] in _KINDS or fold(bare) in _USE or meanings(bare)[:1] in {(each,) for each in _REACHED}
