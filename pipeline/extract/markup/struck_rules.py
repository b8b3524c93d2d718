"""What the rules of a page strike out: of several for one element the more special one holds, of equals the last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.extract.markup import nodes
from pipeline.extract.markup.style_sheets import matches, rules_of, style_sheets

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

#: A rule that draws a line below, above or through text, or takes it away; with `!important` it holds over others.
_LINE = re.compile(r"(?:^|;)\s*text-decoration(?:-line)?\s*:([^;]*)", re.IGNORECASE)
#: More rules about lines has no sheet.
_RULES = 100

#: Whether the rule insists, its ids, its classes and attributes, its elements, and its place among the rules.
Weight = tuple[bool, int, int, int, int]


def strike_out(tree: LexborHTMLParser) -> None:
    """What a rule of the page strikes out says so itself, as what an editor strikes out."""
    for node, insists in _struck(tree, _rules(style_sheets(tree))):
        own = nodes.attribute(node, "style")
        if insists or not _said(own):
            node.attrs["style"] = f"text-decoration:line-through;{own}"


def _rules(sheets: Sequence[str]) -> list[tuple[str, str]]:
    """Selector and line of each rule that says something of lines, where one strikes out."""
    if not any("line-through" in css.lower() for css in sheets):
        return []
    rules = ((selector, _said(style)) for css in sheets for selector, style in rules_of(css))
    return [(selector, line) for selector, line in rules if line][:_RULES]


def _struck(tree: LexborHTMLParser, rules: Sequence[tuple[str, str]]) -> Iterator[tuple[LexborNode, bool]]:
    """The elements that the rules strike out, each with whether its rule insists."""
    strongest: dict[int, tuple[Weight, LexborNode, bool]] = {}
    for place, (selector, line) in enumerate(rules):
        weight = ("!" in line, *_weight(selector), place)
        for node in matches(tree, selector):
            if node.mem_id not in strongest or strongest[node.mem_id][0] < weight:
                strongest[node.mem_id] = (weight, node, "line-through" in line)
    return ((node, insists) for (insists, *_), node, struck in strongest.values() if struck)


def _said(style: str) -> str:
    """What a style says of lines; the last time counts."""
    said = _LINE.findall(style[:2000].lower())
    return said[-1].strip() if said else ""


def _weight(selector: str) -> tuple[int, int, int]:
    """How special a selector is: ids, then classes and attributes, then elements."""
    plain = re.sub(r"\[[^\]]*\]", ".a", selector)
    return plain.count("#"), plain.count("."), len(re.findall(r"(?:^|[\s>])[a-zA-Z]", plain))
