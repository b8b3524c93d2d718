"""The documents tonight: flyers, charts and lists that the pages offer, mirrored and known by title and content.

An address is no identity: content systems give a file a new one with every upload. A document that cannot be fetched
keeps its last version; it is gone only when a healthy page no longer offers it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from pipeline.errors import FetchError, FormatError, SourceError
from pipeline.gather import UNFORESEEN, Fetch, Tonight, unforeseen
from pipeline.model import Document, DocumentChange, DocumentVersion, Finding, Link

#: More than this on one district's pages is an archive, not what volunteers need tonight.
DOCUMENTS_LIMIT = 200
#: A stated size this far from the true one is worth a look (share of the true size).
SIZE_TOLERANCE = 0.1


@dataclass(frozen=True, slots=True)
class Collection:
    """The documents after tonight. `bodies` are those that are new."""

    versions: Mapping[str, DocumentVersion]
    bodies: tuple[bytes, ...] = ()
    findings: tuple[Finding, ...] = ()


def collect(
    nights: Iterable[Tonight],
    fetch: Fetch,
    known: Mapping[str, DocumentVersion],
    names_forgotten: Callable[[str, Document], bool] = lambda *_: False,
) -> Collection:
    """Tonight's documents of all sources; those of a source that failed stay as they are.

    `names_forgotten` says of a document whether it names somebody who asked to be forgotten.
    """
    nights = tuple(nights)
    versions = {key: old for key, old in known.items() if _kept(old, nights)}
    bodies: list[bytes] = []
    findings: list[Finding] = []
    offers = _offers(nights, known)
    for key, (source, link) in list(offers.items())[:DOCUMENTS_LIMIT]:
        try:
            document = fetch.get(link.href or "", origin=source.outcome.url)
            version = _version(source, link, document, known.get(key), {old.name for old in versions.values()})
            if version != known.get(key) and names_forgotten(source.source.id, document):
                fetch.drop(document.url)
                raise FormatError(document.url, "nennt jemanden, der nicht mehr aufgeführt sein will")
        except (SourceError, *UNFORESEEN) as error:
            findings.append(_lost(source, link, error))
            if key in known:
                versions[key] = known[key]
            continue
        findings += _size_differs(version, source, link)
        versions[key] = version
        if version != known.get(key):
            bodies.append(document.body)
    if len(offers) > DOCUMENTS_LIMIT:
        findings.append(Finding("too_many_documents", "warning", str(len(offers))))
    return Collection(versions, tuple(bodies), tuple(findings))


def document_changes(
    before: Mapping[str, DocumentVersion], after: Mapping[str, DocumentVersion]
) -> tuple[DocumentChange, ...]:
    """What came, went or was replaced, by title."""
    changes = []
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        shown = new or old
        if shown and (old is None or new is None or old.sha256 != new.sha256):
            kind = "added" if old is None else "removed" if new is None else "changed"
            changes.append(DocumentChange(kind, shown.href, shown.title, old, new))  # type: ignore[arg-type]
    return tuple(changes)


def _kept(old: DocumentVersion, nights: tuple[Tonight, ...]) -> bool:
    """A document stays unasked while the source that offered it, if that is known, does not answer."""
    return any(old.source in ("", night.source.id) and not night.healthy for night in nights)


def _offers(nights: tuple[Tonight, ...], known: Mapping[str, DocumentVersion]) -> dict[str, tuple[Tonight, Link]]:
    """Each document once, by its key. Two of one title and different addresses are both kept, whatever their order."""
    from pipeline.extract.documents import document_key

    titles: dict[str, dict[str, tuple[Tonight, Link]]] = {}  # key of the title → address → who offers it
    for night in nights:
        for link in night.state.links if night.healthy else ():
            if link.href is not None:
                titles.setdefault(document_key(link.title), {}).setdefault(link.href, (night, link))
    offers: dict[str, tuple[Tonight, Link]] = {}
    for key, links in titles.items():
        names = [key, *(f"{key}#{number}" for number in range(2, len(links) + 1))]
        settled = {name: known[name].href for name in names if name in known and known[name].href in links}
        others = iter([href for href in links if href not in settled.values()])
        offers |= {name: links[settled.get(name) or next(others)] for name in names}
    return offers


def _version(
    night: Tonight, link: Link, document: Document, old: DocumentVersion | None, taken: set[str]
) -> DocumentVersion:
    from pipeline.extract.documents import check_document, safe_name

    digest = hashlib.sha256(document.body).hexdigest()
    if old and old.sha256 == digest:
        href, offered_by = old.href or document.url, old.source or night.source.id  # unknown after a restore
        return replace(old, stated_size=link.stated_size, href=href, source=offered_by)
    suffix = check_document(document.body, document.url, link.title, document.media_type)
    keeps_name = old is not None and old.name.endswith(suffix)
    name = old.name if old and keeps_name else safe_name(link.title, document.url, suffix, taken)
    return DocumentVersion(
        link.title, document.url, name, len(document.body), digest, link.stated_size, night.source.id
    )


def _lost(night: Tonight, link: Link, error: Exception) -> Finding:
    code = "document_failed" if isinstance(error, FetchError) else "document_refused"
    cause = str(error) if isinstance(error, SourceError) else unforeseen(error)
    return Finding(code, "warning", link.title, link.where, night.source.id, details=(("error", cause),))


def _size_differs(version: DocumentVersion, night: Tonight, link: Link) -> tuple[Finding, ...]:
    stated = version.stated_size
    if stated is None or abs(stated - version.size) <= SIZE_TOLERANCE * version.size:
        return ()
    sizes = (("stated", str(stated)), ("size", str(version.size)))
    return (Finding("size_differs", "info", version.title, link.where, night.source.id, details=sizes),)
