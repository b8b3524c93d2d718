"""Which contact somebody means: by uid, mail address, telephone number or an unambiguous part of the name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from pipeline import display
from pipeline.errors import ConfigError
from pipeline.model import Contact, Identity
from pipeline.transform.text import fold

Rule = Callable[[str, Identity], bool]


def find_contact(text: str, known: Iterable[Identity]) -> Identity:
    """The one contact that `text` names; raises ConfigError (wrong use) when there is none or more than one."""
    known = tuple(known)
    found = _first(_WHOLE, text, known)
    present = tuple(identity for identity in found if identity.departed is None) or found
    present = present or _first((_by_part,), text, known)  # of a mere part nobody can say that it means who is there
    if len(present) == 1:
        return present[0]
    if present:
        names = ", ".join(f"{_title(identity)} ({identity.uid})" for identity in present[:6])
        raise ConfigError(text, (f"trifft auf {len(present)} Kontakte zu: {names}; bitte die Kennung angeben",))
    raise ConfigError(text, ("kein Kontakt mit dieser Kennung, E-Mail, Nummer oder diesem Namen",))


def find_contacts(text: str, known: Iterable[Identity]) -> tuple[Identity, ...]:
    """All that `text` names by the first rule that finds any, also those who have left."""
    return _first((*_WHOLE, _by_part), text, tuple(known))


def _first(rules: Iterable[Rule], text: str, known: tuple[Identity, ...]) -> tuple[Identity, ...]:
    for rule in rules:
        if found := tuple(identity for identity in known if rule(text, identity)):
            return found
    return ()


def _versions(identity: Identity) -> tuple[Contact, ...]:
    return (identity.entry.contact, *identity.former)


def _by_uid(text: str, identity: Identity) -> bool:
    return identity.uid == text.strip().lower()


def _by_mail(text: str, identity: Identity) -> bool:
    return any(text.strip().lower() in contact.emails for contact in _versions(identity))


def _by_phone(text: str, identity: Identity) -> bool:
    digits = re.sub(r"\D", "", re.sub(r"^\s*(\+|00)", "", text))
    national = re.sub(r"^(49)?0?", "", digits, count=1)
    return len(national) >= 5 and any(
        phone.e164.removeprefix("+49").removeprefix("+") == national
        for contact in _versions(identity)
        for phone in contact.phones
    )


def _by_whole_name(text: str, identity: Identity) -> bool:
    return any(fold(text) == fold(display.contact_title(contact)) for contact in _versions(identity))


def _by_words(text: str, identity: Identity) -> bool:
    """Every word asked for is a word of the name."""
    asked = set(fold(text).split())
    return bool(asked) and any(asked <= set(name.split()) for name in _names(identity))


def _by_part(text: str, identity: Identity) -> bool:
    """Every word asked for stands somewhere in the name."""
    asked = fold(text).split()
    return bool(asked) and any(all(part in name for part in asked) for name in _names(identity))


def _names(identity: Identity) -> Iterator[str]:
    for contact in _versions(identity):
        yield fold(display.contact_title(contact, salutation=True))


#: What names somebody whole; a part of a name counts only where none of these finds anybody.
_WHOLE: tuple[Rule, ...] = (_by_uid, _by_mail, _by_phone, _by_whole_name, _by_words)


def _title(identity: Identity) -> str:
    return display.contact_title(identity.entry.contact)
