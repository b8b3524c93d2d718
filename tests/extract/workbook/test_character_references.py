"""Characters that a cell names instead of holding them."""

from __future__ import annotations

import pytest

from pipeline.extract.workbook.character_references import with_characters
from tests.sheets.made import book, read, shown


@pytest.mark.parametrize(
    ("text", "shown_as"),
    [
        ("Y&#305;ld&#305;r&#305;m", "Yıldırım"),
        ("&#x141;uczak", "Łuczak"),
        ("M&uuml;ller &amp; S&ouml;hne", "Müller & Söhne"),
        ("eva&#64;celle.example", "eva@celle.example"),
        ("A&B; C", "A&B; C"),
        ("F&E; Asyl&Integration;", "F&E; Asyl&Integration;"),
        ("www.celle.example/?id=1&lang=de", "www.celle.example/?id=1&lang=de"),
        ("Zimmer &#;", "Zimmer &#;"),
    ],
)
def test_a_reference_is_the_character_it_stands_for(text: str, shown_as: str) -> None:
    assert with_characters(text) == shown_as


ROWS = [["Name", "E-Mail"], ["Frau Zeynep Y&#305;ld&#305;r&#305;m", "y@celle.example"]]
FOUND = ["Frau Zeynep Yıldırım: y@celle.example"]


def test_a_text_table_in_an_encoding_without_the_letter() -> None:
    body = "\n".join(",".join(row) for row in ROWS).encode("cp1252")
    assert shown(read(body, "liste.csv")) == FOUND


def test_a_semicolon_of_a_reference_parts_no_columns() -> None:
    rows = [["Name", "Telefon", "E-Mail"], ["Frau Zeynep Y&#305;ld&#305;r&#305;m", "05141 12-1", "y@celle.example"]]
    body = "\n".join(";".join(row) for row in rows).encode("cp1252")
    assert shown(read(body, "liste.csv")) == ["Frau Zeynep Yıldırım: +495141121, y@celle.example"]


def test_a_workbook_filled_from_a_web_database() -> None:
    assert shown(read(book(ROWS))) == FOUND
