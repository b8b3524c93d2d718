"""The report: one plain sentence first, then what, whose word, and what to look at."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from markupsafe import escape

from pipeline import wording
from pipeline.export.report import as_json, html, markdown, plain, render, summary
from pipeline.export.words import Words
from pipeline.model import Change, Contact, DocumentChange, Finding, PersonName, Report, RunStatus, Where
from tests.export.examples import CHANGES, FINDINGS, FLYER, OUTCOMES, REPORT, RUN
from tests.export.strategies import texts

NEWS = "1 Kontakt neu, 1 Nachfolge, 1 Kontakt geändert, 1 Kontakt weggefallen"
QUIET = replace(REPORT, changes=(), documents=(), outcomes=OUTCOMES[:1], findings=())


def ended(status: RunStatus, report: Report = REPORT) -> Report:
    """The report of a run that ended so."""
    return replace(report, run=replace(RUN, status=status), documents=(), outcomes=OUTCOMES[:1])


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (ended("published"), f"{NEWS}."),
        (
            REPORT,
            f"{NEWS}, 1 Dokument ersetzt. Eine Quelle war nicht zu lesen, ihre letzten Kontakte bleiben.",
        ),
        (QUIET, "Die Kontakte sind wie zuvor."),
        (
            ended("held"),
            f"Zurückgehalten: {NEWS}. Veröffentlicht bleibt der Stand davor, bis jemand entscheidet.",
        ),
        (ended("rejected"), f"Abgelehnt: {NEWS}. Veröffentlicht blieb der Stand davor."),
        (ended("withdrawn"), f"Überholt: {NEWS}. Zu entscheiden ist darüber nichts mehr."),
        (
            ended("held", QUIET),
            "Zurückgehalten: keine Änderung an Kontakten."
            " Veröffentlicht bleibt der Stand davor, bis jemand entscheidet.",
        ),
        (ended("failed"), "Der Lauf ist fehlgeschlagen; veröffentlicht bleibt der Stand davor."),
        (
            replace(QUIET, changes=(Change("added", "a", "A"), Change("added", "b", "B"))),
            "2 Kontakte neu.",
        ),
        (replace(QUIET, changes=(Change("returned", "a", "A"),)), "1 Kontakt wieder da."),
    ],
)
def test_one_sentence_says_what_happened(report: Report, said: str) -> None:
    assert summary(report) == said
    assert said.split(".")[0] in html(report)


def test_the_sentence_in_english() -> None:
    assert summary(ended("published"), "en").startswith("1 new contact, 1 successor")


def test_the_json_of_the_contract() -> None:
    made = json.loads(as_json(REPORT))
    assert (made["run"], made["previous"], made["status"]) == (RUN.name, RUN.previous, "published")
    assert made["sources"][1] == {
        "id": "liste",
        "url": "https://www.tannberg.example/dateien/liste.xlsx",
        "status": "stale",
        "contacts": 1,
        "error": "Der Server antwortet nicht",
    }
    assert made["changes"][0]["predecessor"] == CHANGES[0].predecessor
    assert made["changes"][1]["fields"][1] == {
        "field": "hours",
        "old": None,
        "new": "Mo–Fr 9–12 Uhr; Do bis 18 Uhr",
        "source": "liste",
    }
    assert made["documents"][0]["old"] == {"size": 9, "sha256": "ab" * 32}
    assert set(made["findings"][0]) == {"code", "severity", "uid", "message", "source"}
    assert made["totals"]["contacts"] == 4
    assert made["totals"]["stale"] == 1
    assert made["totals"]["errors"] == made["totals"]["warnings"] == 1


@pytest.mark.parametrize(("status", "said"), [("rejected", "held"), ("withdrawn", "held"), ("unchanged", "unchanged")])
def test_the_contract_knows_four_ends(status: RunStatus, said: str) -> None:
    assert json.loads(as_json(ended(status)))["status"] == said


def test_a_document_that_came_or_went() -> None:
    came = DocumentChange("added", FLYER.href, "Neu & frisch", None, FLYER)
    went = DocumentChange("removed", FLYER.href, "Alt", FLYER, None)
    report = replace(QUIET, documents=(came, went))
    assert json.loads(as_json(report))["documents"][1]["new"] is None
    assert "Neu \\& frisch: neu, 3,8 MB" in markdown(report)
    assert "Neu &amp; frisch" in html(report)


def test_why_a_run_is_held_and_what_to_do() -> None:
    held = replace(ended("held"), reasons=(Finding("unclaimed", "error", "zu viele", source="liste"),))
    for text in (html(held), markdown(held)):
        assert "Warum zurückgehalten wurde" in text
        assert f"kreiskontakte approve {RUN.name} --by NAME" in text
    assert json.loads(as_json(held))["reasons"][0]["code"] == "unclaimed"
    rejected = replace(held, run=replace(RUN, status="rejected"))
    assert "--by NAME" not in html(rejected) + markdown(rejected)


def test_findings_by_severity_with_their_place() -> None:
    text = markdown(REPORT)
    assert text.index("### Fehler: liste (1)") < text.index("### Bitte ansehen: Übergreifend (1)")
    assert text.index("Bitte ansehen") < text.index("### Zur Kenntnis: engagement (1)")
    assert "(Blatt „Liste“, C7)" in text
    assert '<span class="soft">Zeile 12</span>' in html(REPORT)
    assert "line 12" in html(REPORT, "en")


@pytest.mark.parametrize(
    ("before", "headings"),
    [
        ((), ["Hinweise"]),
        ((Finding("unclaimed", "info", "längst erledigt"),), ["Hinweise"]),
        (REPORT.findings[:1], ["Neue Hinweise", "Hinweise wie im Bericht davor"]),
        (
            tuple(replace(f, where=Where(line=99)) for f in REPORT.findings),
            ["Neue Hinweise", "Hinweise wie im Bericht davor"],
        ),
    ],
)
def test_what_the_report_before_said_is_no_news(before: tuple[Finding, ...], headings: list[str]) -> None:
    report = replace(REPORT, told_before=before)
    assert re.findall(r"^## (.*Hinweise.*)", markdown(report), re.M) == headings
    assert re.findall(r"<h2>([^<]*Hinweise[^<]*)", html(report)) == headings
    for finding in REPORT.findings:
        known = finding.news in {each.news for each in before}
        assert known == (escape(wording.message(finding)) in html(report).partition("wie im Bericht davor")[2])


def test_nothing_to_say_is_said() -> None:
    assert markdown(QUIET).count("Keine.") == html(QUIET).count("<p>Keine.</p>") == 2


def test_no_password_in_any_form() -> None:
    assert not any("geheim" in render(REPORT, form) for form in ("html", "md", "json"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[x](http://y.example)", r"\[x\](http\://y.example)"),
        ("<b>fett</b> & *so*", r"\<b\>fett\</b\> \& \*so\*"),
        ("www.x.example", r"www\.x.example"),
        ("a@b.example", r"a\@b.example"),
        ("# Titel", r"\# Titel"),
        ("1. eins", r"1\. eins"),
        ("- Punkt", r"\- Punkt"),
        ("a\n\n# b", r"a \# b"),
        ("`code` ~~weg~~ $x$ |", r"\`code\` \~\~weg\~\~ \$x\$ \|"),
    ],
)
def test_markdown_shows_a_text_as_it_is(text: str, written: str) -> None:
    report = replace(QUIET, changes=(Change("added", "a", text),))
    assert f"- **{written}**" in markdown(report)
    assert f"- **{' '.join(text.split())}**" in plain(report)


@given(texts)
@settings(deadline=None)
def test_any_text_stays_text(text: str) -> None:
    report = replace(
        REPORT, changes=(Change("added", "a", text),), findings=(Finding("unclaimed", "info", text),), district=text
    )
    page = html(report)
    assert set(re.findall(r"<(\w+)", page)) <= set(re.findall(r"<(\w+)", html(REPORT)))
    shown = markdown(report)
    assert not re.search(r"(?<!\\)[<>\[\]]", shown)
    harmless = replace(report, changes=CHANGES[3:], findings=FINDINGS[:1], district="L")
    assert [line[:4] for line in shown.split("\n") if line.startswith("#")] == [
        line[:4] for line in markdown(harmless).split("\n") if line.startswith("#")
    ]
    assert json.loads(as_json(report))


def test_no_town_stands_twice_beside_a_name() -> None:
    both = Contact(PersonName("Blum", "Max"), "Donzdorf; Heiningen", "Asyl; Bau", "Donzdorf; Heiningen")
    assert Words("de").about(both) == "Asyl; Bau, Donzdorf, Heiningen"
    assert Words("de").about(replace(both, org="Rathaus")) == "Asyl; Bau, Rathaus, Donzdorf, Heiningen"
