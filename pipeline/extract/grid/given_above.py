"""What a heading gives to all that stands below it: the main number of Durchwahlen, an area code, a mail domain."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.grid.heading_words import LONGEST
from pipeline.numbering import national

#: A number that ends in a hyphen or dots: the column holds what follows it.
_STEM = re.compile(r"\s*((?:\+49|\(?0\d)[\d\s()/.–-]{2,24}?)\s*(?:[-–/]\s*(?:\.{2,}|…|[xX]{2,5})?|\.{2,}|…)\s*\)?$")


@lru_cache(maxsize=1024)
def stem_of(text: str) -> tuple[str, str]:
    """A heading and the number above a column of Durchwahlen: `Tel. (0381) 381-` is `Tel.` and `(0381) 381`."""
    found = _STEM.search(text[:LONGEST])
    if not found or sum(char.isdigit() for char in found[1]) < 5:
        return text, ""
    number = found[1].strip() if ")" in found[1] else found[1].strip(" (")  # `Durchwahl (05141 12-)` is all in brackets
    return text[: found.start()].rstrip(" (:"), number


_AREA = r"\b(0[1-9]\d{1,4})"
#: An area code that holds for all that stands below: `Telefon (Vorwahl 05141)`, `Tel. 05141 /`.
_CODE_ABOVE = re.compile(
    r"[\s,(–-]*\b(?:(?:Tel\.|Telefon)?[\s-]?[Vv]orwahl|Vorw\.|VW|ONK?[Zz]?|Ortsnetz(?:kennzahl)?)"
    rf"[\s:]*\(?{_AREA}\b[\s/).…–-]*$|[\s(]*{_AREA}[\s/).…–-]*$"
)
_ANY_AREA = re.compile(rf"{_AREA}\b")


@lru_cache(maxsize=1024)
def code_of(text: str) -> tuple[str, str]:
    """A heading and the area code in it, which is empty where there is none, and where nobody knows which of two."""
    found = _CODE_ABOVE.search(text[:LONGEST])
    if not found or not found.start():
        return text, ""
    code = found[1] or found[2]
    return (text[: found.start()], code) if {code}.issuperset(_ANY_AREA.findall(text)) else (text, "")


def is_code_alone(text: str) -> bool:
    """Whether a text is an area code and what it is called: `Vorwahl 05141`, `(05141)`."""
    before, code = code_of(f"x {text}")
    return before == "x" and national(code) is not None


#: What stands below is what comes before it: `E-Mail (…@landkreis-celle.de)`, `Mail: vorname.nachname@stadt-celle.de`.
_DOMAIN = re.compile(
    r"[\s:,(-]+(?:…|\.{2,3}|[xX*_~]{1,5}|(?:vor|nach|zu)?name|vorname\.(?:nach)?name|v\.(?:nach)?name)?"
    r"@\s?((?:[a-z0-9-]+\.)+[a-z]{2,12})\s*\)?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def domain_of(text: str) -> tuple[str, str]:
    """A heading and the mail domain that it says for all that stands below, which is empty where it says none."""
    found = _DOMAIN.search(text[:LONGEST]) if "@" in text else None
    return (text[: found.start()], found[1]) if found and found.start() else (text, "")
