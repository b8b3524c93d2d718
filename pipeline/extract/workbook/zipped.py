"""A zipped workbook within bounds: few parts, bounded sizes, XML without document types; nothing outside is opened."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from posixpath import normpath
from xml.parsers import expat

from pipeline.errors import FormatError

#: More parts than this no office's workbook has.
PART_LIMIT = 5_000
#: One unpacked part ends here (bytes); a million formatted empty rows are about 200 MB.
PART_SIZE = 400_000_000
_CHUNK = 1 << 18
#: Elements inside each other, different names, bytes of one tag or comment: more than this no program writes, and
#: the parser keeps all of it until the end. Looked at after each chunk, in which none of it can grow far.
_DEEPEST, _NAMES, _TAG_SIZE = 250, 10_000, 8_000_000
_UNUSUAL = "enthält XML, wie kein Programm es schreibt, und wird nicht gelesen"
#: What zipfile and the unpackers raise for damaged archives.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, IndexError,
    NotImplementedError, RuntimeError,
)  # fmt: skip

Attributes = dict[str, str]


class Archive:
    """The parts of a zip file by name, read in pieces. Raises FormatError for anything damaged or too large."""

    def __init__(self, body: bytes, place: str) -> None:
        self.place = place
        try:
            self._zip = zipfile.ZipFile(BytesIO(body))
        except _DAMAGE as error:
            raise FormatError(place, "ist beschädigt und nicht zu öffnen") from error
        members = self._zip.infolist()
        if len(members) > PART_LIMIT:
            raise FormatError(place, f"besteht aus mehr als {PART_LIMIT} Teilen und wird nicht geöffnet")
        self._members = {member.filename.replace("\\", "/").lstrip("/").lower(): member for member in members}

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._members

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts in lower case."""
        return tuple(self._members)

    def check_sizes(self, limit: int = PART_SIZE) -> None:
        """For readers that unpack by themselves: raises FormatError where the parts are too large together (bytes)."""
        if sum(member.file_size for member in self._members.values()) > limit:
            raise FormatError(self.place, "ist ausgepackt zu groß und wird nicht gelesen")

    def pieces(self, name: str) -> Iterator[bytes]:
        """A part in pieces; nothing where it does not exist."""
        member = self._members.get(_key(name))
        if member is None:
            return
        if member.flag_bits & 1:
            raise FormatError(self.place, "ist mit einem Kennwort geschützt; bitte ohne Kennwort speichern")
        if member.file_size > PART_SIZE:
            raise FormatError(self.place, "ist ausgepackt zu groß und wird nicht gelesen")
        total = 0
        try:
            with self._zip.open(member) as part:
                while piece := part.read(_CHUNK):
                    total += len(piece)
                    if total > PART_SIZE:
                        raise FormatError(self.place, "ist ausgepackt zu groß und wird nicht gelesen")
                    yield piece
        except _DAMAGE as error:
            raise FormatError(self.place, "ist beschädigt und nicht ganz zu lesen") from error

    def read(self, name: str, limit: int = 2_000_000) -> bytes:
        """A small part as a whole, at most `limit` bytes of it."""
        body = b""
        for piece in self.pieces(name):
            body += piece
            if len(body) >= limit:
                break
        return body[:limit]


def _key(name: str) -> str:
    return normpath(name).lstrip("/").lower()


Start = Callable[[str, Attributes], None]
End = Callable[[str], None]


def parse_xml(
    pieces: Iterator[bytes],
    place: str,
    start: Start,
    end: End,
    data: Callable[[str], None] | None,
    depth: Callable[[], int] | None = None,
) -> None:
    """Streams XML to callbacks that get local names. A document type (hence entities) is refused.

    Some programs write `<x:c>` for `<c>`: then names are looked up in a table, else they are handed on as they are.
    `depth` tells how many elements are open, where the callbacks count them: a layer that counts costs a large sheet
    a tenth of its time.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    if depth is None:
        start, end, depth = _counted(start, end)
    local = _Local()

    def root(name: str, attributes: Attributes) -> None:
        prefixed = ":" in name
        parser.StartElementHandler = (lambda name, found: start(local[name], found)) if prefixed else start
        parser.EndElementHandler = (lambda name: end(local[name])) if prefixed else end
        start(local[name], attributes)

    def doctype(*_: object) -> None:
        raise FormatError(place, "enthält XML mit eigener Dokumentdefinition (DTD) und wird nicht gelesen")

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = root
    if data is not None:
        parser.CharacterDataHandler = data
    try:
        _feed(parser, pieces, place, depth)
    except (expat.ExpatError, ValueError, LookupError) as error:  # the latter two: encodings that expat cannot read
        raise FormatError(place, "ist beschädigt und nicht ganz zu lesen") from error


def _counted(start: Start, end: End) -> tuple[Start, End, Callable[[], int]]:
    """The same callbacks, and how many elements are open."""
    depth = 0

    def opened(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        start(name, attributes)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name)

    return opened, closed, lambda: depth


def _feed(parser: expat.XMLParserType, pieces: Iterator[bytes], place: str, depth: Callable[[], int]) -> None:
    fed = 0
    for whole in pieces:
        for at in range(0, len(whole), _CHUNK):
            piece = whole[at : at + _CHUNK]
            parser.Parse(piece, False)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > _TAG_SIZE or len(parser.intern) > _NAMES or depth() > _DEEPEST:
                raise FormatError(place, _UNUSUAL)
    parser.Parse(b"", True)


class _Local(dict[str, str]):
    """Element names without their prefix, each worked out once."""

    def __missing__(self, name: str) -> str:
        local = name.rpartition(":")[2]
        if len(self) < 10_000:
            self[name] = local
        return local


def attribute(attributes: Attributes, name: str) -> str | None:
    """An attribute by its local name, whatever prefix it has."""
    if name in attributes:
        return attributes[name]
    tail = ":" + name
    return next((value for key, value in attributes.items() if key.endswith(tail)), None)
