"""What the line before says of the numbers in this one: a label above, a number that goes on here."""

from __future__ import annotations

import re

from pipeline.transform.phone_labels import label_of
from pipeline.transform.phone_named import names_people
from pipeline.transform.phone_shapes import fills_line
from pipeline.transform.phone_text import Run
from pipeline.transform.phone_words import NONE, Label

#: A longer line without a number is no label of the next line.
_HEADING = 40
#: A longer one is no line of columns' heads either.
_HEADS = 120
_YEAR = re.compile(r"(?:19|20)\d\d")
#: So many digits of a Durchwahl are no postcode's.
_DURCHWAHL = 4
#: `100`, `125 oder 126` alone on a line: so few digits are a number only below a label.
DURCHWAHL_ALONE = re.compile(r"\s*\d{2,3}(?:\s?(?:/|,|oder|und|u\.)\s?\d{2,3}){0,5}\s*", re.ASCII)
#: `73033 Göppingen`, whatever stands above; behind a number somebody may be named.
_TOWN = re.compile(r"\W*\d{5} (?!Frau|Herr)[A-ZÄÖÜ][^\W\d_]")

#: `Zentrale Koordination`, `Vermittlung von Wohnraum`: what an office does, not who puts callers through.
_TASK = re.compile(r"(?:Zentrale|Vermittlung) (?!.*(?:amt|haus)$).*[A-ZÄÖÜ][^:]*")


def heading(signs: str) -> Label:
    """What a line without a number says of the next: `Telefon:`; of its columns where it has some."""
    if "|" in signs and len(signs) <= _HEADS:
        columns = tuple([label_of(cell, NONE)[0] for cell in signs.split("|")])
        return Label(columns=columns) if any(label.kinds for label in columns) else NONE
    if len(signs) > _HEADING or _TASK.fullmatch(signs):
        return NONE
    return label_of(signs, NONE)[0]


def is_durchwahl_below(pending: Label, raw: str) -> bool:
    """True for `100` below `Durchwahl` or `Telefon`, as `Durchwahl: 100` would be one on one line.

    `Frau Muster 17` is one only below `Durchwahl`.
    """
    if pending.extension and names_people(raw):
        return True
    return (pending.extension or pending.says_phone) and DURCHWAHL_ALONE.fullmatch(raw) is not None


def carried(pending: Label, signs: str, runs: list[Run]) -> Label:
    """The label of the line before, if it speaks of the first figure of this one."""
    if pending is NONE:
        return NONE
    if pending.columns:
        return pending if signs.count("|") + 1 == len(pending.columns) else NONE
    if pending.begun:
        return pending if _goes_on(pending, signs, runs) else NONE
    return NONE if _TOWN.match(signs) else pending


def _goes_on(pending: Label, signs: str, runs: list[Run]) -> bool:
    """Below a main number a hyphen leads; below an area code nothing else stands, or a Durchwahl ends the line."""
    first = runs[0]
    if pending.begun.startswith("+"):
        part = first.parts[0]
        return part.sep.endswith("-") and part.tight and len(part.digits) <= _DURCHWAHL
    if len(runs) > 1 or first.parts[0].digits[0] == "0":
        return False
    around = signs[: first.start] + signs[first.parts[-1].end :]
    alone = not around.strip(" .") and not _YEAR.fullmatch(signs.strip(" ."))
    return alone or fills_line(signs, first.parts)
