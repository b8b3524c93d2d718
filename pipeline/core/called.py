"""Whom a row of `corrections.xlsx` means, by uid, mail address or the name in any order of words; and what is said of
the row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.core.people import Person
from pipeline.model import CORRECTIONS, Contact, Correction, Finding, Severity
from pipeline.transform.text import fold

_FORMS_OF_ADDRESS = frozenset({"frau", "herr", "herrn"})


def mentions(text: str, contact: Contact, beside: str = "") -> bool:
    """Whether `text` is a mail address of this contact, or its name in any order of words.

    Where a row says two things, an address says more than a name that both may have: `beside` is the other one.
    """
    if text.strip().lower() in contact.emails:
        return True
    if beside.strip().lower() in contact.emails:
        return False
    asked, name = words_of(text), contact.name
    if name is None:
        return bool(asked) and asked == frozenset(fold(contact.org or contact.role or "").split())
    words = frozenset(fold(f"{name.given or ''} {name.family}").split())
    return asked in (words, words | frozenset(fold(name.title or "").split()))


def words_of(name: str) -> frozenset[str]:
    """The words of a name without Frau and Herr, for comparing in any order."""
    return frozenset(fold(name).split()) - _FORMS_OF_ADDRESS


def is_uid(text: str, person: Person) -> bool:
    """Whether `text` is the uid of this person."""
    return person.uid == text.strip().lower()


def means(text: str, person: Person, beside: str = "") -> bool:
    """Whether staff mean this person by `text`."""
    return is_uid(text, person) or any(mentions(text, contact, beside) for contact in _said(person))


def meant(text: str, person: Person, beside: str = "") -> bool:
    """Whether staff mean by `text` what this person was called before."""
    return person.identity is not None and any(mentions(text, contact, beside) for contact in person.identity.former)


def _said(person: Person) -> Iterator[Contact]:
    for observation in person.tonight:
        yield observation.contact
    if person.identity:
        for observation in person.identity.observations:
            yield observation.contact


def several(titles: Iterable[str]) -> str:
    """Who may be meant, for staff to choose from."""
    titles = sorted(titles)
    return ", ".join(titles[:6]) + (" …" if len(titles) > 6 else "")


def about_row(code: str, row: Correction, why: str = "", uid: str | None = None, *details: tuple[str, str]) -> Finding:
    """What has become of a row of the corrections, and by its code why (`wording`)."""
    severity: Severity = "info" if code in ("correction_superfluous", "correction_idle") else "warning"
    told = (("field", row.field), ("value", row.value), ("why", why), *details)
    return Finding(code, severity, row.contact, row.where, CORRECTIONS, uid, tuple(each for each in told if each[1]))
