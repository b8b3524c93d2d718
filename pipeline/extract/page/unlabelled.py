"""Numbers without a label, which only the whole page explains: a Durchwahl far from its main number, a local number."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.transform.names import find_names
from pipeline.transform.office import is_office, is_role
from pipeline.transform.phone import Dialing, FoundPhone, read_phones

#: `Eva Muster, -88` and `Eva Muster, 56-3100`: worth another look once the page's main number is known.
_OPEN = re.compile(r"(?:[,:(|]|[^\W\d_])\s?(?:[-–]\d{1,5}|\d{2,6}\s?[-–]\s?\d{2,5})(?!\d)")
#: `Eva Muster, 4 10 95`: what stands alone between a name and the next sign.
_BEHIND_NAME = re.compile(r"(?<=[^\W\d_]{2}), (\d[\d ]{2,9}\d)(?= ?(?:[,;(]|$))")
#: A postcode is written so.
_POSTCODE = re.compile(r"\d{5}")


def is_open(text: str) -> bool:
    """Whether a line without a number may hold one that lacks its main number."""
    return _OPEN.search(text) is not None


def under_main(text: str, before: Dialing, main: str | None) -> tuple[FoundPhone, ...]:
    """What a line holds if its numbers belong to the only main number of the page."""
    return read_phones(text, replace(before, main=before.main or main)).found if main else ()


#: `Gemeindebüro: 6 20 40`: what stands alone behind a colon, if need be before a further number; no emergency number.
_BEHIND_COLON = re.compile(r"(?<=[^\W\d_“\"»)]): ((?!11)[1-9][\d ]{2,9}\d)(?= ?(?:[,;(]|oder |und |$))")
#: Years and prices stand behind colons as well.
_YEAR = re.compile(r"(?:19|20)\d\d")


def behind_colons(text: str, dialing: Dialing) -> list[FoundPhone]:
    """Local numbers behind who answers there, where the page announces the area code of all that have none."""
    match = _BEHIND_COLON.search(text) if dialing.announced else None
    if match is None or _YEAR.fullmatch(match[1]) or not _answers(text[: match.start()]):
        return []
    read = read_phones(match[1], replace(dialing, main=None), labelled=True).found
    shift = match.start(1)
    return [replace(one, start=one.start + shift, end=one.end + shift) for one in read]


def _answers(text: str) -> bool:
    """Whether a text ends with a person, a function or an office."""
    names = find_names(text)
    last = text.rpartition(", ")[2]
    return bool(names and names[-1].end == len(text)) or is_role(last) or is_office(last)


def behind_names(text: str, dialing: Dialing) -> list[FoundPhone]:
    """Local numbers right behind people, where the page announces the area code of all that have none."""
    found: list[FoundPhone] = []
    for match in _BEHIND_NAME.finditer(text) if dialing.announced else ():
        names = () if _POSTCODE.fullmatch(match[1]) else find_names(text[: match.start()])
        if names and names[-1].end == match.start():
            read = read_phones(match[1], replace(dialing, main=None), labelled=True).found
            shift = match.start(1)
            found += [replace(one, start=one.start + shift, end=one.end + shift) for one in read]
    return found
