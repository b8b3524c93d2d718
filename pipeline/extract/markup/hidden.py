"""What a page's style keeps from its visitor: decoys inside mail addresses, honeypots, text written backwards.

Panels that open on a click are content and stay: of hidden elements only those go that stand within a line, and blocks
that hold a mail address and nothing else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from pipeline.extract.markup import nodes
from pipeline.extract.markup.struck_rules import strike_out
from pipeline.extract.markup.style_sheets import matches, rules_of, style_sheets
from pipeline.transform.online import ending_rank, find_mails

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_GONE = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|font-size:0(?:px|pt|em|rem|%)?(?![.\d])|(?:^|;)opacity:0(?![.\d])"
    r"|content-visibility:hidden"
)
_OFF_SCREEN = re.compile(
    r"(?:left|top|right|text-indent|margin-left):-\d{3,}|clip:rect\(0|clip:rect\(1px|clip-path:inset\((?:50|100)%"
    r"|(?:width|height):[01]px;.*overflow:hidden|overflow:hidden;.*(?:width|height):[01]px"
)
_BACKWARDS = re.compile(r"unicode-bidi:(?:bidi|isolate)-override")
_RTL = re.compile(r"direction:rtl")
_DIRECTION = re.compile(r"(?:^|;)direction:(ltr|rtl)")
_STRUCK = re.compile(r"text-decoration(?:-line)?:[^;]*line-through")
_GENERATED = re.compile(r"content:((?:[^;\"']|\"[^\"]*\"|'[^']*')+)")
#: Classes of published tools whose style sheet lies outside the page.
_ALWAYS_HIDDEN = ".eeb-nodis"
_HIDING = frozenset(
    {
        "hidden",
        "hide",
        "d-none",
        "display-none",
        "invisible",
        "visually-hidden-decoy",
        "nodisplay",
        "no-display",
        "dnone",
        "honeypot",
        "decoy",
    }
)
_REVERSING = frozenset(
    {
        "eeb-rtl",
        "codedirection",
        "reverse",
        "reversed",
        "rtl",
        "backwards",
        "bidi",
        "flip",
        "mirror",
        "cryptedmail",
        "mail-reverse",
    }
)
CLASS_SIGNS = _HIDING | _REVERSING
_PANEL = re.compile(
    r"collaps|accord|panel|tab|toggle|dropdown|modal|slide|expand|more|mehr|details|popup|popover|flyout"
)
_LABEL = re.compile(r"[\w-]{1,15}\s*:\s*|\b(?:e-?mail|mail|tel|telefon|fax|kontakt)\b[\s:]*", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+|\b0)[\d /()-]{6,}")
_MIRROR = str.maketrans("()[]{}<>", ")(][}{><")
#: The style of an element whose text was turned round, so that no rule of the page turns it again.
_TURNED = "unicode-bidi:normal"
#: Who turns letters round says so close to them.
_NEAR = 8
#: An element with more below it is no mere honeypot.
_HONEYPOT_NODES = 40


def squeezed(style: str) -> str:
    """A style in small letters without blanks and `!important`."""
    return re.sub(r"\s+|!important", "", style[:2000].lower())


def hidden_by_style(node: LexborNode) -> bool:
    """True where an element's own attributes keep it from being shown: `style`, or the `hidden` attribute."""
    return node.is_element_node and (
        "hidden" in node.attrs or bool(_GONE.search(squeezed(nodes.attribute(node, "style"))))
    )


def uncover(tree: LexborHTMLParser, html: str) -> None:
    """Removes decoys, writes out what the style adds, and turns backward text round."""
    gone, off_screen, backwards, generated = _styled(tree)
    html = html.lower()
    for node in gone:
        if _is_decoy(node, html):
            nodes.remove(node)
    for node in off_screen:
        if _is_honeypot(node, html) or (_splits_address(node) and not _LABEL.search(nodes.text_of(node))):
            nodes.remove(node)
    for node in _struck(tree):
        if _is_honeypot(node, ""):
            nodes.remove(node)
    for node, sides in _by_element(generated):
        _write_out(node, sides)
    for node in {node.mem_id: node for node in backwards}.values():
        _turn(tree, node)


Generated = tuple["LexborNode", str, str]


def _styled(
    tree: LexborHTMLParser,
) -> tuple[list[LexborNode], list[LexborNode], list[LexborNode], list[Generated]]:
    """Elements that are not shown, stand off the screen, run backwards, or have text added by a style."""
    gone = [node for node in tree.css("[hidden]")[: nodes.LIMIT] if nodes.attribute(node, "hidden") != "until-found"]
    off_screen: list[LexborNode] = []
    backwards = [node for node in tree.css("bdo[dir]")[: nodes.LIMIT] if nodes.attribute(node, "dir").lower() == "rtl"]
    generated: list[Generated] = []
    for node in tree.css("[style]")[: nodes.LIMIT]:
        _sort(squeezed(nodes.attribute(node, "style")), [node], gone, off_screen, backwards)
    for selector, style in _rules(tree):
        plain, _, where = selector.replace("::", ":").partition(":")
        if where in ("before", "after"):
            content = _GENERATED.search(style)
            generated += [(node, where, content[1]) for node in matches(tree, plain)] if content else []
        elif not where:
            _sort(squeezed(style), matches(tree, selector), gone, off_screen, backwards)
    strike_out(tree)
    named = ",".join(f".{name}" for name in sorted(_REVERSING))
    backwards += [node for node in matches(tree, named) if _reads_backwards(nodes.text_of(node, 300))]
    hiding = ",".join(f".{name}" for name in sorted(_HIDING)) + ",[class*=spam],[class*=remove],[class*=nodis]"
    gone += [node for node in matches(tree, hiding) if _splits_address(node)] + matches(tree, _ALWAYS_HIDDEN)
    return gone, off_screen, backwards, generated


def _struck(tree: LexborHTMLParser) -> list[LexborNode]:
    """What is struck out; an address there is no longer valid. Longer struck parts are the business of the reader."""
    styled = (node for node in tree.css('[style*="line-through" i]')[: nodes.LIMIT])
    struck = [node for node in styled if _STRUCK.search(squeezed(nodes.attribute(node, "style")))]
    return struck + tree.css("s,del,strike")[: nodes.LIMIT]


def _sort(
    style: str, found: list[LexborNode], gone: list[LexborNode], off: list[LexborNode], backwards: list[LexborNode]
) -> None:
    if _GONE.search(style):
        gone += found
    elif _OFF_SCREEN.search(style):
        off += found
    elif _BACKWARDS.search(style):
        backwards += found if _RTL.search(style) else [node for node in found if _runs_left(node)]


def _runs_left(node: LexborNode) -> bool:
    """Whether the text of an element runs to the left, as the nearest `dir` or `direction` around it says."""
    around: LexborNode | None = node
    for _ in range(_NEAR):
        if around is None:
            break
        styled = _DIRECTION.search(squeezed(nodes.attribute(around, "style")))
        said = styled[1] if styled else nodes.attribute(around, "dir").lower()
        if said in ("ltr", "rtl"):
            return said == "rtl"
        around = around.parent
    return False


def _rules(tree: LexborHTMLParser) -> list[tuple[str, str]]:
    """Selector and declarations of the page's own rules that hide, turn or add text; not those for print or phones."""
    return [rule for css in style_sheets(tree) for rule in _rules_of(css)][:300]


@lru_cache(maxsize=32)
def _rules_of(css: str) -> tuple[tuple[str, str], ...]:
    """Those of one style sheet, which stands on every page of a site."""
    return tuple((selector, style) for selector, style in rules_of(css) if _matters(squeezed(style)))


def _matters(tight: str) -> bool:
    found = _GONE.search(tight) or _OFF_SCREEN.search(tight) or _BACKWARDS.search(tight)
    return bool(found) or "content:" in tight


def _is_decoy(node: LexborNode, html: str) -> bool:
    """Whether a hidden element only deceives: a piece within a line, or a block with nothing but a mail address."""
    if node.parent is None or node.tag in ("body", "html", "input"):
        return False
    if nodes.is_inline(node):
        text = nodes.text_of(node, 500)
        return _splits_address(node) or (len(text) < 300 and not _PHONE.search(text) and not _opens(node, html))
    return _is_honeypot(node, html)


def _is_honeypot(node: LexborNode, html: str) -> bool:
    """Whether an element holds a mail address, in its text or behind a link, and next to nothing else."""
    if node.parent is None or _opens(node, html):
        return False
    below = list(nodes.walk(node, _HONEYPOT_NODES))
    if len(below) == _HONEYPOT_NODES:
        return False
    text = "".join(each.text_content or "" for each in below if each.is_text_node)[:1000]
    rest, mails = text, find_mails(text)
    for mail in reversed(mails):
        rest = rest[: mail.start] + rest[mail.end :]
    links = (nodes.attribute(each, "href").lower() for each in (node, *below))
    if not mails and not any(link.startswith("mailto:") for link in links):
        return False
    rest = _LABEL.sub("", rest).strip()
    return len(rest) < 30 and not re.search(r"\d", rest)


def _opens(node: LexborNode, html: str) -> bool:
    """Whether something on the page shows the element on a click: it is a panel, or its id stands elsewhere too."""
    name = nodes.attribute(node, "id")
    if _PANEL.search(nodes.attribute(node, "class").lower()) or nodes.attribute(node, "role") == "tabpanel":
        return True
    return bool(name) and html.count(name) > 1


def _splits_address(node: LexborNode) -> bool:
    """Whether the line around an element gives an address only without it."""
    if not nodes.is_inline(node):
        return False
    before, after = beside(node, "prev"), beside(node, "next")
    if not before or not after:
        return False
    tight = not before[-1].isspace() and not after[0].isspace()
    return tight and bool(find_mails(before + after)) and not find_mails(before) + find_mails(after)


def beside(node: LexborNode, side: str) -> str:
    """Up to 100 characters of the line before or after an element, through the inline elements around it."""
    pieces: list[str] = []
    current = node
    for _ in range(12):
        following = current.prev if side == "prev" else current.next
        if following is None:
            parent = current.parent
            if parent is None or parent.tag not in nodes.INLINE:
                break
            current = parent
            continue
        current = following
        if following.is_comment_node or hidden_by_style(following):
            continue
        if following.is_element_node and following.tag not in nodes.INLINE:
            break
        pieces.append(nodes.text_of(following, 200))
    return "".join(reversed(pieces))[-100:] if side == "prev" else "".join(pieces)[:100]


def _by_element(generated: list[Generated]) -> list[tuple[LexborNode, dict[str, str]]]:
    """Each element with what the last rule for either side of it adds."""
    found: dict[int, tuple[LexborNode, dict[str, str]]] = {}
    for node, where, content in generated:
        found.setdefault(node.mem_id, (node, {}))[1][where] = content
    return list(found.values())


def _write_out(node: LexborNode, sides: dict[str, str]) -> None:
    """Text that a style adds before or after an element: strings and `attr(…)`, where an address needs it."""
    before, after = (_added(node, sides.get(where, "")) for where in ("before", "after"))
    if not re.search(r"[@.\w]", before + after):
        return
    joined = before + nodes.text_of(node, 300) + after
    if "@" in joined or find_mails(joined):
        node.inner_html = escape(joined.strip(), quote=False)
        nodes.mark(node, "mail_style", " ".join(f"{where}: {content}" for where, content in sides.items()))


def _added(node: LexborNode, content: str) -> str:
    """What a `content` draws; nothing where it is longer than any address."""
    pieces = re.findall(r"\"([^\"]*)\"|'([^']*)'|attr\(\s*([\w-]+)\s*\)", content)
    text = "".join(_css_string(double or single) or nodes.attribute(node, name) for double, single, name in pieces)
    return text if len(text) <= 200 else ""


def _css_string(text: str) -> str:
    return re.sub(r"\\([0-9a-fA-F]{1,6})\s?", lambda match: chr(min(int(match[1], 16), 0x10FFFF)), text)


def _reads_backwards(text: str) -> bool:
    forwards, backwards = (
        max((ending_rank(mail.address) for mail in find_mails(each)), default=0) for each in (text, text.strip()[::-1])
    )
    return backwards > forwards


def _turn(tree: LexborHTMLParser, node: LexborNode) -> None:
    """Writes the text of an element the way it is seen; in an element of several lines each text by itself."""
    text = " ".join(nodes.text_of(node, 500).split())
    if nodes.attribute(node, "style") == _TURNED or node.parent is None or not text:
        return
    anchor = node.css_first("a[href]") if node.tag != "a" else None
    if not nodes.is_one_line(node):
        for below in [each for each in nodes.walk(node) if each.is_text_node]:
            nodes.replace(below, _mirrored(below.text_content or ""))
    elif anchor is not None:
        target = nodes.attribute(anchor, "href")
        nodes.replace(node, nodes.link(tree, target, _mirrored(text), "mail_backwards", text))
        return
    else:
        node.inner_html = escape(_mirrored(text), quote=False)
    node.attrs["style"] = _TURNED
    if "dir" in node.attrs:
        del node.attrs["dir"]
    nodes.mark(node, "mail_backwards", text)


def _mirrored(text: str) -> str:
    return text[::-1].translate(_MIRROR)
