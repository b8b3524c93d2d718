"""What a part of a page lends its numbers: each house has its own main number, below its own heading.

What stands before the first heading holds for all that follow; what one house says ends where the next begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.model import Phone
from pipeline.transform.phone import Dialing, FoundPhone

_NOTHING = Dialing().pending


@dataclass(slots=True)
class _Section:
    """One open part of the page: its rank, what was known where it began, its different main numbers and others."""

    level: int
    begin: Dialing
    mains: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)


class Sections:
    """The open parts of a page while it is read from top to bottom."""

    def __init__(self, dialing: Dialing) -> None:
        self.open = [_Section(0, dialing)]

    def enter(self, level: int, state: Dialing) -> Dialing:
        """What holds below a heading: without what the sections said that end here."""
        while self.open[-1].level >= level:
            state = self.open.pop().begin
        self.open.append(_Section(level, state))
        return state if state.pending is _NOTHING else replace(state, pending=_NOTHING)

    def hear(self, found: Sequence[FoundPhone]) -> None:
        """Notes the stems of the numbers that a line gave."""
        section = self.open[-1]
        for one in found:
            if stem := voice_stem(one.phone):
                (section.mains if one.phone.extension == "0" else section.stems).add(stem)

    def main(self) -> str | None:
        """The main number to which a bare Durchwahl belongs here: of the innermost part that has only one."""
        for section in reversed(self.open):
            for stems in (section.mains, section.stems):
                if stems:
                    return next(iter(stems)) if len(stems) == 1 else None
        return None


def voice_stem(phone: Phone) -> str | None:
    """What stands before the Durchwahl of a number that is no fax."""
    return phone.e164[: -len(phone.extension)] if phone.extension and phone.kind == "voice" else None
