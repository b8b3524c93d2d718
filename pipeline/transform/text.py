"""Texts as people see them: what is invisible goes, blanks become one, and a key for comparing.

Every value the program publishes went through `clean`; `explain` still shows the text as it was written.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

#: Anything but letters, digits and signs that are already in their final form. Latin letters up to U+017F are NFC by
#: themselves; everything else is looked at one by one.
_DIRTY = re.compile(r"[^ -~¡-¬®-ſ‒-―‘-„•…€™]")

#: Characters that draw nothing although Unicode counts them as letters or marks: fillers, the combining grapheme
#: joiner, vowel signs that are inherent, variation selectors (UAX #44, Default_Ignorable_Code_Point).
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2065\u2800\u3164\uffa0") | {
    chr(code) for code in (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
}
_INVISIBLE = frozenset({"Cf", "Cc", "Cs", "Co", "Cn"})
_BLANKS = frozenset({"Zs", "Zl", "Zp"})
#: Hyphens that look like the one on every keyboard; `3&#8209;5` only keeps a line from breaking there.
_HYPHENS = frozenset("\u2010\u2011")
_CONTROL_BLANKS = frozenset("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85")

#: Letters that Unicode does not take apart and that people type without their stroke, in lower case.
_PLAIN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
    | {"ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "e"}
)
#: A reference to a character whose number Python would refuse to read.
_ENDLESS_REFERENCE = re.compile(r"&#\d{100,};?")
_PUNCTUATION = re.compile(r"[\W_]+")


def unescaped(text: str) -> str:
    """HTML's character references as characters; a number beyond all characters is none, as for browsers."""
    return html.unescape(_ENDLESS_REFERENCE.sub("\ufffd", text) if "&#" in text else text)


def _blank_or_nothing(char: str) -> str:
    """What one character becomes: itself, a blank, or nothing."""
    if char in _CONTROL_BLANKS:
        return " "
    if char in _HYPHENS:
        return "-"
    category = unicodedata.category(char)
    if category in _BLANKS:
        return " "
    return "" if category in _INVISIBLE or char in _BLANK_LETTERS else char


def is_clean(text: str) -> bool:
    """True for nearly every text: nothing in it for `clean` to change."""
    return not (_DIRTY.search(text) or "  " in text or text[:1] == " " or text[-1:] == " ")


def clean(text: str) -> str:
    """The visible text in Unicode's composed form (NFC): every run of blanks is one blank, none at the ends.

    A hyphen is a hyphen, whether a line may break behind it or not.

    Control, zero-width, direction-override, tag and private characters and the soft hyphen are removed.
    """
    if is_clean(text):
        return text
    visible = "".join(map(_blank_or_nothing, text))
    return " ".join(unicodedata.normalize("NFC", visible).split(" ")).strip() if "  " not in visible else _fold(visible)


def _fold(visible: str) -> str:
    """A text whose runs of blanks become one blank."""
    return " ".join(part for part in unicodedata.normalize("NFC", visible).split(" ") if part)


def hides(text: str) -> bool:
    """Whether something in a text draws nothing."""
    return _DIRTY.search(text) is not None and any(map(_draws_nothing, text))


def spelled_out(text: str) -> str:
    """A text in one line, with what draws nothing as its number: `0711<U+202E> 123`."""
    named = (f"<U+{ord(char):04X}>" if _draws_nothing(char) else char for char in text)
    return " ".join("".join(named).split())


def _draws_nothing(char: str) -> bool:
    return not _blank_or_nothing(char)


def clean_with_offsets(text: str) -> tuple[str, tuple[int, ...]]:
    """`clean`, and for each character of its result (and its end) the offset in `text` where it comes from."""
    if is_clean(text):
        return text, tuple(range(len(text) + 1))
    result: list[str] = []
    offsets: list[int] = []
    for start, cluster in _clusters(text):
        _append(result, offsets, unicodedata.normalize("NFC", cluster), start)
    if result and result[-1] == " ":
        result.pop()
        offsets.pop()
    return "".join(result), (*offsets, len(text))


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """What is seen of a text in pieces that normalisation may compose, each with the offset of its first character."""
    start, cluster = 0, ""
    for offset, char in enumerate(text):
        shown = _blank_or_nothing(char)
        if cluster and shown and not _composes(shown):
            yield start, cluster
            cluster = ""
        if shown:
            start, cluster = (start if cluster else offset), cluster + shown
    if cluster:
        yield start, cluster


def _composes(char: str) -> bool:
    """True for a character that may melt into the one before: a combining mark, a vowel or final of Hangul."""
    return "\u1160" <= char <= "\u11ff" or unicodedata.category(char).startswith("M")


def _append(result: list[str], offsets: list[int], piece: str, start: int) -> None:
    """Adds a piece, but no blank at the beginning or after a blank."""
    for char in piece:
        if char != " " or (result and result[-1] != " "):
            result.append(char)
            offsets.append(start)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """A key for comparing, never for showing: small letters, ä as ae, ß as ss, no accents, punctuation as a blank."""
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_PLAIN)
    if not lowered.isascii():
        split = unicodedata.normalize("NFKD", lowered)
        lowered = "".join(char for char in split if not unicodedata.combining(char)).translate(_PLAIN)
    return _PUNCTUATION.sub(" ", lowered).strip()


#: In a domain these say nothing of whose it is: `@landkreis-celle.example`.
_IN_EVERY_DOMAIN = frozenset(
    ("stadt", "kreis", "landkreis", "gemeinde", "markt", "verein", "kirche", "land", "haus", "info", "mail", "online")
)


def in_domain(text: str, mail: str) -> bool:
    """Whether a word of a text stands in the domain of a mail address: `Stadt Celle` in `…@celle.example`."""
    words, domain = fold(text).split(), fold(mail.rpartition("@")[2]).replace(" ", "")
    telling = (word for word in words if len(word) > 3 and word not in _IN_EVERY_DOMAIN)
    return 0 < len(words) < 6 and any(word in domain for word in telling)
