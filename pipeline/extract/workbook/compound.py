"""OLE compound files, in which Excel 97 and password-protected workbooks are kept ([MS-CFB]), only as far as needed."""

from __future__ import annotations

import struct
from struct import unpack_from

from pipeline.errors import FormatError

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # this and above is no sector but a mark
_ENTRY = 128


class Compound:
    """The streams of a compound file by name. Raises FormatError where the file is cut or its chains run in circles."""

    def __init__(self, body: bytes, place: str) -> None:
        self._body, self._place = body, place
        try:
            self._open()
        except (struct.error, IndexError, ValueError) as error:
            raise FormatError(place, "ist beschädigt und nicht zu öffnen") from error

    @property
    def names(self) -> frozenset[str]:
        """The names of all streams and folders."""
        return frozenset(self._streams)

    def read(self, name: str) -> bytes:
        """A whole stream; empty where there is none of that name."""
        start, size = self._streams.get(name, (_END, 0))
        try:
            if size < self._mini_limit:
                return self._chain(start, self._mini_table, self._mini, self._mini_size)[:size]
            return self._sectors(start)[:size]
        except (IndexError, ValueError) as error:
            raise FormatError(self._place, "ist beschädigt und nicht ganz zu lesen") from error

    def _open(self) -> None:
        body = self._body
        shift, mini_shift = unpack_from("<HH", body, 30)
        if not 7 <= shift <= 16 or not 4 <= mini_shift <= shift:
            raise ValueError(shift)
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        first_directory, _, self._mini_limit, first_mini = unpack_from("<IIII", body, 48)
        self._table = self._allocation()
        directory = self._sectors(first_directory)
        self._mini_table = _words(self._sectors(first_mini))
        self._streams: dict[str, tuple[int, int]] = {}
        root = (_END, 0)
        for offset in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length, kind = unpack_from("<HB", directory, offset + 64)
            name = directory[offset : offset + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            start, size = unpack_from("<II", directory, offset + 116)
            if kind == 5:
                root = (start, size)
            elif kind in (1, 2):
                self._streams.setdefault(name, (start, size))
        self._mini = self._sectors(root[0])

    def _allocation(self) -> list[int]:
        """The allocation table: for each sector the next of its chain."""
        first, count = unpack_from("<II", self._body, 68)
        sectors = [n for n in unpack_from("<109I", self._body, 76) if n < _END]
        for _ in range(min(count, len(self._body) // self._size)):
            if first >= _END:
                break
            block = _words(self._sector(first))
            sectors += [n for n in block[:-1] if n < _END]
            first = block[-1]
        if len(sectors) > len(self._body) // self._size + 1:
            raise ValueError(len(sectors))
        return _words(b"".join(self._sector(number) for number in sectors))

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self._size
        return self._body[begin : begin + self._size]

    def _sectors(self, start: int) -> bytes:
        parts: list[bytes] = []
        while start < _END:
            if len(parts) > len(self._table):
                raise ValueError(start)
            parts.append(self._sector(start))
            start = self._table[start]
        return b"".join(parts)

    def _chain(self, start: int, table: list[int], stream: bytes, size: int) -> bytes:
        parts: list[bytes] = []
        while start < _END:
            if len(parts) > len(table):
                raise ValueError(start)
            parts.append(stream[start * size : (start + 1) * size])
            start = table[start]
        return b"".join(parts)


def _words(data: bytes) -> list[int]:
    return list(unpack_from(f"<{len(data) // 4}I", data))
