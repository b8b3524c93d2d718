"""Which value holds where several sources speak of one contact; the only place where their words meet.

Each field is the word of the source of highest priority that states it; of two equals the one whose id sorts first.
That goes for telephone numbers by kind, too: the union of two lists would publish the number that one of the offices
has given up. What another source says differently is a disagreement; what it does not say, or writes in another form,
is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast

from pipeline.core.likeness import kin, may_be_called, name_key, role_key
from pipeline.model import FIELDS, Address, Contact, Observation, PersonName, Phone
from pipeline.transform.normalize import order_phones
from pipeline.transform.text import fold

T = TypeVar("T")
Voice = tuple[str, Contact]
_KINDS = ("voice", "mobile", "fax")
_TEXTS = ("org", "role", "address", "url", "hours")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two sources state a field differently; `winner` has the say. `field` may be a kind of number."""

    field: str
    winner: str
    value: object
    other: str
    other_value: object


@dataclass(frozen=True, slots=True)
class Settled:
    """The values that hold, whose word each field is, and where the others say something else."""

    contact: Contact
    winners: tuple[tuple[str, str], ...]
    disagreements: tuple[Disagreement, ...] = ()


def settle(observations: Iterable[Observation], priorities: Mapping[str, int]) -> Settled:
    """The values that hold among everything said about one contact."""
    said: dict[str, list[Contact]] = {}
    for observation in observations:
        said.setdefault(observation.source, []).append(observation.contact)
    ranked = sorted(said, key=lambda source: (-priorities.get(source, 0), source))
    voices = [(source, _voice(said[source])) for source in ranked]
    source, contact = voices[0]
    if len(voices) == 1:
        return Settled(contact, tuple((name, source) for name in FIELDS if getattr(contact, name)))
    return _meeting(voices)


# ---- one source that names someone several times -------------------------------------------------


def _voice(contacts: list[Contact]) -> Contact:
    """All that one source says: she serves two municipalities, or stands on its page twice."""
    if len(contacts) == 1 or all(contact == contacts[0] for contact in contacts):
        return contacts[0]
    contacts = sorted(contacts, key=repr)
    names = sorted((c.name for c in contacts if c.name), key=_fullness, reverse=True)
    return Contact(
        name=completed(names[0], names[1:]) if names else None,
        org=_together(contact.org for contact in contacts),
        role=_together(contact.role for contact in contacts),
        municipality=_together(place for c in contacts for place in _places(c.municipality)),
        phones=order_phones(phone for contact in contacts for phone in contact.phones),
        emails=tuple(sorted({mail for contact in contacts for mail in contact.emails})),
        address=_first(contact.address for contact in contacts),
        url=_first(contact.url for contact in contacts),
        hours=_first(contact.hours for contact in contacts),
    )


def _places(municipality: str | None) -> list[str]:
    return [part.strip() for part in municipality.split(";")] if municipality else []


def _together(texts: Iterable[str | None]) -> str | None:
    """Different words side by side, in an order that does not depend on the page."""
    by_key: dict[str, str] = {}
    for text in texts:
        if text and text < by_key.get(fold(text), "\U0010ffff"):
            by_key[fold(text)] = text
    return "; ".join(sorted(by_key.values())) or None


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _fullness(name: PersonName) -> tuple[int, bool, bool, str]:
    return len(name.given or ""), name.title is not None, name.salutation is not None, repr(name)


# ---- several sources -----------------------------------------------------------------------------


def _meeting(voices: list[Voice]) -> Settled:
    winners: dict[str, str] = {}
    apart: list[Disagreement] = []
    values: dict[str, object] = {}
    for name, pick in (("name", _name), ("municipality", _municipality)):
        stated = _stated(voices, name)
        if stated:
            winners[name], values[name] = pick(stated, apart)
    for name in _TEXTS:
        stated = _stated(voices, name)
        if stated:
            winners[name], values[name] = stated[0]
            apart += _differing(name, stated, _FORMS.get(name, _same))
    values["phones"], values["emails"] = _phones(voices, winners, apart), _emails(voices, winners, apart)
    order = tuple((name, winners[name]) for name in FIELDS if name in winners)
    return Settled(Contact(**values), order, tuple(apart))  # type: ignore[arg-type]


def _stated(voices: list[Voice], name: str) -> list[tuple[str, Any]]:
    """Who states a field, and what; asked several times of everybody each night."""
    return [(source, value) for source, contact in voices if (value := getattr(contact, name))]


def _differing(name: str, stated: list[tuple[str, T]], form: Callable[[T], object]) -> Iterable[Disagreement]:
    (winner, value), *others = stated
    for other, other_value in others:
        if value != other_value and form(value) != form(other_value):
            yield Disagreement(name, winner, value, other, other_value)


def _same(value: object) -> object:
    return value


def _role_form(value: object) -> object:
    return role_key(str(value))


def _text_form(value: object) -> object:
    return fold(str(value))


def _address_form(value: object) -> object:
    address = cast(Address, value)
    return fold(address.street or "").replace("strasse", "str"), address.postcode


_FORMS: dict[str, Callable[[object], object]] = {
    "org": _text_form,
    "role": _role_form,
    "hours": _text_form,
    "address": _address_form,
}


def _name(stated: list[tuple[str, PersonName]], apart: list[Disagreement]) -> tuple[str, PersonName]:
    """The winner's name, completed by what the others know of it."""
    (winner, name), *others = stated
    others = [(source, other) for source, other in others if other != name]
    for source, other in others:
        if kin(name_key(name), name_key(other)) not in ("same", "open"):
            apart.append(Disagreement("name", winner, name, source, other))
    return winner, completed(name, [other for _, other in others])


def completed(name: PersonName, others: Iterable[PersonName]) -> PersonName:
    """Given name, title and form of address from whoever has them; Jäger rather than Jaeger, which knows less."""
    for other in others:
        if _is_renamed(name, other):
            name = replace(name, salutation=name.salutation or other.salutation)
        if kin(name_key(name), name_key(other)) not in ("same", "open"):
            continue
        if fold(name.family) == fold(other.family):
            name = replace(name, family=_spelled(name.family, other.family))
        if other.given and len(other.given) > len(name.given or "") and _is_initial(name.given):
            name = replace(name, given=other.given)
        elif name.given and other.given and fold(name.given) == fold(other.given):
            name = replace(name, given=_spelled(name.given, other.given))
        name = replace(name, title=name.title or other.title, salutation=name.salutation or other.salutation)
    return name


def _is_renamed(name: PersonName, other: PersonName) -> bool:
    """Whether one given name has two family names: who marries stays Frau or Herr."""
    a, b = name_key(name), name_key(other)
    return a.family != b.family and a.has_given and b.has_given and may_be_called(a, b)


def _is_initial(given: str | None) -> bool:
    return given is None or len(given.rstrip(".")) == 1


def _spelled(ours: str, theirs: str) -> str:
    return theirs if ours.isascii() and not theirs.isascii() else ours


def _municipality(stated: list[tuple[str, str]], apart: list[Disagreement]) -> tuple[str, str]:
    """Who names one more municipality than the winner does not contradict it but knows more."""
    winner, value = stated[0]
    for source, other in stated[1:]:
        if other == value:
            continue
        ours, theirs = ({fold(place) for place in _places(text)} for text in (value, other))
        if ours < theirs:
            winner, value = source, other
        elif not theirs <= ours:
            apart.append(Disagreement("municipality", winner, value, source, other))
    return winner, value


def _phones(voices: list[Voice], winners: dict[str, str], apart: list[Disagreement]) -> tuple[Phone, ...]:
    chosen: list[Phone] = []
    if all(contact.phones == voices[0][1].phones for _, contact in voices):
        winners.update({"phones": voices[0][0]} if voices[0][1].phones else {})
        return voices[0][1].phones
    for kind in _KINDS:
        stated = [(source, numbers) for source, contact in voices if (numbers := _of_kind(contact, kind))]
        if stated:
            winners.setdefault("phones", stated[0][0])
            chosen += stated[0][1]
            apart += _contradicting(kind, stated, lambda phone: phone.e164)
    return _shown_best(chosen, voices)


def _of_kind(contact: Contact, kind: str) -> tuple[Phone, ...]:
    return tuple(phone for phone in contact.phones if phone.kind == kind)


def _shown_best(chosen: list[Phone], voices: list[Voice]) -> tuple[Phone, ...]:
    """Each number once, with the Durchwahl if any source shows where it begins."""
    extensions = {p.e164: p.extension for _, contact in reversed(voices) for p in contact.phones if p.extension}
    once: dict[str, Phone] = {}
    for phone in chosen:  # in order of kind: a number that somebody takes for a fax may well be answered
        once.setdefault(phone.e164, replace(phone, extension=phone.extension or extensions.get(phone.e164)))
    return order_phones(once.values())


def _emails(voices: list[Voice], winners: dict[str, str], apart: list[Disagreement]) -> tuple[str, ...]:
    stated: list[tuple[str, tuple[str, ...]]] = _stated(voices, "emails")
    if not stated:
        return ()
    winners["emails"] = stated[0][0]
    apart += _contradicting("emails", stated, str)
    return stated[0][1]


def _contradicting(
    name: str, stated: list[tuple[str, tuple[T, ...]]], form: Callable[[T], str]
) -> Iterable[Disagreement]:
    """A list that holds the other one says more or less, not otherwise."""
    (winner, values), *others = stated
    ours = set(map(form, values))
    for other, other_values in others:
        theirs = set(map(form, other_values))
        if not (ours <= theirs or theirs <= ours):
            yield Disagreement(name, winner, values, other, other_values)
