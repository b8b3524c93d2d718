"""Numbers that leave something out, completed by what is known: an area code, a main number, the number before."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from pipeline import display, numbering
from pipeline.model import Phone, Step
from pipeline.transform.dialing import Dialing
from pipeline.transform.phone_grammar import DASHES, Number, Outcome, Problem, letters, read_extension, read_local
from pipeline.transform.phone_shapes import Parts, behind_comma
from pipeline.transform.phone_words import Label

#: A main number is written in fewer blocks.
_BLOCKS = 5
#: A slash may stand for the hyphen behind a main number of so many digits.
_SLASHED = 3
#: A local number has at most so many digits with its area code.
_LONGEST = 11
#: These are no main number.
_EMERGENCY = ("110", "112", "115", "116")


class Spot(NamedTuple):
    """Where a number is read: the signs of its line, the groups of its run, which of them, and whether a word follows.

    `before` is the number read last, where nothing but a label stands between.
    """

    signs: str
    parts: Parts
    at: int
    word_follows: bool
    before: Number | None

    def raw(self, then: int) -> str:
        """What is written up to group `then`, without it."""
        return self.signs[self.parts[self.at].start : self.parts[then - 1].end]

    def problem(self, code: str, then: int) -> Outcome:
        """A finding about the groups up to `then`."""
        return Problem(code, self.parts[then - 1].end), then


def shortest_local(area: str | None) -> int:
    """So many digits a local number has at least, where nothing says that shorter ones are meant."""
    return 6 if area is None or len(area) <= 4 else 5


def area_and_local(e164: str) -> tuple[str | None, str]:
    """`("0711", "3902")` for `+497113902`; no area for mobiles and numbers abroad."""
    nsn = e164[3:] if e164.startswith(numbering.COUNTRY) else ""
    area = numbering.area_of(nsn)
    return ("0" + area, nsn[len(area) :]) if area else (None, "")


def _is_possible(e164: str, exchange: bool = False) -> bool:
    return numbering.is_number(e164[3:], exchange) if e164.startswith(numbering.COUNTRY) else len(e164) <= 16


def _shown(e164: str, extension: str | None) -> str:
    return display.phone(Phone("voice", e164, extension))


def _is_main(stem: str, main: str) -> bool:
    """True if `main` is all that a stem has behind its area code (abroad: ends with it)."""
    _, local = area_and_local(stem)
    return local == main if local else stem.endswith(main)


# ---- under a main number ---------------------------------------------------------------------------


def extended(spot: Spot, stem: str, digits: str, then: int) -> Outcome:
    """A Durchwahl under its main number."""
    e164 = stem + digits
    if len(digits) > 6 or (len(digits) > 2 and not digits.strip("0")) or not _is_possible(e164, digits == "0"):
        return spot.problem("phone_unknown", then)
    used = spot.parts[spot.at : then]
    area, local = area_and_local(e164)
    step = Step("phone_extension", spot.raw(then), _shown(e164, digits))
    return Number(e164, used[0].start, used[-1].end, digits, area, local, digits, 1, (*letters(used), step)), then


def under_same_main(spot: Spot, dialing: Dialing, certain: bool = False) -> Outcome | None:
    """`2055-30` where 2055 is the main number of before: it needs neither label nor area code.

    `86-20` has to be `certain`: it may be pages or hours.
    """
    main, behind = _main_at(spot.parts, spot.at)
    for stem in (dialing.stem, dialing.fax_stem, dialing.main) if behind < len(spot.parts) else ():
        if stem and len(main) >= 2 and _is_main(stem, main):
            digits, then = read_extension(spot.parts, behind)
            if certain or len(main) > 2 or len(digits) > 2:
                return extended(spot, stem, digits, then)
    return None


def stands_under_main(signs: str, parts: Parts, dialing: Dialing) -> bool:
    """`116-101` where 116 is the main number of before: no service number, though its digits are those of one."""
    return len(parts) > 1 and under_same_main(Spot(signs, parts, 0, False, None), dialing, True) is not None


def _main_at(parts: Parts, at: int) -> tuple[str, int]:
    """The digits before the next hyphen, in blocks if need be (`98 03-10`), and the group behind it."""
    main = parts[at].digits
    for index in range(at + 1, min(at + _BLOCKS, len(parts))):
        if parts[index].sep in DASHES:
            return main, index
        if parts[index].sep:
            break
        main += parts[index].digits
    return "", len(parts)


def stem_for(spot: Spot, digits: str, dialing: Dialing, label: Label, labelled: bool) -> str | None:
    """The main number to which a bare Durchwahl belongs, None if the digits are rather a number of their own."""
    if label.extension:
        return (
            (dialing.stem_of(label.kinds) or dialing.shared or grouped_stem(digits, dialing))
            if len(digits) <= 6
            else None
        )
    if dialing.shared and labelled and not label.kinds:
        return dialing.shared if len(digits) <= 5 else None
    last = spot.before
    alike = last is not None and last.extension is not None and len(last.extension) == len(digits)
    if last and alike and (len(digits) <= _bare_durchwahl(last.area) or _is_fax_of(last, digits, label)):
        return last.stem
    area = area_and_local(dialing.shared)[0] if dialing.shared else None
    if area is None or dialing.announced not in (None, area):
        return None  # with that area code announced, digits without one are there, and the main number elsewhere
    return dialing.shared if len(digits) <= _bare_durchwahl(area) else None


def _is_fax_of(last: Number, digits: str, label: Label) -> bool:
    """`DW 9401, Fax 9411`: who writes a Durchwahl without its main number writes the next one so, too."""
    lent = any(step.rule == "phone_extension" for step in last.steps)
    return lent and label.kinds == ("fax",) and last.last[0] == digits[0]


def grouping(number: Number) -> tuple[str, int] | None:
    """The stem of a number that only a blank divides, and how many digits follow; pairs show nothing."""
    if number.extension or not number.area or number.groups < 2 or len(number.last) < 3:
        return None
    return number.e164[: -len(number.last)], len(number.last)


def grouped_stem(digits: str, dialing: Dialing) -> str | None:
    """`030 244 906 510` lends its stem to `App. -511`, which has as many digits, where no hyphen shows another."""
    return dialing.grouped[0] if dialing.grouped and dialing.grouped[1] == len(digits) else None


def _bare_durchwahl(area: str | None) -> int:
    """Up to so many bare digits cannot be a local number of the area."""
    return 5 if area and len(area) <= 4 else 3


def is_overlong(stem: str, digits: str) -> bool:
    """`4 09 17` in a column of Durchwahlen of 05335 808: with the main number before it, hardly a number."""
    return len(stem) - len(numbering.COUNTRY) + len(digits) > _LONGEST


# ---- in a known area -------------------------------------------------------------------------------


def local(spot: Spot, dialing: Dialing) -> Outcome:
    """A number of the area announced, of the one before, or of the district."""
    known = dialing.announced or dialing.previous or dialing.area_code
    if dialing.announced and (slashed := _behind_slash(spot, dialing.announced)):
        return slashed
    result, then = read_local(spot.parts, spot.at, known or "030", spot.word_follows)
    if isinstance(result, Problem):
        return result, then
    if known is None:
        return spot.problem("phone_no_area", then)
    if not _is_long_enough(result, known, dialing, spot.before):
        return spot.problem("phone_truncated", then)
    inside = _with_main(spot, result, dialing, then)
    if inside:
        return inside
    if _is_too_long(result, known) or spot.parts[spot.at].digits == known[1:]:
        return spot.problem("phone_unknown", then)  # rather a number that lost its zero
    step = Step("phone_area", spot.raw(then), _shown(result.e164, result.extension))
    return replace(result, steps=(*result.steps, step)), then


def _behind_slash(spot: Spot, area: str) -> Outcome | None:
    """`939 / 155` beside its area code: three digits are hardly a number of their own, so the slash shows a Durchwahl.

    What `303/305`, `320/45` and `939/155-0` mean, nobody knows.
    """
    first, *behind = spot.parts[spot.at : spot.at + 2]
    if not behind or behind[0].sep != "/" or len(first.digits) != _SLASHED or first.digits in _EMERGENCY:
        return None
    if behind[0].digits[0] == "0" and len(behind[0].digits) >= _SLASHED:
        return None  # a whole number
    digits, then = read_extension(spot.parts, spot.at + 1)
    alike = len(digits) == _SLASHED and digits[0] == first.digits[0]
    goes_on = then < len(spot.parts) and spot.parts[then].sep in DASHES
    if digits != "0" and (alike or goes_on or not _SLASHED <= len(digits) <= _SLASHED + 1):
        return spot.problem("phone_unknown", then)
    return extended(spot, numbering.COUNTRY + area[1:] + first.digits, digits, then)


def _with_main(spot: Spot, number: Number, dialing: Dialing, then: int) -> Outcome | None:
    """`14877615` where 148 is the main number: too long for a local number, and its Durchwahl behind the main one."""
    main = area_and_local(dialing.main)[1] if dialing.main else ""
    if not main or number.extension or not number.local.startswith(main) or len(number.local) < 8:
        return None
    return extended(spot, dialing.main or "", number.local[len(main) :], then)


def _is_long_enough(number: Number, area: str, dialing: Dialing, before: Number | None) -> bool:
    """Few bare digits are rather a Durchwahl without its main number, unless the page says that they are local."""
    if number.extension:
        main = len(number.local) - len(number.extension)
        few = dialing.announced is not None and shortest_local(area) < 6  # `38-66` beside `07203`
        few = few and not _may_be_hours(number.local[:main], number.extension)
        long = len(number.extension) > 2
        alone = main == 1 and few and long and _may_be_main(number.local[:main], dialing)
        return main > 2 or alone or (main == 2 and (few or long))
    alike = before is not None and not before.extension and abs(len(before.local) - len(number.local)) <= 1
    return len(number.local) >= (3 if dialing.announced or alike else shortest_local(area))


def _may_be_main(digit: str, dialing: Dialing) -> bool:
    """Whether `9-243` is a whole number of a small town; below `318-243` its nine is the sign of a fax server."""
    known = dialing.stem or dialing.main
    return dialing.lost is None and (known is None or _is_main(known, digit))


def _may_be_hours(first: str, second: str) -> bool:
    """`10-12`: from one hour to a later one of the day."""
    return int(first) < int(second) <= 24


def _is_too_long(number: Number, area: str) -> bool:
    """Main numbers have at most 7 digits of their own."""
    if number.extension:
        return len(number.local) - len(number.extension) > 7
    return len(number.local) + len(area) - 1 > _LONGEST


#: So many digits two local numbers share before one is the other with another end.
_ALIKE = 3


def whole_local(spot: Spot, digits: str, then: int) -> Outcome | None:
    """`08122 – 97 44 20, Fax – 97 44 29`: behind the dash of an area code stands a whole local number again."""
    last = spot.before
    if last is None or last.area is None or last.extension or len(digits) != len(last.local) or len(digits) < 5:
        return None
    return _replaced(spot, last, digits, None, then) if digits[:_ALIKE] == last.local[:_ALIKE] else None


# ---- in a list -------------------------------------------------------------------------------------


def completed(spot: Spot, last: Number, digits: str, dashed: bool, then: int, dialing: Dialing) -> Outcome | None:
    """`/31`, `oder -31`, `, 558831`: what a further number of a list leaves out is that of the one before."""
    comma = behind_comma(spot.signs, spot.parts, spot.at)
    if last.stem and last.extension:
        outcome = _after_durchwahl(spot, last.stem, last.extension, last, digits, dashed, comma, then)
    elif last.area is None:
        outcome = _replaced(spot, last, digits, None, then) if len(digits) <= 2 and not (dashed or comma) else None
        return spot.problem("phone_unknown", then) if len(digits) >= 5 else outcome
    else:
        outcome = _after_plain(spot, last, digits, dashed, comma, then)
    if outcome is None and len(digits) >= 5 and (abs(len(digits) - len(last.local)) <= 1 or len(digits) > 5):
        return local(spot, dialing)
    return outcome or spot.problem("phone_unknown", then)


def _after_durchwahl(
    spot: Spot, stem: str, before: str, last: Number, digits: str, dashed: bool, comma: bool, then: int
) -> Outcome | None:
    """Behind `-30`: a Durchwahl of the same length, after `-0` of any; a shorter one replaces the last digits."""
    if dashed and len(digits) < len(before) and digits != "0":
        return spot.problem("phone_unknown", then)
    if dashed or len(digits) == len(before) or (before == "0" and len(digits) < 5):
        return extended(spot, stem, digits, then)
    if len(digits) < len(before) and not comma:
        return _replaced(spot, last, digits, before[: -len(digits)] + digits, then)
    return None


def _after_plain(spot: Spot, last: Number, digits: str, dashed: bool, comma: bool, then: int) -> Outcome | None:
    """Behind a number that shows no Durchwahl: its last group again (`3902 42501 / -42502`), or its last digits."""
    if last.groups > 1 and len(digits) == len(last.last) and not comma:
        return _replaced(spot, last, digits, digits if dashed else None, then)
    if dashed:
        return spot.problem("phone_no_main", then)
    alike = len(digits) == len(last.local) and digits[0] == last.local[0]  # `07571 4488 / 4489`
    return _replaced(spot, last, digits, None, then) if (alike or len(digits) <= 2) and not comma else None


def _replaced(spot: Spot, last: Number, digits: str, extension: str | None, then: int) -> Outcome:
    """A shorter tail takes the place of the last digits: `-2310/11` is 2310 and 2311."""
    e164 = last.e164[: -len(digits)] + digits
    if not _is_possible(e164):
        return spot.problem("phone_unknown", then)
    used = spot.parts[spot.at : then]
    area, rest = area_and_local(e164)
    step = Step("phone_tail", spot.raw(then), _shown(e164, extension))
    return Number(e164, used[0].start, used[-1].end, extension, area, rest, digits, 1, (*letters(used), step)), then
