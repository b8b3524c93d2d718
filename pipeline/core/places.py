"""A heading that may be a town is one where the district's sources know it, or most of those it stands among.

A page is read alone, and `Fronhausen` over people may be anything. Where a list has it in the column of municipalities,
or the page said so itself before, it is where these people are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.model import Contact, Observation, Reading, Step
from pipeline.transform.text import fold

#: The field of a reading that no contact has: what may be a municipality.
PLACE = "place"
#: One alone may be somebody's family name.
_LEAST = 2


def placed(observations: Iterable[Observation], before: Iterable[Contact]) -> tuple[Observation, ...]:
    """The observations, with the towns that are proved among all that is said tonight or was known `before`."""
    seen = tuple(observations)
    perhaps: dict[str, set[str]] = {}
    for one in seen:
        for reading in _places(one):
            perhaps.setdefault(one.source, set()).add(str(reading.value))
    if not perhaps:
        return seen
    known = _known((*(one.contact for one in seen), *before))
    proved = {source for source, texts in perhaps.items() if _are_towns(texts, known)}
    return tuple(_with_town(one, known) if one.source in proved else one for one in seen)


def _places(seen: Observation) -> list[Reading]:
    return [] if seen.contact.municipality else [reading for reading in seen.readings if reading.field == PLACE]


def _known(contacts: Iterable[Contact]) -> dict[str, str]:
    """Every municipality that somebody is in, by its folded name."""
    places = (place.strip() for contact in contacts for place in (contact.municipality or "").split(";"))
    return {fold(place): place for place in sorted(places) if place}


def _are_towns(texts: set[str], known: dict[str, str]) -> bool:
    towns = sum(fold(text) in known for text in texts)
    return towns >= _LEAST and 2 * towns >= len(texts)


def _with_town(seen: Observation, known: dict[str, str]) -> Observation:
    for reading in _places(seen)[:1]:
        text = str(reading.value)
        town = known.get(fold(text), text)
        told = replace(reading, field="municipality", value=town, steps=(Step("municipality_known", text, town),))
        return replace(seen, contact=replace(seen.contact, municipality=town), readings=(*seen.readings, told))
    return seen
