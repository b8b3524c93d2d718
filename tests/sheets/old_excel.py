"""Excel 97 files for tests, record by record, as no library in use writes them ([MS-CFB], [MS-XLS])."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from struct import pack

_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
STRUCK = 1  # index of the format with a struck-out font


def record(kind: int, data: bytes = b"") -> bytes:
    """One record."""
    return pack("<HH", kind, len(data)) + data


def text(value: str) -> bytes:
    """A Unicode string with a length of two bytes."""
    return pack("<HB", len(value), 1) + value.encode("utf-16-le")


def sheet(rows: Sequence[Sequence[object]], struck: Iterable[tuple[int, int]] = (), more: bytes = b"") -> bytes:
    """The records of one sheet; `more` comes before its end."""
    struck = set(struck)
    body = record(0x0809, pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            place = pack("<HHH", row, column, STRUCK if (row, column) in struck else 0)
            if isinstance(value, (int, float)):
                body += record(0x0203, place + pack("<d", float(value)))
            elif isinstance(value, str):
                body += record(0x0204, place + text(value))
    return body + more + record(0x000A)


def workbook(sheets: dict[str, bytes], hidden: Iterable[str] = (), before: bytes = b"") -> bytes:
    """A whole file with these sheets."""
    font = [record(0x0031, pack("<HHHHHBBBB", 200, flag, 0, 400, 0, 0, 0, 0, 0) + b"\x01\0A") for flag in (0, 8)]
    formats = [record(0x00E0, pack("<HHH", index, 0, 0) + bytes(14)) for index in (0, 1)]
    head = record(0x0809, pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)) + before + b"".join(font + formats)
    names = [pack("<BB", len(name), 1) + name.encode("utf-16-le") for name in sheets]
    offset = len(head) + sum(4 + 6 + len(name) for name in names) + 4
    for (title, body), name in zip(sheets.items(), names, strict=True):
        head += record(0x0085, pack("<IH", offset, 1 if title in set(hidden) else 0) + name)
        offset += len(body)
    return compound({"Workbook": head + record(0x000A) + b"".join(sheets.values())})


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file; every stream is made long enough to stand in ordinary sectors."""
    bodies = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    sectors: list[bytes] = []
    table: list[int] = []
    entries = [_entry("Root Entry", 5, _END, 0, 1)]
    for number, (name, data) in enumerate(bodies.items(), 1):
        sibling = number + 1 if number < len(bodies) else _FREE
        entries.append(_entry(name, 2, len(sectors), len(data), _FREE, sibling))
        _add(sectors, table, data)
    directory = len(sectors)
    _add(sectors, table, b"".join(entries))
    fat = len(sectors)
    count = (len(sectors) + 1) // 128 + 1
    table += [_FAT] * count
    sectors += [pack("<128I", *(table + [_FREE] * (128 * count))[128 * n : 128 * (n + 1)]) for n in range(count)]
    places = [fat + n for n in range(count)] + [_FREE] * (109 - count)
    numbers = (62, 3, 0xFFFE, 9, 6, 0, 0, 0, count, directory, 0, 4096, _END, 0, _END, 0)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<HHHHHHIIIIIIIIII", *numbers)
    return head + pack("<109I", *places) + b"".join(sectors)


def _add(sectors: list[bytes], table: list[int], data: bytes) -> None:
    first = len(sectors)
    parts = [data[at : at + 512].ljust(512, b"\0") for at in range(0, len(data), 512)]
    sectors += parts
    table += [first + number + 1 for number in range(len(parts) - 1)] + [_END]


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE, right: int = _FREE) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    return (
        raw.ljust(64, b"\0")
        + pack("<HBBIII", len(raw), kind, 1, _FREE, right, child)
        + bytes(36)
        + pack("<III", start, size, 0)
    )


def hidden_row(row: int) -> bytes:
    """A ROW record that hides its row."""
    return record(0x0208, pack("<HHHHHHI", row, 0, 9, 255, 0, 0, 0x20))


def hidden_column(column: int) -> bytes:
    """A COLINFO record that hides a column."""
    return record(0x007D, pack("<HHHHHH", column, column, 2560, 0, 1, 0))


def merged(top: int, bottom: int, left: int, right: int) -> bytes:
    """A MERGEDCELLS record for one area."""
    return record(0x00E5, pack("<HHHHH", 1, top, bottom, left, right))


def link(row: int, column: int, address: str) -> bytes:
    """A HLINK record with an URL."""
    raw = address.encode("utf-16-le") + b"\0\0"
    kind = bytes.fromhex("d0c9ea79f9bace118c8200aa004ba90b")
    moniker = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")
    return record(
        0x01B8,
        pack("<HHHH", row, row, column, column) + kind + pack("<II", 2, 3) + moniker + pack("<I", len(raw)) + raw,
    )
