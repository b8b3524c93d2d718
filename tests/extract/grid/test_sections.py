"""How long what a section says of its town and of its area code holds for the rows below it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.extract.grid.columns import read_grid
from pipeline.extract.layout import Grid
from pipeline.model import PersonName, Phone, Rules
from pipeline.transform.phone import Dialing
from tests.extract.grid.test_columns import grid

HEAD = ["Ortsteil", "Name", "Telefon", "E-Mail"]
EVA = ["Altdorf", "Muster, Eva", "2345", "muster@kreis.example"]
UWE = ["Neudorf", "Beispiel, Uwe", "3456", ""]
CELLE = ["Stadt Celle (Vorwahl 05141)", "", "", ""]


def merged(made: Grid) -> Grid:
    """Rows of one text, merged over all columns."""
    rows = [
        (row[0], *(replace(row[0], merged=True) for _ in row[1:])) if not any(cell.text for cell in row[1:]) else row
        for row in made.rows
    ]
    return replace(made, rows=tuple(rows))


def below(made: Grid) -> list[tuple[str, object, list[str]]]:
    """Family name, municipality and numbers of everybody."""
    found = read_grid(made, Rules(), Dialing())
    told = [{r.field: r.value for r in record.readings} for record in found.records] if found else []
    named = [(fields.get("name"), fields.get("municipality"), fields.get("phones")) for fields in told]
    return [
        (name.family, town, [phone.e164] if isinstance(phone, Phone) else [])
        for name, town, phone in named
        if isinstance(name, PersonName)
    ]


@pytest.mark.parametrize(
    ("section", "town", "phones"),
    [
        (["Stadt Peine (Vorwahl 05171)", "", "", ""], "Peine", ["+4951713456"]),
        (["Stadt Peine", "", "", ""], "Peine", []),
        (["Stadt Peine (Vorwahl 05171 oder 05172)", "", "", ""], "Peine", []),
        (["Peine und Umland", "", "", ""], None, []),
        (["Stadt Peine", "", "Vorwahl 05171", ""], "Peine", ["+4951713456"]),
        (["Stadt Peine", "", "3 Personen", ""], None, []),
        (["Stadt Peine", "Probe, Ina", "", "probe@peine.example"], None, []),
        (["", "", "Vorwahl 05171", ""], None, []),
        (HEAD, None, []),
        (["derzeit unbesetzt", "", "", ""], "Celle", ["+4951413456"]),
        (["Nur vormittags", "", "", ""], "Celle", ["+4951413456"]),
        (["Hauptamt", "", "", ""], "Celle", ["+4951413456"]),
    ],
)
@pytest.mark.parametrize("wide", [True, False])
def test_what_ends_a_section(section: list[str], town: str | None, phones: list[str], wide: bool) -> None:
    made = grid(HEAD, CELLE, EVA, section, UWE, header=0)
    people = below(merged(made) if wide else made)
    assert people[0] == ("Muster", "Celle", ["+4951412345"])
    assert people[-1] == ("Beispiel", town, phones)


@pytest.mark.parametrize(
    ("section", "town"),
    [("Peine", "Peine"), ("Freie Träger", None), ("2. Sonstige", None), ("Bad Urach", "Bad Urach")],
)
def test_a_text_alone_in_the_column_of_towns(section: str, town: str | None) -> None:
    made = grid(["Gemeinde", "Name", "Telefon"], [section, "", ""], ["", "Muster, Eva", "05141 2345"], header=0)
    assert below(made) == [("Muster", town, ["+4951412345"])]


@pytest.mark.parametrize("nobody", ["derzeit unbesetzt", "N.N.", "Vakant"])
def test_a_section_of_nobody_lends_nothing_to_the_next(nobody: str) -> None:
    sections = ["Stadt Uelzen", "", "", ""], EVA, CELLE, [nobody, "", "", ""], ["Peine und Umland", "", "", ""]
    assert below(merged(grid(HEAD, *sections, UWE, header=0)))[-1] == ("Beispiel", None, [])


def test_nobody_knows_whose_exchange_goes_on_below_a_section_of_unknown_words() -> None:
    """The town's above it, or that of the whole list: `Bauen und Wohnen` may be a part of either."""
    rows = (
        ["Landratsamt Celle, Telefon 05141 12-0", "", ""],
        ["Name", "Funktion", "Durchwahl"],
        ["Stadt Peine, Zentrale 05171 40-0", "", ""],
        ["Eva Muster", "Leitung", "-11"],
        ["Bauen und Wohnen", "", ""],
        ["Uwe Blum", "Sachbearbeitung", "-12"],
        ["Stadt Celle", "", ""],
        ["Ida Probe", "Leitung", "-13"],
    )
    assert [phones for _, _, phones in below(grid(*rows))] == [["+4951714011"], [], ["+4951411213"]]
