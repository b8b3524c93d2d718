"""People among the lines: whom a name begins, what stood above is hers, and who stands beside her.

`blocks.py` goes down the page and calls this where a name stands and where a contact is over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile, pairwise

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.draft_heads import take_heads
from pipeline.extract.page.draft_records import lent_office
from pipeline.extract.page.drafts import Draft, kind_of
from pipeline.extract.page.fact import Fact
from pipeline.extract.page.item import Item
from pipeline.extract.page.mentions import give, repeated
from pipeline.extract.page.next_row import have_own_rows
from pipeline.extract.page.outline import are_entries
from pipeline.extract.page.shared_heads import SharedHeads
from pipeline.extract.page.stand_ins import StandIns
from pipeline.transform.deputies import is_deputy

#: Between two names: one stands in for the other, or each is named for something else; what follows is the second's.
_APART = re.compile(
    r"vertreten\b|vertritt|Vertretungsfall|[Aa]bwesen|[Uu]rlaub|zuständig|verantwortlich|übernimmt|"
    r"\b(?:ist|hat|wird|leitet|wenden|erreichen|hilft|berät)\b|"
    r"(?:[Tt]el|[Ff]on|[Mm]obil|[Hh]andy|[Rr]uf|[Ff]ax|[Aa]pp|DW)[^\d,;]{0,20}\d"  # whose number was not understood
)
#: Between two people who are named together.
_BESIDE = re.compile(r"[,;/&+(]|\b(?:und|oder|sowie|bzw|u)\b")
#: So many lines around an office show whether it is one entry of a list.
_LIST = 20


class PeopleReader(StandIns, SharedHeads):
    """A reader who knows where a person begins, who stands beside her, and what of the lines above is hers."""

    def _aside(self, item: Item) -> bool:
        """`Tel. 940-12 (Frau Muster)`: the value before a name in brackets is hers, who owns what follows or not."""
        before = [fact for fact in self._facts_of(item.line) if fact.end <= item.start]
        fact = before[-1] if before else None
        if fact is None or not any(fact in draft.facts or fact in draft.own for draft in self.current):
            return False
        owner = repeated(item, self.done, self.card)
        if owner is not None:
            give(fact, owner, [draft for draft in self.current if len(self.current) > 1 or draft is not owner])
        elif self.current[0].name is None:
            self.current[0].name = item
        else:
            self._answers(item, fact)
        return True

    def _answers(self, item: Item, fact: Fact) -> None:
        """`Uwe Blum: 940-12 (Sekretariat Frau Muster)`: somebody else answers there, and what follows is his again."""
        other = self._draft(item, self.lines[item.line])
        other.name = item
        behind = (each for each in self.items[item.line] if each.kind == "role" and each.aside)
        other.roles = [each for each in behind if each.start == item.start + len(item.text)]
        give(fact, other, self.current)
        self.done.append(other)

    def _name(self, item: Item, line: Line) -> None:
        if item.aside and self._aside(item):
            return
        if item.prose and self.current and self._is_meant(item):
            return  # `Sie können Frau Muster anrufen.`
        if self._is_stood_in_for(item, line) or self._goes_back_to(item):
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

    def _goes_back_to(self, item: Item) -> bool:
        """`Tim: 0152 …` below `Tim Muster`: what follows goes on about him."""
        named = (draft for draft in reversed(self.done) if draft.name is item.again)
        owner = next(named, None) if item.again is not None else None
        if owner is not None:
            self._close()
            self.current, self.heads, owner.last = [owner], [], item.line
        return owner is not None

    def _join(self, draft: Draft) -> None:
        """One more of those who stand here: what is said of the first, or of the first in her line, holds for her."""
        assert draft.name is not None
        beside = (each for each in self.current if each.name is not None and each.name.line == draft.name.line)
        first = next(beside, self.current[0])
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
        if office is not None and self.house is not None and not self.lines[self.house[0].line].strong:
            self.house = None  # the next office begins
        self._house(draft, line)
        if standing and (cell := self._reaches_in(standing, line)):
            last = self.headings[-1].last if self.headings else len(self.lines)
            self.standing = (standing, last, cell)
        elif not draft.roles and not item.prose:
            draft.inherited = self._standing(item, line)
        if not heads and not item.prose:
            self._beside(draft, item)
        draft.called = self._called_above(item)
        if office is not None and self._same_unit(office, draft):
            self._below(office, draft)
        elif not draft.orgs and any(is_deputy(role.text) for role in draft.roles):
            draft.orgs = self._offices_stood_in_for(line)
        self._close()
        self.current = [draft]

    def _called_above(self, name: Item) -> Item | None:
        """`Mitarbeiterin` in bold right above a name alone in its line: what she is called if nothing else is said."""
        above = self.items[name.line - 1] if name.line and name.whole else ()
        over = self.lines[name.line - 1] if above else None
        told = len(above) == 1 and above[0].kind == "label" and above[0].text == "Mitarbeiterin"
        return above[0] if told and over is not None and (over.strong or over.level > 1) else None

    def _is_meant(self, item: Item) -> bool:
        """Whether a sentence names whom the reader has before him, and says nothing new."""
        if self.left or repeated(item, self.current, self.card) is not self.current[0]:
            return False
        if len(self.current) > 1 and any(each.prose and each.kind != "name" for each in self.items[item.line]):
            return False  # what the sentence says is hers alone
        self.current[0].last = item.line
        return True

    def _is_hers(self, head: Item, draft: Draft) -> bool:
        """An address between a heading and several people, each in a block of her own, is that of the house."""
        around = (self.lines[head.line].box, *self.lines[head.line].box.chain())
        alone = draft.card in around and self.people.get(draft.card, 0) == 1
        if head.kind != "address" or not self.headings or around[0] is draft.box or alone:
            return True
        under = self.items[self.headings[-1].line : self.headings[-1].last + 1]
        people = [item for here in under for item in here if item.kind == "name"]
        return len(people) == 1 or self._are_together(people)

    def _are_together(self, people: Sequence[Item]) -> bool:
        """Whether people stand in one line, or in lines right below each other, and nothing with them."""
        boxes = [self.lines[item.line].box for item in people]
        together = len(set(boxes)) == 1 or all(self._share(*pair) for pair in pairwise(boxes))
        here = sorted({item.line for item in people})
        named = all(item.kind == "name" for line in here for item in self.items[line])
        return together and named and here[-1] - here[0] == len(here) - 1

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
        near = item.line - before.name.line == 1 and before.last == before.name.line
        return bare and near and (line.box is before.box or self._share(before.box, line.box))

    def _share(self, before: Box, box: Box) -> bool:
        """Whether two people who have an element each share an entry in which nothing but values follows."""
        if box.tag != before.tag or box.parent is not before.parent or box.tag in ("td", "th"):
            return False
        if box.tag == "dt":
            return True
        around = (each for each in (box.parent, self.card) if each is not None and each.last > box.last)
        entry = next(around, None)  # `<ul>` of people alone: the card around it
        rest = self.items[box.last + 1 : entry.last + 1] if entry is not None else ()
        below = [item.kind for here in dropwhile(_is_person, rest) for item in here]
        return "fact" in below and set(below) <= {"fact", "hours"}

    def _same_unit(self, office: Draft, draft: Draft) -> bool:
        if are_entries(office.box, draft.box) or have_own_rows(office, draft, self.lines):
            return False
        if self._is_line_beside(office, draft) or self._stands_below_another(office, draft):
            return False
        if self.card is not None and office.card is self.card:
            return True
        return office.box is draft.box or (office.card is draft.card and not self.left)

    def _stands_below_another(self, office: Draft, draft: Draft) -> bool:
        """`Telefon Kleiderkammer: …` below the heading that is one person's name, before that of the next one."""
        people = (each for each in reversed(self.done[-_LIST:]) if each.name is not None and each is not draft)
        before = next(people, None)
        return before is not None and draft.level == before.level > 0 and before.line < office.line

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
        alone = alone and draft.line not in self.unread and not self._has_another(office, draft)
        bare = not (office.orgs or office.address or office.roles or office.vacant)
        if bare and alone and (
            self.card is not None or office.prose == draft.prose
        ):  # fmt: skip
            draft.own = office.facts + draft.own  # what stands below her name goes on about her
            draft.hours = office.hours
            self.done.remove(office)
            self.current = []
            return
        draft.above = office
        if office.orgs and office.box is draft.box:
            self.house = (office.orgs[-1], draft.box)  # of those who follow her, too

    def _has_another(self, office: Draft, draft: Draft) -> bool:
        """`Tel. -10` below the heading of an office, then `Eva Muster, Tel. -12`: the first is not hers."""
        heading = draft.headings[-1] if draft.headings else None
        if heading is None or heading.line >= office.line or not lent_office(draft.headings, self.lines):
            return False
        below = range(draft.line + 1, heading.last + 1)
        end = next((index for index in below if any(item.kind == "name" for item in self.items[index])), below.stop)
        own = {kind_of(fact) for index in range(draft.line, end) for fact in self._facts_of(index)}
        return not own.isdisjoint(office.kinds())

    def _alone_in_box(self, office: Draft, draft: Draft) -> bool:
        """Whether an office and the only person of its block stand in one box, and nobody before its value."""
        box, first = office.box, min((fact.start for fact in office.facts), default=0)
        people = [item for here in self.items[box.first : box.last + 1] for item in here if item.kind == "name"]
        before = any(item.line == office.line and item.start < first for item in people)
        return box is draft.box and not before and len({item.line for item in people}) == 1


def _is_person(here: Sequence[Item]) -> bool:
    return len(here) == 1 and here[0].kind == "name" and here[0].whole


def _is_behind(item: Item, name: Item | None) -> bool:
    """`Eva Muster (Vorsitzende), Uwe Beispiel`: what stands behind a name in its line is hers alone."""
    return name is not None and item.line == name.line and item.start >= name.start
