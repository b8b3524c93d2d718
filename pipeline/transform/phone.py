"""Telephone numbers as German offices write them: every number a reader could dial, with its kind and its Durchwahl.

Read from left to right, a line is words and runs of digits. The words (`phone_words`) say what the next run is, the
grammar (`phone_grammar`) says which numbers stand in it, and what went before lends what is not written (`phone_lent`):
the area code announced on the page, else that of the number before, else the district's; a main number for a Durchwahl.
A number that is not fully there, or cannot exist, is a finding.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline import display, numbering
from pipeline.errors import ValueNotUnderstood
from pipeline.model import Phone, PhoneKind
from pipeline.transform.dialing import Dialing, FoundPhone, PhoneReading
from pipeline.transform.phone_labels import announcement
from pipeline.transform.phone_memory import kind_of
from pipeline.transform.phone_plain import plain_line
from pipeline.transform.phone_reader import Reader
from pipeline.transform.phone_text import may_hold_number, read_line

__all__ = [
    "Dialing",
    "FoundPhone",
    "PhoneReading",
    "displayed_phone",
    "looks_like_number",
    "main_number",
    "parse_phone",
    "read_phones",
]

#: `2055-30`, at the end of a line `20 55-30`, but neither years nor a figure of something longer.
_LOCAL_LOOK = re.compile(
    r"(?<![\w/.,-])(?:(?!(?:19\d|20[0-4])\d-)\d{3,7} ?- ?\d{1,5}(?![\w/,-])|(?!00)\d\d(?: \d\d){1,3}-\d{2,5}\s*$)"
)
_DISPLAYED = re.compile(r"0\d{1,5} \d{1,13}(?:-(\d{1,6}))?")
#: The same without what may be a placeholder (`07161 650-000`).
_PLAIN = re.compile(r"0([1-9]\d{1,4}) (\d{3,13})(?:-(?!0{2})(\d{1,6}))?", re.ASCII)
_DISPLAYED_ABROAD = re.compile(r"\+[1-9][\d ]{3,25}(?:-(\d{1,6}))?")


def read_phones(text: str, dialing: Dialing, kind: PhoneKind | None = None, labelled: bool = False) -> PhoneReading:
    """All telephone numbers of a text of one or more lines.

    `kind` is what a label outside the text says, `labelled` that the text stands behind such a label, so that bare
    digits are a number.
    """
    area = numbering.national(dialing.area_code)
    if area != dialing.area_code:
        dialing = replace(dialing, area_code=area)
    if not labelled and kind is None and (plain := plain_line(text, dialing)):
        return plain
    reader = Reader(dialing, kind, labelled)
    lines = text.split("\n")
    announced = _announcements(reader, lines) if "orw" in text or "ORW" in text else ()
    offset = 0
    for index, line in enumerate(lines):
        if announced and announced[index]:
            reader.dialing = replace(reader.dialing, announced=announced[index])
        reader.read(line, offset)
        offset += len(line) + 1
    return PhoneReading(tuple(reader.found), tuple(reader.findings), reader.dialing)


def _announcements(reader: Reader, lines: list[str]) -> list[str | None]:
    """The area code each line announces; the first counts for the lines before it too, unless one held already."""
    codes = [announcement(line) for line in lines]
    first = next((code for code in codes if code), None)
    if first and reader.dialing.announced is None:
        reader.dialing = replace(reader.dialing, announced=first)
    return codes


def looks_like_number(text: str) -> bool:
    """True if a text holds something that a reader would take for a telephone number, cut off or not."""
    if not any(map(may_hold_number, text.split("\n"))):
        return False
    reading = read_phones(text, Dialing())
    if reading.found or reading.findings:
        return True
    return any(_LOCAL_LOOK.search(read_line(line).signs) for line in text.split("\n"))


def main_number(text: str, dialing: Dialing) -> str | None:
    """The E.164 stem of a main number: `0711 3902-0` and `0711 3902-(Durchwahl)` are both `+497113902`."""
    reading = read_phones(text, replace(dialing.fresh(), main=None))
    if reading.dialing.main:
        return reading.dialing.main
    for found in reading.found:
        if found.phone.extension == "0" and found.phone.kind != "fax":
            return found.phone.e164[:-1]
    return reading.dialing.stem if not reading.found else None


def before_extension(phone: Phone) -> str:
    """A number without its Durchwahl."""
    return phone.e164.removesuffix(phone.extension or "")


def displayed_phone(text: str, kind: PhoneKind | None = None) -> Phone | None:
    """The number of a text that is one in our own way of writing, without a search: what `read_phones` would find.

    None says nothing about the text: lists of thousands of numbers are read faster where they are written well.
    """
    plain = _PLAIN.fullmatch(text)
    if not plain:
        return None
    code, digits, extension = plain.groups()
    nsn = code + digits + (extension or "")
    if numbering.code_of(nsn) != code or not numbering.is_number(nsn, exchange=extension == "0"):
        return None
    phone = Phone(kind_of(numbering.COUNTRY + nsn, kind or "voice"), numbering.COUNTRY + nsn, extension)
    return None if phone.kind == "mobile" and extension else phone


def _is_possible(phone: Phone) -> bool:
    return not phone.e164.startswith(numbering.COUNTRY) or numbering.is_number(phone.e164[3:], phone.extension == "0")


def parse_phone(text: str, kind: PhoneKind = "voice") -> Phone:
    """The inverse of `display.phone`; anything else raises `ValueNotUnderstood`. The prefix says what is a mobile."""
    match = _DISPLAYED.fullmatch(text) or _DISPLAYED_ABROAD.fullmatch(text)
    if not match or not text.isascii():
        raise ValueNotUnderstood("phone", text)
    digits = "".join(filter(str.isdigit, text))
    e164 = "+" + digits if text.startswith("+") else numbering.COUNTRY + digits[1:]
    phone = Phone(kind_of(e164, kind), e164, match.group(1))
    if display.phone(phone) != text or not _is_possible(phone):
        raise ValueNotUnderstood("phone", text)
    return phone
