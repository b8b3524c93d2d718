"""`…, sagt Eva Muster vom Jugendamt.` A text says where somebody is before it says how to reach her."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.drafts import Draft, name_of
from pipeline.extract.page.item import Item
from pipeline.extract.page.sentences import office_behind

#: A page that tells of people has few; for a list of many nothing is sought.
_MOST = 20
#: ` vom Amt`: nothing shorter names an office.
_LEAST = 8


def place_the_told(drafts: Sequence[Draft], lines: Sequence[Line]) -> None:
    """Gives people without an office of their own the one that a sentence before names for them."""
    for draft in drafts if len(drafts) <= _MOST else ():
        name = name_of(draft)
        if name is not None and name.given and not draft.orgs and not draft.roles:
            draft.orgs = _told(f"{name.given} {name.family}", lines[: draft.line])


def _told(name: str, lines: Sequence[Line]) -> list[Item]:
    for index, line in enumerate(lines):
        start = line.text.find(name) if len(line.text) > len(name) + _LEAST else -1
        office = office_behind(line.text[start + len(name) :]) if start >= 0 else None
        if office:
            return [Item("office", index, start, office, prose=True)]
    return []
