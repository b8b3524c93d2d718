"""`83 40 20` and `83 40 29` above `App. 20, App. 21`: numbers without a hyphen whose extensions the list below shows.

Only where all that the part of the page says agrees: its numbers have all but the last digits in common, and one of
them ends as one of the extensions. Everything less would be a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.extract.markup.lines import Line
from pipeline.model import Phone
from pipeline.transform.phone import PhoneReading

#: An extension has so many digits; with one digit each number would end so.
_DIGITS = (2, 3)
#: So many extensions, and so many numbers beside each other.
_LEAST = 2


def proven_stems(lines: Sequence[Line], heard: Mapping[int, PhoneReading]) -> dict[int, str]:
    """The stem for each line with an extension that has none, where the part around it proves one."""
    stems: dict[int, str] = {}
    for part in _parts(lines, heard) if any(map(_open, heard.values())) else ():
        waiting = {index: _open(heard[index]) for index in part}
        extensions = {digits for found in waiting.values() for digits in found}
        numbers = [found.phone for index in part for found in heard[index].found]
        if stem := _stem(extensions, [phone for phone in numbers if phone.kind != "mobile"]):
            stems |= {index: stem for index, found in waiting.items() if found}
    return stems


def _parts(lines: Sequence[Line], heard: Mapping[int, PhoneReading]) -> Iterator[list[int]]:
    """The lines with numbers between one heading and the next."""
    part: list[int] = []
    for index, line in enumerate(lines):
        if line.level and part:
            yield part
            part = []
        part += [index] if index in heard else []
    yield part


def _open(reading: PhoneReading) -> list[str]:
    return [one.text for one in reading.findings if one.code == "phone_no_main" and one.text.isdecimal()]


def _stem(extensions: set[str], numbers: Sequence[Phone]) -> str | None:
    lengths = {len(digits) for digits in extensions}
    if len(extensions) < _LEAST or len(lengths) != 1 or len(numbers) < _LEAST:
        return None
    length = lengths.pop()
    stems = {phone.e164[:-length] for phone in numbers}
    ends = {phone.e164[-length:] for phone in numbers if phone.kind == "voice"}
    sure = length in _DIGITS and len(stems) == 1 and bool(ends & extensions)
    return stems.pop() if sure and all(phone.extension is None for phone in numbers) else None
