"""What a block element is: part of the site or of the page, a card by its markup, the head of a panel."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Literal

from pipeline.extract.markup import boilerplate
from pipeline.extract.markup.lines import Box, Region
from pipeline.extract.markup.titles import panel_of
from pipeline.transform.office import is_office
from pipeline.transform.text import clean

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_CARDS = frozenset({"vcard", "h-card", "hcard"})
_CARD_TYPE = re.compile(r"schema\.org/(?:Person|\w*Organization|\w*Office|ContactPoint|LocalBusiness|\w*Service)\b")
_NAME_CLASS = re.compile(
    r"(?:^|\s)(?:[\w-]*(?:person|staff|team|member|employee|mitarbeiter|kontakt|contact|ansprechpartner|people|card)\w*"
    r"[-_]{1,2})?(?:full)?name(?:\s|$)",
    re.IGNORECASE,
)
_ROLE_CLASS = re.compile(
    r"(?:^|\s)(?:[\w-]*[-_])?(?:job[-_]?title|jobtitel|funktion|member_position|p-role)(?:\s|$)", re.IGNORECASE
)
_OFFICE_CLASS = re.compile(
    r"(?:^|\s)(?:[\w-]*[-_])?(?:dienststelle|organi[sz]ation|organisationseinheit|einrichtung|institution|behoerde|"
    r"traeger|department|abteilung|company|p-org|org)(?:[-_]?name)?(?:\s|$)",
    re.IGNORECASE,
)
_TITLE_CLASS = re.compile(r"(?:^|[\s_-])(?:head(?:ing|line)|tit(?:le|el)|ueberschrift)(?:\s|$)", re.IGNORECASE)
_CONTENT = ("main", "article", "section")
_LEVELS = frozenset("123456")
_USUAL_LEVEL = 2  # of a heading that does not say its own
#: Elements that stand somewhere by their tag alone.
REGIONS = frozenset({"footer", "header", "main", "aside"})
#: A head of the site has one of these; the head of an article has none.
_SITE_HEAD = "nav, form, img[src*=logo i], [class*=logo i], [class*=brand i], [class*=site-title i], [role=navigation]"


def region_of(node: LexborNode, tag: str, part: boilerplate.Part, outer: Box) -> Region:
    """Whether an element is the site's head or foot, stands beside the page, or is like what is around it."""
    region = outer.region
    if (part in ("site", "aside") or tag in ("footer", "header", "aside")) and _is_of_entry(node):
        return region
    if tag == "footer" and not _inside(outer, (*_CONTENT, "li", "blockquote")):
        return "site"
    if tag == "header" and not _inside(outer, _CONTENT) and (outer.depth < 3 or node.css_first(_SITE_HEAD)):
        return "site"
    if tag in ("body", "main"):
        return "main" if tag == "main" else region
    if part == "site" and not _inside(outer, ("main", "article")):
        return "site"
    return "aside" if part == "aside" and region == "main" else region


#: An entry is no whole page: its head and foot are among so many elements.
_CHILDREN = 60


def _is_of_entry(node: LexborNode) -> bool:
    """Whether the element beside the one around a head or foot is alike and has one, too: `card > kopf`, `card > kopf`.

    The site has one head and one foot, and one column beside the page.
    """
    entry = node.parent
    if entry is None or entry.tag in ("body", "html"):
        return False
    return any(_has_alike(beside, entry, node) for beside in (_beside(entry, "prev"), _beside(entry, "next")))


def _beside(entry: LexborNode, side: Literal["prev", "next"]) -> LexborNode | None:
    """The next element on one side."""
    other: LexborNode | None = getattr(entry, side)
    while other is not None and not other.is_element_node:
        other = getattr(other, side)
    return other


def _has_alike(beside: LexborNode | None, entry: LexborNode, node: LexborNode) -> bool:
    if beside is None or not _are_alike(beside, entry):
        return False
    children = islice(beside.iter(), _CHILDREN)
    return any(_are_alike(child, node) for child in children)


def _are_alike(one: LexborNode, other: LexborNode) -> bool:
    return one.tag == other.tag and one.attrs.get("class") == other.attrs.get("class")


def opens_panel(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element is the head of a panel that opens on a click: a heading, whatever its tag."""
    if "collapse" in (attributes.get("data-toggle"), attributes.get("data-bs-toggle")):
        return panel_of(attributes) != ""
    return "aria-controls" in attributes and attributes.get("role") != "tab" and "aria-expanded" in attributes


#: `<button class="accordion">`, as in the examples from which many a page is made by hand.
_EXPANDS = re.compile(r"(?:^|[\s_-])(?:acc?ord[ei]on|akkordeon|collapsible)", re.IGNORECASE)


#: `<div class="toggler">` over what it opens: what a script makes a button of.
_TOGGLER = re.compile(r"(?:^|[\s_-])toggler(?:\s|$)", re.IGNORECASE)


def expands(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether a button opens something of which it does not say the name."""
    if attributes.get("role") == "tab" or panel_of(attributes):
        return False
    classes = attributes.get("class") or ""
    if "button" not in (tag, attributes.get("role")):
        return tag in ("div", "p") and _TOGGLER.search(classes) is not None
    return "aria-expanded" in attributes or _EXPANDS.search(classes) is not None


def stated_level(attributes: Mapping[str, str | None]) -> int:
    """The level of a heading that only its role makes one; 0 for everything else."""
    if attributes.get("role") != "heading":
        return 0
    level = attributes.get("aria-level") or ""
    return int(level) if level in _LEVELS else _USUAL_LEVEL


def office_in_label(node: LexborNode, tag: str, attributes: dict[str, str | None]) -> str:
    """The office that a part of the page is said to be of, where no title inside says so."""
    text = clean(attributes.get("aria-label") or "")
    if tag not in ("section", "article") or not is_office(text) or node.css_first("h1, h2") is not None:
        return ""
    return text


def _inside(box: Box, tags: tuple[str, ...]) -> bool:
    return any(each.tag in tags for each in box.chain())


def kind_of(attributes: Mapping[str, str | None]) -> str:
    """What the markup calls an element: `card` for a contact, `name`, `role`, `office` for what is so called in one."""
    classes = attributes.get("class")
    named = _named(classes) if classes else ""
    if named == "card" or ("itemscope" in attributes and _CARD_TYPE.search(attributes.get("itemtype") or "")):
        return "card"
    return "role" if attributes.get("itemprop") == "jobTitle" else named


@lru_cache(maxsize=4096)
def _named(classes: str) -> str:
    if not _CARDS.isdisjoint(classes.lower().split()):
        return "card"
    if _ROLE_CLASS.search(classes[:200]):
        return "role"
    if _OFFICE_CLASS.search(classes[:200]):
        return "office"
    if _TITLE_CLASS.search(classes[:200]):
        return "title"
    return "name" if "ame" in classes and _NAME_CLASS.search(classes[:200]) else ""
