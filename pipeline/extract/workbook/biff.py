"""The records of Excel 97 and Excel 5/95 ([MS-XLS]): their texts, numbers and formats.

python-calamine reserves as much memory as a file says it needs: a wrong dimension would end the whole night.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from struct import unpack, unpack_from

from pipeline.errors import FormatError
from pipeline.extract.workbook.cell_styles import EPOCH, EPOCH_1904, Style, Text, style_of
from pipeline.extract.workbook.sheets import TEXT_LIMIT

BOF, EOF, CONTINUE = 0x0809, 0x000A, 0x003C
_FILEPASS, _BOUNDSHEET, _FONT, _FORMAT, _XF, _SST = 0x002F, 0x0085, 0x0031, 0x041E, 0x00E0, 0x00FC
_CODEPAGE, _DATEMODE = 0x0042, 0x0022
_STRIKE = 0x0008
_CODEPAGES = {367: "ascii", 437: "cp437", 850: "cp850", 1200: "utf-16-le", 10000: "mac_roman", 32768: "mac_roman"}


@dataclass(frozen=True, slots=True)
class SheetRecord:
    """A sheet as the workbook lists it; `start` is the offset of its records."""

    name: str
    hidden: bool
    start: int


@dataclass(slots=True)
class Globals:
    """What holds for the whole workbook."""

    wide: bool = True  # BIFF8: texts are Unicode
    encoding: str = "cp1252"
    epoch: datetime = EPOCH
    fonts: list[Style] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    styles: list[tuple[int, int]] = field(default_factory=list)  # font, number format
    texts: list[Text] = field(default_factory=list)
    sheets: list[SheetRecord] = field(default_factory=list)

    def font(self, index: int) -> Style:
        """A font by number; number 4 does not exist, later ones are one too high ([MS-XLS] 2.5.129)."""
        index -= index > 4
        return self.fonts[index] if 0 <= index < len(self.fonts) else Style()

    def cell_styles(self) -> list[Style]:
        """The cell formats by number."""
        fonts = ((self.font(font), code) for font, code in self.styles)
        return [style_of(font.struck, font.bold, code, self.formats.get(code, "")) for font, code in fonts]

    def text(self, data: bytes, at: int, length_bytes: int = 2) -> str:
        """A text inside a record."""
        length = int.from_bytes(data[at : at + length_bytes], "little")
        at += length_bytes
        if not self.wide:
            return data[at : at + length].decode(self.encoding, "replace")
        flags = data[at] if at < len(data) else 0
        return _characters(data[at + 1 :], length, bool(flags & 1))


def _characters(data: bytes, count: int, wide: bool) -> str:
    return data[: 2 * count].decode("utf-16-le", "replace") if wide else data[:count].decode("latin-1")


def records(stream: bytes, start: int = 0) -> Iterator[tuple[int, bytes]]:
    """Kind and content of each record from an offset on."""
    at = start
    while at + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def read_globals(stream: bytes, place: str) -> Globals:
    """Fonts, formats, shared texts and sheets. Raises FormatError for a password and struct.error for damage."""
    found = Globals()
    shared: list[bytes] = []
    last = 0
    for kind, data in records(stream):
        if kind == _FILEPASS:
            raise FormatError(place, "ist mit einem Kennwort geschützt; bitte ohne Kennwort speichern")
        if kind == EOF:
            break
        if kind == _SST or (kind == CONTINUE and last == _SST):
            shared.append(data)
            kind = _SST
        else:
            _global(found, kind, data)
        last = kind
    found.texts = list(_shared_texts(shared, found))
    return found


def _global(found: Globals, kind: int, data: bytes) -> None:
    if kind == BOF and len(data) >= 2:
        found.wide = data[:2] >= b"\x00\x06"
    elif kind == _CODEPAGE and len(data) >= 2:
        page = unpack_from("<H", data)[0]
        found.encoding = _CODEPAGES.get(page, f"cp{page}" if 1250 <= page <= 1258 else "cp1252")
    elif kind == _DATEMODE and data[:1] == b"\1":
        found.epoch = EPOCH_1904
    elif kind == _FONT and len(data) >= 8:
        _, flags, _, weight = unpack_from("<HHHH", data)
        found.fonts.append(Style(bool(flags & _STRIKE), weight >= 600))
    elif kind == _FORMAT and len(data) >= 4:
        found.formats[unpack_from("<H", data)[0]] = found.text(data, 2, 2 if found.wide else 1)
    elif kind == _XF and len(data) >= 4:
        found.styles.append((unpack_from("<H", data)[0], unpack_from("<H", data, 2)[0]))
    elif kind == _BOUNDSHEET and len(data) >= 8 and data[5] == 0:
        start = unpack_from("<I", data)[0]
        found.sheets.append(SheetRecord(found.text(data, 6, 1), bool(data[4] & 3), start))


# ---- shared texts --------------------------------------------------------------------------------


class _Pieces:
    """A table of texts that goes on in CONTINUE records; a text that is cut says again how wide its characters are."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces, self._number, self._at = pieces, 0, 0

    def done(self) -> bool:
        """Whether nothing is left."""
        while self._number < len(self._pieces) and self._at >= len(self._pieces[self._number]):
            self._number, self._at = self._number + 1, 0
        return self._number >= len(self._pieces)

    def take(self, count: int) -> bytes:
        """So many bytes, or as many as there are."""
        parts: list[bytes] = []
        while count > 0 and not self.done():
            part = self._pieces[self._number][self._at : self._at + count]
            self._at += len(part)
            count -= len(part)
            parts.append(part)
        return b"".join(parts)

    def characters(self, count: int, wide: bool) -> str:
        """So many characters; one byte at the beginning of each further piece says how wide they are from there on."""
        parts: list[str] = []
        while count > 0:
            if parts and self._at == 0:
                wide = bool(self.take(1)[:1] > b"\0")
            piece = self._pieces[self._number] if not self.done() else b""
            fit = min(count, (len(piece) - self._at) // (2 if wide else 1))
            if fit <= 0:
                break
            data = piece[self._at : self._at + fit * (2 if wide else 1)]
            parts.append(_characters(data, fit, wide))
            self._at += len(data)
            count -= fit
            if self.done():
                break
        return "".join(parts)


def _shared_texts(pieces: Sequence[bytes], found: Globals) -> Iterator[Text]:
    """The texts of the SST record ([MS-XLS] 2.4.265)."""
    reader = _Pieces(pieces)
    reader.take(8)
    while not reader.done():
        head = reader.take(3)
        if len(head) < 3:
            return
        length, flags = unpack("<HB", head)
        runs = int.from_bytes(reader.take(2), "little") if flags & 8 else 0
        extra = int.from_bytes(reader.take(4), "little") if flags & 4 else 0
        text = reader.characters(length, bool(flags & 1))
        marks = reader.take(4 * runs)
        reader.take(extra)
        yield _with_runs(text[:TEXT_LIMIT], marks, found)


def _with_runs(text: str, marks: bytes, found: Globals) -> Text:
    """Takes out what the runs strike; what stands before the first run looks like the cell."""
    runs = [unpack_from("<HH", marks, at) for at in range(0, len(marks) - 3, 4)]
    if not any(found.font(font).struck for _, font in runs):
        return Text(text)
    ends = [start for start, _ in runs[1:]] + [len(text)]
    kept, struck = [text[: runs[0][0]]], list[str]()
    for (start, font), end in zip(runs, ends, strict=True):
        (struck if found.font(font).struck else kept).append(text[start:end])
    return Text("".join(kept), "".join(struck), plain=False)
