"""Mail addresses that a published script deciphers, from what stands in its calls and attributes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pipeline.extract.markup import nodes
from pipeline.extract.markup.reveal import reveal
from pipeline.transform import ciphers
from pipeline.transform.online import find_mails, mailto_addresses

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_CALL = re.compile(r"([A-Za-z_$][\w$.]{0,60})\s*\(([\s\S]{0,4000})\)\s*;?\s*(?:return\b.*|void.*)?$")
_ARGUMENT = re.compile(r"'((?:[^'\\]|\\.){0,2000})'|\"((?:[^\"\\]|\\.){0,2000})\"|([^\s,'\"()]{1,2000})")


def javascript_links(tree: LexborHTMLParser, _html: str) -> None:
    """`javascript:` links that call a decoder known by name: TYPO3, Neos, jumk, CryptX, REDAXO."""
    for node in tree.css('[href*="javascript:" i],[onclick*="crypt" i]')[: nodes.LIMIT]:
        for name in ("href", "onclick"):
            code = nodes.attribute(node, name)
            target = decoded_call(code) if "(" in code else None
            if target:
                reveal(tree, node, mailto_addresses(target), "mail_cipher", code)
                break


def decoded_call(code: str) -> str | None:
    """The `mailto:` target of a call to a known decoder, else None."""
    code = re.sub(r"^\s*javascript:\s*", "", code[: ciphers.LIMIT], flags=re.IGNORECASE)
    for form in (code, unquote(code)):
        call = _CALL.search(form)
        if call is None:
            continue
        name = call[1].lower().rpartition(".")[2]
        arguments = [next((part for part in parts if part), "") for parts in _ARGUMENT.findall(call[2])] or [call[2]]
        target = _decoder(name, arguments, call[2])
        if target:
            return target
    return None


def _decoder(name: str, arguments: list[str], whole: str) -> str | None:
    if "unicorn" in name:
        return ciphers.unicorn(whole)
    if "decryptx" in name:
        return ciphers.cryptx(arguments[0])
    if "crypt" not in name:
        return None
    offset = int(arguments[1]) if len(arguments) > 1 and re.fullmatch(r"-?\d{1,3}", arguments[1]) else None
    return ciphers.typo3(arguments[0], offset) or ciphers.every_character(arguments[0])


def tokens(tree: LexborHTMLParser, _html: str) -> None:
    """TYPO3 from 12 on: `data-mailto-token` and `data-mailto-vector`."""
    for node in tree.css("[data-mailto-token]")[: nodes.LIMIT]:
        token, vector = nodes.attribute(node, "data-mailto-token"), nodes.attribute(node, "data-mailto-vector")
        offset = int(vector) if re.fullmatch(r"\s*-?\d{1,3}\s*", vector) else None
        reveal(tree, node, mailto_addresses(ciphers.typo3(token, offset) or ""), "mail_cipher", token)


def cloudflare(tree: LexborHTMLParser, _html: str) -> None:
    """Cloudflare's Email Address Obfuscation: in an attribute, or behind the `#` of its link."""
    for node in tree.css('[data-cfemail],[href*="email-protection#"]')[: nodes.LIMIT]:
        href = nodes.attribute(node, "href")
        code = nodes.attribute(node, "data-cfemail") or href.partition("#")[2]
        plain = ciphers.cloudflare(code.strip())
        if plain:
            reveal(tree, node, mailto_addresses(plain), "mail_cipher", code)


def joomla(tree: LexborHTMLParser, _html: str) -> None:
    """Joomla from 4 on: the two parts of the address and the link's text in Base64."""
    for node in tree.css("joomla-hidden-mail")[: nodes.LIMIT]:
        first, last, text = (ciphers.from_base64(nodes.attribute(node, name)) for name in ("first", "last", "text"))
        address = ciphers.whole_addresses(f"{first}@{last}") if first and last else ()
        if address:
            node.inner_html = "" if not text or find_mails(text) else re.sub(r"<[^>]{0,500}>", "", text)
            reveal(
                tree, node, address, "mail_cipher", f"{nodes.attribute(node, 'first')} {nodes.attribute(node, 'last')}"
            )
