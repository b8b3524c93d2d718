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


def steadied(new: Contact, old: Contact) -> Contact:
    """`new`, with the reading of office, function and municipality that `old` has of the same words."""
    if (new.org, new.role, new.municipality) == (old.org, old.role, old.municipality):
        return new
    if not _same_words(_post(new), _post(old)):
        return new
    return replace(new, org=old.org, role=old.role, municipality=old.municipality)


def _post(contact: Contact) -> dict[str, str]:
    """Office, function and municipality as they compare; an office that is only the municipality's says nothing."""
    post = {"org": contact.org, "role": contact.role, "municipality": contact.municipality}
    said = {field: fold(text) for field, text in post.items() if text}
    if "org" in said and _is_place_itself(said["org"], said.get("municipality", "")):
        del said["org"]
    return said


def _is_place_itself(org: str, municipality: str) -> bool:
    rest = _HOUSE.sub("", org).strip()
    return bool(rest) and f"{municipality} ".startswith(f"{rest} ")


def _same_words(new: dict[str, str], old: dict[str, str]) -> bool:
    """Nothing but a text in another field, with or without one that was not made out before."""
    if new == old:
        return True
    ours, theirs = set(new.values()), set(old.values())
    moved = any(text in theirs and old.get(field) != text for field, text in new.items())
    return moved and (ours <= theirs or theirs <= ours)
