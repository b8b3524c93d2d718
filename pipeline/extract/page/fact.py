"""A value in a line of a page, and all values of a page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipeline.model import Finding, Phone, Reading
from pipeline.transform.phone import Dialing


@dataclass(slots=True)
class Fact:
    """A value and the part of its line where it stands; `start == end` where only a link says it.

    `note`: what stands in brackets right behind it.
    """

    field: str
    start: int
    end: int
    reading: Reading
    note: str = ""


@dataclass(slots=True)
class Facts:
    """All that the lines of a page say in values: for each line its facts in order; and what is no value."""

    lines: list[list[Fact]] = field(default_factory=list)
    findings: list[tuple[int, Finding]] = field(default_factory=list)
    dialing: Dialing = field(default_factory=Dialing)
    mains: list[str | None] = field(default_factory=list)  # for each line the main number of its part of the page

    def unread(self) -> set[int]:
        """The lines with an extension to which nothing says the number."""
        return {index for index, finding in self.findings if finding.code == "phone_no_main"}

    def dialing_at(self, index: int) -> Dialing:
        """What the page and the part around a line lend the numbers there."""
        return replace(self.dialing, main=self.mains[index] or self.dialing.main)


def as_fax(fact: Fact) -> Fact:
    """The fact once it is known that its number, if it is one to speak on, is a fax machine's."""
    value = fact.reading.value
    if not isinstance(value, Phone) or value.kind != "voice":
        return fact
    return replace(fact, reading=replace(fact.reading, value=replace(value, kind="fax")))
