"""Telephone numbers that a spreadsheet took for numbers: the leading zero is gone, sometimes the digits too.

A zero is put back only where length and area code prove it: a mobile prefix, a length that no local number has, or an
area code that stands elsewhere in the same list. Everything else stays a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.model import Step

_EXPONENT = re.compile(r"^\s*\d(?:[.,]\d+)?E\+?\d{1,3}\s*$", re.IGNORECASE)
_FRACTION = re.compile(r"^\s*\d+,\d+\s*$")
#: From this many digits on (without the zero) no local number is as long.
_LONG = 10
#: Longer than this (without the zero) no local number is where area codes have four digits and more.
_LOCAL = 8
#: Shorter than this a number is a local one or a Durchwahl.
_SHORT = 8
#: Longer than this (without the zero) no German number is; with 49 in front it was written internationally.
_LONGEST = 11
#: `176 04069014`: who parts a number did not lose its zero to the spreadsheet, but there is one.
_MOBILE_PARTED = re.compile(r"1(?:5\d{1,2}|6[023]|7\d)\s?[ /-]\s?\d{7,8}")
_PARTED = re.compile(r"[ /-]")
_MOBILE = re.compile(r"1(?:5\d{9}|6[023]\d{7,8}|7\d{8,9})")


@dataclass(frozen=True, slots=True)
class Restored:
    """A text that a telephone parser may read, the step that led to it, or why there is none."""

    text: str
    step: Step | None = None
    problem: str | None = None  # a finding's code


def restore(text: str, codes: frozenset[str]) -> Restored:
    """What a cell with nothing but digits meant. `codes` are area codes (`07161`) known from the same list."""
    if _EXPONENT.match(text):
        return Restored("", problem="digits_lost")
    if _FRACTION.match(text) and len(text.strip()) > 5:
        return Restored("", problem="digits_lost")
    digits = _PARTED.sub("", text.strip()) if _MOBILE_PARTED.fullmatch(text.strip()) else text.strip()
    if not digits.isdigit() or not digits.isascii() or digits.startswith("0") or len(digits) < _SHORT:
        return Restored(text)
    plus = _valid("+" + digits) if digits.startswith("49") and len(digits) > 9 else None
    if plus and len(digits) == 10:
        plus = plus if plus in codes else None  # `04951 411234` rather than `+49 5141 1234`, unless the list says so
    zero = _valid("+49" + digits) if len(digits) <= _LONGEST else None
    if plus and not zero:
        return Restored("+" + digits, Step("plus_restored", digits, "+" + digits))
    if zero and not plus and _proven(digits, zero, codes):
        return Restored("0" + digits, Step("zero_restored", digits, "0" + digits))
    return Restored("", problem="zero_unproven")


#: `8245/53-22`: an area code without its zero before the slash.
_CODE_PARTED = re.compile(r"\s*([2-9]\d{2,3})\s?/\s?\d[\d ]*(?:-\s?\d+)?\s*")


def restore_parted(text: str, codes: frozenset[str]) -> Restored | None:
    """What a cell meant that somebody typed without the zero, as others of its list have it: proven like those.

    Where an area code is announced these are local digits.
    """
    parted = _CODE_PARTED.fullmatch(text)
    digits = "".join(filter(str.isdigit, text))
    if not parted or (len(digits) == 2 * len(parted[1]) and "-" not in text):
        return None  # `7162/7163` may be two numbers
    zero = _valid("+49" + digits) if _SHORT <= len(digits) <= _LONGEST else None
    if zero != "0" + parted[1] or not _proven(digits, zero, codes):
        return None
    return Restored("0" + text.strip(), Step("zero_restored", text.strip(), "0" + text.strip()))


def _proven(digits: str, code: str, codes: frozenset[str]) -> bool:
    if digits.startswith(("15", "16", "17")):
        return bool(_MOBILE.fullmatch(digits))
    near = 3 if len(digits) > _LOCAL else 4  # `0711` among `07141`, `07154`: no local number is that long there
    return len(digits) >= _LONG or code in codes or any(code[:near] == known[:near] for known in codes)


def _valid(e164: str) -> str | None:
    """The area or mobile code (`07161`) of a number that exists, None for one that cannot."""
    import phonenumbers

    from pipeline.display import split_area

    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number) or number.country_code != 49:
        return None
    kind = phonenumbers.number_type(number)
    if kind not in (phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.MOBILE):
        return None
    code = split_area(e164)[0]
    return code if len(code) > 2 else None


_CODE = re.compile(r"(?<!\d)(?:0|\+49[ ]?\(?0?\)?[ ]?|\+49[ ]?)([1-9]\d{1,4})(?=\s*[/ )–-]|\s?$)")


def area_codes(texts: Iterable[str], district: str | None) -> frozenset[str]:
    """Area codes that are written out in a list (`07161 …`), the district's, and those of numbers that they prove."""
    texts = [text.strip() for text in texts]
    found = {district} if district else set()
    for text in texts:
        found.update("0" + match[1] for match in _CODE.finditer(text[:200]))
        found.update(_code_without_zero(text, _LONG))
    written, whole = frozenset(found), _are_whole(texts)
    nine = (text for text in texts if len(text) == _LOCAL + 1 and text.isdigit())
    proven = (text for text in nine if whole or restore(text, written).step)
    return written.union(*(_code_without_zero(text, _LOCAL + 1) for text in proven))


def _are_whole(texts: Iterable[str]) -> bool:
    """Whether a list has its area codes in every cell of bare digits: most are too long without, none is short."""
    bare = [text for text in texts if text.isdigit()]
    long = [text for text in bare if _code_without_zero(text, _LONG)]
    lines = [text for text in bare if not _MOBILE.fullmatch(text)]
    return len(long) > 1 and len(long) * 2 > len(lines) and all(len(text) > _LOCAL for text in bare)


def _code_without_zero(digits: str, least: int) -> set[str]:
    """The area code of so many digits that only the zero is missing."""
    if not (digits.isdigit() and digits.isascii() and least <= len(digits) < 13) or digits[0] in "01":
        return set()
    code = _valid("+49" + digits)
    return {code} if code else set()


def restore_code(text: str) -> tuple[str, Step | None]:
    """An area code from a column of its own, with the zero that belongs there."""
    digits = re.sub(r"[\s()/-]", "", text)
    if digits.startswith(("+49", "0049")):
        digits = "0" + digits.removeprefix("+49").removeprefix("0049").lstrip("0")
    if digits.isdigit() and not digits.startswith("0") and 2 <= len(digits) <= 5:
        return "0" + digits, Step("zero_restored", text, "0" + digits)
    return digits, None
