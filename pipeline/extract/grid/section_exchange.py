"""How long the exchange or the area code that a section gives holds for the rows below it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Exchange:
    """Which kind of section gave it, a municipality or an office, and in which words."""

    level: str = ""
    said: str = ""
    inside: bool = False  # a section of its own has begun and nobody is in it yet

    def ends_at(self, head: str, level: str, below: bool) -> bool:
        """Whether a section ends it: the next of its kind, and any other behind an office, but none inside it.

        `Celle` right below `Stadt Celle (Zentrale 05141 12-0)` is inside, and so is what follows right below that;
        `below` says that people stand between.
        """
        self.inside = not below and (self.inside or (head != "" and head in self.said))
        return self.level in ("org", level) and not self.inside
