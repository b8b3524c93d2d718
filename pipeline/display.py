"""How values are shown to people: telephone numbers after DIN 5008, names, addresses. Pure; nothing here is stored."""

from __future__ import annotations

from functools import lru_cache

from pipeline import numbering
from pipeline.model import Address, Contact, PersonName, Phone, Where


@lru_cache(maxsize=20000)
def phone(value: Phone) -> str:
    """A number after DIN 5008: `0711 3902-1234`; the hyphen stands only where the office shows the Durchwahl."""
    if not value.e164.startswith(numbering.COUNTRY):
        return _foreign(value)
    area, subscriber = split_area(value.e164)
    tail = value.extension
    if tail and subscriber.endswith(tail) and len(subscriber) > len(tail):
        subscriber = f"{subscriber[: -len(tail)]}-{tail}"
    return f"{area} {subscriber}"


def split_area(e164: str) -> tuple[str, str]:
    """Area, mobile or service code with its zero, and what follows, of a German number."""
    national = e164[len(numbering.COUNTRY) :]
    length = len(numbering.code_of(national) or national[:3])
    return "0" + national[:length], national[length:]


def _foreign(value: Phone) -> str:
    """Grouped as its country does; a hyphen stands only before a Durchwahl."""
    import phonenumbers

    try:
        number = phonenumbers.parse(value.e164)
    except phonenumbers.NumberParseException:
        return value.e164
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return _before_extension(str(shown).replace("-", " ").replace("/", " "), value.extension)


def _before_extension(shown: str, extension: str | None) -> str:
    """A grouped number with the hyphen before its last digits, `extension`, and no blank among them."""
    if not extension or not shown.replace(" ", "").endswith(extension):
        return shown
    at, left = len(shown), len(extension)
    while left:
        at -= 1
        left -= shown[at] != " "
    return f"{shown[:at].rstrip()}-{extension}"


def name(value: PersonName, salutation: bool = True) -> str:
    """A person as addressed: `Frau Dr. Eva Beispiel`."""
    parts = (value.salutation if salutation else None, value.title, value.given, value.family)
    return " ".join(part for part in parts if part)


def contact_title(contact: Contact, salutation: bool = False) -> str:
    """What a contact is called in a list: the person, else the office, else the function, else its first address."""
    person = name(contact.name, salutation) if contact.name else None
    known = (person, contact.org, contact.role, *contact.emails, *map(phone, contact.phones))
    return next((text for text in known if text), "Ohne Namen")


def address(value: Address) -> str:
    """One line: `Musterstraße 1, 73728 Esslingen am Neckar`."""
    place = " ".join(part for part in (value.postcode, value.city) if part)
    return ", ".join(part for part in (value.street, place) if part)


def size(value: int | None) -> str:
    """Bytes as a page states them: `3,8 MB` (decimal units, comma)."""
    if value is None:
        return ""
    if value < 1000:
        return f"{value} Byte"
    amount, unit = (value / 1e6, "MB") if value >= 1_000_000 else (value / 1e3, "kB")
    return f"{amount:.1f} {unit}".replace(".", ",") if amount < 100 else f"{amount:.0f} {unit}"


def place(where: Where, language: str = "de") -> str:
    """Where something stands, for a reader: `Blatt „Liste“, C7` or `Zeile 12`."""
    on_sheet, on_line = ("sheet “{}”", "line {}") if language == "en" else ("Blatt „{}“", "Zeile {}")
    sheet = on_sheet.format(where.sheet) if where.sheet else ""
    line = on_line.format(where.line) if where.line else ""
    return ", ".join(part for part in (sheet, where.cell or "", line) if part)
