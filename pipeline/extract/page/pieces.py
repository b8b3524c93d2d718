"""What one piece of a line says of a contact: a function, an office, an address, hours, a plain text, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from pipeline.extract.page.heading_kinds import OF_ADDRESS
from pipeline.extract.page.item import Item, Kind
from pipeline.extract.page.terms import is_term
from pipeline.extract.page.value_labels import LABELS_BEHIND
from pipeline.transform.hours import is_days, is_hours
from pipeline.transform.letters import says_letters
from pipeline.transform.office import is_label, is_office, is_role
from pipeline.transform.prose import looks_like_prose
from pipeline.transform.street import is_room, looks_like_street, without_room
from pipeline.transform.town import find_town
from pipeline.transform.vacancy import is_vacant

EDGES = " ,;:|•·●▪‣→»–—-/*\u00a0☎☏📞✆📠📱🖷✉"
DAY = (
    r"\d{1,2}\.\s?(?:\d{1,2}\.|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
    r"\s?(?:\d{4}|\d\d)?"
)
DATE = re.compile(rf"^\W*(?:Stand:?\s*)?{DAY}\W*$")
DIGIT = re.compile(r"\d")
LETTER = re.compile(r"[^\W\d_]")
#: Without one of these nothing says hours.
_HOURS_SIGN = re.compile(r"\d|ontag|ienstag|ittwoch|onnerstag|reitag|Vereinbarung|täglich|zeit|ppointment|\bMo\b")
_FOR_SOMEBODY = re.compile(
    r"([A-ZÄÖÜ][\w-]+) (?:von|der|des|für|bei) (?:Herrn?|Frau|Dr\.|Prof\.|Landrat|Bürgermeister|Ober)"
)
_OCCASION = re.compile(
    r"^(?:an )?jede[nrs]?\b|\d\s?Uhr\b|(?:ab|bis|um|von) \d{1,2}(?:[.:]\d\d)? ?h\b|"
    r"^(?:tag und nacht|rund um die uhr|tagsüber|abends|nachts|werktags|täglich)\b|"
    r"^(?:nur )?(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:vor|nach)?mittag)s\b(?!-)|"
    # how much somebody works, or that she is away
    r"^(?:(?:nur|derzeit|zurzeit|z\. ?Zt\.) )?(?:in |im )?(?:(?:Alters)?Teilzeit|Vollzeit|Elternzeit|Mutterschutz|"
    r"Home-?Office|halbtags|ganztags)(?:,? \(?\d+(?:[.,]\d+)? ?%\)?)?"
    r"(?: (?:noch |vsl\. )?(?:bis|ab|seit|vom?)\b.{0,40})?$",
    re.IGNORECASE,
)
#: `Termin per Mail an`, `Haltestellen siehe Fahrplan`: half a sentence is nobody's office.
_HALF = re.compile(r"\s(?:an|unter|über|bei|mit|per|via|auf|von|vom|zu|zum|zur|siehe)$|\bsiehe\s")
#: Pieces up to this length are remembered: functions, offices and labels stand on many lines and pages.
_SHORT = 160
BARE_LABELS = frozenset(
    {"raum", "zimmer", "anschrift", "adresse", "e-mail", "details"}
    | {"deutschland", "germany", "baden-württemberg", "bayern", "hessen", "nordrhein-westfalen", "niedersachsen"}
)

#: `Tel. (über das Sekretariat)`: a label that says where else to ask.
_LABEL_NOTE = re.compile(
    r"(?:Tel(?:efon)?|[FP]h?on|(?:Tele)?[Ff]ax|Mobil|E-?Mail)\b[.:]*\s*"
    r"(?:\(|(?:nur|über|siehe|auf|nach|rund um|tagsüber|abends|nachts|werktags|Tag und Nacht|24)\b"
    r"|(?!für\b)[a-zäöüß]+(?: [a-zäöüß]+)?$)"  # `Tel. dort`
)

#: `Kostenstelle: 4711`, `Kennziffer: 0.04`: a figure for something that is none of ours.
_FIELD = re.compile(r"[^:\d]{2,30}: ?\d[\d .,/-]*")
#: `Vorwahl 07123` is nobody's function either.
_AREA_CODE = re.compile(r"(?:Orts)?[Vv]orwahl\b\D{0,40}0\d[\d ]+$")
#: Behind the label of a number: figures that nobody understood are no function.
_FIGURES = re.compile(r"[+(]{0,2}\d[\d\s()/.+-]{3}")

#: `Sprechzeiten: Mo 9.00`, `Do 14.00`: hours that were cut at their dash.
_PART_OF_HOURS = re.compile(
    r"(?:\w*[Zz]eit(?:en)?:?\s+)?(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)\b\.?|[A-Z]\w+tags?\b)[^A-ZÄÖÜ]*\d{1,2}(?:[.:]\d\d)?(?:\s?Uhr)?$"
    r"|\d{1,2}(?:[.:]\d\d)?\s?Uhr$"
)


def says_hours(text: str) -> bool:
    """Whether a text says nothing but when somebody is there."""
    return _HOURS_SIGN.search(text) is not None and is_hours(text)


#: `E-Mail des Sozialamts:`, `Telefon Geschäftsstelle:`: whose value follows.
_VALUE_OF = re.compile(
    r"(?:(?:E-?)?Mail(?:-?[Aa]dresse)?|Tele(?:fon|fax)(?:nummer)?|Tel\.?|Fax(?:nummer)?|Rufnummer|Durchwahl) "
    r"(?:(?:des|der|vo[nm](?: de[rmn])?|beim|bei der|für (?:das|die|den)|zu[mr]) )?(?=[A-ZÄÖÜ])"
)
_NOBODY_ENDS = ("N.", "N.)")
_NOBODY_BEHIND = re.compile(
    r"(?<=[^\W\d_]{3})[\s,:–-]+(?:(?:derzeit|zurzeit|z\. ?Zt?\.|aktuell|noch) )?\(?N\. ?N\.\)?$"
)


def as_items(index: int, start: int, text: str, colon: bool) -> Iterator[Item]:
    """What a piece says, without the room that it names and without whose value it announces."""
    text = _VALUE_OF.sub("", text, count=1) if colon else text
    if text.endswith(_NOBODY_ENDS) and (post := _NOBODY_BEHIND.sub("", text)) != text:
        yield from as_items(index, start, post, colon)  # `Koordinationsstelle derzeit N.N.`
        yield Item("vacant", index, start + len(post), text[len(post) :].strip())
        return
    kind = _kind(text)
    if kind in ("role", "office", "text") and DIGIT.search(text):
        text = without_room(text)  # `Außenstelle Neustadt, Zimmer 8`
    if kind:
        yield Item(kind, index, start, text, colon=colon)


def _kind(text: str) -> Kind | None:
    """What a piece of a line is; None where it says nothing about a contact."""
    return _kind_of_short(text) if len(text) <= _SHORT else _judged(text)


@lru_cache(maxsize=4096)
def _kind_of_short(text: str) -> Kind | None:
    return _judged(text)


def _judged(text: str) -> Kind | None:
    if _says_nothing(text):
        return None
    if says_hours(text):
        return "hours"
    if DIGIT.search(text) and _PART_OF_HOURS.match(text):
        return None
    if find_town(text) or (DIGIT.search(text) and looks_like_street(text)):
        return "address"
    if text.lower() in BARE_LABELS or OF_ADDRESS.fullmatch(text) or _OCCASION.search(text):
        return None
    return _by_words(text)


def _says_nothing(text: str) -> bool:
    """A date, a term, a day, a room, half a sentence, a label of a value."""
    if (
        DATE.match(text)
        or (DIGIT.search(text) and is_term(text))
        or is_days(text)
        or is_room(text)
        or _HALF.search(text)
        or not LETTER.search(text)
    ):
        return True
    if DIGIT.search(text) and _ABROAD.search(text):
        return True
    if _NEXT_SENTENCE.search(text):
        return True
    if "@" in text or LABELS_BEHIND.fullmatch(text) is not None or _LABEL_NOTE.match(text) is not None:
        return True
    return _is_unread_number(text) or (DIGIT.search(text) is not None and _ACCOUNT.search(text) is not None)


#: Two sentences are nobody's office or function: `… im Land. In der Trägerschaft von …`
_NEXT_SENTENCE = re.compile(
    r"[a-zäöüß]{2}[.!?] (?:In|Im|Die|Der|Das|Wir|Sie|Er|Es|Bitte|Für|Mit|Bei|Hier|Dort|Auch|Wenn|Als|Eine?|"
    r"Unsere?|Ihre?|Alle|Diese[rs]?) [^\W\d_]"
)
#: `Rynek 8, 59-900 Zgorzelec`, `Námestí 1, 460 01 Liberec`: an address abroad is nobody's work.
_ABROAD = re.compile(r"\d[a-z]?, (?:\d\d-\d{3}|\d{3} \d\d|\d{4}(?: [A-Z]{2})?) [^\W\d_]{2}")
#: `Spendenkonto: DE07 6439 …`: the number of an account.
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d\d(?: ?\d{4}){4}")
_KINDS: tuple[tuple[Callable[[str], bool], Kind], ...] = (
    (is_label, "label"),
    (is_vacant, "vacant"),
    (says_letters, "role"),
    (is_role, "role"),
    (is_office, "office"),
)


def _by_words(text: str) -> Kind | None:
    kind = next((kind for known, kind in _KINDS if known(text)), None)
    if kind or text.startswith(("Frau ", "Herr ", "Herrn ")):
        return kind  # somebody whose name was not understood is no office; `leftovers` says so
    head = _FOR_SOMEBODY.match(text)
    if head and is_role(head[1]):
        return "role"
    return None if looks_like_prose(text) or _SENTENCE.fullmatch(text) else "text"


#: `Studierende begleiten Neue.`: with a verb and a full stop.
_SENTENCE = re.compile(r"(?:\S+ )+[a-zäöüß]{3,}(?:en|t) (?:\S+ )*\S*[^\W\d_]{4,}[.!?]")


def _is_unread_number(text: str) -> bool:
    """`Telefon 0711 12-3 4 5`: a number that was not understood is nobody's function or office, whatever it is of."""
    if _AREA_CODE.match(text) or (": " in text and _FIELD.fullmatch(text)):
        return True
    label = LABELS_BEHIND.match(text) if DIGIT.search(text) else None
    return label is not None and _FIGURES.match(text, label.end()) is not None
