"""Words before a number that say when it rings or in which language, not who answers: `im Notfall`, `auf Arabisch`."""

from __future__ import annotations

import re

from pipeline.transform.text import fold

_DUTY = (
    r"(?:24 (?:h|std|stunden) )?(?:(?:ruf|not)?bereitschaft(?:sdienst|snummer|shandy|stelefon)?|"
    r"not(?:fall|faelle|dienst)(?:nummer|handy|telefon)?|in notfaellen|im notfall|in dringenden faellen)"
)
_TIMES = (
    r"(?:nachts?|abends?|spaetabends|morgens|wochenenden?|sonn|feiertag(?:en|s)?|wochenends|tags(?:ueber)?|"
    r"rund um die uhr|"
    r"(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|(?:buero|dienst|oeffnungs|sprech|geschaefts)zeit(?:en)?|"
    r"feierabend|tag und nacht|jederzeit)"
)
_SMALL = r"(?:am|an|im|in|zu|der|den|dem|die|und|oder|ab|nach|auch|nur|ausserhalb|waehrend|sowie)"
_WHEN = re.compile(rf"(?:{_DUTY}|(?:{_SMALL} )*{_TIMES})(?: (?:{_SMALL}|{_TIMES}))*")


def says_when(text: str) -> bool:
    """Whether a label says nothing but when a number is answered."""
    folded = fold(text)
    return len(folded) < 80 and _WHEN.fullmatch(folded) is not None


_SPOKEN = r"(?:auch |nur )?(?:auf|in) [a-z]+isch(?:(?: und| oder)? [a-z]+isch)*"
#: What is done for everybody who calls, and when or in which language: `Aufnahme rund um die Uhr`.
_HOW = re.compile(
    rf"{_SPOKEN}|(?:[a-z]+ )?(?:beratung|aufnahme|auskunft|gespraeche?|erreichbar(?:keit)?) "
    rf"(?:{_SPOKEN}|(?:{_SMALL} )*{_TIMES}(?: (?:{_SMALL}|{_TIMES}))*)"
)


def says_how(text: str) -> bool:
    """Whether a label says nothing but how an office answers: `Beratung auch auf Arabisch`."""
    folded = fold(text)
    return len(folded) < 80 and _HOW.fullmatch(folded) is not None
