"""Family names that end with an estate: `Droste zu Vischering`, `Meyer zu Holte`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.transform.name_words import is_given, is_matter
from pipeline.transform.text import fold
from pipeline.transform.vocabulary import words as listed

#: The last word of a text, with its article.
LAST = re.compile(r" (?:der |dem |den )?[A-ZÄÖÜ][^\W\d_]+(?:-[^\W\d_]+)?$")
#: Who had a farm, and was told from others by its name: `Meyer zu Holte`, `Schulte zu Sodingen`.
_FARMERS = listed("meyer meier meir maier schulte schulze vogt droste kolon brinkmann")
#: `Eva Meyer zu Gast`, `Tom Meier zu Wort`.
_NO_ESTATE = listed("gast besuch hause haus wort ende beginn anfang tisch fuss pferd rad asyl")


def is_of_estate(words: Sequence[str], behind: str, told: bool) -> bool:
    """`Eva Droste zu Vischering`: one word that is no matter of the work ends a whole name.

    Where nothing has `told` that a name stands there, it has to be one that goes on so.
    """
    estate = LAST.fullmatch(behind)
    if estate is None or not words or is_matter(behind.strip()) or (len(words) > 1 and not is_given(words[0])):
        return False
    return (told and len(words) > 1) or (fold(words[-1]) in _FARMERS and fold(behind) not in _NO_ESTATE)
