"""Elements of an XML part with the bytes they take, so that single ones can be replaced and the rest stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from xml.parsers import expat

from pipeline.export.office.package import NotEditableError

#: A start tag from `<` to `>`, whatever stands in its attributes.
_TAG = re.compile(rb"<[^<>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*)*>")
#: What XML 1.0 does not know as a character.
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")

#: Elements inside each other and different names: the parser keeps them all, and no program writes more.
_DEEPEST, _NAMES = 250, 10_000

Wanted = Callable[[str, Mapping[str, str]], bool]


@dataclass(frozen=True, slots=True)
class Element:
    """One element: its name without and with prefix, where its start tag begins and ends, and where it ends itself."""

    name: str
    tag: str
    attributes: Mapping[str, str]
    start: int
    opened: int
    end: int

    @property
    def prefix(self) -> str:
        """`x:` in `<x:c>`, else empty."""
        return self.tag[: -len(self.name)]


def elements(part: bytes, wanted: Wanted | Iterable[str]) -> list[Element]:
    """The elements that are wanted, in the order in which they begin. Raises NotEditableError for what is not UTF-8."""
    if callable(wanted):
        choose = wanted
    else:
        names = frozenset(wanted)

        def choose(name: str, _: Mapping[str, str]) -> bool:
            return name in names

    reader = _Reader(part, choose)
    reader.read()
    return reader.found


class _Reader:
    def __init__(self, part: bytes, wanted: Wanted) -> None:
        self.part, self.wanted = part, wanted
        self.found: list[Element] = []
        self.open: list[int | None] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.StartDoctypeDeclHandler = _refuse
        self.parser.XmlDeclHandler = _declared

    def read(self) -> None:
        if self.part.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise NotEditableError("der Zeichensatz UTF-16")
        try:
            self.parser.Parse(self.part, True)
        except expat.ExpatError as error:
            raise NotEditableError("ein Teil ist kein XML") from error

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self.open) > _DEEPEST or len(self.parser.intern) > _NAMES:
            raise NotEditableError("ein Teil ist übermäßig verschachtelt")
        name = tag.rpartition(":")[2]
        if not self.wanted(name, attributes):
            self.open.append(None)
            return
        at = self.parser.CurrentByteIndex
        written = _TAG.match(self.part, at)
        if written is None:
            raise NotEditableError(f"das Element {tag} ist nicht zu lesen")
        self.open.append(len(self.found))
        self.found.append(Element(name, tag, attributes, at, written.end(), written.end()))

    def end(self, tag: str) -> None:
        number = self.open.pop()
        if number is None:
            return
        old = self.found[number]
        if not self.part.endswith(b"/>", old.start, old.opened):
            end = self.part.index(b">", self.parser.CurrentByteIndex) + 1
            self.found[number] = Element(old.name, tag, old.attributes, old.start, old.opened, end)


def _refuse(*_: object) -> None:
    raise NotEditableError("ein Teil hat eine Dokumentdefinition")


def _declared(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding and encoding.lower() not in ("utf-8", "utf8", "us-ascii"):
        raise NotEditableError(f"der Zeichensatz {encoding}")


def spliced(part: bytes, changes: Iterable[tuple[int, int, bytes]]) -> bytes:
    """The part with other bytes in these places (start, end, new), which do not overlap."""
    out, at = [], 0
    for start, end, new in sorted(changes, key=lambda change: (change[0], change[1])):
        if start < at:
            raise NotEditableError("zwei Änderungen träfen dieselbe Stelle")
        out += [part[at:start], new]
        at = end
    return b"".join([*out, part[at:]])


def with_attribute(tag: bytes, name: str, value: str) -> bytes:
    """A start tag in which an attribute has this value."""
    new = f'{name}="{escaped(value, quote=True)}"'.encode()
    found = re.search(rb"(?<=\s)" + name.encode() + rb"\s*=\s*(?:\"[^\"]*\"|'[^']*')", tag)
    if found:
        return tag[: found.start()] + new + tag[found.end() :]
    end = len(tag) - (2 if tag.endswith(b"/>") else 1)
    return tag[:end].rstrip() + b" " + new + tag[end:]


def without_attribute(tag: bytes, name: str) -> bytes:
    """A start tag without an attribute."""
    return re.sub(rb"\s+" + name.encode() + rb"\s*=\s*(?:\"[^\"]*\"|'[^']*')", b"", tag)


def escaped(text: str, *, quote: bool = False) -> str:
    """A text as it stands in XML; characters that XML does not know are left out."""
    text = _NO_CHARACTER.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;") if quote else text


def cell_text(text: str) -> str:
    """A text as a cell holds it: `_x0041_` would be read as a character (§22.9.2.19)."""
    return escaped(_ESCAPE_LIKE.sub("_x005F_", text))


def plain(part: bytes) -> str:
    """The characters of an element that holds only text."""
    return unescape(part.decode("utf-8", "replace")).replace("\r\n", "\n")
