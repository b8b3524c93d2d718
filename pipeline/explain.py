"""Where each value of a contact comes from: source, place, raw text, each step, and who said otherwise.

Everything is read from what was stored on that night; nothing is computed again by today's rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline import display, wording
from pipeline.core.answered import answers, parts_of
from pipeline.history import History
from pipeline.model import FIELDS, JOINED, Address, Contact, Identity, Overruled, PersonName, Phone, Reading, Run, Value
from pipeline.transform.text import spelled_out


def explain(history: History, identity: Identity, field: str | None, language: str = "de") -> Iterator[str]:
    """Lines that explain one contact, or one of its fields."""
    contact = identity.entry.contact
    evidence = history.readings_behind(identity)
    since = dict(_since(history.versions(identity.uid)))
    yield f"{display.contact_title(contact, salutation=True)}  [{identity.uid}]"
    yield wording.pick(("Zuordnung: ", "recognised by: "), language) + wording.reason(identity.reason, language)
    winners = dict(identity.entry.winners)
    for name in FIELDS if field is None else (field,):
        values = _values(contact, name)
        if values or field:
            yield ""
            yield from _field(name, values, winners.get(name), since.get(name), language)
            yield from _from_others(name, identity, winners.get(name), language)
            yield from _corrected(name, identity.overruled, language)
            yield from _evidence(name, evidence, winners.get(name), language)
            if name == "phones":
                yield from _parts_of_numbers(history, identity, language)


def field_named(text: str) -> str | None:
    """The field that people call `text`, in German, English or by its key."""
    asked = text.casefold()
    for name in FIELDS:
        if asked in (name, name.rstrip("s"), *(label.casefold() for label in wording.FIELDS[name])):
            return name
    return None


def versions(history: History, identity: Identity, language: str = "de") -> Iterator[str]:
    """Every version of a contact, oldest first, with what changed in it."""
    before: Contact | None = None
    yield f"{display.contact_title(identity.entry.contact, salutation=True)}  [{identity.uid}]"
    yield from _places_taken(history, identity, language)
    for run, version in history.versions(identity.uid):
        contact = version.entry.contact
        if version.departed is not None:
            yield f"{run.name}  " + wording.reason(JOINED if version.reason == JOINED else "left", language)
        elif contact != before:
            yield f"{run.name}  " + "; ".join(_differences(before, contact, language))
        before = None if version.departed is not None else contact


def _places_taken(history: History, identity: Identity, language: str) -> Iterator[str]:
    """Whose place she took, and who took hers."""
    before = history.identity(identity.entry.predecessor) if identity.entry.predecessor else None
    if before:
        yield wording.follows(display.contact_title(before.entry.contact), before.uid, language)
    for known in history.mentions():
        if known.entry.predecessor == identity.uid:
            yield wording.followed(display.contact_title(known.entry.contact), known.uid, language)


def _differences(before: Contact | None, after: Contact, language: str) -> Iterator[str]:
    for name in FIELDS:
        old, new = (_shown(_values(contact, name)) if contact else "" for contact in (before, after))
        if old != new:
            yield f"{wording.field_name(name, language)}: {old + ' → ' if old else ''}{new or '–'}"


def _field(name: str, values: tuple[Value, ...], winner: str | None, since: Run | None, language: str) -> Iterator[str]:
    said = wording.pick(("sagt", "says"), language)
    known = wording.pick(("seit", "since"), language)
    yield f"{wording.field_name(name, language)}: {_shown(values) or '–'}"
    if winner:
        yield f"  {said}: {wording.source_name(winner, language)}" + (f", {known} {since.name}" if since else "")


def _from_others(name: str, identity: Identity, winner: str | None, language: str) -> Iterator[str]:
    """What of the field the source that has the say does not say itself, and who does, or did."""
    said: dict[str, set[tuple[str, str]]] = {}
    for seen in identity.observations:
        said.setdefault(seen.source, set()).update(part for part, _ in _parts(name, seen.contact, language))
    for part, value in _parts(name, identity.entry.contact, language) if winner in said else ():
        sources = sorted(source for source in said if part in said[source])
        sources = sources or _once(name, part, identity, language)
        if sources and winner not in sources:
            yield f"  {part[0]} {value}: {', '.join(sources)}"


def _once(name: str, part: tuple[str, str], identity: Identity, language: str) -> list[str]:
    """Sources that called somebody so and do not name her any more."""
    heard = ((source, Contact(name=called)) for source, called in identity.heard)
    sources = {source for source, contact in heard if part in dict(_parts(name, contact, language))}
    return [f"{source} ({wording.pick(('früher', 'earlier'), language)})" for source in sorted(sources)]


def _parts(name: str, contact: Contact, language: str) -> Iterator[tuple[tuple[str, str], str]]:
    """What sources complete for each other, parts of a name and kinds of number, and how it is shown."""
    if name == "name" and contact.name:
        for part, label in wording.NAME_PARTS.items():
            if value := getattr(contact.name, part):
                yield (wording.pick(label, language), value), f"„{value}“"
    elif name == "phones":
        for phone in contact.phones:
            yield (wording.pick(wording.PHONE_KINDS[phone.kind], language), phone.e164), display.phone(phone)


def _corrected(name: str, overruled: Iterable[Overruled], language: str) -> Iterator[str]:
    """Who corrected a field and why, and what the sources said at the time."""
    for row in overruled:
        if name == "phones" if row.field in ("mobile", "fax") else name == row.field:
            yield "  " + wording.correction(row, language)


def _evidence(name: str, evidence: dict[str, tuple[Reading, ...]], winner: str | None, language: str) -> Iterator[str]:
    """The readings behind a field; those of the source that has the say come first."""
    for source in sorted(evidence, key=lambda source: (source != winner, source)):
        for reading in evidence[source]:
            if reading.field == name:
                yield f"  {source}, {display.place(reading.raw.where, language)}: {_one(reading.value, language)}"
                yield f"    „{spelled_out(reading.raw.text)}“"
                for step in reading.steps:
                    done = wording.step(step.rule, language)
                    yield f"    {done}: {spelled_out(step.before)} → {spelled_out(step.after)}"


def _parts_of_numbers(history: History, identity: Identity, language: str) -> Iterator[str]:
    """What sources said last of a number that is not whole: it confirms one that is, or is a question."""
    said = (finding for state in history.sources().values() for finding in state.findings)
    for finding in parts_of(identity, said):
        told = wording.message(finding, language)
        if answers(identity, finding):
            told = wording.pick(("bestätigt die letzten Ziffern", "confirms the last digits"), language)
        yield f"  {finding.source}, {display.place(finding.where, language)}: {told}"
        yield f"    „{spelled_out(finding.text)}“"


def _since(versions: Iterable[tuple[Run, Identity]]) -> Iterator[tuple[str, Run]]:
    """The run since which each field has its present value."""
    before: Contact | None = None
    for run, version in versions:
        for name in FIELDS:
            if before is None or _values(before, name) != _values(version.entry.contact, name):
                yield name, run
        before = version.entry.contact


def _values(contact: Contact, name: str) -> tuple[Value, ...]:
    value = getattr(contact, name)
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _shown(values: tuple[Value, ...]) -> str:
    return ", ".join(map(_one, values))


def _one(value: Value, language: str = "de") -> str:
    if isinstance(value, Phone):
        return f"{wording.pick(wording.PHONE_KINDS[value.kind], language)} {display.phone(value)}"
    if isinstance(value, PersonName):
        return display.name(value)
    return display.address(value) if isinstance(value, Address) else value
