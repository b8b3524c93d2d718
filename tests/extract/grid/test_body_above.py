"""Bodies over their people in one cell."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.body_above import body_above
from pipeline.extract.layout import Cell
from pipeline.model import Where


@pytest.mark.parametrize(
    ("heading", "lines", "body"),
    [
        ("Gruppe / Ansprechpartner", ["Blaues Kreuz", "Erwin M."], "Blaues Kreuz"),
        ("Einrichtung", ["Rheuma Liga", "Frau Eva Muster"], "Rheuma Liga"),
        ("Gruppe / Ansprechpartner", ["Erwin Muster", "Eva Muster"], None),
        ("Gruppe / Ansprechpartner", ["Frau Muster", "Frau Blum"], None),
        ("Gruppe / Ansprechpartner", ["Blaues Kreuz"], None),
        ("Gruppe / Ansprechpartner", ["Muster, Eva", "Blum, Uwe"], None),
        ("Gruppe / Ansprechpartner", ["Becker Karl", "Frau Kurz"], None),
        ("Gruppe / Ansprechpartner", ["Blaues Kreuz", "dienstags um 19 Uhr"], None),
        ("Ansprechpartner", ["Blaues Kreuz", "Erwin Muster"], None),
    ],
)
def test_the_first_line_is_a_body_below_a_heading_of_bodies(heading: str, lines: list[str], body: str | None) -> None:
    rest, reading = body_above(heading, lines, Cell("\n".join(lines), Where()))
    assert (reading.value if reading else None) == body
    assert len(rest) == len(lines)
