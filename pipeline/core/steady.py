"""The same words read otherwise are no news.

A redesigned page shows as a function what was an office before, or an office's heading that nobody could make out; a
list names the municipality in a column where the page had `Gemeinde Ahlbach`. The people are the same, so are the
words, and nobody wants to hear of it: the reading of the night before holds.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.model import Contact
from pipeline.transform.text import fold

#: What a municipality's own office is called beside its name.
_HOUSE = re.compile(
    r"\b(?:grosse kreisstadt|(?:stadt|gemeinde|orts|markt|kreis)?verwaltung|stadt|gemeinde|markt|rathaus"
    r"|buergermeister(?:amt)?)\b"
)
#: What stands between the parts of a text: `Gemeinde Ahlbach, Sozialamt`.
_PIECES = re.compile(r"[,;] | / ")


def steadied(new: Contact, old: Contact) -> Contact:
    """`new`, with the reading of office, function and municipality that `old` has of the same words."""
    if (new.org, new.role, new.municipality) == (old.org, old.role, old.municipality):
        return new
    if not _same_words(_post(new), _post(old)):
        return new
    return replace(new, org=old.org, role=old.role, municipality=old.municipality)


def _post(contact: Contact) -> dict[str, frozenset[str]]:
    """What office, function and municipality are made of; an office that is only the municipality's says nothing."""
    post = {"org": contact.org, "role": contact.role, "municipality": contact.municipality}
    said = {field: frozenset(filter(None, map(fold, _PIECES.split(text)))) for field, text in post.items() if text}
    places = said.get("municipality", frozenset())
    if "org" in said:
        said["org"] = frozenset(piece for piece in said["org"] if not _is_place_itself(piece, places))
    return {field: pieces for field, pieces in said.items() if pieces}


def _is_place_itself(org: str, municipalities: frozenset[str]) -> bool:
    rest = _HOUSE.sub("", org).strip()
    return bool(rest) and any(f"{place} ".startswith(f"{rest} ") for place in municipalities)


def _same_words(new: dict[str, frozenset[str]], old: dict[str, frozenset[str]]) -> bool:
    """Nothing but a text in another field, with or without one that was not made out before."""
    if new == old:
        return True
    ours, theirs = (frozenset().union(*post.values()) for post in (new, old))
    moved = any(pieces & (theirs - old.get(field, frozenset())) for field, pieces in new.items())
    return moved and (ours <= theirs or theirs <= ours)
