"""What draws nothing goes from a workbook, wherever it stands: direction overrides, tags, zero-width and control signs.

Not only cells: a sheet, a column of a table or a name is called the same in all parts of a workbook, so the signs go
from all of them or the parts would no longer fit together. Every other byte stays, and parts without such signs stay
packed as they are. Formats and the parts of other programs are not looked at: nobody reads a value there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pipeline.export.office.book import Book
from pipeline.export.office.package import PART_LIMIT, NotEditableError, key
from pipeline.export.office.xml import elements, spliced
from pipeline.export.visible import is_invisible

#: Bytes looked at together: a part may be large, and its texts take four times as much once they hold an emoji.
_PIECE = 1 << 20
#: Whether the sign before is drawn as a text or as a picture; an office's telephones are none without it.
_LOOKS = "\ufe0e\ufe0f"
#: Lines end here for some programs, and words for all.
_SEPARATORS = "\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"
#: Characters written as their number, as XML does, and as texts of workbooks do beside it (§22.9.2.19), there also in
#: two halves. Drawings call their shapes `_x0000_s1025`: there it means nothing.
_REFERENCE = r"&#0*(?P<decimal>[0-9]{1,7});|&#x0*(?P<hex>[0-9A-Fa-f]{1,6});"
_ESCAPED = r"|_x(?P<high>[Dd][89ABab][0-9A-Fa-f]{2})__x(?P<low>[Dd][C-Fc-f][0-9A-Fa-f]{2})_|_x(?P<own>[0-9A-Fa-f]{4})_"
_NUMBERED, _REFERRED = re.compile(_REFERENCE + _ESCAPED), re.compile(_REFERENCE)
_OF_WORKBOOK, _HEAD = b"/spreadsheetml/", 4096
#: What is left may spell a further sign, though nobody writes so by accident.
_ROUNDS = 3
#: How a part in UTF-16 begins.
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,100}?\sencoding\s*=\s*[\"']([\w.-]+)")
#: Elements that a workbook knows by their names: two of one name would make it unreadable.
_NAMED = ("sheet", "definedName", "tableColumn")
_NAMES_ANYTHING = re.compile(rb"<(?:\w+:)?(?:%s)\s" % "|".join(_NAMED).encode())


def without_hidden(book: Book) -> None:
    """Take what draws nothing out of every part. Raises NotEditableError where that cannot be done with certainty."""
    for name in _texts(book):
        part = book.part(name)
        new = (_links if name.endswith(".rels") else cleaned)(part)
        if new != part:
            book.put(name, new)


def _texts(book: Book) -> Iterator[str]:
    """The parts that may hold words; raises NotEditableError where they are too large together."""
    size, formats = 0, key(book.styles or "")
    for name in book.package:
        aside = name == formats or name == "[content_types].xml" or name.startswith("customxml/")
        if not aside and not book.gone(name) and is_markup(book.package.beginning(name)):
            size += book.package.size(name)
            if size > PART_LIMIT:
                raise NotEditableError("ausgepackt ist sie zu groß")
            yield name


def is_markup(beginning: bytes) -> bool:
    """Whether a part that begins like this is XML, in any encoding."""
    return beginning.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")


def _links(part: bytes) -> bytes:
    """Relations: only what leads out of the workbook is anybody's text, the rest are names of parts."""
    if cleaned(part) == part:
        return part
    found = elements(part, ("Relationship",))
    out = [each for each in found if each.attributes.get("TargetMode") == "External"]
    return spliced(part, [(each.start, each.opened, cleaned(part[each.start : each.opened])) for each in out])


# ---- one part ------------------------------------------------------------------------------------


def cleaned(part: bytes) -> bytes:
    """The part without what draws nothing; the very same bytes if there is nothing of it."""
    if _is_plain(part):
        return part
    encoding = encoding_of(part)
    numbers = _NUMBERED if _OF_WORKBOOK in part[:_HEAD].replace(b"\0", b"") else _REFERRED
    if encoding != "utf-8":
        if _cleaned(part.decode(encoding), numbers) != part.decode(encoding):
            raise NotEditableError(f"der Zeichensatz {encoding}")
        return part
    new = b"".join(_piece(piece, numbers) for piece in _pieces(part))
    if new != part and not _names_fit(part, new):
        raise NotEditableError("zwei Namen, die sich nur in unsichtbaren Zeichen unterscheiden")
    return new


def _is_plain(part: bytes) -> bool:
    """Whether a look at the bytes is enough: most of a workbook are numbers and tags."""
    return part.isascii() and not any(sign in part for sign in (b"&#", b"_x", b"\x7f", b"\0"))


def encoding_of(part: bytes) -> str:
    """The encoding of a part, in small letters."""
    if wide := next((name for mark, name in _WIDE.items() if part.startswith(mark)), None):
        return wide
    declared = _ENCODING.match(part.removeprefix(b"\xef\xbb\xbf"), 0, 200)
    encoding = declared[1].decode().lower() if declared else "utf-8"
    return "utf-8" if encoding in ("utf8", "us-ascii", "ascii") else encoding


def _pieces(part: bytes) -> Iterator[bytes]:
    """The part in pieces that begin where a tag does."""
    at = 0
    while at < len(part):
        end = part.find(b"<", at + _PIECE)
        end = len(part) if end < 0 else end
        yield part[at:end]
        at = end


def _piece(piece: bytes, numbers: re.Pattern[str]) -> bytes:
    if _is_plain(piece):
        return piece
    text = piece.decode("utf-8", "surrogateescape")
    return _cleaned(text, numbers).encode("utf-8", "surrogateescape")


def _cleaned(text: str, numbers: re.Pattern[str]) -> str:
    for _ in range(_ROUNDS):
        mark = text[:1] if text.startswith("\ufeff<") else ""  # of the encoding, no part of the text
        new = mark + _once(text[len(mark) :], numbers)
        if new == text:
            return text
        text = new
    raise NotEditableError("unsichtbare Zeichen, die ineinander stecken")


def _once(text: str, numbers: re.Pattern[str]) -> str:
    gone = {ord(char): _instead(char) for char in set(text) if _is_hidden(char)}
    return numbers.sub(_without_number, text.translate(gone) if gone else text)


def _without_number(found: re.Match[str]) -> str:
    parts = found.groupdict()
    if parts.get("high"):
        code = 0x10000 + (int(parts["high"], 16) - 0xD800 << 10) + int(parts["low"], 16) - 0xDC00
    else:
        code = int(parts["decimal"]) if parts["decimal"] else int(parts["hex"] or parts["own"], 16)
    return _instead(chr(code)) if code < 0x110000 and _is_hidden(chr(code)) else found[0]


def _is_hidden(char: str) -> bool:
    """Whether a character draws nothing in any font; what is not assigned yet or private, some draw."""
    if char in _SEPARATORS or 0xE0000 <= ord(char) < 0xE1000:
        return True
    return char not in _LOOKS and is_invisible(char) and unicodedata.category(char) not in ("Cn", "Co", "Cs")


def _instead(char: str) -> str:
    return " " if char in _SEPARATORS else ""


# ---- names ---------------------------------------------------------------------------------------


def _names_fit(old: bytes, new: bytes) -> bool:
    """Whether what a workbook knows by name still has one, and one of its own."""
    if not _NAMES_ANYTHING.search(old):
        return True
    names = _names(new)
    return len(names) == len(_names(old)) and not any(name == "" for _, _, name in names)


def _names(part: bytes) -> set[tuple[str, str | None, str]]:
    found = elements(part, _NAMED)
    return {(e.name, e.attributes.get("localSheetId"), e.attributes.get("name", "").strip().casefold()) for e in found}
