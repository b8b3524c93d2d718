"""A line without values that is one thing as a whole: a label, hours, an address, a post without a holder."""

from __future__ import annotations

import re

from pipeline.extract.page.chunks import SPLIT
from pipeline.extract.page.item import Item, Kind
from pipeline.extract.page.pieces import BARE_LABELS, DATE, DIGIT, EDGES, LETTER, as_items, says_hours
from pipeline.extract.page.sentences import bare_sentence
from pipeline.extract.page.value_labels import LABELS_BEHIND
from pipeline.transform.hours import is_hours
from pipeline.transform.names import find_names
from pipeline.transform.office import is_label, is_office, is_role
from pipeline.transform.street import bare_street, could_be_street, is_room, looks_like_street, without_room
from pipeline.transform.town import find_town
from pipeline.transform.vacancy import is_vacant


def whole_line(index: int, text: str, below: str) -> list[Item] | None:
    """What such a line says; None where it has to be cut."""
    bare = text.strip(EDGES)
    if not LETTER.search(bare) or DATE.match(bare):
        return []
    if _REMARK.fullmatch(bare) and not (is_role(bare[1:-1]) or is_office(bare[1:-1])):
        return []
    if bare[-1] == "." and _GOES_ON.match(bare):
        return bare_sentence(index, bare)
    if bare[-1] in ".!?" and (_ENDS.search(bare) or (_LISTS.search(bare) and not is_role(bare))):
        return bare_sentence(index, bare)
    if is_label(bare):
        return [Item("label", index, 0, bare, whole=True, colon=text.rstrip().endswith(":"))]
    if kind := _kind(bare):
        return [Item(kind, index, 0, bare, whole=True)]
    if _POSTCODES.fullmatch(bare) or (is_room(bare) and not find_town(bare)):  # `Büro: Marktplatz 1, 73728 Neustadt`
        return []
    if timed := _timed(index, text, below):
        return timed
    if LABELS_BEHIND.fullmatch(bare) or bare.lower().strip(".: ") in BARE_LABELS:
        return []
    if _ADDRESS_LABEL.fullmatch(bare.rstrip(": ") + ":"):
        return []
    if DIGIT.search(bare) and _is_address(bare, below):
        return [Item("address", index, 0, _ADDRESS_LABEL.sub("", bare), whole=True)]
    return None


def _kind(bare: str) -> Kind | None:
    if is_vacant(bare) or (": " in bare and is_vacant(bare.partition(": ")[2])):  # `Leitung: N. N.`
        return "vacant"
    if "(" in bare and is_vacant(without_room(bare).partition(" (")[0]):  # `N. N. (A–K), Zimmer 8`
        return "vacant"
    return "hours" if says_hours(bare) else None


_TIMED = re.compile(r"(?P<head>[A-ZÄÖÜ][^(:,]{3,60}?)(?:,| ?\(| [–-]) ?(?P<hours>[^()]+)\)?(?P<colon> ?:)?$")


def _timed(index: int, text: str, below: str) -> list[Item]:
    """`Möbellager (Mi 15–17 Uhr):` over a name or an address: what is done there; when is nothing of hers."""
    match = _TIMED.match(text.strip()) if "Uhr" in text or DIGIT.search(text) else None
    if not match or not is_hours(match["hours"]) or is_label(match["head"]):
        return []
    names = find_names(below) if match["colon"] or below[:1].isupper() else ()
    announced = match["colon"] or is_office(match["head"])
    told = names[0].start == 0 if names else announced and _is_address(below, "")
    return list(as_items(index, 0, match["head"], True)) if told else []


_ADDRESS_LABEL = re.compile(
    r"^(?:Anschrift|Adresse|(?:Haus|Post|Besuch(?:er|s)|Liefer|Dienst|Büro)-?(?:anschrift|adresse)|Dienst(?:sitz|ort)|Sitz|"
    r"Standort|Büro|Postfachadresse|Stra(?:ß|ss)e(?:\s?(?:[/,&]|und)\s?(?:Nr\.?|Haus-?(?:nr\.?|nummer)|Nummer))?|Str\.|"
    r"(?:PLZ|Postleitzahl)?(?:\s?(?:[/,&]|und)\s?)?(?:Wohn)?Ort|Stadt)\s*:\s*",
    re.IGNORECASE,
)


def _is_address(text: str, below: str) -> bool:
    """A line that is a street (if need be because a town follows), or an address as a whole."""
    text = _ADDRESS_LABEL.sub("", text)
    street = bare_street(text)
    if street and (looks_like_street(street) or (could_be_street(street) and find_town(below[:200]))):
        return True
    town = find_town(text)
    if town is None:
        return False
    before, *others = SPLIT.split(text[: town.start].strip(EDGES))
    if not all(map(is_room, others)):  # `Marktplatz 1, Zi. 229, 73033 Göppingen`
        return False
    behind = text[town.end :].strip(EDGES + "()")
    return (not before or bare_street(before) is not None) and len(behind) < 20 and not DIGIT.search(behind)


#: `im Gemeindehaus, Saal 2.`: the end of a sentence that begins in the line above.
_GOES_ON = re.compile(r"(?:im|in|am|an|auf|bei|beim|zum|zur|und|oder|mit|von|vom|ab|bis|um) ")
#: `(anonym und kostenfrei)`, `(auch auf Türkisch)`
_REMARK = re.compile(r"\([a-zäöüß][^()]*\)")
#: `Wir sind für Sie da.`, `Der Kreis besteht seit 2015.`, `Es gibt zwei Häuser (Stand 2024).`, `Mach doch einfach mit!`
_ENDS = re.compile(r"\w\s(?:\S+\s)*(?:[^\W\d_]{4,}|(?:19|20)\d\d)\.$|(?:\S+\s){4}.*(?:[!?]|\)\.)$")
#: `Tee, Tanz, Werkstatt.`, `Nähen, Lager in der Kelterstr. 4.`: what goes on somewhere, with a full stop.
_LISTS = re.compile(r", \S.*(?:[^\W\d_]{5,}| (?:in|an|auf) de[rmn] \S+ \d+)\.$")
#: `zuständig für 33098, 33100`: nobody's office, and no address.
_POSTCODES = re.compile(
    r"(?:zuständig(?:keit)?|für|PLZ|Postleitzahl(?:en)?(?:bereiche?|gebiete?)?|(?:die|den|in|im|und|bis|sowie)(?= )|"
    r"\d{5}|[\s:,;/()–-])+",
    re.IGNORECASE,
)
