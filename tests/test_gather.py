"""One source tonight: read when it is new, left alone when it is not, an outage when it cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import NoReturn

import pytest

from pipeline.config import Source
from pipeline.exclusive import RunEndedError
from pipeline.gather import REJECTED, Tonight, gather, public_address
from pipeline.model import Document, Rules
from pipeline.stored import SourceState
from tests.answers import Answers

TODAY = date(2026, 3, 2)
RULES = Rules("07123", "08199")
URL = "https://amt.example/seite.html"
PAGE = Source("amt", "page", URL)
LIST = Source("liste", "spreadsheet", page=URL, follow=("Downloadcenter",), link="Koordinationsstellen")

ONE = "<main><h1>Ansprechpersonen</h1><p>Frau Hedwig Lindenau<br>Telefon 07123 9210-4100</p></main>"
TWO = ONE.replace("</main>", "<p>Herr Jonas Ahrens<br>Telefon 07123 9210-4112</p></main>")
FILES = {
    URL: '<main><p>Die Liste steht im <a href="/downloads.html">Downloadcenter</a>.</p></main>',
    "https://amt.example/downloads.html": '<main><a href="/d/7f-liste.csv">Koordinationsstellen (Liste)</a></main>',
    "https://amt.example/d/7f-liste.csv": "Gemeinde;Name;Telefon\nAhlbach;Frau Sabine Grothe;07123 3320-14\n"
    "Oberrode;Herr Nikolai Berg;07123 8401-33\n",
}


def tonight(html: str | None, before: SourceState | None = None, **other: object) -> Tonight:
    files = {} if html is None else {URL: f"<!DOCTYPE html><html><body>{html}</body></html>"}
    options = {"rejected": frozenset(), "today": TODAY, **other}
    return gather(PAGE, RULES, Answers(files), before, **options)  # type: ignore[arg-type]


def raising(error: Exception) -> Callable[..., NoReturn]:
    def fails(*_: object) -> NoReturn:
        raise error

    return fails


def names(night: Tonight) -> list[str]:
    return [seen.contact.name.family for seen in night.observations or () if seen.contact.name]


def test_a_source_is_read_with_its_places() -> None:
    night = tonight(ONE)
    assert names(night) == ["Lindenau"]
    assert night.outcome.status == "ok"
    assert night.healthy
    assert night.state.contacts == 1
    assert night.observations is not None
    assert all(reading.raw.where.line for reading in night.observations[0].readings)


def test_the_same_content_is_not_read_again() -> None:
    again = tonight(ONE, tonight(ONE).state)
    assert again.observations is None
    assert again.outcome.status == "unchanged"


@pytest.mark.parametrize("kind", ["application/octet-stream", "image/svg+xml", "multipart/form-data"])
def test_the_same_content_under_another_kind_is_an_outage(kind: str) -> None:
    class Mistaken(Answers):
        def get(self, url: str, *, origin: str | None = None) -> Document:
            return replace(super().get(url, origin=origin), media_type=kind)

    known = tonight(ONE).state
    night = gather(
        PAGE, RULES, Mistaken({URL: f"<!DOCTYPE html><html><body>{ONE}</body></html>"}), known, frozenset(), TODAY
    )
    assert night.outcome.status == "stale"
    assert f"liefert {kind} statt einer Seite" in (night.outcome.error or "")


def test_references_to_characters_that_do_not_exist_spoil_nothing() -> None:
    assert names(tonight(ONE.replace("<p>", "<p>&#" + "9" * 5_000 + ";</p><p>"))) == ["Lindenau"]


@pytest.mark.parametrize("fault", [ValueError("zu\nlang"), KeyError("x"), RecursionError(), MemoryError()])
def test_a_fault_of_ours_costs_one_source_and_not_the_night(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    known = tonight(ONE).state
    monkeypatch.setattr("pipeline.gather.normalize", raising(fault))
    night = tonight(TWO, known)
    assert night.outcome.status == "stale"
    assert f"unerwarteter Fehler ({type(fault).__name__}" in (night.outcome.error or "")
    assert "\n" not in (night.outcome.error or "")


def test_what_ends_the_run_is_no_fault_of_one_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.gather.normalize", raising(RunEndedError("Abgebrochen")))
    with pytest.raises(RunEndedError):
        tonight(ONE)


@pytest.mark.parametrize("gone", list(FILES))
def test_an_outage_on_the_way_says_which_link_was_followed(gone: str) -> None:
    files = {address: body for address, body in FILES.items() if address != gone}
    night = gather(LIST, RULES, Answers(files), None, frozenset(), TODAY)
    assert night.outcome.error == f"{gone}: nicht erreichbar (Link „Koordinationsstellen“)"


def test_other_bytes_that_say_the_same_are_no_news_but_remembered() -> None:
    first = tonight(ONE)
    again = tonight(ONE.replace("<p>", '<p class="neu">'), first.state)
    assert again.observations is None
    assert again.state.yields == first.state.yields
    assert again.state.digest != first.state.digest


def test_someone_new_is_news() -> None:
    assert names(tonight(TWO, tonight(ONE).state)) == ["Lindenau", "Ahrens"]


def test_a_source_that_cannot_be_reached_is_stale_or_on_a_first_night_failed() -> None:
    known = tonight(ONE).state
    assert tonight(None, known).outcome.status == "stale"
    assert "nicht erreichbar" in (tonight(None, known).outcome.error or "")
    assert tonight(None).outcome.status == "failed"
    assert not tonight(None).healthy


def test_a_source_that_names_nobody_any_more_is_taken_at_its_word_and_left_to_the_guard() -> None:
    night = tonight(
        "<main><h1>Ansprechpersonen</h1><p>Diese Seite wird gerade neu geschrieben.</p></main>", tonight(ONE).state
    )
    assert night.outcome.status == "ok"
    assert night.observations == ()


def test_after_an_outage_the_same_content_is_healthy_again() -> None:
    known = tonight(ONE).state
    again = tonight(ONE, replace(known, failed=True, error="weg"))
    assert again.healthy
    assert again.state.error is None


def test_rejected_content_is_not_asked_about_again() -> None:
    known = tonight(TWO).state
    refused = frozenset({("amt", tonight(ONE).state.yields)})
    night = tonight(ONE, known, rejected=refused)
    assert night.observations is None
    assert [finding.code for finding in night.state.findings].count(REJECTED) == 1
    once_more = tonight(ONE, night.state, rejected=refused)
    assert [finding.code for finding in once_more.state.findings].count(REJECTED) == 1
    recovered = tonight(TWO, once_more.state, rejected=refused)
    assert REJECTED not in [finding.code for finding in recovered.state.findings]


def test_a_day_that_was_announced_makes_the_same_content_new() -> None:
    known = replace(tonight(ONE).state, revisit="2026-03-02", yields="other")
    assert tonight(ONE, known).observations is not None
    assert tonight(ONE, replace(known, revisit="2026-03-03")).observations is None


def test_a_documents_source_has_no_contacts() -> None:
    night = gather(replace(PAGE, kind="documents"), RULES, Answers({URL: ONE}), None, frozenset(), TODAY)
    assert night.observations == ()


# ---- the way to the spreadsheet ------------------------------------------------------------------


def test_the_list_is_found_by_the_text_of_the_links() -> None:
    server = Answers(FILES)
    night = gather(LIST, RULES, server, None, frozenset(), TODAY)
    assert names(night) == ["Grothe", "Berg"]
    assert [url.rpartition("/")[2] for url, _ in server.asked] == ["seite.html", "downloads.html", "7f-liste.csv"]
    assert {origin for _, origin in server.asked} == {None, URL}


def test_a_new_address_with_the_same_list_is_no_news() -> None:
    known = gather(LIST, RULES, Answers(FILES), None, frozenset(), TODAY).state
    moved = {url.replace("7f-", "9a-"): text.replace("7f-", "9a-") for url, text in FILES.items()}
    assert gather(LIST, RULES, Answers(moved), known, frozenset(), TODAY).observations is None


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<main><a href='/x.csv'>Speiseplan</a></main>", "Koordinationsstellen"),
        (
            "<main><a href='/a.csv'>Koordinationsstellen Nord</a> <a href='/b.csv'>Koordinationsstellen Süd</a></main>",
            "b.csv",
        ),
    ],
)
def test_no_link_or_two_are_an_outage_that_names_the_pattern(page: str, said: str) -> None:
    files = {**FILES, "https://amt.example/downloads.html": page}
    night = gather(LIST, RULES, Answers(files), None, frozenset(), TODAY)
    assert night.outcome.status == "failed"
    assert said in (night.outcome.error or "")


def test_an_address_is_shown_without_its_password() -> None:
    assert public_address("https://anna:geheim@amt.example/a?b=c") == "https://amt.example/a?b=c"
