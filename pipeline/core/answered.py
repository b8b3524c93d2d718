"""A bare Durchwahl is answered where another source names the whole number that ends with it.

A list has `1234` in the row of somebody whose page has `0711 3902-1234`. Alone the list is not understood, and staff
should look; beside the page it only confirms what holds. A source is read alone and often rests while others speak, so
its finding notes whose row it stands in, and each night asks again whether the number of that contact answers it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline import display
from pipeline.model import Contact, Finding, Identity, Observation, Phone, Where

#: What is said where digits are a part of a number, or may be.
_CODES = frozenset({"extension_without_main", "phone_no_main", "phone_no_area", "zero_unproven"})
#: The detail that notes whose row it is.
_CONTACT = "contact"
#: One number and at most a word or a sign before it; fewer digits end too many numbers.
_DIGITS = re.compile(r"\D{0,15}(\d(?:[ ./-]{0,3}\d){1,14})\D{0,2}")
_ROW_OF_PAGE = re.compile(r".* > tr:nth-of-type\(\d+\)")
_ROW_OF_SHEET = re.compile(r"\d+$")


def about(findings: Iterable[Finding], observations: Iterable[Observation]) -> tuple[Finding, ...]:
    """The findings of one source, those about parts of numbers with the only contact in whose row they stand."""
    in_row: dict[object, set[str]] = {}
    for seen in observations:
        in_row.setdefault(_row(seen.where), set()).add(_title(seen.contact))
    return tuple(_noted(finding, in_row.get(_row(finding.where), set())) for finding in findings)


def _noted(finding: Finding, titles: set[str]) -> Finding:
    if finding.code not in _CODES or len(titles) != 1:
        return finding
    return replace(finding, details=(*finding.details, (_CONTACT, min(titles))))


def _row(where: Where) -> object:
    """A row of a sheet or of a table, else the element."""
    if where.cell:
        row = _ROW_OF_SHEET.search(where.cell)
        return where.sheet, row and row.group()
    row = _ROW_OF_PAGE.match(where.path or "")
    return row.group() if row else where.path


def _title(contact: Contact) -> str:
    return display.contact_title(contact)


def noted_of(findings: Iterable[Finding], observations: Iterable[Observation]) -> tuple[Finding, ...]:
    """The findings without a note of whom none of these observations is about."""
    titles = {_title(seen.contact) for seen in observations}
    return tuple(finding if _contact(finding) in titles else _without_note(finding) for finding in findings)


def _contact(finding: Finding) -> str | None:
    return dict(finding.details).get(_CONTACT)


def _without_note(finding: Finding) -> Finding:
    return replace(finding, details=tuple(detail for detail in finding.details if detail[0] != _CONTACT))


def unanswered(findings: Iterable[Finding], identities: Iterable[Identity]) -> Iterator[Finding]:
    """Those that no published number answers, without the note, which is not for readers."""
    named: dict[tuple[str, str], list[Identity]] | None = None
    for finding in findings:
        if _contact(finding) is None:
            yield finding
            continue
        named = _named(identities) if named is None else named
        people = named.get((finding.source or "", _contact(finding) or ""), [])
        if len(people) != 1 or not answers(people[0], finding):
            yield _without_note(finding)


def _named(identities: Iterable[Identity]) -> dict[tuple[str, str], list[Identity]]:
    """Who is meant by what a source calls somebody."""
    named: dict[tuple[str, str], list[Identity]] = {}
    for identity in identities:
        for key in _calls(identity) if identity.departed is None else ():
            named.setdefault(key, []).append(identity)
    return named


def _calls(identity: Identity) -> set[tuple[str, str]]:
    return {(seen.source, _title(seen.read or seen.contact)) for seen in identity.observations}


def parts_of(identity: Identity, findings: Iterable[Finding]) -> Iterator[Finding]:
    """What sources say of the numbers of this contact without being understood."""
    calls = _calls(identity)
    return (f for f in findings if (f.source or "", _contact(f) or "") in calls)


def answers(identity: Identity, finding: Finding) -> bool:
    """Whether a number of the contact ends with the digits; where it shows its Durchwahl, they are at least that."""
    read = _DIGITS.fullmatch(finding.text.strip())
    digits = re.sub(r"\D", "", read.group(1)) if read else ""
    return bool(digits) and any(_ends_with(phone, digits) for phone in identity.entry.contact.phones)


def _ends_with(phone: Phone, digits: str) -> bool:
    return phone.e164.endswith(digits) and len(digits) >= len(phone.extension or "")
