"""One contact that a page shows twice is one record: hidden copies for phones, a list and a card, data in scripts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.core.places import PLACE
from pipeline.model import PersonName, Phone, Reading, Record, Where
from pipeline.transform.deputies import is_deputy
from pipeline.transform.municipal_kinds import without_kind
from pipeline.transform.text import fold

#: So many records with one name and one value are looked at for a copy.
_NEAR = 5


def merged(records: Sequence[Record], structured: Sequence[Record]) -> list[Record]:
    """Records without copies, and with what only the page's structured data says."""
    kept = _Kept()
    for record in records:
        kept.add(record)
    for record in structured:
        _add_structured(kept.records, record)
    return kept.records


class _Kept:
    """The records so far, and where a copy would be found."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.places: dict[tuple[str, object], list[int]] = {}  # name and value → records that have both
        self.offices: dict[Where, int] = {}  # heading → the contact of the office that it names
        self.people: dict[str, int] = {}  # name → the first record of it

    def add(self, record: Record) -> None:
        """Joins a record to the one of which it is a copy, or keeps it."""
        name, values = _name_key(record), _values(record)
        twin = self._twin(record, name, values)
        if twin is None:
            twin = len(self.records)
            self.people.setdefault(name, twin)
            if (heading := _heading(record)) is not None:
                self.offices[heading] = twin
            self.records.append(record)
        else:
            self.records[twin] = _joined(self.records[twin], record)
        for value in values:
            self.places.setdefault((name, value), []).append(twin)

    def _twin(self, record: Record, name: str, values: frozenset[object]) -> int | None:
        near = {index for value in values for index in self.places.get((name, value), ())[-_NEAR:]}
        twin = next((index for index in sorted(near) if _same(self.records[index], record, values)), None)
        if twin is not None:
            return twin
        office = self.offices.get(heading) if (heading := _heading(record)) is not None else None
        if office is not None and not _kinds(values) & _kinds(_values(self.records[office])):
            return office
        first = self.people.get(name)
        return first if first is not None and _only_adds(self.records[first], record, values) else None


def _only_adds(known: Record, record: Record, values: frozenset[object]) -> bool:
    """`Anmeldung bei Eva Muster, eva@muster.de` below her entry says nothing of her but another kind of value."""
    fields = {reading.field for reading in record.readings if not any(s.rule == "heading_above" for s in reading.steps)}
    if " " not in _name_key(record) or fields & {"role", "org", "address"} or "footer" in known.tags | record.tags:
        return False
    return not _kinds(values) & _kinds(_values(known))


def _heading(record: Record) -> Where | None:
    """The heading after which a contact is called that has no name, function or office of its own."""
    fields = {reading.field: reading for reading in record.readings}
    office = fields.get("org")
    if office is None or {"name", "role"} & fields.keys() or "footer" in record.tags:
        return None
    return office.raw.where if any(step.rule == "heading_above" for step in office.steps) else None


def _same(known: Record, record: Record, values: frozenset[object]) -> bool:
    """Whether two records of one name (or of none) are copies: the values of one are among those of the other."""
    if ("footer" in known.tags) != ("footer" in record.tags):
        return False
    others = _values(known)
    if not values or not others:
        return False
    if len({_town(known), _town(record)} - {""}) == 2:
        return False  # she serves both, and each entry says so
    if _name_key(known):
        return all(_fits(values, others, kind) for kind in _kinds(values) | _kinds(others))
    if _text(known, "org") != _text(record, "org"):
        return False
    return values == others or (values < others and _only_calls(record)) or (others < values and _only_calls(known))


def _only_calls(record: Record) -> bool:
    """Whether a contact says nothing but the office that answers a number: `Zentrale: 940-0` above its own block."""
    return {reading.field for reading in record.readings} <= {"org", "phones"}


def _values(record: Record) -> frozenset[object]:
    """The numbers and mail addresses of a record."""
    return frozenset(
        (reading.value.kind, reading.value.e164) if isinstance(reading.value, Phone) else reading.value
        for reading in record.readings
        if reading.field in ("phones", "emails")
    )


def _fits(values: frozenset[object], others: frozenset[object], kind: object) -> bool:
    """Whether of one kind of value neither record has what the other lacks, or only one has any."""
    here, there = ({value for value in each if _kind(value) == kind} for each in (values, others))
    return here <= there or there <= here


def _kind(value: object) -> object:
    return value[0] if isinstance(value, tuple) else "emails"


def _kinds(values: frozenset[object]) -> set[object]:
    """Which kinds of number there are, and whether there are mail addresses."""
    return set(map(_kind, values))


def _name_key(record: Record) -> str:
    name = next((reading.value for reading in record.readings if isinstance(reading.value, PersonName)), None)
    return fold(f"{name.given or ''} {name.family}") if name else ""


def _are_same_words(name: str, known: str) -> bool:
    """Whether two names that are not equal differ only in the order of their words, or in one that is left out."""
    ours, theirs = set(name.split(" ")), set(known.split(" "))
    return len(ours & theirs) > 1 and (ours <= theirs or theirs <= ours)


def _text(record: Record, field: str) -> str:
    return fold(next((str(reading.value) for reading in record.readings if reading.field == field), ""))


def _town(record: Record) -> str:
    """The municipality of a record, or the heading that may be one: `Dornfeld` like `Gemeinde Dornfeld`."""
    return without_kind(_text(record, "municipality") or _text(record, PLACE))


def _joined(known: Record, other: Record) -> Record:
    """The first record with the readings that only the other has."""
    if is_deputy(_text(known, "role")) and _text(other, "role"):  # what she does counts, not for whom she stands in
        known = replace(known, readings=tuple(r for r in known.readings if r.field != "role"))
    fields = {reading.field for reading in known.readings}
    values = {(reading.field, reading.value) for reading in known.readings}
    more: list[Reading] = []
    for reading in other.readings:
        several = reading.field in ("phones", "emails")
        if (several and (reading.field, reading.value) not in values) or (not several and reading.field not in fields):
            more.append(reading)
    return replace(known, readings=known.readings + tuple(more)) if more else known


def _is_other_house(known: Record, record: Record, shared: frozenset[object]) -> bool:
    """Whether two offices share no more than a fax machine: each has another name and another address."""
    apart = (len({_text(known, field), _text(record, field)} - {""}) == 2 for field in ("org", "address"))
    return all(apart) and _kinds(shared) <= {"fax"}


def _is_hers(shown: Sequence[Record], record: Record, known: Record) -> bool:
    """Whether data of the only one of a full name adds what visitors see nothing of: her number beside the address.

    Who wrote the page may only be called like somebody on it.
    """
    name, values = _name_key(record), _values(record)
    if " " not in name or "byline" in record.tags or _kinds(values) & _kinds(_values(known)):
        return False
    apart = any(len({_text(known, field), _text(record, field)} - {""}) > 1 for field in ("org", "role"))
    return not apart and sum(_name_key(each) == name for each in shown) == 1


def _add_structured(result: list[Record], record: Record) -> None:
    """A record of the page's structured data: news for a contact that is shown, else a contact of its own."""
    values, name = _values(record), _name_key(record)
    for index, known in enumerate(result):
        shared = values & _values(known)
        if name and name == _name_key(known) and (shared or not values or _is_hers(result, record, known)):
            result[index] = _joined(known, record)
            return
        if name and shared and _are_same_words(name, _name_key(known)):
            return  # `Nguyen Thi Hoa`: machines take another part for the family name
        if name and name == _name_key(known) and _kinds(values) & _kinds(_values(known)):
            return  # what visitors see of a person counts; hidden data that differs is left from before
        if not name and _is_other_house(known, record, shared):
            continue
        if not name and shared and (values <= _values(known) or not _name_key(known)):
            if not _name_key(known):
                result[index] = _joined(known, record)
            return
    if values:
        result.append(record)
