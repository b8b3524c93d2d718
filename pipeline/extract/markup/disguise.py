"""Mail addresses as web pages hide them from robots: the tree is rewritten until it says what a visitor sees.

Every technique follows its published encoder and looks only at pages that bear its sign, so a page without disguise
costs some searches for short strings. Scripts are never run: `scripted.py` works out what they would write.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pipeline.extract.markup import hidden, mail_attributes, mail_ciphers, mail_links, mail_pieces, nodes, scripted
from pipeline.extract.markup.signs import Signs
from pipeline.transform import ciphers
from pipeline.transform.online import find_mails

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

#: technique → (what every such page has, and one of what it must have too)
_SIGNS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "script": (
        ("<script", "javascript:", " on"),
        ("<script", "javascript:", *(f"{name}=" for name in scripted.HANDLERS)),
    ),
    "noscript": (("<noscript",), ("",)),
    "javascript": (("javascript:", "onclick"), ("crypt", "unicorn")),
    "token": (("data-",), ("data-mailto-token",)),
    "cloudflare": (("data-", "email-protection#"), ("data-cfemail", "email-protection#")),
    "joomla": (("<joomla-hidden-mail",), ("",)),
    "spamspan": (("spamspan",), ("",)),
    "unicorn": (("unicorn",), ("",)),
    "style": (
        ("",),
        (
            "style=",
            "<style",
            "hidden",
            "<bdo",
            ".eeb-",
            "<s",
            "<del",
            "<strike",
            *(f".{name}" for name in hidden.CLASS_SIGNS),
        ),
    ),
    "attributes": (("data-",), ("",)),
    "images": (("",), ("<img", ".fa-at", ".icon-at")),
    "breaks": (("@",), ("<br",)),
    "mailto": (("href",), ("mailto", "@", "%40", "(at)", "[at]")),
}


def unveil(tree: LexborHTMLParser, html: str, signs: Signs) -> None:
    """Rewrites `tree`, parsed from `html`, so that disguised addresses are links or text, and decoys are gone.

    A revealed element carries `data-kk-step` (a key of `wording.STEPS`) and `data-kk-raw` (as written).
    """
    if signs["data-"] and signs["data-kk-"]:
        _forget_notes(tree)
    for name, reveal in _TECHNIQUES:
        if all(any(signs[word] for word in words) for words in _SIGNS[name]):
            reveal(tree, html)


def _forget_notes(tree: LexborHTMLParser) -> None:
    for name in (nodes.STEP, nodes.RAW):
        for node in tree.css(f"[{name}]"):
            del node.attrs[name]


def _noscripts(tree: LexborHTMLParser, _html: str) -> None:
    """What stands there for visitors without scripts counts where it holds an address and no script wrote that one."""
    for node in tree.css("body noscript")[: nodes.LIMIT]:
        if sum(1 for _ in nodes.walk(node, 100)) == 100:
            continue
        inner = node.inner_html or ""
        if len(inner) <= ciphers.LIMIT and (find_mails(nodes.text_of(node)) or "mailto:" in inner.lower()):
            new = tree.create_node("span")
            new.inner_html = inner
            nodes.replace(node, new)


def _scripts(tree: LexborHTMLParser, _html: str) -> None:
    scripted.write_out(tree)


#: In the order in which they build on each other: what a script wrote may be hidden, what was hidden may be a link.
_TECHNIQUES: tuple[tuple[str, Callable[[LexborHTMLParser, str], None]], ...] = (
    ("script", _scripts),
    ("unicorn", mail_pieces.unicorns),
    ("noscript", _noscripts),
    ("style", hidden.uncover),
    ("spamspan", mail_pieces.spamspan),
    ("cloudflare", mail_ciphers.cloudflare),
    ("joomla", mail_ciphers.joomla),
    ("token", mail_ciphers.tokens),
    ("javascript", mail_ciphers.javascript_links),
    ("attributes", mail_attributes.attributes),
    ("images", mail_pieces.images),
    ("breaks", mail_pieces.breaks),
    ("mailto", mail_links.canonical_links),
)
