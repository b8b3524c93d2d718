"""Plain mail links: percent and entity quoting, several recipients, and editors' mistakes in the link dialog."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pipeline.extract.markup import nodes
from pipeline.transform import ciphers
from pipeline.transform.online import find_mails, mailto_addresses
from pipeline.transform.text import unescaped

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

#: Without one of these a link leads to no mailbox.
_SIGN = re.compile(r"mailto|@|%40|\(at\)|\[at\]", re.IGNORECASE)


def canonical_links(tree: LexborHTMLParser, _html: str) -> None:
    """Plain mail links: percent and entity quoting, several recipients, and editors' mistakes in the link dialog."""
    links = ((node, node.attributes.get("href") or "") for node in tree.css("a[href],area[href]"))
    for node, href in islice(((node, href) for node, href in links if _SIGN.search(href)), nodes.LIMIT):
        href = href[: ciphers.LIMIT]
        if _is_mail_link(href) and (addresses := mailto_addresses(unescaped(href))):
            _canonical(tree, node, href, addresses)


def _canonical(tree: LexborHTMLParser, node: LexborNode, href: str, addresses: tuple[str, ...]) -> None:
    target = "mailto:" + ",".join(addresses)
    if node.tag == "area":
        shown = nodes.attribute(node, "alt") or addresses[0]
        nodes.replace(node, nodes.link(tree, target, shown, "mail_link", href))
        return
    if href.partition("?")[0] != target:
        node.attrs["href"] = target
        nodes.mark(node, "mail_link", href)
    _plain_text(node, addresses)


def _is_mail_link(href: str) -> bool:
    """Whether a link means a mailbox: `mailto:`, or an address instead of a page."""
    if href.startswith("mailto:"):
        return True
    plain = unquote(unescaped(href)).strip().lower()
    if "mailto" in plain[:20] or re.match(r"(?:e-?)?mail[to]{0,2}[:;.]", plain):
        return True
    return bool(re.fullmatch(r"(?:https?:/{0,2})?[^/?#\s@]+@[^/?#\s@]+/?", plain))


def _plain_text(node: LexborNode, addresses: tuple[str, ...]) -> None:
    """A spelled-out text (`info (at) NULL muster.de`) below a link whose target is known becomes the address."""
    if "@" in node.text():
        return  # as nearly every one that shows an address
    text = nodes.text_of(node, 300)
    found = {mail.address for mail in find_mails(text)}
    if found and not found <= set(addresses):
        node.inner_html = ", ".join(addresses)
        nodes.mark(node, "mail_link", text)
