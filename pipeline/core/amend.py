"""Staff's corrections to values: what they wrote wins over every source, and what has become of it is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pipeline import display
from pipeline.core.called import about_row, several, words_of
from pipeline.core.compare import show
from pipeline.core.settle import Settled
from pipeline.errors import ValueNotUnderstood
from pipeline.model import (
    CORRECTIONS,
    FIELDS,
    Contact,
    Correction,
    Finding,
    Identity,
    Overruled,
    Phone,
    PhoneKind,
)
from pipeline.transform.normalize import order_phones

_KINDS: Mapping[str, PhoneKind] = {"phones": "voice", "mobile": "mobile", "fax": "fax"}
_READ_AS: Mapping[str, str] = dict.fromkeys(_KINDS, "phones")


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
            findings.append(about_row("correction_unknown", row, f"value_{_READ_AS.get(row.field, row.field)}"))
            continue
        if len(uids) == 1:
            found[next(iter(uids))].append(amendment)
        else:
            known = several(f"{display.contact_title(next(iter(people[uid])))} ({uid})" for uid in uids)
            why = "several" if uids else "nobody"
            findings.append(about_row("correction_unknown", row, why, None, ("candidates", known)))
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
    if row.field in _KINDS:
        return _phones(row.value, _KINDS[row.field])
    if row.field == "emails":
        return _mails(row.value)
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


def _phones(text: str, kind: PhoneKind) -> tuple[Phone, ...]:
    """Numbers in any German writing, each whole: staff know the area code, and nothing is lent from elsewhere."""
    from pipeline.transform.phone import Dialing, read_phones

    numbers: list[Phone] = []
    for part in text.replace(";", "\n").split("\n"):
        reading = read_phones(part, Dialing(), labelled=True)
        numbers += [each.phone for each in reading.found]
        left = _without(part, [(each.start, each.end) for each in reading.found])
        if reading.findings or any(char.isdigit() for char in left) or bool(part.strip()) > bool(reading.found):
            raise ValueNotUnderstood("phone", part)
    if kind != "fax" and any(phone.kind == "fax" for phone in numbers):
        raise ValueNotUnderstood("phone", text)
    return tuple(phone if kind == "voice" else replace(phone, kind=kind) for phone in numbers)


def _mails(text: str) -> tuple[str, ...]:
    from pipeline.transform.online import find_mails

    found = find_mails(text)
    left = _without(text, [(each.start, each.end) for each in found])
    if not found or "@" in left or any(char.isdigit() for char in left):
        raise ValueNotUnderstood("mail", text)
    return tuple(sorted({each.address for each in found}))


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + " " + text[end:]
    return text


# ---- applying ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Amended:
    """What holds once staff have had their say; `overruled` is remembered to notice when the sources move."""

    contact: Contact
    winners: tuple[tuple[str, str], ...]
    overruled: tuple[Overruled, ...]
    findings: tuple[Finding, ...]


def amend(settled: Settled, rows: Sequence[Amendment], known: Identity | None, uid: str) -> Amended:
    """Staff's values over those of the sources; of rows that say different things the lowest holds."""
    if not rows:
        return Amended(settled.contact, settled.winners, (), ())
    contact, winners = settled.contact, dict(settled.winners)
    before = {(row.field, row.value): row.said for row in known.overruled} if known else {}
    overruled: list[Overruled] = []
    findings: list[Finding] = []
    for row, below in _with_the_lowest(rows):
        if below is not None:
            told = ("other", below.row.value or "–")
            findings.append(about_row("correction_unknown", row.row, "written_below", uid, told))
            continue
        field, wanted = row.row.field, show(row.value) or ""
        stated = _stated(settled.contact, field)
        said = show(stated) or ""
        at_first = before.get((field, wanted), said)
        overruled.append(Overruled(field, wanted, at_first, row.row.who, row.row.why))
        if _form(stated) == _form(row.value):
            findings.append(about_row("correction_superfluous", row.row, "said", uid))
        elif said != at_first:
            moved = (("before", at_first), ("said", said))
            findings.append(about_row("correction_contradicted", row.row, "", uid, *moved))
        contact = _with(contact, field, row.value)
        winners["phones" if field in _KINDS else field] = CORRECTIONS
    order = tuple((name, winners[name]) for name in FIELDS if name in winners and getattr(contact, name))
    return Amended(contact, order, tuple(overruled), tuple(findings))


def _with_the_lowest(rows: Iterable[Amendment]) -> Iterator[tuple[Amendment, Amendment | None]]:
    """Each row, with the one further below that says something else of the same field."""
    rows = tuple(rows)
    lowest = {row.row.field: row for row in rows}
    for row in rows:
        holds = lowest[row.row.field]
        yield row, None if _form(row.value) == _form(holds.value) else holds


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
