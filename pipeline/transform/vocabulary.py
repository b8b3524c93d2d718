"""Lists of words that the package ships under `data/`, read once and only when somebody asks.

A list is a text of folded words (`text.fold`) between blanks; a line that begins with `#` is a comment; `-x` stands for
every word that ends in x.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Whole words, and word endings by their length so that a look-up is a few set look-ups."""

    words: frozenset[str]
    endings: frozenset[str]
    lengths: tuple[int, ...]

    def __contains__(self, folded: str) -> bool:
        """True when the folded word is listed or ends as one of the endings."""
        return folded in self.words or any(folded[-length:] in self.endings for length in self.lengths)


@lru_cache
def vocabulary(name: str) -> Vocabulary:
    """The list `data/NAME.txt`."""
    lines = (_DATA / f"{name}.txt").read_text("utf-8").splitlines()
    entries = " ".join(line for line in lines if not line.startswith("#")).split()
    endings = frozenset(entry[1:] for entry in entries if entry.startswith("-"))
    words = frozenset(entry for entry in entries if not entry.startswith("-"))
    return Vocabulary(words, endings, tuple(sorted({len(ending) for ending in endings}, reverse=True)))


def words(text: str) -> frozenset[str]:
    """A short list of words, written as a text."""
    return frozenset(text.split())
