"""Family names that say where somebody once lived: `In der Au`, `Auf dem Berge`, `Zur Mühlen`, `Am Ende`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.transform.name_words import is_label, is_office_word

#: What a name of this kind begins with: cheaper to ask than the pattern.
LEADS = "IAVUHBZ"
#: Of a street a number follows (`Eva, In der Au 3`); so it does behind what is no name (`Frau Beispiel Im Haus 12`).
_DWELLING = re.compile(
    r"(?:(?P<sure>(?:In|Auf|Aus|An|Vor|Unter|Hinter|Bei) (?:der|dem|den)|Zur|Zum)|Am|Im)"
    r" (?P<place>[A-ZÄÖÜ][^\W\d_]+(?:-[A-ZÄÖÜ][^\W\d_]+)?)(?![\w-]| ?\d| [A-ZÄÖÜa-zäöü]\w* ?\d)"
)
#: The same in small letters, as a whole list of names has it: `Eva auf der Heide`; `Eva aus der Ukraine` says more.
_SMALL = re.compile(r"(?:in|auf|an|vor|unter|hinter) (?:der|dem|den) (?=[A-ZÄÖÜ])")
#: Where nobody lived: `Am Bahnhof, Hagen`, `Zum Sportplatz`.
_PUBLIC = re.compile(r"(?:bahnhof|friedhof|platz|markt|kirche|halle|schule|rathaus|turm|tor|zeit|thema)$")


def dwelling_at(text: str, start: int, told: bool) -> list[str]:
    """The words of such a name at `start`, none where no such name stands; `told` says that only a name can."""
    match = _DWELLING.match(text, start)
    if not match or not (told or match["sure"]):
        return []
    place = match["place"]
    none = is_label(place) or is_office_word(place) or _PUBLIC.search(place.lower())
    return [] if none else match.group().split(" ")


def ends_with_dwelling(text: str, start: int) -> bool:
    """Whether a text that is one name ends with such a name in small letters."""
    lead = _SMALL.match(text, start)
    if not lead:
        return False
    dwelling = dwelling_at(lead.group().capitalize() + text[lead.end() :], 0, True)
    return len(" ".join(dwelling)) == len(text) - start and bool(dwelling)


def is_dwelling(words: Sequence[str]) -> bool:
    """Whether words are such a name and nothing else."""
    text = " ".join(words)
    text = text[:1].upper() + text[1:]
    match = _DWELLING.match(text)
    return match is not None and match.end() == len(text)
