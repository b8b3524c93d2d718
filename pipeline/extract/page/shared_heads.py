"""Functions and offices above or before several people: of whom they are said beside the first."""

from __future__ import annotations

from itertools import takewhile

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.drafts import Draft
from pipeline.extract.page.heading_kinds import is_activity, is_generic, is_place, is_work
from pipeline.extract.page.item import HEADS, Item
from pipeline.extract.page.outline import around, cell_of, flows
from pipeline.extract.page.reading_state import ReadingState
from pipeline.extract.page.sharing import one_liners
from pipeline.transform.deputies import deputises
from pipeline.transform.prose import looks_like_prose

#: With these a line goes on with the next of several people.
_JOINTS = ("und", "sowie", "u.", "&", "+")


class SharedHeads(ReadingState):
    """A reader who knows how far a function and an office reach."""

    def _reaches_in(self, role: Item, line: Line) -> Box | None:
        """The box in which a function is that of everybody who follows, too."""
        head, box = self.lines[role.line].box, line.box
        if below := self._list_below(role, line):
            return below
        if flows(self.card, self.lines) or _heads_row(head, box):
            return cell_of(box)
        return box if _heads_pair(head, box) or self._heads_lines(role, box) else None

    def _heads_lines(self, role: Item, box: Box) -> bool:
        """`Sekretärinnen:` over lines of a block that begin with a name each, whatever card is around it."""
        if not (role.colon and self.items[role.line] == [role] and box.first == role.line):
            return False
        below = self.items[box.first + 1 : box.last + 1]
        return all(here and here[0].kind == "name" and here[-1].kind == "fact" for here in below)

    def _list_below(self, head: Item, line: Line) -> Box | None:
        """The list of which everybody has a function that stands right above it: `Sprecherinnen:`."""
        entry = cell_of(line.box)
        around = entry.parent if entry is not None and entry.tag == "li" else None
        if around is None or head.kind != "role" or head.line != around.first - 1:
            return None
        return None if around in self.lines[head.line].box.chain() else around

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
            draft.roles = draft.roles or [role for role in before.roles if self._announces_all(role, before.name)]
            draft.orgs = draft.orgs or [office for office in before.orgs if self._announces_all(office, before.name)]
            if not draft.address and not self._has_own_address(item):
                draft.address = [each for each in before.address if self._is_announced_with(each, before.name)]
        elif before is not None and before.name is not None and self._is_added(item, before):
            draft.roles = draft.roles or [role for role in before.roles if _stands_before(role, before.name)]
            draft.orgs = draft.orgs or [office for office in before.orgs if _stands_before(office, before.name)]

    def _has_own_address(self, name: Item) -> bool:
        """`…; Eva Muster, Hofstr. 2, 72555 Metzingen`: an address between a name and the next one."""
        behind = (each for each in self.items[name.line] if each.start > name.start)
        return any(each.kind == "address" for each in takewhile(lambda each: each.kind != "name", behind))

    def _announces_all(self, item: Item, name: Item) -> bool:
        """Whether something stands in a line above a name, or with a colon before it, alone or as part of a head."""
        return (
            item.line < name.line or (item.colon and _stands_before(item, name)) or self._is_announced_with(item, name)
        )

    def _is_announced_with(self, item: Item, name: Item) -> bool:
        """`Caritas, Marktplatz 1, 72555 Metzingen: Eva Muster, …`: a colon closes all that stands before the names."""
        before = [each for each in self.items[name.line] if each.start < name.start]
        return (
            item in before and before[-1].colon and all(each.kind in HEADS or each.kind == "address" for each in before)
        )

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
            return self.lines[office.line].strong or not self._has_office_behind(draft)
        before, over = self.done[-1], self.lines[office.line].box
        beside = over is not first and around(over) is around(draft.box) is around(before.box)
        return beside and office in before.orgs and before.last == draft.line - 1

    def _has_office_behind(self, draft: Draft) -> bool:
        """`Eva Muster (Diakonie)`: she need not belong to the office whose number stands above her."""
        own = (item for item in self.items[draft.line] if item.kind == "office")
        return draft.name is not None and any(item.start > draft.name.start for item in own)

    def _standing(self, item: Item, line: Line) -> Item | None:
        """The function that stands above several people, as long as it holds."""
        if self.standing is None or self.standing[1] < item.line:
            return None
        role, _, cell = self.standing
        entry = cell_of(line.box)
        if entry is not None and entry.tag == "li" and cell is entry.parent and self._is_another_post(item, line):
            return None
        return role if cell in (None, line.box, entry, entry and entry.parent) else None

    def _is_another_post(self, item: Item, line: Line) -> bool:
        """`Hauptamt: Eva Muster`, `Eva Muster (Vertretung)` below `Bürgermeister`: not what the others are."""
        before = [head for head in self.items[item.line] if head.start < item.start]
        return deputises(line.text) or any(head.kind in HEADS and head.colon for head in before)


def _heads_row(head: Box, box: Box) -> bool:
    """Whether a cell or term stands before another in its row: what it says is of all people there."""
    return head.tag in ("td", "th", "dt") and box.tag in ("td", "dd") and head.parent is box.parent


def _heads_pair(head: Box, box: Box) -> bool:
    """The same in a grid of `div`, of which every row has two."""
    row = box.parent
    return row is not None and row is head.parent and head is not box and row.children == {"div": 2}


def _stands_before(item: Item, name: Item) -> bool:
    return (item.line, item.start) < (name.line, name.start)
