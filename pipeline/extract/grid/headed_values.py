"""Headings that give a value themselves: `Tel.: 0751 85-0`, `Fax 0751 85-77`, `E-Mail: info@…`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.extract.grid.given_above import domain_of, stem_of
from pipeline.extract.grid.heading_words import LONGEST, PERSON
from pipeline.extract.grid.headings import meanings
from pipeline.transform.text import fold

_HEADED = re.compile(
    r"\s*([^\W\d_][^\d@:(]{0,30}?)[\s:(]+((?:\+49|\(?0\d)[\d\s()/.–-]{4,24}|[^\s@]+@[^\s@]+)(?=$|[\s)])"
)
#: A number that ends as an exchange does: the column holds what stands in place of its zero.
_EXCHANGE = re.compile(r"(.*\d)\s?[-–/]\s?0[\s)]*")
#: `Telefon 0751 / 85-` over `Durchwahl | Fax`: the next row of headings goes on before the rows of people do.
_OPEN = re.compile(r"[-–/]\s*$")
_REACHED = frozenset({"phone", "mobile", "fax", "extension", "email", "phone_fax", "contact"})


@lru_cache(maxsize=1024)
def headed_value(text: str) -> tuple[str, str]:
    """What a heading calls its column, and the number or the mail address in it; nothing where it gives none."""
    found = _HEADED.match(text[:LONGEST])
    stem = stem_of(text)[1] or domain_of(text)[1]  # what stands below goes on from it, and it is no value itself
    open_end = stem or (found is not None and _OPEN.search(found[2]))
    known = found is not None and not open_end and not _REACHED.isdisjoint(meanings(found[1])[:1])
    return (found[1], found[2].strip()) if found and known else ("", "")


def exchange_above(text: str) -> str:
    """The number before the Durchwahlen below a heading: `0751 85` of `Tel.: 0751 85-0`."""
    found = _EXCHANGE.fullmatch(headed_value(text)[1])
    return found[1].strip(" (") if found else ""


def without_values(texts: Sequence[str], values: Sequence[str]) -> list[str]:
    """The headings of a row with what those that give `values` call their columns; none if it is a row of data.

    Beside them everything is a heading, and one of them for people in so many words.
    """
    others = [text for text in texts if text not in values]
    called = [headed_value(text)[0] for text in values]
    if len(others) < 2 or not all(called) or not all(map(meanings, others)) or not any(map(_is_of_people, others)):
        return []
    return [*others, *called]


def _is_of_people(text: str) -> bool:
    words = fold(text).split()
    return bool(words) and (words[0] in PERSON or meanings(text) in (("family",), ("given",)))
