"""`Durchwahl Frau Mehari 17, Herr Kost 18`: one label for several people, each named beside a Durchwahl."""

from __future__ import annotations

import re

from pipeline.transform.phone_words import WORDS, Word, classify

_PERSON = r"(?:Frau|Herrn?) [^\W\d_][^\d,;:|/()]{1,40}?"
_JOINT = r"[\s,;/|+&).]{0,4}(?:(?:und|u\.|oder|sowie) )?"
#: `, Herr Kost ` before a figure; ` Frau Mehari, ` before one that has its own name behind it.
_NAME_BEFORE = re.compile(rf"{_JOINT}{_PERSON}[\s:(]{{1,3}}")
_NAME_BEHIND = re.compile(rf"\s{_PERSON}{_JOINT}")
_SOMEBODY = re.compile(r"\s(?:Frau|Herrn?)\b")
#: `17 (Frau Mehari), 18 (Herr Kost)`
_NAME_IN_BRACKETS = re.compile(rf"\s?\({_PERSON}\){_JOINT}")
#: `, Kost `: a name or a street, nobody knows.
_SOME_WORD = re.compile(rf"{_JOINT}[A-ZÄÖÜ][^\W\d_]+[\s:(]{{1,3}}")
_WORD = re.compile(r"\s?([^\W\d_]+)")
#: `Frau Mehari 17, Herr Kost 18`, all of a line: below `Durchwahl` that is theirs.
_LINE = re.compile(rf"(?:{_JOINT}{_PERSON}[\s:(]{{1,3}}\d{{2,4}}\)?){{1,9}}\s?", re.ASCII)
_SALUTATION = re.compile(r"\b(?:Frau|Herrn?)\b")
#: What stands between a figure and the one before it, or what divides them.
_LAST_WORDS = re.compile(r"[^\d;|]*$")
#: `siehe Aushang`, `s. Plan`: what follows is to be found there.
_REFERS = re.compile(r"\b(?:siehe|s\.|vgl\b|lt\b|laut|gem(?:\.|äß))", re.IGNORECASE)
#: Words that a name may hold.
_OF_NAMES = (Word.OTHER, Word.JOIN, Word.NEUTRAL)


def goes_on_by_name(gap: str, behind: str, label_is_extension: bool) -> bool:
    """Whether the name between two figures says that both are reached alike, `behind` being what follows the second."""
    if any(classify(word)[0] not in _OF_NAMES for word in WORDS.findall(gap) if word not in ";|"):
        return False
    if _NAME_BEHIND.fullmatch(gap) and _SOMEBODY.match(behind):
        return True
    return label_is_extension and _NAME_BEFORE.fullmatch(gap) is not None and not _counts(behind)


def may_go_on(before: str, gap: str, behind: str) -> bool:
    """`Durchwahl: Mehari 17, Kost 18`: a word stands before each of two figures, and may be a name.

    `17 (Frau Mehari), 18 (Herr Kost)` is no less certain, but whose it is does not show.
    """
    if _NAME_IN_BRACKETS.fullmatch(gap):
        return True
    if not _SOME_WORD.fullmatch(gap) or _counts(behind) or _SALUTATION.search(before):
        return False
    return all(_last_part(words) is Word.OTHER for words in (before, gap))


def is_of_remark(before: str, short: bool) -> bool:
    """Whether the words before a figure below `Telefon` take it for themselves: `siehe Aushang 12/3`.

    One so `short` that it would be a Durchwahl may count anything, unless they name whose number it is.
    """
    words = _LAST_WORDS.search(before)[0]  # type: ignore[index]
    if _SALUTATION.search(words):
        return False
    said = (classify(word)[0] for word in WORDS.findall(words))
    return _REFERS.search(words) is not None or (short and Word.OTHER in said)


def names_people(line: str) -> bool:
    """True for a line of people, each with a Durchwahl and nothing else."""
    return _LINE.fullmatch(line) is not None


def _counts(behind: str) -> bool:
    """Whether a figure has an ordinary word behind it: `18 Plätze`."""
    word = _WORD.match(behind)
    return word is not None and classify(word[1])[0] is Word.OTHER


def _last_part(words: str) -> Word | None:
    found = WORDS.findall(words)
    return classify(found[-1])[0] if found else None
