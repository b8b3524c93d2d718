"""Contacts as rows of a table: the columns that CSV and workbook share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline import display
from pipeline.export.words import Words
from pipeline.model import Address, Contact, Entry, PersonName, PhoneKind

_NOBODY, _NOWHERE = PersonName(""), Address()


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key in `words.toml` (`col_…`), the field it shows, and the cell of an entry.

    `link` says what its values are: `mail`, `phone`, `web`, or nothing special.
    """

    key: str
    field: str
    cell: Callable[[Entry], str]
    link: str = ""


def _name(part: str) -> Callable[[Entry], str]:
    return lambda entry: getattr(entry.contact.name or _NOBODY, part) or ""


def _place(part: str) -> Callable[[Entry], str]:
    return lambda entry: getattr(entry.contact.address or _NOWHERE, part) or ""


def _text(field: str) -> Callable[[Entry], str]:
    return lambda entry: getattr(entry.contact, field) or ""


def numbers(contact: Contact, kind: PhoneKind) -> list[str]:
    """The numbers of one kind in DIN 5008 form."""
    return [display.phone(phone) for phone in contact.phones if phone.kind == kind]


def _phones(kind: PhoneKind) -> Callable[[Entry], str]:
    return lambda entry: ", ".join(numbers(entry.contact, kind))


#: Every column, in the order in which people read a list.
COLUMNS = (
    Column("municipality", "municipality", _text("municipality")),
    Column("org", "org", _text("org")),
    Column("role", "role", _text("role")),
    Column("salutation", "name", _name("salutation")),
    Column("title", "name", _name("title")),
    Column("given", "name", _name("given")),
    Column("family", "name", _name("family")),
    Column("voice", "phones", _phones("voice"), "phone"),
    Column("mobile", "phones", _phones("mobile"), "phone"),
    Column("fax", "phones", _phones("fax"), "phone"),
    Column("emails", "emails", lambda entry: ", ".join(entry.contact.emails), "mail"),
    Column("street", "address", _place("street")),
    Column("postcode", "address", _place("postcode")),
    Column("city", "address", _place("city")),
    Column("url", "url", _text("url"), "web"),
    Column("hours", "hours", _text("hours")),
)


def columns(fields: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns of the fields that are published."""
    return tuple(column for column in COLUMNS if column.field in fields)


def by_name(entry: Entry) -> tuple[str, ...]:
    """Sorts a list the way people look things up: by town, office, then family name; the uid decides the rest.

    Who is of no town comes last, as on the page and where Excel sorts.
    """
    contact, name = entry.contact, entry.contact.name or _NOBODY
    keys = (contact.municipality, contact.org, name.family, name.given, contact.role)
    return ("" if contact.municipality else "~", *(_sort_key(key or "") for key in keys), entry.uid)


def _sort_key(text: str) -> str:
    """DIN 5007-1: ä sorts as a, ß as ss; no locale is asked."""
    return text.casefold().replace("ä", "a").replace("ö", "o").replace("ü", "u")


def state(entry: Entry, words: Words) -> str:
    """Whether the sources still say so: empty, or `zuletzt bestätigt am …`."""
    if not entry.stale:
        return ""
    return words("stale", day=words.short_date(max(origin.seen for origin in entry.sources)))
