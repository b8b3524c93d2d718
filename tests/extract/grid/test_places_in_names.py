"""Municipalities beside names in one column: every form, and what is no municipality."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.places_in_names import with_places_apart
from pipeline.extract.layout import Cell
from pipeline.model import Where

HERE = Where(sheet="Liste", cell="A2")


def apart(texts: list[str], heading: str = "Name", mail: str = "") -> list[list[str]]:
    """The cells of each row after the places have a column of their own, if they get one."""
    columns = [Column(0, "name", heading, HERE), Column(1, "email", "E-Mail", HERE)]
    rows = [(Cell(text, HERE), Cell(mail, HERE)) for text in texts]
    found, split = with_places_apart(columns, rows)
    assert all(len(row) == len(found) for row in split)
    return [[cell.text for cell in row if cell.text != mail] for row in split]


@pytest.mark.parametrize(
    "text",
    [
        "Frau Eva Muster (Stadt Celle)",
        "Frau Eva Muster – Stadt Celle",
        "Frau Eva Muster\nStadt Celle",
        "Frau Eva Muster, Stadt Celle",
        "Stadt Celle – Frau Eva Muster",
        "Stadt Celle: Frau Eva Muster",
        "Stadt Celle, Frau Eva Muster",
        "Stadt Celle (Frau Eva Muster)",
    ],
)
def test_forms(text: str) -> None:
    assert apart([text], mail="muster@amt.example") == [["Frau Eva Muster", "Stadt Celle"]]


@pytest.mark.parametrize(
    ("heading", "mail"), [("Name/Ort", "info@amt.example"), ("Name", "muster@wietze.example")]
)  # fmt: skip
def test_the_heading_or_the_domain_says_that_it_is_a_place(heading: str, mail: str) -> None:
    assert apart(["Frau Eva Muster (Wietze)"], heading, mail) == [["Frau Eva Muster", "Wietze"]]


@pytest.mark.parametrize(
    "text",
    [
        "Frau Eva Muster",
        "Frau Eva Muster (Leitung)",
        "Frau Eva Muster (Uwe Beispiel)",
        "Frau Eva Muster (Sozialamt)",
        "Frau Eva Muster (Zimmer 12)",
        "Frau Eva Muster (ab Mai)",
        "Sozialamt (Stadt Celle)",
    ],
)
def test_no_place(text: str) -> None:
    assert apart([text], mail="x@amt.example") == [[text]]


def test_most_names_need_a_place_and_the_others_get_none() -> None:
    one, other = "Frau Eva Muster (Stadt Celle)", "Herr Uwe Beispiel"
    assert apart([one, one, other], mail="x@amt.example")[2] == [other, ""]
    assert apart([one, other, other], mail="x@amt.example") == [[one], [other], [other]]


def test_a_column_for_the_municipality_leaves_names_alone() -> None:
    columns = [Column(0, "name", "Name", HERE), Column(1, "municipality", "Gemeinde", HERE)]
    rows = [(Cell("Frau Eva Muster (Stadt Celle)", HERE), Cell("Celle", HERE))]
    assert with_places_apart(columns, rows) == (tuple(columns), rows)


REACHED = "Tel. 05141 12-34, muster@wietze.example"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (f"Wietze: Frau Eva Muster, {REACHED}", f"Frau Eva Muster, {REACHED}"),
        (f"Wietze – Frau Eva Muster – {REACHED}", f"Frau Eva Muster – {REACHED}"),
        (f"Wietze, Frau Eva Muster, {REACHED}", f"Frau Eva Muster, {REACHED}"),
        (f"Wietze / Frau Eva Muster / {REACHED}", f"Frau Eva Muster / {REACHED}"),
        (f"3. Wietze: Frau Eva Muster, {REACHED}", f"Frau Eva Muster, {REACHED}"),
        (f"Wietze: N. N., {REACHED}", f"N. N., {REACHED}"),
        (f"Wietze (Frau Eva Muster): {REACHED}", f"Frau Eva Muster: {REACHED}"),
        (f"Frau Eva Muster (Wietze), {REACHED}", f"Frau Eva Muster, {REACHED}"),
        (f"Frau Eva Muster, Wietze, {REACHED}", f"Frau Eva Muster, {REACHED}"),
    ],
)
def test_a_whole_line_says_the_place_before_or_behind_the_name(line: str, name: str) -> None:
    columns = [Column(0, "name", "", HERE)]
    _, (row,) = with_places_apart(columns, [(Cell(line, HERE),)])
    assert [cell.text for cell in row] == [name, "Wietze"]


@pytest.mark.parametrize(
    "line",
    [
        f"Sozialamt: Frau Eva Muster, {REACHED}",
        f"Frau Eva Muster, Leitung, {REACHED}",
        "Wietze: Frau Eva Muster, Tel. 05141 12-34, muster@amt.example",  # nothing says that it is a place
        f"Zimmer 12: Frau Eva Muster, {REACHED}",
        "Wietze: Rathaus, Tel. 05141 12-0, info@wietze.example",
    ],
)
def test_a_line_that_begins_with_something_else(line: str) -> None:
    rows = [(Cell(line, HERE),)]
    assert with_places_apart([Column(0, "name", "", HERE)], rows)[1] == rows
