"""Lines become contacts: where one begins and ends, what is whose, and what is inherited from above.

Read in order, by the kind of each line: a name begins a person, a value belongs to who stands above it, a function or
an office before a name belongs to what follows. Cards (siblings that each hold a person and values) are closed units;
within one that holds a single person the order does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.crosswise import Below, below_people
from pipeline.extract.page.drafts import Draft, kind_of, take_heads
from pipeline.extract.page.fact import Fact
from pipeline.extract.page.heading_kinds import DEPUTY, ON_CALL, STANDS_IN, is_activity, is_generic, is_place, is_work
from pipeline.extract.page.item import CREDIT, HEADS, Item
from pipeline.extract.page.mentions import addressee, only_repeats, users
from pipeline.extract.page.outline import Heading
from pipeline.extract.page.people import PeopleReader
from pipeline.extract.page.plain_language import is_bridge
from pipeline.extract.page.sharing import companions, is_of_all, one_liners
from pipeline.transform.mailbox import carries
from pipeline.transform.text import fold

#: So many contacts before a value are asked whether it is theirs; a page may have thousands.
_NEAR = 50
_BUILDING = re.compile(r"(?:Altes |Neues |Technisches )?(?:Rathaus|Kreishaus|Bürgerhaus|Landratsamt|Stadthaus)")
#: The number of the house in a list of people.
_CENTRAL = re.compile(r"\W*(?:Telefon)?(?:[Zz]entrale|[Vv]ermittlung)\b|\W*(?:Pforte|Empfang)\b")
#: `Die Kasse führt Eva Muster. Allgemeine Anfragen: …`: the mailbox of all, not of who was named last.
_GENERAL = re.compile(r"(?:^|[.!?;]\s+)(?:Allgemeine|Sonstige|Weitere|Alle übrigen) [^\W\d_]{3,30}:\s*$")
#: `Weißer Ring`, `Grüne Damen`: words of which each begins with a capital letter are what somebody is called.
_CALLED_SO = re.compile(
    r"(?!Telefon|Persönlich|Schriftlich|Allgemein|Weiter|Direkt|Dienstlich|Privat|Mobil|Neue|Aktuell)"
    r"[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+){1,3}"
)


class BlockReader(PeopleReader):
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

    # ---- values ----------------------------------------------------------------------------------

    def _fact(self, item: Item, fact: Fact, line: Line) -> None:
        if both := self._both(item):
            _make_own(fact, both)
        elif item.back >= 0 and (office := self._office_before(item.back)) is not None:
            office.facts.append(fact)
        elif named := self._named_by(item, fact):
            _make_own(fact, named)
        elif (people := self._list_above(item)) and is_of_all(fact, people):
            self._give_house(people, item, fact, line)
        elif self.current and self._is_theirs(item, fact, line):
            self._take(item, fact, line)
        elif fact.field != "url":
            self._take_alone(item, fact, line)

    def _both(self, item: Item) -> Sequence[Draft]:
        """The two of whom `Beide erreichen Sie unter …` speaks."""
        near = self.done[-_NEAR:] if item.both else ()
        people = [draft for draft in near if draft.name is not None and item.line - draft.name.line <= 1]
        return people[-2:] if len(people) > 1 else ()

    def _named_by(self, item: Item, fact: Fact) -> Sequence[Draft]:
        """Whose a value is by what it says: a mailbox named after somebody, or after nobody of a line of people."""
        near = self.done[-_NEAR:]
        if (owner := addressee(fact, self.current, near)) is not None:
            return [owner]
        group = users(fact, self.current, near) if self._is_alone(item) else ()
        return group if len(group) > 1 else ()

    def _take(self, item: Item, fact: Fact, line: Line) -> None:
        """A value of those who stand above it, and of who shares it with them."""
        apart = line.box is not self.current[0].box or bool(self.current[0].address)  # an office's block below them
        if len(self.current) == 1 and apart and not item.prose and not self.left:
            self.current = companions(self.done, self.current[0])
        for draft in self.current:
            draft.facts.append(fact)
            draft.last = item.line

    def _take_alone(self, item: Item, fact: Fact, line: Line) -> None:
        """A value begins a contact without a name, called by what stands above."""
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

    def _list_above(self, item: Item) -> list[Draft]:
        """The people of a list right above a line that says nothing but values."""
        if not self.current or self.current[0].name is None or self.left or self.heads:
            return []
        alone = all(other.kind == "fact" and not other.prose for other in self.items[item.line])
        return one_liners(self.done, None, item.line) if alone else []

    def _give_house(self, people: Sequence[Draft], item: Item, fact: Fact, line: Line) -> None:
        """A value of the house in which the people of a list are, with what the lines above them say of it."""
        first = people[0]
        self._close()
        draft = self._draft(item, line)
        draft.orgs = [office for office in first.orgs if office.line < first.line]
        draft.address = [address for address in first.address if address.line < first.line]
        draft.facts.append(fact)
        self.current = [draft]
        self.done.append(draft)

    def _is_alone(self, item: Item) -> bool:
        """Whether a value has a line of its own right below somebody."""
        owner = self.current[0] if self.current and not self.left else None
        return owner is not None and len(self.items[item.line]) == 1 and item.line - owner.last == 1

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
        if _CENTRAL.match(line.text) and owner.name is not None and self._goes_alone(owner.name.line, item.line):
            return False
        if owner.name is not None and item.prose and _GENERAL.search(line.text[: fact.start]):
            return False
        if owner.prose and not item.prose and not self._goes_on(owner, item):
            return False
        if item.prose and owner.name is not None and owner.name.line != item.line:
            return owner.card is not None and owner.card is self.card and not self.left
        if self.left:
            return self._follows(owner, item, fact, line)
        begins = [head for head in self.heads if _begins_entry(head)]
        if begins and fact.field == "url":
            return True
        if begins and (owner.reached or owner.name is None):
            return False
        if owner.name is None and any(head.kind == "address" for head in self.heads) and owner.address:
            return False
        self.heads = []
        return True

    def _goes_alone(self, entry: int, line: int) -> bool:
        """Whether somebody's entry is a line with her values, so that a line below is another entry."""
        return entry != line and any(item.kind == "fact" for item in self.items[entry])

    def _goes_on(self, owner: Draft, item: Item) -> bool:
        """Whether a value right below a sentence is of the person it names, because it has none itself."""
        assert owner.name is None or owner.name.line <= item.line
        own = owner.name is None or any(fact in owner.facts for fact in self._facts_of(owner.name.line))
        return not own and item.line - owner.last <= 1

    def _follows(self, owner: Draft, item: Item, fact: Fact, line: Line) -> bool:
        """A value right behind a card: of the same contact if nothing stands between and the others have theirs too."""
        kind = kind_of(fact)
        if self.heads or self.card is not None or kind in owner.kinds() or owner.card is None:
            return False
        around = next((box for box in line.box.chain() if box in set(owner.card.chain())), None)
        if around is None or item.line - owner.last > 2 or owner.name is None:
            return False
        named = owner.name.name
        if kind == "emails" and named is not None and carries(str(fact.reading.value), named.name.family):
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
        if item.colon and self._says_when(item, line):
            return
        if item.kind == "label" and (item.colon or item.whole) and fold(item.text) in DEPUTY:
            item = replace(item, kind="role")
        if item.kind == "label" and item.colon and is_activity(item.text) and self._announces(item):
            item = replace(item, kind="role")  # `Beratung: Eva Muster`
        if item.kind == "label" and item.whole and not item.colon and self._is_work_of(item):
            item = replace(item, kind="role")
        if item.kind == "vacant" and STANDS_IN.match(item.text) and self.current and not self.current[0].reached:
            return  # `Vertretung: N. N.` below somebody whose number follows
        if item.kind == "vacant":
            self._vacant(item)
            return
        if item.kind == "label":
            self._label(item)
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

    def _vacant(self, item: Item) -> None:
        """A post without a holder ends what was before; it has a place all the same."""
        self._settle_heads()
        self._close()
        self.heads = [head for head in self.heads if head.kind == "office"]
        self.vacant = item.line

    def _label(self, item: Item) -> None:
        """A label behind somebody's values may announce somebody else's."""
        if self.current and self.current[0].reached:
            self._settle_heads()
            if item.colon and self.current[0].name is not None:
                self._close()

    def _says_when(self, item: Item, line: Line) -> bool:
        """`Bereitschaft: 0174 …` below somebody's number in her own block: when it rings, not who else answers."""
        owner = self.current[0] if self.current and not self.left else None
        hers = owner is not None and owner.name is not None and owner.reached and owner.box is line.box
        return hers and fold(item.text) in ON_CALL and not self._announces(item)

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
        if item.kind == "office" and _BUILDING.fullmatch(item.text) and any(h.level > 1 for h in draft.headings):
            return  # `Rathaus, Zimmer 318` says where to find her below the heading of her office
        lent = draft.inherited and item.line == draft.name.line and not is_activity(item.text)
        known = draft.roles or lent  # `Eva Muster (Diakonisches Werk)`
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


def _begins_entry(head: Item) -> bool:
    """Whether what stands between somebody's values and another value is whose that is; `Grüne Damen` may be, too."""
    if head.kind in ("role", "office") or (head.kind == "text" and (head.colon or ": " in head.text)):
        return True
    return head.kind == "text" and _CALLED_SO.fullmatch(head.text) is not None and not is_generic(head.text)


def _make_own(fact: Fact, drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        draft.own.append(fact)


def _is_linked(line: Line) -> bool:
    """Whether a line is nothing but a link to another page: `Details`, `Mehr erfahren`."""
    return any(anchor.end - anchor.start >= len(line.text.strip()) - 2 for anchor in line.anchors)


def _in_table(box: Box) -> bool:
    around: Box | None = box
    while around is not None and around.tag != "table":
        around = around.parent
    return around is not None
