"""What stands in the same place of entries alike is of one kind, whatever the words."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

CARD = '<div class="karte"><div class="oben">{}</div><div class="wer">{}</div><div>Tel. 07123 940-{}</div></div>'


def cards(*above: str) -> str:
    people = zip(above, ("Eva Muster", "Uwe Beispiel", "Frau Hanna Probe"), (11, 12, 13), strict=True)
    return "<div>" + "".join(CARD.format(*card) for card in people) + "</div>"


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (
            ("Gemeindeleitung", "Jugend „Anker“", "Lobpreis"),
            [(None, "Gemeindeleitung"), (None, "Jugend „Anker“"), (None, "Lobpreis")],
        ),
        (
            ("Gemeindeleitung", "Hauskreis Anger", "Lobpreis"),
            [(None, "Gemeindeleitung"), ("Hauskreis Anger", None), (None, "Lobpreis")],
        ),
        (("Anger", "Neuenfeld", "Lindach"), [(None, None)] * 3),
    ],
)
def test_an_unknown_word_above_a_name_is_a_function_where_others_are(
    above: tuple[str, ...], expected: list[tuple[str | None, str | None]]
) -> None:
    said = {entry[0]: entry[1:3] for entry in summary(cards(*above))}
    assert [said[name] for name in ("Muster", "Beispiel", "Probe")] == expected
