"""Mail addresses as web pages hide them from robots: the tree is rewritten until it says what a visitor sees.

Every technique follows its published encoder and looks only at pages that bear its sign, so a page without disguise
costs some searches for short strings. Scripts are never run: `scripted.py` works out what they would write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pipeline.extract.markup import hidden, nodes, scripted
from pipeline.transform import ciphers
from pipeline.transform.online import find_mails, mailto_addresses

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

#: No honest page has more disguised addresses or longer attributes.
_LIMIT = 3000
#: What stands in the attributes for classes, also in what a script writes.
_CLASSES = re.compile(r"class\w*\s*=\s*\\?[\"']?([^\"'<>\\]*)")
#: technique → (what every such page has, and one of what it must have too); `.name` is looked for in classes only
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
            "<s>",
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


def unveil(tree: LexborHTMLParser, html: str) -> None:
    """Rewrites `tree`, parsed from `html`, so that disguised addresses are links or text, and decoys are gone.

    A revealed element carries `data-kk-step` (a key of `wording.STEPS`) and `data-kk-raw` (as written).
    """
    lower = html.lower()
    signs = _Signs(lower)
    if signs["data-"] and signs["data-kk-"]:
        _forget_notes(tree)
    for name, reveal in _TECHNIQUES:
        if all(any(signs[word] for word in words) for words in _SIGNS[name]):
            reveal(tree, lower)


class _Signs(dict[str, bool]):
    """Whether a page has a sign, which is looked for once."""

    def __init__(self, lower: str) -> None:
        self.lower = lower
        self.classes = " ".join(set(_CLASSES.findall(lower)))

    def __missing__(self, word: str) -> bool:
        self[word] = word[1:] in self.classes if word[:1] == "." else word in self.lower
        return self[word]


def _forget_notes(tree: LexborHTMLParser) -> None:
    for name in (nodes.STEP, nodes.RAW):
        for node in tree.css(f"[{name}]"):
            del node.attrs[name]


# ---- links ---------------------------------------------------------------------------------------


def _reveal(tree: LexborHTMLParser, node: LexborNode, addresses: tuple[str, ...], rule: str, raw: str) -> None:
    """Makes `node` a mail link. Its text stays where it says something, but not where it is a disguise or a notice."""
    if not addresses or node.parent is None:
        return
    target = "mailto:" + ",".join(addresses)
    text = " ".join(nodes.text_of(node, 300).split())
    shown = text if _says_something(text, addresses) else ", ".join(addresses)
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


def _says_something(text: str, addresses: tuple[str, ...]) -> bool:
    """False for a notice ("vor Spambots geschützt") and for the address itself in any spelling but a plain one."""
    found = find_mails(text)
    if found:
        return all("@" in mail.raw and " " not in mail.raw for mail in found) or {
            mail.address for mail in found
        } <= set(addresses)
    return bool(text) and not _NOTICE.search(text)


def _canonical_links(tree: LexborHTMLParser, _lower: str) -> None:
    """Plain mail links: percent and entity quoting, several recipients, and editors' mistakes in the link dialog."""
    for node in tree.css('[href*="mailto" i],[href*="@"],[href*="%40"],[href*="(at)" i],[href*="[at]" i]')[:_LIMIT]:
        href = nodes.attribute(node, "href")[: ciphers.LIMIT]
        if node.tag not in ("a", "area") or not _is_mail_link(href):
            continue
        addresses = mailto_addresses(unescape(href))
        target = "mailto:" + ",".join(addresses)
        if addresses and node.tag == "area":
            shown = nodes.attribute(node, "alt") or addresses[0]
            nodes.replace(node, nodes.link(tree, target, shown, "mail_link", href))
            continue
        if addresses and href.partition("?")[0] != target:
            node.attrs["href"] = target
            nodes.mark(node, "mail_link", href)
        if addresses:
            _plain_text(node, addresses)


def _is_mail_link(href: str) -> bool:
    """Whether a link means a mailbox: `mailto:`, or an address instead of a page."""
    plain = unquote(unescape(href)).strip().lower()
    if "mailto" in plain[:20] or re.match(r"(?:e-?)?mail[to]{0,2}[:;.]", plain):
        return True
    return bool(re.fullmatch(r"(?:https?:/{0,2})?[^/?#\s@]+@[^/?#\s@]+/?", plain))


def _plain_text(node: LexborNode, addresses: tuple[str, ...]) -> None:
    """A spelled-out text (`info (at) NULL muster.de`) below a link whose target is known becomes the address."""
    text = nodes.text_of(node, 300)
    found = set() if "@" in text else {mail.address for mail in find_mails(text)}
    if found and not found <= set(addresses):
        node.inner_html = ", ".join(addresses)
        nodes.mark(node, "mail_link", text)


# ---- ciphers -------------------------------------------------------------------------------------

_CALL = re.compile(r"([A-Za-z_$][\w$.]{0,60})\s*\(([\s\S]{0,4000})\)\s*;?\s*(?:return\b.*|void.*)?$")
_ARGUMENT = re.compile(r"'((?:[^'\\]|\\.){0,2000})'|\"((?:[^\"\\]|\\.){0,2000})\"|([^\s,'\"()]{1,2000})")


def _javascript_links(tree: LexborHTMLParser, _lower: str) -> None:
    """`javascript:` links that call a decoder known by name: TYPO3, Neos, jumk, CryptX, REDAXO."""
    for node in tree.css('[href*="javascript:" i],[onclick*="crypt" i]')[:_LIMIT]:
        for name in ("href", "onclick"):
            code = nodes.attribute(node, name)
            target = decoded_call(code) if "(" in code else None
            if target:
                _reveal(tree, node, mailto_addresses(target), "mail_cipher", code)
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


def _tokens(tree: LexborHTMLParser, _lower: str) -> None:
    """TYPO3 from 12 on: `data-mailto-token` and `data-mailto-vector`."""
    for node in tree.css("[data-mailto-token]")[:_LIMIT]:
        token, vector = nodes.attribute(node, "data-mailto-token"), nodes.attribute(node, "data-mailto-vector")
        offset = int(vector) if re.fullmatch(r"\s*-?\d{1,3}\s*", vector) else None
        _reveal(tree, node, mailto_addresses(ciphers.typo3(token, offset) or ""), "mail_cipher", token)


def _cloudflare(tree: LexborHTMLParser, _lower: str) -> None:
    """Cloudflare's Email Address Obfuscation: in an attribute, or behind the `#` of its link."""
    for node in tree.css('[data-cfemail],[href*="email-protection#"]')[:_LIMIT]:
        href = nodes.attribute(node, "href")
        code = nodes.attribute(node, "data-cfemail") or href.partition("#")[2]
        plain = ciphers.cloudflare(code.strip())
        if plain:
            _reveal(tree, node, mailto_addresses(plain), "mail_cipher", code)


def _joomla(tree: LexborHTMLParser, _lower: str) -> None:
    """Joomla from 4 on: the two parts of the address and the link's text in Base64."""
    for node in tree.css("joomla-hidden-mail")[:_LIMIT]:
        first, last, text = (ciphers.from_base64(nodes.attribute(node, name)) for name in ("first", "last", "text"))
        address = ciphers.whole_addresses(f"{first}@{last}") if first and last else ()
        if address:
            node.inner_html = "" if not text or find_mails(text) else re.sub(r"<[^>]{0,500}>", "", text)
            _reveal(
                tree, node, address, "mail_cipher", f"{nodes.attribute(node, 'first')} {nodes.attribute(node, 'last')}"
            )


# ---- pieces --------------------------------------------------------------------------------------


def _spamspan(tree: LexborHTMLParser, _lower: str) -> None:
    """SpamSpan: the parts of an address in `u` and `d`, the link's text in `t`, headers in `h`."""
    for node in tree.css(".spamspan")[:_LIMIT]:
        user, domain, text = (node.css_first(f".{name}") for name in ("u", "d", "t"))
        if user is None or domain is None:
            continue
        raw = nodes.text_of(node, 300)
        address = ciphers.whole_addresses(f"{_dots(user)}@{_dots(domain)}")
        shown = re.sub(r"^\s*\((.*)\)\s*$", r"\1", nodes.text_of(text, 200)) if text is not None else ""
        if address and node.parent is not None:
            shown = shown if _says_something(shown, address) else address[0]
            nodes.replace(node, nodes.link(tree, "mailto:" + address[0], shown, "mail_pieces", raw))


_UNSEEN = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]+")


def _dots(node: LexborNode) -> str:
    """The text of one part with its dots: written as words, or as an image."""
    text = re.sub(
        r"\s*[\[({<]\s*(?:dot|punkt|\.)\s*[\])}>]\s*|\s+(?:dot|punkt)\s+", ".", nodes.text_of(node, 200), flags=re.I
    )
    return _UNSEEN.sub("", re.sub(r"\s+", "", text))


def _unicorns(tree: LexborHTMLParser, _lower: str) -> None:
    """REDAXO: `span.unicorn` stands for the `@`."""
    for node in tree.css("span.unicorn")[:_LIMIT]:
        nodes.replace(node, "@")


_SIGN_ALT = re.compile(
    r"\W*(?:at|ät|@|klammeraffe|affenschwanz|(?:at|ät|@)[ -]?(?:zeichen|sign|symbol)|(?P<dot>dot|punkt|\.))\W*$|@$",
    re.IGNORECASE,
)
_SIGN_FILE = re.compile(
    r"(?:^|[/_-])(?:at|@|klammeraffe|affe|at-?(?:sign|zeichen|symbol))\d?\.(?:gif|png|svg|jpe?g|webp)", re.I
)


def _images(tree: LexborHTMLParser, _lower: str) -> None:
    """Images and icons that stand for the `@` or a dot within an address, and images of a whole address."""
    for node in tree.css('img,i[class*="fa-at"],span[class*="fa-at"],i[class*="icon-at"],span[class*="icon-at"]')[
        :_LIMIT
    ]:
        alt = (nodes.attribute(node, "alt") or nodes.attribute(node, "title"))[:300].strip()
        sign = _SIGN_ALT.match(alt)
        if sign or node.tag != "img" or (not alt and _SIGN_FILE.search(nodes.attribute(node, "src")[-200:])):
            text = "." if sign and sign["dot"] else "@"
            if alt == "." or _within_address(node, text):
                nodes.replace(node, text)
        elif ciphers.whole_addresses(alt):
            _reveal_image(tree, node, alt)


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


_USER = re.compile(
    r"(?:user(?:name)?|u|name|local(?:-?part)?|login|account|first|part-?1|box|mailbox|recipient|lhs|l|a|to|prefix|before|left|n|vor|id)$"
)
_DOMAIN = re.compile(
    r"(?:domain|dom|d|host(?:name)?|server|site|last|part-?2|provider|rhs|b|suffix|after|right|nach|at)$"
)
_TLD = re.compile(r"(?:tld|t|ext(?:ension)?|ending|country|part-?3|c|land)$")
_WHOLE = re.compile(
    r"mail|encoded|obfus|crypt|defus|spam|addr|contact|kontakt|protected|rot-?13|b(?:ase)?-?64|reverse|href|cloak|hidden|enc$"
)
_CARRIERS = frozenset(
    {
        "a",
        "span",
        "i",
        "b",
        "em",
        "strong",
        "small",
        "noscript",
        "button",
        "p",
        "td",
        "dd",
        "li",
        "div",
        "address",
        "code",
        "u",
        "font",
        "cite",
    }
)
_DATA = re.compile(r"data-([a-z0-9_-]+)\s*=")  # other letters are no part of a selector


def _attributes(tree: LexborHTMLParser, lower: str) -> None:
    """Addresses in `data-…` attributes, whole in some encoding or in parts, which a script would put together."""
    names = {name for name in _DATA.findall(lower) if any(_parts(name)) or _WHOLE.search(name)}
    selectors = [f"[data-{name}]" for name in sorted(names)[:200] if not name.startswith("kk-")]
    seen: set[int] = set()
    for node in tree.css(",".join(selectors))[:_LIMIT] if selectors else ():
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
        _reveal(tree, node, addresses, "mail_attributes", raw)


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


def _styles(tree: LexborHTMLParser, lower: str) -> None:
    hidden.uncover(tree, lower)


def _noscripts(tree: LexborHTMLParser, _lower: str) -> None:
    """What stands there for visitors without scripts counts where it holds an address and no script wrote that one."""
    for node in tree.css("body noscript")[:_LIMIT]:
        if sum(1 for _ in nodes.walk(node, 100)) == 100:
            continue
        inner = node.inner_html or ""
        if len(inner) <= ciphers.LIMIT and (find_mails(nodes.text_of(node)) or "mailto:" in inner.lower()):
            new = tree.create_node("span")
            new.inner_html = inner
            nodes.replace(node, new)


def _scripts(tree: LexborHTMLParser, _lower: str) -> None:
    scripted.write_out(tree)


#: A line that stops within an address: behind its sign, or at a hyphen or dot on either side of it.
_STOPS = re.compile(
    r"\w@(?:[\w.-]*[.-])?$|(?:^|[\s:])(?!(?:bzw|usw|etc|evtl|ggf|vgl|tel|fax|mobil|mail|e-mail)\.)[a-z][\w.-]*[._-]$"
)
_STOP_SIGNS = ("@", "-", "_", ".")


def _is_broken(lower: str) -> bool:
    """Whether any line of a page stops at such a sign."""
    return any(line[-20:].replace("&nbsp;", " ").rstrip().endswith(_STOP_SIGNS) for line in lower.split("<br")[:-1])


def _breaks(tree: LexborHTMLParser, lower: str) -> None:
    """`info@<br>muster.de` in a narrow column is one address, and so is `eva.<br>muster@amt.de`."""
    if not _is_broken(lower):
        return
    for node in tree.css("br")[:_LIMIT]:
        before, after = hidden.beside(node, "prev").rstrip(), hidden.beside(node, "next").lstrip()
        if not _STOPS.search(before) or after.lower().startswith("www."):
            continue
        found = find_mails(before + after)
        if any(mail.start < len(before) < mail.end for mail in found):
            nodes.remove(node)


_TECHNIQUES = (
    ("script", _scripts),
    ("unicorn", _unicorns),
    ("noscript", _noscripts),
    ("style", _styles),
    ("spamspan", _spamspan),
    ("cloudflare", _cloudflare),
    ("joomla", _joomla),
    ("token", _tokens),
    ("javascript", _javascript_links),
    ("attributes", _attributes),
    ("images", _images),
    ("breaks", _breaks),
    ("mailto", _canonical_links),
)
