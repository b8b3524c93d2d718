"""Rows of bold cells over rows of people."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

LEFT = "<td>Frau Eva Muster<br>Tel. 07123 940-11</td>"
RIGHT = "<td>Herr Uwe Beispiel, Tel. 07123 940-12<br>Frau Ida Ast, Tel. 07123 940-13</td>"


def _table(left: str, right: str, people: str = LEFT + RIGHT) -> str:
    return f"<table><tr><td><b>{left}</b></td><td><b>{right}</b></td></tr><tr>{people}</tr></table>"


def _said(html: str) -> list[tuple[str, str | None, str | None]]:
    return [entry[:3] for entry in summary(html)]


@pytest.mark.parametrize(
    ("left", "right", "first", "others"),
    [
        ("Sprecherin", "Kleiderstube", (None, "Sprecherin"), (None, "Kleiderstube")),
        ("Kasse", "Deutschunterricht", (None, "Kasse"), (None, "Deutschunterricht")),
        ("Sozialamt", "Jugendamt", ("Sozialamt", None), ("Jugendamt", None)),
        ("Sprecherin", "Jugendamt", (None, "Sprecherin"), ("Jugendamt", None)),
    ],
)
def test_everybody_has_what_stands_over_her_column(left: str, right: str, first: tuple, others: tuple) -> None:
    said = {("Muster", *first), ("Beispiel", *others), ("Ast", *others)}
    assert set(_said(_table(left, right))) == said


def test_rows_of_titles_may_alternate_with_rows_of_people() -> None:
    more = _table("Kasse", "Fahrdienst").replace("940-1", "940-2").replace("Eva Muster", "Ute Berg")
    html = (_table("Sprecherin", "Kleiderstube") + more).replace("</table><table>", "")
    assert {entry for entry in _said(html) if entry[0] in ("Muster", "Berg")} == {
        ("Muster", None, "Sprecherin"),
        ("Berg", None, "Kasse"),
    }


def test_a_function_of_her_own_is_hers_alone() -> None:
    people = LEFT.replace("<br>", "<br>Amtsleiterin<br>", 1) + RIGHT
    assert _said(_table("Leitung", "Beratung", people))[0] == ("Muster", None, "Amtsleiterin")


def test_what_heads_no_people_is_nobodys_function() -> None:
    html = _table("Sprecherin", "Anfahrt", LEFT + "<td>Mit dem Bus bis Markt</td>")
    assert [entry[0] for entry in _said(html)] == ["Muster"]
