"""Postcode and town: `73728 Esslingen am Neckar`, `D-03149 Forst (Lausitz)`, `73054 Eislingen/Fils`, `F-67000 Ill`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.transform.text import fold
from pipeline.transform.vocabulary import words

_SMALL = (
    r"(?:a\. ?d\. ?|i\. ?d\. ?|v\. ?d\. ?|o\. ?d\. ?|[abiouv]\. ?|am|an|der|dem|den|im|in|bei|beim|unter|ob|auf|vor|"
    r"vorm|von|"
    r"und|zu|zum|zur|u\. ?|d\. ?|v\. ?d\. ?H\. ?)"
)
_WORD = r"(?:(?:St|Hann|Schw|Dt|Gr|Kl|Pr)\.|[^\W\d_]+(?:[-‐‑'’.](?=[^\W\d_])[^\W\d_]+)*)"
_CITY = (
    rf"(?:{_WORD})(?:(?: |/|, (?=Hansestadt|Lutherstadt|Universitätsstadt|OT ))"
    rf"(?:(?:{_SMALL})(?: (?=[^\W\d_])|(?=[^\W\d_]))){{0,3}}"
    rf"{_WORD}\.?| [a-z]\. ?[A-Z]\.| \([^()\d]{{1,30}}\)(?:/(?={_WORD}))?|(?<=/){_WORD}){{0,6}}"
)
_TOWN = re.compile(
    r"(?<![\w/.,-])(?:(?:(?:D|DE) ?[-–]? ?)?(?P<postcode>(?!00)\d{5})|(?:FR?|IT?) ?[-–] ?(?P<five>\d{5})"
    r"|(?:AT?|CH|FL|LU?|BE?|DK|NL) ?[-–] ?(?P<four>\d{4}(?: [A-Z]{2}(?= ))?))"
    rf"(?: {{1,2}}|(?=[A-ZÄÖÜ][a-zäöüß]{{2}}))(?P<city>{_CITY})"
)
_CITY_ONLY = re.compile(_CITY)
#: Words that end a town's name in a line, because something else begins.
_STOP = words(
    "telefon tel fax telefax fon mobil handy email e mail internet homepage www web kontakt oeffnungszeiten "
    "sprechzeiten zimmer raum deutschland germany baden uhr montag dienstag mittwoch donnerstag freitag landkreis "
    "ansprechpartner frau herr ansprechpartnerin www anfahrt stadtplan karte lageplan routenplaner google maps "
    "durchwahl http https buero"
)
#: Words behind five digits that are no town.
_NO_TOWN = _STOP | words(
    "euro eur menschen personen einwohner einwohnerinnen mitglieder fluechtlinge besucher stunden quadratmeter qm "
    "km meter stueck kinder haushalte teilnehmer teilnehmerinnen exemplare zeichen und oder mal uhr kb mb byte "
    "bytes"
)


@dataclass(frozen=True, slots=True)
class Town:
    """A postcode with its town, and where both stand in the line."""

    postcode: str
    city: str
    start: int
    end: int


def find_town(line: str) -> Town | None:
    """The last postcode with a town in a line; a street may stand before it."""
    town = None
    for match in _TOWN.finditer(line[:400]):
        city = _city(match["city"])
        if city:
            postcode = match["postcode"] or match["five"] or match["four"]
            town = Town(postcode, city, match.start(), match.start("city") + len(city))
    return town


def _city(written: str) -> str | None:
    """The town's name up to a word that begins something else; None where it is no town."""
    kept: list[str] = []
    for word in written.split(" "):
        key = fold(word.split("/")[0])
        if (key.split(" ")[0] if not kept else key) in (_STOP if kept else _NO_TOWN):
            break
        kept.append(word)
    while kept and not _ends_town(kept[-1].strip("(").rstrip(").")):
        kept.pop()
    city = " ".join(kept).rstrip(",/ ")
    return city if city[:1].isupper() and len(city) > 1 else None


#: `Lauf a.d.Pegnitz`, `Neustadt b.Coburg`
_LED = re.compile(r"[abiouv]\.(?:d\.)?(?=[A-ZÄÖÜ])")


def _ends_town(word: str) -> bool:
    return word[:1].isupper() or _LED.match(word) is not None


def parse_town(text: str) -> bool:
    """True for a text that can be a town's name and nothing else."""
    return len(text) <= 60 and bool(_CITY_ONLY.fullmatch(text)) and _city(text) == text


def looks_like_city(text: str) -> bool:
    """True for a line that is a postcode and its town and nothing else."""
    town = find_town(text) if len(text) <= 100 else None
    return town is not None and town.start == 0 and not text[town.end :].strip(" ,;|")
