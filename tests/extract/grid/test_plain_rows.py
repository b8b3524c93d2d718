"""Plain rows say the same whether they are read quickly or with every question asked."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.grid.columns import read_table
from pipeline.extract.grid.plain_rows import PlainRows
from pipeline.extract.layout import Cell, Grid
from pipeline.model import Extraction, Raw, Reading, Rules, Where
from pipeline.transform.online import FoundMail, is_plain_mail, search_mails
from pipeline.transform.phone import Dialing

NAMES = (
    "Eva Muster", "Frau Eva Muster", "Muster, Eva", "MUSTER Eva", "Dr. Uwe von der Au", "Herr Vogel", "N.N.", "Leitung",
    "Frau Straße", "Eva Muster (Leitung)", "Eva und Tom Muster", "Frau Muster ausgeschieden", "ab 01.12. Frau Neu",
    "Eva Muster 07161 1234-5", "Stadtkasse", "Eva Muster\nTom Beispiel", "Weg 3", " Ida  Roth ", "Frau Muster, frei",
)  # fmt: skip
PHONES = (
    "07161 200-1000", "0171 3900001", "07161 650-000", "07161 1234", "1234", "-12", "07161/1234", "0711 0123",
    "+43 1 23456",
    "71612001000", "alt: 07161 1234", "07161 1234 bis 30.11.", "Vorwahl 07161", "0800 1234567",
    "02 123456", "0171 390-0001", "07161 650123\nWeg 3\n73066 Uhingen",
)  # fmt: skip
MAILS = (
    "eva.muster@ort.de", "Eva.Muster@ort.de", "info (at) ort.de", "neu@ort.de", "a-b@ort.de", "a-at-b@ort.de",
    "x@ort.test",
    "vorname.nachname@ort.de", "nospam@ort.de", "eva@ort.de.Tel", "eva@ort.unbekannt", "eva@ort.de, tom@ort.de", "k.A.",
)  # fmt: skip
TEXTS = (
    "Stadtverwaltung", "Uhingen", "Stadt Uhingen", "Gemeinde Ahlbach", "dito", "-", "Landratsamt", "Sachbearbeiterin",
    "bis 2024: Leitung", "Hauptamt\nRathaus 1", "Mo 8-12 Uhr", "Telefon", "Name", "Straße", "im Ruhestand", "s. o.",
    "Weg 3, info@ort.de", "Weg 3, 73066 Uhingen, Tel. 07161 1234-5", "Markt 5, 73066 Uhingen",
)  # fmt: skip
HEADS = {
    "Name": NAMES, "Ansprechpartner": NAMES, "Telefon": PHONES, "Mobil": PHONES, "Fax": PHONES, "E-Mail": MAILS,
    "Amt": TEXTS, "Kommune": TEXTS, "Funktion": TEXTS, "Sprechzeiten": TEXTS, "Bemerkung": (*TEXTS, *PHONES),
    "Anschrift": TEXTS,
    "Straße": TEXTS, "Integrationsbeauftragte": NAMES, "Tel. (07161) 200-": PHONES, "Vorname": NAMES,
    "Kontakt": (*PHONES, *MAILS), "Tel./Fax": PHONES, "Internet": MAILS,
}  # fmt: skip


def _cell(row: int, column: int, text: str, how: int) -> Cell:
    links = ("mailto:wer@ort.de",) if how == 1 else ()
    return Cell(text, Where(sheet="Blatt", cell=f"{chr(65 + column)}{row}"), links, how == 2, False, how == 3)


@st.composite
def tables(draw: st.DrawFn) -> Grid:
    """A list whose rows are plain, nearly plain, blank or headings; cells are now and then marked."""
    heads = draw(st.lists(st.sampled_from(sorted(HEADS)), min_size=2, max_size=7, unique=True))
    rows = [tuple(_cell(1, at, head, 0) for at, head in enumerate(heads))]
    usual = st.sampled_from((True, True, True, False))
    for number in range(2, draw(st.integers(3, 9))):
        cells = []
        for at, head in enumerate(heads):
            text = HEADS[head][0] if draw(usual) else draw(st.sampled_from((*HEADS[head], "", head)))
            cells.append(_cell(number, at, text, 0 if draw(usual) else draw(st.integers(0, 6))))
        rows.append(tuple(cells))
    return Grid(tuple(rows), Where(sheet="Blatt"), "Blatt")


def _read(grid: Grid) -> Extraction | None:
    place = Reading("municipality", "Uhingen", Raw("Uhingen"))
    return read_table(grid, Rules("07161", "08117"), Dialing("07161"), {}, None, {"municipality": place})


@settings(max_examples=300, deadline=None)
@given(tables())
def test_plain_rows_are_read_as_all_others(grid: Grid) -> None:
    quickly = _read(grid)
    with patch.object(PlainRows, "read", lambda self, row: None):
        assert _read(grid) == quickly


def test_a_usual_row_is_plain() -> None:
    heads = ("Kommune", "Name", "Telefon", "E-Mail")
    row = ("Uhingen", "Frau Eva Muster", "07161 200-1000", "eva.muster@ort.de")
    grid = Grid(
        tuple(tuple(_cell(n, at, text, 0) for at, text in enumerate(r)) for n, r in enumerate((heads, row, row))),
        Where(),
    )
    with patch("pipeline.extract.grid.rows.read_group", side_effect=AssertionError):
        found = _read(grid)
    assert found is not None
    assert len(found.records) == 2


WORDS = (
    "eva",
    "muster",
    "at",
    "dot",
    "punkt",
    "info",
    "x",
    "xn",
    "vorname",
    "nachname",
    "name",
    "nospam",
    "1",
    "Eva",
    "ü",
)
SIGNS = (".", "-", "_", "@", "..", " ", "+", "@", "--", "")
ENDS = ("de", "test", "example", "com", "invalid", "unbekannt", "de.tel", "xyz", "png", "DE")


@settings(max_examples=1000, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SIGNS)), min_size=1, max_size=6), st.sampled_from(ENDS)
)
def test_a_plain_mail_finds_itself(parts: list[tuple[str, str]], end: str) -> None:
    text = "".join(word + sign for word, sign in parts) + "@ort." * (not any("@" in part for part in parts)) + end
    if is_plain_mail(text):
        assert search_mails(text) == (FoundMail(text, 0, len(text), text),)


@pytest.mark.parametrize("text", ["eva.muster@ort.de", "info@stadt-x.example", "a1@b.c.info"])
def test_usual_addresses_are_plain(text: str) -> None:
    assert is_plain_mail(text)
