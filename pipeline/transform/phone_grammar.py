"""Whole numbers out of groups of digits: where the area code ends, where the Durchwahl begins, where the next starts.

The digits decide what a number is (the numbering plan knows every area code), the signs between them decide what they
mean: the hyphen after the area code divides, the next one is the Durchwahl's, a slash behind the number begins another.
What is not certain is a `Problem`, never a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline import numbering
from pipeline.model import Step
from pipeline.transform.phone_text import Part

#: Between area code and number any of these may stand.
_AREA_SEPS = frozenset({"", ".", "/", "-", ")", ")/", ")-", "/-", "./", ".-", "--", "-/", "//"})
DASHES = frozenset({"-", "--"})
#: So many groups ahead are looked at to see whether another number begins.
_FORESIGHT = 6
#: Countries whose offices write a Durchwahl behind a hyphen as ours do.
_DIRECT_DIALLING = ("+43", "+41", "+423", "+39", "+352")


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number. `local` are the digits behind the area code, `last` the last group of them as written."""

    e164: str
    start: int
    end: int
    extension: str | None = None
    area: str | None = None
    local: str = ""
    last: str = ""
    groups: int = 1
    steps: tuple[Step, ...] = ()

    @property
    def stem(self) -> str | None:
        """What stands before the hyphen, None where no Durchwahl shows."""
        return self.e164[: -len(self.extension)] if self.extension else None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why groups of digits are no number: a finding's code. `area` is an area code that stands alone.

    `lent` is the area code of a number that is not understood: what follows without one is from there, and `stem` what
    it has before the hyphen.
    """

    code: str
    end: int
    area: str | None = None
    lent: str | None = None
    stem: str | None = None


#: What was read, and the index of the first group that does not belong to it.
Outcome = tuple[Number | Problem, int]


@dataclass(slots=True)
class _Body:
    """The digits behind an area code as they are walked through."""

    groups: list[str]
    extension: list[str]
    dashed: bool = False
    broken: bool = False

    @property
    def digits(self) -> str:
        return "".join(self.groups) + "".join(self.extension)


def has_plus(part: Part) -> bool:
    """True for `+49` and `(+49`; in `-30 + -31` the sign joins two numbers."""
    return "+" in part.sep and not part.sep.endswith("-")


def read_whole(parts: Sequence[Part], at: int, word_follows: bool = False) -> Outcome:
    """A number with its trunk zero or country code that begins at group `at`.

    `word_follows` says that a word stands behind the last group (`73728 Esslingen`).
    """
    first = parts[at]
    if has_plus(first):
        return _international(parts, at, first.digits, word_follows)
    if first.digits == "00" and at + 1 < len(parts):
        return _international(parts, at + 1, parts[at + 1].digits, word_follows, at)
    if first.digits.startswith("00"):
        return _international(parts, at, first.digits[2:], word_follows)
    return _national(parts, at, at, first.digits[1:], word_follows)


def _international(
    parts: Sequence[Part], at: int, digits: str, word_follows: bool, begin: int | None = None
) -> Outcome:
    begin = at if begin is None else begin
    if not digits.startswith("49"):
        return _foreign(parts, at, begin, digits)
    head = digits[2:]
    if not head:
        at += 1
        if at == len(parts):
            return Problem("phone_truncated", parts[-1].end), at
        head = parts[at].digits
    trunk_zero = head.startswith("0")
    number, then = _national(parts, begin, at, head[1:] if trunk_zero else head, word_follows)
    if trunk_zero and isinstance(number, Number):
        step = Step("phone_trunk_zero", "+49 0", "+49")
        number = replace(number, steps=(step, *number.steps))
    return number, then


def _national(parts: Sequence[Part], begin: int, at: int, head: str, word_follows: bool) -> Outcome:
    """A number whose first digits without zero are `head`, the rest of group `at`."""
    nsn, at = head, at + 1
    code = numbering.code_of(nsn)
    while code is None and at < len(parts) and _inside_code(nsn, parts[at]):
        nsn += parts[at].digits
        at += 1
        code = numbering.code_of(nsn)
    if code is None:
        return Problem("phone_unknown" if len(nsn) > 2 else "phone_truncated", parts[at - 1].end), at
    geographic = numbering.is_geographic(nsn)
    rest = nsn[len(code) :]
    body, at = _body(parts, at, [rest] if rest else [], geographic, word_follows, code)
    if not body.groups:
        return Problem("phone_truncated", parts[at - 1].end, "0" + code if geographic else None), at
    return _judged(parts, begin, at, code, body, geographic), at


def _inside_code(nsn: str, part: Part) -> bool:
    """True if a group may still belong to the code: `07 11`, `0 71 61`, `0180/5`."""
    if not nsn:
        return part.sep in _AREA_SEPS or part.sep == ")("  # +49 (0) 711, +49 (0)(711)
    return len(nsn) < 5 and (part.sep in ("", ".") or nsn.startswith(("18", "13", "90", "15")))


def _body(
    parts: Sequence[Part], at: int, groups: list[str], geographic: bool, word_follows: bool, code: str
) -> tuple[_Body, int]:
    """The groups behind the area code up to where the number ends."""
    body = _Body(groups, [])
    while at < len(parts):
        part = parts[at]
        bare = not word_follows and all(rest.sep == "" and len(rest.digits) < 5 for rest in parts[at : at + _FORESIGHT])
        if not body.groups:
            if part.sep not in _AREA_SEPS:
                break
            body.dashed = part.sep in DASHES and part.tight
            body.groups.append(part.digits)
        elif _ends_before(parts, at, code, body, word_follows) or not _take(body, part, geographic, code, bare):
            break
        else:
            body.broken |= _is_postcode(parts, at, word_follows)
        at += 1
        if body.broken:
            break
    return body, at


def _is_postcode(parts: Sequence[Part], at: int, word_follows: bool) -> bool:
    """`… - 73728 Esslingen`: five digits behind a free-standing dash with a word after them are hardly a Durchwahl."""
    part = parts[at]
    last = at + 1 == len(parts)
    return last and word_follows and len(part.digits) == 5 and part.sep in DASHES and part.spaced and not part.tight


def _ends_before(parts: Sequence[Part], at: int, code: str, body: _Body, word_follows: bool) -> bool:
    """True if a group cannot belong to the number before it: another number, or the postcode of a town."""
    part = parts[at]
    if word_follows and at + 1 == len(parts) and len(part.digits) == 5 and part.sep == "" and part.spaced:
        long = sum(map(len, body.groups)) >= 6 or bool(body.extension)
        return long and numbering.is_number(code + body.digits)
    return _another_begins(parts, at, code, body, word_follows)


def _another_begins(parts: Sequence[Part], at: int, code: str, body: _Body, word_follows: bool) -> bool:
    """True if a whole number of its own begins at a group and what stands before it is one already."""
    part = parts[at]
    if part.sep not in ("", "-", ".") or not part.spaced or part.digits[0] != "0" or len(part.digits) < 3:
        return False
    if not numbering.is_number(code + body.digits):
        return False
    if word_follows and len(body.digits) < 5 and at + 2 == len(parts) and len(parts[-1].digits) == 5:
        return False  # 983 0485 73033 Göppingen: the second half of a number and a postcode
    following, _ = read_whole(parts[at : at + _FORESIGHT], 0, word_follows)
    return isinstance(following, Number)


#: So many digits of what people write as the code of a mobile number stand behind its first three: `015222`.
_BEHIND_CODE = {"15": 2}


def _take(body: _Body, part: Part, geographic: bool, code: str, bare: bool) -> bool:
    """Adds a group to a number; False if the number ends before it. `bare`: only a few more digits follow."""
    if part.sep in ("", "."):
        return _take_plain(body, part, code, bare)
    if part.sep in _AREA_SEPS and not geographic and len(body.digits) <= _BEHIND_CODE.get(code[:2], 1):
        body.groups.append(part.digits)  # 0 15 20 / 6 07 71 43, (01522) 6 19 03 75
        return True
    if part.sep == "(" and not body.extension and len(body.digits) < 6:
        body.broken = True  # 2055 (30): a Durchwahl, a room, nobody knows
        return True
    if part.sep not in DASHES and part.sep != "-(":
        return False
    if not geographic:
        body.groups.append(part.digits)
        return True
    return _take_dashed(body, part)


def _take_plain(body: _Body, part: Part, code: str, bare: bool) -> bool:
    """A group behind a blank or dot. Grouping is by pairs or threes; behind a long group stands something else.

    A few digits that nothing explains, alone behind a Durchwahl, may belong to it: then nobody knows the number.
    """
    if body.extension:
        body.broken = body.extension == ["0"] and len(part.digits) == 2  # -0 17: the exchange, or 017 in pairs
        if not body.broken and not (_goes_on(body.extension, part.digits) or _lacks_digits(body, part.digits, code)):
            body.broken = bare
            return body.broken
        body.extension.append(part.digits)
        return True
    body.broken = len(body.groups[-1]) >= 6 and numbering.is_number(code + body.digits)
    body.groups.append(part.digits)
    return True


def _goes_on(extension: list[str], digits: str) -> bool:
    """`-23 10`, `-525 04` and `-4 25 01` are one Durchwahl in pairs, `-581 620` one in threes; `-30 310` is not.

    `-972 1240` and `-9 2450` are a fax server before somebody's Durchwahl.
    """
    first, size = extension[0], len(digits)
    if size == 4 and len(extension) == 1:
        return (len(first) == 3 and first[0] == "9") or first in ("9", "77", "88", "99")
    if first == "0" or len("".join(extension)) + size > 6:
        return False
    if size == 2:
        return len(first) <= (2 if len(extension) > 1 else 3)
    return size == 3 and len(first) == 3 and len(extension) == 1


#: In towns with so short an area code no number has fewer digits of its own.
_BIG_TOWN, _SHORTEST = 3, 6


def _lacks_digits(body: _Body, digits: str, code: str) -> bool:
    """`0201 88-50 123`: what stands before the group is too short for a number of Essen, so that it goes on there."""
    if len(code) > _BIG_TOWN or body.extension[0][0] == "0":
        return False
    return len(body.digits) < _SHORTEST and len("".join(body.extension)) + len(digits) <= 6


#: `309-95-4301`: a nine and at most so many digits before a Durchwahl make it the fax of its room.
_FAX_SIGN = 2


def _take_dashed(body: _Body, part: Part) -> bool:
    """The first hyphen shows the Durchwahl; a further one groups or begins a range.

    `0711-88-40-2310` and `07161 66-40-18` are groups, `-30 - 34` is a range.
    """
    if not body.extension:
        body.extension.append(part.digits)
        return True
    before = "".join(body.extension)
    range_end = len(before) == len(part.digits) and part.digits > before
    if range_end and part.spaced:
        return False
    pairs = not part.spaced and len(before) == len(part.digits) == 2 and all(len(group) <= 2 for group in body.groups)
    if (body.dashed or pairs) and not range_end and part.tight and len(body.groups[0]) <= 3:
        body.groups += [*body.extension, part.digits]
        body.extension = []
        return True
    if part.tight and before[0] == "9" and len(before) <= _FAX_SIGN < len(part.digits):
        body.extension.append(part.digits)
        return True
    body.broken = True
    return True


def _judged(parts: Sequence[Part], begin: int, at: int, code: str, body: _Body, geographic: bool) -> Number | Problem:
    nsn, end = code + body.digits, parts[at - 1].end
    area = "0" + code if geographic else None
    extension = "".join(body.extension) or None
    stem = numbering.COUNTRY + nsn[: -len(extension)] if area and extension else None
    if body.broken or (extension and len(extension) > 2 and not extension.strip("0")):
        return Problem("phone_unknown", end, lent=area, stem=stem)
    if not numbering.is_number(nsn, exchange=extension == "0"):
        short = len(nsn) < 8 and len(nsn) <= numbering.LONGEST
        return Problem("phone_truncated" if short else "phone_unknown", end, lent=area, stem=stem)
    last = body.extension[-1] if body.extension else body.groups[-1]
    start = parts[begin].start
    return Number(
        numbering.COUNTRY + nsn,
        start,
        end,
        extension,
        area,
        body.digits,
        last,
        len(body.groups),
        letters(parts[begin:at]),
    )


def letters(parts: Sequence[Part]) -> tuple[Step, ...]:
    """The step for letters that stand for digits."""
    raw, plain = " ".join(part.raw for part in parts), " ".join(part.digits for part in parts)
    return () if raw == plain else (Step("phone_letters", raw, plain),)


def _foreign(parts: Sequence[Part], at: int, begin: int, digits: str) -> Outcome:
    """A number of another country; the library knows its plan. Its groups end at a slash behind the number."""
    dashes: list[int] = []
    at += 1
    while at < len(parts) and len(digits) < 16:
        part = parts[at]
        if ("/" in part.sep and len(digits) > 6) or ("(" in part.sep and part.digits != "0"):
            break
        if part.sep in DASHES:
            dashes.append(len(digits))
        digits += "" if part.digits == "0" and "(" in part.sep else part.digits
        at += 1
    end = parts[at - 1].end
    e164 = "+" + digits
    if not _exists(e164):
        return Problem("phone_unknown", end), at
    own = e164.startswith(_DIRECT_DIALLING) and len(dashes) == 1 and dashes[0] > 5
    extension = digits[dashes[0] :] if own and 0 < len(digits) - dashes[0] <= 6 else None
    return Number(e164, parts[begin].start, end, extension, steps=letters(parts[begin:at])), at


@lru_cache(maxsize=4096)
def _exists(e164: str) -> bool:
    import phonenumbers

    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(e164)))
    except phonenumbers.NumberParseException:
        return False


def read_local(parts: Sequence[Part], at: int, area: str, word_follows: bool = False) -> Outcome:
    """A number without area code that begins at group `at`, in the area `07161`."""
    code = area[1:]
    body, then = _body(parts, at + 1, [parts[at].digits], True, word_follows, code)
    return _judged(parts, at, then, code, body, True), then


def read_tail(parts: Sequence[Part], at: int, last: Number) -> tuple[str, int]:
    """The digits of a further number in a list, grouped as the one before it: `-23 10 / 23 11`, `55 88 30 / 55 88 31`.

    All groups that stand together, unless only the first has the right length and a longer one follows (a postcode).
    """
    digits, then = parts[at].digits, at + 1
    while then < len(parts) and parts[then].sep in ("", "."):
        digits += parts[then].digits
        then += 1
    wanted = len(last.extension or last.local)
    first = len(parts[at].digits)
    if len(digits) != wanted and then > at + 1 and first == wanted and len(parts[at + 1].digits) > 3:
        return parts[at].digits, at + 1
    return digits, then


def read_extension(parts: Sequence[Part], at: int) -> tuple[str, int]:
    """The digits of a Durchwahl that begins at group `at`, with its pairs, and the index behind it."""
    groups = [parts[at].digits]
    at += 1
    while at < len(parts) and parts[at].sep in ("", ".") and _goes_on(groups, parts[at].digits):
        groups.append(parts[at].digits)
        at += 1
    return "".join(groups), at
