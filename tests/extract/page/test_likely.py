"""Names that no list knows: what around a line makes it one, and what does not."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary


def names(html: str) -> list[str | None]:
    return [contact[0] for contact in summary(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Unbekannt Vorlaut<br>vorlaut@muster.de</p>", ["Vorlaut"]),
        ("<p>Unbekannt Vorlaut<br>u.vorlaut@muster.de</p>", ["Vorlaut"]),
        ("<p>Unbekannt Vorlaut<br>info@muster.de</p>", [None]),
        ("<p>Unbekannt Vorlaut, Leitung<br>vorlaut@muster.de</p>", ["Vorlaut"]),
        ("<p>Neustadt: Unbekannt Vorlaut, 07123 940-12, vorlaut@muster.de</p>", ["Vorlaut"]),
        ("<p>Weißer Ring, ring@muster.de</p>", [None]),
    ],
)
def test_a_mailbox_says_who_somebody_is(html: str, expected: list[str | None]) -> None:
    assert names(html) == expected
