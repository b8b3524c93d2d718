"""Values as plain JSON, in the shapes of the contract. Nothing here reads a clock or a file."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from pipeline import display, wording
from pipeline.model import Contact, Entry, Finding, Link, Observation, Phone, Where

Json = dict[str, Any]

#: Candidates for characters that draw nothing or steer a terminal; most texts have none.
_UNUSUAL = re.compile(r"[^\n -~¡-¬®-ſ‐-‧‰-⁞€™]")


def dumps(value: object) -> str:
    """JSON as people read it: UTF-8, two blanks, in the order given, one newline at the end.

    Invisible characters are written as `\\uXXXX`: the same text to a program, harmless on a terminal.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return _UNUSUAL.sub(lambda found: _escaped(found[0]), text) + "\n"


def _escaped(char: str) -> str:
    if unicodedata.category(char)[0] not in "CZ" or char == " ":
        return char
    return json.dumps(char)[1:-1]


def contact_json(contact: Contact, raws: Mapping[str, Sequence[str | None]] | None = None) -> Json:
    """One contact; `raws["phones"]` are the texts its numbers were read from, in the order of its numbers."""
    written = (raws or {}).get("phones", ())
    return {
        "name": _parts(contact.name, ("salutation", "title", "given", "family")),
        "org": contact.org,
        "role": contact.role,
        "municipality": contact.municipality,
        "phones": [
            _phone(phone, written[at] if at < len(written) else None) for at, phone in enumerate(contact.phones)
        ],
        "emails": list(contact.emails),
        "address": _parts(contact.address, ("street", "postcode", "city")),
        "url": contact.url,
        "hours": contact.hours,
    }


def entry_json(entry: Entry) -> Json:
    """One published contact: `contact_json` and what we know about it."""
    return {
        "uid": entry.uid,
        **contact_json(entry.contact),
        "groups": list(entry.groups),
        "sources": [
            {"id": origin.source, "url": origin.url, "seen": time_json(origin.seen)} for origin in entry.sources
        ],
        "first_seen": time_json(entry.first_seen),
        "last_changed": time_json(entry.last_changed),
        "stale": entry.stale,
    }


def extraction_json(
    observations: Sequence[Observation],
    documents: Sequence[Link],
    findings: Sequence[Finding],
    language: wording.Language = "de",
) -> Json:
    """What one document yields (`extract --format json`)."""
    return {
        "contacts": [
            {**contact_json(seen.contact, {"phones": _phones_as_written(seen)}), "where": where_json(seen.where)}
            for seen in observations
        ],
        "documents": [
            {"title": link.title, "href": link.href, "stated_size_bytes": link.stated_size} for link in documents
        ],
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity,
                "message": wording.message(finding, language),
                "where": where_json(finding.where),
            }
            for finding in findings
        ],
    }


def where_json(where: Where) -> Json:
    """A place; what is not known of it is left out."""
    known = (("line", where.line), ("path", where.path), ("sheet", where.sheet), ("cell", where.cell))
    return {key: value for key, value in known if value is not None}


def time_json(moment: datetime | None) -> str | None:
    """A time in UTC after RFC 3339, `2026-03-02T03:15:00Z`."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z") if moment else None


def _phones_as_written(seen: Observation) -> list[str | None]:
    """The text behind each number: the very reading if it is kept, else one of the same number."""
    texts: dict[object, str] = {}
    for reading in seen.readings:
        if isinstance(reading.value, Phone):
            texts.setdefault(reading.value, reading.raw.text)
            texts.setdefault(reading.value.e164, reading.raw.text)
    return [texts.get(phone, texts.get(phone.e164)) for phone in seen.contact.phones]


def _phone(phone: Phone, raw: str | None) -> Json:
    return {"kind": phone.kind, "e164": phone.e164, "display": display.phone(phone), "raw": raw}


def _parts(value: object, names: tuple[str, ...]) -> Json | None:
    return None if value is None else {name: getattr(value, name) for name in names}
