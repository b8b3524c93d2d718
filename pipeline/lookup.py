"""Which contact somebody means: by uid, mail address, telephone number or an unambiguous part of the name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from pipeline import display
from pipeline.core.called import several
from pipeline.errors import ConfigError
from pipeline.history import History
from pipeline.model import Contact, Identity
from pipeline.transform.text import fold


class Known(Protocol):
    """An identity, or as much of one as is needed to find it."""

    @property
    def uid(self) -> str: ...
    @property
    def departed(self) -> int | None: ...
    @property
    def contacts(self) -> tuple[Contact, ...]: ...


K = TypeVar("K", bound=Known)
Test = Callable[[Known], bool]
Rule = Callable[[str], Test]


def contact_meant(text: str, history: History) -> Identity:
    """The one contact of the history that `text` names; raises ConfigError like `find_contact`."""
    known = history.identity(text.strip().lower())
    return known or history.versions(find_contact(text, history.mentions()).uid)[-1][1]


def find_contact(text: str, known: Iterable[K]) -> K:
    """The one contact that `text` names; raises ConfigError (wrong use) when there is none or more than one."""
    known = tuple(known)
    found = _first(_WHOLE, text, known)
    present = tuple(identity for identity in found if identity.departed is None) or found
    present = present or _first((_by_part,), text, known)  # of a mere part nobody can say that it means who is there
    if len(present) == 1:
        return present[0]
    if present:
        names = several(f"{_title(identity)} ({identity.uid})" for identity in present)
        raise ConfigError(text, (f"trifft auf {len(present)} Kontakte zu: {names}; bitte die Kennung angeben",))
    raise ConfigError(text, ("kein Kontakt mit dieser Kennung, E-Mail, Nummer oder diesem Namen",))


def find_contacts(text: str, known: Iterable[K]) -> tuple[K, ...]:
    """All that `text` names by the first rule that finds any, also those who have left."""
    return _first((*_WHOLE, _by_part), text, tuple(known))


def _first(rules: Iterable[Rule], text: str, known: tuple[K, ...]) -> tuple[K, ...]:
    for rule in rules:
        if found := tuple(filter(rule(text), known)):
            return found
    return ()


def _by_uid(text: str) -> Test:
    uid = text.strip().lower()
    return lambda identity: identity.uid == uid


def _by_mail(text: str) -> Test:
    mail = text.strip().lower()
    return lambda identity: any(mail in contact.emails for contact in identity.contacts)


def _by_phone(text: str) -> Test:
    digits = re.sub(r"\D", "", re.sub(r"^\s*(\+|00)", "", text))
    national = re.sub(r"^(49)?0?", "", digits, count=1)
    written = {f"+49{national}", f"+{national}"} if len(national) >= 5 else set()
    return lambda identity: any(phone.e164 in written for contact in identity.contacts for phone in contact.phones)


def _by_whole_name(text: str) -> Test:
    whole = fold(text)
    return lambda identity: any(whole == fold(display.contact_title(contact)) for contact in identity.contacts)


def _by_words(text: str) -> Test:
    """Every word asked for is a word of the name."""
    asked = set(fold(text).split())
    return lambda identity: bool(asked) and any(asked <= set(name.split()) for name in _names(identity))


def _by_part(text: str) -> Test:
    """Every word asked for stands somewhere in the name."""
    asked = fold(text).split()
    return lambda identity: bool(asked) and any(all(part in name for part in asked) for name in _names(identity))


def _names(identity: Known) -> Iterator[str]:
    for contact in identity.contacts:
        yield fold(display.contact_title(contact, salutation=True))


#: What names somebody whole; a part of a name counts only where none of these finds anybody.
_WHOLE: tuple[Rule, ...] = (_by_uid, _by_mail, _by_phone, _by_whole_name, _by_words)


def _title(identity: Known) -> str:
    return display.contact_title(identity.contacts[0])
