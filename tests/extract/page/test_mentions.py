"""Who is only named beside somebody else's values has no part in them."""

from __future__ import annotations

import pytest

from pipeline.extract.page.reader import read_page
from pipeline.model import Rules
from tests.extract.page.test_blocks import summary

_POST = "<h3>Asyl</h3><div><p>N. N.<br>Tel. 07123 940-12<br>Vertretung: Herr Beispiel</p></div>"
_DEPUTY = "<div><p>Herr Beispiel<br>Tel. 07123 940-13</p></div>"


@pytest.mark.parametrize("html", [_POST + _DEPUTY, f"<h3>Asyl</h3>{_DEPUTY}{_POST}"], ids=["below", "above"])
def test_who_stands_in_for_nobody_and_has_an_entry_has_no_part_in_the_number_of_the_post(html: str) -> None:
    assert {entry[0]: entry[3] for entry in summary(html)} == {None: ("+49712394012",), "Beispiel": ("+49712394013",)}


def test_who_stands_in_for_nobody_and_has_no_entry_is_reached_by_the_number_of_the_post() -> None:
    assert {entry[0]: entry[3] for entry in summary(_POST)} == {"Beispiel": ("+49712394012",)}


@pytest.mark.parametrize(
    ("deputy", "others", "kept"),
    [
        ("Frau Müller", ["Peter Müller"], True),  # who is a man
        ("Frau Müller", ["Herr Müller"], True),
        ("Frau Müller", ["Frau Eva Müller"], False),
        ("Frau Müller", ["Frau Eva Müller", "Herr Uwe Müller"], False),
        ("Frau Müller", ["Frau Eva Müller", "Frau Ida Müller"], True),  # either of them
        ("Frau Eva Müller", ["Eva Müller", "Frau Ida Müller"], False),
    ],
)
def test_a_family_name_is_somebody_where_only_one_can_be_meant(deputy: str, others: list[str], kept: bool) -> None:
    post = f"<h3>Sozialamt</h3><p>N. N.<br>Vertretung: {deputy}<br>Tel. 07123 940-12</p>"
    entries = "".join(f"<p>{name}<br>Tel. 07123 940-{20 + i}</p>" for i, name in enumerate(others))
    (entry,) = [entry for entry in summary(f"{post}<h3>Bauamt</h3>{entries}") if entry[3] == ("+49712394012",)]
    assert entry[0] == ("Müller" if kept else None)


def test_who_stands_in_for_two_vacant_posts_is_reached_by_the_number_of_each() -> None:
    posts = "".join(f"<p>N. N.<br>Vertretung: Frau Muster<br>Tel. 07123 940-{number}</p>" for number in (12, 13))
    assert [entry[0] for entry in summary(posts)] == ["Muster", "Muster"]


_CAPTION = "<p>Eva Muster (links) und Uwe Beispiel beim ersten Treffen</p>"
_TOLD = "<p>Viele Paten helfen gern, sagt Projektleiterin Eva Muster vom Bürgerhaus Oberland e.V. Er hat Gäste.</p>"
_ASKED = "<p>Wer helfen möchte, wendet sich an Eva Muster, Tel. 07123 940-12, oder an Uwe Beispiel (0174 9920118).</p>"


@pytest.mark.parametrize("before", [_CAPTION + _TOLD, _TOLD, _CAPTION, ""], ids=["both", "told", "caption", "none"])
def test_a_number_in_a_sentence_is_of_whom_it_names_whoever_was_shown_above(before: str) -> None:
    entries = {entry[0]: entry[3] for entry in summary(before + _ASKED)}
    assert entries == {"Muster": ("+49712394012",), "Beispiel": ("+491749920118",)}


def test_who_was_introduced_in_a_sentence_and_is_reached_in_the_next_has_the_function_she_was_named_with() -> None:
    entry = next(entry for entry in summary(_CAPTION + _TOLD + _ASKED) if entry[0] == "Muster")
    assert entry[1:3] == ("Bürgerhaus Oberland e.V.", "Projektleiterin")


def test_a_number_in_a_sentence_about_somebody_else_is_not_of_who_was_introduced() -> None:
    entries = {
        entry[0]: entry[3] for entry in summary(_TOLD + "<p>Fragen beantwortet auch das Amt, Tel. 07123 940-0.</p>")
    }
    assert "Muster" not in entries


def test_who_has_her_number_gets_no_second_one_from_a_sentence_further_below() -> None:
    told = "<p>Eva Muster hilft gern, die Zentrale des Amtes hat die Nummer 07123 940-0.</p>"
    entries = {entry[0]: entry[3] for entry in summary("<p>Eva Muster, Tel. 07123 940-12</p>" + told)}
    assert entries["Muster"] == ("+49712394012",)


@pytest.mark.parametrize(
    "note", ["(in Elternzeit bis 30.04.2027, Vertretung: Uwe Beispiel)", "(vertreten von Uwe Beispiel)"]
)
def test_a_remark_in_brackets_on_who_stands_in_takes_nobodys_values(note: str) -> None:
    html = f"<h3>Eva Muster</h3><p>Qualifizierung</p><p>{note}</p><p>Tel. 07123 940-12</p>"
    assert [entry[:4] for entry in summary(html)] == [("Muster", None, "Qualifizierung", ("+49712394012",))]


def test_a_deputy_in_brackets_has_the_number_there_and_no_other() -> None:
    html = "<h3>Eva Muster</h3><p>(Vertretung: Uwe Beispiel, Tel. 07123 940-13)</p><p>Tel. 07123 940-12</p>"
    entries = {entry[0]: entry[3] for entry in summary(html)}
    assert entries == {"Muster": ("+49712394012",), "Beispiel": ("+49712394013",)}


@pytest.mark.parametrize("before", ["", "<p>Eva Muster und Uwe Beispiel</p>"], ids=["alone", "below both"])
def test_a_number_behind_an_office_that_may_be_asked_instead_is_not_hers(before: str) -> None:
    html = f"{before}<p>Bitte wenden Sie sich an Frau Muster oder an das Sekretariat, Tel. 07123 940-10.</p>"
    assert [entry[0] for entry in summary(html) if entry[3]] == [None]


def test_a_number_behind_somebody_who_may_be_asked_instead_is_hers() -> None:
    html = "<p>Bitte wenden Sie sich an das Sekretariat oder die Leiterin Ida Probe, Tel. 07123 940-10.</p>"
    assert [entry[0] for entry in summary(html)] == ["Probe"]


@pytest.mark.parametrize(
    ("behind", "numbers"),
    [
        ("(Sekretariat Frau Kling)", {"Muster": "10", "Kling": "11"}),
        ("(Frau Kling)", {"Muster": "10", "Kling": "11"}),
        ("(Sekretariat)", {"Muster": "11"}),
        ("(Frau Muster)", {"Muster": "11"}),
        ("(Frau Kling, Tel. 07123 940-12)", {"Muster": "11", "Kling": "12"}),
    ],
)
def test_a_number_before_somebody_else_in_brackets_is_hers(behind: str, numbers: dict[str, str]) -> None:
    html = f"<ul><li>Eva Muster, Tel. 07123 940-10, 07123 940-11 {behind}</li></ul>"
    assert {entry[0]: entry[3][-1][-2:] for entry in summary(html)} == numbers


def test_who_answers_for_somebody_is_called_what_she_is_and_takes_nothing_else() -> None:
    html = "<ul><li>Eva Muster, Tel. 07123 940-11 (Sekretariat Frau Kling), muster@amt.example</li></ul>"
    assert [entry[0:4:2] for entry in summary(html)] == [("Muster", None), ("Kling", "Sekretariat")]
    assert [entry[4] for entry in summary(html)] == [("muster@amt.example",), ()]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Bitte wenden Sie sich an Frau Muster oder an die Zentrale, Tel. 07123 940-0.", ["Frau Muster"]),
        ("Landrat Uwe Muster freut sich. Die Zentrale erreichen Sie unter 07123 940-0.", []),
        ("Bitte wenden Sie sich an Frau Muster, Tel. 07123 940-0.", []),
    ],
)
def test_whom_one_is_told_to_ask_and_cannot_reach_is_a_finding(text: str, said: list[str]) -> None:
    findings = read_page(f"<p>{text}</p>".encode(), None, Rules()).findings
    assert [finding.text for finding in findings if finding.code == "no_way_to_reach"] == said


@pytest.mark.parametrize(
    ("then", "name"),
    [
        ("Die Zentrale erreichen Sie unter 07123 940-0.", None),
        ("Das Sozialamt hat die Nummer 07123 940-0.", None),
        ("Das Büro ist unter 07123 940-0 erreichbar.", "Muster"),  # hers
        ("Die Nummer lautet 07123 940-0.", "Muster"),
        ("Rufen Sie unter 07123 940-0 an.", "Muster"),
    ],
)
def test_a_sentence_that_begins_with_an_office_has_its_number(then: str, name: str | None) -> None:
    assert [entry[0] for entry in summary(f"<p>Eva Muster hilft Ihnen gerne. {then}</p>")] == [name]
