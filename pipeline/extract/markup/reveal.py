"""How a disguised mail address becomes a link that says what was hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.markup import nodes
from pipeline.transform.online import find_mails

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode


def reveal(tree: LexborHTMLParser, node: LexborNode, addresses: tuple[str, ...], rule: str, raw: str) -> None:
    """Makes `node` a mail link. Its text stays where it says something, but not where it is a disguise or a notice."""
    if not addresses or node.parent is None:
        return
    target = "mailto:" + ",".join(addresses)
    text = " ".join(nodes.text_of(node, 300).split())
    shown = text if says_something(text, addresses) else ", ".join(addresses)
    if node.tag not in ("a", "area"):
        nodes.replace(node, nodes.link(tree, target, shown, rule, raw))
        return
    node.attrs["href"] = target
    if shown != text and (text or node.css_first("img,svg,i") is None):
        node.inner_html = shown.replace("&", "&amp;").replace("<", "&lt;")
    nodes.mark(node, rule, raw)


_NOTICE = re.compile(
    r"javascript|spambot|spam-?schutz|protected|gesch(?:ü|ue)tzt|^[\s*•.@…]*$|@|\bat\b|[(\[{]a|wird geladen",
    re.IGNORECASE,
)


def says_something(text: str, addresses: tuple[str, ...]) -> bool:
    """False for a notice ("vor Spambots geschützt") and for the address itself in any spelling but a plain one."""
    found = find_mails(text)
    if found:
        return all("@" in mail.raw and " " not in mail.raw for mail in found) or {
            mail.address for mail in found
        } <= set(addresses)
    return bool(text) and not _NOTICE.search(text)
