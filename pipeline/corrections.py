"""What staff have corrected by hand, as the run needs it: rows that hold today, and how to tell whether they changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from pipeline.model import Correction, Finding
from pipeline.stored import to_text

#: The corrections are recorded beside the sources under an id that no source can have.
CORRECTIONS = "*corrections"


@dataclass(frozen=True, slots=True)
class Corrections:
    """The rows of `corrections.xlsx`, and what in it was not understood."""

    all_rows: tuple[Correction, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def rows(self) -> tuple[Correction, ...]:
        """Rows that give a field a value."""
        return tuple(row for row in self.all_rows if row.field not in ("join", "split"))

    @property
    def joins(self) -> tuple[Correction, ...]:
        """Rows that say who is, or is not, the same person."""
        return tuple(row for row in self.all_rows if row.field in ("join", "split"))

    def digest(self, today: date) -> str:
        """Changes when a row changes or runs out, and not when the file is only saved again."""
        held = [(row.contact, row.field, row.value, row.who, row.why, _over(row, today)) for row in self.all_rows]
        noted = [finding.news for finding in self.findings]
        return hashlib.sha256(to_text((held, noted)).encode()).hexdigest()


def _over(row: Correction, today: date) -> bool:
    return row.until is not None and row.until < today
