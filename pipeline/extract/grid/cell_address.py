"""The address among the other lines of a cell: `Frau Eva Muster`, `Hauptstr. 5, 73033 Göppingen`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.layout import Cell
from pipeline.model import Address, Raw, Reading
from pipeline.transform.address import find_address
from pipeline.transform.text import clean

#: `Schulberatung, Schulstr. 11, 87616 Neustadt`
_SEAT = re.compile(r"([^,\n\d]{3,80}), ([^,\n]{3,60}\d[^,\n]{0,6}, \d{5} [^,\n\d]{2,40})")


def says_seat(text: str) -> re.Match[str] | None:
    """An office and its address in one line, each for itself."""
    return _SEAT.fullmatch(text) if len(text) > 20 else None


def take_address(lines: Sequence[str], cell: Cell) -> tuple[list[str], Reading | None]:
    """The lines without the address that stands in them, of which there are as many as before, and the address."""
    found = find_address(lines)
    if found is None:
        return list(lines), None
    rest = ["" if found.first <= at <= found.last else line for at, line in enumerate(lines)]
    if found.first == found.last:
        rest[found.first] = _around(lines[found.first], found.address)
    raw = Raw("\n".join(lines[found.first : found.last + 1]), cell.where)
    return rest, Reading("address", found.address, raw, found.steps)


#: A postcode before its town.
_TOWN = re.compile(r"(?<!\d)\d{5} [^\W\d_]")


def with_address_apart(cell: Cell) -> tuple[Cell, Reading | None]:
    """A cell without a whole address, whose postcode is nobody's number, and that address.

    `29221 Sekretariat` without a street is a number.
    """
    if cell.struck or not _TOWN.search(cell.text):
        return cell, None
    lines, address = take_address(cell.text.split("\n"), cell)
    if address is None or not isinstance(address.value, Address) or address.value.street is None:
        return cell, None
    return replace(cell, text="\n".join(lines)), address


def beside_address(cell: Cell) -> tuple[str, Reading | None]:
    """What a cell says in one line without the address that stands in it, and the address."""
    if not any(map(str.isdigit, cell.text)):
        return clean(cell.text), None
    lines, address = take_address([clean(line) for line in cell.text.split("\n")], cell)
    return clean(" ".join(lines)), address


def _around(line: str, address: Address) -> str:
    """What stands before and behind the address in its line."""
    parts = [part for part in (address.street, address.postcode, address.city) if part and part in line]
    if not parts:
        return ""
    before, behind = line.partition(parts[0])[0], line.rpartition(parts[-1])[2]
    return " ".join(part for text in (before, behind) if (part := text.strip(" ,;|·/–-")))
