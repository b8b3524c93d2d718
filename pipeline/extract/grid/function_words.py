"""Headings that say what the people below them are or do: `Integrationsbeauftragte/r`, `Leitung`."""

from __future__ import annotations

import re

from pipeline.extract.grid.heading_words import PERSON, WEAK_WORDS
from pipeline.transform.name_words import in_roles
from pipeline.transform.text import fold

_ROLE_WORD = re.compile(
    r"\w*(?:beauftragten?|beauftragter|lotsin|lotse|obmann|obfrau|landraetin|"
    r"(?:manager|koordinator|leiter|berater|meister|vorsteher|sprecher|wart|kommandant|praesident|direktor|rektor|dezernent|"
    r"geschaeftsfuehrer|landrat)(?:in)?)"
)
_WORK_WORD = re.compile(r"\w*(?:leitung|management|koordination|begleitung|betreuung|[a-z]{4}arbeit)")
#: How offices write that a function may be a woman's or a man's: then it is a heading, else it is what somebody is.
NEUTRAL = re.compile(r"(?<=\w)\s?(?:[/*:_]-?(?:in|innen|r|n|frau)\b|\((?:in|innen|r|n|-in)\)|In\b|Innen\b)|:$")


def is_role_word(word: str) -> bool:
    """True for what somebody is or does, as one word of a heading."""
    return in_roles(word) or (_ROLE_WORD.fullmatch(word) or _WORK_WORD.fullmatch(word)) is not None


def states_role(text: str) -> bool:
    """True where a heading above names says their function: `Integrationsbeauftragte/r`."""
    words = fold(text).split()
    if words[:1] in (["name"], ["namen"]):
        return False
    if any(_ROLE_WORD.fullmatch(word) for word in words):
        return True
    known = not words or words[0] in WEAK_WORDS or words[0].endswith(tuple(PERSON))
    return not known and bool(NEUTRAL.search(text)) and in_roles(words[0])


def states_work(text: str) -> bool:
    """True where a heading says what is done, not who does it: `Leitung`, `Flüchtlingskoordination`."""
    return any(_WORK_WORD.fullmatch(word) for word in fold(text).split())
