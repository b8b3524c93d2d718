"""Mail addresses that a page's scripts would write: worked out by `script/values.py` and put into the tree.

Only what concerns a mail address is put there. Counters, menus and consent banners write much else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from pipeline.extract.markup import nodes
from pipeline.extract.script.page import Effect, Page
from pipeline.extract.script.values import Machine
from pipeline.transform.online import find_mails, mailto_addresses

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

#: Longer scripts are libraries; more of them stand on no page.
_SCRIPT_LIMIT = 30_000
_SCRIPTS = 300
HANDLERS = (
    "onclick",
    "onmouseover",
    "onmousedown",
    "onfocus",
    "onmouseenter",
    "onpointerdown",
    "ontouchstart",
    "onload",
)
#: A script that hides an address has a way to the page and something of an address.
_OUTPUT = re.compile(
    r"\.write|innerHTML|outerHTML|textContent|innerText|href|insertAdjacent|append|\.html\(|\.text\(|location|replaceWith|attr\(|setAttribute|function\s*\w*\s*\(|eval\(",
    re.I,
)
_MAILISH = re.compile(
    r"@|mail|&#|%40|\\x40|\\u0040|fromCharCode|unescape|atob|\b64\b|\bat\b|split\(|write|\breverse\b|decodeURI", re.I
)
_SIGNS_ONLY = re.compile(r"\s*(?:@|\(at\)|\[at\]|&#64;|&#x40;|&commat;|\.|&#46;|&#x2e;)\s*", re.I)
_HIDING = re.compile(r"<span[^>]{0,200}display:\s?none[^>]{0,200}>\s*$", re.I)


def write_out(tree: LexborHTMLParser) -> None:
    """Puts into the tree what scripts and handlers would write, where it concerns a mail address."""
    page = Page(lambda selector: _select(tree, selector), _read)
    machine = Machine(page)
    for node in tree.css("script")[:_SCRIPTS]:
        code = "" if nodes.attribute(node, "src") else nodes.script_text(node)
        if not code or len(code) > _SCRIPT_LIMIT or not _matters(code, machine):
            continue
        page.effects.clear()
        machine.run(code)
        _apply(tree, node, page.effects, code)
    _handlers(tree, page, machine)


def _matters(code: str, machine: Machine) -> bool:
    """Whether a script might write an address: by itself, or with a function that an earlier one has."""
    return _may_write(code) or _calls_known(code, machine)


@lru_cache(maxsize=256)
def _may_write(code: str) -> bool:
    return bool(_OUTPUT.search(code) and _MAILISH.search(code))


def _calls_known(code: str, machine: Machine) -> bool:
    called = re.match(r"[\s;{}]*(?:return\s+)?([\w$]{1,60})\s*\(", code)
    return called is not None and called[1] in machine.page.names


def _handlers(tree: LexborHTMLParser, page: Page, machine: Machine) -> None:
    """`onclick` and the like, and `javascript:` links, of links that lead nowhere else."""
    selector = ",".join(f"[{name}]" for name in HANDLERS) + ',[href^="javascript:" i]'
    for node in tree.css(selector)[:1000]:
        if node.tag in ("body", "form", "input") or nodes.attribute(node, "href").lower().startswith("mailto:"):
            continue
        for name in (*HANDLERS, "href"):
            code = nodes.attribute(node, name)[:_SCRIPT_LIMIT]
            if name == "href":
                code = unquote(code[11:]) if code[:11].lower() == "javascript:" else ""
            if (code and "(" in code) or "=" in code:
                _handle(tree, page, machine, node, code)


def _handle(tree: LexborHTMLParser, page: Page, machine: Machine, node: LexborNode, code: str) -> None:
    page.effects.clear()
    machine.this = page.clicked = page.element(node)
    machine.run(code)
    machine.this = page.clicked = None
    for effect in page.effects:
        if effect.kind in ("go", "href"):
            _link(tree, effect.node if effect.node is not None else node, effect.value, code)
        elif effect.node is not None:
            _change(effect, code)
    if not page.effects:
        _parts(tree, node, code)


_PARTS = re.compile(r"^\s*[\w$.]*(?:mail|spam|crypt|contact|kontakt|address|adresse)[\w$]*\s*\(([^()]{3,300})\)", re.I)
_PART = re.compile(r"'([^']{1,100})'|\"([^\"]{1,100})\"")


def _parts(tree: LexborHTMLParser, node: LexborNode, code: str) -> None:
    """A call to a mail function of a script elsewhere, with the parts of the address in their order."""
    call = _PARTS.match(code)
    parts = [single or double for single, double in _PART.findall(call[1])] if call else []
    for written in (
        parts[0] if len(parts) == 1 else "",
        "@".join(parts[:2]),
        "@".join(parts[:1]) + "@" + ".".join(parts[1:3]),
    ):
        found = find_mails(written) if written.count("@") == 1 else ()
        if len(found) == 1 and found[0].raw == written:
            _link(tree, node, "mailto:" + found[0].address, code)
            return


def _apply(tree: LexborHTMLParser, script: LexborNode, effects: list[Effect], code: str) -> None:
    written = "".join(effect.value for effect in effects if effect.kind == "write")
    for effect in effects:
        if effect.kind in ("href", "go") and effect.node is not None:
            _link(tree, effect.node, effect.value, code)
    last = {(effect.node.mem_id, effect.kind): effect for effect in _contents(effects)}
    for effect in last.values():
        _change(effect, code)
    if not written:
        return
    if _HIDING.search(written):
        _drop_notice(script)
    elif _concerns_mail(written):
        _drop_noscript(script)
        _insert(script, written, code)


def _contents(effects: list[Effect]) -> list[Effect]:
    return [effect for effect in effects if effect.kind in ("content", "append", "replace") and effect.node is not None]


def _concerns_mail(html: str) -> bool:
    """True for an address, a mail link, or the sign that an address lacks."""
    if _SIGNS_ONLY.fullmatch(html):
        return True
    if re.search(r"mailto:|&#", html, re.I) or "@" in html:
        return any(
            find_mails(nodes.text_of(node)) or _targets(node) for node in nodes.parsed(html) if not node.is_comment_node
        )
    return bool(find_mails(re.sub(r"<[^>]{0,300}>", "", html)))


def _targets(node: LexborNode) -> bool:
    below = [node, *nodes.walk(node)] if node.is_element_node else []
    return any(mailto_addresses(nodes.attribute(each, "href")) for each in below if each.tag == "a")


def _insert(script: LexborNode, html: str, code: str) -> None:
    """The written nodes in front of their script."""
    for node in nodes.parsed(html):
        if node.is_text_node:
            script.insert_before(node.text_content or "")
        elif node.is_element_node:
            script.insert_before(node)
            placed = script.prev
            if placed is not None and placed.is_element_node:
                nodes.mark(placed, "mail_script", code)


def _change(effect: Effect, code: str) -> None:
    """What a script makes of an element, if that concerns a mail address."""
    node: LexborNode = effect.node
    if node.parent is None or node.tag in ("body", "html", "head") or not _concerns_mail(effect.value):
        return
    html = "".join(
        each.html or "" if each.is_element_node else nodes.escaped(each) for each in nodes.parsed(effect.value)
    )
    notice = nodes.text_of(node, 300)
    if effect.kind == "append" and not re.search(r"spam|javascript", notice, re.I):
        html = (node.inner_html or "") + html
    node.inner_html = html
    nodes.mark(node, "mail_script", code)


def _link(tree: LexborHTMLParser, node: LexborNode, target: str, code: str) -> None:
    """Makes an element the mail link that a click on it is."""
    addresses = mailto_addresses(target) if target.strip()[:7].lower() == "mailto:" else ()
    if not addresses or node.parent is None:
        return
    text = " ".join(nodes.text_of(node, 300).split())
    href = "mailto:" + ",".join(addresses)
    if node.tag == "a":
        node.attrs["href"] = href
        nodes.mark(node, "mail_script", code)
        if not text and node.css_first("img,svg,i") is None:
            node.inner_html = addresses[0]
    else:
        nodes.replace(node, nodes.link(tree, href, text or addresses[0], "mail_script", code))


def _drop_notice(script: LexborNode) -> None:
    """Joomla 1.5 writes a hidden element around its notice, up to the next script; the notice goes."""
    following = script.next
    for _ in range(10):
        if following is None or following.tag == "script":
            return
        after = following.next
        if following.is_text_node or following.tag in nodes.INLINE:
            nodes.remove(following)
        following = after


def _drop_noscript(script: LexborNode) -> None:
    """What is meant for visitors without scripts stands behind the script that writes the address."""
    following = script.next
    if following is not None and following.is_text_node and not (following.text_content or "").strip():
        following = following.next
    if following is not None and following.tag == "noscript":
        nodes.remove(following)


def _select(tree: LexborHTMLParser, selector: str) -> list[Any]:
    from selectolax.lexbor import SelectolaxError

    if not re.fullmatch(r"[\w\s.#>,*=\[\]\"'-]{1,200}", selector):
        return []
    try:
        return list(tree.css(selector))
    except SelectolaxError:
        return []


def _read(node: Any, name: str) -> str | None:
    return nodes.text_of(node, 500) if name == "" else node.attrs.get(name)
