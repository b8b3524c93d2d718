"""Linked files: which of them are documents, what they are called here, and which link a pattern means.

What a file is, its content says; its address and its declared type are hearsay. Whatever a browser would run (HTML,
SVG, script) is never a document, and neither is a file that was cut off on its way.
"""

from __future__ import annotations

import fnmatch
import io
import re
import unicodedata
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from pipeline.errors import FormatError
from pipeline.extract.network.addresses import shown
from pipeline.model import Link
from pipeline.transform.text import clean, fold

if TYPE_CHECKING:
    from zipfile import ZipFile

#: Suffix → media type of what may be collected.
DOCUMENT_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".doc": "application/msword",
    ".xls": "application/vnd.ms-excel",
    ".ppt": "application/vnd.ms-powerpoint",
    ".rtf": "application/rtf",
    ".csv": "text/csv",
    ".txt": "text/plain",
}
#: The part that every Office Open XML document has → suffix.
_OFFICE = {
    "word/document.xml": ".docx",
    "xl/workbook.xml": ".xlsx",
    "xl/workbook.bin": "",
    "ppt/presentation.xml": ".pptx",
}
#: The name of the main stream in an OLE2 file, as its directory writes it → suffix.
_OLD_OFFICE = {"WordDocument": ".doc", "Workbook": ".xls", "Book": ".xls", "PowerPoint Document": ".ppt"}
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Parts and unpacked bytes beyond which an archive is a bomb.
_PARTS, _UNPACKED = 20_000, 268_435_456
_ACTIVE = re.compile(
    rb"<\s*(?:!doctype|html|head|body|script|svg|iframe|\?xml|!--|img|object|embed|a\s|div|p[\s>])", re.IGNORECASE
)

_CONTROL = re.compile(rb"[\0-\x08\x0b\x0e-\x1f]")

#: Names that Windows keeps for devices, with or without a suffix.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin|conout|clock|com\d|lpt\d)", re.IGNORECASE)
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "æ": "ae", "Æ": "Ae"}
    | {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"}
)
_LONGEST_NAME = 100
_CANDIDATES = 8


# ---- what it is ----------------------------------------------------------------------------------


def check_document(body: bytes, url: str, title: str, media_type: str | None) -> str:
    """The suffix of the document by its content; raises FormatError if it is none, damaged, encrypted or cut off."""
    place = f"{clean(title)[:120] or 'Dokument'} ({shown(url)})"
    try:
        suffix = _suffix(body, _stated(url, media_type))
    except ValueError as error:
        raise FormatError(place, str(error)) from error
    return suffix


def _stated(url: str, media_type: str | None) -> str:
    """The suffix that address and declared type suggest; only text files need it, for they have no mark."""
    path = urlsplit(url).path.lower()
    named = next((suffix for suffix in (".csv", ".txt") if path.endswith(suffix)), "")
    return named or {"text/csv": ".csv", "text/plain": ".txt"}.get(media_type or "", "")


def _suffix(body: bytes, stated: str) -> str:
    start = body[:1024].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    if not start:
        raise ValueError("die Datei ist leer")
    if start.startswith(b"%PDF-"):
        return _pdf(body)
    if body.startswith(b"PK\x03\x04"):
        return _archive(body)
    if body.startswith(_OLE2):
        return _old_office(body)
    if start.startswith(b"{\\rtf"):
        return _rtf(body)
    if start.startswith(b"<") or _ACTIVE.search(body[:65_536].replace(b"\0", b"")):
        raise ValueError("ist eine Webseite oder ein Programm und kein Dokument")
    if stated and _is_text(body):
        return stated
    raise ValueError("ist kein Dokument, das gesammelt wird (PDF, Office, OpenDocument, RTF, CSV, Text)")


def _pdf(body: bytes) -> str:
    """A PDF ends with %%EOF (ISO 32000-1 §7.5.5); some programs write a little behind it."""
    if b"%%EOF" not in body[-2048:]:
        raise ValueError("die PDF-Datei ist unvollständig")
    return ".pdf"


def _rtf(body: bytes) -> str:
    if not body.rstrip(b"\0 \t\r\n").endswith(b"}"):
        raise ValueError("die RTF-Datei ist unvollständig")
    return ".rtf"


def _is_text(body: bytes) -> bool:
    """Whether nothing but text is in it: no control characters, except in UTF-16 with its mark."""
    return body[:2] in (b"\xff\xfe", b"\xfe\xff") or not _CONTROL.search(body)


def _archive(body: bytes) -> str:
    """An Office or OpenDocument file: a whole archive of bounded size with the part that makes it one."""
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            parts = archive.infolist()
            if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNPACKED:
                raise ValueError("die Datei wird entpackt größer als erlaubt")
            suffix = _office(archive)
            if archive.testzip() is not None:
                raise ValueError("die Datei ist beschädigt")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise ValueError("die Datei ist beschädigt, unvollständig oder verschlüsselt") from error
    return suffix


def _office(archive: ZipFile) -> str:
    names = set(archive.namelist())
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise ValueError("die Datei enthält Makros; ohne Makros speichern")
    if "mimetype" in names:
        declared = archive.read("mimetype")[:200].decode("ascii", "replace").strip()
        suffix = next((suffix for suffix, media in DOCUMENT_TYPES.items() if media == declared), "")
    else:
        suffix = next((suffix for part, suffix in _OFFICE.items() if part in names), "")
    if not suffix:
        raise ValueError("ist ein Archiv und kein Dokument")
    return suffix


def _old_office(body: bytes) -> str:
    """A Word, Excel or PowerPoint file before 2007 ([MS-CFB]): known by the name of its main stream."""
    from pipeline.extract.workbook.compound import Compound

    if not _has_every_sector(body):
        raise ValueError("die Office-Datei ist unvollständig")
    try:
        names = Compound(body, "").names
    except FormatError as error:
        raise ValueError("die Office-Datei ist beschädigt") from error
    if "EncryptedPackage" in names:
        raise ValueError("die Datei ist mit einem Kennwort verschlüsselt")
    for name, suffix in _OLD_OFFICE.items():
        if name in names:
            return suffix
    raise ValueError("ist kein Dokument von Word, Excel oder PowerPoint")


def _has_every_sector(body: bytes) -> bool:
    """Whether the sectors that the head's first allocation table calls used all exist ([MS-CFB] 2.2, 2.3)."""
    shift = int.from_bytes(body[30:32], "little")
    if shift not in (9, 12):
        return False
    size = 1 << shift
    tables = min(int.from_bytes(body[44:48], "little"), 109)
    last = 0
    for number in range(tables):
        sector = int.from_bytes(body[76 + 4 * number : 80 + 4 * number], "little")
        table = body[(sector + 1) * size : (sector + 2) * size]
        if len(table) < size:
            return False
        entries = [table[at : at + 4] for at in range(0, size, 4)]
        used = [at for at, entry in enumerate(entries) if entry != b"\xff\xff\xff\xff"]
        last = max(last, number * (size // 4) + used[-1] if used else 0)
    # The last sector may be shorter than the others: some programs do not fill it up.
    return len(body) > (last + 1) * size


# ---- what it is called ---------------------------------------------------------------------------


def document_key(title: str) -> str:
    """By what a document is known from night to night: its title, however spelled. The address does not matter."""
    return fold(title) or clean(title).casefold()


def safe_name(title: str, url: str, suffix: str, taken: AbstractSet[str]) -> str:
    """A file name for every system: letters, digits and dashes of the title, unique without regard to case.

    A title without such letters leaves it to the address; the same title gives the same name.
    """
    stem = _slug(title, suffix) or _slug(unquote(urlsplit(url).path.rsplit("/", 1)[-1]), suffix) or "Dokument"
    if _DEVICES.fullmatch(stem):
        stem = f"Dokument-{stem}"
    used = {name.casefold() for name in taken}
    name, number = stem + suffix, 1
    while name.casefold() in used:
        number += 1
        name = f"{stem}-{number}{suffix}"
    return name


def _slug(text: str, suffix: str) -> str:
    text = clean(text[:1000])
    if text.lower().endswith(suffix):
        text = text[: -len(suffix)]
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9]+", "-", plain)[: _LONGEST_NAME + 1].strip("-")[:_LONGEST_NAME].strip("-")


# ---- which link ----------------------------------------------------------------------------------


def choose_link(links: Sequence[Link], pattern: str, base: str) -> str:
    """The address of the one link that `pattern` means; raises FormatError for none and for several targets.

    A plain text is looked for in the text of a link and in its file name, `*` and `?` make it a pattern for the whole.
    """
    targets: dict[str, str] = {}
    for link in links:
        if link.href and _meant(link, pattern) and (target := _target(base, link.href)):
            targets.setdefault(target, clean(link.title)[:80])
    if len(targets) == 1:
        return next(iter(targets))
    if not targets:
        raise FormatError(shown(base), f"kein Link passt zu „{pattern}“; {_offer(links)}")
    names = ", ".join(f"„{title}“ ({shown(target)})" for target, title in list(targets.items())[:_CANDIDATES])
    raise FormatError(shown(base), f"{len(targets)} Links passen zu „{pattern}“: {names}; das Muster genauer fassen")


def _meant(link: Link, pattern: str) -> bool:
    wanted = clean(pattern).casefold()
    try:
        file_name = unquote(urlsplit(link.href or "").path.rsplit("/", 1)[-1])
    except ValueError:
        file_name = ""
    texts = (clean(link.title[:2000]).casefold(), clean(file_name).casefold())
    if "*" in wanted or "?" in wanted:
        glob = wanted.replace("[", "[[]")
        return any(fnmatch.fnmatchcase(text, glob) for text in texts)
    return bool(wanted) and any(wanted in text for text in texts)


def _target(base: str, href: str) -> str | None:
    """Where a link leads; None where no browser would fetch anything new."""
    try:
        address = urldefrag(urljoin(base, href.strip().replace("\\", "/"))).url
        return address if urlsplit(address).scheme in ("http", "https") else None
    except ValueError:
        return None


def _offer(links: Sequence[Link]) -> str:
    titles = list(dict.fromkeys(clean(link.title)[:60] for link in links if link.href and clean(link.title)))
    if not titles:
        return "die Seite hat keine Links"
    names = ", ".join(f"„{title}“" for title in titles[:_CANDIDATES])
    return f"vorhanden sind {names}" + (" und weitere" if len(titles) > _CANDIDATES else "")
