"""Tables with a person in each row."""

from __future__ import annotations

from pipeline.extract.grid.people_as_rows import as_rows, without_head
from pipeline.extract.grid.title_rows import Above
from pipeline.extract.layout import Cell
from pipeline.model import Extraction, Rules, Where
from pipeline.transform.phone import Dialing
from tests.sheets.made import shown


def cells(*rows: list[str]) -> list[tuple[Cell, ...]]:
    return [tuple(Cell(text, Where()) for text in row) for row in rows]


def lines(found: Extraction | None) -> list[str]:
    assert found is not None
    return shown(found)


def above() -> Above:
    return Above(Rules("07161"), Dialing("07161"))


def test_two_tables_beside_each_other() -> None:
    table = cells(
        ["Name", "Telefon", "Name", "Telefon"],
        ["Eva Muster", "07161 650-123", "Uwe Beispiel", "07161 650-124"],
    )
    assert lines(as_rows(table, (0, 0), above())) == ["Eva Muster: +497161650123", "Uwe Beispiel: +497161650124"]


def test_the_text_above_the_head_is_a_section_where_others_follow() -> None:
    table = cells(
        ["Gemeinde Uhingen", ""],
        ["Name", "Telefon"],
        ["Eva Muster", "07161 650-123"],
        ["Gemeinde Salach", ""],
        ["Name", "Telefon"],
        ["Uwe Beispiel", "07161 650-124"],
    )
    assert lines(as_rows(table, (1, 1), above())) == [
        "Eva Muster in Uhingen: +497161650123",
        "Uwe Beispiel in Salach: +497161650124",
    ]


def test_a_note_completes_the_mail_addresses() -> None:
    table = cells(["Name", "E-Mail"], ["Eva Muster", "muster"], ["Alle Adressen enden auf @uhingen.de", ""])
    assert lines(as_rows(table, (0, 0), above()))[0] == "Eva Muster: muster@uhingen.de"


def test_no_table_of_people() -> None:
    assert as_rows(cells(["Straße", "Ort"], ["Weg 3", "Uhingen"]), (0, 0), above()) is None


def test_columns_without_headings() -> None:
    table = cells(["Frau Eva Muster", "07161 650-123"], ["Herr Uwe Beispiel", "07161 650-124"])
    found = without_head(table, above())
    assert lines(found) == ["Frau Eva Muster: +497161650123", "Herr Uwe Beispiel: +497161650124"]
    assert found is not None
    assert found.findings[0].code == "no_header"


def _work(*said: str) -> list[str | None]:
    """What is read as the work of people beside whose names a table without headings says something."""
    people = ("Frau Eva Muster", "Herr Uwe Beispiel", "Frau Ida Probe")
    rows = [[name, text, f"07161 650-12{at}"] for at, (name, text) in enumerate(zip(people, said, strict=False))]
    found = without_head(cells(*rows), above())
    assert found is not None
    return [next((str(r.value) for r in record.readings if r.field == "role"), None) for record in found.records]


def test_words_right_behind_names_are_work() -> None:
    assert _work("Leitung", "Aufenthaltstitel", "Widersprüche") == ["Leitung", "Aufenthaltstitel", "Widersprüche"]
    assert _work("Unterbringung", "Rückkehrberatung") == ["Unterbringung", "Rückkehrberatung"]
    assert _work("Unterbringung", "Widersprüche") == ["Unterbringung", "Widersprüche"]


def test_but_not_languages_places_and_times() -> None:
    assert _work("Deutsch", "Arabisch") == [None, None]
    assert _work("Neustadt", "Altdorf") == [None, None]
    assert _work("Unterbringung", "vormittags", "nachmittags") == [None, None, None]
    assert _work("Unterbringung", "Sozialamt Neustadt") == [None, None]
