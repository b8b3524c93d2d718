"""Which characters the bytes of a page mean."""

from __future__ import annotations

import pytest

from pipeline.extract.markup.charset import decode

TEXT = "Grüße aus Köln, Käthe Müller"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "cp850"]
)
@pytest.mark.parametrize("declared", [None, "utf-8", "no-such-encoding"])
def test_what_bytes_say_themselves_goes_before_what_is_declared(encoding: str, declared: str | None) -> None:
    html = f"<p>{TEXT}</p>" * 3
    assert decode(html.encode(encoding), declared)[0] == html


@pytest.mark.parametrize(
    ("body", "declared", "text"),
    [
        ("Müller – 5 €".encode("cp1252"), "iso-8859-1", "Müller – 5 €"),  # the web's Latin-1 is Windows-1252
        ("5 €".encode("iso8859-15"), "iso-8859-15", "5 €"),
        ("Łukasz Żak".encode("iso8859-2"), "iso-8859-2", "Łukasz Żak"),
        ("Łukasz".encode("cp1250"), "windows-1250", "Łukasz"),
        (b"caf\x81", "iso-8859-1", "caf\x81"),
        (b'<meta charset="iso-8859-2">' + "Żak".encode("iso8859-2"), None, '<meta charset="iso-8859-2">Żak'),
        (b'<?xml version="1.0" encoding="ISO-8859-2"?>' + "Ż".encode("iso8859-2"), None,
        '<?xml version="1.0" encoding="ISO-8859-2"?>Ż'),
        (b'<meta charset="utf-16">abc', None, '<meta charset="utf-16">abc'),
        (b"", None, ""),
    ],
)  # fmt: skip
def test_declared_encodings(body: bytes, declared: str | None, text: str) -> None:
    assert decode(body, declared)[0] == text


@pytest.mark.parametrize(
    ("body", "declared", "text", "codes"),
    [
        ("Müller Köln ".encode() + "Bär".encode("cp1252"), None, "Müller Köln Bär", ["charset_mixed"]),
        ("Müller Köln ".encode() + "Bär".encode("cp1252"), "latin1", "Müller Köln Bär", ["charset_mixed"]),
        ("MÃ¼ller â€“ GrÃ¶ÃŸe".encode(), None, "Müller – Größe", ["charset_twice"]),
        ("Ã„rger, aber Ãx bleibt".encode(), None, "Ärger, aber Ãx bleibt", ["charset_twice"]),
        ("M\ufffdller".encode(), None, "M\ufffdller", ["charset_lost"]),
        (b"\xff\xfeM\x00\x00\xd8", None, "M\ufffd", ["charset_lost"]),
        ("Müller".encode("cp1252"), "shift_jis", "Müller", ["charset_wrong"]),
    ],
)
def test_what_was_lost_or_mended_is_said(body: bytes, declared: str | None, text: str, codes: list[str]) -> None:
    result, findings = decode(body, declared)
    assert result == text
    assert [finding.code for finding in findings] == codes


@pytest.mark.parametrize("damage", [b"\xff", b"\x80" * 30, b"\xfc" * 500, b"\xc3" * 9 + b"\xa4"])
def test_damage_in_one_place_spoils_no_other(damage: bytes) -> None:
    body = "Mühlbauer, Störmer, Weißgerber".encode() + damage + b" Ende"
    assert decode(body, "utf-8")[0].startswith("Mühlbauer, Störmer, Weißgerber")
