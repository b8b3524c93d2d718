"""Labels of forms: what stands behind or below them is a function or an office, whatever its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.fact import Fact
from pipeline.extract.page.item import Item, Kind
from pipeline.extract.page.pieces import EDGES
from pipeline.transform.names import find_names
from pipeline.transform.office import is_office
from pipeline.transform.text import fold

_FIELD = re.compile(
    r"^\W{0,3}(Funktion|Position|Aufgabe(?:n|nbereich|ngebiet)?|Zuständig(?:keit(?:en|sbereich)?| für)|"
    r"Tätigkeit|Amtsbezeichnung|Rolle|"
    r"(?:Arbeits)?Bereich|Arbeitsgebiet|Einrichtung|Organisation(?:seinheit)?|Institution|Träger|Dienststelle|"
    r"Behörde|Sachgebiet|"
    r"Abteilung|Fachbereich|Fachdienst|Amt)\s*(?:(:)\s*|$)",
    re.IGNORECASE,
)
_LONGEST = 80  # characters of a label, however many blanks are around it
_FIELDS: dict[str, Kind] = {
    **dict.fromkeys(("funkt", "posit", "aufga", "zustä", "tätig", "amtsb", "rolle", "arbei", "berei"), "role"),
    **dict.fromkeys(
        ("einri", "organ", "insti", "träge", "diens", "behör", "sachg", "abtei", "fachb", "fachd", "amt"), "office"
    ),
}


class FormFields:
    """A reader who goes down a page and knows which label stood alone on the line before."""

    def __init__(self) -> None:
        self.pending: Kind | None = None

    def read(self, index: int, line: Line, facts: Sequence[Fact], below: str) -> list[Item] | None:
        """What a line with a label or below one says; None where it has to be read like any other."""
        pending, self.pending = self.pending, None
        if line.box.tag == "dt" and not facts and _is_kind_of(line.text, below):
            self.pending = "office"
            return []
        label = None if facts else _label(line.text)
        if label is None:
            return _value(index, line.text, 0, pending) if pending and not facts else None
        kind, colon = _FIELDS[label[1].lower()[:5]], label[2]
        if line.text[label.end() :].strip(EDGES):
            return _value(index, line.text, label.end() if colon else 0, kind if colon else pending)
        if not (colon or line.strong or label.end() == len(line.text)):
            return None
        self.pending = kind
        return []


#: `Schule`, `Verein:`
_ONE_WORD = re.compile(r"([A-ZÄÖÜ][^\W\d_]{2,20}):?")


def _is_kind_of(term: str, value: str) -> bool:
    """`Schule` as the term of `Grundschule Neustadt`: the kind of the office, and nothing that somebody does."""
    word = _ONE_WORD.fullmatch(term)
    first, blank, _ = value.partition(" ")
    told = word is not None and blank != "" and fold(first).replace(" ", "").endswith(fold(word[1]))
    return told and is_office(value) and not find_names(value)


def _label(text: str) -> re.Match[str] | None:
    """The label with which a line begins; without a colon it is the whole line."""
    return _FIELD.match(text) if text and (len(text) < _LONGEST or ":" in text) else None


def _value(index: int, text: str, start: int, kind: Kind | None) -> list[Item] | None:
    """The value of a field, unless it names somebody."""
    value = text[start:].strip(EDGES)
    if not kind or not value or find_names(value):
        return None
    carrier = text.lstrip(EDGES)[:6].lower() == "träger"
    return [Item(kind, index, len(text) - len(value), value, carrier=carrier)]
