"""A page that was rebuilt is read otherwise, but says what it said.

On the night on which a page gets another layout, an office can be taken from another heading, or no longer be made
out. Where the words of somebody's name, numbers and addresses are the same, the words of the old reading still stand
on the page and those of the new one stood there before, the old reading holds; what the new layout reads is remembered
beside it, so that tomorrow's news is still news.
Staff are told, and can let the new readings count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from pipeline import display
from pipeline.core.compare import same_values, show, shown
from pipeline.core.steady import pieces
from pipeline.model import Contact, Finding, Identity, Observation, PersonName, Raw, Reading, Rebuilt, Step
from pipeline.transform.imprint import stood
from pipeline.transform.text import fold

#: What a layout says by where it stands; numbers, mail addresses and the words of a name speak for themselves.
_PLACED = ("org", "role", "municipality", "address", "hours")


def as_before(new: Observation, old: Observation, page: Rebuilt | None) -> Observation:
    """`new`, with the older reading of each field that only the page's new layout reads otherwise.

    `page` is None if the page was not rebuilt tonight.
    """
    kept = [field for field in ("name", *_PLACED) if _holds(field, new, old, page)]
    if not kept:
        return new
    contact = replace(new.contact, **{field: getattr(old.contact, field) for field in kept})
    return replace(new, contact=contact, read=new.contact, readings=_explained(new, old, kept))


def _holds(field: str, new: Observation, old: Observation, page: Rebuilt | None) -> bool:
    said, before = getattr(new.contact, field), getattr(old.contact, field)
    if said == before:
        return False
    if show(said) == show(before):
        return True  # only the boundary between given and family name is another: `Begić, Hiwot`
    if old.read is not None and said == getattr(old.read, field):
        return True
    if page is None or not _same_person(new.contact, old.contact):
        return False
    if field == "name":  # the same words the other way round, or without Frau; who is called so now, is
        return bool(before.salutation) or not said.salutation
    return stood(show(said) or "", page.before) and _stands_on(page.wording, show(before) or "", show(said) or "")


def _same_person(a: Contact, b: Contact) -> bool:
    return _name_words(a.name, b.name) == _name_words(b.name, a.name) and same_values(a, b, ("phones", "emails"))


def _name_words(name: PersonName | None, other: PersonName | None) -> list[str]:
    """The words of a name, with the salutation if both have one: `Begić Hiwot` where a comma stood has the same."""
    spoken = bool(name and other and name.salutation and other.salutation)
    return sorted(fold(display.name(name, spoken)).split()) if name else []


def _stands_on(page: str, before: str, now: str) -> bool:
    """Whether the page still has the older text, and not only as a part of the newer: an office that got a longer name
    is called otherwise."""
    old = pieces(before)
    for longer in pieces(now) - old:
        if any(f" {piece} " in f" {longer} " for piece in old):
            page = page.replace(f" {longer} ", " ")
    return all(f" {piece} " in page for piece in old)


def _explained(new: Observation, old: Observation, kept: Iterable[str]) -> tuple[Reading, ...]:
    """The readings of tonight, with the step that puts the older value in the place of the newer; a source that was not
    read tonight has none."""
    if not new.readings:
        return ()
    tonight = {reading.field: reading for reading in reversed(new.readings)}
    steps = []
    for field in kept:
        said, before = getattr(new.contact, field), getattr(old.contact, field)
        found = tonight.get(field, Reading(field, before, Raw(show(before) or "", new.where)))
        step = Step("reading_kept", show(said) or "", show(before) or "")
        steps.append(replace(found, value=before or said, steps=(*found.steps, step)))
    return (*(reading for reading in new.readings if reading.field not in kept), *steps)


def as_read(identity: Identity) -> Identity:
    """With what its pages read, for recognising people: tonight's words are compared with words of the same layout."""
    return _without_read(identity, lambda seen: seen.read or seen.contact)


def reread(identity: Identity) -> Identity:
    """Without a note of what was kept, so that every reading of tonight counts."""
    return _without_read(identity, lambda seen: seen.contact)


def _without_read(identity: Identity, contact: Callable[[Observation], Contact]) -> Identity:
    if all(seen.read is None for seen in identity.observations):
        return identity
    seen = (replace(o, contact=contact(o), read=None) for o in identity.observations)
    return replace(identity, observations=tuple(seen))


def readings_kept(identities: Iterable[Identity]) -> Iterator[Finding]:
    """What staff hear of it, once a source: of how many contacts, and one of them as an example."""
    by_source: dict[str, list[tuple[Identity, Observation, str]]] = {}
    for identity in identities:
        for seen in identity.observations if identity.departed is None else ():
            if seen.read and (field := _other_words(seen.contact, seen.read)):
                by_source.setdefault(seen.source, []).append((identity, seen, field))
    for source, kept in sorted(by_source.items()):
        identity, seen, field = kept[0]
        details = (
            ("count", str(len(kept))),
            ("name", display.contact_title(identity.entry.contact)),
            ("field", field),
            ("value", shown(seen.contact, field) or "–"),
            ("said", shown(seen.read or seen.contact, field) or "–"),
        )
        yield Finding("reading_kept", "warning", source, seen.where, source, details=details)


def _other_words(contact: Contact, read: Contact) -> str | None:
    """The first field in which something else is to be read."""
    return next((field for field in ("name", *_PLACED) if shown(contact, field) != shown(read, field)), None)
