"""What groups of digits look like before anything is known about them: a Durchwahl, a short code, surely a number."""

from __future__ import annotations

import re

from pipeline import numbering
from pipeline.transform.phone_grammar import DASHES, Number, has_plus, read_whole
from pipeline.transform.phone_text import MASK, Part
from pipeline.transform.phone_words import Word, classify

Parts = tuple[Part, ...]
_NO_TAIL = ("-", "%", "€", "°")
_SALUTATIONS = ("Frau", "Herr", "Herrn")
_NEXT_WORD = re.compile(r"\s?([^\W\d_]+)")
_SMALL_WORD = re.compile(r"\s[a-zäöü]{2}")
#: What divides an area code from the number and nothing else.
_BEHIND_AREA = ("", "/", ")", ")/")


_ONLY_FAX = re.compile(r"\W*(?:Tele)?fax[\s.:]+[\d\s()/+.-]+", re.IGNORECASE)


def with_server(signs: str, parts: Parts) -> Parts:
    """`Fax: 07161 650-52 123` alone on its line: the fax server and a Durchwahl are one; a room would be called one."""
    if len(parts) < 3 or parts[-1].sep or len(parts[-1].digits) != 3 or not _ONLY_FAX.fullmatch(signs):
        return parts
    *before, server, last = parts
    if server.sep not in DASHES or not server.tight or len(server.digits) != 2:
        return parts
    one = server._replace(digits=server.digits + last.digits, raw=server.raw + last.raw, end=last.end)
    return (*before, one)


def is_short(parts: Parts) -> bool:
    """Short codes, alone or in a list: 112, `116 117`, `110/112`; but `-112` is a Durchwahl."""
    if parts[0].sep.endswith("-"):
        return False
    digits = "".join(part.digits for part in parts)
    return numbering.is_short_code(digits) or all(numbering.is_short_code(part.digits) for part in parts)


def is_dashed(parts: Parts, at: int) -> bool:
    """True for a Durchwahl that begins with its hyphen: `-30`, `/-31`, `(-32)`."""
    digits = parts[at].digits
    return parts[at].sep.endswith("-") and not (len(digits) > 2 and digits[0] == "0")


def has_hyphen(parts: Parts, at: int) -> bool:
    """True if a hyphen stands behind a group: `2055-30`."""
    return at + 1 < len(parts) and parts[at + 1].sep in DASHES


def lists(part: Part) -> bool:
    """True if what stands before a group goes on with a list: `-30/31`, `-30 - 34`, `-30 (-31)`."""
    return "/" in part.sep or part.sep in DASHES or part.sep == "(-"


def begins_with_area(parts: Parts) -> bool:
    """`über die Leitstelle: 07131 / 77 35 10`: a code of its own, 0800 too, is no figure that a word counts."""
    first = parts[0].digits
    if len(parts) > 1 and len(first) > 3 and first[0] == "0" and first[1:] in numbering.area_codes():
        return True
    number, then = read_whole(parts, 0) if first[0] == "0" or has_plus(parts[0]) else (None, 0)
    return isinstance(number, Number) and is_evident(parts[:then], number, "")


def next_whole(parts: Parts, at: int) -> int:
    """The next group at which a whole number may begin: `12 07161 2055-0`."""
    for index in range(at, len(parts)):
        part = parts[index]
        if index and part.sep == "" and len(part.digits) < 3 and len(parts[index - 1].digits) < 3:
            continue  # 83 54 05 76: one pair of many
        free = (part.spaced and part.sep in ("", "(", "-", "/")) or "/" in part.sep or part.sep == ")"
        if has_plus(part) or (free and part.digits[0] == "0" and index + 1 < len(parts)):
            return index
    return len(parts)


def is_evident(parts: Parts, number: Number, signs: str) -> bool:
    """True for a number that nobody could take for something else although no label stands there."""
    first = parts[0]
    if has_plus(first):
        return True
    if not number.e164.startswith(numbering.COUNTRY) or first.raw == "O":
        return False
    digits = sum(len(part.digits) for part in parts)
    if len(parts) == 1:
        return signs.strip(" ().,:;|") == first.raw and digits >= 9
    if _is_exchange(parts, number):
        return True
    if digits < 8 or (digits < 9 and {part.sep for part in parts[1:]} <= {".", "/"}):
        return False
    only_pairs = all(part.sep == "" and len(part.digits) <= 2 for part in parts)
    return not only_pairs and _is_aligned(parts, number)


def _is_exchange(parts: Parts, number: Number) -> bool:
    """`0228 71-0`: an area code of its own and a hyphen before the exchange's zero need no further digits."""
    last = parts[-1]
    own_area = parts[0].digits == number.area and parts[1].sep in _BEHIND_AREA
    return own_area and number.extension == last.digits == "0" and last.sep == "-" and last.tight and not last.spaced


def _is_aligned(parts: Parts, number: Number) -> bool:
    """True if the groups respect the area code: it ends where a group ends, or stands whole in the first."""
    code = "0" + (numbering.code_of(number.e164[3:]) or "")
    code = code if number.area else code[:4]  # the digit behind 0180 says the price
    written = ""
    for part in parts:
        written += part.digits
        if written.startswith("0049"):
            written = "0" + written[4:].lstrip("0")
        if len(written) >= len(code):
            return len(written) == len(code) or part is parts[0]
    return False


def stands_free(signs: str, parts: Parts, at: int, then: int) -> bool:
    """`Frau Beispiel -30`, not `8 -30`, `-30 %` or `-30 Jahre`: a blank or bracket leads, no word follows."""
    if at or then != len(parts) or len(parts[at].digits) > 5:
        return False
    begin = signs.rfind("-", 0, parts[at].end)
    lead, follows = signs[max(0, begin - 2) : begin], signs[parts[then - 1].end : parts[then - 1].end + 2]
    if lead and (lead[-1] not in " (:,/" or lead.strip()[-1:].isdigit()):
        return False
    return MASK not in follows and not follows.strip()[:1].isalpha() and follows.strip()[:1] not in _NO_TAIL


def is_column(signs: str, parts: Parts, at: int, then: int) -> bool:
    """`Eva Muster | - 30 | Zi. 5`: a Durchwahl that fills a column of its own."""
    if at or then != len(parts):
        return False
    return _is_alone(signs, signs.rfind("-", 0, parts[0].end), parts[-1].end)


def fills_column(signs: str, parts: Parts) -> bool:
    """`Eva Muster | 86-20 | Zi. 5`: figures that fill a column of their own."""
    return _is_alone(signs, parts[0].start, parts[-1].end)


def _is_alone(signs: str, begin: int, end: int) -> bool:
    """Whether bars stand around a part of a line, or one before it and nothing behind."""
    return "|" in signs and signs[:begin].rstrip()[-1:] == "|" and signs[end:].lstrip()[:1] in ("", "|")


def ends_list(signs: str, parts: Parts, at: int) -> bool:
    """Bare digits behind a comma go on with the list only if no word follows: `-30, 73033 Göppingen`."""
    if at or not behind_comma(signs, parts, at) or len(parts[0].digits) > 5:
        return True  # longer than any postcode
    rest = signs[parts[-1].end : parts[-1].end + 20]
    if len(parts[0].digits) == 5 and _SMALL_WORD.match(rest):
        return True  # no town
    word = _NEXT_WORD.match(rest)
    return not word or word[1] in _SALUTATIONS or classify(word[1])[0] is Word.JOIN


def behind_comma(signs: str, parts: Parts, at: int) -> bool:
    """True if a comma or semicolon, not a slash or a word, stands before the first group."""
    before = parts[0].start
    return not at and signs[max(0, before - 4) : before].rstrip(" -")[-1:] in (",", ";")


_BEFORE_LOCAL = re.compile(r"\s*[^\W\d_]{2}[^\d,;:|(]{0,40}:?\s*")
_YEAR = re.compile(r"(?:19|20)\d\d")


def fills_line(signs: str, parts: Parts) -> bool:
    """`Pforte: 202-0`, alone on its line: a number where the page has announced the area code of all."""
    if len(parts) != 2 or _YEAR.fullmatch(parts[0].digits) or len(parts[0].digits) < 3:
        return False
    tail = signs[parts[-1].end :].strip(" .")
    return not tail and _BEFORE_LOCAL.fullmatch(signs[: parts[0].start]) is not None


_LOST_AREA = re.compile(r"[^\W\d_]0[1-9]\d{1,4}[ /.()-]{1,4}$")


def lost_area(signs: str, parts: Parts, start: int) -> bool:
    """True behind an area code that is tied to a word: in `B07141 910-0` the number is not all there."""
    own = has_plus(parts[0]) or parts[0].digits[0] == "0"
    return not own and _LOST_AREA.search(signs[max(0, start - 12) : start]) is not None


_STREET = re.compile(r"[^\W\d_]{3,}\.? $")
_TOWN = re.compile(r" ?[a-z]?, ?\d{5} [A-ZÄÖÜ]")


def is_house(signs: str, parts: Parts) -> bool:
    """True for the 12 of `Nebenstelle: Markt 12, 73033 Göppingen`: a word before it, a town behind it."""
    if len(parts) > 1 or not 0 < len(parts[0].digits) < 4 or not _TOWN.match(signs, parts[0].end):
        return False
    word = _STREET.search(signs, max(0, parts[0].start - 40), parts[0].start)
    return word is not None and classify(word.group().strip(" ."))[0] is Word.OTHER


_UNIT = re.compile(
    r"(?<![^\W\d_])(?:Referat|Sachgebiet|Abteilung|Unterabteilung|Dezernat|Amt|Team|(?:Fach|Geschäfts|Aufgaben)?[Bb]ereich|"
    r"Fach(?:dienst|gruppe|gebiet)|Stabsstelle|(?:Ref|Abt|Dez)\.?|SG|FB|FD|FG) $"
)


def is_unit(signs: str, parts: Parts) -> bool:
    """True for the 25 of `Telefon Referat 25: 940-12`: a figure by which offices call a unit, not how to reach it."""
    if len(parts[0].digits) > 3 or parts[0].digits[0] == "0":
        return False
    return _UNIT.search(signs, max(0, parts[0].start - 20), parts[0].start) is not None


def is_glued(signs: str, start: int) -> bool:
    """True for `D-73728`, `EG-12` or `media/0711`: a figure that a hyphen or slash ties to a word."""
    return start >= 2 and signs[start - 1] in "-/" and signs[start - 2].isalpha()
