"""People who are only named because they stand in for others: `Vertretung: Hr. Blum` says which row is meant."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grid.drafts import Draft
from pipeline.model import PersonName
from pipeline.transform.text import fold


def without_references(drafts: Sequence[Draft]) -> list[Draft]:
    """Without those who stand with numbers of their own in another row: no number says how to reach them in this one,
    or only those of the vacant post for whose holder they stand in.
    """
    reached: dict[str, list[PersonName]] = {}
    for draft in drafts:
        if draft.name and not draft.stands_in and draft.has("phones", "emails"):
            reached.setdefault(fold(draft.name.family), []).append(draft.name)
    return [draft for draft in drafts if _has_own(draft, drafts) or not _means(draft.name, reached)]


def _has_own(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether somebody has a number or a mail address that is not only that of a post without a person."""
    values = draft.values()
    if not draft.stands_in:
        return bool(values)
    return not any(post.name is None and values <= post.values() for post in drafts if "vacant" in post.tags)


def _means(name: PersonName | None, reached: dict[str, list[PersonName]]) -> bool:
    return name is not None and is_among(name, reached.get(fold(name.family), []))


def is_among(name: PersonName, others: Sequence[PersonName]) -> bool:
    """Whether somebody is one of those of her family name: by her given name, or because only one can be meant."""
    possible = [other for other in others if _agree(name, other)]
    if any(name.given and other.given for other in possible):
        return True
    called = {fold(other.given) for other in possible if other.given}
    return len(called) < 2 and any(_is_known(name, other) for other in possible)


def _agree(name: PersonName, other: PersonName) -> bool:
    """Whether two of one family name differ in nothing that both say."""
    pairs = ((name.given, other.given), (name.salutation, other.salutation))
    return all(not one or not two or fold(one) == fold(two) for one, two in pairs)


def _is_known(name: PersonName, other: PersonName) -> bool:
    """`Frau Müller` may be nobody called `Peter Müller`: a salutation and a given name cannot be compared."""
    bare = any(not (one.given or one.salutation) for one in (name, other))
    return bare or bool(name.salutation and other.salutation)
