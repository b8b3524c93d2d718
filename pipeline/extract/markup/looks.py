"""What an element is by its tag and attributes alone: the elements of a page are of few kinds, each judged once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pipeline.extract.markup import boilerplate, boxes, icons, nodes
from pipeline.extract.markup.titles import CONTAINERS

Attributes = Mapping[str, str | None]
Own = Literal["", "always", "in card"]

INLINE = nodes.INLINE | frozenset(
    {"acronym", "use", "path", "g", "o:p", "input", "dfn", "rt", "ruby", "output", "meta", "link", "bdi", "strike"}
    | {"picture", "object", "source", "wbr", "param", "progress", "meter", "title", "slot", "blink", "big"}
)
STRONG = frozenset({"b", "strong", "th", "dt", "em", "i"})
_STRUCK = frozenset({"s", "del", "strike"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WHOLE = frozenset({"body", "main", "html"})
_APART = frozenset({"body", "table"})
#: Blocks that are too large to stand for anything.
_LARGE = frozenset({"body", "main", "section", "article", "table"})
#: Inline elements that microformats, microdata and staff plugins give a line of their own: name, function, office.
_OWN_LINE = frozenset(
    {"fn", "p-name", "p-job-title", "p-role", "p-org", "org", "job-title", "jobtitle", "position", "funktion"}
    | {"function", "role", "adr", "p-adr", "organization-name", "organization-unit", "p-organization-unit"}
    | {"name-title"}
)
_OWN_PROPS = frozenset(
    {"name", "jobTitle", "worksFor", "affiliation", "department", "address", "telephone", "faxNumber"}
)
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table(?!-cell)|list-item)", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_STRUCK_STYLE = re.compile(r"text-decoration[^;]{0,40}line-through", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
#: Elements that only their role makes a table and its parts, for whoever hears the page and for whoever reads it.
_TABLE_ROLES = {
    **dict.fromkeys(("table", "grid", "treegrid"), "table"),
    "rowgroup": "tbody",
    "row": "tr",
    **dict.fromkeys(("cell", "gridcell"), "td"),
    **dict.fromkeys(("columnheader", "rowheader"), "th"),
}
#: Attributes that say something of what they stand at; a class does so, too.
_TELLING = frozenset(
    {"id", "role", "style", "hidden", "title", "alt", "slot", "itemprop", "itemscope", "itemtype", "aria-label"}
    | {"aria-labelledby", "aria-level", "aria-controls", "aria-expanded", "data-icon", "data-label"}
    | {"data-toggle", "data-bs-toggle"}
)
#: What is told by what they load.
_LOADED = frozenset({"img", "use", "object"})
_ICONS = frozenset({"i", "svg", "img"})
_LIGATURES = ("material-icons", "material-symbols")


@dataclass(slots=True, eq=False)
class Look:
    """`own` says when an inline element has a line of its own, `skip` why nothing in it may be read."""

    tag: str
    inline: bool
    part: boilerplate.Part  # of the site
    skip: boilerplate.Part
    own: Own
    panel: bool  # it opens something on a click
    opens: bool  # and has a line of its own therefore
    expands: bool  # a button that opens what stands behind it, without saying its name
    hint: str
    icon: bool  # it draws its hint, and holds no number itself
    picture: bool
    strong: bool
    struck: bool
    level: int  # of a heading
    titles: bool  # its tag makes it a title
    labelled: bool  # a label of its own says what it is
    name: str
    kind: str
    classes: str
    plain: bool = False  # a block that says nothing of itself


def look_of(tag: str, attributes: Attributes) -> Look:
    """What an element is."""
    if _TELLING.isdisjoint(attributes) and tag not in _LOADED:
        return _by_class(tag, attributes.get("class"))
    return _judged(tag, attributes)


@lru_cache(maxsize=4096)
def _by_class(tag: str, classes: str | None) -> Look:
    """Of nearly every element nothing else counts."""
    look = _judged(tag, {} if classes is None else {"class": classes})
    drawn = look.hint or look.picture or look.strong or look.struck
    titled = look.level or look.titles or look.expands
    look.plain = not (look.inline or look.skip or drawn or titled or tag in _APART)
    return look


def table_part(tag: str, attributes: Attributes) -> str:
    """What an element is in a table: its tag, or what its role makes of it."""
    return _TABLE_ROLES.get(attributes.get("role") or "", tag)


def _judged(tag: str, attributes: Attributes) -> Look:
    tag = table_part(tag, attributes)
    style, classes = attributes.get("style") or "", attributes.get("class") or ""
    panel, part = boxes.opens_panel(attributes), boilerplate.part(tag, attributes)
    called = tag not in _ICONS and not _OWN_LINE.isdisjoint(classes.split())
    hint = icons.hint_of(tag, attributes) if tag not in _LARGE else ""
    return Look(
        tag=tag,
        inline=tag in INLINE,
        part=part,
        skip=_skip(tag, part, style, attributes),
        own=_own(called, classes, style, attributes),
        panel=panel,
        opens=panel and not called,
        expands=not panel and boxes.expands(tag, attributes),
        hint=hint,
        icon=bool(hint) and (tag in _ICONS or icons.is_icon(classes)),
        picture=tag == "svg" or any(name in classes for name in _LIGATURES),
        strong=tag in STRONG or _BOLD_STYLE.search(style) is not None,
        struck=tag in _STRUCK or _STRUCK_STYLE.search(style) is not None,
        level=_HEADINGS.get(tag, 0) or boxes.stated_level(attributes),
        titles=tag in CONTAINERS,
        labelled="aria-labelledby" in attributes or "aria-label" in attributes or attributes.get("role") == "tabpanel",
        name=attributes.get("id") or "",
        kind=boxes.kind_of(attributes),
        classes=classes,
    )


def _skip(tag: str, part: boilerplate.Part, style: str, attributes: Attributes) -> boilerplate.Part:
    if tag in _WHOLE:
        return ""
    if tag in INLINE and ("hidden" in attributes or _HIDDEN_STYLE.search(style)):
        return "skip"
    return part if part in ("skip", "cookies", "navigates") else ""


def _own(called: bool, classes: str, style: str, attributes: Attributes) -> Own:
    if called:
        return "always" if "fn" in classes.split() else "in card"
    if _BLOCK_STYLE.search(style):
        return "always"
    return "in card" if attributes.get("itemprop") in _OWN_PROPS else ""
