"""A column of what several municipalities form beside one of its members: `Verbandsgemeinde | Ortsgemeinde`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.headings import meanings
from pipeline.transform.text import fold

#: What several form, also where the list has towns beside them: `Verbandsgemeinde / Stadt`.
_FORMED = re.compile(
    r"\b(?:(?:samt|verbands|amts)gemeinde|amt|amtsverwaltung|verwaltungsgemeinschaft|verwaltungsverband|"
    r"gemeindeverwaltungsverband|vgem|vwg|vvg|vg|sg|gvv)\b"
)
#: One of its members; `Ortsgemeinden` are all of them, which says nothing new of whose the person is.
_MEMBER = re.compile(r"(?:(?:(?:orts|mitglieds|einzel)?gemeinde|stadt|kommune)(?: |$))+")


def wider_towns(columns: Sequence[Column]) -> dict[int, int]:
    """By the column of a member, the column left of it with what the members form."""
    towns = {column.index: fold(column.heading) for column in columns if column.field == "municipality"}
    return {
        index: index - 1
        for index, heading in towns.items()
        if _MEMBER.fullmatch(heading) and _FORMED.search(towns.get(index - 1, ""))
    }


def says_no_town(text: str) -> bool:
    """Whether a cell of towns says something else than a name: `alle`, `gesamtes Gebiet`, `Verwaltung`."""
    return text[:1].islower() or bool(meanings(text))
