"""People who stand beside somebody in her row and can be reached in no way: their name alone is no contact."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grid.cell_values import says_nothing
from pipeline.extract.grid.column_groups import Row
from pipeline.extract.grid.drafts import Draft
from pipeline.extract.grid.row_plan import Plan
from pipeline.model import Finding

_WAYS = ("phones", "emails", "url")


def who_are_reached(
    before: Sequence[Draft], drafts: Sequence[Draft], plan: Plan, row: Row, findings: list[Finding]
) -> list[Draft]:
    """Those of a row's further people who are more than a name beside somebody `before` them who is reached.

    What stands in their own columns and was not understood may be how to reach them. Where nobody is reached, a list
    has no numbers, and tells of all of them.
    """
    own = [row[column.index] for column in plan.contacts if column.group == plan.group]
    if not any(draft.has(*_WAYS) for draft in before) or not all(map(says_nothing, own)):
        return list(drafts)
    findings += [Finding("unclaimed", "info", _written(d), d.where) for d in drafts if _is_mere_name(d)]
    return [draft for draft in drafts if not _is_mere_name(draft)]


def _is_mere_name(draft: Draft) -> bool:
    return draft.name is not None and not draft.has(*_WAYS)


def _written(draft: Draft) -> str:
    return next(reading.raw.text[:200] for reading in draft.readings if reading.field == "name")
