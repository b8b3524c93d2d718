"""Which format a workbook has, by its content and never by its name, and its sheets."""

from __future__ import annotations

import re

from pipeline.errors import FormatError
from pipeline.extract.workbook.compound import MAGIC as COMPOUND
from pipeline.extract.workbook.sheets import Sheet

_ZIP = b"PK\x03\x04"
_HEAD = 65_536
_TABLE_TAG = re.compile(rb"<(?:table|html|body|tr)[\s>]", re.IGNORECASE)
#: What a file is instead, by its first bytes.
_OTHERS = (
    (b"%PDF", "ist ein PDF und keine Tabelle"),
    (b"\x89PNG", "ist ein Bild und keine Tabelle"),
    (b"\xff\xd8\xff", "ist ein Bild und keine Tabelle"),
    (b"GIF8", "ist ein Bild und keine Tabelle"),
    (b"{\\rtf", "ist ein Textdokument und keine Tabelle"),
    (b"\x1f\x8b", "ist ein gepacktes Archiv und keine Tabelle"),
    (b"Rar!", "ist ein gepacktes Archiv und keine Tabelle"),
    (b"7z\xbc\xaf", "ist ein gepacktes Archiv und keine Tabelle"),
    (b"PK\x05\x06", "ist leer"),
)


def open_workbook(body: bytes, place: str) -> tuple[Sheet, ...]:
    """All sheets of a file of any format. Raises FormatError with one clear sentence."""
    if not body.strip(b"\0 \t\r\n"):
        raise FormatError(place, "ist leer")
    for magic, cause in _OTHERS:
        if body.startswith(magic):
            raise FormatError(place, cause)
    if body.startswith(_ZIP):
        return _zipped(body, place)
    if body.startswith(COMPOUND):
        from pipeline.extract.workbook.xls import read_xls

        return read_xls(body, place)
    if body[:2] == b"\x09\x08" and body[2:4] in (b"\x08\x00", b"\x10\x00"):
        from pipeline.extract.workbook.xlsb import read_values  # a bare stream of records, before Excel 97

        return read_values(body, place)
    return _text(body, place)


def _zipped(body: bytes, place: str) -> tuple[Sheet, ...]:
    from pipeline.extract.workbook.zipped import Archive

    archive = Archive(body, place)
    names = archive.names
    if "xl/workbook.bin" in archive:
        from pipeline.extract.workbook.xlsb import read_values

        archive.check_sizes()
        return read_values(body, place)
    if archive.read("mimetype").startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        from pipeline.extract.workbook.ods import read_ods

        return read_ods(archive)
    from pipeline.extract.workbook.xlsx import read_xlsx
    from pipeline.extract.workbook.xlsx_parts import workbook_part

    if workbook_part(archive) is None:
        raise FormatError(place, _other_archive(names))
    return read_xlsx(archive)


def _other_archive(names: tuple[str, ...]) -> str:
    if any(name.startswith("word/") for name in names):
        return "ist ein Word-Dokument und keine Tabelle"
    if any(name.startswith("ppt/") for name in names):
        return "ist eine Präsentation und keine Tabelle"
    if any(name.startswith("index/") and name.endswith(".iwa") for name in names):
        return "ist eine Numbers-Datei; bitte als Excel-Datei speichern"
    return "ist ein gepacktes Archiv und keine Tabelle"


def _text(body: bytes, place: str) -> tuple[Sheet, ...]:
    head = body[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head.startswith((b"<?xml", b"<Workbook")) or b"<office:document" in head:
        from pipeline.extract.workbook.spreadsheetml import NAMESPACE, read_spreadsheetml

        if NAMESPACE in head and b"<html" not in head[:2000].lower():
            return read_spreadsheetml(body.lstrip(), place)
        if b"<office:document" in head:
            from pipeline.extract.workbook.ods import read_flat_ods

            return read_flat_ods(body.lstrip(), place)
    if head[:13].lower() == b"mime-version:" or b"\ncontent-type: multipart/related" in head[:2000].lower():
        body = _web_archive(body)
        head = body[:_HEAD]
    if _TABLE_TAG.search(head):
        return _html(body, place)
    from pipeline.extract.workbook.csv_file import read_csv

    return (read_csv(body, place),)


def _html(body: bytes, place: str) -> tuple[Sheet, ...]:
    from pipeline.extract.workbook.html_tables import read_html

    sheets = read_html(body, place)
    if not sheets:
        raise FormatError(place, "ist eine Webseite ohne Tabelle")
    return sheets


def _web_archive(body: bytes) -> bytes:
    """The page inside a "single file web page" (.mht under the name .xls)."""
    from email import policy
    from email.parser import BytesParser

    message = BytesParser(policy=policy.default).parsebytes(body)
    pages = (part for part in message.walk() if part.get_content_type() == "text/html")
    found = [bytes(part.get_payload(decode=True) or b"") for part in pages]
    return max(found, key=lambda page: page.lower().count(b"<td"), default=b"")
