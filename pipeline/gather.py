"""One source tonight: fetch it, read it, normalise it; or say why its last word has to stand in.

What a source yields is kept by content, program version and configuration, so an unchanged source is not read again.
A source that fails, or names nobody any more, is an outage and never a departure.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urljoin, urlsplit

from pipeline import __version__
from pipeline.core.answered import about
from pipeline.errors import FormatError, SourceError
from pipeline.model import Document, Extraction, Finding, Link, Observation, Outcome, Rebuilt, Rules
from pipeline.rebuilt import layout, was_rebuilt, wording
from pipeline.stored import SourceState, Upload, to_text
from pipeline.transform.imprint import imprint
from pipeline.transform.normalize import normalize

if TYPE_CHECKING:
    from pipeline.config import Source


#: What a fault of ours in reading an answer looks like; not what the system or a signal says of the whole run.
UNFORESEEN = (ValueError, LookupError, ArithmeticError, TypeError, AttributeError, RecursionError, MemoryError)
#: The finding that says whose content staff have refused.
REJECTED = "rejected_content"
#: What other bytes that say the same change of a source's state.
_BYTES = ("digest", "trail", "upload", "links", "url", "read_on", "layout", "words")
#: More contacts than any district has, and as many as a night can publish within a minute and a gigabyte.
CONTACTS = 25_000


class Fetch(Protocol):
    """What gathering needs of the network."""

    def get(self, url: str, *, origin: str | None = None) -> Document:
        """The whole answer of an address; raises FetchError."""

    def drop(self, url: str) -> None:
        """Keep nothing of an answer beyond tonight."""


@dataclass(frozen=True, slots=True)
class Tonight:
    """One source tonight. `observations` is None where the last recorded ones hold (unchanged, or stale).

    `upload` is the workbook that an office keeps, where it was read anew. `rebuilt` is a page that has another
    layout tonight.
    """

    source: Source
    outcome: Outcome
    state: SourceState
    observations: tuple[Observation, ...] | None = None
    upload: Upload | None = None
    rebuilt: Rebuilt | None = None

    @property
    def said(self) -> tuple[Observation, ...] | None:
        """What was read of the source tonight, also where it is the same in other bytes."""
        return self.observations or (self.upload.observations if self.upload else None)

    @property
    def healthy(self) -> bool:
        """Whether the source answered; only then does silence about someone mean anything."""
        return self.outcome.status in ("ok", "unchanged")


def gather(
    source: Source,
    rules: Rules,
    fetch: Fetch,
    before: SourceState | None,
    rejected: frozenset[tuple[str, str]],
    today: date,
) -> Tonight:
    """What `source` says tonight, compared with what was last recorded of it."""
    try:
        return _gathered(source, rules, fetch, before, rejected, today)
    except SourceError as error:
        cause = str(error)
    except UNFORESEEN as error:
        cause = str(FormatError(public_address(source.address), unforeseen(error)))
    return _failed(source, before or SourceState(source.id), before is not None, _with_link(source, cause))


def _with_link(source: Source, cause: str) -> str:
    """The reason with what the link is known by: an address alone does not say which one it was."""
    return f"{cause} (Link „{source.link}“)" if source.link and source.link not in cause else cause


def unforeseen(error: BaseException) -> str:
    """A fault of ours that one answer brought to light, said of that answer: the others still count."""
    what = " ".join(f"{type(error).__name__}: {error}".split())[:120]
    return f"lässt sich nicht lesen, unerwarteter Fehler ({what}); `kreiskontakte extract --verbose` zeigt ihn"


def _gathered(
    source: Source,
    rules: Rules,
    fetch: Fetch,
    before: SourceState | None,
    rejected: frozenset[tuple[str, str]],
    today: date,
) -> Tonight:
    known = before or SourceState(source.id)
    document, trail = _follow(source, fetch, known)
    if source.kind != "spreadsheet":
        _refuse_other_media(document)
    digest = _digest(source, rules, document)
    if before and _holds(known, digest, today):
        return _as_before(source, known, trail=trail)
    extraction = _read_within_limits(source, document, rules)
    observations, findings = _normalized(source, extraction)
    state = _state(source, document, digest, trail, extraction, observations, findings)
    state = replace(state, read_on=today.isoformat())
    upload = _upload(source, document, observations)
    state = replace(state, upload=upload.ref if upload else None)
    if before and state.yields == known.yields:
        fresh = {name: getattr(state, name) for name in _BYTES}
        return replace(_as_before(source, known, **fresh), upload=upload)
    if (source.id, state.yields) in rejected:
        if before:
            return _as_before(source, known, REJECTED, trail=trail)
        said = f"{public_address(document.url)}: der Inhalt wurde bei der Prüfung abgelehnt"
        return _failed(source, known, False, said)
    outcome = Outcome(source.id, public_address(document.url), "ok", len(observations))
    rebuilt = Rebuilt(wording(document), known.words) if was_rebuilt(known.layout, state.layout) else None
    return Tonight(source, outcome, state, observations, upload, rebuilt)


def _read_within_limits(source: Source, document: Document, rules: Rules) -> Extraction:
    extraction = read(source, document, rules)
    if len(extraction.records) > CONTACTS:
        raise FormatError(public_address(document.url), f"nennt mehr als {CONTACTS} Kontakte und zählt deshalb nicht")
    return extraction


def read(source: Source, document: Document, rules: Rules) -> Extraction:
    """The content of one document by the source's kind."""
    if source.kind == "spreadsheet":
        from pipeline.extract.workbook.reader import SheetOptions, read_workbook

        options = SheetOptions(source.sheet, source.header_row, source.columns)
        return read_workbook(document.body, file_name(document.url), rules, options)
    _refuse_error_page(document)
    from pipeline.extract.page.reader import read_page

    extraction = read_page(document.body, document.charset, rules, source.scope)
    return replace(extraction, records=()) if source.kind == "documents" else extraction


def file_name(url: str) -> str:
    """The last part of an address's path."""
    return urlsplit(url).path.rsplit("/", 1)[-1]


def public_address(url: str) -> str:
    """An address without user and password, as it may be shown."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


# ---- the way to the content ----------------------------------------------------------------------


def _follow(source: Source, fetch: Fetch, known: SourceState) -> tuple[Document, tuple[tuple[str, str], ...]]:
    """The document that holds the contacts, and the trail of pages that led to it."""
    document = fetch.get(source.address)
    trail: list[tuple[str, str]] = []
    followed = dict(known.trail)
    steps = (*source.follow, source.link or "") if source.page else ()
    for pattern in steps:
        _refuse_other_media(document)
        step = hashlib.sha256(f"{pattern}\0{document.digest}".encode()).hexdigest()
        address = followed.get(step) or _next_address(document, pattern)
        trail.append((step, address))
        document = fetch.get(address, origin=source.address)
    return document, tuple(trail)


def _next_address(document: Document, pattern: str) -> str:
    from pipeline.extract.documents import choose_link
    from pipeline.extract.markup.anchors import page_links

    _refuse_error_page(document)
    return choose_link(page_links(document.body, document.charset), pattern, document.url)


def _refuse_error_page(document: Document) -> None:
    from pipeline.extract.network.answers import soft_error

    cause = soft_error(document)
    if cause:
        raise FormatError(public_address(document.url), cause)


def _refuse_other_media(document: Document) -> None:
    from pipeline.extract.network.answers import other_media

    cause = other_media(document)
    if cause:
        raise FormatError(public_address(document.url), cause)


def _digest(source: Source, rules: Rules, document: Document) -> str:
    name = file_name(document.url) if source.kind == "spreadsheet" else ""
    settings = (source.kind, source.scope, source.sheet, source.header_row, sorted(source.columns.items()))
    return _hash((__version__, settings, rules, name, document.digest))


def _holds(known: SourceState, digest: str, today: date) -> bool:
    """Whether the content means today what it meant when it was read."""
    return known.digest == digest and not known.is_due(today)


# ---- what it comes to ----------------------------------------------------------------------------


def _normalized(source: Source, extraction: Extraction) -> tuple[tuple[Observation, ...], tuple[Finding, ...]]:
    observations: list[Observation] = []
    findings = [replace(finding, source=source.id) for finding in extraction.findings]
    for record in extraction.records:
        observation, more = normalize(record, source.id)
        observations.append(observation)
        findings += more
    return tuple(observations), about(findings, observations)


def _state(
    source: Source,
    document: Document,
    digest: str,
    trail: tuple[tuple[str, str], ...],
    extraction: Extraction,
    observations: tuple[Observation, ...],
    findings: tuple[Finding, ...],
) -> SourceState:
    links = tuple(_absolute(link, document.url) for link in extraction.documents)
    return SourceState(
        source.id,
        digest,
        _yields(observations, links, findings),
        url=public_address(document.url),
        contacts=len(observations),
        links=links,
        findings=findings,
        trail=trail,
        revisit=_revisit(findings),
        layout=layout(observations),
        words=imprint(wording(document)) if source.kind == "page" else "",
    )


def _upload(source: Source, document: Document, observations: tuple[Observation, ...]) -> Upload | None:
    """The office's own workbook, if it is one that can be given back to it (.xlsx, .xlsm)."""
    if source.kind != "spreadsheet" or not document.body.startswith(b"PK"):
        return None
    places = {reading.raw.where.cell for seen in observations for reading in seen.readings}
    excel = b"xl/" in document.body and b"xl/workbook.bin" not in document.body
    return Upload(document.body, observations) if excel and places - {None} else None


def _absolute(link: Link, base: str) -> Link:
    """The link with the address a browser would ask for; one that no browser could read keeps its text."""
    if link.href is None:
        return link
    try:
        return replace(link, href=urljoin(base, link.href))
    except ValueError:
        return link


def _yields(observations: Iterable[Observation], links: Iterable[Link], findings: Iterable[Finding]) -> str:
    """A digest of everything that was read, without places and without order."""
    said = sorted(to_text((o.contact, sorted(o.tags))) for o in observations)
    offered = sorted(to_text((link.title, link.stated_size)) for link in links)
    noted = sorted(to_text(finding.news) for finding in findings)
    return _hash((said, offered, noted))


def _revisit(findings: Iterable[Finding]) -> str | None:
    """The first day on which a change that the source announces comes into force."""
    days = (dict(finding.details).get("date") for finding in findings if finding.code == "pending_change")
    return min((day for day in days if day), default=None)


def _hash(value: object) -> str:
    return hashlib.sha256(to_text(value).encode()).hexdigest()


def _as_before(source: Source, known: SourceState, code: str | None = None, **other: Any) -> Tonight:
    """Its last word holds; `code` says why if that is not simply because it says the same."""
    findings = tuple(finding for finding in known.findings if finding.code != REJECTED)
    if code:
        findings = (*findings, Finding(code, "info", source=source.id))
    state = replace(known, findings=findings, failed=False, error=None, **other)
    return Tonight(source, Outcome(source.id, state.url, "unchanged", state.contacts), state)


def _failed(source: Source, known: SourceState, kept: bool, error: str) -> Tonight:
    address = known.url or public_address(source.address)
    outcome = Outcome(source.id, address, "stale" if kept else "failed", known.contacts, error)
    return Tonight(source, outcome, replace(known, url=address, failed=True, error=error))
