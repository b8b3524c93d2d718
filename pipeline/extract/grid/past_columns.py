"""Columns of what was or will be: `Tel. alt`, `Vorgänger/in`."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.transform.text import fold

#: A day, or a year.
DATE = re.compile(r"\b\d{1,2}\.\s?\d{1,2}\.(?:\s?(?:20)?\d\d\b)?|\b(?:\d{1,2}/)?20\d\d\b")
_NOT_TODAY = re.compile(
    r"\b(?:alt|alte[rs]?|bisher(?:ige[rs]?)?|frueher(?:e[rs]?)?|ehemalige?[rs]?|ehemals|vormals|vorherige[rs]?|vorher|zuvor|damalige?[rs]?|veraltet|abgeschaltet|stillgelegt|inaktiv|"
    r"ungueltig|vorgaenger(?:in)?|nachfolger(?:in)?|nachfolge|kuenftige?[rs]?|zukuenftige?[rs]?)\b"
)
_UNTIL_YEAR = re.compile(r"\bbis (?:Ende )?20\d\d\b", re.IGNORECASE)
_FROM = re.compile(rf"\bab (?:dem )?(?:{DATE.pattern})", re.IGNORECASE)


@lru_cache(maxsize=1024)
def not_today(text: str) -> bool:
    """True for a column of what was or will be: `Tel. alt`, `Vorgänger/in`, `Telefon ab 01.01.2027`."""
    return bool(_NOT_TODAY.search(fold(text)) or _UNTIL_YEAR.search(text) or _FROM.search(text))


#: `(ab 01.02.)`, as it stands behind what will be new.
_FROM_BEHIND = re.compile(rf"(?<![\s(,–-])[\s(,–-]*{_FROM.pattern}[)\s]*$", re.IGNORECASE)
_NEW = re.compile(r"\bneu(?:e[rs]?)?\b", re.IGNORECASE)


def new_without_day(text: str) -> str:
    """`Tel. neu` of `Tel. neu (ab 01.02.)`; nothing where a heading does not speak of what is new from a day on."""
    bare = _FROM_BEHIND.sub("", text)
    return bare if bare != text and _NEW.search(bare) and not not_today(bare) else ""
