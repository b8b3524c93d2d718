"""By what somebody who asked to be forgotten is known again: texts of which only keyed hashes are kept (`erasure`).

A name in its place, at its number or in its mailbox is surely hers. After a marriage the given name is left, with a
mailbox or a desk that nobody shared with her: the mailbox is made of her name and proves her, at the desk there might
be a successor of the same given name. That is a doubt, and whoever is in doubt is not collected, but told to staff.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.model import Contact, Identity, Observation, PersonName
from pipeline.transform.mailbox import mailbox_words, plain
from pipeline.transform.text import fold

#: What stands beside a name in a mailbox and says nothing of whose it is.
_ADDRESSED = frozenset({"", "dr", "prof", "frau", "herr"})
#: How somebody may be addressed whose salutation is not known.
_SALUTATIONS = ("", "frau", "herr")


def signs_of(identity: Identity, everyone: Iterable[Identity]) -> frozenset[str]:
    """All by which she is to be known again, among `everyone` who is known today."""
    words = [seen.contact for seen in identity.observations]
    contacts = [*identity.contacts, *words]
    told = [Observation(seen.source, contact) for seen in identity.observations for contact in contacts]
    named = frozenset(sign for seen in told for sign in _by_name(seen))
    return named | _own(named, contacts, (identity.entry.contact, *words), present(everyone))


def further_signs(seen: Observation, there: Iterable[Observation]) -> frozenset[str]:
    """By what she is to be known besides, now that she was known again (`identifies`), among all who are `there`.

    A family's mailbox may be of anybody in it: without a given name only one that holds both her names is hers.
    """
    contact = seen.contact
    named = frozenset(_by_name(seen))
    doubted = {f"mail {mail}" for mail in contact.emails if contact.name and not _holds_both(mail, contact.name)}
    return (named - doubted) | _own(named, (contact,), (contact,), there)


def _own(
    named: frozenset[str], contacts: Iterable[Contact], now: Iterable[Contact], there: Iterable[Observation]
) -> frozenset[str]:
    """Her mailboxes and, of `now`, her desks; whoever has one of the signs `named` is she herself."""
    others = [seen.contact for seen in there if named.isdisjoint(_by_name(seen))]
    mailboxes = (sign for contact in contacts for sign in _own_mailboxes(contact, others))
    desks = (sign for contact in now for sign in _own_desks(contact, others))
    return frozenset((*mailboxes, *desks))


def present(everyone: Iterable[Identity]) -> Iterator[Observation]:
    """What is said today of whom; she herself and what else is under her name are among it."""
    for identity in everyone:
        if identity.departed is None:
            yield from identity.observations
            yield from (Observation(seen.source, identity.entry.contact) for seen in identity.observations[:1])


def proofs(observation: Observation) -> Iterator[str]:
    """What proves that it is she: her name where it stood, or her mailbox with her given name."""
    yield from _by_name(observation)
    contact = observation.contact
    if contact.name:
        yield from (f"mail {mail} {given}" for mail in contact.emails for given in _may_be(contact.name))


def identifies(observation: Observation) -> Iterator[str]:
    """Those proofs by which further signs are hers: they hold a given name, and more than that.

    Another one of her family may have its mailbox or her initial, and her successor of the same given name `eva@…`.
    """
    contact = observation.contact
    if contact.name and _beginnings(contact.name):
        yield from (sign for sign in _by_name(observation) if not sign.startswith("mail "))
        mails = [mail for mail in contact.emails if _says_more(mail, contact.name)]
        yield from (f"mail {mail} {given}" for mail in mails for given in _may_be(contact.name))


def doubts(observation: Observation) -> Iterator[str]:
    """What she may have in common with somebody else: her desk and given name, or her mailbox without it."""
    contact = observation.contact
    yield from (f"whole {mail}" for mail in contact.emails)
    if contact.name:
        salutation = fold(contact.name.salutation or "")
        yield from (f"desk {n} {salutation} {given}" for n in _desks(contact) for given in _may_be(contact.name))
        unknown = () if _beginnings(contact.name) else ("unknown",)
        yield from (f"only {mail} {salutation} {given}" for mail in contact.emails for given in ("any", *unknown))


def _by_name(observation: Observation) -> Iterator[str]:
    contact = observation.contact
    name = contact.name
    if name:
        yield from (f"mail {mail}" for mail in contact.emails if _carries(mail, name))
    if name and name.given:
        whole = fold(f"{name.given} {name.family}")
        yield from (f"phone {whole} {phone.e164}" for phone in contact.phones)
        yield f"source {whole} {observation.source} {fold(contact.municipality or contact.org or '')}"


def _own_mailboxes(contact: Contact, others: Iterable[Contact]) -> Iterator[str]:
    """Mailboxes made of her name that nobody else has."""
    name, shared = contact.name, {mail for other in others for mail in other.emails}
    for mail in contact.emails if name else ():
        if name and mail not in shared and (_is_made_of(mail, name) or _is_personal(mail, contact)):
            yield from (f"mail {mail} {given}" for given in _is_called(name))
            given = "unknown" if _beginnings(name) else "any"  # of whom it is not known all may be
            yield from (f"only {mail} {each} {given}" for each in _addressed(name))
            if _holds_both(mail, name) or _is_personal(mail, contact):
                yield f"whole {mail}"


def _own_desks(contact: Contact, others: Iterable[Contact]) -> Iterator[str]:
    """Numbers that nobody else has; an exchange is nobody's."""
    shared = {phone.e164 for other in others for phone in other.phones}
    if contact.name:
        called = [f"{each} {given}" for each in _addressed(contact.name) for given in _is_called(contact.name)]
        yield from (f"desk {number} {each}" for number in _desks(contact) - shared for each in called)


def _addressed(name: PersonName) -> tuple[str, ...]:
    """How she may be addressed elsewhere: as here, or not at all."""
    salutation = fold(name.salutation or "")
    return ("", salutation) if salutation else _SALUTATIONS


def _desks(contact: Contact) -> set[str]:
    return {p.e164 for p in contact.phones if p.kind != "fax" and (p.extension is None or p.extension.strip("0"))}


# ---- given names: Eva may be Eva-Maria, but Eva-Maria is not Eva-Sophie --------------------------------


def _is_called(name: PersonName) -> Iterator[str]:
    """What is kept of her given names, for `_may_be` to meet."""
    *first, whole = _beginnings(name) or [""]
    if whole:
        yield f"is {whole}"
        yield from (f"begins {part}" for part in first)


def _may_be(name: PersonName) -> Iterator[str]:
    """What those of one person are kept as who may have these given names; an initial is nobody's."""
    parts = _beginnings(name)
    yield from (f"is {part}" for part in parts)
    yield from (f"begins {whole}" for whole in parts[-1:])


def _beginnings(name: PersonName) -> list[str]:
    """`eva`, `eva maria`."""
    words = fold(name.given or "").split()
    return [" ".join(words[:count]) for count in range(1, len(words) + 1) if len(words[0]) > 1]


# ---- mailboxes -----------------------------------------------------------------------------------


def _carries(mail: str, name: PersonName) -> bool:
    """Whether an address is the person's own: a shared mailbox serves the next one, too.

    Every word of a family name counts, in any order: what once was her address must stay hers.
    """
    return all(part in fold(mail.partition("@")[0]) for part in fold(name.family).split())


def _is_made_of(mail: str, name: PersonName) -> bool:
    """Whether a mailbox says nothing but her name: `buergerbuero.berg@…` is not that of Eva Berg."""
    rest = local = plain("".join(mailbox_words(mail)))
    for word in sorted((*_families(name), *_givens(name)), key=len, reverse=True):
        rest = rest.replace(word, "")
    rest = rest.strip("0123456789")
    initials = {word[0] for word in _givens(name)}
    return rest != local and (rest in _ADDRESSED or rest in initials or _holds_both(mail, name))


def _is_personal(mail: str, contact: Contact) -> bool:
    """Whether a mailbox is somebody's own although it lacks the family name: `eva.m@…`, `e.m@…`, `eva.lang@…`.

    It begins with her given name, or is her initials; run together those are also words (`it@…`), and what the office
    is called (`maria.hilf@…`) is no person.
    """
    words = [word for each in mailbox_words(mail) if (word := each.strip("0123456789")) not in _ADDRESSED]
    given, family = (fold(text or "").split() for text in (contact.name and contact.name.given, _family(contact)))
    if len(words) < 2 or not given or not family:
        return False
    office = fold(f"{contact.org or ''} {contact.role or ''} {contact.municipality or ''}").split()
    begins = len(given[0]) > 1 and words[0] == given[0] and not set(words) <= set(office)
    return begins or "".join(words) in {_initials(given) + _initials(family), given[0][0] + family[0][0]}


def _family(contact: Contact) -> str:
    return contact.name.family if contact.name else ""


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words)


def _holds_both(mail: str, name: PersonName) -> bool:
    """Whether given and family name stand in a mailbox: it is hers whoever else is said to have it."""
    local = plain("".join(mailbox_words(mail)))
    return all(any(word in local for word in words) for words in (_families(name), _givens(name)))


def _says_more(mail: str, name: PersonName) -> bool:
    """Whether more than a given name stands in a mailbox."""
    rest = plain("".join(mailbox_words(mail))).strip("0123456789")
    return "".join(_givens(name)) != rest not in _givens(name)


def _families(name: PersonName) -> list[str]:
    return _long(name.family)


def _givens(name: PersonName) -> list[str]:
    return _long(name.given or "")


def _long(names: str) -> list[str]:
    """The words of a name that do not stand in many another."""
    return [word for word in map(plain, fold(names).split()) if len(word) >= 3]
