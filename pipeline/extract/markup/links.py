"""Links to files: known by suffix, by type, by the words around them; with title and stated size."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import unquote, urljoin, urlsplit

from pipeline.extract.markup.lines import Anchor, Box, Line
from pipeline.model import Link
from pipeline.transform.text import clean

_SUFFIXES = "pdf|docx?|dotx?|xlsx?|xlsm|xltx?|pptx?|ppsx?|odt|ods|odp|rtf|csv|epub|zip|txt|ics"
_FILE = re.compile(rf"\.(?:{_SUFFIXES})$", re.IGNORECASE)
_IN_QUERY = re.compile(rf"[=/][^=&?#]{{1,200}}\.(?:{_SUFFIXES})(?=$|&|#)|\.\.(?:{_SUFFIXES})$", re.IGNORECASE)
_TYPES = re.compile(r"^application/(?:pdf|msword|rtf|zip|vnd\.(?:ms-|openxml|oasis))|^text/csv", re.IGNORECASE)
#: "PDF", "Word-Datei" beside a link whose address tells nothing.
_FORMAT = (
    r"(?:PDF|DOCX?|XLSX?|PPTX?|ODT|ODS|RTF|CSV|ZIP|Word|Excel|PowerPoint)"
    r"(?:[- ]?(?:Datei|Dokument|Format|Document|File|Tabelle))?"
)
_FORMATS = ("pdf", "doc", "xls", "ppt", "odt", "ods", "rtf", "csv", "zip", "word", "excel", "powerpoint")
_DIGIT = re.compile(r"\d")
_NAMED_FORMAT = re.compile(rf"(?<![\w-]){_FORMAT}(?![\w-])")
_SIZE = re.compile(
    r"(?<![\w.,-])(\d{1,3}(?:[.  ]\d{3})*(?:[.,]\d{1,3})?|\d{1,9}(?:[.,]\d{1,3})?)\s?"
    r"(Bytes?|B|[kK](?:ilo)?[bB](?:yte)?s?|KiB|M(?:ega)?[bB](?:yte)?s?|MiB|G[bB]|GiB)(?![\w])"
)
_UNITS = {"k": 1000, "m": 1000**2, "g": 1000**3}
_BINARY = {"k": 1024, "m": 1024**2, "g": 1024**3}
_WORDS_ONLY = re.compile(
    r"^(?:hier|download|herunterladen|pdf|link|mehr|öffnen|datei|ansehen|anzeigen|zum download|"
    r"hier klicken|weiter(?:lesen)?|"
    rf"jetzt herunterladen|{_FORMAT})$",
    re.IGNORECASE,
)
#: What stands around a title and is no part of it: format and size in brackets, at the end, or before it.
_NOTE = re.compile(
    rf"(?<![\s,;|–-])[\s,;|–-]*[(\[](?:[^()\[\]]{{0,40}}(?:{_SIZE.pattern}|\b{_FORMAT}\b)[^()\[\]]{{0,40}})[)\]]\s*$"
    rf"|(?<![\s,;|–-])[\s,;|–-]+(?:{_FORMAT}[\s,;:|–-]*)?(?:ca\.\s*)?{_SIZE.pattern}\s*$"
    rf"|\s+[–|-]\s+{_FORMAT}\s*$",
    re.IGNORECASE,
)
#: In the foot of a site: what every page of it links.
_LEGAL = re.compile(r"AGB|Allgemeine|Datenschutz|Nutzung|Barriere|Impressum|Hausordnung", re.IGNORECASE)
_LEAD = re.compile(r"^(?:Download|Herunterladen|PDF|Datei)\s*:\s+", re.IGNORECASE)
#: No page links more files than this.
_LIMIT = 5000
#: So many cells beside a link say what file it is.
_CELLS = 4
_AROUND = 80  # characters around a link in which its size and format stand


def read_links(lines: Sequence[Line], base: str) -> tuple[Link, ...]:
    """All files that a page links, each address once, in order."""
    found: dict[str, Link] = {}
    for index, line in enumerate(lines):
        if line.anchors and any(_could_be_file(anchor.href) for anchor in line.anchors):
            for href, link in _links_of(lines, index, base):
                known = found.get(href)
                if len(found) < _LIMIT and (known is None or _poorer(known, link)):
                    found[href] = link
    return tuple(found.values())


def _links_of(lines: Sequence[Line], index: int, base: str) -> Iterator[tuple[str, Link]]:
    """The files that a line links, with their addresses as written."""
    line = lines[index]
    ordered = sorted(line.anchors, key=lambda anchor: anchor.start)
    alone = sum(_could_be_file(anchor.href) for anchor in ordered) == 1
    for anchor, end in zip(ordered, [*(each.start for each in ordered[1:]), len(line.text)], strict=True):
        shown = line.text[anchor.start : anchor.end]
        if not _could_be_file(anchor.href) or (line.box.region == "site" and _LEGAL.match(shown)):
            continue
        around = _around(line, anchor, end, _below(lines, index, anchor))
        if _is_document(anchor, shown, around):
            title, size = _title(anchor, line, lines, index), _size(anchor, line, around, alone)
            yield anchor.href, Link(title, _absolute(base, anchor.href), size, line.where)


def _poorer(known: Link, link: Link) -> bool:
    """Whether another link to the same file says more about it (a picture before its caption)."""
    if link.title and known.title == _file_name(known.href or "") != link.title:
        return True
    return (not known.title and bool(link.title)) or (known.stated_size is None and link.stated_size is not None
                                                    and known.title == link.title)  # fmt: skip


def _could_be_file(href: str) -> bool:
    low = href[:20].lower()
    return bool(href) and not low.startswith(
        ("#", "mailto:", "tel:", "javascript:", "data:", "callto:", "fax:", "sms:")
    )


def _absolute(base: str, href: str) -> str:
    """With the page's `<base>`, where it has one; else as written."""
    try:
        return urljoin(base, href) if base else href
    except ValueError:
        return href


def _around(line: Line, anchor: Anchor, following: int, below: str) -> str:
    """What stands right behind a link, up to the next link of the line; or before it, if that is all there is."""
    behind = line.text[anchor.end : min(following, anchor.end + _AROUND)]
    if not behind.strip() and _is_note(below):
        return below
    return behind


def _below(lines: Sequence[Line], index: int, anchor: Anchor) -> str:
    """The line below a link; the one below that where it only repeats the name of the file; or the cells beside it."""
    following = [line.text for line in lines[index + 1 : index + 3]]
    named = following and following[0] == _file_name(anchor.href)
    beside = _beside(lines, index)
    return beside if _is_note(beside) else next(iter(following[1:] if named else following), "")


def _beside(lines: Sequence[Line], index: int) -> str:
    """What the cells behind a link in the row of a table say: `PDF`, `1,6 MB`."""
    row = _row_of(lines[index])
    cells = [line for line in lines[index + 1 : index + 1 + _CELLS] if row and _row_of(line) is row]
    return " ".join(cell.text for cell in cells) if not any(cell.anchors for cell in cells) else ""


def _row_of(line: Line) -> Box | None:
    return next((box for box in line.box.chain() if box.tag == "tr"), None)


def _may_note(text: str) -> bool:
    """Whether a text may say a format or a size; hardly one does."""
    low = text.lower()
    return any(sign in low for sign in _FORMATS) or _DIGIT.search(low) is not None


def _is_note(text: str) -> bool:
    """Whether a line is only the format and size of the file above it."""
    if len(text) > 80 or not _may_note(text) or not (_SIZE.search(text) or _NAMED_FORMAT.search(text)):
        return False
    return not _FILE_WORDS.sub("", _NAMED_FORMAT.sub("", _SIZE.sub("", text)))


#: What else is said about a file: its kind, its day, its length.
_FILE_WORDS = re.compile(
    r"Adobe|Acrobat|Reader|Microsoft|Datei(?:größe|typ|format)?|Größe|Format|Dokument|nicht|barrierefrei|ca|Stand|vom|Version|Download|Seiten?|Uhr|"
    r"zuletzt|geändert|aktualisiert|am|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|"
    r"Dezember|\d{1,2}\.\s?(?:\d{1,2}\.\s?)?(?:\d{4}|\d\d)?|\d{1,2}/\d{4}|\d{1,4}(?=\s*(?:Seiten|\W*$))|\W",
    re.IGNORECASE,
)


def _is_document(anchor: Anchor, shown: str, around: str) -> bool:
    if _names_file(anchor.href) or _TYPES.match(anchor.media_type):
        return True
    if anchor.download and not urlsplit_safe(anchor.href)[0].endswith(
        (".jpg", ".jpeg", ".png", ".gif", ".vcf", ".svg")
    ):
        return True
    note = around[:_AROUND]
    if _may_note(shown[-120:]) and _NOTE.search(shown[-120:]):
        return True
    return (
        bool(_NAMED_FORMAT.search(note[:60]) and _bracketed(note))
        or bool(_SIZE.search(note[:40]))
        or _says_file(anchor)
    )


#: Of somebody, for an address book.
_CARD = re.compile(r"\.vcf(?:$|[?#&])|\bvcard\b", re.IGNORECASE)


def only_offers_card(line: Line) -> bool:
    """Whether a line is nothing but a link to a visiting card: `vCard herunterladen`."""
    whole = (anchor for anchor in line.anchors if anchor.end - anchor.start >= len(line.text.strip()))
    return any(_CARD.search(anchor.href) for anchor in whole)


@lru_cache(maxsize=8192)
def _names_file(href: str) -> bool:
    path, query = urlsplit_safe(href)
    return bool(_FILE.search(path) or _IN_QUERY.search(unquote(query)))


def _says_file(anchor: Anchor) -> bool:
    return bool(anchor.classes or anchor.title) and _are_of_file(anchor.classes, anchor.title)


@lru_cache(maxsize=2048)
def _are_of_file(classes: str, title: str) -> bool:
    words = f"{classes} ".lower()
    return bool(re.search(r"(?:^|[\s_-])(?:pdf|ext-pdf|file-pdf|docx?|xlsx?)(?=[\s_-]|$)", words)) or bool(
        re.search(rf"\((?:[^()]{{0,30}}){_FORMAT}[^()]{{0,30}}\)", title)
    )


def _bracketed(note: str) -> bool:
    return bool(re.match(rf"\s*(?:[(\[,–|-]\s*)?(?:als\s+)?{_FORMAT}", note))


def urlsplit_safe(href: str) -> tuple[str, str]:
    """Path and query of an address, empty where it is none."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return href.partition("?")[0], href.partition("?")[2]
    return unquote(parts.path), parts.query


def _title(anchor: Anchor, line: Line, lines: Sequence[Line], index: int) -> str:
    """The text of a link without format and size; for `Download` and `hier` the text it stands beside."""
    title = _bare(line.text[anchor.start : anchor.end])
    if title and not _WORDS_ONLY.match(title):
        return title
    for other in _other_titles(anchor, line, lines, index):
        bare = _bare(other)
        if bare and not _WORDS_ONLY.match(bare) and len(bare) < 200:
            return bare
    return title or _file_name(anchor.href)


def _other_titles(anchor: Anchor, line: Line, lines: Sequence[Line], index: int) -> Iterator[str]:
    yield re.sub(r"\b(?:herunterladen|öffnen|download|anzeigen)\b", "", anchor.title, flags=re.IGNORECASE)
    yield line.text[: anchor.start].strip(" :–-|,(")
    for above in lines[max(0, index - 2) : index][::-1]:
        yield "" if above.anchors else above.text


def _bare(text: str) -> str:
    title = clean(text)
    for _ in range(3):
        shorter = _LEAD.sub("", _NOTE.sub("", title)).strip(" :»›>•·-–|")
        if shorter == title or not shorter:
            break
        title = shorter
    return title


def _file_name(href: str) -> str:
    return urlsplit_safe(href)[0].rpartition("/")[2][:200]


def _size(anchor: Anchor, line: Line, around: str, alone: bool) -> int | None:
    """The stated size in bytes: in the link, right behind it, in its title, or before it in its line."""
    for text in (line.text[anchor.start : anchor.end], around, anchor.title):
        if (size := stated_size(text)) is not None:
            return size
    return stated_size(line.text[: anchor.start][-_AROUND:]) if alone else None


def stated_size(text: str) -> int | None:
    """The first size in a text in bytes: kB and MB decimal, KiB and MiB binary; comma or dot."""
    match = _SIZE.search(text)
    if not match:
        return None
    unit = match[2].lower()
    factor = (_BINARY if "ib" in unit[:3] and unit[1:2] == "i" else _UNITS).get(unit[0], 1)
    digits = match[1].replace(" ", "").replace("\u00a0", "")
    if (re.fullmatch(r"\d{1,3}(?:\.\d{3})+", digits) and factor <= 1000) or ("," in digits and "." in digits):
        digits = digits.replace(".", "")
    value = float(digits.replace(",", "."))
    return round(value * factor)


_STATED = re.compile(rf"^(?P<title>[^\d(\[][^()\[\]]{{0,150}}?)\s*[(\[](?:{_FORMAT}[,;:\s-]*)?{_SIZE.pattern}[)\]]\s*$")


def read_stated(lines: Sequence[Line]) -> tuple[Link, ...]:
    """Files that a text names by title and size only (`Flyer (3,768 MB)`), because its links are gone."""
    found = []
    for line in lines:
        match = _STATED.match(line.text) if line.text.endswith((")", "]")) and len(line.text) < 220 else None
        if match and not line.anchors:
            found.append(Link(clean(match["title"]), None, stated_size(line.text), line.where))
    return tuple(found)
