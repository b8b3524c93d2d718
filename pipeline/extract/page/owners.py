"""Whose a value on a page is: of who stands above it, of whom it names, of all in a list, or of nobody yet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.draft_heads import take_heads
from pipeline.extract.page.drafts import Draft, kind_of
from pipeline.extract.page.fact import Fact
from pipeline.extract.page.heading_kinds import is_generic, is_like_town
from pipeline.extract.page.item import Item
from pipeline.extract.page.mentions import addressee, is_named_after, repeated, users
from pipeline.extract.page.numbers import row_of
from pipeline.extract.page.online_facts import leads_elsewhere
from pipeline.extract.page.outline import are_entries
from pipeline.extract.page.people import PeopleReader
from pipeline.extract.page.sharing import companions, is_fax_beside, is_of_all, one_liners
from pipeline.extract.page.stand_ins import ANSWERS
from pipeline.transform.mailbox import carries

#: So many contacts before a value are asked whether it is theirs; a page may have thousands.
_NEAR = 50
#: Of how many people `beide` speaks.
_BOTH = 2
#: The number of the house in a list of people.
_CENTRAL = re.compile(r"\W*(?:Telefon)?(?:[Zz]entrale|[Vv]ermittlung)\b|\W*(?:Pforte|Empfang)\b")
#: `Die Kasse führt Eva Muster. Allgemeine Anfragen: …`: the mailbox of all, not of who was named last.
_GENERAL = re.compile(r"(?:^|[.!?;]\s+)(?:Allgemeine|Sonstige|Weitere|Alle übrigen) [^\W\d_]{3,30}:\s*$")
#: `Weißer Ring`, `Grüne Damen`: words of which each begins with a capital letter are what somebody is called.
_CALLED_SO = re.compile(
    r"(?!Telefon|Persönlich|Schriftlich|Allgemein|Weiter|Direkt|Dienstlich|Privat|Mobil|Neue|Aktuell)"
    r"[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+){1,3}(?: \([^()]+\))?"
)
#: `an Eva Muster oder an das Sekretariat, Tel. …`
_OR_ELSEWHERE = re.compile(r"(?:oder|bzw\.) (?:an )?(?:das|die|den|unser[en]?) [A-ZÄÖÜ][\w-]+,? [^;]{0,40}$")
#: `Pädagogische Beraterin` and `Pädagogischer Berater` are one post.
_GENDER = re.compile(r"(?:(?<=e)r)?(?:in)?\b")
#: `Büro Altdorf`; a `Büro Landrat` is somebody else's.
_PLACE_OF_WORK = re.compile(
    r"(?:Büro|Standort|Außenstelle|Nebenstelle|Zweigstelle|Dienstort|Dienstsitz) (?:in )?([\w-]+)"
)


class ValueReader(PeopleReader):
    """A reader who knows whose a value is."""

    def _fact(self, item: Item, fact: Fact, line: Line) -> None:
        self._go_back(line, item, fact)
        self._go_back_to_mobile(line, item, fact)
        if both := self._both(item):
            _make_own(fact, both)
        elif item.back >= 0 and (office := self._office_before(item.back)) is not None:
            office.facts.append(fact)
        elif named := self._named_by(item, fact):
            _make_own(fact, named)
            self._take_back(named[0], line)
        elif (people := self._list_above(item)) and is_of_all(fact, people):
            self._give_house(people, item, fact, line)
        elif self.current and self._is_theirs(item, fact, line):
            self._take(item, fact, line)
        elif fact.field != "url":
            self._take_alone(item, fact, line)

    def _go_back(self, line: Line, item: Item, fact: Fact) -> None:
        """`Eva Muster, -11 / Vorzimmer -12` over `Fax -19`: the next line goes on about her, not about who answers."""
        aside = self._owner()
        if aside is None or aside.beside is None or self.heads or aside.last >= item.line:
            return
        desk = fact.field == "emails" and any(carries(str(fact.reading.value), head.text) for head in aside.roles)
        if line.box is aside.box is aside.beside.box and not desk:
            self._close()
            self.current = [aside.beside]

    def _go_back_to_mobile(self, line: Line, item: Item, fact: Fact) -> None:
        """`Leiterin Eva Muster, Sekretariat -11, Mobil 0174 …` in one list: nobody takes a desk along."""
        desk = self._owner()
        if desk is None or desk.name is not None or self.heads or kind_of(fact) != "mobile" or len(self.done) < 2:
            return
        before, apart = self.done[-2], item.line > desk.last
        apart = apart and (line.box.parent is not desk.box.parent if line.box.tag == "dd" else line.text[:1].isalpha())
        answers = apart and any(ANSWERS.match(head.text) for head in desk.roles)
        if (
            answers
            and before.name is not None
            and _in_one_list(before.box, line.box)
            and "mobile" not in before.kinds()
        ):
            self._close()
            self.current = [before]

    def _both(self, item: Item) -> Sequence[Draft]:
        """The two of whom `Beide erreichen Sie unter …` speaks, or `Fax für beide` below the two of a block."""
        near = self.done[-_NEAR:] if item.both else ()
        people = [draft for draft in near if draft.name is not None]
        if not item.prose:
            people = [draft for draft in people if draft.box is self.lines[item.line].box]
            return people if len(people) == _BOTH else ()
        people = [draft for draft in people if draft.name is not None and item.line - draft.name.line <= 1]
        return people[-_BOTH:] if len(people) >= _BOTH else ()

    def _named_by(self, item: Item, fact: Fact) -> Sequence[Draft]:
        """Whose a value is by what it says: a mailbox named after somebody, or after nobody of a line of people.

        So is what stands behind a given name alone: `Tim: 0152 …`.
        """
        before = [each for each in self.items[item.line] if each.name is not None and each.start < item.start]
        if fact.field == "phones" and before and before[-1].again is not None:
            return self.current
        if fact.field != "emails":
            return ()
        near = self.done[-_NEAR:]
        if (owner := addressee(fact, self.current, near)) is not None:
            return [owner]
        group = users(fact, self.current, near) if self._is_alone(item) else ()
        return group if len(group) > 1 else ()

    def _take_back(self, owner: Draft, line: Line) -> None:
        """`Telefon Altdorf: …` between somebody's number and her mailbox: where else hers rings, and no one new."""
        other = self.current[0]
        if other.name is not None or not owner.facts or line.box is not other.box:
            return
        places = [self._is_of_value(role) for role in other.roles]
        places += [_is_where_she_works(office.text) for office in other.orgs]
        if not places or not all(places):
            return
        owner.facts += other.facts
        self.done.remove(other)
        self._close()
        self.current = [owner]

    def _is_of_value(self, place: Item) -> bool:
        """`Telefon Altdorf`, not `Altdorf: 07123 …`, which may be who answers there."""
        return place.kind == "text" and not self.lines[place.line].text.startswith(place.text)

    def _take(self, item: Item, fact: Fact, line: Line) -> None:
        """A value of those who stand above it, and of who shares it with them."""
        apart = line.box is not self.current[0].box or bool(self.current[0].address)  # an office's block below them
        if len(self.current) == 1 and not item.prose and not self.left:
            group = companions(self.done, self.current[0])
            self.current = group if apart or self._fill_block(group, item, line) else self.current
        for draft in self.current:
            draft.facts.append(fact)
            draft.last = item.line

    def _fill_block(self, group: Sequence[Draft], item: Item, line: Line) -> bool:
        """`Eva Muster, Beraterin` over `Uwe Beispiel, Berater` over one number: with one post it reaches both."""
        begins = group[0].line == line.box.first and item.line == group[-1].line + 1
        if not begins or any(draft.line in self.unread or draft.reached for draft in group):
            return False
        if not group[0].roles or len(set(map(_post, group))) > 1:
            return False  # `Eva Muster, Leiterin` over `Uwe Beispiel, Schriftführer`: the number is of the second
        below = [fact for index in range(item.line, line.box.last + 1) for fact in self._facts_of(index)]
        return not any(is_named_after(draft, fact) for fact in below for draft in group)

    def _take_alone(self, item: Item, fact: Fact, line: Line) -> None:
        """A value begins a contact without a name, called by what stands above."""
        heads, self.heads = self.heads, []
        owner = self._owner()
        self._close()
        draft = self._draft(item, line)
        if owner is not None and owner.name is not None and owner.last == item.line:
            draft.beside = owner if any(ANSWERS.match(head.text) for head in heads) else None
        draft.prose, draft.vacant = item.prose, 0 <= item.line - self.vacant <= 1
        take_heads(draft, heads, self.lines)
        draft.roles = draft.roles or (list(self.post) if draft.vacant else [])
        if not (draft.roles or draft.orgs) and self._goes_below(item, line):
            draft.inherited = self._standing(item, line)
        draft.facts.append(fact)
        self.current = [draft]
        self.done.append(draft)

    def _goes_below(self, item: Item, line: Line) -> bool:
        """Whether a value without a name may be of who does what stands above: not in a block that it begins itself."""
        if self.standing is None or item.line != line.box.first:
            return True
        return self.lines[self.standing[0].line].level > 0

    def _list_above(self, item: Item) -> list[Draft]:
        """The people of a list right above a line that says nothing but values."""
        if len(self.current) != 1 or self.current[0].name is None or self.left or self.heads:
            return []
        people = one_liners(self.done, None, item.line)
        alone = people and all(other.kind == "fact" and not other.prose for other in self.items[item.line])
        return people if alone else []

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
        owner = self._owner()
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
        if owner.name is not None and self._is_of_page(owner, fact, line):
            return False
        if (_CENTRAL.match(line.text) or _CENTRAL.match(fact.note)) and owner.name is not None and (
            self._goes_alone(owner.name.line, item.line) or row_of(owner.box) is not row_of(line.box)
        ):  # fmt: skip
            return False
        if fact.field == "phones" and self._is_past_list(owner, item):
            return False
        if owner.name is not None and item.prose and _GENERAL.search(line.text[: fact.start]):
            return False
        if item.prose and self._is_of_others(item, fact, line):
            return False
        if owner.prose and not item.prose and not self._goes_on(owner, item):
            return False
        if item.prose and owner.name is not None and owner.name.line != item.line:
            if self._is_named_before(owner, item):
                return True
            return owner.card is not None and owner.card is self.card and not self.left
        if self.left:
            return self._follows(owner, item, fact, line)
        begins = [head for head in self.heads if _begins_entry(head)]
        if begins and fact.field == "url":
            return True
        if begins and (owner.reached or owner.name is None):
            return False
        if owner.reached and self.heads and (self._is_titled(owner, item, line) or self._is_alike(owner, line)):
            return False
        if owner.name is None and any(head.kind == "address" for head in self.heads) and owner.address:
            return False
        self.heads = []
        return True

    def _is_past_list(self, owner: Draft, item: Item) -> bool:
        """`-11 (Frau Muster)` over `-12 (Herr Blum)` over one more number: it is no more the first one's."""
        after = [draft.name for draft in self.done[-_NEAR:] if draft.line > owner.line and draft.name is not None]
        listed = owner.name is not None and owner.name.aside and any(name.aside for name in after)
        return listed and not any(each.name for each in self.items[item.line])

    def _is_named_before(self, owner: Draft, item: Item) -> bool:
        """`Wenden Sie sich an Eva Muster, Tel. …` below the sentence that said who she is."""
        names = [each for each in self.items[item.line] if each.kind == "name" and each.start < item.start]
        has_others = any(fact not in self._facts_of(item.line) for fact in (*owner.own, *owner.facts))
        return bool(names) and not has_others and repeated(names[-1], [owner], owner.card) is owner

    def _is_of_others(self, item: Item, fact: Fact, line: Line) -> bool:
        """`an Eva Muster oder an das Sekretariat, Tel. …`: where it rings that was named last, and that is nobody."""
        names = [each.start for each in self.items[item.line] if each.kind == "name" and each.start < fact.start]
        return bool(names) and _OR_ELSEWHERE.search(line.text, names[-1], fact.start) is not None

    def _is_of_page(self, owner: Draft, fact: Fact, line: Line) -> bool:
        """`Fehler melden` below somebody's card: a mailbox that nobody sees and that is not named after her."""
        inside = line.box is owner.box or (self.card is not None and self.card is owner.card)
        return not inside and leads_elsewhere(line, fact) and not is_named_after(owner, fact)

    def _is_titled(self, owner: Draft, item: Item, line: Line) -> bool:
        """Whether a value stands in another entry of a list than somebody's, below a line that calls that entry."""
        if not are_entries(owner.box, line.box):
            return False
        return any(
            head.line < item.line and not are_entries(self.lines[head.line].box, line.box) for head in self.heads
        )

    def _is_alike(self, owner: Draft, line: Line) -> bool:
        """Whether a value stands in a block like somebody's that begins with words where hers begins with her name."""
        box, hers = line.box, owner.box
        if box is hers or box.parent is not hers.parent or box.tag != hers.tag or owner.name is None:
            return False
        first = self.heads[0]
        return first.line == box.first and first.whole and first.kind == "text" and owner.name.line == hers.first

    def _goes_alone(self, entry: int, line: int) -> bool:
        """Whether somebody's entry is a line with her values, so that a line below is another entry."""
        return entry != line and any(item.kind == "fact" for item in self.items[entry])

    def _goes_on(self, owner: Draft, item: Item) -> bool:
        """Whether a value right below a sentence is of the person it names, because it has none itself."""
        assert owner.name is None or owner.name.line <= item.line
        own = owner.name is None or any(fact in owner.facts for fact in self._facts_of(owner.name.line))
        other = any(head.line == item.line and head.colon for head in self.heads)  # `Grabmale: 940-12`
        return not (own or other) and item.line - owner.last <= 1

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
        if [draft for draft in self.done[-_NEAR:] if is_fax_beside(fact, draft)] == [owner]:
            return True
        others = [
            draft for draft in self.done if draft.name is not None and draft is not owner and around.first <= draft.line
        ]
        later = range(item.line + 1, around.last + 1)
        return any(kind in draft.kinds() for draft in others) or (
            not others and any(each.kind == "name" for index in later for each in self.items[index])
        )


def _begins_entry(head: Item) -> bool:
    """Whether what stands between somebody's values and another value is whose that is; `Grüne Damen` may be, too."""
    if head.kind in ("role", "office") or (head.kind == "text" and (head.colon or ": " in head.text)):
        return True
    return head.kind == "text" and _CALLED_SO.fullmatch(head.text) is not None and not is_generic(head.text)


def _is_where_she_works(text: str) -> bool:
    found = _PLACE_OF_WORK.fullmatch(text)
    return found is not None and is_like_town(found[1])


def _post(draft: Draft) -> tuple[str, ...]:
    """What somebody does, the same for a woman and a man."""
    return tuple(_GENDER.sub("", role.text) for role in draft.roles)


def _make_own(fact: Fact, drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        draft.own.append(fact)


def _in_one_list(box: Box, other: Box) -> bool:
    """Whether two lines stand in one list of definitions, or in one block."""
    lists = [next((each for each in one.chain() if each.tag == "dl"), one) for one in (box, other)]
    return lists[0] is lists[1]


def _in_table(box: Box) -> bool:
    around: Box | None = box
    while around is not None and around.tag != "table":
        around = around.parent
    return around is not None
