"""Durchwahlen in lines below a main number, or before the names whose they are: `-310 Eva Muster`."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline import numbering
from pipeline.transform.names import find_names
from pipeline.transform.phone import Dialing, FoundPhone, PhoneReading, read_phones

#: A Durchwahl with its hyphen, alone, or at one end of a line of words.
_DURCHWAHL = re.compile(r"(?P<first>[-–‑]\s?\d{2,5})(?:\s+(?=[^\W\d_])|$)|[^\d]{3,60}\s[-–‑]\s?\d{2,4}$")
_HYPHENS = ("-", "–", "‑")
_DIGITS = re.compile(r"\d+")
#: The last digits of a number that is written in groups.
_LAST_GROUP = re.compile(r"\d \d+ (\d{2,4})$")
#: Numbers with more digits of their own are whole: nobody knows whether a Durchwahl goes on with them.
_FEW = 5


def before_name(text: str) -> str:
    """The Durchwahl of `-310 Eva Muster`, where a word behind it would be what is counted; else all of a line.

    `- 310`, alone in its line, has its hyphen before the digits, as any other. Where more figures stand behind the
    name, none may be passed over: `- 12 Frau Muster, Tel. 05141 12-34`.
    """
    match = _DURCHWAHL.match(text) if text[:1] in _HYPHENS else None
    if match is None:
        return text
    if match.end() == len(text):
        return f" -{text[2:]}" if text[1] == " " else text
    behind = text[match.end() :]
    alone = not any(map(str.isdigit, behind)) and _begins_with_name(behind)
    return text[: match.end("first")] if alone else text


def _begins_with_name(text: str) -> bool:
    names = find_names(text)
    return bool(names) and not names[0].start


def is_open_main(text: str, below: str, last: FoundPhone) -> bool:
    """Whether a number of few digits ends a line and a Durchwahl stands in the next: `07022 4631` over `- 310`."""
    match = _DURCHWAHL.match(below)
    if last.end != len(text) or last.phone.extension or match is None:
        return False
    if match["first"] and match.end() < len(below) and not _begins_with_name(below[match.end() :]):
        return False  # `-30 Prozent`
    group, durchwahl = _LAST_GROUP.search(text), _DIGITS.search(match.group())
    if group and durchwahl and len(group[1]) == len(durchwahl.group()):
        return False  # `9 10 30` over `Fax -39`, which may be `9 10 39`
    nsn = last.phone.e164.removeprefix(numbering.COUNTRY)
    return numbering.is_geographic(nsn) and len(nsn) - len(numbering.code_of(nsn) or "") <= _FEW


def as_open(text: str, below: str, dialing: Dialing) -> PhoneReading | None:
    """What a line is as the beginning of the numbers below it; None where these are no Durchwahlen all the same."""
    reading = read_phones(f"{text}-", dialing)
    under = read_phones(before_name(below), reading.dialing).found
    return replace(reading, findings=()) if under and under[0].phone.extension else None
