"""What content systems make of a mail address against robots, undone. Pure: text in, address or link target out.

Each reader follows the published encoder. None guesses: a result counts only if it is an address or a `mailto:`
target; where the key is not on the page every key is tried and exactly one can give `mailto:`.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import json
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from pipeline.transform.online import ending_rank, find_mails, mailto_addresses
from pipeline.transform.text import unescaped

#: Longer texts hide no address.
LIMIT = 4000
#: The ranges in which TYPO3 turns characters: digits with `+,-./:`, capitals with `@`, small letters.
_TYPO3_RANGES = ((43, 58), (64, 90), (97, 122))
_OFFSETS = tuple(sorted((number for number in range(-26, 27) if number), key=abs))


def typo3(token: str, offset: int | None = None) -> str | None:
    """TYPO3's `linkTo_UnCryptMailto('…')` and `data-mailto-token`: a Caesar cipher in three ranges of characters.

    `offset` is how far the encoder went (`data-mailto-vector`); None tries all. Returns the `mailto:` target.
    """
    offsets = _OFFSETS if offset is None else (offset, -offset)
    for text in _quoted_forms(token):
        for shift in offsets:
            plain = "".join(_turned(char, -shift) for char in text)
            if offset is not None and whole_addresses(plain):  # Neos encodes the address alone
                plain = "mailto:" + plain.removeprefix("mailto:")
            if _is_target(plain):
                return plain
    return None


def every_character(text: str, prefix: str = "") -> str | None:
    """jumk.de `UnCryptMailto` and CryptX 2: every character is one further on (some sites choose another distance).

    Some sites hide the address without its `mailto:`; then only the usual distance and a usual ending count.
    """
    for form in _quoted_forms(text):
        for shift in (1, *range(2, 11), *range(-10, 0)):
            plain = prefix + "".join(chr(_euro(ord(char)) - shift) for char in form if _euro(ord(char)) > shift)
            if _is_target(plain):
                return plain
    return _one_further_on(text)


def _one_further_on(text: str) -> str | None:
    for form in _quoted_forms(text):
        plain = "".join(chr(_euro(ord(char)) - 1) for char in form if ord(char) > 1)
        found = whole_addresses(plain)
        if len(found) == 1 and ending_rank(found[0]) == 2:
            return f"mailto:{found[0]}"
    return None


def cryptx(text: str) -> str | None:
    """CryptX's `DeCryptX('…')`: pairs of a distance and a character; before that `distance¦text¦direction`."""
    for form in _quoted_forms(text):
        pairs = re.fullmatch(r"(?:\d[\s\S])+", form)
        if pairs:
            plain = "mailto:" + "".join(chr(max(ord(form[i + 1]) - int(form[i]), 0)) for i in range(0, len(form), 2))
            if _is_target(plain):
                return plain
        parts = form.split("¦")
        if len(parts) == 3 and re.fullmatch(r"\d{1,3}", parts[0]):
            shift = int(parts[0]) if parts[2] != "0" else -int(parts[0])
            plain = "mailto:" + "".join(chr(max(_euro(ord(char)) - shift, 0)) for char in parts[1])
            if _is_target(plain):
                return plain
    return every_character(text, "mailto:")


def cloudflare(text: str) -> str | None:
    """Cloudflare's `data-cfemail`: hexadecimal bytes (UTF-8), each XOR the first."""
    if len(text) > LIMIT or len(text) % 2 or not re.fullmatch(r"[0-9a-fA-F]{8,}", text):
        return None
    key, *rest = bytes.fromhex(text)
    return _utf8(bytes(byte ^ key for byte in rest))


def unicorn(text: str) -> str | None:
    """REDAXO's `decryptUnicorn(…)`: ROT13, `|` for the `@`."""
    plain = "mailto:" + rot13(text.strip("'\" ")).replace("|", "@")
    return plain if _is_target(plain) else None


def rot13(text: str) -> str:
    """ROT13; its own inverse."""
    return codecs.encode(text, "rot13")


def from_base64(text: str) -> str | None:
    """Base64 (RFC 4648, also the URL alphabet, padding optional) as UTF-8, or None."""
    packed = re.sub(r"\s", "", text).replace("-", "+").replace("_", "/").rstrip("=")
    if not 2 <= len(packed) <= LIMIT or not re.fullmatch(r"[A-Za-z0-9+/]+", packed):
        return None
    try:
        return _utf8(base64.b64decode(packed + "=" * (-len(packed) % 4), validate=True))
    except binascii.Error:
        return None


def from_hex(text: str) -> str | None:
    """Hexadecimal bytes as UTF-8, or None."""
    if len(text) > LIMIT or len(text) % 2 or not re.fullmatch(r"[0-9a-fA-F]{8,}", text):
        return None
    return _utf8(bytes.fromhex(text))


def from_codes(text: str) -> str | None:
    """Character codes in a row (`105,110,102,111,64,…`), or None."""
    numbers = re.findall(r"\d{2,3}", text) if re.fullmatch(r"\s*\d{2,3}(?:[ ,;|._-]+\d{2,3}){4,300}\s*", text) else []
    return "".join(chr(int(number)) for number in numbers) or None


def any_encoding(value: str) -> tuple[str, ...]:
    """The addresses that an attribute carries in one of the usual encodings, wholly and with nothing beside them."""
    if not 5 <= len(value) <= LIMIT:
        return ()
    best: tuple[str, ...] = ()
    for decode in _ENCODINGS:
        plain = decode(value)
        found = whole_addresses(plain) if plain else ()
        rank = min(map(ending_rank, found), default=0)
        if rank > min(map(ending_rank, best), default=0):
            best = found
        if rank == 2:
            break
    return best


def pair(user: str, domain: str) -> str | None:
    """The address of two attributes that are plain or both in one of the usual encodings."""
    for decode in _PART_ENCODINGS:
        left, right = decode(user), decode(domain)
        if left and right:
            found = whole_addresses(f"{left.rstrip('@')}@{right.lstrip('@')}")
            if len(found) == 1 and ending_rank(found[0]) > 1:
                return found[0]
    return None


def whole_addresses(text: str) -> tuple[str, ...]:
    """The addresses of a text that holds nothing else (but separators, a `mailto:` and its headers)."""
    if len(text) > LIMIT:
        return ()
    if re.match(r"\s*mailto:", text, re.IGNORECASE):
        return mailto_addresses(text)
    found = find_mails(text)
    rest = len(re.sub(r"[\s,;<>]", "", text)) - sum(len(re.sub(r"\s", "", mail.raw)) for mail in found)
    return tuple(dict.fromkeys(mail.address for mail in found)) if found and rest == 0 else ()


def _quoted_forms(text: str) -> Iterator[str]:
    """An argument as it stands, and freed from URL, HTML and JSON quoting (TYPO3 8 to 11 use all three)."""
    text = text[:LIMIT]
    seen = []
    for form in (text, unquote(text), unescaped(unquote(text))):
        for plain in (_unjson(form), form):
            if plain not in seen:
                seen.append(plain)
                yield plain


def _unjson(text: str) -> str:
    if "\\" not in text:
        return text
    body = text.replace("\\'", "'").replace('"', '\\"').replace('\\\\"', '\\"')
    try:
        return str(json.loads(f'"{body}"'))
    except ValueError:
        return text.replace("\\", "")


def _turned(char: str, shift: int) -> str:
    code = ord(char)
    for start, end in _TYPO3_RANGES:
        if start <= code <= end:
            return chr(start + (code - start + shift) % (end - start + 1))
    return char


def _euro(code: int) -> int:
    """jumk's encoder takes the euro sign (and what lies beyond) for 128."""
    return 128 if code >= 8364 else code


def _is_target(plain: str) -> bool:
    return plain[:7].lower() == "mailto:" and bool(mailto_addresses(plain))


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _reversed(text: str) -> str:
    return text[::-1]


def _rot13_words(text: str) -> str:
    """ROT13 of the letters, where `[at]` and the like were put in afterwards."""
    return re.sub(r"\[(?:ng|qbg)\]", lambda match: rot13(match[0]), rot13(text).replace("[ng]", "@"))


_IN_TWO = re.compile(r"[\s\[\"']*([\w.+-]{1,64})[\s\"']*[|#,;][\s\"']*([\w-]+(?:\.[\w-]+)+)[\s\"'\]]*")


def _in_two(text: str) -> str | None:
    """Both parts of an address with another sign between them: `info|muster.de`, `["info","muster.de"]`."""
    parts = _IN_TWO.fullmatch(text)
    return f"{parts[1]}@{parts[2]}" if parts else None


_PART_ENCODINGS: tuple[Callable[[str], str | None], ...] = (str, from_base64, rot13, _reversed, unquote, from_hex)
_ENCODINGS: tuple[Callable[[str], str | None], ...] = (
    str,
    unquote,
    unescaped,
    from_base64,
    _rot13_words,
    rot13,
    _reversed,
    cloudflare,
    from_hex,
    from_codes,
    _in_two,
    lambda text: _reversed(from_base64(text) or ""),
    lambda text: from_base64(_reversed(text)),
    lambda text: rot13(from_base64(text) or ""),
    lambda text: rot13(_reversed(text)),
    typo3,
)
