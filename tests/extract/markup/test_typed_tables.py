"""Tables that somebody typed with blanks."""

from __future__ import annotations

import pytest

from pipeline.extract.markup.typed_tables import as_table, parts
from tests.extract.page.test_blocks import summary

HEAD = "Name              Amt          Durchwahl"
ROWS = ("Vorlaut, Eva      Hauptamt     112", "Blum, Tim         Bauamt       113")


def _known(text: str) -> bool:
    return text in HEAD.split()


@pytest.mark.parametrize(
    ("lines", "typed"),
    [
        ((HEAD, *ROWS), True),
        ((HEAD, "-----  ---  ----", *ROWS), True),
        ((HEAD, ROWS[0], "Blum, Tim                      113"), True),
        ((HEAD, ROWS[0]), False),  # a label beside another, over a row of values
        (("Haus              Amt          Durchwahl", *ROWS), False),
        ((HEAD, ROWS[0], "Blum, Tim   Bauamt, Kasse    113"), False),  # it does not keep to the columns
        (("Name          Durchwahl", "Vorlaut, Eva  112", "Blum, Tim     113"), False),
    ],
)
def test_rows_below_headings_are_a_table(lines: tuple[str, ...], typed: bool) -> None:
    assert list(parts(lines, _known)) == [(typed, list(lines))]


def test_cells_are_text() -> None:
    html = as_table(["A   B", "<i  &"])
    assert html == "<table><tr><th>A</th><th>B</th></tr><tr><td>&lt;i</td><td>&amp;</td></tr></table>"


def test_everybody_has_the_durchwahl_of_her_row() -> None:
    text = "\n".join(["Stadt Neustadt     Telefon 07123 940-0", "", HEAD, *ROWS])
    assert {entry[0]: entry[3] for entry in summary(f"<pre>{text}</pre>")} == {
        None: ("+4971239400",),
        "Vorlaut": ("+497123940112",),
        "Blum": ("+497123940113",),
    }


def test_whose_figures_nobody_understands_does_not_have_the_number_of_the_house() -> None:
    text = "Stadt Neustadt     Telefon 07123 940-0\n\nVorlaut Eva       Hauptamt     112"
    assert {entry[0]: entry[3] for entry in summary(f"<pre>{text}</pre>")} == {None: ("+4971239400",)}
