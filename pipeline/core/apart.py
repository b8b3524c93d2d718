"""Where sources say different things of one contact: a finding for each such field, with the place of either value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from pipeline import display
from pipeline.core.compare import show
from pipeline.core.settle import Disagreement
from pipeline.model import Finding, Identity, Phone, Reading, Where

#: What was read of somebody on earlier nights, by source: a source that is not read again brings no readings along.
Evidence = Callable[[Identity], Mapping[str, tuple[Reading, ...]]]


def disagreements(apart: Iterable[Disagreement], identity: Identity, evidence: Evidence) -> Iterable[Finding]:
    """One finding for each field in which the sources differ."""
    apart = tuple(apart)
    if not apart:
        return
    by_source = _readings(identity, evidence)
    for one in apart:
        place = _place(one, one.value, one.other_value, identity, by_source, one.winner)
        other_place = _place(one, one.other_value, one.value, identity, by_source, one.other)
        details = (
            ("field", one.field),
            ("winner", one.winner),
            ("value", show(one.value) or ""),
            ("place", display.place(place)),
            ("other", one.other),
            ("other_value", show(one.other_value) or ""),
            ("other_place", display.place(other_place)),
        )
        title = display.contact_title(identity.entry.contact)
        yield Finding("disagreement", "info", title, other_place, one.other, identity.uid, details)


def _readings(identity: Identity, evidence: Evidence) -> Mapping[str, tuple[Reading, ...]]:
    said: dict[str, tuple[Reading, ...]] = {}
    for seen in identity.observations:
        said[seen.source] = said.get(seen.source, ()) + seen.readings
    return said if all(said.values()) else {**evidence(identity), **{k: read for k, read in said.items() if read}}


def _place(
    apart: Disagreement,
    value: object,
    against: object,
    identity: Identity,
    by_source: Mapping[str, tuple[Reading, ...]],
    source: str,
) -> Where:
    """Where the source says what the other does not; failing that, where it speaks of the field, or of the contact."""
    here, there = _forms(value), _forms(against)
    read = [one for one in by_source.get(source, ()) if _is_of(apart.field, one)]
    if read:
        return min(read, key=lambda one: (_form(one.value) not in here - there, _form(one.value) not in here)).raw.where
    return next(seen.where for seen in identity.observations if seen.source == source)


def _is_of(field: str, reading: Reading) -> bool:
    """A number is read as one of `phones`, and disagreed about by its kind."""
    value = reading.value
    return value.kind == field if isinstance(value, Phone) else reading.field == field


def _forms(value: object) -> set[object]:
    return {_form(part) for part in value} if isinstance(value, tuple) else {_form(value)}


def _form(value: object) -> object:
    return value.e164 if isinstance(value, Phone) else value
