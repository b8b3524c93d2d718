"""Adjectives with which begins what an office is called: `Bischöfliches Ordinariat`, `Jüdischer Kulturbund`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.transform.name_words import is_given, is_like_surname

_ADJECTIVE = re.compile(
    r"[^\W\d_]{3,}(?:isch|[^\W\d_]{2}lich|[^\W\d_]{2}(?:n|i|ozi)al|iell|tiv|iert)e[rsnm]?", re.IGNORECASE
)
#: `Grünes Klassenzimmer`: so ends no given name that no list knows.
_NEUTER = re.compile(r"[^\W\d_]{3,}es")


def calls_house(words: Sequence[str]) -> bool:
    """True for words of which the first is such an adjective; `Fernandes Maria`, `Hermes Kaufmann` are somebody."""
    if len(words) < 2 or is_given(words[-1]) or is_given(words[0]):
        return False
    last = words[0].replace("‐", "-").rpartition("-")[2]
    neuter = _NEUTER.fullmatch(last) is not None and not is_like_surname(words[-1])
    return neuter or _ADJECTIVE.fullmatch(last) is not None
