"""Deputies and who answers for somebody: whose number it is, and which office they share with her."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.drafts import Draft
from pipeline.extract.page.item import Item
from pipeline.extract.page.mentions import NEAR_VACANT, reached_elsewhere
from pipeline.extract.page.outline import around
from pipeline.extract.page.reading_state import ReadingState
from pipeline.transform.deputies import deputises, stands_in

#: `Sekretariat: Eva Muster` on the card of somebody else; `Vorzimmer -12` behind somebody's number.
ANSWERS = re.compile(r"(?:Chef|Dezernats|Direktions|Leitungs)?(?:[Ss]ekretariat|[Vv]orzimmer|[Aa]ssistenz|[Bb]üro)\b")
_IN_BRACKETS = re.compile(r"\([^()]+\)\.?")
#: So many people stand on such a card.
_WITH_DESK = 2


class StandIns(ReadingState):
    """A reader who knows that people stand in for each other."""

    def _offices_stood_in_for(self, line: Line) -> list[Item]:
        """The offices that a deputy shares: those of the person named before her in the block around."""
        before = self.done[-1] if self.done else None
        if before is None or before.name is None or before.headings != tuple(self.headings):
            return []
        beside = before.box is line.box or around(before.box) is around(line.box)
        return list(before.orgs) if beside else []

    def _stood_in_for(self, item: Item, line: Line) -> Draft | None:
        """`Eva Muster`, below `Vertretung: Uwe Beispiel`, below one number: it reaches both of them."""
        before = self.done[-1] if self.done else None
        said = [head.text for head in self.heads if head.line == item.line and head.colon]
        if before is None or before.name is None or before.reached or not said or self._facts_of(item.line):
            return None
        if before.last != item.line - 1 or before.card is not self.card:
            return None
        beside = before.box is line.box and any(map(stands_in, said))
        return before if beside or (any(map(ANSWERS.match, said)) and self._is_her_card(before)) else None

    def _is_her_card(self, draft: Draft) -> bool:
        """Whether a card is headed by somebody beside whom it names one more: who answers her calls."""
        if draft.card is not None and draft.level > 0:
            return self.people.get(draft.card, 0) == _WITH_DESK
        over = self.headings[-1] if self.headings else None
        if over is None or over.line != draft.line - 1 or not any(item.kind == "role" for item in over.items):
            return False  # `Landrätin` right above her name
        under = self.items[over.line : over.last + 1]
        return sum(item.kind == "name" for here in under for item in here) == _WITH_DESK

    def _is_known_deputy(self, item: Item) -> bool:
        """`N. N., Tel. …`, below `Vertretung: Frau Muster`, who has an entry of her own: the number is of the post."""
        said = [head for head in self.heads if head.line == item.line and head.colon]
        if not any(stands_in(head.text) for head in said) or self._facts_of(item.line):
            return False
        return 0 < item.line - self.vacant <= NEAR_VACANT and reached_elsewhere(item, self._reached)

    def _says_who_stands_in(self, items: Sequence[Item], line: Line) -> bool:
        """`(in Elternzeit, Vertretung: Uwe Beispiel)` below a name: a remark on her, behind which her values follow."""
        owner = self.current[0] if self.current and not self.left else None
        if owner is None or owner.name is None or owner.reached or _IN_BRACKETS.fullmatch(line.text) is None:
            return False
        return deputises(line.text) and any(item.kind == "name" for item in items)

    def _is_stood_in_for(self, item: Item, line: Line) -> bool:
        """`Eva Muster vertritt Uwe Beispiel, Tel. …`: it is her number."""
        before = self.current[-1] if self.current and not self.left else None
        if before is None or before.name is None or before.facts or before.name.line != item.line:
            return False
        return line.text[before.name.start + len(before.name.text) : item.start].strip() == "vertritt"
