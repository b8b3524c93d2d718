"""Documents are documents by their content, have harmless names, and one link leads to them."""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import FormatError
from pipeline.extract.documents import DOCUMENT_TYPES, check_document, choose_link, document_key, safe_name
from pipeline.model import Link

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
RTF = b"{\\rtf1\\ansi Hallo}"


def archive(*parts: str, mimetype: str = "", content: bytes = b"<x/>" * 99) -> bytes:
    """A zip file with these parts."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as file:
        if mimetype:
            file.writestr("mimetype", mimetype)
        for part in parts:
            file.writestr(part, content)
    return body.getvalue()


def compound(stream: str) -> bytes:
    """A compound file with one empty stream: head, allocation table, directory, one sector of data ([MS-CFB])."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(10)
    head += struct.pack("<IIIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0) + b"\xff" * 432
    table = struct.pack("<III", 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE) + b"\xff" * 500
    entries = b"".join(_entry(name, kind) for name, kind in (("Root Entry", 5), (stream, 2), ("", 0), ("", 0)))
    return head + table + entries + bytes(512)


def _entry(name: str, kind: int) -> bytes:
    written = name.encode("utf-16-le")
    entry = written.ljust(64, b"\0") + struct.pack("<HB", len(written) + 2 if name else 0, kind)
    return entry.ljust(116, b"\0") + struct.pack("<II", 0xFFFFFFFE, 0) + bytes(4)


ODT = "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("body", "suffix"),
    [
        (PDF, ".pdf"),
        (b"\xef\xbb\xbf\r\n" + PDF + b"\0" * 1000, ".pdf"),
        (archive("[Content_Types].xml", "word/document.xml"), ".docx"),
        (archive("xl/workbook.xml"), ".xlsx"),
        (archive("ppt/presentation.xml"), ".pptx"),
        (archive("content.xml", mimetype=ODT), ".odt"),
        (archive("content.xml", mimetype=DOCUMENT_TYPES[".ods"] + "\n"), ".ods"),
        (compound("WordDocument"), ".doc"),
        (compound("Workbook"), ".xls"),
        (compound("PowerPoint Document"), ".ppt"),
        (RTF + b"\r\n\0", ".rtf"),
    ],
)
@pytest.mark.parametrize(
    "url", ["https://example.org/x.pdf", "https://example.org/get.php?id=1", "https://example.org/x.html"]
)
def test_the_content_says_what_it_is(body: bytes, suffix: str, url: str) -> None:
    assert check_document(body, url, "Flyer", "application/octet-stream") == suffix


@pytest.mark.parametrize(
    ("url", "media_type", "suffix"),
    [
        ("https://example.org/liste.CSV", None, ".csv"),
        ("https://example.org/liste", "text/csv", ".csv"),
        ("https://example.org/liste.txt", "text/csv", ".txt"),
        ("https://example.org/liste", "text/plain", ".txt"),
    ],
)
@pytest.mark.parametrize("body", [b"Name;Telefon\nEva;0711\n", "Übung <kursiv>".encode("utf-16")])
def test_plain_text_needs_a_name_or_a_type(url: str, media_type: str | None, suffix: str, body: bytes) -> None:
    assert check_document(body, url, "Liste", media_type) == suffix


CUT = "unvollständig|beschädigt"
ACTIVE = "Webseite oder ein Programm"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "leer"),
        (b"\xef\xbb\xbf \n", "leer"),
        (PDF[:-10], CUT),
        (PDF + b"x" * 5000, CUT),
        (RTF[:-3], CUT),
        (archive("word/document.xml")[:-30], CUT),
        (archive("word/document.xml").replace(b"document.xml", b"document.xmk", 1), CUT),
        (archive("a.txt", "b.html"), "ein Archiv"),
        (archive("content.xml", mimetype="application/epub+zip"), "ein Archiv"),
        (archive("word/document.xml", "word/vbaProject.bin"), "Makros"),
        (archive(*(f"word/{n}" for n in range(20_001)), content=b""), "größer als erlaubt"),
        (archive("word/document.xml", content=bytes(300_000_000)), "größer als erlaubt"),
        (compound("WordDocument")[:-513], CUT),
        (compound("WordDocument")[:1030], CUT),
        (compound("WordDocument")[:100], CUT),
        (compound("WordDocument")[:30] + b"\x07\x00" + compound("WordDocument")[32:], CUT),
        (compound("WordDocument")[:48] + b"\x09" + compound("WordDocument")[49:], "ist kein Dokument von Word"),
        (compound("WordDocument")[:516] + b"\x01" + compound("WordDocument")[517:], "beschädigt"),
        (compound("EncryptedPackage"), "Kennwort"),
        (compound("Anderes"), "kein Dokument von Word"),
        (b"<!DOCTYPE html><title>PDF</title>", ACTIVE),
        (b"\n<svg xmlns='http://www.w3.org/2000/svg'/>", ACTIVE),
        ("\ufeff<html>".encode("utf-16-le"), ACTIVE),
        (b"Name;<script>alert(1)</script>", ACTIVE),
        (b"<?php echo 1;", ACTIVE),
        (b"\x89PNG\r\n\x1a\n", "kein Dokument, das gesammelt"),
        (b"MZ\x90\0", "kein Dokument, das gesammelt"),
        (b"a\0b", "kein Dokument, das gesammelt"),
    ],
)
def test_what_is_none_or_not_whole_is_refused(body: bytes, words: str) -> None:
    with pytest.raises(FormatError, match=words) as caught:
        check_document(body, "https://amt:xyzzy@example.org/flyer.txt", "Flyer\x1b", None)
    assert "Flyer (https://example.org/flyer.txt)" in str(caught.value)


def test_text_is_only_what_is_called_so() -> None:
    with pytest.raises(FormatError, match="kein Dokument, das gesammelt"):
        check_document(b"nur Text", "https://example.org/x", "x", None)


def test_an_encrypted_archive_is_refused() -> None:
    body = bytearray(archive("word/document.xml"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        body[body.index(mark) + offset] |= 1
    with pytest.raises(FormatError, match="verschlüsselt"):
        check_document(bytes(body), "https://example.org/x", "x", None)


@settings(deadline=None)
@given(
    st.sampled_from([PDF, RTF, archive("word/document.xml"), compound("WordDocument")]),
    st.binary(max_size=9),
    st.integers(0, 3000),
)
def test_no_damage_crashes(body: bytes, noise: bytes, at: int) -> None:
    damaged = body[:at] + noise + body[at + len(noise) :]
    with contextlib.suppress(FormatError):
        assert check_document(damaged, "https://example.org/x.txt", "x", None) in DOCUMENT_TYPES


# ---- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Flyer Ehrenamt", "Flyer-Ehrenamt.pdf"),
        ("Übersicht: Ärzte & Größen (2026).PDF", "Uebersicht-Aerzte-Groessen-2026.pdf"),
        ("../../etc/passwd", "etc-passwd.pdf"),
        ("C:\\Windows\\a.b", "C-Windows-a-b.pdf"),
        ("-rf .", "rf.pdf"),
        ("NUL", "Dokument-NUL.pdf"),
        ("com1", "Dokument-com1.pdf"),
        ("Łódź, São Paulo", "Lodz-Sao-Paulo.pdf"),
        ("\u202egnp.\u200bflyer", "gnp-flyer.pdf"),
        ("🎉", "datei.pdf"),
        ("", "datei.pdf"),
        ("x" * 500, "x" * 100 + ".pdf"),
        ("a" * 99 + " b", "a" * 99 + ".pdf"),
    ],
)
def test_names_are_made_not_copied(title: str, name: str) -> None:
    assert safe_name(title, "https://example.org/datei.pdf?x=1", ".pdf", set()) == name


def test_without_title_and_address_there_is_still_a_name() -> None:
    assert safe_name("…", "https://example.org/", ".pdf", set()) == "Dokument.pdf"


def test_two_of_one_name_are_both_kept() -> None:
    assert safe_name("Flyer", "", ".pdf", {"FLYER.pdf", "flyer-2.PDF"}) == "Flyer-3.pdf"
    assert safe_name("Flyer", "", ".pdf", {"Flyer.odt"}) == "Flyer.pdf"


@given(st.text(max_size=300), st.sampled_from(sorted(DOCUMENT_TYPES)))
def test_every_name_can_be_stored_everywhere(title: str, suffix: str) -> None:
    name = safe_name(title, "", suffix, set())
    assert name.isascii()
    assert name.removesuffix(suffix).replace("-", "").isalnum()
    assert len(name) <= 120
    assert name[0] not in ".-"
    again = safe_name(title, "", suffix, {name.swapcase()})
    assert again.casefold() != name.casefold()


def test_a_document_is_known_by_its_title() -> None:
    assert document_key("Flyer  EHRENAMT.") == document_key("flyer-ehrenamt")
    assert document_key("🎉") != document_key("🎂")


# ---- links ---------------------------------------------------------------------------------------

BASE = "https://example.org/dienste/downloads.html"
LINKS = (
    Link("Koordinationsstellen im Kreis (Excel)", "files/koord_2026.xlsx"),
    Link("Liste\u00a0 der  Ehrenämter", "/a/Ehren%C3%A4mter-Liste.ods"),
    Link("Flyer [neu]", "https://example.org/flyer1.pdf"),
    Link("Flyer [alt]", "https://example.org/flyer2.pdf#seite=2"),
    Link("Nochmals: Flyer [neu]", "//example.org/flyer1.pdf#oben"),
    Link("Koordinationsstellen anschreiben", "mailto:koordinationsstellen@example.org"),
    Link("Koordinationsstellen ohne Ziel", None),
    Link("Kaputt", "http://[::1"),
)


@pytest.mark.parametrize(
    ("pattern", "target"),
    [
        ("Koordinationsstellen", "https://example.org/dienste/files/koord_2026.xlsx"),
        ("KOORD_", "https://example.org/dienste/files/koord_2026.xlsx"),
        ("koord_*.xls?", "https://example.org/dienste/files/koord_2026.xlsx"),
        ("liste der ehrenämter", "https://example.org/a/Ehren%C3%A4mter-Liste.ods"),
        ("ehrenämter-liste.ods", "https://example.org/a/Ehren%C3%A4mter-Liste.ods"),
        ("[neu]", "https://example.org/flyer1.pdf"),
        ("Flyer [n*", "https://example.org/flyer1.pdf"),
    ],
)
def test_one_link_is_meant(pattern: str, target: str) -> None:
    assert choose_link(LINKS, pattern, BASE) == target


@pytest.mark.parametrize(
    ("links", "pattern", "words"),
    [
        (LINKS, "Flyer", "2 Links passen zu „Flyer“: „Flyer .neu.“ .*flyer1.pdf.*flyer2.pdf"),
        (LINKS, "*koord*", None),
        (LINKS, "Satzung", "kein Link passt zu „Satzung“; vorhanden sind „Koordinationsstellen im Kreis"),
        (LINKS, "koord", None),
        (LINKS, "Kaputt", "kein Link passt"),
        (LINKS, "", "kein Link passt"),
        (LINKS * 2 + tuple(Link(f"Nr. {n}", f"{n}") for n in range(9)), "x*", "und weitere"),
        ((), "Flyer", "die Seite hat keine Links"),
    ],
)
def test_no_guessing(links: tuple[Link, ...], pattern: str, words: str | None) -> None:
    if words is None:
        assert choose_link(links, pattern, BASE).endswith("koord_2026.xlsx")
        return
    with pytest.raises(FormatError, match=words) as caught:
        choose_link(links, pattern, BASE)
    assert str(caught.value).startswith(BASE)
