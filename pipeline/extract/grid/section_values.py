"""What a section says of the rows below it: a municipality, an office with its address, a function."""

from __future__ import annotations

from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.named_places import is_of_district, is_part_of_district, office_before
from pipeline.extract.grid.numbered_sections import Section
from pipeline.model import Address, Raw, Reading
from pipeline.transform.names import is_person
from pipeline.transform.office import clean_role, is_label, is_office, is_role
from pipeline.transform.text import clean, fold


def values_below(text: str, raw: Raw, address: Reading | None, held: Section) -> Section | None:
    """What holds below a section that names no municipality; None where nobody knows what it is.

    `text` is what it says beside its address, `held` what the sections above said.
    """
    seat = {"address": address} if address else {}
    part = is_part_of_district(text)
    if part or is_of_district(text):
        held = {field: reading for field, reading in held.items() if field != "municipality"}
    if part:
        return held | seat
    if is_office(office_before(text)):
        return {**held, "org": Reading("org", office_before(text) or text, raw), **seat}
    if is_role(text):
        return {**held, "role": Reading("role", clean_role(text), raw)}
    if seat and not text:
        return held | seat
    return _of_a_house(text, raw, held, seat) if seat and not _announces(text) else None


def _of_a_house(text: str, raw: Raw, held: Section, seat: Section) -> Section:
    """Words that nobody knows are the name of a house where they stand on a line of their own over its address.

    So they do before it if its number follows. Else another house begins all the same.
    """
    name = text if raw.text.split("\n")[0].strip() == text else _before_seat(text, raw.text, seat["address"])
    if name:
        return {**held, "org": Reading("org", name, raw), **seat}
    return {field: reading for field, reading in held.items() if field not in ("org", "address")}


def _before_seat(text: str, line: str, seat: Reading) -> str | None:
    """`Haus am Wehr` of `Haus am Wehr, Wehrstr. 1, 29221 Celle, Zentrale 05141 12-0`; no town of that address."""
    name, address = office_before(text), seat.value
    if name == text or "\n" in line or not isinstance(address, Address) or not address.street:
        return None
    follows = clean(line).startswith(f"{name}, {address.street[:5]}")
    return name if follows and not is_town(name, seat, proven=True) and not _announces(name) else None


def _announces(text: str) -> bool:
    """Whether words before an address name no house: `Anschrift`, `Kontakt`, somebody."""
    return text[-1:] == ":" or is_label(text) or is_person(text) or bool(meanings(text))


def is_town(text: str, address: Reading | None, proven: bool) -> bool:
    """Whether a text is a town, as the address below it tells; without one, as something else has proven."""
    city = fold(address.value.city or "") if address and isinstance(address.value, Address) else ""
    if not city:
        return proven
    return fold(text) == city or (proven and city.split(" ")[0] in fold(text).split(" "))


def without_seat(held: Section) -> Section:
    """What still holds where another office begins: not the address that stood in the cell of the one before."""
    org, address = held.get("org"), held.get("address")
    if org is None or address is None or org.raw.where != address.raw.where:
        return held
    return {field: reading for field, reading in held.items() if field != "address"}
