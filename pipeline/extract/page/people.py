"""People among the lines: whom a name begins, what stood above is hers, who stands beside her; and where she ends.

`blocks.py` goes down the page and calls this where a name stands and where a contact is over.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cached_property

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.draft_heads import take_heads
from pipeline.extract.page.draft_records import lent_office
from pipeline.extract.page.drafts import Draft
from pipeline.extract.page.fact import Fact
from pipeline.extract.page.heading_kinds import is_activity, is_generic, is_place, is_work
from pipeline.extract.page.item import Item
from pipeline.extract.page.mentions import NEAR_VACANT, give, reached_elsewhere, reached_people, repeated
from pipeline.extract.page.outline import Heading, Outline, are_entries, around, cell_of, flows, people_in_cards
from pipeline.extract.page.sharing import absorb, deal, one_liners
from pipeline.model import Finding
from pipeline.transform.deputies import is_deputy, stands_in
from pipeline.transform.prose import looks_like_prose

#: Between two names: one stands in for the other, or each is named for something else; what follows is the second's.
_APART = re.compile(
    r"vertreten\b|vertritt|Vertretungsfall|[Aa]bwesen|[Uu]rlaub|zuständig|verantwortlich|übernimmt|"
    r"\b(?:ist|hat|wird|leitet|wenden|erreichen|hilft|berät)\b|"
    r"(?:[Tt]el|[Ff]on|[Mm]obil|[Hh]andy|[Rr]uf|[Ff]ax|[Aa]pp|DW)[^\d,;]{0,20}\d"  # whose number was not understood
)
#: Between two people who are named together.
_BESIDE = re.compile(r"[,;/&+(]|\b(?:und|oder|sowie|bzw|u)\b")
#: `Sekretariat: Eva Muster` on the card of somebody else.
_ANSWERS = re.compile(r"(?:Chef|Dezernats|Direktions|Leitungs)?(?:[Ss]ekretariat|[Vv]orzimmer|[Aa]ssistenz|[Bb]üro)\b")
#: So many people stand on such a card.
_WITH_DESK = 2
#: So many lines around an office show whether it is one entry of a list.
_LIST = 20
#: With these a line goes on with the next of several people.
_JOINTS = ("und", "sowie", "u.", "&", "+")


class PeopleReader:
    """The state of a reader who goes down a page: who is meant now, what stands above, which headings hold."""

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
        if self._is_stood_in_for(item, line):
            return
        if self._is_known_deputy(item):
            self.heads = [head for head in self.heads if head.line != item.line]
            return
        draft = self._draft(item, line)
        draft.name, draft.level, draft.prose = item, line.level, item.prose
        draft.struck = line.struck
        before = self._stood_in_for(item, line)
        self.current = self.current if before is None else [before]
        if before is not None or self._joins(item, line):
            self._join(draft)
        else:
            self._start(draft, item, line)
        self.done.append(draft)

    def _join(self, draft: Draft) -> None:
        """One more of those who stand here: what is said of the first holds for her."""
        first = self.current[0]
        heads, self.heads = self.heads, []
        draft.roles = [role for role in first.roles if not _is_behind(role, first.name)]
        draft.orgs, draft.inherited = list(first.orgs), first.inherited
        take_heads(draft, heads, self.lines)
        draft.address = first.address
        self.current.append(draft)

    def _start(self, draft: Draft, item: Item, line: Line) -> None:
        """A new entry, called by what stands above it."""
        office = self.current[0] if self.current and self.current[0].name is None else None
        heads, self.heads = self.heads, []
        hers = [head for head in heads if self._is_hers(head, draft)]
        standing = take_heads(draft, hers, self.lines)
        if not draft.roles and hers and self._is_like_standing(hers[-1], draft):
            draft.roles = [standing := hers[-1]]
            draft.orgs = [office for office in draft.orgs if office is not standing]
        self._house(draft, line)
        if standing and (cell := self._holds_in(self.lines[standing.line].box, line.box)):
            last = self.headings[-1].last if self.headings else len(self.lines)
            self.standing = (standing, last, cell)
        elif not draft.roles and not item.prose:
            draft.inherited = self._standing(item, line)
        if not heads and not item.prose:
            self._beside(draft, item)
        if office is not None and self._same_unit(office, draft):
            self._below(office, draft)
        elif not draft.orgs and any(is_deputy(role.text) for role in draft.roles):
            draft.orgs = self._offices_stood_in_for(line)
        self._close()
        self.current = [draft]

    def _holds_in(self, head: Box, box: Box) -> Box | None:
        """The box in which a function is that of everybody who follows, too."""
        if flows(self.card, self.lines) or _heads_row(head, box):
            return cell_of(box)
        return box if _heads_pair(head, box) else None

    def _offices_stood_in_for(self, line: Line) -> list[Item]:
        """The offices that a deputy shares: those of the person named before her in the block around."""
        before = self.done[-1] if self.done else None
        if before is None or before.name is None or before.headings != tuple(self.headings):
            return []
        beside = before.box is line.box or around(before.box) is around(line.box)
        return list(before.orgs) if beside else []

    def _is_meant(self, item: Item) -> bool:
        """Whether a sentence names whom the reader has before him, and says nothing new."""
        if self.left or repeated(item, self.current, self.card) is not self.current[0]:
            return False
        self.current[0].last = item.line
        return True

    def _stood_in_for(self, item: Item, line: Line) -> Draft | None:
        """`Eva Muster`, below `Vertretung: Uwe Beispiel`, below one number: it reaches both of them."""
        before = self.done[-1] if self.done else None
        said = [head.text for head in self.heads if head.line == item.line and head.colon]
        if before is None or before.name is None or before.reached or not said or self._facts_of(item.line):
            return None
        if before.last != item.line - 1 or before.card is not self.card:
            return None
        beside = before.box is line.box and any(map(stands_in, said))
        return before if beside or (any(map(_ANSWERS.match, said)) and self._is_her_card(before)) else None

    def _is_her_card(self, draft: Draft) -> bool:
        """Whether a card is headed by somebody beside whom it names one more: who answers her calls."""
        return draft.card is not None and draft.level > 0 and self.people.get(draft.card, 0) == _WITH_DESK

    def _is_known_deputy(self, item: Item) -> bool:
        """`N. N., Tel. …`, below `Vertretung: Frau Muster`, who has an entry of her own: the number is of the post."""
        said = [head for head in self.heads if head.line == item.line and head.colon]
        if not any(stands_in(head.text) for head in said) or self._facts_of(item.line):
            return False
        return 0 < item.line - self.vacant <= NEAR_VACANT and reached_elsewhere(item, self._reached)

    def _is_stood_in_for(self, item: Item, line: Line) -> bool:
        """`Eva Muster vertritt Uwe Beispiel, Tel. …`: it is her number."""
        before = self.current[-1] if self.current and not self.left else None
        if before is None or before.name is None or before.facts or before.name.line != item.line:
            return False
        return line.text[before.name.start + len(before.name.text) : item.start].strip() == "vertritt"

    def _is_hers(self, head: Item, draft: Draft) -> bool:
        """An address between a heading and several people, each in a block of her own, is that of the house."""
        around = (self.lines[head.line].box, *self.lines[head.line].box.chain())
        if head.kind != "address" or not self.headings or around[0] is draft.box or draft.card in around:
            return True
        under = self.items[self.headings[-1].line : self.headings[-1].last + 1]
        people = [item for here in under for item in here if item.kind == "name"]
        return len(people) == 1 or self._are_together(people)

    def _are_together(self, people: Sequence[Item]) -> bool:
        """Whether people stand in lines right below each other, and nothing with them."""
        lines = [item.line for item in people]
        together = len({self.lines[line].box for line in lines}) == 1 and lines[-1] - lines[0] == len(lines) - 1
        return together and all(item.whole for item in people)

    def _is_like_standing(self, head: Item, draft: Draft) -> bool:
        """`Jugendwartin` above a name, where `Kassierer` stood above the one before, is a function, too."""
        if self.standing is None or not head.whole or head.line != draft.line - 1:
            return False
        work = is_work(head.text) or is_activity(head.text.partition(" ")[0])
        if head.kind != "text" and not (head.kind == "office" and work and not is_place(head.text)):
            return False
        above, line = self.lines[self.standing[0].line], self.lines[head.line]
        alike = (above.box.tag, above.level, above.strong) == (line.box.tag, line.level, line.strong)
        named = any(item.kind == "name" for item in self.items[self.standing[0].line + 1])
        return alike and named and not is_generic(head.text) and not looks_like_prose(head.text)

    def _beside(self, draft: Draft, item: Item) -> None:
        """`Asyl: Eva Muster, -11; Uwe Beispiel, -12`: what announces the people of a line is for all of them."""
        before = self.done[-1] if self.done else None
        if before is not None and before.name is not None and before.name.line == item.line and not before.prose:
            draft.roles = draft.roles or [role for role in before.roles if _announces_all(role, before.name)]
            draft.orgs = draft.orgs or [office for office in before.orgs if _announces_all(office, before.name)]
        elif before is not None and before.name is not None and self._is_added(item, before):
            draft.roles = draft.roles or [role for role in before.roles if _stands_before(role, before.name)]
            draft.orgs = draft.orgs or [office for office in before.orgs if _stands_before(office, before.name)]

    def _is_added(self, item: Item, before: Draft) -> bool:
        """`und Uwe Beispiel, -12` in the line below: what was said before the first name is said of him too."""
        line, above = self.lines[item.line], self.lines[item.line - 1]
        if line.box is not before.box or item.line - before.last > 1:
            return False
        return (line.text[: item.start].strip() or above.text.rpartition(" ")[2]) in _JOINTS

    def _house(self, draft: Draft, line: Line) -> None:
        """A bold office above the first person of a block is that of the others too; functions from above end there."""
        above = [office for office in draft.orgs if office.line < draft.line]
        own = [office for office in above if self.lines[office.line].strong or self._is_over(office, line)]
        if self.standing and any(office.colon and self._is_beside(office, self.standing[0]) for office in above):
            self.standing = None
        if own:
            self.house = (own[-1], line.box)
            if self.standing and not self.lines[self.standing[0].line].level:
                self.standing = None  # a heading holds for all below it, in whatever office
        elif not draft.orgs and not draft.roles and self.house and self._is_of_house(draft, *self.house):
            draft.orgs = [self.house[0]]
        elif not draft.orgs and not draft.prose and (beside := one_liners(self.done, draft.box, draft.line)):
            draft.orgs = [office for office in beside[0].orgs if office.line < beside[0].line]

    def _is_over(self, office: Item, line: Line) -> bool:
        """`<p>Servicestelle Asyl</p>` over people in paragraphs of their own: a unit by its words."""
        over = self.lines[office.line].box
        apart = office.whole and over is not line.box and around(over) is around(line.box)
        return apart and over.tag == line.box.tag == "p" and is_place(office.text)

    def _is_beside(self, office: Item, role: Item) -> bool:
        """`Kasse:` and `Kammer im Keller der Schule:` begin two blocks: what one says ends where the other begins."""
        first, other = self.lines[role.line].box, self.lines[office.line].box
        return first is not other and around(first) is around(other) and first.tag == other.tag

    def _is_of_house(self, draft: Draft, office: Item, first: Box) -> bool:
        """In the block of the first person; or right below her, each in a paragraph, where the office has its own."""
        if draft.box is first:
            return True
        before, over = self.done[-1], self.lines[office.line].box
        beside = over is not first and around(over) is around(draft.box) is around(before.box)
        return beside and office in before.orgs and before.last == draft.line - 1

    def _standing(self, item: Item, line: Line) -> Item | None:
        """The function that stands above several people, as long as it holds."""
        if self.standing is None or self.standing[1] < item.line:
            return None
        role, _, cell = self.standing
        return role if cell in (None, line.box, cell_of(line.box)) else None

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
            between = line.text[before.name.start + len(before.name.text) : item.start]
            return not _APART.search(between) and (not item.prose or bool(_BESIDE.search(between)))
        bare = item.whole and before.name.whole and not before.roles[1:] and not line.level and not before.level
        same = line.box is before.box or (
            line.box.tag == before.box.tag == "dt" and line.box.parent is before.box.parent
        )
        return bare and item.line - before.name.line == 1 and same and before.last == before.name.line

    def _same_unit(self, office: Draft, draft: Draft) -> bool:
        if are_entries(office.box, draft.box) or self._is_line_beside(office, draft):
            return False
        if self.card is not None and office.card is self.card:
            return True
        return office.box is draft.box or (office.card is draft.card and not self.left)

    def _is_line_beside(self, office: Draft, draft: Draft) -> bool:
        """`Gemeindebüro, Tel. …`, the only office among people with a line each, below their heading: one of many."""
        begins = min((item.line for item in (*office.orgs, *office.roles)), default=-1)
        if office.box is not draft.box or begins != office.last or not self._facts_of(draft.line):
            return False
        near = range(max(draft.box.first, begins - _LIST), min(draft.box.last, begins + _LIST) + 1)
        kinds = [kinds for index in near if "fact" in (kinds := {item.kind for item in self.items[index]})]
        people = sum("name" in here for here in kinds)
        return people > 1 == len(kinds) - people and bool(lent_office(draft.headings, self.lines))

    def _below(self, office: Draft, draft: Draft) -> None:
        """A person below the values of an office: hers if nobody else can be meant."""
        alone = self.people.get(self.card, 0) == 1 if self.card is not None else self._alone_in_box(office, draft)
        alone = alone and draft.line not in self.unread
        if not office.orgs and not office.address and not office.roles and alone and (
            self.card is not None or office.prose == draft.prose
        ):  # fmt: skip
            draft.own = office.facts + draft.own  # what stands below her name goes on about her
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

    def _facts_of(self, line: int) -> list[Fact]:
        return [item.fact for item in self.items[line] if item.fact is not None]

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
            lacks = person.name is not None and not person.reached and person.line not in self.unread
            if office is not None and lacks and office in self.done:
                for each in self.current:
                    absorb(each, office)
                self.done.remove(office)
        self.current = []
        self.left = False


def _heads_row(head: Box, box: Box) -> bool:
    """Whether a cell or term stands before another in its row: what it says is of all people there."""
    return head.tag in ("td", "th", "dt") and box.tag in ("td", "dd") and head.parent is box.parent


def _heads_pair(head: Box, box: Box) -> bool:
    """The same in a grid of `div`, of which every row has two."""
    row = box.parent
    return row is not None and row is head.parent and head is not box and row.children == {"div": 2}


def _announces_all(item: Item, name: Item) -> bool:
    """Whether something stands in a line above a name, or with a colon before it."""
    return item.line < name.line or (item.colon and _stands_before(item, name))


def _is_behind(item: Item, name: Item | None) -> bool:
    """`Eva Muster (Vorsitzende), Uwe Beispiel`: what stands behind a name in its line is hers alone."""
    return name is not None and item.line == name.line and item.start >= name.start


def _stands_before(item: Item, name: Item) -> bool:
    return (item.line, item.start) < (name.line, name.start)
