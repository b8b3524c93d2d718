"""What a heading means: the words German offices write above a column or beside a value.

A heading may mean several things (`Kontakt` is a person or her numbers); the content of the column decides then.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.grid.heading_words import FILLER, PERSON, WEAK
from pipeline.transform.text import fold

#: Keys of the `columns` option and the field each stands for here.
OPTION_FIELDS = (
    "name", "given", "family", "salutation", "title", "role", "org", "municipality", "phone", "mobile", "fax", "email",
    "street", "postcode", "city", "address", "url", "hours",
)  # fmt: skip
#: Longer texts are titles or sentences.
_LENGTH = 70
_WORDS = 8

#: Words that name a way of contact whatever stands beside them; the first that matches counts.
_STRONG: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        ("email", r"\be ?mail|\bmail|mail(?:s|adressen?)?\b|mailadr|elektronische post"),
        ("fax", r"fax"),
        ("mobile", r"mobil(?!e jug|e berat|itaet)|\bmob\b|handy|funktelefon|\bcell|smartphone"),
        ("extension", r"durchwahl|\bdw\b|\bdurchw\b|nebenstelle|\bapparat\b|\bapp\b|hausruf"),
        ("main", r"\bzentrale\b|zentralnummer|hauptnummer|\bsammelnummer\b|vermittlung|stammnummer|kopfnummer"),
        ("phone", r"telefon|\btel\b|telef\b|\bfon\b|phone\b|\bruf ?n|rufnummer|festnetz|fernsprech|\btelnr|\bruf\b"),
        ("url", r"internet|homepage|web ?s(?:eite|ite)|\burl\b|\bwww\b|\bweb\b|webadresse|webauftritt|onlineauftritt"),
        ("hours", r"sprechzeit|sprechstunde|oeffnungszeit|buerozeit|dienstzeit|servicezeit|geschaeftszeit|praesenzzeit|"
                  r"anwesenheit|telefonzeit|erreichbarkeitszeit|arbeitszeit|kontaktzeit|beratungszeit|sprechtag|\bzeiten\b|"
                  r"(?:opening|office) hours|\boeffn\b|\bsprechz\b"),
        ("address", r"\bplz\b.*\bort\b|postleitzahl.*\bort\b|strasse.*\b(?:ort|plz)\b|\bort\b.*strasse"),
        ("postcode", r"\bplz\b|postleitzahl|\bzip\b|post ?code|postal code"),
        ("street", r"strasse\b|\bstr\b|\bstrassenname|\bstreet\b"),
        ("address", r"anschrift|\badd?resse?|adresse\b|postfach|dienstsitz|\bsitz\b|standort|\bbuero\b|dienstort"),
    )
)  # fmt: skip
_PHONE = next(pattern for field, pattern in _STRONG if field == "phone")
_HOURS_BEFORE_PHONE = re.compile(r"telefonzeit|sprechzeit|sprechstunde|erreichbarkeitszeit")


_ROLE_WORD = re.compile(
    r"\w*(?:beauftragten?|beauftragter|manager(?:in)?|koordinator(?:in)?|leitung|leiter(?:in)?|lotsin|lotse|"
    r"management|koordination|begleitung|berater(?:in)?)|buergermeister(?:in)?"
)
_WEAK_WORDS = frozenset().union(*(words for _, words in WEAK))
#: How offices write that a function may be a woman's or a man's: then it is a heading, else it is what somebody is.
_NEUTRAL = re.compile(r"(?<=\w)\s?(?:[/*:_]-?(?:in|innen|r|n|frau)\b|\((?:in|innen|r|n|-in)\)|In\b|Innen\b)|:$")
_FAMILY_FIRST = re.compile(
    r"^(?:(?:name|nachname|familienname|zuname)\b.*\bvorname|(?:last ?name|family name|surname)\b.*\bfirst ?name)"
)
_GIVEN_FIRST = re.compile(
    r"^(?:vorname\b.*\b(?:name|nachname|familienname|zuname)\b|(?:name )?vor (?:(?:und|u|bzw) )?"
    r"(?:nach|zu|familien)name\b|"
    r"first ?name\b.*\b(?:last ?name|family name|surname)\b)"
)
_ENGLISH = (
    ("given", re.compile(r"(?:first|given) names?")),
    ("family", re.compile(r"(?:last|family) names?")),
    ("name", re.compile(r"(?:full|contact) names?|contact persons?")),
    ("role", re.compile(r"job titles?")),
)
_CODE = re.compile(r"vorwahl|ortsnetz|ortskennzahl|\bonkz\b")
#: Two kinds of number under one heading, as against `Telefon mobil`, which is one.
_BETWEEN = r"\w*\.?(?: ?-?(?:nr\.?|nummern?))?\s*(?:[/,+&|]|und|u\.|oder|bzw\.?)\s*"
_EITHER = re.compile(
    rf"\b(?:tel|fon|festnetz){_BETWEEN}(?:mobil|handy)|\b(?:mobil|handy){_BETWEEN}(?:tel|fon|festnetz)", re.IGNORECASE
)
#: A date or a duration, whatever else the heading says: `im Amt seit`.
_SINCE = re.compile(r"\b(?:seit|datum|geburtstag|geburtsdatum|geb)\b")


#: A number that ends in a hyphen or dots: the column holds what follows it.
_STEM = re.compile(r"\s*((?:\+49|\(?0\d)[\d\s()/.–-]{2,24}?)\s*(?:[-–/]\s*(?:\.{2,}|…|[xX]{2,5})?|\.{2,}|…)\s*\)?$")


@lru_cache(maxsize=1024)
def stem_of(text: str) -> tuple[str, str]:
    """A heading and the number above a column of Durchwahlen: `Tel. (0381) 381-` is `Tel.` and `(0381) 381`."""
    found = _STEM.search(text[:_LENGTH])
    if not found or sum(char.isdigit() for char in found[1]) < 5:
        return text, ""
    return text[: found.start()].rstrip(" (:"), found[1].strip()


@lru_cache(maxsize=4096)
def meanings(text: str) -> tuple[str, ...]:
    """The fields a heading may stand for, most likely first; nothing where it is no heading known here."""
    if not text or len(text) > _LENGTH or "@" in text:
        return ()
    text = stem_of(text)[0]
    key = fold(text)
    words = key.split()
    if not words or len(words) > _WORDS or sum(char.isdigit() for char in key) > 2:
        return ()
    if _FAMILY_FIRST.match(key) or _GIVEN_FIRST.match(key):
        return ("name",)
    if _SINCE.search(key):
        return ("ignore",)
    if _EITHER.search(text):
        return ("phone",)
    return _english(key) or _strong(key, words) or _weak(words, bool(_NEUTRAL.search(text)))


def _english(key: str) -> tuple[str, ...]:
    """Headings of two words that mean nothing word by word."""
    return next(((field,) for field, pattern in _ENGLISH if pattern.fullmatch(key)), ())


def _strong(key: str, words: list[str]) -> tuple[str, ...]:
    if _HOURS_BEFORE_PHONE.search(key):
        return ("hours",)
    if _CODE.search(key):  # `Telefon (mit Vorwahl)` holds numbers, `Vorwahl Telefon` codes: the content tells
        numbers = [field for field, pattern in _STRONG if field in ("fax", "mobile", "phone") and pattern.search(key)]
        return ("mobile_code" if "mobile" in numbers else "area_code", *numbers[:1])
    for field, pattern in _STRONG:
        if pattern.search(key):
            if field in ("email", "phone") and _names_person(words):
                return ("name",)  # "Ansprechpartner mit Telefon": everything stands in one cell
            return ("contact",) if field == "email" and _PHONE.search(key) else (field,)
    return ()


def _names_person(words: list[str]) -> bool:
    """A person comes first and her numbers after: `Ansprechpartner/in, Telefon`; not `Telefon Ansprechpartner`."""
    return words[0] in PERSON and not any(word in ("des", "der") for word in words)


def _weak(words: list[str], neutral: bool) -> tuple[str, ...]:
    """A heading all of whose words are known: the first that means something, `Name der Einrichtung` after the last."""
    known = [word for word in words if word not in FILLER or word in _WEAK_WORDS]
    if not known:
        return ()
    if any(word not in _WEAK_WORDS and not (neutral and _ROLE_WORD.fullmatch(word)) for word in known):
        return ()
    if known[0] in ("name", "bezeichnung", "namen") and len(known) > 1 and {"der", "des", "einer"} & set(words):
        known = known[1:]
    for fields, vocabulary in WEAK:
        if known[0] in vocabulary:
            return fields
    return ("name", "role")


def is_heading(text: str) -> bool:
    """True for a text that stands above or beside a value."""
    return bool(meanings(text.rstrip(" :")))


def family_first(text: str) -> bool:
    """True where a heading says that the family name is written first."""
    return bool(_FAMILY_FIRST.match(fold(text)))


def states_role(text: str) -> bool:
    """True where a heading above names says their function: `Integrationsbeauftragte/r`."""
    return any(_ROLE_WORD.fullmatch(word) for word in fold(text).split())
