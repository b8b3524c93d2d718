"""`Nachts wenden Sie sich an den Wachschutz,` over a number: whom a sentence sends people to answers there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.item import Item, Kind
from pipeline.transform.office import is_office, is_role

#: The sentence goes on with the value: `… an das Hauptamt:`, `… beim Hausmeister an,`
_ASKED = re.compile(
    r"\s(?:an (?:das|die|den)|beim|bei der) (?:[a-zäöüß]{4,}e[nr]? )?"
    r"(?P<who>[A-ZÄÖÜ][^,;:.]{2,80}?)(?: an| unter)?[,:]$"
)
_LONGEST = 300


def name_the_asked(_lines: Sequence[Line], items: list[list[Item]]) -> None:
    """Adds the office or function that an unfinished sentence names to the sentence, where a value stands below it."""
    for here, below in pairwise(items):
        if len(here) == 1 and here[0].kind == "sentence" and below and all(item.kind == "fact" for item in below):
            here += _asked(here[0])


def _asked(sentence: Item) -> Iterator[Item]:
    match = _ASKED.search(sentence.text[-_LONGEST:])
    kind: Kind | None = None
    if match:
        kind = "office" if is_office(match["who"]) else "role" if is_role(match["who"]) else None
    if match and kind:
        yield Item(kind, sentence.line, match.start("who"), match["who"])
