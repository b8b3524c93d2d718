"""In which order a page writes names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.item import Item
from pipeline.transform.spoken_order import to_turn_back, turned_back


def turn_back(_lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> None:
    """Names that only a guess turned round stand as all others of the page."""
    named = [(item, found) for here in items for item in here if (found := item.name) is not None]
    for number in to_turn_back([(item.text, found.name, found.steps) for item, found in named]):
        item, found = named[number]
        name, steps = turned_back(found.name, found.steps)
        item.name = replace(found, name=name, steps=steps)
