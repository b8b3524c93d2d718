"""`Unterkunft | Träger | Name`: people in a house work for whoever runs it; where nobody does, for the house."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.heading_words import FILLER, words
from pipeline.extract.grid.headings import names_bodies
from pipeline.transform.text import fold

#: Where refugees live; a school or a day nursery is what its people work for, whoever runs it.
_LODGINGS = words("gu au unterkunft unterkuenfte wohnheim wohnheime sammelunterkunft")


def providers_first(columns: Sequence[Column]) -> Sequence[Column]:
    """The columns with the lodgings behind whoever runs them: the first of two offices counts."""
    provider = next((c for c in columns if c.field == "org" and names_bodies(c.heading)), None)
    lodgings = [c for c in columns if c.field == "org" and _says_lodging(c.heading)]
    if provider is None or not lodgings:
        return columns
    others = [column for column in columns if column not in lodgings]
    behind = others.index(provider) + 1
    return [*others[:behind], *lodgings, *others[behind:]]


def _says_lodging(heading: str) -> bool:
    said = [word for word in fold(heading).split() if word not in FILLER]
    return bool(said) and all(word in _LODGINGS or word.endswith(("unterkunft", "unterkuenfte")) for word in said)
