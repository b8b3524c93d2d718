"""Opening hours and hours for callers: which text they are, and how they are written once labels are gone.

They are kept as the office writes them, in one line: what follows from them is for the reader to say.
"""

from __future__ import annotations

import re

from pipeline.transform.text import clean

#: Longer texts are prose; its beginning may still be the hours.
_LIMIT = 600
_DAY = (
    r"(?:Mo(?:ntag)?|Di(?:enstag)?|Mi(?:ttwoch)?|Do(?:nnerstag)?|Fr(?:eitag)?|Sa(?:mstag)?|So(?:nntag|nnabend)?|Werktag|"
    r"Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?|"
    r"Wochentag|Feiertag)(?:s|e|en)?\b\.?(?:-?(?:vor|nach)mittags?|abends?)?"
)
_PART_OF_DAY = r"(?:(?:vor|nach)mittags?|vorm\.|nachm\.|ganztags|ganztägig|halbtags|morgens|früh|abends?)(?!\w)"
_DAYS = rf"(?:{_DAY}|täglich|tägl\.|werktags|wochentags|(?:vor|nach)mittags|jede[nr] {_DAY})"
_TIME = r"(?<!\d)(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?!\d)(?: ?(?:(?:Uhr|h|[ap]m)\b|[ap]\.m\.))?"
_SPAN = rf"{_TIME} ?(?:[-–—]|bis(?: ca\.)?|und|to|until|/) ?{_TIME}"
_AGREED = (
    r"(?:(?:nach|auf|per) (?:\w+ ){0,3}?(?:Vereinbarung|Absprache|Anmeldung|Terminvereinbarung|Terminabsprache|"
    r"Anfrage)|"
    r"(?:Termine?|Sprechzeiten?|Beratung|Sprechstunden?) (?:nur )?(?:nach|mit) (?:\w+ ){0,3}?(?:Vereinbarung|"
    r"Absprache|Anmeldung)|"
    r"n\. ?V\.|nur mit Termin|by (?:\w+ )?(?:appointment|arrangement)|mit Terminvereinbarung|"
    r"rund um die Uhr|geschlossen)"
)
_LABEL = (
    r"(?:(?:Allgemeine |Telefonische |Persönliche |Offene |Unsere |Bürgerschaftliche |Feste |Regelmäßige )*"
    r"(?:Öffnungs|Sprech|Büro|Service|Besuchs|Beratungs|Geschäfts|Kern|Dienst|Anruf|Telefon|Bürozeiten|Arbeits|Präsenz)-?"
    r"(?:zeit(?:en)?|stunden?|tage?)|Erreichbar(?:keit)?|(?:Telefonisch )?(?:erreichbar|zu erreichen)|Geöffnet|"
    r"(?:Office|Opening|Consultation|Visiting|Service|Telephone|Phone|Business) hours|Zeiten|Anwesend|"
    r"Anwesenheit)"
)
_LABELLED = re.compile(
    rf"(?P<label>{_LABEL})(?: (?:ist|sind|ab|immer|der|des|im|in)\b[^:\d]{{0,40}})?(?: ?:|(?= )|$) ?", re.IGNORECASE
)
_DAY_FIRST = re.compile(rf"(?<![\w.]){_DAYS}(?!\w)", re.IGNORECASE)
_SPAN_FOUND = re.compile(rf"(?<![\w.,/+-]){_SPAN}(?![\w/]|[.:]\d)", re.IGNORECASE)
_CLOCK = re.compile(rf"(?<![\w.,/+-])(?:ab |bis |um |von )?{_TIME}(?<=[hr]) ?(?:Uhr)?(?!\w)", re.IGNORECASE)
_PART_FOUND = re.compile(rf"(?<=[.\w] ){_PART_OF_DAY}", re.IGNORECASE)
_AGREED_FOUND = re.compile(rf"(?<!\w){_AGREED}(?!\w)", re.IGNORECASE)
_PIECE = re.compile(
    rf"{_LABEL}|{_DAYS}|\b{_PART_OF_DAY}|{_SPAN}|{_TIME}(?: ?Uhr)?|{_AGREED}|"
    r"\b(?:und|oder|sowie|bis|von|ab|um|ca\.|jeweils|jede[nrms]?|jeden|am|"
    rf"an|im|in|den|der|dem|auch|außer|ungerade|gerade|Woche|Wochen|Kalenderwoche|Monat|Monats|\d\.|erste[nrms]?|zweite[nrms]?|"
    rf"dritte[nrms]?|vierte[nrms]?|letzte[nrms]?|Uhr|h|telefonisch|persönlich|zusätzlich|nur|gerne|sonst|Termin|Termine|Mittags?|"
    rf"pause|mittags|vormittags|nachmittags|abends|durchgehend|geschlossen|Ferien|Schulferien|Feiertag\w*|weitere|und|uhr|zu|"
    rf"folgenden|Zeiten|während|mit|ohne|vorheriger|nach|Vereinbarung|ist|sind|wir|Sie|mich|uns|erreichen|"
    r"and|or|to|from|until|at|only|every|closed|noon|please|am|pm)\b",
    re.IGNORECASE,
)
_ONLY_DAYS = re.compile(
    rf"(?:(?:nur|jeweils|immer) )?{_DAYS}(?: ?(?:[-–—/,&+]|und|oder|sowie|bis) ?{_DAYS})*", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W_]")
_DASHES = re.compile(
    r"(?<=\d) ?[-–—] ?(?=\d)|(?<=[a-z]\.) ?[-–—] ?(?=[A-Z])|(?<=[a-z]) ?[-–—] ?(?=(?:Mo|Di|Mi|Do|Fr|Sa|So)\b)"
)


def is_hours(text: str) -> bool:
    """True for a line that is nothing but hours: days and times, an agreement, or a label with them."""
    if len(text) > _LIMIT:
        return False
    line = clean(text)
    return _has_hours(line) and not _LETTERS.search(_PIECE.sub(" ", line))


def is_days(text: str) -> bool:
    """True for days of the week and nothing else: `Mo–Mi`, `Do, Fr`, `dienstags und donnerstags`."""
    return len(text) < 60 and _ONLY_DAYS.fullmatch(text) is not None


def find_hours(text: str) -> str | None:
    """The hours in a text, several lines joined with `; `: `Mo–Fr 8–12 Uhr; nach Vereinbarung`.

    Text that says no hours gives None, and so does a sentence that only mentions a time.
    """
    if len(text) > _LIMIT:
        return None
    lines = [clean(line) for line in text.splitlines()]
    kept = [hours for line in lines if (hours := _hours_of(line))]
    return "; ".join(kept) or None


def _hours_of(line: str) -> str | None:
    """The hours of one line: what stands behind a label, or the whole line."""
    label = _LABELLED.search(line)
    rest = line[label.end() :] if label else line
    if label and _has_hours(rest):
        return canonical(rest)
    return canonical(line) if is_hours(line) else None


def _has_hours(line: str) -> bool:
    """True where a day stands with a time or a part of it, a span of times with `Uhr`, or an agreement."""
    if _AGREED_FOUND.search(line):
        return True
    span = bool(_SPAN_FOUND.search(line))
    if _DAY_FIRST.search(line):
        return span or bool(_CLOCK.search(line) or _PART_FOUND.search(line))
    return span and bool(re.search(r"\b(?:Uhr|h|[ap]m)\b|[ap]\.m\.", line))


def canonical(text: str) -> str:
    """Hours in one way of writing: an en dash without blanks between numbers and days, no label, no full stop."""
    line = clean(text)
    while True:
        label = _LABELLED.match(line)
        bare = line[label.end() :] if label and label.end() < len(line) else line
        bare = _DASHES.sub("–", bare).strip(" ,;:|·•-–")
        bare = bare if bare.endswith(("V.", "vorm.", "nachm.")) else bare.removesuffix(".")
        if bare == line:
            return bare
        line = bare
