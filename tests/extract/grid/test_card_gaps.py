"""Cards beside each other of which one lacks a line that others have."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.grid.card_gaps import Run, across_gaps
from pipeline.extract.grid.column_groups import Row
from tests.extract.grid.test_columns import grid
from tests.sheets.made import Values, book, read, shown

EVA = ["Frau Eva Kling", "Leiterin", "Tel. 05141 33-12", "Mobil 0171 2345678", "kling@rat.example"]
UWE = ["Herr Uwe Blum", "Berater", "Tel. 05141 33-14", None, "blum@rat.example"]
EVA_SHOWN = "Frau Eva Kling (Leiterin): +4951413312, m+491712345678, kling@rat.example"
UWE_SHOWN = "Herr Uwe Blum (Berater): +4951413314, blum@rat.example"


def beside(*cards: list[str | None]) -> Values:
    """Cards as columns with a blank one between them."""
    height = max(map(len, cards))
    filled = [[*card, *[None] * (height - len(card))] for card in cards]
    return [[cell for text in line for cell in (text, None)] for line in zip(*filled, strict=True)]


def test_what_follows_the_blank_line_is_of_the_same_card() -> None:
    rows = [*beside([*EVA], [*UWE]), [], [], *beside([*UWE[:2], "Tel. 05141 33-15", None, "b2@rat.example"], [*UWE])]
    assert shown(read(book(rows))) == [
        EVA_SHOWN, UWE_SHOWN, "Herr Uwe Blum (Berater): +4951413315, b2@rat.example", UWE_SHOWN
    ]  # fmt: skip


def test_somebody_below_the_blank_line_begins_a_card() -> None:
    other = ["Herr Jan Horn", "Berater", None, "Frau Ida Kolb", "Tel. 05141 33-16"]
    assert shown(read(book(beside([*EVA], [*other]))))[-1] == "Frau Ida Kolb: +4951413316"


def test_another_number_than_those_beside_it_is_nobodys() -> None:
    rows = beside([*EVA], [*UWE[:4], "Tel. 05141 33-0"])
    found = read(book(rows))
    assert shown(found) == [EVA_SHOWN, "Herr Uwe Blum (Berater): +4951413314"]
    assert [finding.text for finding in found.findings] == ["Tel. 05141 33-0"]


ABOVE = (
    ["Celle", "Wietze"],
    ["Frau Eva Muster", "Herr Uwe Blum"],
    ["Tel. 05141 12-11", "Tel. 05146 12-12"],
    ["", "Mobil 0171 3920094"],
    ["muster@celle.example", "blum@wietze.example"],
    ["", ""],
)
LAST = (["Hude", ""], ["Frau Ida Probe", ""], ["Tel. 05145 12-13", ""], ["", ""], ["probe@hude.example", ""])


def _rows(*lines: list[str]) -> list[Row]:
    """Lines of cards whose titles are set as such."""
    titles = {"Celle", "Wietze", "Hude"}
    return [[replace(cell, header=cell.text in titles) for cell in row] for row in grid(*lines).rows]


def _heights(rows: list[Row]) -> list[int]:
    """How many lines each card of the first column has."""
    runs: list[list[tuple[int, object]]] = [[]]
    for number, row in enumerate(rows):
        if row[0].text:
            runs[-1].append((number, row[0]))
        elif runs[-1]:
            runs.append([])
    found: list[Run] = [run for run in runs if run]  # type: ignore[misc]
    return [len(run) for run in across_gaps(rows, 0, found)]


def test_the_cards_above_the_last_one_tell_that_it_lacks_a_line() -> None:
    assert _heights(_rows(*ABOVE, *LAST)) == [4, 4]


def test_what_stands_lower_than_on_the_cards_above_is_nobodys() -> None:
    lower = (*LAST[:1], ["Integration", ""], *LAST[1:])
    assert _heights(_rows(*ABOVE, *lower)) == [4, 4, 1]


def test_without_cards_above_nothing_tells() -> None:
    assert _heights(_rows(*LAST)) == [3, 1]
