"""One file of whatever kind: its content decides whether it is a workbook, a page or plain text."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from pipeline.model import Extraction, Rules

_WORKBOOK_MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_WORKBOOK_NAMES = {".xlsx", ".xlsm", ".xls", ".ods", ".fods", ".csv", ".tsv", ".tab", ".xlsb", ".xltx"}
_WORKBOOK_TYPES = ("spreadsheet", "ms-excel", "text/csv")
_SHEET_XML = (b"opendocument.spreadsheet", b"urn:schemas-microsoft-com:office:spreadsheet")
_TAG = re.compile(rb"<(?:!doctype|html|head|body|div|p|br|table|a|span|ul|h[1-6]|script|[a-z][a-z0-9]*)[\s/>]", re.I)
_HEAD = 65_536  # bytes in which a page shows its first tag


def read_anything(
    body: bytes, name: str, rules: Rules, charset: str | None = None, media_type: str | None = None
) -> Extraction:
    """What one file yields. `name` and `media_type` only help where the content says nothing. Raises FormatError."""
    suffix = PurePosixPath(name.lower()).suffix
    if body.startswith(_WORKBOOK_MAGIC) or suffix in _WORKBOOK_NAMES or _is_table(media_type) or _is_sheet(body):
        from pipeline.extract.workbook.reader import read_workbook

        return read_workbook(body, name, rules)
    from pipeline.extract.page.reader import read_page, read_text

    if suffix == ".txt" or not _TAG.search(body[:_HEAD].replace(b"\0", b"")):
        return read_text(body, charset, rules)
    return read_page(body, charset, rules)


def _is_sheet(body: bytes) -> bool:
    """A sheet written as XML or with tabs between its values, whatever its name."""
    head = body[:_HEAD].replace(b"\0", b"")
    if any(mark in head[:2000] for mark in _SHEET_XML):
        return True
    lines = [line for line in head.splitlines()[:50] if line.strip()]
    return (
        len(lines) > 1
        and not _TAG.search(head)
        and all(line.count(b"\t") == lines[0].count(b"\t") > 1 for line in lines)
    )


def _is_table(media_type: str | None) -> bool:
    return media_type is not None and any(part in media_type for part in _WORKBOOK_TYPES)
