"""Small, safe dealings with a lexbor tree: bounded texts, walks without recursion, links put in place of elements."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

#: What a revealed element carries: the rule (a key of `wording.STEPS`) and what stood there.
STEP, RAW = "data-kk-step", "data-kk-raw"
_RAW_LIMIT = 200
#: How many elements of one kind are looked at; no honest page hides or disguises more.
LIMIT = 3000
#: No piece of a line has more elements and texts.
_LINE_NODES = 120
#: Elements whose text nobody sees.
UNSEEN = frozenset({"script", "style", "template", "head", "title"})
INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "em", "font", "i", "ins", "label", "mark", "nobr"}
    | {
        "q",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "svg",
        "s",
        "del",
        "strike",
    }
    | {"button", "kbd", "time", "joomla-hidden-mail"}
)


def walk(node: LexborNode, limit: int = 400) -> Iterator[LexborNode]:
    """The first `limit` nodes below `node` in document order, texts included, without recursion."""
    current, depth = node.child, 0
    while current is not None and limit > 0:
        yield current
        limit -= 1
        below = current.child if current.tag not in UNSEEN else None
        if below is not None:
            current, depth = below, depth + 1
            continue
        following = current.next
        while following is None and depth > 0:
            parent = current.parent
            if parent is None:
                return
            current, depth = parent, depth - 1
            following = current.next
        current = following


def text_of(node: LexborNode, limit: int = 2000) -> str:
    """The text below `node` as one string, blanks as written; at most about `limit` characters of it."""
    if node.is_text_node:
        return node.text_content or ""
    pieces: list[str] = []
    length = 0
    for below in walk(node):
        if below.is_text_node:
            pieces.append(below.text_content or "")
            length += len(pieces[-1])
            if length > limit:
                break
    return "".join(pieces)


def attribute(node: LexborNode, name: str) -> str:
    """An attribute's value, empty where there is none."""
    return node.attrs.get(name) or "" if node.is_element_node else ""


def classes(node: LexborNode) -> frozenset[str]:
    """The classes of an element in small letters."""
    return frozenset(attribute(node, "class").lower().split())


def script_text(node: LexborNode) -> str:
    """The code of a script element."""
    return node.text() or ""


def escaped(node: LexborNode) -> str:
    """A text node as HTML."""
    return escape(node.text_content or "", quote=False) if node.is_text_node else ""


def is_inline(node: LexborNode) -> bool:
    """True for an element that stands in a line and holds nothing but such elements."""
    return node.tag in INLINE and is_one_line(node)


def is_one_line(node: LexborNode) -> bool:
    """True for an element of any kind that holds only elements that stand in a line, and no line break."""
    below = list(walk(node, _LINE_NODES))
    return len(below) < _LINE_NODES and all(each.tag in INLINE or not each.is_element_node for each in below)


def mark(node: LexborNode, rule: str, raw: str) -> None:
    """Notes on an element which rule revealed it and what stood there; an earlier note stays."""
    if STEP not in node.attrs:
        node.attrs[STEP] = rule
        node.attrs[RAW] = " ".join(raw.split())[:_RAW_LIMIT]


def parsed(html: str) -> list[LexborNode]:
    """The top nodes of a piece of HTML, without what is not seen."""
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(html, is_fragment=True).root  # iterating it gives every top node, itself first
    return [node for node in root.iter(include_text=True) if node.tag not in UNSEEN] if root is not None else []


def link(tree: LexborHTMLParser, target: str, text: str, rule: str, raw: str) -> LexborNode:
    """A new mail link of this tree."""
    node = tree.create_node("a")
    node.attrs["href"] = target
    node.inner_html = escape(text, quote=False)
    mark(node, rule, raw)
    return node


def replace(node: LexborNode, new: LexborNode | str) -> None:
    """Puts a node or a text in place of `node`, where that still stands in a tree."""
    if node.parent is not None:
        node.replace_with(new)


def remove(node: LexborNode) -> None:
    """Takes a node out of its tree. Its own descendants stay readable to whoever still holds them."""
    if node.parent is not None:
        node.remove(recursive=False)
