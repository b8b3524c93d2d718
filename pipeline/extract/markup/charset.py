"""Bytes of a page or text become characters: what they say themselves goes before what is declared about them.

Order: a byte order mark, valid UTF-8, the declared encoding (HTTP, then `<meta>` or XML), a guess by German letters.
Latin-1 is read as Windows-1252 (WHATWG Encoding Standard, 4.2). U+FFFD only comes with a finding.
"""

from __future__ import annotations

import codecs
import re

from pipeline.model import Finding, Where

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.-]{2,40})""",
    re.IGNORECASE,
)
_HEAD = 8192  # bytes in which a page says its encoding; browsers look at 1024, editors write more
_WINDOWS = "cp1252"
#: Declared names that mean Windows-1252 on the web.
_LATIN = frozenset({"iso8859-1", "ascii", "latin-1", "cp1252", "iso8859-15"})
#: Single-byte encodings in which German pages were ever written, the likeliest first.
_GUESSES = (_WINDOWS, "mac_roman", "cp850")
_GERMAN = re.compile(r"(?<=[A-Za-z])[äöüß](?=[a-z\s.,])|(?<![A-Za-z])[ÄÖÜ](?=[a-z])|[„“–€§]")
_SAMPLE = 200_000
#: UTF-8 that was taken for Windows-1252 and saved again: the marks Ã, Â, â€ before what cannot follow them in a word.
_MARKS_OF_TWICE = "ÃÂÅÄâ"
_TWICE = re.compile(rf"[{_MARKS_OF_TWICE}](?:(?<!â)|€)[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


def decode(body: bytes, declared: str | None = None) -> tuple[str, tuple[Finding, ...]]:
    """The text of `body`, and findings where characters were lost or had to be mended."""
    for mark, marked in _MARKS:
        if body.startswith(mark):
            return _lossy(body[len(mark) :], marked)
    if (wide := _wide(body)) is not None:
        return _lossy(body, wide)
    try:
        return _mended(body.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    for name in (declared, _in_head(body)):
        codec = _codec(name)
        if codec and codec != "utf-8":
            return _single(body, codec)
    if _mostly_utf8(body):
        return _patched(body), (Finding("charset_mixed", "info", where=Where(line=1)),)
    return _single(body, _guess(body))


def _wide(body: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of its markup is zero, and no other one is."""
    head = body[:200]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(head) < 4 or max(even, odd) * 3 < len(head) or min(even, odd) * 10 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _in_head(body: bytes) -> str | None:
    match = _META.search(body[:_HEAD])
    return (match[1] or match[2]).decode("ascii") if match else None


def _codec(name: str | None) -> str | None:
    """Python's name of a declared encoding, None for one unknown or impossible here."""
    try:
        known = codecs.lookup((name or "").strip(" \"'").lower())
    except (LookupError, ValueError):
        return None
    if known.name.startswith(("utf-16", "utf-32", "utf-7")) or not known._is_text_encoding:
        return None
    return _WINDOWS if known.name in _LATIN and known.name != "iso8859-15" else known.name


def _single(body: bytes, codec: str) -> tuple[str, tuple[Finding, ...]]:
    """In a declared or guessed encoding; if it is impossible or plainly wrong, the likeliest one."""
    if codec == _WINDOWS:
        if _mostly_utf8(body):
            return _patched(body), (Finding("charset_mixed", "info", where=Where(line=1)),)
        return body.decode("cp1252", "kk_latin"), ()
    try:
        return body.decode(codec), ()
    except UnicodeDecodeError:
        return body.decode(_guess(body), "kk_latin"), (Finding("charset_wrong", "info", codec, Where(line=1)),)


def _mostly_utf8(body: bytes) -> bool:
    """Whether more of what is above 127 forms UTF-8 than does not: a page put together from two.

    Damage in one place is one, however long it is.
    """
    whole = len(_UTF8.findall(body[:_SAMPLE]))
    return whole > 0 and whole * 2 >= len(_HIGH.findall(_UTF8.sub(b" ", body[:_SAMPLE])))


_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]+")


def _patched(body: bytes) -> str:
    """UTF-8 in which single bytes are Windows-1252."""
    return body.decode("utf-8", "kk_latin")


def _latin_bytes(error: UnicodeError) -> tuple[str, int]:
    """Error handler: bytes unknown to the encoding are Windows-1252, or Latin-1 where even that fails."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(_LATIN_TABLE[byte] for byte in bad), error.end


_LATIN_TABLE = [bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(256)]
codecs.register_error("kk_latin", _latin_bytes)


def _guess(body: bytes) -> str:
    """The single-byte encoding in which most letters beyond ASCII are German ones inside words."""
    sample = body[:_SAMPLE]
    scores = [len(_GERMAN.findall(sample.decode(name, "replace"))) for name in _GUESSES]
    return _GUESSES[scores.index(max(scores))]


def _lossy(body: bytes, name: str) -> tuple[str, tuple[Finding, ...]]:
    text = body.decode(name, "replace")
    lost = text.count("�")
    return _mended(text) if not lost else (text, (Finding("charset_lost", "warning", str(lost), Where(line=1)),))


def _mended(text: str) -> tuple[str, tuple[Finding, ...]]:
    """Text with what was encoded twice (`MÃ¼ller`) read as meant."""
    if not any(mark in text for mark in _MARKS_OF_TWICE) or not _TWICE.search(text):
        return _with_losses(text)
    fixed = _TWICE_RUN.sub(_once, text)
    findings = (Finding("charset_twice", "info", where=Where(line=1)),) if fixed != text else ()
    return fixed, findings


_TWICE_RUN = re.compile(r"(?:[ÃÂÅÄâ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2})+")


def _once(match: re.Match[str]) -> str:
    try:
        return bytes(_WINDOWS_BYTES[char] for char in match[0]).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return match[0]


_WINDOWS_BYTES = {char: code for code, char in enumerate(_LATIN_TABLE)}


def _with_losses(text: str) -> tuple[str, tuple[Finding, ...]]:
    """A text that already holds U+FFFD lost letters before it came here."""
    lost = text.count("�")
    return text, ((Finding("charset_lost", "warning", str(lost), Where(line=1)),) if lost else ())
