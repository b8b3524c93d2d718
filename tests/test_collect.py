"""Documents: known by title and content, never lost with a failing server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pipeline.collect import DOCUMENTS_LIMIT, Collection, collect, document_changes
from pipeline.config import Source
from pipeline.gather import Tonight
from pipeline.model import DocumentVersion, Link, Outcome
from pipeline.stored import SourceState
from tests.answers import Answers

PAGE = "https://amt.example/seite.html"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n"
NEW = PDF.replace(b"1 0 obj", b"2 0 obj")


def tonight(*links: Link, status: str = "ok") -> Tonight:
    outcome = Outcome("amt", PAGE, status)  # type: ignore[arg-type]
    return Tonight(Source("amt", "page", PAGE), outcome, SourceState("amt", links=links))


def collected(
    files: Mapping[str, bytes], *links: Link, known: Mapping[str, DocumentVersion] | None = None
) -> Collection:
    return collect([tonight(*links)], Answers(files), known or {})


FLYER = Link("Flyer Ehrenamt", "https://amt.example/a/1.pdf", len(PDF))
MOVED = replace(FLYER, href="https://amt.example/b/2.pdf")


def test_a_document_is_mirrored_with_its_true_and_stated_size() -> None:
    result = collected({FLYER.href or "": PDF}, replace(FLYER, stated_size=1_000_000))
    (version,) = result.versions.values()
    assert (version.size, version.stated_size, version.title) == (len(PDF), 1_000_000, "Flyer Ehrenamt")
    assert version.name.endswith(".pdf")
    assert result.bodies == (PDF,)
    assert [finding.code for finding in result.findings] == ["size_differs"]


def test_a_new_address_is_no_new_document() -> None:
    before = collected({FLYER.href or "": PDF}, FLYER)
    after = collected({MOVED.href or "": PDF}, MOVED, known=before.versions)
    assert after.versions == before.versions
    assert after.bodies == ()
    assert document_changes(before.versions, after.versions) == ()


def test_other_content_under_the_same_title_is_a_replacement() -> None:
    before = collected({FLYER.href or "": PDF}, FLYER)
    after = collected({MOVED.href or "": NEW}, MOVED, known=before.versions)
    (change,) = document_changes(before.versions, after.versions)
    assert change.kind == "changed"
    assert change.old is not None
    assert change.new is not None
    assert change.old.name == change.new.name


def test_a_document_that_cannot_be_fetched_keeps_its_last_version() -> None:
    before = collected({FLYER.href or "": PDF}, FLYER)
    after = collected({}, FLYER, known=before.versions)
    assert after.versions == before.versions
    assert [finding.code for finding in after.findings] == ["document_failed"]


def test_what_is_no_document_is_refused() -> None:
    result = collected({FLYER.href or "": b"<html><script>alert(1)</script></html>"}, FLYER)
    assert not result.versions
    assert [finding.code for finding in result.findings] == ["document_refused"]


def test_a_list_of_somebody_forgotten_is_not_published() -> None:
    server = Answers({FLYER.href or "": PDF})
    result = collect([tonight(FLYER)], server, {}, lambda _, document: document.body == PDF)
    assert not result.versions
    assert "nicht mehr aufgeführt" in dict(result.findings[0].details)["error"]


def test_a_source_that_fails_keeps_its_documents_unasked() -> None:
    before = collected({FLYER.href or "": PDF}, FLYER)
    server = Answers({})
    after = collect([tonight(status="stale")], server, before.versions)
    assert after.versions == before.versions
    assert server.asked == []


def test_a_document_that_a_healthy_page_no_longer_offers_is_gone() -> None:
    before = collected({FLYER.href or "": PDF}, FLYER)
    after = collected({}, known=before.versions)
    assert [change.kind for change in document_changes(before.versions, after.versions)] == ["removed"]
    assert [change.kind for change in document_changes(after.versions, before.versions)] == ["added"]


def test_two_of_one_title_are_both_kept_and_the_same_twice_is_one() -> None:
    files = {FLYER.href or "": PDF, MOVED.href or "": NEW}
    result = collected(files, FLYER, FLYER, MOVED)
    assert len(result.versions) == 2
    assert len({version.name.lower() for version in result.versions.values()}) == 2


def test_a_link_without_an_address_is_only_announced() -> None:
    assert not collected({}, Link("Flyer", None)).versions


def test_documents_are_asked_for_on_behalf_of_their_page() -> None:
    server = Answers({FLYER.href or "": PDF})
    collect([tonight(FLYER)], server, {})
    assert server.asked == [(FLYER.href, PAGE)]


def test_their_number_is_bounded() -> None:
    links = [Link(f"Datei {number}", f"https://amt.example/{number}.pdf") for number in range(DOCUMENTS_LIMIT + 5)]
    server = Answers({link.href or "": PDF for link in links})
    result = collect([tonight(*links)], server, {})
    assert len(server.asked) == DOCUMENTS_LIMIT
    assert result.findings[-1].code == "too_many_documents"


def test_two_of_one_title_keep_their_names_in_any_order() -> None:
    files = {FLYER.href or "": PDF, MOVED.href or "": NEW}
    before = collected(files, FLYER, MOVED)
    after = collected(files, MOVED, FLYER, known=before.versions)
    assert after.versions == before.versions
