"""Texts that are a given name and a family name in the usual way, `Eva Muster`: most lines with a name are.

They are read here without asking what else they might be, in a tenth of the time that `names` takes;
`tests/transform/test_name_plain.py` holds that both say the same. Whatever is unusual is nothing for this module.
"""

from __future__ import annotations

import re

from pipeline.model import PersonName
from pipeline.transform.name import FoundName
from pipeline.transform.name_opening import may_open
from pipeline.transform.name_parts import is_ordinary
from pipeline.transform.name_words import is_given, is_noble

_WORD = r"[A-ZÄÖÜ][a-zäöüß]{1,20}(?:-[A-ZÄÖÜ][a-zäöüß]{1,20})?"
_PLAIN = re.compile(rf"({_WORD}) ({_WORD})")


def plain_name(text: str) -> FoundName | None:
    """The person that such a text names; None for all others."""
    match = _PLAIN.fullmatch(text)
    if match is None or not is_given(match[1]):
        return None
    given, family = match.groups()
    if not (is_ordinary(given) and is_ordinary(family)) or is_noble(given) or may_open(text, 0):
        return None
    return FoundName(PersonName(family, given), 0, len(text))
