"""In which order a heading says that names are written: `Beauftragte/r (Name, Vorname)`."""

from __future__ import annotations

import re

from pipeline.extract.grid.contact_words import STRONG
from pipeline.transform.text import fold

#: The parts of a name in a heading, in the order in which people write them: `Beauftragte/r (Name, Vorname)`.
_NAME_PART = re.compile(
    r"\b(?:(?P<given>vorname|first ?name|vor (?=(?:(?:und|u|bzw) )?(?:nach|zu|familien)name\b))|"
    r"name|nachname|familienname|zuname|last ?name|family name|surname|nach (?=(?:(?:und|u|bzw) )?vorname\b))"
)


def family_first(text: str) -> bool:
    """True where a heading says that the family name is written first; `Name (Vorname Nachname)` does not."""
    return _given_at(fold(text))[-1:] == [True]


_ORDER_BEGINS = re.compile(r"(?<=[\w)])[\s(:–-]+(?=(?:Vor|Nach|Zu)-|(?:Vor|Nach|Zu|Familien)?[Nn]ame\b)")


def before_name_order(text: str) -> str:
    """A heading up to where it says how names are written: `Beauftragte/r (Vor- und Nachname)`."""
    return _ORDER_BEGINS.split(text)[0]


#: What a second row of headings adds to a function: `Koordination` above `Name`.
_PERSON_WORD = re.compile(r"(?<=\w)\s+(?:Person|Ansprechpartner\S*|Ansprechperson)$")


def above_name(text: str) -> str:
    """What stands over a `Name` in a heading of two rows: `Hausmeister` of `Hausmeister Name`."""
    return _PERSON_WORD.sub("", before_name_order(text))


def _given_at(key: str) -> list[bool]:
    """Which of the parts of a name that a heading lists are the given name; nothing where it has no order."""
    parts = [found["given"] is not None for found in _NAME_PART.finditer(key)]
    return parts if len(set(parts)) > 1 else []


def lists_name_parts(key: str) -> bool:
    """True where a heading says in which order names are written; `E-Mail (vorname.name)` speaks of mail."""
    first = _NAME_PART.search(key)
    before = key[: first.start()] if first else ""
    return bool(_given_at(key)) and not any(pattern.search(before) for _, pattern in STRONG)
