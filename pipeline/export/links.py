"""Addresses and paths as they stand in published files: only http, https, mailto and tel; only harmless file names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote, urlsplit, urlunsplit

_E164 = re.compile(r"\+[0-9]{3,17}")
#: Everything that may stand in an address as it is (RFC 3986), the two that cards cut at left out.
_ADDRESS_SIGNS = ":/?#[]@!$&'()*+=~%-._"
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_NO_SLUG = re.compile(r"[^a-z0-9]+")
#: Names that Windows takes for devices.
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})


def web(url: str | None) -> str | None:
    """An http(s) address without user and password, `,` and `;` as %2C and %3B; None for anything else."""
    try:
        parts = urlsplit((url or "").strip())
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or "\\" in (url or ""):
        return None
    place = parts.netloc.rpartition("@")[2]
    return quote(urlunsplit(parts._replace(netloc=place)), safe=_ADDRESS_SIGNS).replace("'", "%27")


def tel(e164: str) -> str | None:
    """`tel:+49…` (RFC 3966), None for what is no number."""
    return f"tel:{e164}" if _E164.fullmatch(e164) else None


def mailto(address: str) -> str | None:
    """`mailto:…` (RFC 6068), None for what is no address; no question mark starts headers."""
    return f"mailto:{quote(address, safe='@+!$*-._~')}" if re.fullmatch(r"[^\s@]+@[^\s@]+", address) else None


def file_url(path: str) -> str:
    """A relative link to a file of the release."""
    return quote(path, safe="/-._~")


def card_path(uid: str) -> str:
    """Where the card of one contact lies; uids are ours, and harmless as file names all the same."""
    return f"kontakte/{_file_stem(uid)}.vcf"


def code_path(uid: str) -> str:
    """Where the QR code of one contact lies."""
    return f"qr/{_file_stem(uid)}.svg"


def _file_stem(uid: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "_", uid)


def slugs(groups: Iterable[str]) -> dict[str, str]:
    """group → file name without ending: ASCII, small letters, unique, the same for the same groups in any order."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for group in sorted(set(groups)):
        slug, number = _slug(group), 1
        while (name := slug if number == 1 else f"{slug}-{number}") in taken:
            number += 1
        taken.add(name)
        names[group] = name
    return names


def _slug(group: str) -> str:
    plain = unicodedata.normalize("NFKD", group.casefold().translate(_UMLAUTS)).encode("ascii", "ignore").decode()
    slug = _NO_SLUG.sub("-", plain).strip("-")[:60].rstrip("-")
    return "gruppe" if not slug or slug in _DEVICES else slug
