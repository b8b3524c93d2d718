"""A postcode and its town in lines of their own."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.item import Item
from pipeline.extract.page.pieces import EDGES
from pipeline.transform.town import find_town, parse_town


def join_towns(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """Makes an address of a postcode and its town below a street, in either order."""
    for index in range(1, len(lines)):
        code = lines[index].text.strip(EDGES) if not items[index] else ""
        if len(code) == 5 and code.isdecimal():
            town = next((town for town in (index + 1, index - 1) if _is_below_street(lines, items, index, town)), None)
            if town is not None:
                address = f"{code} {lines[town].text.strip(EDGES)}"
                items[index], items[town] = [Item("address", index, 0, address, whole=True)], []


def _is_below_street(lines: Sequence[Line], items: Sequence[Sequence[Item]], code: int, town: int) -> bool:
    street = min(code, town) - 1
    return street >= 0 and town < len(lines) and _is_town(lines[town], items[town]) and _ends_street(items[street])


def _is_town(line: Line, items: Sequence[Item]) -> bool:
    return len(items) == 1 and items[0].kind in ("text", "office") and parse_town(line.text.strip(EDGES))


def _ends_street(items: Sequence[Item]) -> bool:
    return bool(items) and items[-1].kind == "address" and not find_town(items[-1].text)
