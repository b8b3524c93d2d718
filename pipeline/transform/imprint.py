"""The imprint of a text: enough to say later whether words stood in it, and nothing that could be read.

Every different word is kept as 16 bits of its CRC-32, so a text of 3,000 words takes 8 KB and a word that was not in it
is taken for one of them in 1 of 20 cases.
"""

from __future__ import annotations

import base64
import zlib
from array import array
from functools import lru_cache

from pipeline.transform.text import fold


def imprint(folded: str) -> str:
    """The imprint of a text that is folded already."""
    return base64.b64encode(array("H", sorted(set(map(_mark, folded.split())))).tobytes()).decode()


def stood(text: str, imprinted: str) -> bool:
    """Whether all words of `text` were in the text with this imprint."""
    return {_mark(word) for word in fold(text).split()} <= _marks(imprinted)


def _mark(word: str) -> int:
    return zlib.crc32(word.encode()) & 0xFFFF


@lru_cache(maxsize=64)
def _marks(imprinted: str) -> frozenset[int]:
    return frozenset(array("H", base64.b64decode(imprinted)))
