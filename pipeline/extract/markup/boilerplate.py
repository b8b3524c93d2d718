"""What belongs to the site and not to the page: navigation, cookie notices, skip links; and its own head and foot."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

Part = Literal["", "skip", "cookies", "navigates", "site", "aside"]

_SKIP_TAGS = frozenset({"script", "style", "template", "noscript", "head", "iframe", "object", "select", "datalist",
                        "textarea", "canvas", "audio", "video", "math"})  # fmt: skip
_MENUS = frozenset({"nav", "menu", "dialog"})
_SKIP_ROLES = frozenset({"navigation", "menu", "menubar", "search", "dialog", "alertdialog", "tablist", "toolbar"})
_WORDS = re.compile(r"[a-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
#: Words in ids and classes. What navigates is checked by its links; the others are certain.
_NAVIGATES = frozenset(
    [
        "nav",
        "navi",
        "navbar",
        "navigation",
        "hauptnavigation",
        "subnavigation",
        "subnav",
        "mainnav",
        "topnav",
        "menu",
        "menue",
        "menü",
        "hauptmenu",
        "submenu",
        "breadcrumb",
        "breadcrumbs",
        "brotkrumen",
        "navpfad",
        "wayhome",
        "rootline",
        "klickpfad",
        "sitemap",
        "pagination",
        "pager",
        "skiplinks",
        "skipnavi",
        "skip",
        "skiplink",
        "sprunglinks",
        "sprungmarken",
        "sprungziel",
        "quicklinks",
        "metanavi",
        "metanav",
        "servicenavi",
        "social",
        "share",
        "sharing",
        "shariff",
        "teilen",
        "socialmedia",
        "languages",
        "sprachauswahl",
        "tagcloud",
    ]
)
_COOKIES = frozenset(
    [
        "cookie",
        "cookies",
        "cookiebanner",
        "cookiehinweis",
        "cookieconsent",
        "consent",
        "klaro",
        "borlabs",
        "borlabscookie",
        "usercentrics",
        "cookiebot",
        "ccm",
        "cookielaw",
        "gdpr",
        "dsgvo",
        "cookiefirst",
        "onetrust",
        "cybotcookiebotdialog",
        "brlbs",
        "tarteaucitron",
        "cmpbox",
        "cmpwrapper",
        "eu-cookie",
        "quicksearch",
        "searchform",
        "suchformular",
        "volltextsuche",
    ]
)
_FOOT = frozenset(
    [
        "footer",
        "fuss",
        "fuß",
        "fusszeile",
        "fußzeile",
        "pagefooter",
        "sitefooter",
        "seitenfuss",
        "footerinner",
        "footeraddress",
        "pagefoot",
        "foot",
        "fussbereich",
        "footercontent",
        "colophon",
        "mainfooter",
        "globalfooter",
    ]
)
_HEAD = frozenset(
    [
        "topbar",
        "siteheader",
        "pageheader",
        "masthead",
        "kopf",
        "kopfbereich",
        "kopfzeile",
        "seitenkopf",
        "topheader",
        "headerbar",
    ]
)
_ASIDE = frozenset(
    [
        "aside",
        "sidebar",
        "marginal",
        "marginalspalte",
        "randspalte",
        "seitenleiste",
        "rightcol",
        "marginalie",
        "infobox",
    ]
)
#: A foot of these is not the page's.
_NOT_PAGE = frozenset(
    [
        "card",
        "modal",
        "panel",
        "entry",
        "box",
        "article",
        "post",
        "item",
        "tile",
        "teaser",
        "accordion",
        "person",
        "contact",
        "kontakt",
        "table",
        "list",
    ]
)
#: A list of links is one if so much of its text is linked.
_LINKED_SHARE = 0.6


def part(tag: str, attributes: Mapping[str, str | None]) -> Part:
    """What an element is by its tag, role, id and classes."""
    get = attributes.get
    if tag == "object" and "data" not in attributes:
        tag = "span"  # nothing is embedded: what stands inside is shown
    return _part(tag, get("id"), get("class"), get("role"))


@lru_cache(maxsize=8192)
def _part(tag: str, name: str | None, classes: str | None, stated: str | None) -> Part:
    if tag in _SKIP_TAGS:
        return "skip"
    if tag in _MENUS:
        return "navigates"
    names = f"{name or ''} {classes or ''}"
    named: Part = by_name(names) if names != " " else ""
    if named in ("cookies", "navigates"):
        return named
    role = (stated or "").lower()
    if role in _SKIP_ROLES:
        return "navigates"
    if role == "contentinfo" or (role == "banner" and tag != "h1"):
        return "site"
    return "aside" if tag == "aside" and not named else named


@lru_cache(maxsize=4096)
def by_name(names: str) -> Part:
    """What the words in ids and classes say."""
    low = names.lower()
    words = set(_WORDS.findall(low)) | set(_WORDS.findall(_CAMEL.sub(" ", names).lower()))
    if words & _COOKIES:
        return "cookies"
    if words & _NAVIGATES:
        return "navigates"
    if words & (_FOOT | _HEAD) and not words & _NOT_PAGE:
        return "site"
    return "aside" if words & _ASIDE else ""


#: Of what is only notice or navigation nothing holds these.
_CONTENT = "main, article, h1, table, address, a[href^='mailto:'], a[href^='tel:']"
#: Each begins with a sign or letter of its own, and only behind it is asked what stands before: so it is found fastest.
_REACHED = re.compile(
    r"@|\(at\)|\[at\]|T(?<!\wT)el(?:efon|efax)?\b\W{0,5}\d|F(?<!\wF)(?:on|ax)\b\W{0,5}\d|M(?<!\wM)obil\b\W{0,5}\d"
    r"|0(?<!\w0)\d{2,4}\s?[/-]\s?\d{3}"
)


def is_notice(node: LexborNode) -> bool:
    """Whether an element called after cookies or a search form is no more than that."""
    return node.css_first(_CONTENT) is None and not _REACHED.search(node.text() or "")


def navigates(node: LexborNode, limit: int = 400) -> bool:
    """Whether an element called navigation is one: most of its text is linked, and none of it is contact data."""
    if not is_notice(node):
        return False
    linked = whole = 0
    for below in node.traverse(include_text=True):
        limit -= 1
        if limit < 0:
            break
        if below.is_text_node:
            length = len((below.text_content or "").strip())
            whole += length
            if length and _in_link(below):
                linked += length
    return whole == 0 or linked >= whole * _LINKED_SHARE or whole < 80


def _in_link(node: LexborNode) -> bool:
    for _ in range(4):
        parent = node.parent
        if parent is None:
            return False
        if parent.tag in ("a", "button", "label"):
            return True
        node = parent
    return False
