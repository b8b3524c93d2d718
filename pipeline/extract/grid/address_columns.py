"""An address whose parts stand in columns of their own, or all in one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from pipeline.extract.grid.cell_values import current, is_empty
from pipeline.extract.layout import Cell
from pipeline.model import Address, Raw, Reading
from pipeline.transform.address import find_address, parse_address
from pipeline.transform.office import is_office
from pipeline.transform.text import clean

_POSTCODE_CITY = re.compile(r"^(?:D[- ])?(\d{5})\s+(\D.*)$", re.DOTALL)


def address_reading(cells: Mapping[str, Cell]) -> Reading | None:
    """The address of the cells of its columns (`street`, `house`, `postcode`, `city`; `address` holds all of it)."""
    texts = {part: clean(current(cell)[0]) for part, cell in cells.items()}
    texts = {part: text for part, text in texts.items() if not is_empty(text)}
    if not texts:
        return None
    found = _joined(_in_parts(texts), _whole(cells["address"]) if "address" in texts else None)
    first = next(cell for part, cell in cells.items() if part in texts)
    raw = Raw(", ".join(cells[part].text for part in texts), first.where)
    return Reading("address", found, raw) if found != Address() else None


def _in_parts(texts: Mapping[str, str]) -> Address:
    street, postcode, city = texts.get("street"), texts.get("postcode"), texts.get("city")
    if street and "house" in texts:
        street = f"{street} {texts['house']}"
    if postcode and not postcode.isdigit():
        split = _POSTCODE_CITY.match(postcode)
        postcode, city = (split[1], city or split[2]) if split else (postcode.removeprefix("D-").strip(), city)
    if city and (split := _POSTCODE_CITY.match(city)):
        postcode, city = postcode or split[1], split[2]
    if postcode and postcode.isdigit() and len(postcode) == 4:
        postcode = "0" + postcode  # the spreadsheet took 01067 for a number
    return Address(street or None, postcode or None, city or None)


def _joined(parts: Address, whole: Address | None) -> Address:
    """What the columns of its parts say, and where they say nothing what all of it says."""
    if whole is None:
        return parts
    return Address(parts.street or whole.street, parts.postcode or whole.postcode, parts.city or whole.city)


#: Outdoors, and in no house: `Am Schützenhaus`, `An der Mühle`; `Im Rathaus` and `Zur Linde` are one.
_UNNUMBERED = re.compile(r"((?:Am|An de[rnm]|Hinter de[rm]|Unter de[rn]) [A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?), \d{5} ")


def _with_street_unnumbered(address: Address, line: str) -> Address:
    """`Am Schützenhaus, 35415 Pohlheim`: below `Anschrift` that is a street, though its houses have no numbers."""
    street = _UNNUMBERED.match(line) if address.street is None else None
    return replace(address, street=street[1]) if street else address


def _whole(cell: Cell) -> Address | None:
    """An address that stands in one cell."""
    text = current(cell)[0]
    lines = [line for part in text.split("\n") if (line := clean(part).strip(" ,;"))]
    single = lines[0] if len(lines) == 1 else ""
    split = _POSTCODE_CITY.match(single)
    if split and "," not in single:
        return Address(None, split[1], clean(split[2]))
    found = find_address(lines)
    if found:
        return _with_street_unnumbered(found.address, single)
    if is_office(single):
        return None  # `Seniorenbüro` is no town
    try:
        return parse_address(", ".join(lines))
    except ValueError:
        return None
