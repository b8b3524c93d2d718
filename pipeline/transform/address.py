"""German postal addresses (DIN 5008): street and house number, postcode and town, or a Postfach.

A postcode with its town is the anchor; what stands right before it may then be a street of any form, `Pulverwiesen
11`.
Without a town a line is a street only where a word says so (`Marktplatz 1`). Rooms and floors are no part of a street.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.errors import ValueNotUnderstood
from pipeline.model import Address, Step
from pipeline.transform.street import (
    bare_street,
    could_be_street,
    is_postbox,
    is_room,
    looks_like_street,
    street_at_end,
)
from pipeline.transform.text import clean
from pipeline.transform.town import Town, find_town, looks_like_city, parse_town

__all__ = ["FoundAddress", "find_address", "looks_like_city", "looks_like_street", "parse_address"]

#: Longer lines are prose; more lines are no block of a contact.
_LINE_LIMIT = 300
_MOST_LINES = 400
_HOUSE = r"(?:(?:Post|Haus|Besuch(?:er|s)|Liefer|Brief|Dienst|Büro)-?)?(?:adresse|anschrift)|Standort"
_LABEL = re.compile(
    rf"(?:{_HOUSE}|Besucher|Sitz|Büro|Wo|Straße|Strasse|PLZ ?/ ?Ort|PLZ|Ort|Treffpunkt|Veranstaltungsort) ?: ?"
    rf"|^(?:{_HOUSE}) (?-i:(?=[A-ZÄÖÜ\d]))",
    re.IGNORECASE,
)
#: `Dienstgebäude Domplatz 11`: in bold, before the street.
_CALLED = re.compile(
    r"(?:Dienst(?:gebäude|sitz|ort)|(?:(?:Post|Haus|Besuch(?:er|s)|Dienst)?-?(?:[Aa]dresse|[Aa]nschrift))) "
    r"(?=[A-ZÄÖÜ]|\d{5} )"
)
_BETWEEN = re.compile(r"(?: ?[,;|·•/–—-] ?| in | )$")


@dataclass(frozen=True, slots=True)
class FoundAddress:
    """An address, the first and the last line it was read from (counted from 0), and what was done to read it."""

    address: Address
    first: int
    last: int
    steps: tuple[Step, ...] = ()


def find_address(lines: Sequence[str]) -> FoundAddress | None:
    """The address that stands in some lines of a contact: over several lines or in one.

    Where a visitor's address and a Postfach are given, the visitor's; else the first.
    """
    texts = [_text(line) for line in lines[:_MOST_LINES]]
    found = [address for index in range(len(texts)) if (address := _address_at(texts, index))]
    best = next((one for one in found if one.address.street and not is_postbox(one.address.street)), None)
    best = best or (found[0] if found else _street_alone(texts))
    if best is None:
        return None
    written = "\n".join(lines[best.first : best.last + 1])
    return FoundAddress(best.address, best.first, best.last, _steps(written, best.address))


def _text(line: str) -> str:
    """A line as it is read: cleaned, without a label; empty where it is too long to be an address."""
    if len(line) > _LINE_LIMIT:
        return ""
    return _CALLED.sub("", _LABEL.sub("", clean(line), count=1), count=1).strip(" •·|,;-–")


def _address_at(texts: Sequence[str], index: int) -> FoundAddress | None:
    """The address whose town stands in one line: its street before it in the same line, or in a line above."""
    town = find_town(texts[index])
    if town is None:
        return None
    before = texts[index][: town.start]
    street = street_at_end(_BETWEEN.sub("", before))
    if street is None and before.strip(" ,;|·•–-"):
        return None if town.start and not _is_separate(before) else FoundAddress(_of(town), index, index)
    if street is None and not before.strip() and (behind := _street_behind(texts[index][town.end :])):
        street = behind
    if street is not None:
        return FoundAddress(_of(town, street), index, index)
    above = _with_line_above(texts, index, town)
    return above if above.address.street else _with_line_below(texts, index, town)


def _is_separate(before: str) -> bool:
    """True where what stands before a town in its line is set apart from it: `Rathaus, 73773 Aichwald`."""
    return bool(re.search(r"[,;|·•:–] ?$", before))


def _with_line_above(texts: Sequence[str], index: int, town: Town) -> FoundAddress:
    """The street may stand one line above, or two where a room stands between."""
    above = index - 2 if index > 1 and is_room(texts[index - 1]) else index - 1
    street = bare_street(texts[above]) if above >= 0 else None
    if street and could_be_street(street):
        return FoundAddress(_of(town, street), above, index)
    return FoundAddress(_of(town), index, index)


def _street_behind(text: str) -> str | None:
    """`73728 Neustadt, Klosterplatz 19`: some write the town first."""
    street = bare_street(text[1:].strip()) if text[:1] in (",", ";", "|") else None
    return street if street and looks_like_street(street) else None


def _with_line_below(texts: Sequence[str], index: int, town: Town) -> FoundAddress:
    """The street may stand right below a town that begins the address, unless it is that of the next town."""
    street = bare_street(texts[index + 1]) if index + 1 < len(texts) and not index and not town.start else None
    if not street or not looks_like_street(street) or (len(texts) > index + 2 and find_town(texts[index + 2])):
        return FoundAddress(_of(town), index, index)
    return FoundAddress(_of(town, street), index, index + 1)


def _street_alone(texts: Sequence[str]) -> FoundAddress | None:
    for index, text in enumerate(texts):
        street = bare_street(text)
        if street and looks_like_street(street):
            return FoundAddress(Address(street=street), index, index)
    return None


def _of(town: Town, street: str | None = None) -> Address:
    return Address(street, town.postcode, town.city)


def _steps(written: str, address: Address) -> tuple[Step, ...]:
    from pipeline import display

    shown = display.address(address)
    return () if shown == written else (Step("address", written, shown),)


def parse_address(text: str) -> Address:
    """A whole text as one address: `Musterstraße 1, 73728 Esslingen`, or only its street, or only its town.

    Raises ValueNotUnderstood for everything else.
    """
    written = clean(text) if len(text) <= _LINE_LIMIT else ""
    if not written:
        raise ValueNotUnderstood("address", text[:200])
    town = find_town(written)
    if town is not None and town.end == len(written):
        before = _BETWEEN.sub("", written[: town.start])
        if not before:
            return _of(town)
        street = bare_street(before)
        if street == before and could_be_street(street):
            return _of(town, street)
        raise ValueNotUnderstood("address", text[:200])
    return _partial(written, text)


def _partial(written: str, text: str) -> Address:
    """A street or a town alone, or both without a postcode."""
    street, comma, city = written.rpartition(", ")
    if comma and parse_town(city) and bare_street(street) == street and looks_like_street(street):
        return Address(street=street, city=city)
    if bare_street(written) == written and looks_like_street(written):
        return Address(street=written)
    if parse_town(written):
        return Address(city=written)
    raise ValueNotUnderstood("address", text[:200])
