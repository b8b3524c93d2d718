"""Whom an unfinished sentence sends people to, and whose the number below it is."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

HOUSE = "<p><b>Amt Neustadt</b></p><p>Tel. 07123 940-0</p>"


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Außerhalb der Dienstzeiten wenden Sie sich bitte an den Wachschutz der Unterkunft „Am Weg“,",
         "Wachschutz der Unterkunft „Am Weg“"),
        ("Wenn niemand öffnet, rufen Sie bitte beim Hausmeister an:", "Hausmeister"),
        ("Für alles andere wenden Sie sich bitte an das Jugendamt:", "Jugendamt"),
        ("Betriebe wenden sich bitte an den gemeinsamen Arbeitgeber-Service:", "Arbeitgeber-Service"),
        ("Bei Fragen zum Sozialpass rufen Sie gern jederzeit an:", None),
        ("Wenden Sie sich gern an die Kolleginnen und Kollegen:", None),
    ],
)  # fmt: skip
def test_the_number_below_is_of_whom_one_is_sent_to(sentence: str, who: str | None) -> None:
    found = summary(f"{HOUSE}<p>{sentence}</p><p>Handy: 0172 3914065</p>")
    (told,) = [office or role for _, office, role, phones, _ in found if "+491723914065" in str(phones)]
    assert told == who


def test_a_sentence_that_ends_says_nothing_of_the_number_below() -> None:
    html = f"{HOUSE}<p>Für alles andere wenden Sie sich bitte an das Jugendamt.</p><p>Fax 07123 940-19</p>"
    assert [office for _, office, *_ in summary(html)] == ["Amt Neustadt", None]
