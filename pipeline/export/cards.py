"""vCard 3.0 (RFC 2426) in the dialect that every address book reads.

UTF-8 without BOM, CRLF, folded at 75 octets between characters; N with all five parts and FN never empty; TEL with `+`
and digits; a constant marker word in NOTE, because a phone's search is the only way to find all our cards again.
vobject would do, but lets control characters through, cuts addresses at commas and takes seven times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from pipeline import display
from pipeline.export import links
from pipeline.export.visible import tidy
from pipeline.export.words import Words
from pipeline.model import Address, Contact, Entry, Phone

#: The word by which a phone's search finds every card of ours.
MARKER = "Kreiskontakte"
#: The first type is what Thunderbird shows; CELL never with WORK, which Android takes for work alone.
_PHONE_TYPES = {"voice": "WORK,VOICE", "mobile": "CELL,VOICE", "fax": "FAX,WORK"}
_LINE = 75  # octets


def cards(entries: Iterable[Entry], district: str, language: str = "de") -> str:
    """One card for each entry, in the order given."""
    words = Words(language)
    return "".join(card(entry, district, words) for entry in entries)


def card(entry: Entry, district: str, words: Words) -> str:
    """The card of one entry. REV is the day it changed, so that an unchanged entry has an unchanged card."""
    changed = entry.last_changed or entry.first_seen
    extra = [("UID", _escape(entry.uid))]
    if changed:
        extra.append(("REV", _rev(changed)))
    note = _note(entry.contact, [f"{MARKER} {district}", *_origin(entry, words), *_state(changed, words)], words)
    return _card([*_values(entry.contact), *_categories(entry), ("NOTE", note), *extra])


def loose_cards(contacts: Iterable[Contact], language: str = "de") -> str:
    """Cards of contacts that have no uid yet (`extract --format vcf`)."""
    words = Words(language)
    result = []
    for contact in map(tidy, contacts):
        note = _note(contact, [], words)
        result.append(_card([*_values(contact), *([("NOTE", note)] if note else [])]))
    return "".join(result)


def short_cards(contact: Contact) -> Iterator[str]:
    """Cards for a QR code, each shorter than the one before: who it is and how to reach them, without the post, with
    one way of each kind. Not folded: readers of codes differ in whether they put a line together again."""
    values = [value for value in _values(contact) if not value[0].startswith(("ADR", "URL"))]
    reach = [value for value in values if value[0] not in ("ORG", "TITLE")]
    for kept in (values, reach, list(dict(reach).items())):
        yield _card(kept, fold=False)


# ---- what stands in a card -----------------------------------------------------------------------


def _values(contact: Contact) -> Iterator[tuple[str, str]]:
    """Properties and their escaped values, in the order of reading."""
    full, parts = _names(contact)
    yield "N", _structured(parts)
    yield "FN", _escape(full)
    if contact.org:
        yield "ORG", _structured(contact.org.split(" / "))
    if contact.role:
        yield "TITLE", _escape(contact.role)
    for phone in contact.phones:
        if links.tel(phone.e164):
            yield _phone(phone)
    for address in contact.emails:
        yield "EMAIL;TYPE=WORK,INTERNET", _escape(address)
    if contact.address:
        yield "ADR;TYPE=WORK", _address(contact.address)
    if url := links.web(contact.url):
        yield "URL", url


def _names(contact: Contact) -> tuple[str, tuple[str, ...]]:
    """FN and the five parts of N (family, given, additional, prefix, suffix); an office stands as a family name."""
    name = contact.name
    full = display.contact_title(contact)
    if name is None or not display.name(name, salutation=False):
        return full, (full, "", "", "", "")
    return full, (name.family, name.given or "", "", name.title or "", "")


def _phone(phone: Phone) -> tuple[str, str]:
    return f"TEL;TYPE={_PHONE_TYPES[phone.kind]}", phone.e164


def _address(address: Address) -> str:
    return _structured(("", "", address.street or "", address.city or "", "", address.postcode or "", ""))


def _categories(entry: Entry) -> Iterator[tuple[str, str]]:
    """One property and no comma inside a value: some readers take the first only, some split at every comma."""
    names = [_plain(group).replace(",", " ") for group in entry.groups]
    if names:
        yield "CATEGORIES", ",".join(" ".join(name.split()) for name in names)


def _note(contact: Contact, last: list[str], words: Words) -> str:
    lines = []
    if contact.municipality:
        lines.append(f"{words.field('municipality')}: {contact.municipality}")
    if contact.hours:
        lines.append(f"{words.field('hours')}: {contact.hours}")
    return "\\n".join(_escape(_plain(line)) for line in (*lines, *last))


def _origin(entry: Entry, words: Words) -> list[str]:
    urls = [url for url in dict.fromkeys(links.web(origin.url) for origin in entry.sources) if url]
    return [f"{words('source')}: {' '.join(urls)}"] if urls else []


def _state(changed: datetime | None, words: Words) -> list[str]:
    return [f"{words('as_of')}: {words.short_date(changed)}"] if changed else []


def _rev(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d}T00:00:00Z"


def _plain(text: str) -> str:
    """No semicolon and no backslash: three clients show the sign that escapes them."""
    return text.replace(";", ",").replace("\\", "/")


# ---- how it is written ---------------------------------------------------------------------------


def _card(properties: Iterable[tuple[str, str]], *, fold: bool = True) -> str:
    lines = ["BEGIN:VCARD", "VERSION:3.0", *(f"{name}:{value}" for name, value in properties), "END:VCARD"]
    return "".join(f"{_folded(line) if fold else line}\r\n" for line in lines)


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _structured(parts: Iterable[str]) -> str:
    return ";".join(map(_escape, parts))


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets; a continuation begins with a blank, which counts."""
    if len(line) <= _LINE // 4 or len(line.encode()) <= _LINE:
        return line
    pieces, piece, room = [], "", _LINE
    for char in line:
        width = len(char.encode())
        if width > room:
            pieces.append(piece)
            piece, room = "", _LINE - 1
        piece += char
        room -= width
    return "\r\n ".join([*pieces, piece])
