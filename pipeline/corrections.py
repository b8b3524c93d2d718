"""What staff have corrected by hand, as the run needs it: the rows, and how to tell cheaply whether they changed."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from pipeline.disk import read_file
from pipeline.errors import KreiskontakteError
from pipeline.model import CORRECTIONS, Correction, Corrections, Finding
from pipeline.stored import SourceState, to_text


class CorrectionsFile:
    """`corrections.xlsx` as it lies there; it is opened only when its bytes are new or a row runs out."""

    def __init__(self, path: Path, today: date) -> None:
        self._path, self._today = path, today

    @cached_property
    def _body(self) -> bytes | None:
        try:
            return read_file(self._path)
        except FileNotFoundError:
            if self._path.is_symlink():
                raise KreiskontakteError(
                    f"{self._path}: der Verweis führt ins Leere; berichtigen oder entfernen"
                ) from None
            return None
        except OSError as error:
            raise KreiskontakteError(f"{self._path}: lässt sich nicht lesen ({error.strerror})") from error

    @cached_property
    def _all(self) -> Corrections:
        if self._body is None:
            return Corrections()
        from pipeline.extract.corrections import read_corrections

        return read_corrections(self._body, str(self._path))

    @cached_property
    def today(self) -> Corrections:
        """What holds today; a row whose last day is over is a finding."""
        over = [row for row in self._all.rows if row.until and row.until < self._today]
        ended = (
            Finding("correction_ended", "info", row.contact, row.where, CORRECTIONS, None, _details(row))
            for row in over
        )
        return Corrections(tuple(row for row in self._all.rows if row not in over), (*self._all.findings, *ended))

    def state(self, before: SourceState | None) -> SourceState:
        """What there is to remember; the last state where neither the file nor the day makes a difference."""
        digest = hashlib.sha256(self._body or b"").hexdigest()
        if self._body is None and before is not None and before.contacts:
            raise KreiskontakteError(
                f"{self._path}: fehlt, enthielt aber Korrekturen; zurücklegen oder leeren statt löschen"
            )
        if before is not None and before.digest == digest and not before.is_due(self._today):
            return before
        today = self.today
        rows = to_text([(row.contact, row.field, row.value, row.who, row.why) for row in today.rows])
        said = hashlib.sha256(rows.encode()).hexdigest()
        return SourceState(
            CORRECTIONS,
            digest,
            said,
            contacts=len(self._all.rows),
            findings=today.findings,
            revisit=_end(today),
            read_on=self._today.isoformat(),
        )


def _details(row: Correction) -> tuple[tuple[str, str], ...]:
    return (("field", row.field), ("value", row.value), ("until", f"{row.until:%d.%m.%Y}" if row.until else ""))


def _end(today: Corrections) -> str | None:
    """The first day after one of the rows has run out."""
    days = [row.until + timedelta(days=1) for row in today.rows if row.until]
    return min(days).isoformat() if days else None
