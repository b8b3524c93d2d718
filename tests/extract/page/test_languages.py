"""Pages that say the same in several languages."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

PERSON = "<p>Anmeldung bei Eva Muster, Tel. 07123 940-11, eva@muster.de.</p>"


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Українською", "Запис: Єва Мустер, тел. +49 7123 940 11, eva@muster.de"),
        ("العربية", "للتسجيل: +49 7123 940 11"),
        ("English", "Please call +49 7123 940 11 on Mondays."),
    ],
)
def test_a_translation_is_nobody_new(heading: str, text: str) -> None:
    html = f"<h1>Café</h1><h2>Deutsch</h2>{PERSON}<h2>{heading}</h2><p>{text}</p>"
    assert summary(html) == [("Muster", None, None, ("+49712394011",), ("eva@muster.de",))]


def test_what_a_translation_adds_stays() -> None:
    html = f"<h1>Café</h1>{PERSON}<h2>Українською</h2><p>тел. +49 7123 940 12</p>"
    assert {phones for _, _, _, phones, _ in summary(html)} == {("+49712394011",), ("+49712394012",)}
