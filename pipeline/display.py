"""How values are shown to people: telephone numbers after DIN 5008, names, addresses. Pure; nothing here is stored."""

from __future__ import annotations

from functools import lru_cache

from pipeline.model import Address, Contact, PersonName, Phone, Where

_COUNTRY = "+49"
_SERVICE = ("800", "700", "32", "116", "118")
_SHARED_COST = ("180", "137", "900")  # one more digit says the price


@lru_cache(maxsize=20000)
def phone(value: Phone) -> str:
    """A number after DIN 5008: `0711 3902-1234`; the hyphen stands only where the office shows the Durchwahl."""
    if not value.e164.startswith(_COUNTRY):
        return _foreign(value.e164)
    area, subscriber = split_area(value.e164)
    tail = value.extension
    if tail and subscriber.endswith(tail) and len(subscriber) > len(tail):
        subscriber = f"{subscriber[: -len(tail)]}-{tail}"
    return f"{area} {subscriber}"


def split_area(e164: str) -> tuple[str, str]:
    """Area, mobile or service code with its zero, and what follows, of a German number."""
    national = e164[len(_COUNTRY) :]
    length = _code_length(e164, national)
    return "0" + national[:length], national[length:]


def _code_length(e164: str, national: str) -> int:
    if national.startswith("15"):
        return 4
    if national.startswith(("16", "17")):
        return 3
    for code in _SERVICE:
        if national.startswith(code):
            return len(code)
    if national.startswith(_SHARED_COST):
        return 4
    return _geographic_length(e164)


def _geographic_length(e164: str) -> int:
    import phonenumbers

    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return 0
    return int(phonenumbers.length_of_geographical_area_code(number)) or 3


def _foreign(e164: str) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return e164
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def name(value: PersonName, salutation: bool = True) -> str:
    """A person as addressed: `Frau Dr. Eva Beispiel`."""
    parts = (value.salutation if salutation else None, value.title, value.given, value.family)
    return " ".join(part for part in parts if part)


def contact_title(contact: Contact, salutation: bool = False) -> str:
    """What a contact is called in a list: the person, else the office, else the function, else its first address."""
    if contact.name:
        return name(contact.name, salutation)
    first = (contact.role, contact.org) if not contact.org else (contact.org,)
    rest = (*contact.emails, *map(phone, contact.phones))
    return next((text for text in (*first, *rest) if text), "Ohne Namen")


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


def place(where: Where) -> str:
    """Where something stands, for a reader: `Blatt „Liste“, C7` or `Zeile 12`."""
    sheet = f"Blatt „{where.sheet}“" if where.sheet else ""
    line = f"Zeile {where.line}" if where.line else ""
    return ", ".join(part for part in (sheet, where.cell or "", line) if part)
