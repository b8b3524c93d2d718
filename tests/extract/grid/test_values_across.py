"""One cell over all columns that says how to reach everybody in the table."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

EVA, UWE = "<td>Leitung<td>Frau Eva Muster<td>07123 940-12", "<td>Kasse<td>Herr Uwe Beispiel<td>07123 940-13"


def offices(across: str, head: str = "<th>Funktion<th>Name<th>Telefon") -> list[tuple[object, ...]]:
    rows = "".join(f"<tr>{row}" for row in (head, EVA, UWE, f"<td colspan=3>{across}") if row)
    return [found for found in summary(f"<h2>Team Nord</h2><table>{rows}</table>") if found[0] is None]


@pytest.mark.parametrize("head", ["<th>Funktion<th>Name<th>Telefon", ""])
@pytest.mark.parametrize(
    "across", ["Fax: 07123 940-99 · E-Mail: nord@kreis.de", "Fax für das gesamte Team: 07123 940-99, nord@kreis.de"]
)
def test_it_is_a_contact_of_the_office(across: str, head: str) -> None:
    assert offices(across, head) == [(None, "Team Nord", None, ("+49712394099",), ("nord@kreis.de",))]


@pytest.mark.parametrize(
    "across",
    ["Störungsannahme Wasserwerk 07123 940-99", "Fax bis Mai 2031: 07123 940-99", "Zentrale: 07123 940-0"],
    ids=["somebody else", "for a time", "the exchange"],
)
def test_what_says_more_is_none(across: str) -> None:
    assert offices(across) == []
