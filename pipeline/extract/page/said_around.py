"""What stands around names and values: functions, offices, labels, addresses and sentences, and whose they are."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.drafts import Draft, is_profession
from pipeline.extract.page.heading_kinds import is_activity, is_generic, is_place, is_work
from pipeline.extract.page.item import Item
from pipeline.extract.page.mentions import give_to_called
from pipeline.extract.page.next_row import leads_next_row
from pipeline.extract.page.on_call import says_how, says_when
from pipeline.extract.page.owners import ValueReader
from pipeline.extract.page.plain_language import is_bridge
from pipeline.transform.deputies import is_deputy, stands_in
from pipeline.transform.letters import says_letters
from pipeline.transform.office import is_office, is_role
from pipeline.transform.text import fold

_BUILDING = re.compile(
    r"(?:Altes |Neues |Technisches )?(?:Rathaus|Kreishaus|Bürgerhaus|Landratsamt|Stadthaus)"
    r"(?P<town> (?<!amt )[A-ZÄÖÜ][\w-]+)?"
)
#: `Eva Muster und Ida Probe (Sprecherinnen)`; not `Leiterin Beratung für Migrantinnen`, who is one.
_OF_SEVERAL = re.compile(r"^\w+innen(?![\w-])|[Bb]eide\b")
#: What one person is called; `Ansprechpartner` may be several, whom a name does not stand before.
_ONE = re.compile(r"(?:Mitarbeiter|Ansprechpartner)(?:in)?|(?:Ansprech|Kontakt)person")
_LATIN = re.compile(r"[A-Za-z]")
#: `zuständig für Neustadt und Altdorf`: for whom somebody does what stands above.
_NARROWS = re.compile(r"(?:zuständig|verantwortlich) für ", re.IGNORECASE)


class AroundReader(ValueReader):
    """A reader who knows whether a function, an office or a text is said of who stands above or of who follows."""

    def _head(self, item: Item, line: Line) -> None:
        if item.colon and (self._says_when(item, line) or self._is_of_desk(item) or self._is_her_house(item)):
            return
        if item.kind == "office" and self._is_itself(item):
            return
        if self._says_work(item):
            item = replace(item, kind="role")
        if item.kind == "label":
            self._label(item, line)
        elif item.kind != "vacant":
            self._said(item, line)
        elif not (stands_in(item.text) and self.current and not self.current[0].reached):
            self._vacant(item)  # and not `Vertretung: N. N.` below somebody whose number follows

    def _says_work(self, item: Item) -> bool:
        """Whether a label or a text says what somebody does where it stands."""
        if item.kind == "text":
            return 0 <= item.line - self.vacant <= 1  # what N. N. will do
        if item.kind != "label":
            return False
        if (item.colon or item.whole) and is_deputy(item.text):
            return True
        if item.colon:
            return is_activity(item.text) and self._announces(item)  # `Beratung: Eva Muster`
        return self._is_work_of(item)

    def _said(self, item: Item, line: Line) -> None:
        """A function, an office or a text: of who stands above, or of who follows."""
        owner = self._owner()
        if item.aside and owner is not None and owner.name is None and owner.orgs:
            return  # `Jugendamt: 940-12 (Bereitschaft)`: a remark about the number
        if item.aside and owner is not None and owner.name is not None:
            give_to_called(item, self.current, self._facts_of(item.line))
            return  # `Tel. 940-12 (Sekretariat)`: where her number rings
        if owner is not None and owner.facts and self._is_field(item, owner):
            return
        if owner is None or owner.name is None or owner.facts or (owner.prose and not item.prose):
            self.heads.append(item)
        elif (item.colon and item.line != owner.name.line) or self._begins_next(item, owner):
            self._close()
            self.heads.append(item)
        elif item.colon and self._announces(item):
            self.heads.append(replace(item, kind="role"))  # `Vorsitz: Eva Muster, Kasse: Uwe Beispiel`
        else:
            one = item.line == owner.name.line and not (_OF_SEVERAL.search(item.text) or _is_couple(owner.name))
            for draft in self.current[-1:] if one else self.current:
                self._behind_name(draft, item, line)

    def _begins_next(self, item: Item, owner: Draft) -> bool:
        """`Stadt Neustadt` between two names, as `Gemeinde Altdorf` stood above the first, who has no values here."""
        if leads_next_row(item, owner, self.lines):
            return True
        below = self.items[item.line + 1] if item.line + 1 < len(self.items) else ()
        above = owner.orgs[0] if len(owner.orgs) == 1 else None
        if not item.whole or owner.name is None or above is None or above.line != owner.name.line - 1:
            return False
        over, line = self.lines[above.line], self.lines[item.line]
        alike = above.kind == item.kind == "office" and (over.box.tag, over.strong) == (line.box.tag, line.strong)
        return alike and len(below) == 1 and below[0].kind == "name"

    def _is_field(self, item: Item, owner: Draft) -> bool:
        """`Languages: English, French` among the values of the only person of a card: one more field of hers."""
        if item.kind != "text" or not item.whole or owner.name is None or owner.card is None:
            return False
        label, colon, said = item.text.partition(": ")
        alone = self.card is owner.card and self.people.get(owner.card, 0) == 1
        return alone and bool(colon and said) and label.count(" ") < 3 and not (is_office(label) or is_role(label))

    def _vacant(self, item: Item) -> None:
        """A post without a holder ends what was before; it has a place all the same."""
        self._settle_heads()
        self._close()
        self.post = [head for head in self.heads if head.kind == "role" or _is_work_over(head, item)]
        self.heads = [head for head in self.heads if head.kind == "office" and head not in self.post]
        if self.post and self.standing and not self.lines[self.standing[0].line].level:
            self.standing = None  # what somebody above does is not done here
        self.vacant = item.line

    def _label(self, item: Item, line: Line) -> None:
        """A label behind somebody's values may announce somebody else's, and begin a block as a function did."""
        if self.standing is not None and self._begins_like(item, line, self.standing[0]):
            self.standing = None
        if (owner := self._owner()) is not None and owner.name is not None and self._calls(item, owner, owner.name):
            owner.called = item
            return
        if self.current and self.current[0].reached:
            self._settle_heads()
            if item.colon and self.current[0].name is not None:
                self._close()

    def _calls(self, item: Item, owner: Draft, name: Item) -> bool:
        """`Eva Muster, Mitarbeiterin`, `Ansprechpartnerin` right below her name: one person, and nobody announced."""
        if owner.facts or item.colon or len(self.current) > 1 or not _ONE.fullmatch(item.text):
            return False
        behind = item.line == name.line and item.start > name.start
        below = item.whole and name.whole and item.line - name.line == 1 and not self.lines[item.line].level
        return (behind and self._kind_behind(item) != "name") or (below and not self._is_over_name(item))

    def _is_over_name(self, item: Item) -> bool:
        """Whether the line below an item begins with a name."""
        below = self.items[item.line + 1] if item.line + 1 < len(self.items) else ()
        return bool(below) and below[0].kind == "name"

    def _begins_like(self, item: Item, line: Line, role: Item) -> bool:
        """`Ansprechpartnerin:` over a block beside that of `Schriftführerin:`, and as bold."""
        above = self.lines[role.line]
        first = line.box.first == item.line and above.box.first == role.line
        return first and line.strong == above.strong and self._is_beside(item, role)

    def _says_when(self, item: Item, line: Line) -> bool:
        """`Bereitschaft: 0174 …` below somebody's number in her own block: when it rings, not who else answers."""
        owner = self._owner()
        if owner is not None and owner.name is None and owner.box is line.box:
            told = says_how(item.text) or (owner.reached and says_when(item.text))
            return told and not self._announces(item)
        if owner is None or owner.name is None or not owner.reached or not says_when(item.text):
            return False
        own_card = owner.card is not None and self.card is owner.card and self.people.get(owner.card, 0) == 1
        return (owner.box is line.box or own_card) and not self._announces(item)

    def _is_of_desk(self, item: Item) -> bool:
        """`(Sekretariat: -13)` behind her own number says who else answers, and what follows is still hers."""
        owner = self._owner()
        return item.aside and owner is not None and owner.name is not None and owner.reached

    def _is_her_house(self, item: Item) -> bool:
        """`Praxis: 940-12` below somebody of the `Hebammenpraxis Neustadt` is where her number rings."""
        owner = self._owner()
        if owner is None or owner.name is None or item.kind == "role" or " " in item.text:
            return False
        if self._kind_behind(item) != "fact":
            return False
        ends = fold(item.text)
        words = (word for org in owner.orgs for word in fold(org.text).split(" "))
        return any(word != ends and word.endswith(ends) for word in words)

    def _is_itself(self, item: Item) -> bool:
        """`Telefax Sachgebiet` among the values of `Sachgebiet 23 – Integration`: the office above, by its kind."""
        owner = self._owner()
        if owner is None or owner.name is not None or " " in item.text or self._kind_behind(item) != "fact":
            return False
        above = [org.text for org in owner.orgs] or [self.lines[each.line].text for each in owner.headings[-1:]]
        return any(text.partition(" ")[0] == item.text for text in above)

    def _announces(self, item: Item) -> bool:
        """Whether a name stands right behind an item of its line."""
        return self._kind_behind(item) == "name"

    def _kind_behind(self, item: Item) -> str:
        """Of which kind the next item of the line is."""
        here = self.items[item.line]
        return next((later.kind for later in here if later.start > item.start and later is not item), "")

    def _is_work_of(self, item: Item) -> bool:
        """`Beratung` right below a name, or between it and a value, is what she does; above names it announces them."""
        owner = self._owner()
        name = owner.name if owner is not None else None
        if owner is None or name is None or owner.facts or owner.roles or not is_activity(item.text):
            return False
        if item.line == name.line:
            return item.start > name.start and self._kind_behind(item) == "fact"
        return item.whole and item.line - name.line == 1

    def _behind_name(self, draft: Draft, item: Item, line: Line) -> None:
        """A function or an office behind or below a name."""
        assert draft.name is not None
        draft.last = item.line
        if item.kind == "office" and _is_building(item, draft):
            return
        lent = draft.inherited and item.line == draft.name.line and not is_activity(item.text)
        known = lent or not all(map(is_profession, draft.roles))  # `Eva Muster (Diakonisches Werk)`
        if item.kind == "office" and (known or item.prose or item.alike or is_place(item.text)):
            draft.orgs.append(item)
        elif item.kind in ("role", "office"):
            own = [role for role in draft.roles if role.line >= draft.name.line - 1]
            above = draft.inherited if not own and _narrows(item.text) else None
            draft.roles = [above, item] if above else [*own, item]
        elif not draft.roles and self._may_be_role(draft, item, line):
            above = draft.inherited if item.kind == "text" and not is_work(item.text) else None
            draft.roles = [above, item] if above else [item]  # `Integrationsmanagement` above, `Neustadt, Altdorf` here

    def _may_be_role(self, draft: Draft, item: Item, line: Line) -> bool:
        """A plain text below a name says what she does, unless it is a link, a heading or a note."""
        if _is_linked(line) or not 2 < len(item.text) <= 120 or is_generic(item.text) or draft.name is None:
            return False
        if not _LATIN.search(item.text):
            return False  # `Kateryna Muster (Катерина Мустер)`
        return line.text[0] not in "(„" or item.line == draft.name.line

    def _address(self, item: Item) -> None:
        owner = self._owner()
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
        if self._leads_to_address(item):
            return
        if self.current and self.current[0].reached and (self.card is None or self.left):
            self._close()
            self.heads.clear()

    def _leads_to_address(self, item: Item) -> bool:
        """`Post bitte an:` below an office's number: the address that follows is its own."""
        owner = self._owner()
        if owner is None or owner.name is not None or owner.address or not item.text.rstrip().endswith(":"):
            return False
        below = self.items[item.line + 1] if item.line + 1 < len(self.items) else ()
        return bool(below) and all(later.kind == "address" for later in below)


def _narrows(text: str) -> bool:
    """Whether a function only says for whom somebody does what stands above."""
    return _NARROWS.match(text) is not None or says_letters(text)


def _is_work_over(head: Item, post: Item) -> bool:
    """`Verwaltung, Fördermittel` right over N. N. is what nobody does there, as it is over a name what she does."""
    near = head.kind == "office" and 0 <= post.line - head.line <= 1
    return near and not is_place(head.text) and (is_activity(head.text) or is_work(head.text))


def _is_couple(name: Item) -> bool:
    """`Eva` of `Eva und Tom Muster`: what stands behind the family name is said of both."""
    return name.name is not None and any(step.rule == "name_couple" for step in name.name.steps)


def _is_building(item: Item, draft: Draft) -> bool:
    """`Rathaus, Zimmer 318`, `Rathaus Neustadt`: where to find her below the heading of her office."""
    building = _BUILDING.fullmatch(item.text)
    over = [heading for heading in draft.headings if heading.level > 1] if building else []
    if building and building["town"]:
        return any(each.kind == "office" for heading in over for each in heading.items)
    return bool(over)


def _is_linked(line: Line) -> bool:
    """Whether a line is nothing but a link to another page: `Details`, `Mehr erfahren`."""
    return any(anchor.end - anchor.start >= len(line.text.strip()) - 2 for anchor in line.anchors)
