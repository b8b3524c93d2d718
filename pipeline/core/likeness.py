"""How alike two descriptions of a contact are: names as offices write them, and what else two of them share.

Nothing is decided here. `kin` compares two names, `Traits` are what a contact can be recognised by, and `office` says
whether two of them stand in the same place of work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pipeline.frozen import quickly_made
from pipeline.model import Contact, PersonName
from pipeline.transform.mailbox import mailbox_words, plain
from pipeline.transform.municipal_kinds import without_kind
from pipeline.transform.text import fold

#: same    family and given name agree
#: open    the family name agrees; a given name is missing or an initial, and nothing speaks against it
#: near    a slip of typing apart
#: joined  one double name holds the other: Müller, Müller-Schmidt
#: first   only the given name agrees, as after a marriage
#: other   somebody else
Kin = Literal["same", "open", "near", "joined", "first", "other"]

#: Shorter names differ from another name by one letter too often (Maas, Haas).
_SLIP_LENGTH = 5
#: Domains that say nothing about the place of work.
_PRIVATE_DOMAINS = frozenset({"gmx.de", "gmx.net", "web.de", "gmail.com", "googlemail.com", "t-online.de", "posteo.de"})
#: Where the name of a town ends and the words that tell it from others of its name begin.
_TOWN_TAIL = re.compile(r"\s(?:am|an|a|unter|u|auf|im|in|ob|bei|b|vor|i)\s.*$")
#: In a mailbox beside a family name no given name: it is read by all of that name.
_OF_SEVERAL = frozenset({"familie", "fam", "family", "ehepaar", "eheleute", "haus", "team", "info", "kontakt", "mail"})
_GENDER = re.compile(r"(?:innen|in)?$")
_ENDING = re.compile(r"[enr]+$")


@dataclass(frozen=True, slots=True)
class NameKey:
    """A person's name for comparing: folded, the family name without blanks, given names word by word."""

    family: str
    parts: frozenset[str]
    given: tuple[str, ...]
    salutation: str
    title: str = ""
    marks: tuple[str, ...] = ()  # what of it an own mail address shows, without the e of umlauts

    @property
    def initial(self) -> str:
        """First letter of the given name, empty where none is known."""
        return self.given[0][:1] if self.given else ""

    @property
    def has_given(self) -> bool:
        """Whether a given name is known, and not only an initial, which is many people's."""
        return len("".join(self.given)) >= 3


@lru_cache(maxsize=32768)
def name_key(name: PersonName) -> NameKey:
    """The key of a name."""
    family = fold(name.family)
    given = tuple(fold(name.given).split()) if name.given else ()
    salutation, title = fold(name.salutation or ""), fold(name.title or "")
    parts = frozenset(family.split())
    marks = {plain(part) for part in (family.replace(" ", ""), *parts, "".join(given)) if len(part) >= 3}
    return NameKey(family.replace(" ", ""), parts, given, salutation, title, tuple(sorted(marks)))


def kin(a: NameKey, b: NameKey) -> Kin:
    """How two names are related."""
    given = _given(a.given, b.given)
    salutations = {a.salutation, b.salutation} - {""}
    if len(salutations) > 1 and given != "same":
        return "other"
    if a.family == b.family:
        return {"same": "same", "open": "open", "near": "near"}.get(given, "other")  # type: ignore[return-value]
    if a.given and b.given and _same_words(a, b):
        return "same"
    if bool(a.given) != bool(b.given) and (undivided := _undivided(a, b)):
        return undivided
    if given in ("same", "open"):
        if _one_slip(a.family, b.family) or (given == "same" and _doubled(a.family, b.family)):
            return "near"
        if _holds(a.parts, b.parts):
            return "joined"
    return "first" if given == "same" else "other"


def _given(a: tuple[str, ...], b: tuple[str, ...]) -> Literal["same", "open", "near", "other"]:
    """`open` where one is missing, an initial or the first of several names."""
    if not a or not b:
        return "open"
    if a == b or "".join(a) == "".join(b):
        return "same"
    if all(x.startswith(y) or y.startswith(x) for x, y in zip(a, b, strict=False)):
        shorter = min(a, b, key=lambda names: len("".join(names)))
        return "open" if len(a) != len(b) or all(len(x) == 1 for x in shorter) else "other"
    return "near" if _one_slip("".join(a), "".join(b)) else "other"


def may_be_called(a: NameKey, b: NameKey) -> bool:
    """Whether one person may have both given names."""
    return _given(a.given, b.given) in ("same", "open")


def _same_words(a: NameKey, b: NameKey) -> bool:
    """The boundary between given and family name was seen in different places (Bernd El | Amrani)."""
    return a.parts | set(a.given) == b.parts | set(b.given)


def _undivided(a: NameKey, b: NameKey) -> Literal["same", "near"] | None:
    """One of the two is not known to have a given name: `Hiwot Begić` as a family name, or with a letter wrong."""
    whole, other = ("".join((*name.given, name.family)) for name in (a, b))
    return "same" if whole == other else "near" if _one_slip(whole, other) else None


def _holds(a: frozenset[str], b: frozenset[str]) -> bool:
    """One double name holds the other, by a part that is long enough to be a name of its own."""
    small, large = sorted((a, b), key=len)
    return small < large and any(len(part) >= 3 for part in small)


@lru_cache(maxsize=8192)
def _one_slip(a: str, b: str) -> bool:
    """One letter too many, missing or wrong, or two exchanged (Damerau distance 1); an umlaut is one letter."""
    return _distance_one(a, b) or _distance_one(plain(a), plain(b))


def _distance_one(a: str, b: str) -> bool:
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    x, y = a[start:], b[start:]
    if x[:2] == y[1::-1] and x[2:] == y[2:]:
        return len(a) >= _SLIP_LENGTH - 1
    return min(len(a), len(b)) >= _SLIP_LENGTH and (x[1:] == y[1:] or x[1:] == y or x == y[1:])


def _doubled(a: str, b: str) -> bool:
    """`Nagl` and `Naggl`: a letter written once or twice, a slip in the shortest of names, too."""
    short, long = sorted((a, b), key=len)
    twice = (index for index in range(1, len(long)) if long[index] == long[index - 1])
    return len(short) + 1 == len(long) and any(long[:index] + long[index + 1 :] == short for index in twice)


# ---- traits --------------------------------------------------------------------------------------


@quickly_made
@dataclass(frozen=True, slots=True)
class Traits:
    """What a contact can be recognised by. `own` are the mail addresses that carry the person's name.

    `stems` are given name and domain of such an address, which a marriage leaves as they are. `places` are keys of
    town, domain and organisation together, in any of which others of the name may be meant.
    """

    name: NameKey | None
    mails: frozenset[str]
    own: frozenset[str]
    stems: frozenset[tuple[str, str]]
    domains: frozenset[str]
    desks: frozenset[str]
    faxes: frozenset[str]
    towns: frozenset[str]
    org: str
    role: str
    places: tuple[str, ...]


def traits(contact: Contact) -> Traits:
    """The traits of a contact."""
    name = name_key(contact.name) if contact.name else None
    mails, org = frozenset(contact.emails), fold(contact.org) if contact.org else ""
    own = frozenset(mail for mail in mails if name and _carries(mail, name))
    domains = frozenset(domain for mail in mails if (domain := mail.rpartition("@")[2]) not in _PRIVATE_DOMAINS)
    municipalities = towns(contact.municipality)
    return Traits(
        name,
        mails,
        own,
        frozenset(stem for mail in own if name and (stem := _stem(mail, name))),
        domains,
        frozenset(phone.e164 for phone in contact.phones if phone.kind != "fax"),
        frozenset(phone.e164 for phone in contact.phones if phone.kind == "fax"),
        municipalities,
        org,
        role_key(contact.role) if contact.role else "",
        _places(municipalities, domains, org),
    )


def _places(municipalities: Iterable[str], domains: Iterable[str], org: str) -> tuple[str, ...]:
    places = [f"town {town}" for town in municipalities] + [f"domain {domain}" for domain in domains]
    return (*places, f"org {org}") if org else tuple(places)


def towns(municipality: str | None) -> frozenset[str]:
    """Keys of the municipalities in a field: `Stadt Aichwald` and a later `Aichwald im Grund` have the same."""
    return _towns(municipality) if municipality else frozenset()


@lru_cache(maxsize=4096)
def _towns(municipality: str) -> frozenset[str]:
    names = (without_kind(fold(part)) for part in municipality.split(";"))
    return frozenset(_TOWN_TAIL.sub("", name) for name in names if name)


@lru_cache(maxsize=4096)
def role_key(role: str) -> str:
    """A role whoever fills it: Integrationsbeauftragte, -beauftragter and -beauftragten are one."""
    return " ".join(_ENDING.sub("", _GENDER.sub("", word)) or word for word in fold(role).split())


def _carries(mail: str, name: NameKey) -> bool:
    """Whether an address is made of this person's name and hence nobody else's: of the given name or a part, too."""
    local = plain("".join(mailbox_words(mail)))
    return any(mark in local for mark in name.marks)


def _stem(mail: str, name: NameKey) -> tuple[str, str] | None:
    """What an address has beside the family name, and its domain."""
    families = {plain(part) for part in (name.family, *name.parts)}
    rest = "".join(word for word in mailbox_words(mail) if plain(word) not in families | _OF_SEVERAL)
    return (rest, mail.rpartition("@")[2]) if len(rest) >= 3 and rest not in families else None


def with_stem(a: Traits, b: Traits) -> Kin:
    """`kin` of two people; a given name that only their addresses tell counts for agreement, never against it."""
    if a.name is None or b.name is None:
        return "other"
    said = kin(a.name, b.name)
    if said in ("open", "other") and a.stems & b.stems and len({a.name.salutation, b.name.salutation} - {""}) < 2:
        return "same" if said == "open" else "first" if _given(a.name.given, b.name.given) == "open" else said
    return said


def office(a: Traits, b: Traits) -> int:
    """2: the same town or organisation; 1: the same mail domain; 0: cannot be said; -1: somewhere else."""
    if a.towns and b.towns:
        if a.towns & b.towns:
            return 2
        return 1 if a.org and a.org == b.org else -1
    if a.org and a.org == b.org:
        return 2
    if a.domains & b.domains:
        return 1
    return -1 if a.domains and b.domains else 0
