"""The heads of tables that are read line by line."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

_ROWS = "Eva Muster        07123 940-12    eva@muster.example\nUwe Beispiel      07123 940-13    uwe@muster.example"


@pytest.mark.parametrize(
    ("head", "office"),
    [
        ("Name              Telefon         E-Mail", None),
        ("Name              Telefon", None),
        ("Amt               Name            Telefon", None),
        ("Sozialamt         Haus A          1. Stock", "Sozialamt"),
        ("Sozialamt", "Sozialamt"),
    ],
)
def test_what_stands_over_the_columns_of_preformatted_text_is_no_office(head: str, office: str | None) -> None:
    found = summary(f"<pre>\n{head}\n{_ROWS}\n</pre>")
    assert [(name, numbers) for name, _, _, numbers, _ in found] == [
        ("Muster", ("+49712394012",)),
        ("Beispiel", ("+49712394013",)),
    ]
    assert {(where or "").partition(" | ")[0] or None for _, where, *_ in found} == {office}


def test_who_stands_before_a_label_is_who_answers() -> None:
    (contact,) = summary("<p>Vorzimmer | Telefon<br>07123 940-12</p>")
    assert (contact[2] or "").startswith("Vorzimmer")
