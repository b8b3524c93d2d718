"""The same words read otherwise are no news.

A redesigned page shows as a function what was an office before, or an office's heading that nobody could make out; a
list names the municipality in a column where the page had `Gemeinde Ahlbach`; a word that was part of a name stands
behind it as a function. The people are the same, so are the
words, and nobody wants to hear of it: the reading of the night before holds.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from pipeline.model import Contact
from pipeline.transform.municipal_kinds import without_own_office
from pipeline.transform.text import fold

#: What stands between the parts of a text: `Gemeinde Ahlbach, Sozialamt`.
_PIECES = re.compile(r"[,;] | / ")


def steadied(new: Contact, old: Contact) -> Contact:
    """`new`, with the reading of title, office, function and municipality that `old` has of the same words."""
    new = _titled_as(new, old)
    if (new.org, new.role, new.municipality) == (old.org, old.role, old.municipality):
        return new
    places = pieces(new.municipality) | pieces(old.municipality)
    if not _same_words(_post(new, places), _post(old, places)):
        return new
    return replace(new, org=old.org, role=old.role, municipality=old.municipality)


def _titled_as(new: Contact, old: Contact) -> Contact:
    """`Pfarrer Uwe Beispiel` in a line, `Uwe Beispiel` over `Pfarrer`: before the name or behind it, one word."""
    if new.name is None or old.name is None or new.name.title == old.name.title:
        return new
    if replace(new.name, title=old.name.title) != old.name or _called(new) != _called(old):
        return new
    return replace(new, name=old.name, role=old.role)


def _called(contact: Contact) -> list[str]:
    """The words of title and function, wherever they stand."""
    title = contact.name.title if contact.name else None
    return sorted(fold(f"{title or ''} {contact.role or ''}").split())


def pieces(text: str | None) -> frozenset[str]:
    """The parts of which the text of a field is made, folded."""
    return frozenset(filter(None, map(fold, _PIECES.split(text or ""))))


def _post(contact: Contact, places: frozenset[str]) -> dict[str, frozenset[str]]:
    """What office, function and municipality are made of; an office that is only a municipality's says no more."""
    org, municipality = pieces(contact.org), pieces(contact.municipality)
    own = frozenset(piece for piece in org if _is_place_itself(piece, places))
    if own and not municipality:
        municipality = frozenset(place for place in places if any(_is_place_itself(piece, {place}) for piece in own))
    said = {"org": org - own, "role": pieces(contact.role), "municipality": municipality}
    return {field: pieces for field, pieces in said.items() if pieces}


def _is_place_itself(org: str, municipalities: Collection[str]) -> bool:
    rest = without_own_office(org)
    return bool(rest) and any(f"{place} ".startswith(f"{rest} ") for place in municipalities)


def _same_words(new: dict[str, frozenset[str]], old: dict[str, frozenset[str]]) -> bool:
    """Nothing but a text in another field, with or without one that was not made out before."""
    if new == old:
        return True
    ours, theirs = (frozenset().union(*post.values()) for post in (new, old))
    moved = any(pieces & (theirs - old.get(field, frozenset())) for field, pieces in new.items())
    return moved and (ours <= theirs or theirs <= ours)
