"""Where a reader who goes down a page is: who is meant now, what stands above, which headings hold."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.drafts import Draft
from pipeline.extract.page.fact import Fact
from pipeline.extract.page.item import Item
from pipeline.extract.page.mentions import reached_people
from pipeline.extract.page.outline import Heading, Outline, people_in_cards
from pipeline.extract.page.sharing import absorb, deal, goes_on, leave_to_noted
from pipeline.model import Finding


class ReadingState:
    """What a reader keeps in mind from line to line."""

    def __init__(
        self,
        lines: Sequence[Line],
        items: Sequence[Sequence[Item]],
        outline: Outline,
        unread: Collection[int] = (),
    ) -> None:
        self.lines = lines
        self.items = items
        self.outline = outline
        self.unread = unread  # lines with a number of their own that nobody understood
        self.done: list[Draft] = []
        self.current: list[Draft] = []
        self.heads: list[Item] = []
        self.standing: tuple[Item, int, Box | None] | None = None  # a function, its last line, and its cell
        self.headings: list[Heading] = []
        self.findings: list[Finding] = []
        self.house: tuple[Item, Box] | None = None  # a bold office above people of one block
        self.vacant = -9  # the line of an `N. N.`
        self.post: list[Item] = []  # what stood above it: the function of whoever answers there
        self.left = False  # the card of `current` has ended
        self.card: Box | None = None
        self.region = "main"
        self.people = people_in_cards(items, outline)

    def _owner(self) -> Draft | None:
        """Who is meant now, unless her card has ended."""
        return self.current[0] if self.current and not self.left else None

    @cached_property
    def _reached(self) -> dict[str, list[Item]]:
        """Who is reached on the page: few pages ask for it."""
        return reached_people(self.items)

    def _draft(self, item: Item, line: Line) -> Draft:
        return Draft(
            item.line, self.card, line.box, headings=tuple(self.headings), region=line.box.region, last=item.line
        )

    def _facts_of(self, line: int) -> list[Fact]:
        return [item.fact for item in self.items[line] if item.fact is not None]

    def _settle_heads(self) -> None:
        """A function below the values of the only person of a card is hers."""
        owner = self.current[0] if self.current else None
        if owner is None or owner.name is None or owner.card is None or self.left:
            return
        if self.people.get(owner.card, 0) == 1:
            for item in self.heads:
                if item.kind == "role" and not owner.roles:
                    owner.roles = [item]
                elif item.kind == "office" and not owner.orgs:
                    owner.orgs = [item]
                elif item.kind == "address":
                    owner.address.append(item)
            self.heads = []

    def _close(self) -> None:
        if self.current:
            self._settle_heads()
            if len(self.current) > 1:
                self.findings += deal(self.current)
            person = self.current[0]
            office = person.above
            lacks = person.name is not None and not person.reached and person.line not in self.unread
            if office is not None and office in self.done and (lacks or self._is_all_one(office)):
                for each in self.current:
                    absorb(each, office)
                leave_to_noted(self.current)
                self.done.remove(office)
        self.current = []
        self.left = False

    def _is_all_one(self, office: Draft) -> bool:
        """Whether the values below those who stand in the middle of an office's block are the office's, too."""
        people = [item for here in self.items[office.box.first : office.box.last + 1] for item in here if item.name]
        alone = {id(item) for item in people} == {id(draft.name) for draft in self.current}
        beside = any(self._facts_of(draft.line) for draft in self.current)
        return alone and not beside and goes_on(office, self.current)
