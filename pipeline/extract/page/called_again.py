"""Who is named in full above and called again in brackets: `Tel. 940-12 (vormittags Frau Muster, nachmittags …)`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.item import Item
from pipeline.extract.page.mentions import NEAR_BY
from pipeline.transform.deputies import deputises
from pipeline.transform.text import fold


def note_called_again(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """Marks such names as remarks about the value before them, and leaves out when it is whose."""
    full: dict[str, int] = {}  # where somebody was last named with her given name
    for index, here in enumerate(items):
        again = [item for item in here if _is_again(item, lines[index].text, full)]
        if again and here[0].kind == "fact" and not here[0].prose:
            for item in again:
                item.aside = True
            here = _without_deputies(lines[index].text, here, again[0])
            items[index] = [item for item in here if item.kind != "text" or item.text[:1].isupper()]
        full |= {family(item): index for item in here if has_given(item)}


def _without_deputies(text: str, here: list[Item], again: Item) -> list[Item]:
    """`940-12 (Vertretung: Frau Muster)`: it is not her number, and what stands in the brackets calls nobody."""
    opened = len(text[: text.rindex("(", 0, again.start)].rstrip())
    if not deputises(text[opened : again.start]):
        return here
    closed = text.find(")", again.start)
    return [item for item in here if item.start < opened or item.start > closed >= 0]


def is_short_for(item: Item, full: dict[str, int]) -> bool:
    """Whether a name is the family name of somebody right above, `Eva Muster und Uwe Beispiel`."""
    near = item.line - full.get(family(item), -NEAR_BY - 1) <= NEAR_BY
    return near and not has_given(item)


def has_given(item: Item) -> bool:
    """Whether a name says more than `Frau Muster`."""
    return item.name is not None and item.name.name.given is not None


def family(item: Item) -> str:
    """The family name of a name, folded."""
    assert item.name is not None
    return fold(item.name.name.family)


def _is_again(item: Item, text: str, full: dict[str, int]) -> bool:
    """Whether a name in open brackets is only short for somebody."""
    opened = text.count("(", 0, item.start) > text.count(")", 0, item.start)
    return item.kind == "name" and opened and is_short_for(item, full)
