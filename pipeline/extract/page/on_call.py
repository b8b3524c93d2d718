"""Words before a number that say when it rings, not who answers: `Bereitschaft am Wochenende`, `im Notfall`."""

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
