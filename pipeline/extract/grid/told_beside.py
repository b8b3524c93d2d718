"""What stands behind the names of a table and is no known function: the same as what stands there in most rows."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grid.column_content import list_places
from pipeline.extract.grid.drafts import Draft
from pipeline.model import Finding, PersonName, Reading

#: So many are more than a chance, and so many times as many as the others are most.
_MOST = 2
#: A line below the name in so many rows is where everybody's function stands.
_ROWS = 3


def tell_beside(drafts: Sequence[Draft]) -> list[Finding]:
    """`Eva Muster (Wohnraumakquise)` among `(Leitung)` and `(Kasse)`: her work; else somebody has to look at it.

    `(Migrationsberatung)`, which may be an office, is her work among functions, too.
    """
    said = [draft for draft in drafts if draft.beside]
    field = (_most(drafts) or _below(drafts)) if said else None
    return [finding for draft in said for finding in _tell(draft, field)]


def _tell(draft: Draft, field: str | None) -> list[Finding]:
    assert draft.beside is not None
    told = _told(draft)
    if told is not None and (field != "role" or " " in draft.beside.text):
        return []
    if field is None or draft.has(field):
        said = (draft.beside.text[:200], draft.beside.where)
        unread = draft.below and " " in draft.beside.text  # it may be somebody else
        return [Finding("name_not_understood", "warning", *said) if unread else Finding("beside_name", "info", *said)]
    if told is not None:
        draft.readings.remove(told)
    draft.readings.append(Reading(field, draft.beside.text, draft.beside))
    return []


def _told(draft: Draft) -> Reading | None:
    """What is known of what stands behind a name."""
    return next((r for r in draft.readings if _stands_behind(r, draft)), None)


def _most(drafts: Sequence[Draft]) -> str | None:
    """The field that most of what is known behind names is of, if no more is unknown there."""
    known = [r.field for draft in drafts for r in draft.readings if _stands_behind(r, draft)]
    roles, offices = known.count("role"), known.count("org")
    unknown = sum(draft.beside is not None and _told(draft) is None for draft in drafts)
    if max(roles, offices) < max(_MOST, unknown) or _MOST * min(roles, offices) > max(roles, offices):
        return None
    return "role" if roles > offices else "org"


def _below(drafts: Sequence[Draft]) -> str | None:
    """`Leiterin` below one name and something below every other: there a table says what people do."""
    people = [draft for draft in drafts if draft.name]
    if len(people) < _ROWS or not all(draft.below and (draft.beside or _told(draft)) for draft in people):
        return None
    fields = [told.field for draft in people if (told := _told(draft))]
    places = list_places([draft.beside.text for draft in people if draft.beside])
    return "role" if fields.count("role") >= max(1, fields.count("org")) and not places else None


def _stands_behind(reading: Reading, draft: Draft) -> bool:
    """Whether a function or an office is said in the cell of the name."""
    name = next((r for r in draft.readings if isinstance(r.value, PersonName)), None)
    return reading.field in ("role", "org") and name is not None and reading.raw.where == name.raw.where
