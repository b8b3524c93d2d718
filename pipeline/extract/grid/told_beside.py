"""What stands behind the names of a table in words that no list knows: the same as what stands there in most rows."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grid.drafts import Draft
from pipeline.model import Finding, PersonName, Reading
from pipeline.transform.text import clean

#: So many are more than a chance, and so many times as many as the others are most.
_MOST = 2


def tell_beside(drafts: Sequence[Draft]) -> list[Finding]:
    """`Eva Muster (Wohnraumakquise)` among `(Leitung)` and `(Kasse)`: her work; else somebody has to look at it."""
    unknown = [draft for draft in drafts if draft.beside]
    field = _most(drafts) if unknown else None
    findings = []
    for draft in unknown:
        assert draft.beside is not None
        if field and not draft.has(field):
            draft.readings.append(Reading(field, clean(draft.beside.text).strip(" ,;:.–-()"), draft.beside))
        else:
            findings.append(Finding("beside_name", "info", draft.beside.text[:200], draft.beside.where))
    return findings


def _most(drafts: Sequence[Draft]) -> str | None:
    """The field that most of what is known behind names is of."""
    roles, offices = (sum(_stands_behind(field, draft) for draft in drafts) for field in ("role", "org"))
    if max(roles, offices) < _MOST or _MOST * min(roles, offices) > max(roles, offices):
        return None
    return "role" if roles > offices else "org"


def _stands_behind(field: str, draft: Draft) -> bool:
    """Whether a name's own cell says so."""
    name = next((r for r in draft.readings if isinstance(r.value, PersonName)), None)
    return name is not None and any(r.field == field and r.raw.where == name.raw.where for r in draft.readings)
