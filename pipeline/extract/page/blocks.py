"""Lines become contacts: where one begins and ends, what is whose, and what is inherited from above.

Read in order, by the kind of each line: a name begins a person, a value belongs to who stands above it, a function or
an office before a name belongs to what follows. Cards (siblings that each hold a person and values) are closed units;
within one that holds a single person the order does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.crosswise import Below, below_people
from pipeline.extract.page.drafts import Draft
from pipeline.extract.page.heading_kinds import is_generic
from pipeline.extract.page.item import CREDIT, HEADS, Item
from pipeline.extract.page.mentions import only_repeats
from pipeline.extract.page.outline import Heading, goes_on
from pipeline.extract.page.said_around import AroundReader
from pipeline.numbering import is_short_code
from pipeline.transform.letters import says_letters

#: So many contacts before a value are asked whether it is theirs; a page may have thousands.
_NEAR = 50
#: `Hausanschrift`, `Besucheradresse`
_OF_ADDRESS = re.compile(r"(?:[Aa]nschrift|[Aa]dresse)$")


class BlockReader(AroundReader):
    """A reader who goes down a page, line by line."""

    def read(self, skip: Callable[[int], bool]) -> list[Draft]:
        """All contacts of the lines; `skip` says which lines are read elsewhere (tables)."""
        columns = below_people(self.lines, self.items)
        for index, line in enumerate(self.lines):
            if skip(index):
                self._close()
                self.heads.clear()
                continue
            if index in columns:
                self._in_columns(columns[index], line)
            elif line.text or self.items[index]:
                self._line(index, line)
                if line.text[:1] == "1" and is_short_code(line.text.replace(" ", "")):
                    self.heads.clear()  # who answers there has no other number
        self._close()
        return self.done

    def _in_columns(self, below: Below, line: Line) -> None:
        """A line below several people who stand beside each other is theirs in whose column it stands."""
        self._close()
        for draft in self.done[-_NEAR:]:
            if draft.name is not None and draft.name.line in below.people:
                for item in below.items:
                    self._give(draft, item, line)

    def _give(self, draft: Draft, item: Item, line: Line) -> None:
        if item.fact is not None:
            draft.facts += [] if line.struck else [item.fact]
        elif item.kind == "address":
            draft.address.append(item)
        elif item.kind == "hours":
            draft.hours.append(item)
        elif item.kind in ("role", "office", "text"):
            self._behind_name(draft, item, line)

    # ---- lines -----------------------------------------------------------------------------------

    def _line(self, index: int, line: Line) -> None:
        items = self.items[index]
        if line.box.region != self.region:
            self._close()
            self.heads.clear()
            self.region, self.standing, self.headings = line.box.region, None, []
        if self.headings:
            self.headings = [heading for heading in self.headings if heading.last >= index]
        if index in self.outline.early:
            self._begin(self.outline.early[index])
        card = self.outline.cards[index]
        if card is not self.card:
            self._enter(card)
        if self.region == "site" and CREDIT.search(line.text):
            return
        if index in self.outline.headings and self._heading(index, line, items):
            return
        if only_repeats(items, self.done, card):
            return
        if self._says_who_stands_in(items, line):
            self._remark(items, line)
            return
        for item in items:
            self._item(item, line)

    def _remark(self, items: Sequence[Item], line: Line) -> None:
        """`(Vertretung: Uwe Beispiel, Tel. …)` below a name: behind it, what follows is hers again."""
        hers = self.current
        for item in items if any(item.kind == "fact" for item in items) else ():
            self._item(item, line)
        if self.current is not hers:
            self._close()
            self.current = hers

    def _enter(self, card: Box | None) -> None:
        """The card changes: what was read belongs to the one before."""
        self.card = card
        if self.current:
            self._settle_heads()
            self.left = True
        if card is not None and card.kind == "card":
            self._close()

    def _heading(self, index: int, line: Line, items: Sequence[Item]) -> bool:
        """Takes a heading in; True if nothing else is to be read from it."""
        heading = self.outline.headings[index]
        if heading in self.headings:
            self._close()  # it stands below the contact that it is over
            return not any(item.kind == "fact" for item in items)
        names = [item for item in items if item.kind == "name"]
        if names:
            self.headings = [each for each in self.headings if each.level < heading.level]
            return False
        owner = self.current[0] if self.current else None
        inside = owner is not None and owner.name is not None and not self.left
        if inside and owner is not None and self._is_her_own(heading, line, owner):
            return not items or is_generic(line.text) or (items[0].kind == "text" and items[0].colon)
        if self._is_next_value(heading, line, items):
            return True
        self._close()
        if not (is_generic(line.text) and self._is_address_above()):
            self.heads.clear()  # `Kontakt` below an office and its address goes on about it
        if not (goes_on(self.lines, index) or says_letters(line.text)):
            self.standing = None
        self._go_below(heading)
        role = next((item for item in items if item.kind == "role"), None)
        if role is not None and self.standing is not None and says_letters(line.text):
            return True
        if role is not None and not any(item.kind == "fact" for item in items) and line.level > 1:
            self.standing = (role, heading.last, None)
            return True
        return not any(item.kind in ("fact", "address") for item in items)

    def _is_next_value(self, heading: Heading, line: Line, items: Sequence[Item]) -> bool:
        """`E-Mail` over an address, beside `Telefon` over a number of an office: each value has its heading."""
        owner = self.current[0] if self.current else None
        before = self.outline.headings.get(owner.line - 1) if owner is not None and owner.name is None else None
        if owner is None or before is None or before.level != heading.level or owner.last != heading.line - 1:
            return False
        labels = is_generic(line.text) and is_generic(self.lines[before.line].text)
        below = self.items[heading.line + 1] if heading.line < heading.last else ()
        said = [{item.kind for item in here} for here in (self.items[owner.line], below)]
        return labels and not (items or before.items) and said == [{"fact"}, {"fact"}]

    def _is_address_above(self) -> bool:
        """Whether an office stands above with its address, or the address below a heading of its own."""
        kinds = {head.kind for head in self.heads}
        if kinds != {"address"}:
            return {"office", "address"} <= kinds
        over = self.lines[max(0, self.heads[0].line - 1)]
        return over.level > 0 and _OF_ADDRESS.search(over.text) is not None

    def _begin(self, heading: Heading) -> None:
        """A section begins whose heading is still to come."""
        self._close()
        self.heads.clear()
        self.standing = None
        self._go_below(heading)

    def _go_below(self, heading: Heading) -> None:
        whole = heading.line - 1 if goes_on(self.lines, heading.line) else -1
        over = (each for each in self.headings if each.level < heading.level or each.line == whole)
        self.headings = [*over, heading]

    def _is_her_own(self, heading: Heading, line: Line, owner: Draft) -> bool:
        """Whether a heading stands inside a person's entry: below or beside her name, or `Kontakt` in her card."""
        if owner.level and (heading.level > owner.level or line.box.parent is owner.box):
            return True  # `<h4>Eva Muster <small>Hausmeisterin</small></h4>` is one heading
        return is_generic(line.text) and self.card is owner.card and self.card is not None

    def _item(self, item: Item, line: Line) -> None:
        if item.kind == "name":
            self._name(item, line)
        elif item.kind == "fact":
            assert item.fact is not None
            left = line.struck and not (self.current and self.current[0].struck)  # a value alone is struck out
            if not left and not (item.aside and self._is_of_desk(item)):
                self._fact(item, item.fact, line)
        elif item.kind in HEADS:
            self._head(item, line)
        elif item.kind == "address":
            self._address(item)
        elif item.kind == "hours":
            if (owner := self._owner()) is not None:
                owner.hours.append(item)
        else:
            self._sentence(item)
