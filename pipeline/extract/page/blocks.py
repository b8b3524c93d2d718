"""Lines become contacts: where one begins and ends, what is whose, and what is inherited from above.

Read in order, by the kind of each line: a name begins a person, a value belongs to who stands above it, a function or
an office before a name belongs to what follows. Cards (siblings that each hold a person and values) are closed units;
within one that holds a single person the order does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.drafts import Draft, kind_of, take_heads
from pipeline.extract.page.facts import Fact
from pipeline.extract.page.heading_kinds import DEPUTY, is_activity, is_generic, is_place, is_work
from pipeline.extract.page.item import CREDIT, HEADS, Item
from pipeline.extract.page.mentions import addressee, give, only_repeats, repeated
from pipeline.extract.page.outline import Heading, Outline, are_entries, cell_of, flows, people_in_cards
from pipeline.extract.page.plain_language import is_bridge
from pipeline.extract.page.sharing import absorb, companions, deal
from pipeline.model import Finding
from pipeline.transform.text import fold

#: So many contacts before a value are asked whether it is theirs; a page may have thousands.
_NEAR = 50


class BlockReader:
    """The state of a reader who goes down a page: who is meant now, what stands above, which headings hold."""

    def __init__(self, lines: Sequence[Line], items: Sequence[Sequence[Item]], outline: Outline) -> None:
        self.lines = lines
        self.items = items
        self.outline = outline
        self.done: list[Draft] = []
        self.current: list[Draft] = []
        self.heads: list[Item] = []
        self.standing: tuple[Item, int, Box | None] | None = None  # a function, its last line, and its cell
        self.headings: list[Heading] = []
        self.findings: list[Finding] = []
        self.house: tuple[Item, Box] | None = None  # a bold office above people of one block
        self.vacant = -9  # the line of an `N. N.`
        self.left = False  # the card of `current` has ended
        self.card: Box | None = None
        self.region = "main"
        self.people = people_in_cards(items, outline)

    def read(self, skip: Callable[[int], bool]) -> list[Draft]:
        """All contacts of the lines; `skip` says which lines are read elsewhere (tables)."""
        for index, line in enumerate(self.lines):
            if skip(index):
                self._close()
                self.heads.clear()
                continue
            if line.text or self.items[index]:
                self._line(index, line)
        self._close()
        return self.done

    # ---- lines -----------------------------------------------------------------------------------

    def _line(self, index: int, line: Line) -> None:
        items = self.items[index]
        if line.box.region != self.region:
            self._close()
            self.heads.clear()
            self.region, self.standing, self.headings = line.box.region, None, []
        if any(heading.last < index for heading in self.headings):
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
        for item in items:
            self._item(item, line)

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
            return not items or is_generic(line.text)
        self._close()
        if not (is_generic(line.text) and {"office", "address"} <= {head.kind for head in self.heads}):
            self.heads.clear()  # `Kontakt` below an office and its address goes on about it
        self.standing = None
        self.headings = [each for each in self.headings if each.level < heading.level] + [heading]
        role = next((item for item in items if item.kind == "role"), None)
        if role is not None and not any(item.kind == "fact" for item in items) and line.level > 1:
            self.standing = (role, heading.last, None)
            return True
        return not any(item.kind in ("fact", "address") for item in items)

    def _begin(self, heading: Heading) -> None:
        """A section begins whose heading is still to come."""
        self._close()
        self.heads.clear()
        self.standing = None
        self.headings = [each for each in self.headings if each.level < heading.level] + [heading]

    def _is_her_own(self, heading: Heading, line: Line, owner: Draft) -> bool:
        """Whether a heading stands inside a person's entry: below her name, or `Kontakt` in her card."""
        if owner.level and heading.level > owner.level:
            return True
        return is_generic(line.text) and self.card is owner.card and self.card is not None

    def _item(self, item: Item, line: Line) -> None:
        if item.kind == "name":
            self._name(item, line)
        elif item.kind == "fact":
            assert item.fact is not None
            if not line.struck:
                self._fact(item, item.fact, line)
        elif item.kind in HEADS:
            self._head(item, line)
        elif item.kind == "address":
            self._address(item)
        elif item.kind == "hours":
            if self.current and not self.left:
                self.current[0].hours.append(item)
        else:
            self._sentence(item)

    # ---- people ----------------------------------------------------------------------------------

    def _aside(self, item: Item) -> bool:
        """`Tel. 940-12 (Frau Muster)`: the value before a name in brackets is hers; True if nobody new is named."""
        fact = self.current[0].facts[-1] if self.current and self.current[0].facts else None
        if fact is None or fact not in self._facts_of(item.line):
            return False
        owner = repeated(item, self.done, self.card)
        if owner is not None:
            give(fact, owner, [draft for draft in self.current if len(self.current) > 1 or draft is not owner])
        elif self.current[0].name is None:
            self.current[0].name = item
        return owner is not None or self.current[0].name is item

    def _name(self, item: Item, line: Line) -> None:
        if item.aside and self._aside(item):
            return
        if item.prose and self.current and self._is_meant(item):
            return  # `Sie können Frau Muster anrufen.`
        draft = self._draft(item, line)
        draft.name, draft.level, draft.prose = item, line.level, item.prose
        draft.struck = line.struck
        if self._joins(item, line):
            first = self.current[0]
            heads, self.heads = self.heads, []
            draft.roles, draft.orgs, draft.inherited = list(first.roles), list(first.orgs), first.inherited
            take_heads(draft, heads, self.lines)
            draft.address = first.address
            self.current.append(draft)
            self.done.append(draft)
            return
        office = self.current[0] if self.current and self.current[0].name is None else None
        heads, self.heads = self.heads, []
        standing = take_heads(draft, [head for head in heads if self._is_hers(head, draft)], self.lines)
        self._house(draft, line)
        if standing and flows(self.card, self.lines):
            last = self.headings[-1].last if self.headings else len(self.lines)
            self.standing = (standing, last, cell_of(line.box))
        elif not draft.roles and not item.prose:
            draft.inherited = self._standing(item, line)
        if not heads and not item.prose:
            self._beside(draft, item)
        if office is not None and self._same_unit(office, draft):
            self._below(office, draft)
        self._close()
        self.current = [draft]
        self.done.append(draft)

    def _is_meant(self, item: Item) -> bool:
        """Whether a sentence names whom the reader has before him, and says nothing new."""
        if self.left or repeated(item, self.current, self.card) is not self.current[0]:
            return False
        self.current[0].last = item.line
        return True

    def _is_hers(self, head: Item, draft: Draft) -> bool:
        """An address between a heading and several people, each in a block of her own, is that of the house."""
        around = (self.lines[head.line].box, *self.lines[head.line].box.chain())
        if head.kind != "address" or not self.headings or around[0] is draft.box or draft.card in around:
            return True
        under = self.items[self.headings[-1].line : self.headings[-1].last + 1]
        return sum(item.kind == "name" for here in under for item in here) == 1

    def _beside(self, draft: Draft, item: Item) -> None:
        """`Eva Muster, -11; Uwe Beispiel, -12`: what stands in the lines above is for all people of a line."""
        before = self.done[-1] if self.done else None
        if before is not None and before.name is not None and before.name.line == item.line and not before.prose:
            draft.roles = draft.roles or [role for role in before.roles if role.line < item.line]
            draft.orgs = draft.orgs or [office for office in before.orgs if office.line < item.line]

    def _house(self, draft: Draft, line: Line) -> None:
        """A bold office above the first person of a block is that of the others too; functions from above end there."""
        own = [office for office in draft.orgs if office.line < draft.line and self.lines[office.line].strong]
        if own:
            self.standing, self.house = None, (own[-1], line.box)
        elif not draft.orgs and not draft.roles and self.house and self.house[1] is line.box:
            draft.orgs = [self.house[0]]

    def _standing(self, item: Item, line: Line) -> Item | None:
        """The function that stands above several people, as long as it holds."""
        if self.standing is None or self.standing[1] < item.line:
            return None
        role, _, cell = self.standing
        return role if cell is None or cell is cell_of(line.box) else None

    def _joins(self, item: Item, line: Line) -> bool:
        """Whether a person stands beside the one before, so that what follows is for both."""
        if not self.current or self.left or self.current[-1].name is None:
            return False
        if any(head.line != item.line for head in self.heads):
            return False
        before = self.current[-1]
        if before.facts or before.name is None:
            return False
        if before.name.line == item.line:
            return True
        bare = item.whole and before.name.whole and not before.roles[1:] and not line.level and not before.level
        return bare and item.line - before.name.line == 1 and line.box is before.box and before.last == before.name.line

    def _same_unit(self, office: Draft, draft: Draft) -> bool:
        if are_entries(office.box, draft.box):
            return False
        if self.card is not None and office.card is self.card:
            return True
        return office.box is draft.box or (office.card is draft.card and not self.left)

    def _below(self, office: Draft, draft: Draft) -> None:
        """A person below the values of an office: hers if nobody else can be meant."""
        alone = self.people.get(self.card, 0) == 1 if self.card is not None else self._alone_in_box(office, draft)
        if not office.orgs and not office.address and not office.roles and alone and (
            self.card is not None or office.prose == draft.prose
        ):  # fmt: skip
            draft.facts = office.facts + draft.facts
            draft.hours = office.hours
            self.done.remove(office)
            self.current = []
            return
        draft.above = office

    def _alone_in_box(self, office: Draft, draft: Draft) -> bool:
        """Whether an office and the only person of its block stand in one box."""
        box = office.box
        people = (item for here in self.items[box.first : box.last + 1] for item in here if item.kind == "name")
        return box is draft.box and len({item.line for item in people}) == 1

    def _draft(self, item: Item, line: Line) -> Draft:
        return Draft(
            item.line, self.card, line.box, headings=tuple(self.headings), region=line.box.region, last=item.line
        )

    # ---- values ----------------------------------------------------------------------------------

    def _fact(self, item: Item, fact: Fact, line: Line) -> None:
        near = self.done[-_NEAR:]
        people = [draft for draft in near if draft.name is not None and item.line - draft.name.line <= 1]
        if item.both and len(people) > 1:
            for draft in people[-2:]:
                draft.own.append(fact)
            return
        if item.back >= 0 and (office := self._office_before(item.back)) is not None:
            office.facts.append(fact)
            return
        if (owner := addressee(fact, self.current, near)) is not None:
            owner.own.append(fact)
            return
        if self.current and self._is_theirs(item, fact, line):
            apart = line.box is not self.current[0].box or bool(self.current[0].address)  # an office's block below them
            if len(self.current) == 1 and apart and not item.prose and not self.left:
                self.current = companions(self.done, self.current[0])
            for draft in self.current:
                draft.facts.append(fact)
                draft.last = item.line
            return
        if fact.field == "url":
            return
        heads, self.heads = self.heads, []
        self._close()
        draft = self._draft(item, line)
        draft.prose = item.prose
        take_heads(draft, heads, self.lines)
        if not draft.roles and not draft.orgs:
            draft.inherited = self._standing(item, line)
        draft.facts.append(fact)
        self.current = [draft]
        self.done.append(draft)

    def _office_before(self, line: int) -> Draft | None:
        """The office that has the values before a line, or begins there without words of its own."""
        before = [draft for draft in self.done if draft.line <= line and not draft.roles]
        office = before[-1] if before else None
        return office if office is not None and office.name is None and office.reached else None

    def _is_theirs(self, item: Item, fact: Fact, line: Line) -> bool:
        """Whether a value still belongs to who stands above it."""
        owner = self.current[0]
        if owner.name is not None and _in_table(owner.box) and not _in_table(line.box):
            return False  # what stands below a table is of none of its rows
        if owner.prose and not item.prose and not self._goes_on(owner, item):
            return False
        if item.prose and owner.name is not None and owner.name.line != item.line:
            return owner.card is not None and owner.card is self.card and not self.left
        if self.left:
            return self._follows(owner, item, fact, line)
        begins = [
            head for head in self.heads if head.kind in ("role", "office") or (head.colon and head.kind == "text")
        ]
        if begins and fact.field == "url":
            return True
        if begins and (owner.reached or owner.name is None):
            return False
        if owner.name is None and any(head.kind == "address" for head in self.heads) and owner.address:
            return False
        self.heads = []
        return True

    def _goes_on(self, owner: Draft, item: Item) -> bool:
        """Whether a value right below a sentence is of the person it names, because it has none itself."""
        assert owner.name is None or owner.name.line <= item.line
        own = owner.name is None or any(fact in owner.facts for fact in self._facts_of(owner.name.line))
        return not own and item.line - owner.last <= 1

    def _facts_of(self, line: int) -> list[Fact]:
        return [item.fact for item in self.items[line] if item.fact is not None]

    def _follows(self, owner: Draft, item: Item, fact: Fact, line: Line) -> bool:
        """A value right behind a card: of the same contact if nothing stands between and the others have theirs too."""
        kind = kind_of(fact)
        if self.heads or self.card is not None or kind in owner.kinds() or owner.card is None:
            return False
        around = next((box for box in line.box.chain() if box in set(owner.card.chain())), None)
        if around is None or item.line - owner.last > 2 or owner.name is None:
            return False
        if kind == "emails" and owner.name.name is not None:
            local = str(fact.reading.value).partition("@")[0]
            if fold(owner.name.name.name.family).replace(" ", "") in fold(local).replace(" ", ""):
                return True
        others = [
            draft for draft in self.done if draft.name is not None and draft is not owner and around.first <= draft.line
        ]
        later = range(item.line + 1, around.last + 1)
        return any(kind in draft.kinds() for draft in others) or (
            not others and any(each.kind == "name" for index in later for each in self.items[index])
        )

    # ---- what stands around ----------------------------------------------------------------------

    def _head(self, item: Item, line: Line) -> None:
        if item.kind == "label" and item.colon and fold(item.text) in DEPUTY:
            item = replace(item, kind="role")
        if item.kind == "label" and item.whole and not item.colon and self._is_work_of(item):
            item = replace(item, kind="role")
        if item.kind in ("label", "vacant"):
            if item.kind == "vacant" or (self.current and self.current[0].reached):
                self._settle_heads()
                if item.kind == "vacant" or (item.colon and self.current[0].name is not None):
                    self._close()
            if item.kind == "vacant":
                self.heads = [
                    head for head in self.heads if head.kind == "office"
                ]  # the post has no holder but a place
                self.vacant = item.line
            return
        if item.kind == "text" and 0 <= item.line - self.vacant <= 1:
            item = replace(item, kind="role")  # what N. N. will do
        owner = self.current[0] if self.current and not self.left else None
        if item.aside and owner is not None and owner.name is not None:
            return  # `Tel. 940-12 (Sekretariat)`: where her number rings
        if owner is None or owner.name is None or owner.facts or (owner.prose and not item.prose):
            self.heads.append(item)
            return
        if item.colon and item.line != owner.name.line:
            self._close()
            self.heads.append(item)
            return
        if item.colon and self._announces(item):
            self.heads.append(replace(item, kind="role"))  # `Vorsitz: Eva Muster, Kasse: Uwe Beispiel`
            return
        for draft in self.current[-1:] if item.line == owner.name.line else self.current:
            self._behind_name(draft, item, line)

    def _announces(self, item: Item) -> bool:
        """Whether a name stands right behind an item of its line."""
        here = self.items[item.line]
        following = next((later for later in here if later.start > item.start and later is not item), None)
        return following is not None and following.kind == "name"

    def _is_work_of(self, item: Item) -> bool:
        """`Beratung` right below a name is what she does; above names it only announces them."""
        owner = self.current[0] if self.current and not self.left else None
        below = owner is not None and owner.name is not None and item.line - owner.name.line == 1
        return below and not owner.facts and not owner.roles and is_activity(item.text)  # type: ignore[union-attr]

    def _behind_name(self, draft: Draft, item: Item, line: Line) -> None:
        """A function or an office behind or below a name."""
        assert draft.name is not None
        draft.last = item.line
        known = draft.roles or (draft.inherited and item.line == draft.name.line)  # `Eva Muster (Diakonisches Werk)`
        if item.kind == "office" and (known or item.prose or item.alike or is_place(item.text)):
            draft.orgs.append(item)
        elif item.kind in ("role", "office"):
            own = [role for role in draft.roles if role.line >= draft.name.line - 1]
            draft.roles = [*own, item]
        elif not draft.roles and self._may_be_role(draft, item, line):
            above = draft.inherited if item.kind == "text" and not is_work(item.text) else None
            draft.roles = [above, item] if above else [item]  # `Integrationsmanagement` above, `Neustadt, Altdorf` here

    def _may_be_role(self, draft: Draft, item: Item, line: Line) -> bool:
        """A plain text below a name says what she does, unless it is a link, a heading or a note."""
        if _is_linked(line) or not 2 < len(item.text) <= 120 or is_generic(item.text) or draft.name is None:
            return False
        return line.text[0] not in "(„" or item.line == draft.name.line

    def _address(self, item: Item) -> None:
        owner = self.current[0] if self.current and not self.left else None
        goes_on = owner is not None and owner.address and item.line - owner.address[-1].line == 1 and not self.heads
        if owner is None or (owner.facts and (owner.address or self.heads) and not goes_on):
            self.heads.append(item)
            return
        for draft in self.current:
            if draft.address is not owner.address or draft is owner:
                draft.address.append(item)
            draft.last = item.line

    def _sentence(self, item: Item) -> None:
        """A sentence ends a contact that has its values, unless it stands in a card of its own or leads to the next."""
        self.heads = [head for head in self.heads if head.kind != "text"]
        if self.current and not self.left and is_bridge(item.text):
            self.current[0].last = item.line
            return
        if self.current and self.current[0].reached and (self.card is None or self.left):
            self._close()
            self.heads.clear()

    # ---- the end of a contact --------------------------------------------------------------------

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
            if office is not None and person.name is not None and not person.reached and office in self.done:
                for each in self.current:
                    absorb(each, office)
                self.done.remove(office)
        self.current = []
        self.left = False


def _is_linked(line: Line) -> bool:
    """Whether a line is nothing but a link to another page: `Details`, `Mehr erfahren`."""
    return any(anchor.end - anchor.start >= len(line.text.strip()) - 2 for anchor in line.anchors)


def _in_table(box: Box) -> bool:
    return any(each.tag == "table" for each in box.chain())
