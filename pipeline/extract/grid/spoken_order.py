"""In which order a table writes names, and which word of a name its mailbox says is the given one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.drafts import Draft
from pipeline.model import PersonName
from pipeline.transform.mailed_name import divided
from pipeline.transform.spoken_order import to_turn, to_turn_back, turned, turned_back


def turn_back(drafts: Sequence[Draft]) -> None:
    """Names that only a guess turned round, or left as they are, stand as all others of the table."""
    named = [
        (draft, at, reading, reading.value)
        for draft in drafts
        for at, reading in enumerate(draft.readings)
        if isinstance(reading.value, PersonName)
    ]
    read = [(reading.raw.text, name, reading.steps) for _, _, reading, name in named]
    for numbers, turn in ((to_turn_back(read), turned_back), (to_turn(read), turned)):
        for number in numbers:
            draft, at, reading, name = named[number]
            value, steps = turn(name, reading.steps)
            draft.readings[at] = replace(reading, value=value, steps=steps)


def divide(drafts: Sequence[Draft]) -> None:
    """`Frau Unbekannt de Muster` beside `u.demuster@…` has a given name, whatever the lists know."""
    for draft in drafts:
        name = draft.name
        if name is None or name.given or " " not in name.family:
            continue
        told = divided(name, [str(r.value) for r in draft.readings if r.field == "emails"])
        draft.readings = [replace(r, value=told) if r.value is name else r for r in draft.readings]
