"""An HTML table saved as .xls, as portals offer it: tables become sheets, the text before one its title rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.extract.layout import Cell
from pipeline.extract.markup import nodes
from pipeline.extract.markup.parse import parse_html
from pipeline.extract.markup.style_sheets import matches, rules_of, style_sheets
from pipeline.extract.workbook.csv_file import decode
from pipeline.extract.workbook.html_hidden import hidden_columns, is_hidden, is_hidden_within, span, takes_no_room
from pipeline.extract.workbook.sheets import TEXT_LIMIT, Sheet
from pipeline.transform.text import clean

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_BREAKS = frozenset({"br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr"})
_SILENT = frozenset({"script", "style", "template", "noscript", "head", "title"})
_STRUCK = frozenset({"s", "del", "strike"})
_INVISIBLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|(?:^|[;\s])width\s*:\s*0",
    re.IGNORECASE,
)
_LINE_THROUGH = re.compile(r"text-decoration[\w-]*\s*:[^;]{0,60}line-through", re.IGNORECASE)


def read_html(body: bytes, place: str) -> tuple[Sheet, ...]:
    """The innermost tables of a page. A document without any gives none."""

    tree = parse_html(_text_of(body, place))
    _write_out_styles(tree)
    sheets = []
    for node in tree.css("table"):
        if any(inner.tag == "table" for inner in node.css("table") if inner.mem_id != node.mem_id):
            continue
        sheet = Sheet(None, is_hidden_within(node, "html"), hidden_columns=hidden_columns(node))
        row = _title_rows(sheet, node)
        _rows(sheet, node, row)
        sheets.append(sheet)
    return tuple(sheets)


def _write_out_styles(tree: LexborHTMLParser) -> None:
    """Rules that strike or hide go to their elements: spreadsheet programs strike a cell by its class (`.xl66`)."""
    rules = (rule for css in style_sheets(tree) for rule in rules_of(css))
    for selector, style in rules:
        if _LINE_THROUGH.search(style) or _INVISIBLE.search(style):
            for node in matches(tree, selector, every=True):
                node.attrs["style"] = f"{style};{nodes.attribute(node, 'style')}"


def _text_of(body: bytes, place: str) -> str:
    stated = _CHARSET.search(body[:4096])
    if stated and not body.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return body.decode(stated[1].decode("ascii").lower(), "strict")
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(body, place)


def _title_rows(sheet: Sheet, table: LexborNode) -> int:
    """The lines right before a table, back to the table before it; returns the row on which the table begins."""
    lines: list[str] = []
    node = table.prev
    while node is not None and node.tag != "table" and len(lines) < 20:
        if node.tag not in _SILENT and not _is_unseen(node):
            lines = [line for line in _visible(node)[0].split("\n") if clean(line)] + lines
        node = node.prev
    for row, line in enumerate(lines[-20:]):
        sheet.put(row, 0, Cell(line[:TEXT_LIMIT], sheet.where(row, 0)))
    return len(lines[-20:]) + bool(lines)


def _rows(sheet: Sheet, table: LexborNode, row: int) -> None:
    taken: dict[tuple[int, int], bool] = {}
    for line in table.css("tr"):
        if is_hidden_within(line, "table"):
            sheet.hidden_rows.add(row)
        column = 0
        for node in line.iter():
            if node.tag not in ("td", "th") or _makes_way(sheet, node):
                continue
            while taken.get((row, column)):
                column += 1
            height, width = span(node, "rowspan"), span(node, "colspan")
            if not is_hidden(node):
                _put(sheet, node, row, column)
            if height > 1 or width > 1:
                sheet.merged.append((row, column, row + height - 1, column + width - 1))
                for below in range(1, height):
                    taken.update({(row + below, column + beside): True for beside in range(width)})
            column += width
        row += 1


def _makes_way(sheet: Sheet, node: LexborNode) -> bool:
    """Whether a hidden cell takes no room, as in a browser. Where columns are hidden, all cells are counted."""
    return not sheet.hidden_columns and takes_no_room(node)


def _put(sheet: Sheet, node: LexborNode, row: int, column: int) -> None:
    text, struck, links = _visible(node)
    lines = (clean(line) for line in text.split("\n"))
    shown = "\n".join(line for line in lines if line)
    gone = clean(struck)
    if shown or gone or links:
        wholly = bool(gone) and not shown
        header = node.tag == "th"
        where = sheet.where(row, column)
        sheet.put(row, column, Cell((shown or gone)[:TEXT_LIMIT], where, links, False, header, wholly))


def _is_unseen(node: LexborNode) -> bool:
    return node.is_element_node and is_hidden(node)


def _visible(node: LexborNode) -> tuple[str, str, tuple[str, ...]]:
    """The text people see, the part of it struck out, and the addresses behind it."""
    kept: list[str] = []
    struck: list[str] = []
    links: list[str] = []
    for text, gone, link in _walk(node):
        (struck if gone else kept).append(text)
        if link:
            links.append(link)
    return "".join(kept), "".join(struck), tuple(dict.fromkeys(links))


def _walk(root: LexborNode) -> Iterator[tuple[str, bool, str | None]]:
    """Pieces of text in order without recursion: text, whether it is struck out, an address where a link begins."""
    stack: list[tuple[LexborNode, bool]] = [(root, False)]
    while stack:
        node, gone = stack.pop()
        if node.tag == "-text":
            yield re.sub(r"\s+", " ", node.text_content or ""), gone, None
            continue
        if node.tag in _SILENT or (node is not root and _is_unseen(node)):
            continue
        style = node.attributes.get("style") or ""
        gone = gone or node.tag in _STRUCK or bool(_LINE_THROUGH.search(style))
        link = node.attributes.get("href") if node.tag == "a" else None
        if node.tag in _BREAKS or link:
            yield ("\n" if node.tag in _BREAKS else ""), gone, link
        stack.extend((child, gone) for child in reversed(list(node.iter(include_text=True))))
