"""How offices arrange people on a sheet: several rows each, cards to cut out, signs for what stands above."""

from __future__ import annotations

import pytest

from pipeline.model import Rules
from tests.sheets.made import Values, book, read, shown

EVA = ["Celle", "Frau Eva Kling", "05141 12-3401", "kling@celle.example"]
UWE = ["Peine", "Herr Uwe Blum", "05171 49-100", "blum@peine.example"]
HEAD = ["Kommune", "Name", "Telefon", "E-Mail"]
EVA_SHOWN = "Frau Eva Kling in Celle: +495141123401, kling@celle.example"
UWE_SHOWN = "Herr Uwe Blum in Peine: +49517149100, blum@peine.example"
#: Two rows of headings and two rows for everybody.
TWO = [HEAD, [None, "Funktion", "Mobil / Fax", "Internet"]]
LOWER = [None, "Leiterin", "Fax 05141 12-3499", "www.celle.example"]

ARRANGEMENTS: dict[str, tuple[Values, list[str]]] = {
    "two rows each": (
        [*TWO, EVA, LOWER, UWE, [None, "Lotse", "0171 3920091", None]],
        ["Frau Eva Kling (Leiterin) in Celle: +495141123401, f+495141123499, kling@celle.example, "
         "https://www.celle.example", "Herr Uwe Blum (Lotse) in Peine: +49517149100, m+491713920091, "
         "blum@peine.example"],
    ),
    "two rows each, one of which is missing": (
        [*TWO, EVA, UWE, [None, "Lotse", None, None]],
        [EVA_SHOWN, UWE_SHOWN.replace(" in", " (Lotse) in")],
    ),
    "two rows each, with blank rows and a section between": (
        [["Name", "Telefon"], ["Aufgabe", "Handy"], ["Rathaus Celle", None], EVA[1:3], ["Asyl", "0171 3920091"], [],
         UWE[1:3], ["Ehrenamt", None]],
        ["Frau Eva Kling (Asyl) @ Rathaus Celle in Celle: +495141123401, m+491713920091",
         "Herr Uwe Blum (Ehrenamt) @ Rathaus Celle in Celle: +49517149100"],
    ),
    "three rows each, the person in the second": (
        [["Kommune", "Straße"], ["Name", "PLZ Ort"], ["Funktion", "Telefon"],
         ["Celle", "Markt 1"], ["Eva Kling", "29221 Celle"], ["Leiterin", "05141 12-3401"],
         ["Peine", "Wall 2"], ["Uwe Blum", "31224 Peine"], ["Lotse", "05171 49-100"]],
        ["Eva Kling (Leiterin) in Celle: +495141123401, Markt 1 29221 Celle",
         "Uwe Blum (Lotse) in Peine: +49517149100, Wall 2 31224 Peine"],
    ),
    "cards in cells": (
        [["Adressen"], [],
         ["Stadt Celle\nBüro für Integration\nFrau Eva Kling\nTel. 05141 12-3401\nkling@celle.example",
          "Gemeinde Wietze\nHerr Uwe Blum\n05146 507-12\nSprechzeit: Mo 8–12 Uhr\nwww.wietze.example"], [],
         ["AWO Peine\nGoethestr. 5\n31224 Peine\nN. N.\nFax: 05171 49-199\nasyl(at)awo.example", None]],
        ["Frau Eva Kling @ Büro für Integration in Celle: +495141123401, kling@celle.example",
         "Herr Uwe Blum in Wietze: +49514650712, https://www.wietze.example, Mo 8–12 Uhr",
         "– @ AWO Peine: f+49517149199, asyl@awo.example, Goethestr. 5 31224 Peine"],
    ),
    "cards of one line a cell": (
        [["Unsere Büros", None], [],
         ["Gemeinde Wietze", "Stadt Celle"], ["Uwe Blum", "Sozialamt"], ["05146 507-12", "Eva Kling"],
         [None, "05141 12-3401"], [], ["Stadt Bergen", None], ["Ida Kolb", None], ["Tel. 05051 479-12", None]],
        ["Uwe Blum in Wietze: +49514650712", "Eva Kling @ Sozialamt in Celle: +495141123401",
         "Ida Kolb in Bergen: +49505147912"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_arrangements(arrangement: str) -> None:
    rows, expected = ARRANGEMENTS[arrangement]
    assert shown(read(book(rows, title="Tabelle1"), rules=Rules())) == expected
