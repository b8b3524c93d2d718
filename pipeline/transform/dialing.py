"""What reading a telephone number needs to know beforehand, and what it hands back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.frozen import quickly_made
from pipeline.model import Finding, Phone, PhoneKind, Step
from pipeline.transform.phone_words import NONE, Label


@quickly_made
@dataclass(frozen=True, slots=True)
class Dialing:
    """What lends a number the digits it does not write.

    `area_code` is the district's (`0711`), `announced` one said in the text ("Vorwahl 07161"), `main` the E.164 stem of
    a shared main number (`+497113902`). What reading adds for the next line: `previous`, the area code of the number
    before, `stem`, its digits before the hyphen, `fax_stem`, those of the fax behind it where they are others,
    `grouped`, the same where a blank divides (`244 906 510`) with how many digits followed, `lost`, the digits before
    the hyphen of a number not understood, and `pending`, a label whose number stands on the next line.
    """

    area_code: str | None = None
    announced: str | None = None
    main: str | None = None
    previous: str | None = None
    stem: str | None = None
    fax_stem: str | None = None
    grouped: tuple[str, int] | None = None
    lost: str | None = None
    pending: Label = NONE

    def fresh(self) -> Dialing:
        """The same at the beginning of another block: what only the lines before it said is forgotten."""
        return replace(self, previous=None, stem=None, fax_stem=None, grouped=None, lost=None, pending=NONE)

    def behind(self, stem: str) -> Dialing:
        """The same behind a number that is not understood: its Durchwahlen belong to no other main number."""
        known = stem in (self.stem, self.fax_stem, self.main)
        return self if known else replace(self, stem=None, fax_stem=None, grouped=None, lost=stem)

    @property
    def shared(self) -> str | None:
        """The shared main number, unless a Durchwahl here belongs to one that is not understood."""
        return self.main if self.lost in (None, self.main) else None

    def stem_of(self, kinds: tuple[PhoneKind, ...]) -> str | None:
        """What stands before the Durchwahl of a number of these kinds."""
        return self.fax_stem if self.fax_stem and kinds == ("fax",) else self.stem

    def stems_after(self, stem: str | None, kinds: tuple[PhoneKind, ...]) -> tuple[str | None, str | None]:
        """`stem` and `fax_stem` once a number was read: an `App. 12` belongs to no fax that has a stem of its own."""
        if stem is None:
            return self.stem, self.fax_stem
        apart = kinds == ("fax",) and (self.lost is not None or self.stem not in (None, stem))
        return (self.stem, stem) if apart else (stem, None)


@quickly_made
@dataclass(frozen=True, slots=True)
class FoundPhone:
    """A number, its span in the text as given, and the steps between the two."""

    phone: Phone
    start: int
    end: int
    raw: str
    steps: tuple[Step, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class PhoneReading:
    """All numbers of a text in order, what looked like one and is none, and what the next text may rely on."""

    found: tuple[FoundPhone, ...] = ()
    findings: tuple[Finding, ...] = ()
    dialing: Dialing = Dialing()
