"""Names of people that are no people: `Haus Martin Luther`, `Anna Muster Stiftung`, `Max Muster GmbH`."""

from __future__ import annotations

import re

from pipeline.transform.name_words import is_surname, last_part
from pipeline.transform.vocabulary import words

#: Words before a name, and endings of such words, that make it the name of a house, a street or a school.
_BEFORE = words(
    "st sankt haus villa hotel kirche schule platz cafe heim saal stiftung kita kindergarten apotheke firma"
)
_BEFORE_ENDINGS = (
    "haus",
    "schule",
    "kirche",
    "zentrum",
    "heim",
    "gymnasium",
    "platz",
    "strasse",
    "stiftung",
    "preis",
    "treff",
    "treffpunkt",
    "buecherei",
    "bibliothek",
)
#: The same behind a name.
_BEHIND = words("ag gmbh kg ohg gbr ug ev see park fest grill bad network collection allee weg hospital e")
_BEHIND_ENDINGS = (
    *_BEFORE_ENDINGS,
    *("saal", "halle", "kita", "weg", "allee", "str", "apotheke", "praxis", "kindergarten", "buecherei", "gemeinde"),
    *("institut", "center", "centren", "universitaet", "hospital", "verlag"),
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.? $")
_WORD_BEHIND = re.compile(r"[ -]([^\W\d_]+)")


def is_namesake(line: str, start: int, end: int) -> bool:
    """True where the name at `start` to `end` only is that of a house, a street, a school or a company."""
    before = _WORD_BEFORE.search(line[max(0, start - 40) : start])
    if before:
        word = last_part(before.group(1))
        if word in _BEFORE or word.endswith(_BEFORE_ENDINGS):
            return True
    behind = _WORD_BEHIND.match(line, end)
    if behind and _names_a_thing(behind.group(1)):
        return True
    parts = line[start:end].split(" ")
    return len(parts) > 2 and _names_a_thing(parts[-1])


def _names_a_thing(word: str) -> bool:
    key = last_part(word)
    return (key in _BEHIND or key.endswith(_BEHIND_ENDINGS)) and not is_surname(word)
