"""People who are only named because they stand in for others: `Vertretung: Hr. Blum` says which row is meant."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grid.drafts import Draft
from pipeline.model import PersonName
from pipeline.transform.text import fold


def without_references(drafts: Sequence[Draft]) -> list[Draft]:
    """Without those whom nothing says how to reach and who stand with their numbers in another row."""
    reached: dict[str, list[PersonName]] = {}
    for draft in drafts:
        if draft.name and draft.has("phones", "emails"):
            reached.setdefault(fold(draft.name.family), []).append(draft.name)
    return [draft for draft in drafts if draft.has("phones", "emails") or not _means(draft.name, reached)]


def _means(name: PersonName | None, reached: dict[str, list[PersonName]]) -> bool:
    others = reached.get(fold(name.family), []) if name else []
    return any(_same(name, other) for other in others if name)


def _same(name: PersonName, other: PersonName) -> bool:
    """Whether what is said of both agrees."""
    pairs = ((name.given, other.given), (name.salutation, other.salutation))
    return all(not one or not two or fold(one) == fold(two) for one, two in pairs)
