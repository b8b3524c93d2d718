"""Rows that each begin with a function: the value of one is not that of who stands in another."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

_ROWS = {
    "table": ("<table>", "<tr><td><strong>{}</strong></td><td><p>{}</p></td></tr>", "</table>"),
    "list": ("<dl>", "<dt>{}</dt><dd>{}</dd>", "</dl>"),
}


def _rows(kind: str, *rows: tuple[str, str]) -> str:
    begin, row, end = _ROWS[kind]
    return begin + "".join(row.format(*cells) for cells in rows) + end


@pytest.mark.parametrize("kind", _ROWS)
@pytest.mark.parametrize("without", ["Eva Muster", "Eva Muster, Tel. 9 40 12"], ids=["no number", "no area code"])
def test_the_number_of_the_next_row_is_not_hers(kind: str, without: str) -> None:
    html = _rows(kind, ("Mesnerin", without), ("Sekretariat", "07123 94 00 12, 07331 44 88 10"))
    assert summary(html) == [(None, None, "Sekretariat", ("+497123940012", "+497331448810"), ())]


@pytest.mark.parametrize("kind", _ROWS)
def test_nor_is_that_of_the_row_above(kind: str) -> None:
    html = _rows(kind, ("Sekretariat", "Tel. 07123 940-12"), ("Mesnerin", "Eva Muster"))
    assert summary(html) == [(None, None, "Sekretariat", ("+49712394012",), ())]


@pytest.mark.parametrize("below", [("Telefon", "07123 940-12"), ("", "07123 940-12")], ids=["a label", "nothing"])
def test_a_row_that_says_no_function_goes_on_about_her(below: tuple[str, str]) -> None:
    ((name, _, _, phones, _),) = summary(_rows("table", ("Leitung", "Eva Muster"), below))
    assert (name, phones) == ("Muster", ("+49712394012",))


def test_a_function_below_a_name_that_no_function_leads_is_hers() -> None:
    html = _rows("table", ("Name", "Eva Muster"), ("Sekretariat", "07123 940-12"))
    assert summary(html) == [("Muster", None, "Sekretariat", ("+49712394012",), ())]
