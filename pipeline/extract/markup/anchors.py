"""Every link of a page with what it is called: for the way to a file of which only the way is known."""

from __future__ import annotations

from pipeline.extract.markup.charset import decode
from pipeline.extract.markup.parse import parse_html
from pipeline.model import Link
from pipeline.transform.text import clean

#: A page with more links than this is no way to anywhere.
LINKS_LIMIT = 20_000


def page_links(body: bytes, charset: str | None) -> tuple[Link, ...]:
    """The links of an HTML page in order; an icon or picture is called by its label."""

    text, _ = decode(body, charset)
    tree = parse_html(text)
    base = tree.css_first("base[href]")
    start = (base.attrs.get("href") or "").strip() if base is not None else ""
    links = []
    for node in tree.css("a[href]")[:LINKS_LIMIT]:
        href = (node.attrs.get("href") or "").strip()
        labels = [node.text(separator=" "), node.attrs.get("title"), node.attrs.get("aria-label")]
        labels += [picture.attrs.get("alt") for picture in node.css("img[alt]")]
        title = next((clean(label) for label in labels if label and clean(label)), "")
        links.append(Link(title, _absolute(start, href)))
    return tuple(links)


def _absolute(base: str, href: str) -> str:
    from urllib.parse import urljoin

    try:
        return urljoin(base, href) if base.startswith(("http://", "https://")) else href
    except ValueError:
        return href
