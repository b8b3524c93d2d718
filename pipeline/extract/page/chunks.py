"""The pieces between two names or values of a line, each judged by itself: office, function, street."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.page.fact import Fact
from pipeline.extract.page.item import Item
from pipeline.extract.page.pieces import DIGIT, EDGES, as_items
from pipeline.extract.page.sentences import ASKED
from pipeline.extract.page.value_labels import CALLED, LABELS_BEHIND
from pipeline.transform.hours import is_days, is_hours
from pipeline.transform.name import FoundName
from pipeline.transform.office import is_office, is_role
from pipeline.transform.street import could_be_street, is_room
from pipeline.transform.town import find_town

#: `Buchstaben S, T, U` is one piece.
_NO_LETTER = r"(?!S?[A-ZÄÖÜ](?:ch|t|p)?(?:[,;)]|$| und [A-ZÄÖÜ]\b| ?[-–] ?[A-ZÄÖÜ]\b(?![-.])))"
#: What a line is cut at.
Mark = Fact | FoundName

SPLIT = re.compile(rf"\s*[;|•·●▪‣→»]\s*|\s+[-–—]\s+|,\s+{_NO_LETTER}|\s+//?\s+|\t")
#: A sentence that goes on: `Die Schulung am 12. Mai leitet` Frau Muster, `Fragen beantwortet` Herr Beispiel,
#: `Für Fragen steht Ihnen` Frau Muster.
UNFINISHED = re.compile(
    r"\s\S+\s[a-zäöüß]{3,}$|^\S+ [a-zäöüß]{4,}t$|\b[a-zäöüß]{3,}(?:t|en) (?:Ihnen|Sie|[Ee]uch|[Dd]i(?:r|ch))$"
)
_ASKING = re.compile(
    r"^[A-ZÄÖÜ][\w-]*(?: (?:und|oder|/|[A-ZÄÖÜ][\w-]*|gibt es|bitte)){0,4} (?:bei|beim|an|über|durch)$"
)
_BEING = re.compile(r"(?<=[a-zäöüß]) (?:ist|sind|heißt|heißen):?$")


def chunks_between(
    index: int, start: int, part: str, colon: bool, before: Mark | None, behind: Mark | None
) -> Iterator[Item]:
    """The pieces between two names or values, each judged by itself; a piece knows whether a town stands behind it."""
    ahead = isinstance(behind, FoundName)
    if colon and ahead and (office := _office_led(part)):
        yield Item("office", index, start, office)
        part = part[len(office) :].strip(EDGES)
    chunks = _divided(part, before, behind)
    for number, chunk in enumerate(chunks, 1):
        in_town = number < len(chunks) and find_town(chunks[number]) is not None
        yield from _said(index, start, chunk, in_town, ahead, colon and number == len(chunks))


#: `Abt. 3`, `FD 32.1`: a unit in its short form.
_SHORT_UNIT = re.compile(r"(?:Abt|Ref|Dez|SG|FB|FD|FG)\b\.? ?\d")
#: These belong to the function behind them: `Stellvertretende Leitung`.
_OF_FUNCTION = re.compile(r"(?:end|isch|lich|ig)e[rn]?$|\.$")


def _office_led(part: str) -> str:
    """`Amt 33 – Soziale Hilfen Leitung:` before a name: an office and a function that only a blank divides."""
    office, _, word = part.rpartition(" ")
    if not office[-1:].isalpha() or not is_role(word) or _OF_FUNCTION.search(office) or is_role(office):
        return ""
    return office if _SHORT_UNIT.match(office) or (DIGIT.search(office) and is_office(office)) else ""


def _divided(part: str, before: Mark | None, behind: Mark | None) -> list[str]:
    if before is None and behind is None:
        part = CALLED.sub("", part)  # `Telefon Sekretariat` over its number
        if not find_town(part):
            return [part]
    if isinstance(before, FoundName) and not DIGIT.search(part):
        return _role_chunks(part)
    if isinstance(behind, FoundName) and not DIGIT.search(part):
        return _office_and_role(part.strip(EDGES))
    return [chunk for piece in SPLIT.split(part) if (chunk := piece.strip(EDGES))]


def _said(index: int, start: int, chunk: str, in_town: bool, before_name: bool, colon: bool) -> Iterator[Item]:
    """What one piece says."""
    if in_town and could_be_street(chunk):
        yield Item("address", index, start, chunk)  # `Haus am Graben 3, 72762 Neustadt`
        return
    head, announced, street = chunk.partition(": ")
    if announced and in_town and could_be_street(street):
        yield from as_items(index, start, head, True)
        yield Item("address", index, start, street)
        return
    if before_name and announced and _ASKING.search(street):
        yield from as_items(index, start, head, True)  # `Nähtreff: Anmeldung bei Eva Muster`
        return
    if before_name:
        chunk = _BEING.sub("", chunk)  # `Leiterin des Büros ist Eva Muster`
        asked = ASKED.search(chunk)
        chunk = asked[1] if asked and is_office(asked[1]) else chunk
    if not (before_name and UNFINISHED.search(chunk)):
        yield from as_items(index, start, chunk, colon)


#: What stands between an office and a function: `Freundeskreis Asyl e. V., Vorsitzende`, `Sozialamt – Amtsleiter`.
_LAST_PART = re.compile(r"(?P<office>.+)(?:, | [-–—] )(?P<role>.+)")


def _office_and_role(part: str) -> list[str]:
    """`Sozialamt – Amtsleiter` before a name: an office, and what somebody is there."""
    led, _, word = part.partition(": ")
    if word and " " not in word and is_office(led) and not is_role(led):
        return [led, word]  # `Gemeinde Neustadt: Jugendreferent Eva Muster`
    found = _LAST_PART.fullmatch(part)
    if found is None or not is_role(found["role"]) or is_role(found["office"]) or not is_office(found["office"]):
        return [part]
    return [found["office"], found["role"]]


def _role_chunks(part: str) -> list[str]:
    """Behind a name: functions stay together (`Leiterin, Ehrenamt`), offices and rooms stand alone."""
    chunks: list[str] = []
    for piece in SPLIT.split(part):
        chunk = piece.strip(EDGES)
        if not chunk:
            continue
        if piece.startswith(f"{chunk}-"):
            chunk += "-"  # `Ehe-, Familien- und Lebensberaterin`
        plain = not (
            is_office(chunk) or is_room(chunk) or is_hours(chunk) or is_days(chunk) or LABELS_BEHIND.fullmatch(chunk)
        )
        if chunks and plain and not is_office(chunks[-1]):
            chunks[-1] += ", " + chunk
        else:
            chunks.append(chunk)
    return chunks
