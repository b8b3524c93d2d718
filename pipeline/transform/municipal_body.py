"""Municipal bodies by the word for their kind: `Stadt Husum`, `Amt Südtondern`, `VG Thalfang`, `Flecken Aerzen`.

`Amt` is one only before a name: `Amt für Soziales` and `Amt Jugend` are parts of one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.transform.municipal_kinds import ASSOCIATION, MUNICIPALITY, PART, SHORT
from pipeline.transform.name_words import is_abstract
from pipeline.transform.names import find_names
from pipeline.transform.text import clean, fold
from pipeline.transform.vocabulary import vocabulary, words

_KIND = rf"{MUNICIPALITY}|{ASSOCIATION}|{PART}|{SHORT}|Gde\.|Gem\.|Amt"
_NAME = re.compile(rf"(?:{_KIND})(?: der| von)? (?P<name>[A-ZÄÖÜ].*)")
_WORD = re.compile(r"[(\[]?[A-ZÄÖÜ][\w./-]*[)\]]?|[a-zäöü]{1,5}\.?|(?:[a-zäöü]\.)+(?:[A-ZÄÖÜ][A-Za-zäöüß]*\.?)?")
_MOST_WORDS = 6
#: What an office does, and what leads it: `Amt für Soziales`.
_MATTERS = words("fuer und mit zur zum soziales zentrales")


@lru_cache(maxsize=4096)
def is_municipal_body(text: str) -> bool:
    """True for the word for a kind of municipality and its name, and nothing more."""
    found = _NAME.fullmatch(clean(text).strip(" ,;:"))
    names = found["name"].split(" ") if found else []
    return 0 < len(names) <= _MOST_WORDS and all(map(_is_part, names))


def _is_part(word: str) -> bool:
    """Whether a word can be a part of a name of a place (`Kirchspielslandgemeinden Eider`): no matter and no office."""
    folded = fold(word)
    office = folded in vocabulary("offices") and not folded.endswith("landgemeinden")
    matter = folded in _MATTERS or folded in vocabulary("topics") or is_abstract(word)
    return _WORD.fullmatch(word) is not None and not office and not matter


_PART = re.compile(rf"(?:{PART}) ")


def body_name(text: str) -> str | None:
    """What a municipal body is called: `Obere Aller` of `Verbandsgemeinde Obere Aller`; a part of one is none."""
    if _PART.match(text) or not is_municipal_body(text) or find_names(text):
        return None
    found = _NAME.fullmatch(clean(text).strip(" ,;:"))
    return found["name"] if found else None


_SHORT = re.compile(rf"(?:Amt|{SHORT}) ")


def is_association(text: str) -> bool:
    """True for a body whose short word tells it from another of the same name: `VG Thalfang`."""
    return _SHORT.match(text) is not None and is_municipal_body(text)
