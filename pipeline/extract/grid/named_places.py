"""Which municipality a title, a section, a cell or the name of an office speaks of."""

from __future__ import annotations

import re

from pipeline.transform.municipal_body import body_name, is_association
from pipeline.transform.municipal_kinds import HOUSE, MUNICIPALITY, SINGLE
from pipeline.transform.municipality import clean_municipality, find_municipalities, find_municipality
from pipeline.transform.office import is_office
from pipeline.transform.text import fold

_MUNICIPALITY_PREFIX = re.compile(rf"^(?:{MUNICIPALITY}|{HOUSE}|Stadt|Ort)\s*:?\s+(?=[A-ZÄÖÜ])")
_STATED_PLACE = re.compile(
    rf"^(?:{MUNICIPALITY}|Stadt(?:verwaltung)?|Gemeindeverwaltung)\s*:?\s+(?:Stadt )?"
    r"((?:(?:Bad|Sankt|Groß|Klein|Alt|Neu|Hohen|Schwäbisch|Burg|Königs|Deutsch|Markt|[A-Z][a-zäöü]{1,4}\.) )?"
    r"[A-ZÄÖÜ][\w-]+(?:\s(?:am|an der|an den|im|in der|ob der|unter|bei|a\. ?d\.|a\.)\s?"
    r"[A-ZÄÖÜ][\w-]+)?(?:/[A-ZÄÖÜ][\w-]+)?)"
)
_OF_DISTRICT = re.compile(r"\s*(?:Landratsamt|Landkreis|Kreisverwaltung|Kreishaus)\b", re.IGNORECASE)
_HOUSE = re.compile(rf"^(?:{HOUSE})\s+(?:(?:der|des)\s+)?")
_BARE_HOUSE = re.compile(HOUSE)
_OFFICE_ENDS = re.compile(
    r"\s[–·•|-]\s|[\s,|:(]*\b(?:(?:Telefon)?[Zz]entrale|Vermittlung|(?:Sammel|Haupt|Ruf)nummer|(?:Fern)?[Rr]uf|Tel|Telefon|Fon|"
    r"Durchwahl|Vorwahl)\b|[\s,|(:]*\(?0\d{2}"
)


def municipality_name(text: str, ags: str | None) -> str:
    """A municipality as the district calls it, else without `Stadt` or `Gemeinde` before it."""
    known = find_municipalities(text, ags) if ags else ()
    return "; ".join(known) or clean_municipality(text) or text


def states_municipality(text: str) -> bool:
    """True for `Gemeinde Ahlbach` and the like."""
    return bool(_MUNICIPALITY_PREFIX.match(text))


def stated_place(text: str, ags: str | None) -> str | None:
    """The municipality that a title or a section names: `Stadt Göppingen, Hauptamt`; None for a district's office."""
    district = "landkreis" in text.lower() or "landratsamt" in text.lower()
    known = find_municipality(text, ags) if ags and not district else None
    stated = _STATED_PLACE.match(text)
    return known or _called(_LIST_SIGN.split(text)[0]) or (stated[1] if stated and not is_office(stated[1]) else None)


def section_place(text: str, ags: str | None) -> str | None:
    """The same of a section, which may be an association of municipalities, too: `VG Thalfang`."""
    head = office_before(text)
    if is_association(head):
        return head
    return (find_municipality(head, ags) if ags else None) or body_name(head) or stated_place(text, ags)


#: What a list calls itself before it says whose it is: `Telefonliste Sozialamt`.
_LIST = re.compile(r"^(?i:[^\W\d_]*(?:liste|verzeichnis|übersicht|plan|organigramm)) (?=[A-ZÄÖÜ])")


def office_before(text: str) -> str:
    """The office of a line that goes on with its number: `Rathaus Uhingen, Telefon 07161 9380-0`; else all of it."""
    return _LIST.sub("", _OFFICE_ENDS.split(text)[0].strip(" ,:–-"))


def is_of_district(text: str) -> bool:
    """True for a district's own office: it belongs to no municipality, whatever stands above it."""
    return _OF_DISTRICT.match(text) is not None


_COMPASS = r"(?:nord|sued|ost|west|mitte|zentrum|nordost|nordwest|suedost|suedwest)"
#: `Nördlicher Landkreis`, `Region Süd-West`, `Nordkreis`, `Teil Ost des Landkreises`.
_PART_OF_DISTRICT = re.compile(
    rf"(?:(?:{_COMPASS}|{_COMPASS}?(?:land)?kreis(?:es|gebiet|teil)?|(?:noerdlich|suedlich|oestlich|westlich)e[rsn]?|"
    r"(?:nord|sued)(?:oest|west)liche[rsn]?|mittlere[rsn]?|region|raum|gebiet|teil|haelfte|und|der|des|im)(?: |$))+"
)
_DIRECTION = re.compile(r"nord|noerd|sued|ost|oest|west|mitt|zentr")


def is_part_of_district(text: str) -> bool:
    """True for a part of the compass and nothing more: whoever is listed below it works for no office of that name."""
    said = fold(text)
    return _PART_OF_DISTRICT.fullmatch(said) is not None and _DIRECTION.search(said) is not None


def is_bare_house(text: str) -> bool:
    """True for the house of a municipality that is not named: `Rathaus`."""
    return _BARE_HOUSE.fullmatch(text) is not None


def whole_place(text: str) -> str | None:
    """The municipality where a text is nothing but its office: `Stadt Uhingen`, `Rathaus Uhingen`, `Amt Südtondern`."""
    if is_association(text):
        return text
    house = _HOUSE.match(text)
    bare = text[house.end() :] if house else text
    stated = _STATED_PLACE.fullmatch(bare) or (_STATED_PLACE.fullmatch(f"Stadt {bare}") if house else None)
    return (stated[1] if stated and not is_office(stated[1]) else None) or _called(bare)


#: Behind the name of a municipality something else begins.
_LIST_SIGN = re.compile(r",|:|\s[–-]\s")
_SINGLE = re.compile(rf"(?:{SINGLE}|Stadt) ?(?=[A-ZÄÖÜ])")
_PART_OF = re.compile(r"\b(?:OT|Ortsteil)\b")


def _called(text: str) -> str | None:
    """The name of several words behind the kind of a municipality: `Stadt Heilbad Heiligenstadt`; nothing for parts."""
    name = body_name(text) if _SINGLE.match(text) and not _PART_OF.search(text) else None
    return name if name and not is_office(name) else None
