"""What a reader of numbers keeps in mind: the label, the list, the number before; and what becomes of each number."""

from __future__ import annotations

from dataclasses import replace

from pipeline import numbering
from pipeline.model import Finding, Phone, PhoneKind, Step
from pipeline.transform.dialing import Dialing, FoundPhone
from pipeline.transform.phone_behind import (
    CUT,
    DURCHWAHL_FOLLOWS,
    GLUED,
    OPEN_AREA,
    OPEN_MAIN,
    PLUS_DURCHWAHL,
    RANGE,
    RULE,
    TRUNK,
    TRUNK_PLACEHOLDER,
)
from pipeline.transform.phone_grammar import Number, Problem
from pipeline.transform.phone_lent import (
    grouping,
    shortest_local,
    stands_under_main,
)
from pipeline.transform.phone_shapes import (
    Parts,
    is_short,
)
from pipeline.transform.phone_text import Line
from pipeline.transform.phone_words import NONE, Label


class PhoneMemory:
    """What was found so far and what a person would keep in mind."""

    def __init__(self, dialing: Dialing, kind: PhoneKind | None, labelled: bool) -> None:
        self.dialing = dialing
        self.kind = kind
        self.labelled = labelled or kind is not None
        self.found: list[FoundPhone] = []
        self.findings: list[Finding] = []
        self.label = self.heading = NONE
        self.chain: list[tuple[Number, tuple[PhoneKind, ...]]] = []  # a list, with kinds from labels behind numbers
        self.words = ""  # what stood before the run read last
        self.unread = False  # a further figure of the list is not understood
        self.before: Number | None = None
        self.postfix: list[tuple[PhoneKind, ...]] = []
        self.columns: tuple[Label, ...] = ()  # what stands above the columns of the line
        self.line = Line("", "", None)
        self.raw, self.offset = "", 0

    @property
    def _kinds(self) -> tuple[PhoneKind, ...]:
        """What the label ahead says, or the one outside of the text."""
        return self.label.kinds or ((self.kind,) if self.kind else ())

    def _keep(self, number: Number, index: int) -> None:
        known = self.dialing
        central = self.label.central and number.extension == "0"
        behind = self.postfix[index] if self.postfix else ()
        stem, fax = known.stems_after(number.stem, behind or self._kinds)
        previous, grouped = number.area or known.previous, grouping(number) or known.grouped
        lost = None if stem else known.lost
        before = (known.previous, known.stem, known.fax_stem, known.grouped, known.lost)
        if (previous, stem, fax, grouped, lost) != before or central:
            main = number.stem if central else known.main
            self.dialing = replace(
                known, previous=previous, stem=stem, fax_stem=fax, main=main, grouped=grouped, lost=lost
            )
        self.chain.append((number, behind))
        self.before = number

    def _is_cut(self, number: Number, after: str) -> bool:
        """True if what follows shows that the number is not all there, or that it is the main number of Durchwahlen."""
        if RULE.match(after):
            return True
        if number.extension and PLUS_DURCHWAHL.match(after):
            self._find("phone_truncated", number.start, number.end)
            return True
        plain = number.extension is None and number.area is not None
        few = plain and len(number.local) < shortest_local(number.area)
        if plain and (self.label.trunk or TRUNK.match(after) or (few and DURCHWAHL_FOLLOWS.match(after))):
            self.dialing = replace(
                self.dialing, main=number.e164, stem=number.e164, fax_stem=None, previous=number.area, lost=None
            )
            return True
        cut = None if number.extension and RANGE.match(after) else CUT.match(after)
        if not cut and not GLUED.match(after):
            return False
        if plain and TRUNK_PLACEHOLDER.match(after):
            self.dialing = replace(self.dialing, stem=number.e164, fax_stem=None, previous=number.area, lost=None)
        elif plain and OPEN_MAIN.match(after):
            self._leave_open(number.e164)
        elif stem := number.stem or (number.e164 if plain and after.lstrip()[:1] == "-" else None):
            self.dialing = self.dialing.behind(stem)
        self._find("phone_truncated" if cut else "phone_unknown", number.start, number.end + 6)
        return True

    def _object(self, problem: Problem, parts: Parts, at: int, then: int, after: str) -> None:
        """A finding, except for an area code that is announced rather than cut off: `Telefon (07161)`."""
        if stem := _short_trunk(parts[at:then]) if TRUNK.match(after) else None:
            self.dialing = replace(self.dialing, main=stem, stem=stem, fax_stem=None, lost=None)
            return
        if problem.area and then == len(parts) and ("(" in parts[at].sep or self.label.area):
            self.dialing, self.heading = replace(self.dialing, announced=problem.area), self.label
            return
        stem = problem.stem or (_short_trunk(parts[at:then]) if problem.lent and after[:1] == "-" else None)
        if stem and not problem.stem and OPEN_MAIN.match(after):
            self._leave_open(stem)
        elif stem:
            self.dialing = self.dialing.behind(stem)
        elif problem.area and then == len(parts) and self.label.says_phone and OPEN_AREA.match(after):
            self.heading = replace(self.label, begun=problem.area)
        if area := problem.area or problem.lent:
            self.dialing = replace(self.dialing, previous=area)
        if not is_short(parts[at:then]) or stands_under_main(self.line.signs, parts[at:then], self.dialing):
            self._find(problem.code, parts[at].start, problem.end + (after[:1] == "-"))

    def _leave_open(self, main: str) -> None:
        """A main number ends its line with a hyphen: lines that begin with one go on with it."""
        self.dialing = replace(self.dialing, stem=main, fax_stem=None, lost=None)
        self.heading = Label(("voice",), extension=True, begun=main)

    def _find(self, code: str, start: int, end: int) -> None:
        self.findings.append(Finding(code, "warning", self.line.text[start:end].strip()))

    def _settle(self) -> None:
        """Gives the numbers of a list their kinds: one for all, or one after the other (`Tel./Fax -30/-39`)."""
        if not self.chain:
            return
        kinds = self._kinds or ("voice",)
        last = len(self.chain) - 1
        for index, (number, behind) in enumerate(self.chain):
            own = behind or kinds
            if not behind and len(kinds) > 1 and last:
                own = (kinds[-1],) if index == last else (kinds[min(index, len(kinds) - 2)],)
            elif not behind and self.unread:
                own = kinds[:1]  # the other kind is that of the figure behind it
            for kind in dict.fromkeys(kind_of(number.e164, kind) for kind in own):
                self._emit(number, kind)
        self.chain, self.unread = [], False

    def _emit(self, number: Number, kind: PhoneKind) -> None:
        start, end = self.line.origin(number.start, number.end)
        raw, written = self.raw[start:end], self.line.text[number.start : number.end]
        steps = number.steps if raw == written else (Step("clean", raw, written), *number.steps)
        phone = Phone(kind, number.e164, number.extension)
        self.found.append(FoundPhone(phone, self.offset + start, self.offset + end, raw, steps))


def _short_trunk(parts: Parts) -> str | None:
    """`05361 28`: a main number that is none without its Durchwahl."""
    digits = "".join(part.digits for part in parts).removeprefix("0")
    area = numbering.area_of(digits)
    return numbering.COUNTRY + digits if area and len(digits) > len(area) and digits[len(area)] != "0" else None


def kind_of(e164: str, kind: PhoneKind) -> PhoneKind:
    """The prefix says mobile, whatever the label says; a landline under "Mobil" is none."""
    if e164.startswith(numbering.COUNTRY) and numbering.is_mobile(e164[3:]):
        return "mobile"
    return "voice" if kind == "mobile" else kind
