"""Mail addresses in pieces: elements or images that stand for a part of one, the sign or a dot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.markup import hidden, nodes
from pipeline.extract.markup.reveal import says_something
from pipeline.transform import ciphers
from pipeline.transform.online import find_mails

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode


def spamspan(tree: LexborHTMLParser, _html: str) -> None:
    """SpamSpan: the parts of an address in `u` and `d`, the link's text in `t`, headers in `h`."""
    for node in tree.css(".spamspan")[: nodes.LIMIT]:
        user, domain, text = (node.css_first(f".{name}") for name in ("u", "d", "t"))
        if user is None or domain is None:
            continue
        raw = nodes.text_of(node, 300)
        address = ciphers.whole_addresses(f"{_dots(user)}@{_dots(domain)}")
        shown = re.sub(r"^\s*\((.*)\)\s*$", r"\1", nodes.text_of(text, 200)) if text is not None else ""
        if address and node.parent is not None:
            shown = shown if says_something(shown, address) else address[0]
            nodes.replace(node, nodes.link(tree, "mailto:" + address[0], shown, "mail_pieces", raw))


_UNSEEN = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]+")


def _dots(node: LexborNode) -> str:
    """The text of one part with its dots: written as words, or as an image."""
    text = re.sub(
        r"\s*[\[({<]\s*(?:dot|punkt|\.)\s*[\])}>]\s*|\s+(?:dot|punkt)\s+", ".", nodes.text_of(node, 200), flags=re.I
    )
    return _UNSEEN.sub("", re.sub(r"\s+", "", text))


def unicorns(tree: LexborHTMLParser, _html: str) -> None:
    """REDAXO: `span.unicorn` stands for the `@`."""
    for node in tree.css("span.unicorn")[: nodes.LIMIT]:
        nodes.replace(node, "@")


_SIGN_ALT = re.compile(
    r"\W*(?:at|ät|@|klammeraffe|affenschwanz|(?:at|ät|@)[ -]?(?:zeichen|sign|symbol)|(?P<dot>dot|punkt|\.))\W*$|@$",
    re.IGNORECASE,
)
_SIGN_FILE = re.compile(
    r"(?:^|[/_-])(?:at|@|klammeraffe|affe|at-?(?:sign|zeichen|symbol))\d?\.(?:gif|png|svg|jpe?g|webp)", re.I
)


def images(tree: LexborHTMLParser, _html: str) -> None:
    """Images and icons that stand for the `@` or a dot within an address, and images of a whole address."""
    found = tree.css('img,i[class*="fa-at"],span[class*="fa-at"],i[class*="icon-at"],span[class*="icon-at"]')
    # the sign shows itself by a whole domain behind it, so the dots in that come first
    for node in sorted(found[: nodes.LIMIT], key=lambda node: not _is_dot(node)):
        alt = _alt(node)
        sign = _SIGN_ALT.match(alt)
        if sign or node.tag != "img" or (not alt and _SIGN_FILE.search(nodes.attribute(node, "src")[-200:])):
            text = "." if sign and sign["dot"] else "@"
            if alt == "." or _within_address(node, text):
                nodes.replace(node, text)
        elif ciphers.whole_addresses(alt):
            _reveal_image(tree, node, alt)


def _alt(node: LexborNode) -> str:
    return (nodes.attribute(node, "alt") or nodes.attribute(node, "title"))[:300].strip()


def _is_dot(node: LexborNode) -> bool:
    sign = _SIGN_ALT.match(_alt(node))
    return bool(sign and sign["dot"])


def _within_address(node: LexborNode, sign: str) -> bool:
    before, after = (_UNSEEN.sub("", hidden.beside(node, side)) for side in ("prev", "next"))
    return bool(re.search(r"[\w)\]]\s?$", before) and re.match(r"\s?[\w(\[]", after)) and (
        sign == "." or bool(find_mails(before.rstrip() + "@" + after.lstrip()))
    )


def _reveal_image(tree: LexborHTMLParser, node: LexborNode, alt: str) -> None:
    parent = node.parent
    if parent is not None and parent.tag != "a":
        addresses = ciphers.whole_addresses(alt)
        nodes.replace(node, nodes.link(tree, "mailto:" + ",".join(addresses), alt, "mail_image", alt))


#: A line that stops within an address: behind its sign, or at a hyphen or dot on either side of it.
_STOPS = re.compile(
    r"\w@(?:[\w.-]*[.-])?$|(?:^|[\s:])(?!(?:bzw|usw|etc|evtl|ggf|vgl|tel|fax|mobil|mail|e-mail)\.)[a-z][\w.-]*[._-]$"
)
_BREAK = re.compile("<br", re.IGNORECASE)
_STOP_SIGNS = ("@", "-", "_", ".")


def _is_broken(html: str) -> bool:
    """Whether any line of a page stops at such a sign."""
    before = (html[max(0, found.start() - 20) : found.start()] for found in _BREAK.finditer(html))
    return any(line.replace("&nbsp;", " ").rstrip().endswith(_STOP_SIGNS) for line in before)


def breaks(tree: LexborHTMLParser, html: str) -> None:
    """`info@<br>muster.de` in a narrow column is one address, and so is `eva.<br>muster@amt.de`."""
    if not _is_broken(html):
        return
    for node in tree.css("br")[: nodes.LIMIT]:
        before, after = hidden.beside(node, "prev").rstrip(), hidden.beside(node, "next").lstrip()
        if not _STOPS.search(before) or after.lower().startswith("www."):
            continue
        found = find_mails(before + after)
        if any(mail.start < len(before) < mail.end for mail in found):
            nodes.remove(node)
