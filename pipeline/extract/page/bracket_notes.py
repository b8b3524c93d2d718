"""What stands in brackets right behind a name: what somebody does, or where; not her class, her party, her pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.page.heading_kinds import is_place, is_topic
from pipeline.extract.page.item import Item, Kind
from pipeline.extract.page.pieces import EDGES, as_items
from pipeline.transform.letters import says_letters
from pipeline.transform.office import is_office, is_role, may_be_said_of


def noted(index: int, start: int, note: str) -> Iterator[Item]:
    """`Eva Muster (Hausaufgabenhilfe)`: what stands in brackets right behind a name is what she does, or where."""
    bare = note.strip(EDGES)
    parts = re.split(r",\s+", bare)
    if len(parts) > 1 and {_kind_of_part(part) for part in parts} == {"role", "office"}:
        yield from (item for part in parts for item in as_items(index, start, part, False))
    elif (
        is_role(bare) or says_letters(bare) or ("," in bare and any(map(is_topic, parts)))
    ):  # `(Diakonie, Flüchtlinge)`
        yield Item("role", index, start, bare)
    elif may_be_said_of(bare):
        yield from (item for item in as_items(index, start, bare, False) if item.kind in ("office", "text"))


def _kind_of_part(part: str) -> Kind | None:
    """`Gleichstellungsbeauftragte, Landratsamt`: a function, or an office by its kind."""
    if is_role(part):
        return "role"
    return "office" if is_office(part) and is_place(part) else None
