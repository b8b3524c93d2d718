"""Staff's corrections to values: what they wrote wins over every source, and what has become of it is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pipeline import display
from pipeline.core.compare import show
from pipeline.core.joins import words_of
from pipeline.core.settle import Settled
from pipeline.errors import ValueNotUnderstood
from pipeline.model import CORRECTIONS, FIELDS, Contact, Correction, Finding, Identity, Phone, PhoneKind, Severity
from pipeline.transform.normalize import order_phones

_KINDS: Mapping[str, PhoneKind] = {"phones": "voice", "mobile": "mobile", "fax": "fax"}


@dataclass(frozen=True, slots=True)
class Amendment:
    """One correction that applies, with its value understood; None takes the field away."""

    row: Correction
    value: Any


def amendments(
    rows: Iterable[Correction], people: Mapping[str, Iterable[Contact]], today: date
) -> tuple[dict[str, list[Amendment]], tuple[Finding, ...]]:
    """uid → what staff correct there, among `people` (uid → all that is said of them); findings for other rows."""
    rows = [row for row in rows if row.until is None or row.until >= today]
    found: dict[str, list[Amendment]] = defaultdict(list)
    findings: list[Finding] = []
    whom = _directory(people) if rows else {}
    for row in rows:
        uids = whom.get(row.contact.strip().lower()) or whom.get(words_of(row.contact)) or set()
        try:
            amendment = Amendment(row, _understood(row))
        except ValueNotUnderstood:
            findings.append(_finding("correction_unknown", row, None, ()))
            continue
        if len(uids) == 1:
            found[next(iter(uids))].append(amendment)
        else:
            known = (("candidates", ", ".join(sorted(uids))),) if uids else ()
            findings.append(_finding("correction_unknown", row, None, known))
    return found, tuple(findings)


def _directory(people: Mapping[str, Iterable[Contact]]) -> dict[object, set[str]]:
    """Everything by which staff may call somebody."""
    whom: dict[object, set[str]] = defaultdict(set)
    for uid, contacts in people.items():
        whom[uid].add(uid)
        for contact in contacts:
            for mail in contact.emails:
                whom[mail].add(uid)
            whom[words_of(display.contact_title(contact))].add(uid)
            if contact.name:
                whom[words_of(f"{contact.name.given or ''} {contact.name.family}")].add(uid)
    return whom


def _understood(row: Correction) -> Any:
    """The value of a correction as the field holds it; raises ValueNotUnderstood."""
    if not row.value.strip():
        return None
    texts = [part.strip() for part in row.value.replace("\n", ";").split(";") if part.strip()]
    if row.field in _KINDS:
        return tuple(_phone(text, _KINDS[row.field]) for text in texts)
    if row.field == "emails":
        from pipeline.transform.online import parse_mail

        return tuple(sorted(parse_mail(text) for text in texts))
    if row.field in ("org", "role", "municipality", "hours"):
        return row.value.strip()
    return _parsed(row.field, row.value.strip())


def _parsed(field: str, text: str) -> Any:
    if field == "name":
        from pipeline.transform.name import parse_name

        return parse_name(text).name
    if field == "address":
        from pipeline.transform.address import parse_address

        return parse_address(text)
    if field == "url":
        from pipeline.transform.web import parse_url

        return parse_url(text)
    raise ValueNotUnderstood(field, text)


def _phone(text: str, kind: PhoneKind) -> Phone:
    from pipeline.transform.phone import parse_phone

    phone: Phone = parse_phone(text)
    return replace(phone, kind="mobile" if kind == "voice" and phone.kind == "mobile" else kind)


# ---- applying ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Amended:
    """What holds once staff have had their say; `overruled` is remembered to notice when the sources move."""

    contact: Contact
    winners: tuple[tuple[str, str], ...]
    overruled: tuple[tuple[str, str, str], ...]
    findings: tuple[Finding, ...]


def amend(settled: Settled, rows: Iterable[Amendment], known: Identity | None, uid: str) -> Amended:
    """Staff's values over those of the sources."""
    contact, winners = settled.contact, dict(settled.winners)
    before = {(field, wanted): said for field, wanted, said in known.overruled} if known else {}
    overruled: list[tuple[str, str, str]] = []
    findings: list[Finding] = []
    for row in rows:
        field, wanted = row.row.field, show(row.value) or ""
        stated = _stated(settled.contact, field)
        said = show(stated) or ""
        at_first = before.get((field, wanted), said)
        overruled.append((field, wanted, at_first))
        if _form(stated) == _form(row.value):
            findings.append(_finding("correction_superfluous", row.row, uid, ()))
        elif said != at_first:
            findings.append(_finding("correction_contradicted", row.row, uid, (("before", at_first), ("said", said))))
        contact = _with(contact, field, row.value)
        winners["phones" if field in _KINDS else field] = CORRECTIONS
    order = tuple((name, winners[name]) for name in FIELDS if name in winners and getattr(contact, name))
    return Amended(contact, order, tuple(overruled), tuple(findings))


def _stated(contact: Contact, field: str) -> object:
    if field in _KINDS:
        return tuple(phone for phone in contact.phones if phone.kind == _KINDS[field])
    return getattr(contact, field)


def _form(value: object) -> object:
    """What two ways of showing one value have in common."""
    if isinstance(value, tuple):
        return frozenset(part.e164 if isinstance(part, Phone) else part for part in value)
    return value or frozenset()


def _with(contact: Contact, field: str, value: Any) -> Contact:
    if field in _KINDS:
        kept = tuple(phone for phone in contact.phones if phone.kind != _KINDS[field])
        return replace(contact, phones=order_phones((*kept, *(value or ()))))
    values: dict[str, Any] = {field: () if field == "emails" and value is None else value}
    return replace(contact, **values)


def _finding(code: str, row: Correction, uid: str | None, details: tuple[tuple[str, str], ...]) -> Finding:
    told = (("field", row.field), ("value", row.value), *details)
    severity: Severity = "info" if code == "correction_superfluous" else "warning"
    text = row.contact if uid else " | ".join((row.contact, row.field, row.value))
    return Finding(code, severity, text, row.where, CORRECTIONS, uid, told)
