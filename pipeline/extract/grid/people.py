"""Whom a cell or a row of a table names, before numbers are dealt to them."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.model import Finding, Raw, Reading


@dataclass(slots=True)
class Person:
    """One person (or vacant post) of a row: the line of the cell, the name, a function beside it."""

    line: int
    name: Reading | None
    role: Reading | None = None
    vacant: bool = False
    org: Reading | None = None
    stands_in: bool = False  # for whoever is to have a vacant post
    deputy: bool = False  # of somebody whom the same cell names
    beside: Raw | None = None  # words behind her name that no list knows
    below: bool = False  # a line of its own below the name says something of her


@dataclass(slots=True)
class People:
    """All that a name cell says."""

    persons: list[Person] = field(default_factory=list)
    org: Reading | None = None
    role: Reading | None = None
    address: Reading | None = None
    hours: Reading | None = None
    lines: int = 0
    findings: list[Finding] = field(default_factory=list)

    def take(self, other: People) -> None:
        """Adds the people of one more cell, as if it stood on the lines below."""
        for person in other.persons:
            person.line += self.lines
        self.lines += other.lines
        self.join(other)

    def join(self, other: People) -> None:
        """Adds what one more line of the same cell says."""
        self.persons += other.persons
        self.org, self.role = self.org or other.org, self.role or other.role
        self.address, self.hours = self.address or other.address, self.hours or other.hours
        self.findings += other.findings
