"""Words that name a way of contact wherever they stand in a heading, and what they say of the numbers below."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.transform.text import fold

#: Words that name a way of contact whatever stands beside them; the first that matches counts.
STRONG: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        ("email", r"\be ?mail|\bmail|mail(?:s|adressen?)?\b|mailadr|\bel(?:ektr\w*)? ?post\b|\be ?post\b|"
                  r"epost\b|\b(?:netz|computer|digital|strom)post|\bpost\w* el(?:ektr\w*)?\b"),
        ("fax", r"fax"),
        ("mobile", r"mobil(?!e jug|e berat|itaet)|\bmob\b|handy|\bfunk(?:telefon|nr|nummer|ruf)?\b|"
                   r"\bcell(?: ?phone)?\b|smartphone|\b(?:sms|whatsapp|signal)\b"),
        ("extension", r"durchwahl|\bdw\b|\bdurchw\b|nebenstelle|\bapparat\b|\bapp\b|hausruf|"
                      r"hausapparat|\bnst\b|\bnbst\b|\bklappe\b"),
        ("main", r"\b(?:tel|telefon|telefonnummer)\b.*\b(?:rathaus|sekretariat|vorzimmer|allgemein|pforte|empfang)\b|"
                 r"\bzentrale\b|\b(?:zentral|haupt|sammel|stamm|kopf) ?(?:nummer|nr)|"
                 r"\b(?:telefon|fernsprech|haus)?vermittlung\b(?! von)|"
                 r"\beinwahl\b"),
        ("phone", r"telefon|\bt(?:el|lf)\b|telef\b|\bfon\b|phone\b|\bruf ?n(?!am)|rufnummer|festnetz|\btelnr|"
                  r"fernsprech|\b(?:fern|an)?ruf\b"),
        ("url", r"internet|homepage|web ?s(?:eite|ite)|\burl\b|\bwww\b|\bweb\b|webadresse|webauftritt|"
                r"onlineauftritt|\b(?:web)?link\b|\bonline\b"),
        ("hours", r"sprechzeit|sprechstunde|oeffnungszeit|buerozeit|dienstzeit|servicezeit|geschaeftszeit|praesenzzeit|"
                  r"anwesen|praesenz|kernzeit|vorsprache|besuch(?:s|er)zeit|oeffnung|geoeffnet|wochentag|"
                  r"\btage?\b|uhrzeit|telefonzeit|erreichbarkeitszeit|arbeitszeit|kontaktzeit|beratungszeit|"
                  r"sprechtag|\bzeiten\b|"
                  r"(?:opening|office) hours|\boeffn\b|\bsprechz\b|"
                  r"\bsprechstd\b|terminvereinbarung"),
        ("address", r"\bplz\b.*\b(?:wohn)?ort\b|postleitzahl.*\bort\b|strasse.*\b(?:ort|plz)\b|\bort\b.*strasse"),
        ("postcode", r"\bplz\b|postleitzahl|\bzip\b|post ?code|postal code"),
        ("street", r"strasse\b(?! \d)|\bstr\b(?! \d)|\bstrassenname|\bstreet\b"),
        ("address", r"anschrift|\badr\b|\badd?resse?|adresse\b|postfach|dienstsitz|\bsitz\b|\bbuero\b|"
                    r"standort(?! ?(?:gemeinde|kommune|stadt))|"
                    r"dienstort|dienstgebaeude"),
    )
)  # fmt: skip
PHONE = next(pattern for field, pattern in STRONG if field == "phone")
_EXTENSION = next(pattern for field, pattern in STRONG if field == "extension")
_MAIN = next(pattern for field, pattern in STRONG if field == "main")
_TELEFAX = re.compile(r"\btele ?fax")
_OR = re.compile(r"[/,]|\b(?:oder|bzw)\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def says_extension(text: str) -> bool:
    """True where bare digits below are a Durchwahl: `DW`, `Fax-Durchwahl`."""
    return bool(_EXTENSION.search(fold(text)))


def says_exchange(text: str) -> bool:
    """True for a line that speaks of the number before all Durchwahlen: `Zentrale`, `… mit Durchwahl`."""
    return bool(_MAIN.search(fold(text)) or _EXTENSION.search(fold(text)))


@lru_cache(maxsize=1024)
def says_number(text: str) -> bool:
    """True where a heading speaks of a whole number or a Durchwahl: `Durchwahl/Rufnr.`"""
    return bool(PHONE.search(fold(text)) and _OR.search(text))


#: `Telefon: Fax (Arbeit)`, `Telefon – Fax`: which of somebody's numbers it is.
_WHICH = re.compile(r"\b(?:tel|telefon|phone)\s*(?::|\(|[-–]\s)\s*\w*\s?fax", re.IGNORECASE)


def says_phone_and_fax(text: str) -> bool:
    """True for a heading over both kinds of number: `Tel./Fax`, `Telefon / Telefax`."""
    key = _TELEFAX.sub("fax", fold(text))
    return re.search(r"\btel|telefon|fon\b", key) is not None and not _WHICH.search(text)


@lru_cache(maxsize=1024)
def says_room(text: str) -> bool:
    """True where a room stands behind the number: `Telefon / Zimmer`."""
    return bool(re.search(r"\b(?:zimmer|raum|zi)\b", fold(text)))


_EMERGENCY = re.compile(r"notruf|notfall|notdienst|bereitschaft|stoerung|\bhotline\b|alarm")


@lru_cache(maxsize=1024)
def says_emergency(text: str) -> bool:
    """True for numbers under which whoever is on duty answers, and nobody in particular: `Notruf`, `Bereitschaft`."""
    return _EMERGENCY.search(fold(text)) is not None
