"""Addresses in `data-…` attributes, whole in some encoding or in parts, which a script would put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.extract.markup import nodes
from pipeline.extract.markup.reveal import reveal
from pipeline.transform import ciphers

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_USER = re.compile(
    r"(?:user(?:name)?|u|name|local(?:-?part)?|login|account|first|part-?1|box|mailbox|recipient|lhs|l|a|to|prefix|before|left|n|vor|id)$"
)
_DOMAIN = re.compile(
    r"(?:domain|dom|d|host(?:name)?|server|site|last|part-?2|provider|rhs|b|suffix|after|right|nach|at)$"
)
_TLD = re.compile(r"(?:tld|t|ext(?:ension)?|ending|country|part-?3|c|land)$")
_WHOLE = re.compile(
    r"mail|encoded|obfus|crypt|defus|spam|addr|contact|kontakt|protected|rot-?13|scrambl|b(?:ase)?-?64|reverse|href|cloak|hidden|enc$"
)
_CARRIERS = frozenset(
    {"a", "span", "i", "b", "em", "strong", "small", "noscript"}
    | {"button", "p", "td", "dd", "li", "div", "address", "code", "u", "font", "cite"}
)
_DATA = re.compile(r"data-([a-z0-9_-]+)\s*=")  # other letters are no part of a selector


def attributes(tree: LexborHTMLParser, html: str) -> None:
    """Addresses in `data-…` attributes, whole in some encoding or in parts, which a script would put together."""
    names = {name for name in _DATA.findall(html.lower()) if any(_parts(name)) or _WHOLE.search(name)}
    selectors = [f"[data-{name}]" for name in sorted(names)[:200] if not name.startswith("kk-")]
    seen: set[int] = set()
    for node in tree.css(",".join(selectors))[: nodes.LIMIT] if selectors else ():
        if node.mem_id in seen or node.tag not in _CARRIERS:
            continue
        seen.add(node.mem_id)
        _from_attributes(tree, node)


def _from_attributes(tree: LexborHTMLParser, node: LexborNode) -> None:
    if nodes.attribute(node, "href").lower().startswith(("mailto:", "tel:")):
        return
    if node.tag != "a" and (not nodes.is_one_line(node) or len(nodes.text_of(node, 300)) > 100):
        return
    values = dict(_data_values(node))
    told = any(name.startswith(("enc", "cipher", "crypt")) for name in values)  # `data-m="…" data-enc="rot13"`
    addresses = _paired(values) or next(
        (
            found
            for name, value in values.items()
            if (told or _WHOLE.search(name)) and (found := ciphers.any_encoding(value))
        ),
        (),
    )
    if addresses:
        raw = " ".join(f"{name}={value}" for name, value in values.items())
        reveal(tree, node, addresses, "mail_attributes", raw)


def _data_values(node: LexborNode) -> Iterator[tuple[str, str]]:
    for name, value in list(node.attrs.items())[:60]:
        if name.startswith("data-") and value and len(value) <= ciphers.LIMIT and not name.startswith("data-kk-"):
            yield name[5:].lower(), value


def _paired(values: dict[str, str]) -> tuple[str, ...]:
    """The address of a user part and a domain part, the ending perhaps in a third."""
    user, domain, tld = (
        next((value for name, value in values.items() if _parts(name)[part]), None) for part in range(3)
    )
    if not user or not domain:
        return ()
    address = ciphers.pair(user, domain) or (ciphers.pair(user, f"{domain}.{tld.lstrip('.')}") if tld else None)
    return (address,) if address else ()


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[bool, ...]:
    """Whether an attribute of that name may hold the user, the domain, the ending of an address."""
    bare = re.sub(r"^(?:e-?)?mail-?|^my-?", "", name)
    return tuple(bool(pattern.match(bare)) for pattern in (_USER, _DOMAIN, _TLD))
