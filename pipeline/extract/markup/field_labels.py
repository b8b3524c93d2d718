"""`<span>Anschrift</span><span>Marktplatz 1</span>`: a label and its value, which a style sheet sets apart."""

from __future__ import annotations

import re

_STREET = r"(?:Straße|Strasse)(?: ?(?:[/,&+]|und) ?(?:Nr\.?|Haus(?:nr\.?|nummer)))?"
_TOWN = r"(?:(?:PLZ|Postleitzahl) ?(?:[/,&+]|und) ?)?(?:Wohno|O)rt"
#: Labels with which nobody's function, office, name or street begins, as it may with `Fachdienst` or `Standort`.
_LABEL = re.compile(
    r"(?:Vor|Nach|Familien)?[Nn]ame|Funktion|Aufgaben(?:bereich|gebiet)?|Zuständigkeit(?:en|sbereich)?|Tätigkeit|"
    r"Dienststelle|Einrichtung|Institution|Organisation|Träger|"
    r"(?:(?:Haus|Post|Besuch(?:er|s)|Liefer|Dienst|Büro)-?)?(?:[Aa]nschrift|[Aa]dresse)|"
    rf"{_STREET}|{_TOWN}"
)
#: So many characters before the border of an element may be a label.
LONGEST = 30


def sets_apart(before: str, value: str) -> bool:
    """Whether the text before the border of an element is a label, and what begins there a value."""
    first = value.lstrip()[:1]
    return (first.isupper() or first.isdigit()) and _LABEL.fullmatch(before.rstrip()) is not None
