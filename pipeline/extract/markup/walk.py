"""An element tree becomes lines, in one pass without recursion, whatever the depth.

Block elements and `<br>` end a line. What a browser shows glued (`Beauftragte</b><span>Frau Muster`) gets a blank or a
line of its own. What navigates or belongs to cookies is left out; head and foot of the site are kept apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.markup import boilerplate, boxes, glue, icons, nodes
from pipeline.extract.markup.lines import Anchor, Box, Line
from pipeline.extract.markup.looks import STRONG, Look, look_of
from pipeline.extract.markup.panels import panel_behind
from pipeline.extract.markup.tabs import Tabs
from pipeline.extract.markup.titles import container_of
from pipeline.extract.markup.writer import LINE_LIMIT, LineWriter
from pipeline.transform.text import is_clean

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BREAKS = frozenset({"br", "hr"})
#: In these `<small>` says what the one whose name it stands behind does.
_NAMING = frozenset({"dt", "h2", "h3", "h4", "h5", "h6", "figcaption", "summary"})
_FEW = 4  # pieces of text of which a name consists
_LOWEST = 6  # what a title has until its place among the headings is known
_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "wbr", "source", "col", "area", "base", "embed", "param"}
)
#: Links whose text is a value and no part of a word.
_VALUES = ("mailto:", "tel:")
#: `1`, `2)`, `*`: of more digits may be the minutes of an hour, `9<sup>30</sup>`.
_FOOTNOTE = re.compile(r"[(\[]?(?:[1-9]|\*{1,3}|[a-d]\))[)\]]?")
_SURELY_ONE_LINE = LINE_LIMIT // 2  # whatever blanks are put in
_DEEPEST = 60  # boxes beyond this depth belong to the one above


@dataclass(slots=True)
class _Open:
    """An element whose end is still to come, and what to undo there."""

    look: Look
    box: Box | None  # around a block
    anchor: bool = False
    level: bool = False


class Walker(LineWriter):
    """One pass over a tree. `lines` is the result; `tables` are tables with the range of their lines."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[tuple[LexborNode, Box, int, int]] = []
        self.labels: dict[str, Box] = {}  # ids of titles that are still to come, and of what
        self.tabs = Tabs()
        self.panel: tuple[int, Box] | None = None  # the element that the last button opens, and what stands for it
        self.groups: dict[Box, tuple[Box, str]] = {}  # list of definitions → its last entry, and the last tag there

    def walk(self, root: LexborNode) -> list[Line]:
        """All lines of `root`."""
        self._walk(root)
        self._end_line()
        return self.lines

    def walk_below(self, root: LexborNode) -> list[Line]:
        """All lines of what stands inside `root`; a line goes on from one child to the next."""
        child = root.child
        while child is not None:
            self._walk(child)
            child = child.next
        self._end_line()
        return self.lines

    def _walk(self, root: LexborNode) -> None:
        stack: list[tuple[LexborNode, _Open]] = []
        node: LexborNode | None = root
        while node is not None:
            tag = node.tag
            if tag == "-text":
                text = node.text_content or ""
                while stack and (further := _goes_on(node)) is not None:
                    node = further
                    text += node.text_content or ""
                self._text(text)
            elif tag is not None and (opened := self._enter(node, tag)) is not None:
                child = node.child
                if child is not None:
                    stack.append((node, opened))
                    node = child
                    continue
                self._leave(opened, node)
            following = node.next if stack else None
            while following is None and stack:
                node, opened = stack.pop()
                self._leave(opened, node)
                following = node.next if stack else None
            node = following

    # ---- elements --------------------------------------------------------------------------------

    def _enter(self, node: LexborNode, tag: str) -> _Open | None:
        """Takes an element in; None if there is nothing below it to look at."""
        if tag in _BREAKS:
            self._end_line()
            return None
        if tag[0] in "-!" or (tag == "sup" and _FOOTNOTE.fullmatch(nodes.text_of(node, 10).strip())):
            return None  # comments and declarations, and the sign of a footnote behind a name or a number
        attributes = node.attributes
        look = look_of(tag, attributes)
        if look.skip and self._skipped(node, look):
            if tag == "nav":
                self._end_line()  # it is shown all the same: what stands on both sides of it does not touch
            return None
        if look.inline and not self._own_line(node, look):
            return self._inline(node, look, attributes)
        if look.plain and self._is_free() and (text := _only_text(node)):
            self._paragraph(node, look, text)
            return None
        return self._block(node, look, attributes)

    def _skipped(self, node: LexborNode, look: Look) -> bool:
        if look.skip == "navigates":
            return boilerplate.navigates(node)
        return look.skip == "skip" or boilerplate.is_notice(node)

    def _own_line(self, node: LexborNode, look: Look) -> bool:
        if look.expands and not self.level and self._expands(node):
            return True
        if look.own == "always" or (look.opens and not self.level):
            return True
        if look.tag == "small" and (self.box.tag in _NAMING or (self.box.tag != "h1" and self._is_said_in_small(node))):
            return True
        return look.own == "in card" and any(box.kind == "card" for box in self.box.chain())

    def _is_said_in_small(self, node: LexborNode) -> bool:
        """`Eva Muster <small>Kasse</small>`: what ends an element in small print and begins with a capital letter.

        In `<b>07161 <small>302-11</small></b>` it is the rest of a number, in a sentence one of its words.
        """
        said = (node.text() or "").strip()
        behind = node.next
        if behind is not None and behind.tag == "-text" and (behind.text_content or "").isspace():
            behind = behind.next
        ends = behind is None or behind.tag in _BREAKS
        before = "".join(self.pieces[-_FEW:]).rstrip()
        whole = " " in before or self.box.tag in ("td", "th")  # one word may be the half of a name: `Eva <small>Muster`
        return ends and said[:1].isupper() and whole and _may_be_called(before)

    def _expands(self, node: LexborNode) -> bool:
        """Notes what a button opens, if anything stands right behind it."""
        panel = panel_behind(node)
        self.panel = (panel.mem_id, Box("panel")) if panel is not None else None
        return panel is not None

    def _inline(self, node: LexborNode, look: Look, attributes: dict[str, str | None]) -> _Open | None:
        self._edge(look)
        if attributes:
            self._opens_value(look, attributes)
        if look.hint and not self._is_drawn(look):
            self._hint(self.length, look)
        if look.tag in _VOID:
            self.edge = "wbr" if look.tag == "wbr" else self.edge
            return None
        if look.picture:
            self._picture(node, look)
            return None
        opened = _Open(look, None)
        self.strong += look.strong
        self.struck += look.struck
        self._opens_link(opened, attributes)
        return opened

    def _opens_link(self, opened: _Open, attributes: dict[str, str | None]) -> None:
        if opened.look.tag == "a" and attributes.get("href"):
            opened.anchor = True
            self.open.append(self._anchor(attributes))

    def _hint(self, place: int, look: Look) -> None:
        self.hints.append((place, look.hint))
        self.drawn = look.icon

    def _is_drawn(self, look: Look) -> bool:
        """A class like `p-tel`, which all numbers have, right behind an icon that says which kind this one is."""
        if not self.drawn or look.icon or look.hint != "voice":
            return False
        place = self.hints[-1][0] if self.hints else self.length
        return not "".join(self.pieces)[place:].strip(" :")

    def _anchor(self, attributes: dict[str, str | None]) -> Anchor:
        return Anchor(
            self.length,
            -1,
            (attributes.get("href") or "").strip(),
            attributes.get("title") or "",
            attributes.get("type") or "",
            attributes.get("class") or "",
            "download" in attributes,
            attributes.get(nodes.STEP) or "",
            attributes.get(nodes.RAW) or "",
        )

    def _picture(self, node: LexborNode, look: Look) -> None:
        """A drawing or the name of one: its title or text is at most a label."""
        if look.hint:
            return
        title = node.css_first("title")
        text = (nodes.text_of(title or node, 100)).strip().replace("_", " ")
        hint = icons.by_words(text) or icons.by_class(text, True)
        if not hint:
            hint = next(
                (found for use in nodes.walk(node, 20) if use.is_element_node
                 and (found := icons.hint_of(use.tag or "", use.attributes))), ""
            )  # fmt: skip
        if hint:
            self.hints.append((self.length, hint))
            self.drawn = True

    def _block(self, node: LexborNode, look: Look, attributes: dict[str, str | None]) -> _Open:
        self._end_line()
        if look.tag == "table":
            self.tables.append((node, self.box, len(self.lines), -1))
        opened = _Open(look, self.box)
        self._new_box(node, look)
        if look.expands and not look.inline and not self.level:
            self._expands(node)
        if look.hint and not (look.inline and self._is_drawn(look)):
            self._hint(0, look)
        if look.labelled and not self.level:
            self._labelled(node, look.tag, attributes)
        self.strong += look.strong
        self.struck += look.struck
        self._heading(opened, look, attributes)
        self._opens_link(opened, attributes)
        return opened

    def _is_free(self) -> bool:
        """Whether nothing before a block says anything of its line."""
        return not (self.open or self.hints or self.waiting or self.strong or self.struck or self.level)

    def _paragraph(self, node: LexborNode, look: Look, text: str) -> None:
        """A block that is one line of plain text, as most are: what `_block`, `_text` and `_leave` make of one."""
        self._end_line()
        around = self.box
        self._new_box(node, look)
        self.lines.append(Line(glue.apart(text), self.box))
        self.box = around
        self._note_shown(text)

    def _heading(self, opened: _Open, look: Look, attributes: dict[str, str | None]) -> None:
        """A heading, or a title as long as no heading stands in it."""
        if look.level and (not self.level or self.title):
            opened.level = not self.level
            self.level, self.title = look.level, None
        elif not self.level and look.expands and self.panel is not None:
            opened.level = True
            self.title, self.level = self.panel[1], _LOWEST
        elif not self.level and (look.titles or look.panel or (look.name and look.name in self.labels)):
            opened.level = True
            self.title = self.labels.get(look.name) or container_of(look.tag, attributes, self.box)
            self.level = _LOWEST

    def _labelled(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> None:
        """Notes the title of a part of the page; what its tab or a label says of it is written above."""
        name = attributes.get("aria-labelledby") or ""
        tab = attributes.get("role") == "tabpanel"
        text = self.tabs.title_of(node, name) if tab else boxes.office_in_label(node, tag, attributes)
        if text:
            self.titles[len(self.lines)] = self.box
            self.lines.append(Line(text, self.box, None, _LOWEST))
        elif name and not tab:
            self.labels.setdefault(name, self.box)

    def _new_box(self, node: LexborNode, look: Look) -> None:
        outer, tag = self.box, look.tag
        if tag == "body":
            outer.name = look.name
            return
        element = node.tag or tag
        ordinal = outer.children[element] = outer.children.get(element, 0) + 1
        if tag != element:
            outer.children[tag] = outer.children.get(tag, 0) + 1
        if outer.depth >= _DEEPEST:
            return
        if outer.tag == "dl" and tag in ("dt", "dd"):
            outer = self._group(outer, tag)
        region = boxes.region_of(node, tag, look.part, outer) if look.part or tag in boxes.REGIONS else outer.region
        self.box = Box(tag, outer, ordinal, look.name, region, look.kind, outer.depth + 1, element)
        if self.panel is not None and self.panel[0] == node.mem_id:
            self._open_panel(self.panel[1])

    def _open_panel(self, awaited: Box) -> None:
        """The title above is that of the box which begins here."""
        self.panel = None
        index = next(reversed(self.titles), -1)
        if index >= 0 and self.titles[index] is awaited:
            self.titles[index] = self.box

    def _group(self, dl: Box, tag: str) -> Box:
        """The entry of a list that a `<dt>` heads and its `<dd>` fill, as if a `<div>` stood around it."""
        known = self.groups.get(dl)
        if known is None or (tag == "dt" and known[1] != "dt"):
            known = (Box("entry", dl, 1 + len(dl.children), "", dl.region, "", dl.depth), tag)
        self.groups[dl] = (known[0], tag)
        return known[0]

    def _leave(self, opened: _Open, node: LexborNode) -> None:
        look = opened.look
        if look.hint and not look.icon:
            self.drawn = False  # a field that ends, if it is empty, says nothing of the next one
        if opened.anchor:
            self._close_link()
        if opened.box is None:
            self._edge(look)
            self.closed = look.classes
        else:
            self._end_line()
            self.box = opened.box
        self.strong -= look.strong
        self.struck -= look.struck
        if opened.level:
            self.level, self.title = 0, None
        if look.tag == "table":
            self._close_table(node)

    def _close_link(self) -> None:
        anchor = self.open.pop()
        if anchor.href.startswith(_VALUES):
            self.edge = "link"
        anchor.end = self.length
        self.anchors.append(anchor)

    def _close_table(self, node: LexborNode) -> None:
        for index in range(len(self.tables) - 1, -1, -1):
            table, box, first, last = self.tables[index]
            if last < 0 and table.mem_id == node.mem_id:
                self.tables[index] = (table, box, first, len(self.lines))
                return

    def _edge(self, look: Look) -> None:
        """The border of an inline element: what touches there may still be two words."""
        if look.tag in STRONG or self.edge == "strong":
            self.edge = "strong"
        elif look.tag != "wbr" and self.edge not in ("link", "field"):
            self.edge = "edge"

    def _opens_value(self, look: Look, attributes: dict[str, str | None]) -> None:
        """A link to a mailbox, or a field beside one of another class: a stylesheet sets them apart."""
        if look.tag == "a" and (attributes.get("href") or "").startswith(_VALUES):
            self.edge = "link"
        elif self.edge == "edge" and self.closed and (look.classes or self.closed) != self.closed:
            self.edge = "field"


def _goes_on(text: LexborNode) -> LexborNode | None:
    """The text behind the comments right behind a text: `Frau <!-- x -->Eva Muster`."""
    behind = text.next
    while behind is not None and behind.tag == "-comment":
        behind = behind.next
    return behind if behind is not None and behind.tag == "-text" else None


def _may_be_called(text: str) -> bool:
    """Whether a few words without a figure or a label stand there, as a name does."""
    plain = text.replace(" ", "").replace("-", "").replace(".", "").replace(",", "")
    return plain.isalpha() and text[0].isupper() and text[-1] not in ".," and text.count(" ") <= _FEW


def _only_text(block: LexborNode) -> str | None:
    """The text of a block in which nothing else stands, as long as it is shown as it is written."""
    child = block.child
    if child is None or child.tag != "-text" or child.next is not None:
        return None
    text = child.text_content or ""
    return text if is_clean(text) and "·" not in text and len(text) < _SURELY_ONE_LINE else None
