"""An element tree becomes lines, in one pass without recursion, whatever the depth.

Block elements and `<br>` end a line. What a browser shows glued (`Beauftragte</b><span>Frau Muster`) gets a blank or a
line of its own. What navigates or belongs to cookies is left out; head and foot of the site are kept apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.markup import boilerplate, boxes, glue, icons, nodes
from pipeline.extract.markup.lines import Anchor, Box, Line, refuse_endless
from pipeline.extract.markup.titles import CONTAINERS, Container, container_of
from pipeline.transform.text import hides

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_INLINE = nodes.INLINE | frozenset(
    {"acronym", "use", "path", "g", "o:p", "input", "dfn", "rt", "ruby", "output", "meta", "link", "bdi", "strike"}
    | {"picture", "object", "source", "wbr", "param", "progress", "meter", "title", "slot", "blink", "big"}
)
_BREAKS = frozenset({"br", "hr"})
_STRONG = frozenset({"b", "strong", "th", "dt", "em", "i"})
_STRUCK = frozenset({"s", "del", "strike"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LOWEST = 6  # what a title has until its place among the headings is known
_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "wbr", "source", "col", "area", "base", "embed", "param"}
)
#: Inline elements that microformats, microdata and staff plugins give a line of their own: name, function, office.
_OWN_LINE = frozenset(
    {
        "fn",
        "p-name",
        "p-job-title",
        "p-role",
        "p-org",
        "org",
        "job-title",
        "jobtitle",
        "position",
        "funktion",
        "function",
    }
    | {"role", "adr", "p-adr", "organization-name", "organization-unit", "p-organization-unit", "name-title"}
)
_OWN_PROPS = frozenset(
    {"name", "jobTitle", "worksFor", "affiliation", "department", "address", "telephone", "faxNumber"}
)
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table(?!-cell)|list-item)", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_STRUCK_STYLE = re.compile(r"text-decoration[^;]{0,40}line-through", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LIGATURES = ("material-icons", "material-symbols")
#: Links whose text is a value and no part of a word.
_VALUES = ("mailto:", "tel:")
#: Lines longer than this are cut into several; nothing is lost.
LINE_LIMIT = 20_000
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")
#: `Kreis·haus` in Leichte Sprache is one word.
_MEDIOPUNKT = re.compile(r"(?<=[^\W\d_])·(?=[a-zäöüß])")
_DEEPEST = 60  # boxes beyond this depth belong to the one above


@dataclass(slots=True)
class _Open:
    """An element whose end is still to come, and what to undo there."""

    tag: str
    inline: bool
    box: Box | None = None
    strong: bool = False
    struck: bool = False
    anchor: bool = False
    level: bool = False
    classes: str = ""


class Walker:
    """One pass over a tree. `lines` is the result; `marks` are tables with the range of their lines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.shown = 0  # characters of these lines
        self.tables: list[tuple[LexborNode, Box, int, int]] = []
        self.box = Box("body")
        self.open: list[Anchor] = []  # links whose end is still to come
        self.pieces: list[str] = []
        self.written: list[str] = []  # the same as the page writes it
        self.length = 0
        self.anchors: list[Anchor] = []
        self.hints: list[tuple[int, str]] = []
        self.titles: dict[int, Container] = {}  # lines of titles, and of what
        self.labels: dict[str, Box] = {}  # ids of titles that are still to come, and of what
        self.title: Container | None = None  # the title that is open, as long as it has no real heading
        self.strong = self.struck = self.level = 0
        self.plain = self.emphasised = 0  # characters of the line by emphasis
        self.crossed = 0  # characters of the line that are struck out
        self.edge: glue.Edge = ""
        self.closed = ""  # the classes of the inline element that ended last
        self.groups: dict[Box, tuple[Box, str]] = {}  # list of definitions → its last entry, and the last tag there
        self.waiting = ""  # a hint that stood alone on the line before

    def walk(self, root: LexborNode) -> list[Line]:
        """All lines below `root`."""
        stack: list[tuple[LexborNode, _Open]] = []
        node: LexborNode | None = root
        while node is not None:
            tag = node.tag
            if tag == "-text":
                self._text(node.text_content or "")
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
        self._end_line()
        return self.lines

    def walk_below(self, root: LexborNode) -> list[Line]:
        """All lines of what stands inside `root`."""
        child = root.child
        while child is not None:
            self.walk(child)
            child = child.next
        return self.lines

    # ---- elements --------------------------------------------------------------------------------

    def _enter(self, node: LexborNode, tag: str) -> _Open | None:
        """Takes an element in; None if there is nothing below it to look at."""
        if tag[0] in "-!":  # comments and declarations
            return None
        if tag in _BREAKS:
            self._end_line()
            return None
        attributes = node.attributes
        if (attributes or tag in boilerplate.BY_TAG) and self._skipped(node, tag, attributes):
            if tag == "nav":
                self._end_line()  # it is shown all the same: what stands on both sides of it does not touch
            return None
        if tag in _INLINE and not (attributes and self._own_line(tag, attributes)):
            return self._inline(node, tag, attributes)
        return self._block(node, tag, attributes)

    def _skipped(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> bool:
        if tag in ("body", "main", "html"):
            return False
        style = attributes.get("style")
        if style and tag in _INLINE and _HIDDEN_STYLE.search(style):
            return True
        if "hidden" in attributes and tag in _INLINE:
            return True
        what = boilerplate.part(tag, attributes)
        if what == "navigates":
            return boilerplate.navigates(node)
        return what == "skip" or (what == "cookies" and boilerplate.is_notice(node))

    def _own_line(self, tag: str, attributes: dict[str, str | None]) -> bool:
        classes = attributes.get("class")
        if classes and not _OWN_LINE.isdisjoint(classes.split()) and tag not in ("i", "svg", "img"):
            return any(box.kind == "card" for box in self.box.chain()) or "fn" in classes.split()
        style = attributes.get("style")
        if style and _BLOCK_STYLE.search(style):
            return True
        if not self.level and boxes.opens_panel(attributes):
            return True
        return attributes.get("itemprop") in _OWN_PROPS and any(box.kind == "card" for box in self.box.chain())

    def _inline(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> _Open | None:
        self._edge(tag)
        if attributes:
            self._opens_value(tag, attributes)
        hint = icons.hint_of(tag, attributes) if attributes else ""
        if hint:
            self.hints.append((self.length, hint))
        if tag in _VOID:
            self.edge = "wbr" if tag == "wbr" else self.edge
            return None
        if tag == "svg" or (attributes and any(name in (attributes.get("class") or "") for name in _LIGATURES)):
            self._picture(node, bool(hint))
            return None
        opened = _Open(tag, True, classes=(attributes.get("class") or "") if attributes else "")
        self._emphasis(opened, tag, attributes)
        if tag == "a" and attributes.get("href"):
            opened.anchor = True
            self.open.append(self._anchor(attributes))
        return opened

    def _emphasis(self, opened: _Open, tag: str, attributes: dict[str, str | None]) -> None:
        style = (attributes and attributes.get("style")) or ""
        if tag in _STRONG or (style and _BOLD_STYLE.search(style)):
            opened.strong = True
            self.strong += 1
        if tag in _STRUCK or (style and _STRUCK_STYLE.search(style)):
            opened.struck = True
            self.struck += 1

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

    def _picture(self, node: LexborNode, known: bool) -> None:
        """A drawing or the name of one: its title or text is at most a label."""
        if known:
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

    def _block(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> _Open:
        self._end_line()
        if tag == "table":
            self.tables.append((node, self.box, len(self.lines), -1))
        opened = _Open(tag, False, self.box)
        self._new_box(node, tag, attributes)
        if attributes:
            hint = icons.hint_of(tag, attributes) if tag not in ("body", "main", "section", "article", "table") else ""
            if hint:
                self.hints.append((0, hint))
            if not self.level and ("aria-labelledby" in attributes or "aria-label" in attributes):
                self._labelled(node, tag, attributes)
        self._emphasis(opened, tag, attributes)
        self._heading(opened, tag, attributes)
        return opened

    def _heading(self, opened: _Open, tag: str, attributes: dict[str, str | None]) -> None:
        """A heading, or a title as long as no heading stands in it."""
        level = _HEADINGS.get(tag, 0) or (boxes.stated_level(attributes) if attributes else 0)
        if level and (not self.level or self.title):
            opened.level = not self.level
            self.level, self.title = level, None
        elif not self.level and (tag in CONTAINERS or (attributes and self._is_title(attributes))):
            opened.level = True
            over = self.labels.get(attributes.get("id") or "")
            self.level, self.title = _LOWEST, over or container_of(tag, attributes, self.box)

    def _is_title(self, attributes: dict[str, str | None]) -> bool:
        return boxes.opens_panel(attributes) or attributes.get("id") in self.labels

    def _labelled(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> None:
        """Notes the title of a part of the page; what its tab or a label says of it is written above."""
        name = attributes.get("aria-labelledby") or ""
        tab = attributes.get("role") == "tabpanel"
        text = boxes.title_of_tab(node, name) if tab else boxes.office_in_label(node, tag, attributes)
        if text:
            self.titles[len(self.lines)] = self.box
            self.lines.append(Line(text, self.box, None, _LOWEST))
        elif name and not tab:
            self.labels.setdefault(name, self.box)

    def _new_box(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> None:
        outer = self.box
        if tag == "body":
            outer.name = attributes.get("id") or ""
            return
        ordinal = outer.children[tag] = outer.children.get(tag, 0) + 1
        if outer.depth >= _DEEPEST:
            return
        if outer.tag == "dl" and tag in ("dt", "dd"):
            outer = self._group(outer, tag)
        region = boxes.region_of(node, tag, attributes, outer)
        if attributes:
            name, kind = attributes.get("id") or "", boxes.kind_of(attributes)
            self.box = Box(tag, outer, ordinal, name, region, kind, outer.depth + 1)
        else:
            self.box = Box(tag, outer, ordinal, "", region, "", outer.depth + 1)

    def _group(self, dl: Box, tag: str) -> Box:
        """The entry of a list that a `<dt>` heads and its `<dd>` fill, as if a `<div>` stood around it."""
        known = self.groups.get(dl)
        if known is None or (tag == "dt" and known[1] != "dt"):
            known = (Box("entry", dl, 1 + len(dl.children), "", dl.region, "", dl.depth), tag)
        self.groups[dl] = (known[0], tag)
        return known[0]

    def _leave(self, opened: _Open, node: LexborNode) -> None:
        if opened.inline:
            self._edge(opened.tag)
            self.closed = opened.classes
        else:
            self._end_line()
        self.strong -= opened.strong
        self.struck -= opened.struck
        if opened.level:
            self.level, self.title = 0, None
        if opened.anchor:
            anchor = self.open.pop()
            if anchor.href.startswith(_VALUES):
                self.edge = "link"
            anchor.end = self.length
            self.anchors.append(anchor)
        if opened.box is not None:
            self.box = opened.box
            if opened.tag == "table":
                self._close_table(node)

    def _close_table(self, node: LexborNode) -> None:
        for index in range(len(self.tables) - 1, -1, -1):
            table, box, first, last = self.tables[index]
            if last < 0 and table.mem_id == node.mem_id:
                self.tables[index] = (table, box, first, len(self.lines))
                return

    # ---- text ------------------------------------------------------------------------------------

    def _edge(self, tag: str) -> None:
        """The border of an inline element: what touches there may still be two words."""
        if tag in _STRONG or self.edge == "strong":
            self.edge = "strong"
        elif tag != "wbr" and self.edge not in ("link", "field"):
            self.edge = "edge"

    def _opens_value(self, tag: str, attributes: dict[str, str | None]) -> None:
        """A link to a mailbox, or a field beside one of another class: a stylesheet sets them apart."""
        if tag == "a" and (attributes.get("href") or "").startswith(_VALUES):
            self.edge = "link"
        elif self.edge == "edge" and self.closed and (attributes.get("class") or self.closed) != self.closed:
            self.edge = "field"

    def _text(self, text: str) -> None:
        if not text:
            return
        if text.isspace() and "\xa0" not in text:
            self._blank()
            return
        self.written.append(text)
        piece = glue.apart(glue.tidy(text))
        if "·" in piece:
            piece = _MEDIOPUNKT.sub("", piece)
        if not piece:
            return
        while len(piece) > LINE_LIMIT:
            head, piece = _divided(piece)
            self._piece(head)
            self._end_line()
        self._piece(piece)

    def _piece(self, piece: str) -> None:
        if self.edge:
            self._join(piece)
        if piece[0] == " " and (not self.length or self.pieces[-1][-1] == " "):
            piece = piece[1:]
        if not piece:
            return
        if self.length + len(piece) > LINE_LIMIT and self.length:
            self._end_line()
            piece = piece.lstrip()
        self.pieces.append(piece)
        self.length += len(piece)
        visible = len(piece) if piece != " " else 0
        if self.strong:
            self.emphasised += visible
        else:
            self.plain += visible
        if self.struck:
            self.crossed += visible

    def _blank(self) -> None:
        if self.length and self.pieces[-1][-1] != " ":
            self.pieces.append(" ")
            self.length += 1
        self.edge = ""

    def _join(self, piece: str) -> None:
        """Decides what stands between two texts that touch at the border of an element."""
        edge, self.edge, self.closed = self.edge, "", ""
        if not self.length or piece[0] == " " or self.pieces[-1][-1] == " ":
            return
        if glue.are_lines(self.pieces[-1], piece, edge):
            self._end_line()
        elif glue.are_two_words(self.pieces[-1], piece, edge) or glue.are_two_values(
            "".join(self.pieces[-4:]), piece, edge
        ):
            self.pieces.append(" ")
            self.length += 1

    def _end_line(self) -> None:
        """Closes the current line, if there is something on it."""
        self.edge = ""
        if not (self.pieces or self.anchors or self.hints):
            return
        text = "".join(self.pieces).rstrip()
        if text or self.anchors:
            self._keep(text)
        elif self.hints:
            self.waiting = self.hints[-1][1]
        self.pieces.clear()
        self.written.clear()
        self.length = 0
        self.anchors = []
        for anchor in self.open:
            anchor.start = 0
        self.hints = []
        self.plain = self.emphasised = self.crossed = 0

    def _keep(self, text: str) -> None:
        length = len(text)
        anchors = self.anchors
        if self.open:
            anchors = [each.until(length) for each in self.open] + anchors
        for anchor in anchors:
            anchor.start, anchor.end = min(anchor.start, length), min(anchor.end, length)
        hints = self.hints
        if self.waiting and text and not any(place == 0 for place, _ in hints):
            hints = [(0, self.waiting), *hints]
        if text:
            self.waiting = ""
        if hints:
            text, shifts = icons.labelled(text, hints)
            for place, width in reversed(shifts):
                for anchor in anchors:
                    anchor.start += width if anchor.start >= place else 0
                    anchor.end += width if anchor.end > place else 0
        strong = self.emphasised > 0 and self.plain <= (1 if self.emphasised > 3 else 0)
        struck = self.crossed > 0 and self.crossed * 3 > length * 2
        if self.title is not None and text:
            self.titles[len(self.lines)] = self.title
        written = "".join(self.written)
        if not hides(written):
            written = ""
        self.lines.append(Line(text, self.box, None, self.level, strong, struck, anchors, written))
        self.shown += len(text)
        refuse_endless(len(self.lines), self.shown)


def _divided(piece: str) -> tuple[str, str]:
    """A text that is too long for one line, cut between two words and not inside a number."""
    cuts = [match.start() for match in _BETWEEN_WORDS.finditer(piece, LINE_LIMIT // 2, LINE_LIMIT)]
    end = cuts[-1] if cuts else LINE_LIMIT
    return piece[:end], piece[end:].lstrip()
