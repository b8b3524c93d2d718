"""What a cell's format does to what it shows: dates, digits, struck-out words; the same for .xlsx and .xls."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from pipeline.extract.workbook.number_format import Mask, mask_of, masked
from pipeline.extract.workbook.sheets import number_text
from pipeline.frozen import quickly_made

#: Numbers of built-in formats that show dates or times (ECMA-376 part 1, §18.8.30).
DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
#: Day 0, and the same where dates count from 1904.
EPOCH, EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_LAST_DAY = 2_950_000  # in the year 9976; Excel ends with 9999
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


@quickly_made
@dataclass(frozen=True, slots=True)
class Text:
    """A text without what is struck out in it. `struck` is that part."""

    text: str
    struck: str = ""
    plain: bool = True  # no run says anything of its own about striking


@dataclass(slots=True)
class Style:
    """What a cell format says that matters here."""

    struck: bool = False
    bold: bool = False
    date: bool = False
    mask: Mask = ()  # what stands around the digits of a number, and how many are shown


#: What a cell shows: its text, the part of it that is struck out, its number if it is one, whether all of it is struck.
Content = tuple[str, str, float | None, bool]


def style_of(struck: bool, bold: bool, code: int, pattern: str) -> Style:
    """A style from its font and its number format."""
    return Style(struck, bold, code in DATE_FORMATS or is_date_format(pattern), mask_of(pattern))


def is_date_format(pattern: str) -> bool:
    """True for a number format that shows a day, month, year, hour or second."""
    return bool(pattern) and pattern != "General" and any(char in _QUOTED.sub("", pattern.lower()) for char in "dmyhsj")


def text_content(text: Text, style: Style) -> Content:
    """A text with its runs: struck where the runs say so, else where the cell says so."""
    if text.plain:
        return text.text, "", None, style.struck
    if not text.text.strip():
        return text.struck, text.struck, None, True
    return text.text, text.struck, None, False


def number_content(value: float, style: Style, epoch: datetime) -> Content:
    """A number as its format shows it: a date, what stands around its digits, or plain digits."""
    if style.date and 0 < value < _LAST_DAY:
        moment = epoch + timedelta(days=value)
        return (f"{moment:%d.%m.%Y}" if value >= 1 else f"{moment:%H:%M}"), "", None, style.struck
    text = number_text(value)
    return (masked(style.mask, text) if style.mask and text.isdigit() else text), "", value, style.struck
