"""Whether a lone T, F or M says what kind a number is, or is a letter of something else: `(A - F)`, `Haus F`.

Offices share their work out by the alphabet and name their houses by letters; a fax number made of such a letter would
be a wrong one.
"""

from __future__ import annotations

import re

#: A letter of the alphabet as lists of names are cut: `Sch`, `St`.
_LETTER = r"[A-ZÄÖÜ](?:ch|t|p)?"
#: `A -`, `D bis`, `E und` before a letter. Labels may stand in such a row (`T/F`), but not in the order of letters.
_ROW_BEFORE = re.compile(rf"(?<!\w)({_LETTER})\s?([-–]|bis|,|/|\+|&|und|u\.)\s?$")
_ROW_BEHIND = re.compile(rf"\s?(?:[-–]|bis)\s?({_LETTER})(?!\w)")
#: What is called by a letter.
_CALLED = re.compile(
    r"(?:[Bb]uchstaben?|(?:Nach|Familien)namen?|Haus|Block|Bau|Gebäude|Gebäudeteil|Trakt|Flügel|Halle|Eingang|Aufgang|"
    r"Raum|Zimmer|Gruppe|Team|Klasse|Zone)\s$"
)
#: Between a letter and the label behind it, where they are no pair of labels: `T/Fax` is one, `(F) Tel.` is not.
_NO_PAIR = re.compile(r"[\s).,:;–-]*$")
_LABELS = "TFM"


def is_other_letter(gap: str, start: int, end: int) -> bool:
    """Whether the letter at `start` of the words before a number is no label."""
    letter = gap[start:end].strip(".").upper()
    before, behind = _ROW_BEFORE.search(gap[:start]), _ROW_BEHIND.match(gap, end)
    if before and (before[1] not in _LABELS or _is_range(before[1], before[2], letter)):
        return True
    if behind and _is_range(letter, "-", behind[1]):
        return True
    return _CALLED.search(gap[:start]) is not None


def are_no_pair(between: str) -> bool:
    """Whether nothing joins a lone letter to the written-out label behind it, so that the letter is none."""
    return _NO_PAIR.match(between) is not None


def _is_range(first: str, sign: str, last: str) -> bool:
    return sign in ("-", "–", "bis") and first < last
