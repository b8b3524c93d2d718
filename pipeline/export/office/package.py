"""A zip package in which single parts are replaced; every other byte of it stays where and what it was.

Local records are copied with their compressed content, the directory keeps its order and its entries; only sizes, check
sums and offsets of what was replaced are written anew (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from posixpath import normpath

#: More than this (bytes) no part of an office's list needs.
PART_LIMIT = 400_000_000
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_ENTRY = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_UTF8 = 0x800
#: What reading a damaged or encrypted part raises.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)
_FAR = 0xFFFFFFFF  # stands in the extra field of a large archive (zip64)


class NotEditableError(ValueError):
    """The workbook holds something that cannot be changed with certainty; then it is left alone."""


class Package:
    """The parts of a package by name."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(body))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            raise NotEditableError("die Datei ist beschädigt") from error
        self._members = {key(member.filename): member for member in self._zip.infolist()}
        if len(self._members) != len(self._zip.infolist()):
            raise NotEditableError("zwei Teile haben denselben Namen")

    def __contains__(self, name: str) -> bool:
        return key(name) in self._members

    def __iter__(self) -> Iterator[str]:
        """The names of the parts, as `key` makes them."""
        return iter(self._members)

    def size(self, name: str) -> int:
        """How large a part is (bytes)."""
        return self._members[key(name)].file_size

    def beginning(self, name: str) -> bytes:
        """What a part begins with; nothing where it cannot be read."""
        try:
            with self._zip.open(self._members[key(name)]) as part:
                return part.read(64)
        except _DAMAGE:
            return b""

    def read(self, name: str) -> bytes:
        """One part. Raises NotEditableError where there is none or it cannot be read."""
        member = self._members.get(key(name))
        if member is None or member.flag_bits & 1 or member.file_size > PART_LIMIT:
            raise NotEditableError(f"der Teil {name} fehlt, ist verschlüsselt oder zu groß")
        try:
            return self._zip.read(member)
        except _DAMAGE as error:
            raise NotEditableError(f"der Teil {name} ist beschädigt") from error

    def written(self, parts: Mapping[str, bytes | None]) -> bytes:
        """The package with other content in these parts; None removes one."""
        changed = {key(name): part for name, part in parts.items()}
        out = bytearray(self._body[: self._first()])
        offsets: dict[int, tuple[int, bytes | None]] = {}
        for member, end in self._records():
            part = changed.get(key(member.filename), b"")
            if part is None:
                continue
            packed = self._packed(member, part) if key(member.filename) in changed else None
            offsets[member.header_offset] = len(out), packed
            if packed is None:
                out += self._body[member.header_offset : end]
            else:
                out += self._local(member, part, packed) + packed
        return bytes(out + self._directory(changed, offsets, len(out)))

    # ---- local records ----

    def _first(self) -> int:
        return min((member.header_offset for member in self._members.values()), default=0)

    def _records(self) -> list[tuple[zipfile.ZipInfo, int]]:
        """The members as they lie in the file, each with where it ends."""
        members = sorted(self._members.values(), key=lambda member: member.header_offset)
        ends = [*(member.header_offset for member in members[1:]), self._zip.start_dir]
        return list(zip(members, ends, strict=True))

    def _packed(self, member: zipfile.ZipInfo, part: bytes) -> bytes:
        if member.compress_type == zipfile.ZIP_STORED:
            return part
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packer.compress(part) + packer.flush()

    def _local(self, member: zipfile.ZipInfo, part: bytes, packed: bytes) -> bytes:
        old = _LOCAL.unpack_from(self._body, member.header_offset)
        name_at = member.header_offset + _LOCAL.size
        name = self._body[name_at : name_at + old[9]]
        method, flags = _method(member), old[2] & _UTF8
        head = _LOCAL.pack(
            old[0], 20, flags, method, old[4], old[5], zlib.crc32(part), len(packed), len(part), len(name), 0
        )
        return head + name

    # ---- the directory ----

    def _directory(
        self, changed: Mapping[str, bytes | None], offsets: Mapping[int, tuple[int, bytes | None]], start: int
    ) -> bytes:
        out, at, count = bytearray(), self._zip.start_dir, 0
        for member in self._zip.infolist():
            fields = list(_ENTRY.unpack_from(self._body, at))
            length = _ENTRY.size + fields[10] + fields[11] + fields[12]
            tail = self._body[at + _ENTRY.size : at + length]
            at += length
            if member.header_offset not in offsets:
                continue
            if _FAR in (fields[8], fields[9], fields[16]):
                raise NotEditableError("sie ist zu groß")
            fields[16], packed = offsets[member.header_offset]
            if packed is not None:
                part = changed[key(member.filename)] or b""
                fields[2:5] = 20, fields[3] & _UTF8, _method(member)
                fields[7:10] = zlib.crc32(part), len(packed), len(part)
            out += _ENTRY.pack(*fields) + tail
            count += 1
        comment = self._zip.comment
        end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(out), start, len(comment))
        return bytes(out) + end + comment


def _method(member: zipfile.ZipInfo) -> int:
    return zipfile.ZIP_STORED if member.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED


def key(name: str) -> str:
    """How parts are known: their names tell no small letter from a capital one."""
    return normpath(name.replace("\\", "/")).lstrip("/").lower()
