"""What the whole page says about dialing: area codes, and the stems to which bare Durchwahlen belong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from pipeline import display
from pipeline.extract.page.numbers import Called, NumberReader
from pipeline.extract.page.sections import voice_stem
from pipeline.model import Phone
from pipeline.transform.phone import Dialing, PhoneReading, read_phones

_COMPLETE = re.compile(r"^\W{0,3}(?:\+|0)")
#: So many digits a Durchwahl has.
_DURCHWAHL = range(1, 5)
#: `Fax 4489`: as few digits as only small towns have.
_SHORT = re.compile(r"\D*([1-9]\d{2,3})\W*")
#: `36 19 75-11`: a main number and its Durchwahl, without an area code.
_LOCAL = re.compile(r"^\W{0,3}[1-9]\d*(?: \d+)*\s?[-–]\s?\d")
#: So many complete numbers with one area code say that the page is from there, whatever the district's code is.
_SURE = 2


class KnownNumbers:
    """What is known of numbers once all lines are read: an area code, an announced number, a main number."""

    def __init__(self, dialing: Dialing, numbers: NumberReader) -> None:
        readings = [one.reading for one in numbers.called.values()]
        self.whole = [found for reading in readings for found in reading.found if _COMPLETE.match(found.raw)]
        self.codes = Counter(code for found in self.whole if (code := _area(found.phone)))
        self.home = self._home(readings)
        self.main = self._main(readings)
        self.dialing = replace(
            dialing,
            announced=dialing.announced or _only(numbers.announced),
            area_code=self._own_code(dialing) or dialing.area_code,
        )

    def _main(self, readings: Collection[PhoneReading]) -> str | None:
        """The main number if the page has one: it says so, one ends in `-0` or begins others, or all have one stem."""
        mains = {reading.dialing.main for reading in readings if reading.dialing.main is not None}
        stems = {stem for found in self.whole if (stem := voice_stem(found.phone))}
        zeros = {stem for found in self.whole if found.phone.extension == "0" and (stem := voice_stem(found.phone))}
        return _only(mains or zeros or self._begun() or stems or _alike(readings))

    def _home(self, readings: Collection[PhoneReading]) -> str | None:
        """The area code that the page leaves out: that of the main numbers which it writes without one.

        It writes them with one, too: `940-14` that only stands below another town's number says nothing.
        """
        stems = {stem for found in self.whole if (stem := voice_stem(found.phone))}
        local = [found for reading in readings for found in reading.found if _LOCAL.match(found.raw)]
        known = (found for found in local if voice_stem(found.phone) in stems)
        return _only({code for found in known if (code := _area(found.phone))})

    def _begun(self) -> set[str]:
        """`Alle Durchwahlen hängen an 07123 940`: numbers with which others of the page begin."""
        whole = {found.phone.e164 for found in self.whole if not found.phone.extension}
        return {number[:-behind] for number in whole for behind in _DURCHWAHL} & whole

    def _own_code(self, dialing: Dialing) -> str | None:
        """The area code of all numbers; one number from elsewhere says nothing about the others."""
        code = _only(self.codes)
        return code if code and not (dialing.area_code and self.codes[code] < _SURE) else None

    def again(self, one: Called, text: str, stem: str | None = None) -> PhoneReading:
        """A line read once more with what the page says elsewhere, where something in it was not complete."""
        if not one.reading.findings and all(_COMPLETE.match(found.raw) for found in one.reading.found):
            return one.reading
        before = one.before
        if before.announced and before.main is None and stem is None and not one.reading.findings:
            return one.reading  # local numbers, as the lines above say; a main number below is another's
        better = replace(
            before,
            area_code=self._area_for(text) or self.dialing.area_code or before.area_code,
            announced=before.announced or self.dialing.announced or self._beside(text, one),
            main=stem or before.main or self.main or self._by_groups(text),
            previous=before.previous if one.goes_on or self._is_from_here(before.previous) else None,
        )
        return read_phones(text, better) if better != before else one.reading

    def _is_from_here(self, code: str | None) -> bool:
        """Whether a number below others of an area is from there: the page has no other, or leaves out that one."""
        return len(self.codes) < 2 or (code is not None and code == self.home)

    def _area_for(self, text: str) -> str | None:
        """The area code of a complete number on the page that begins like the local number in `text`."""
        match = re.search(r"(?<![\d/-])([1-9][\d ]{1,9}\d)\s?[-–/]\s?\d", text)
        if not match:
            return None
        digits = match[1].replace(" ", "")
        codes = {code for found in self.whole if (code := _area(found.phone))
                 and found.phone.e164[len(code) + 2 :].startswith(digits)}  # fmt: skip
        return _only(codes)

    def _beside(self, text: str, one: Called) -> str | None:
        """The area code of `Tel. (07571) 4488` for the `Fax 4489` below: as long, and it begins alike."""
        match, area = _SHORT.fullmatch(text), one.before.previous
        if not (match and area and one.goes_on) or one.before.stem:
            return None
        alike = re.compile(rf"\+49{area[1:]}{match[1][0]}\d{{{len(match[1]) - 1}}}")
        return area if any(alike.fullmatch(found.phone.e164) for found in self.whole) else None

    def _by_groups(self, text: str) -> str | None:
        """The stem of a number like `030 / 244 906 510` for `App. -511`: its last group is as long as the Durchwahl."""
        match = re.search(r"[-–]\s?(\d{2,5})(?!\d)", text)
        if not match:
            return None
        stems = {found.phone.e164[: -len(match[1])] for found in self.whole
                 if re.search(rf"\D\d{{{len(match[1])}}}$", found.raw)}  # fmt: skip
        return _only(stems)


def _alike(readings: Collection[PhoneReading]) -> set[str]:
    """What local numbers go on from, where the page announces their area code: `Tel. 83 90-165`, `Tel. 83 90-166`."""
    local = [found.phone for one in readings if one.dialing.announced for found in one.found]
    counted = Counter(stem for phone in local if (stem := voice_stem(phone)))
    return set(counted) if min(counted.values(), default=0) >= _SURE else set()


def _only(values: Collection[str]) -> str | None:
    """The one value, where there is just one."""
    return next(iter(values)) if len(values) == 1 else None


def _area(phone: Phone) -> str | None:
    if phone.kind == "mobile" or not phone.e164.startswith("+49"):
        return None
    code = display.split_area(phone.e164)[0]
    return code if code[1] in "2345678 9" and not code.startswith(("0700", "0800", "0900")) else None
