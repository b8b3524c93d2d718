"""A record as it was read becomes a contact: one value a field, lists without doubles and in canonical order.

Canonical order makes the order on a page no change: voice before mobile before fax, a direct line before the exchange
(`-0`), then by number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar, cast

from pipeline.model import (
    Address,
    Contact,
    Finding,
    Observation,
    PersonName,
    Phone,
    Reading,
    Record,
    Step,
)

#: Longer texts are no role, no office and no street; what is published of them ends here.
TEXT_LIMIT = 300
#: Nobody has more numbers or addresses than this; the rest stays a finding.
LIST_LIMIT = 50
_KIND_ORDER = {"voice": 0, "mobile": 1, "fax": 2}
V = TypeVar("V")


def normalize(record: Record, source: str) -> tuple[Observation, tuple[Finding, ...]]:
    """What `source` says about one contact, and what had to be left out of it."""
    readings = tuple(_shortened(reading) for reading in record.readings)
    findings = tuple(
        Finding("shortened", "info", before.raw.text[:80], before.raw.where, source)
        for before, after in zip(record.readings, readings, strict=True)
        if before is not after
    )
    contact = contact_of(readings)
    findings += _too_many(contact, record, source)
    contact = replace(contact, phones=contact.phones[:LIST_LIMIT], emails=contact.emails[:LIST_LIMIT])
    return Observation(source, contact, readings, record.where, record.tags), findings


def contact_of(readings: Iterable[Reading]) -> Contact:
    """The values of readings alone. Of a field that holds one value the first reading counts."""
    values: dict[str, list[object]] = {}
    for reading in readings:
        values.setdefault(reading.field, []).append(reading.value)
    return Contact(
        name=cast("PersonName | None", _first(values, "name")),
        org=cast("str | None", _first(values, "org")),
        role=cast("str | None", _first(values, "role")),
        municipality=cast("str | None", _first(values, "municipality")),
        phones=order_phones(cast("list[Phone]", values.get("phones", []))),
        emails=tuple(sorted(set(cast("list[str]", values.get("emails", []))))),
        address=cast("Address | None", _first(values, "address")),
        url=cast("str | None", _first(values, "url")),
        hours=cast("str | None", _first(values, "hours")),
    )


def order_phones(phones: Iterable[Phone]) -> tuple[Phone, ...]:
    """Numbers in canonical order, each once a kind; the one that shows its Durchwahl is kept."""
    best: dict[tuple[str, str], Phone] = {}
    for phone in phones:
        key = (phone.kind, phone.e164)
        if key not in best or best[key].extension is None:
            best[key] = phone
    return tuple(sorted(best.values(), key=lambda p: (_KIND_ORDER[p.kind], p.extension == "0", p.e164)))


def _first(values: dict[str, list[object]], field: str) -> object:
    return values.get(field, [None])[0]


def _shortened(reading: Reading) -> Reading:
    if not isinstance(reading.value, str) or len(reading.value) <= TEXT_LIMIT:
        return reading
    short = reading.value[: TEXT_LIMIT - 1].rstrip() + "…"
    return replace(reading, value=short, steps=(*reading.steps, Step("shortened", reading.value, short)))


def _too_many(contact: Contact, record: Record, source: str) -> tuple[Finding, ...]:
    return tuple(
        Finding("too_many", "warning", str(len(values)), record.where, source, details=(("field", field),))
        for field, values in (("phones", contact.phones), ("emails", contact.emails))
        if len(values) > LIST_LIMIT
    )
