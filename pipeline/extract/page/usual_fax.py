"""A house's own pattern of fax numbers: where most follow from the extension by one digit, others are told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.model import Finding, PersonName, Phone, Record

#: A pattern needs so many people who follow it.
_LEAST = 3
#: Whose fax is the office's, not the person's.
_SHARED = re.compile(r"Vorzimmer|Sekret|Büro|Empfang|Zentrale|Pforte|Geschäftszimmer", re.IGNORECASE)


def fax_findings(records: Sequence[Record]) -> list[Finding]:
    """Findings `fax_pattern` for persons whose fax is not what the pattern of the page says."""
    pairs = [pair for record in records if (pair := _pair(record)) is not None]
    changes = Counter(change for _, voice, fax in pairs if (change := _change(voice.extension, fax.extension)))
    if not changes:
        return []
    usual, count = changes.most_common(1)[0]
    if count < _LEAST or count * 2 < len(pairs):
        return []
    findings = []
    for record, voice, fax in pairs:
        expected = _applied(usual, voice.extension or "")
        if expected and fax.extension != expected:
            findings.append(_finding(record, fax, expected))
    return findings


def is_fax_of(voice: Phone, fax: Phone) -> bool:
    """`940-945` beside `940-145`, `940-9145` beside it, too: one digit before the same others."""
    ours, theirs = voice.extension or "", fax.extension or ""
    if len(ours) < _LEAST or fax.kind != "fax" or _stem(voice) != _stem(fax):
        return False
    change = _change(ours, theirs)
    return theirs[1:] == ours or (change is not None and change[0] == 0)


def _pair(record: Record) -> tuple[Record, Phone, Phone] | None:
    """A person's extension and fax extension of the same house."""
    if not any(isinstance(reading.value, PersonName) for reading in record.readings):
        return None
    if any(reading.field == "role" and _SHARED.search(str(reading.value)) for reading in record.readings):
        return None
    phones = [
        reading.value for reading in record.readings if isinstance(reading.value, Phone) and reading.value.extension
    ]
    voices = [phone for phone in phones if phone.kind == "voice"]
    faxes = [phone for phone in phones if phone.kind == "fax"]
    if len(voices) != 1 or len(faxes) != 1 or _stem(voices[0]) != _stem(faxes[0]):
        return None
    return record, voices[0], faxes[0]


def _stem(phone: Phone) -> str:
    return phone.e164[: -len(phone.extension or "")]


def _change(voice: str | None, fax: str | None) -> tuple[int, str, str] | None:
    """The one digit in which two extensions of equal length differ: place, before, after."""
    if not voice or not fax or len(voice) != len(fax):
        return None
    differing = [index for index in range(len(voice)) if voice[index] != fax[index]]
    if len(differing) != 1:
        return None
    place = differing[0]
    return place, voice[place], fax[place]


def _applied(change: tuple[int, str, str], voice: str) -> str | None:
    place, before, after = change
    if len(voice) <= place or voice[place] != before:
        return None
    return voice[:place] + after + voice[place + 1 :]


def _finding(record: Record, fax: Phone, expected: str) -> Finding:
    from pipeline import display

    reading = next(reading for reading in record.readings if reading.value == fax)
    person = next(reading.value for reading in record.readings if isinstance(reading.value, PersonName))
    usual = Phone("fax", _stem(fax) + expected, expected)
    details = (("name", display.name(person)), ("expected", display.phone(usual)))
    return Finding("fax_pattern", "warning", reading.raw.text, reading.raw.where, details=details)
