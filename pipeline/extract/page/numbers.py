"""The telephone numbers of a page, read in order: one line lends its area code, its stem or its label to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.codes_below import codes_below
from pipeline.extract.page.open_mains import as_open, before_name, is_open_main
from pipeline.extract.page.sections import Sections
from pipeline.extract.page.unlabelled import is_open
from pipeline.transform.names import find_names
from pipeline.transform.phone import Dialing, PhoneReading, read_phones
from pipeline.transform.phone_carried import DURCHWAHL_ALONE

_DIGIT = re.compile(r"\d")
#: A digit, or a sign of a script that may have digits of its own; found in half the time, and hardly a line has one.
_FIGURE = re.compile(r"[^ -/:-\u065f\u1e00-\u2fff]")
_THREE_DIGITS = re.compile(r"\d\D*\d\D*\d")
#: Most lines with digits and without a number: a mail address, a date.
_NO_CALL = re.compile(r"(?:E-?Mail:? )?[\w.+-]{1,64}@[\w.-]{1,255}|[0-3]?\d\.[01]?\d\.(?:19|20)\d\d")
_REMARK = re.compile(r"(?: ?\([^()]*\))?")
_BARE = re.compile(r"[-–‑]\s?\d{2,4}")
_TAIL = re.compile(r"[^\w\s]\s?\d")
#: In small letters, and each beginning with a letter or sign of its own: such patterns are found fast.
LABEL = re.compile(
    r"tel|fon|fax|mobil|handy|ruf|durchwahl|vorwahl|dw(?<!\wdw)\b|app\b|apparat|phone|zentrale|☎|☏|📞|📠|📱|🖷|✆"
)
_LONE_LABEL = re.compile(r"\W{0,3}[tfm]\b")
_NOTHING_PENDING = Dialing().pending
#: A line that begins so goes on with the numbers of the line before, and has its area code; so near, that is.
_GOES_ON = re.compile(
    r"^\W{0,3}(?:(?:tele)?fax|tel|fon|telefon|mobil|privat|dienst|handy|durchwahl|[tf]\b|\d)", re.IGNORECASE
)
_NEAR = 2


@dataclass(slots=True)
class Called:
    """What one line gave, and what was known before it. `goes_on`: the number before is of the same contact."""

    before: Dialing
    reading: PhoneReading
    goes_on: bool


class NumberReader:
    """A reader who goes down a page and keeps in mind what the numbers so far say about the next one."""

    def __init__(self, dialing: Dialing) -> None:
        self.state, self.sections = dialing, Sections(dialing)
        self.called: dict[int, Called] = {}
        self.silent: dict[int, Dialing] = {}  # lines that may hold a number once the page is known
        self.announced: set[str] = set()
        self.below: dict[int, str] = {}  # for each line the area code that a line below in its block announces
        self.main: str | None = None
        self.mains: list[str | None] = []  # for each line the main number of its part of the page
        self.last = -9

    def read(self, lines: Sequence[Line]) -> None:
        """Takes all lines in."""
        self.below = codes_below(lines)
        for index, line in enumerate(lines):
            if line.level:
                self.state = self.sections.enter(line.level, self.state)
                self.main = self.sections.main()
            if self.state.pending is not _NOTHING_PENDING and _begins_row(lines, index):
                self.state = replace(self.state, pending=_NOTHING_PENDING)
            if _may_call(line.text, self.state):
                below = lines[index + 1] if index + 1 < len(lines) else line
                self._line(index, line.text, below.text if below.box is line.box else "", lines[index - 1].text)
            elif line.text and self.state.pending is not _NOTHING_PENDING:
                self.state = replace(self.state, pending=_NOTHING_PENDING)
            self.mains.append(self.main)

    def _line(self, index: int, text: str, below: str, above: str) -> None:
        before = replace(self.state, announced=self.below[index]) if index in self.below else self.state
        reading = read_phones(before_name(text), before)
        if reading.found and is_open_main(text, below, reading.found[-1]):
            reading = as_open(text, below, before) or reading
        outside, self.state = self.state.announced, reading.dialing
        if self.state.announced is not before.announced and self.state.announced:
            self.announced.add(self.state.announced)
        if index in self.below:
            self.announced.add(self.below[index])
            self.state = replace(self.state, announced=outside)
        if reading.found or reading.findings or self.state.main != before.main:
            self._hear(index, Called(before, reading, index - self.last <= _NEAR and bool(_GOES_ON.match(text))))
        elif is_open(text) or self._is_beside_name(text, above):
            self.silent[index] = before

    def _is_beside_name(self, text: str, above: str) -> bool:
        """`Frau Muster (Leitung) | -110` in two cells."""
        names = find_names(above) if _BARE.fullmatch(text) else ()
        return bool(names) and _REMARK.fullmatch(above, names[-1].end) is not None

    def _hear(self, index: int, called: Called) -> None:
        self.called[index] = called
        self.sections.hear(called.reading.found)
        self.main = self.sections.main()
        self.last = index


def _begins_row(lines: Sequence[Line], index: int) -> bool:
    """Whether a Durchwahl-like figure begins a row of a table: the label before it heads the last column."""
    return index > 0 and bool(DURCHWAHL_ALONE.fullmatch(lines[index].text)) and (
        row_of(lines[index].box) is not row_of(lines[index - 1].box)
    )  # fmt: skip


def row_of(box: Box) -> Box | None:
    """The row of a table in which a box stands."""
    return next((each for each in box.chain() if each.tag == "tr"), None)


def _may_call(text: str, state: Dialing) -> bool:
    """Whether a line may hold a number or a label for the next line: digits enough, or a short line with a label."""
    if not (_FIGURE.search(text) and _DIGIT.search(text)):
        return len(text) < 80 and _says_label(text)
    if _NO_CALL.fullmatch(text):
        return False
    if state.pending is not _NOTHING_PENDING or _THREE_DIGITS.search(text):
        return True
    return _TAIL.search(text) is not None or _says_label(text)


def _says_label(text: str) -> bool:
    low = text.lower()
    return bool(LABEL.search(low) or _LONE_LABEL.match(low))
