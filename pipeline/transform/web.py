"""Web addresses in a text, and the one way each is written: `https`, small host, nothing that changes by the visit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from pipeline.errors import ValueNotUnderstood
from pipeline.model import Step
from pipeline.transform.text import clean

_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_HOST = rf"(?:{_LABEL}\.){{1,8}}(?:xn--[a-z0-9-]{{2,59}}|[^\W\d_]{{2,24}})"
_TAIL = r"(?::\d{1,5})?(?:[/?#][^\s<>\"'„“”»«|]{0,2000})?"
_SCHEME = r"https?://"
_URL = re.compile(rf"(?<![\w@./-])(?:{_SCHEME}{_HOST}{_TAIL}|www\.{_HOST}{_TAIL})", re.IGNORECASE)
_LABELLED = re.compile(
    rf"(?<!\w)(?:internet(?:seite|adresse|auftritt)?|web(?:seite|site|adresse)?|homepage|www|url|online)\s?:\s{{0,3}}"
    rf"(?P<url>{_HOST}{_TAIL})(?!@)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"{_HOST}{_TAIL}", re.IGNORECASE)
_END_MARKS = ".,;:!?…'*"
_CLOSING = {")": "(", "]": "[", "}": "{"}

#: Parameters that count visits or name a session: `utm_source`, `jsessionid`, PHP's `PHPSESSID`.
_VOLATILE = re.compile(
    r"(?:utm_\w*|mtm_\w*|pk_(?:campaign|kwd|source|medium|content)|piwik_\w*|gclid|gbraid|wbraid|dclid|fbclid|msclkid|"
    r"yclid|igshid|mc_[ce]id|_ga|_gl|ref_src|jsessionid|phpsessid|sessionid|session_id|sessid|sid|cfid|cftoken|"
    r"aspsessionid\w*|asp\.net_sessionid|fe_typo_user)$",
    re.IGNORECASE,
)
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#;&]*", re.IGNORECASE)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_LIMIT = 2000


@dataclass(frozen=True, slots=True)
class FoundUrl:
    """A web address in canonical form, and where it stands in the text as given."""

    url: str
    start: int
    end: int
    raw: str
    steps: tuple[Step, ...] = ()


def find_urls(text: str) -> tuple[FoundUrl, ...]:
    """All web addresses in a text, in order: with scheme, with `www.`, or behind a label (`Internet: muster.de`)."""
    spans = {match.span() for match in _URL.finditer(text)}
    taken = [start for start, _ in spans]
    spans |= {match.span("url") for match in _LABELLED.finditer(text) if match.start("url") not in taken}
    found = (_found(text, start, end) for start, end in sorted(spans))
    return tuple(url for url in found if url is not None)


def bare_url(text: str) -> str | None:
    """The address of a text that is a host and nothing else, where a heading says that it is one: `muster.de/asyl`."""
    written = clean(text)
    try:
        return parse_url(written) if _BARE.fullmatch(written) else None
    except ValueNotUnderstood:
        return None


def parse_url(text: str) -> str:
    """One http or https address in canonical form (RFC 3986, 6.2): scheme added, host small and in its ASCII form.

    Counters of visits and session tokens are left out. Raises ValueNotUnderstood for anything else: other schemes,
    passwords, blanks inside, no host.
    """
    written = clean(text)
    if not written or len(written) > _LIMIT or re.search(r"[\s\\<>\"]", written):
        raise ValueNotUnderstood("url", text[:200])
    if not re.match(_SCHEME, written, re.IGNORECASE):
        written = "https://" + written.removeprefix("//")
    try:
        parts = urlsplit(written)
        host, port = _ascii_host(parts.hostname or ""), parts.port
    except ValueError as problem:
        raise ValueNotUnderstood("url", text[:200]) from problem
    if parts.username is not None or parts.password is not None:
        raise ValueNotUnderstood("url", text[:200])
    netloc = host if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"
    return _joined(parts, netloc)


def _joined(parts: SplitResult, netloc: str) -> str:
    path = _PATH_SESSION.sub("", parts.path)
    pairs = (pair for pair in _PATH_SESSION.sub("", parts.query).split("&") if pair)
    query = "&".join(pair for pair in pairs if not _VOLATILE.match(pair.partition("=")[0]))
    if path == "/" and not query and not parts.fragment:
        path = ""
    return SplitResult(parts.scheme, netloc, path, query, parts.fragment).geturl()


def _ascii_host(host: str) -> str:
    """The host as DNS knows it, small letters; an address of one label (`intranet`) is not public."""
    host = host.rstrip(".").lower()
    if not re.fullmatch(_HOST, host) and not re.fullmatch(r"\d{1,3}(?:\.\d{1,3}){3}", host):
        raise ValueNotUnderstood("url", host)
    if host.isascii():
        return host
    import idna

    return idna.encode(host, uts46=True).decode("ascii")


def _found(text: str, start: int, end: int) -> FoundUrl | None:
    end = start + len(_trimmed(text[start:end]))
    if end < len(text) and text[end] == "@":  # the name of a mailbox, not of a host
        return None
    raw = text[start:end]
    try:
        url = parse_url(raw)
    except ValueNotUnderstood:
        return None
    return FoundUrl(url, start, end, raw, () if url == raw else (Step("url", raw, url),))


def _trimmed(raw: str) -> str:
    """`raw` without the sentence's punctuation and closing brackets that were opened outside of it."""
    while raw and (
        raw[-1] in _END_MARKS or (raw[-1] in _CLOSING and raw.count(_CLOSING[raw[-1]]) < raw.count(raw[-1]))
    ):
        raw = raw[:-1]
    return raw
