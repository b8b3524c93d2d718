"""Short sentences between the values of one person, as pages in Leichte Sprache write them: `Sie können auch faxen.`"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.page.item import Item
from pipeline.transform.office import is_office, is_role

_LONGEST = 120
#: How such sentences begin; asked first, because most lines do not.
_BEGINNINGS = (
    *("Sie ", "Er ", "Oder ", "Dann ", "Hier ", "Dort ", "Das ", "Die ", "Der ", "Ihre "),
    *("Rufen ", "Schreiben ", "Kommen ", "Schicken ", "Fragen ", "Melden ", "Besuchen "),
)
_BRIDGE = re.compile(
    r"(?:(?:Oder|Dann|Hier|Dort) )?(?:"
    r"(?i:rufen|schreiben|kommen|schicken|fragen|melden|besuchen|faxen|erreichen|finden|treffen) Sie\b"
    r"|(?:Sie )?(?i:können|dürfen|möchten|wollen|müssen|brauchen) (?:Sie )?.*[a-zäöü]+e?n[.:!]?$"
    r"|(?:Das|Die|Der|Ihre) (?:[A-ZÄÖÜ][\w-]+ ){1,2}(?:ist|sind|lautet)(?: hier| so)?[.:]?$)"
)
CALLS = ("Sie ist ", "Er ist ", "Sie arbeitet ", "Er arbeitet ")
_IS = re.compile(
    r"(?:Sie|Er) ist (?:(?:die|der|das|eine?|unsere?|Ihre?|auch) )*(?P<role>[A-ZÄÖÜ][^.,;:!?]{3,80})[.!]?$"
)
_WORKS = re.compile(
    r"(?:Sie|Er) (?:arbeitet|ist) (?:bei|beim|bei der|bei dem|im|in der|in dem|für das|für die|für den) "
    r"(?P<office>[A-ZÄÖÜ][^.,;:!?]{3,80})[.!]?$"
)
#: `Das ist Frau Muster.` beside her picture.
SHOWS = ("Das ist ", "Das hier ist ", "Hier ist ")


def is_bridge(text: str) -> bool:
    """True for a sentence that only says that the next value follows: `Oder schreiben Sie eine E-Mail:`"""
    return len(text) < _LONGEST and text.startswith(_BEGINNINGS) and _BRIDGE.match(text) is not None


def called(index: int, text: str) -> Iterator[Item]:
    """`Sie ist die Beauftragte des Kreises.`, `Sie arbeitet beim Kreis.` say what the person before does, and where."""
    if len(text) >= _LONGEST:
        return
    if (match := _WORKS.match(text)) and is_office(match["office"]):
        yield Item("office", index, match.start("office"), match["office"], prose=True)
    elif (match := _IS.match(text)) and is_role(match["role"]):
        yield Item("role", index, match.start("role"), match["role"], prose=True)


def is_plain(text: str) -> bool:
    """True for a short line that is such a sentence although it has too few words to look like one."""
    return is_bridge(text) or (text.startswith(CALLS) and any(says.match(text) for says in (_IS, _WORKS)))
