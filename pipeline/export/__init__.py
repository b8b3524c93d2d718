"""Everything that is published, and the report: written aside, made visible in one step.

A release is a pure function of a `Publication`: no clock, locale, time zone or hash seed has a say in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.export import staging
from pipeline.export.copies import Copies, office_copies, with_missing
from pipeline.model import Entry, Publication, Report


@dataclass(frozen=True, slots=True)
class Release:
    """A publication as readers may see it, with all of it that takes long to make, and what of it cannot be made."""

    seen: Publication
    copies: Copies


def prepared(publication: Publication) -> Release:
    """What readers may see of a publication, by name; and the offices' own workbooks."""
    from pipeline.export.rows import by_name
    from pipeline.export.visible import publishable

    seen = publishable(publication)
    copies = office_copies(seen)
    entries, findings = tuple(sorted(seen.entries, key=by_name)), with_missing(seen.findings, copies.missing)
    return Release(replace(seen, entries=entries, findings=findings), copies)


def release_files(publication: Publication, before: Path | None = None) -> Iterator[tuple[str, bytes]]:
    """Every file of a release: its path with `/`, and its bytes. `before`: an earlier release, which saves time."""
    return files_of(prepared(publication), before)


def files_of(release: Release, before: Path | None = None) -> Iterator[tuple[str, bytes]]:
    """The same of what is prepared."""
    from pipeline.export import feed, site, tables, workbook

    seen = release.seen
    yield from _cards(seen, before)
    yield "kontakte.json", tables.contacts_json(seen, sorted(seen.entries, key=lambda entry: entry.uid))
    yield "kontakte.csv", tables.contacts_csv(seen, seen.entries)
    yield "kontakte.xlsx", workbook.contacts_workbook(seen)
    yield "feed.xml", feed.feed(seen)
    yield from site.pages(seen)
    yield from release.copies.files
    for version, body in seen.documents:
        yield f"dokumente/{version.name}", body


def _cards(publication: Publication, before: Path | None) -> Iterator[tuple[str, bytes]]:
    from pipeline.export.cards import card
    from pipeline.export.links import card_path, slugs
    from pipeline.export.qr import codes
    from pipeline.export.words import Words

    words = Words(publication.language)
    made = {entry.uid: card(entry, publication.district, words) for entry in publication.entries}

    def together(entries: list[Entry]) -> bytes:
        return "".join(made[entry.uid] for entry in entries).encode()

    yield "kontakte.vcf", together(list(publication.entries))
    new = {change.uid for change in publication.edition.changes if change.arrives}
    yield "aenderungen.vcf", together([entry for entry in publication.entries if entry.uid in new])
    for entry in publication.entries:
        yield card_path(entry.uid), made[entry.uid].encode()
    yield from codes(publication.entries, made, before)
    for group, slug in slugs(group for entry in publication.entries for group in entry.groups).items():
        yield f"gruppen/{slug}.vcf", together([entry for entry in publication.entries if group in entry.groups])


def write_release(publication: Publication, folder: Path) -> None:
    """All files into an empty folder. Raises PublishError."""
    staging.fill(folder, release_files(publication))


def prune(data: Path, keep: int, reports: int | None = None) -> None:
    """Only the newest `keep` releases stay, and as many reports unless told; what resists waits for next time."""
    with suppress(OSError):
        staging.prune(data, keep, keep if reports is None else reports)


def outdated(data: Path, keep: int, reports: int) -> list[Path]:
    """What `prune` could not remove."""
    return staging.outdated(data, keep, reports)


def write_report(report: Report, data: Path, language: str = "de") -> None:
    """`reports/NAME/` with its three files, and `reports/latest`. Raises PublishError."""
    from pipeline.export.draft import Draft

    with Draft(data) as draft:
        draft.report(report, language)
        draft.show()
