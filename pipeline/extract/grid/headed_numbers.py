"""Numbers whose headings say whose they are: `Vorsitz | Kasse | Telefon Vorsitz | Telefon Kasse`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.extract.grid.column_groups import CONTACT, TOPICS, Column
from pipeline.extract.grid.heading_words import FILLER
from pipeline.extract.grid.headings import meanings
from pipeline.transform.deputies import deputises
from pipeline.transform.text import fold

_WORD = re.compile(r"[^\W\d_](?:[\w.*-]|/(?=[a-z]\b))*")
#: `Schulleiter/in` and `Schulleitung`, `Vorsitzende/r` and `Vorsitz` are the same.
_ENDING = re.compile(r"(?<=\w{4})(?:ende[rn]?|erin(?:nen)?|er|ung|in(?:nen)?|e[rn]?)?(?: (?:in|r|n))?$")
_CALLED = ("name", "family")
_WAYS = CONTACT | {"main"}


@lru_cache(maxsize=1024)
def whose(heading: str) -> str:
    """Whom a heading speaks of, without the way to reach her: `vorsitz` of `Telefon Vorsitzende/r`, else blank."""
    return " ".join(_ENDING.sub("", fold(word)) for word in _WORD.findall(heading) if not _says_nobody(word))


def _says_nobody(word: str) -> bool:
    known = meanings(word)
    way = known[:1] and (known[0] in _WAYS or "contact" in known or known[0] in ("hours", "url", "given", "family"))
    plain = known == ("name",) and not deputises(word)
    return bool(way) or plain or (fold(word) in FILLER and fold(word) not in TOPICS)


def is_called_upon(columns: Sequence[Column], at: int) -> bool:
    """Whether a heading of numbers names the heading of another column: whoever stands below that is reached."""
    said = whose(columns[at].heading)
    return said != "" and any(c.field in _WAYS and whose(c.heading) == said for c in columns)


def with_headed_numbers(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns with the numbers of each person in her group, wherever they stand."""
    groups: dict[str, set[int]] = {}
    for column in columns:
        if column.field in _CALLED and (said := whose(column.heading)):
            groups.setdefault(said, set()).add(column.group)
    hers = {said: min(found) for said, found in groups.items() if len(found) == 1}
    people = {column.group for column in columns if column.field in _CALLED}
    extended = any(column.field == "extension" for column in columns)  # those go on from whatever main number there is
    lines = [column for column in columns if column.field in CONTACT - {"email", "fax"}]

    def moved(column: Column) -> Column:
        said = whose(column.heading) if column.field in _WAYS else ""
        group = hers.get(said)
        others = any(each.group in people - {group} or whose(each.heading) not in ("", said) for each in lines)
        if group is None or (column.field == "main" and (extended or not others)):
            return column  # the exchange of all, where nobody else has a number
        return replace(column, group=group, field="phone" if column.field == "main" else column.field)

    return tuple(map(moved, columns)) if len(people) > 1 else tuple(columns)
