"""What is no list of contacts, or means harm: one clear sentence, within bounds."""

from __future__ import annotations

import re
import time
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import FormatError
from tests.sheets import old_excel
from tests.sheets.made import book, books, codes, read, shown
from tests.sheets.test_formats import cells, ods, table, zipped
from tests.sheets.test_layouts import EVA, EVA_SHOWN, HEAD, UWE

GOOD = book([HEAD, EVA, UWE])


def sentence(body: bytes, name: str = "liste.xlsx") -> str:
    """Why a file is refused: one line."""
    with pytest.raises(FormatError) as caught:
        read(body, name)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "ist leer"),
        (b"\n \n", "ist leer"),
        (b"%PDF-1.7 ...", "ist ein PDF"),
        (b"\x89PNG\r\n\x1a\n", "ist ein Bild"),
        (GOOD[:2000], "beschädigt"),
        (b"PK\x03\x04 and nothing else", "beschädigt"),
        (zipped({"word/document.xml": "<w/>"}), "Word-Dokument"),
        (zipped({"ppt/presentation.xml": "<p/>"}), "Präsentation"),
        (zipped({"Index/Tables/DataList.iwa": b"x"}), "Numbers"),
        (zipped({"readme.txt": "x"}), "gepacktes Archiv"),
        (b"<html><body><p>Seite nicht gefunden</p></body></html>", "Webseite ohne Tabelle"),
        (b"\x01\x02\x00\x03\x00\x00binary\x00\x01" * 50, "weder eine Tabelle noch Text"),
        (b"nur ein Satz ohne jede Tabelle", "keine Tabelle mit Kontakten"),
        (old_excel.compound({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}), "Kennwort"),
        (old_excel.compound({"WordDocument": b"x"}), "Word-Dokument"),
        (old_excel.workbook({"Liste": b""}, before=old_excel.record(0x002F, b"\0\0")), "Kennwort"),
        (old_excel.compound({"Workbook": b"x"})[:700], "beschädigt"),
        (ods(table(cells("x")), manifest="<encryption-data/>"), "Kennwort"),
        (book([]), "ist leer"),
        (book([["Einwohner", "Fläche"], [12, 34]]), "keine Tabelle mit Kontakten"),
    ],
)
def test_one_clear_sentence(body: bytes, says: str) -> None:
    assert says in sentence(body)


def test_more_rows_than_anybodys_list_are_refused() -> None:
    assert "mehr als 100000 Zeilen" in sentence(b"Name;Telefon\n" + b"Eva;07\n" * 100_001, "liste.csv")


def test_more_columns_than_anybodys_list_are_refused() -> None:
    assert "mehr als 1000 Spalten" in sentence(book([[*HEAD, *["x"] * 1_000], EVA]))


def test_a_cell_that_begins_with_blanks_is_read_soon() -> None:
    began = time.process_time()
    assert shown(read(book([HEAD, EVA, [" " * 30_000, *[" " * 30_000 + "x"] * 3]])))[0] == EVA_SHOWN
    assert time.process_time() - began < 10


def test_texts_of_several_lines_that_are_no_cards_are_passed_over_soon() -> None:
    began = time.process_time()
    sentence(b'"a;b\n' * 100_000, "liste.csv")
    assert time.process_time() - began < 15


def test_a_sheet_that_does_not_exist_names_those_that_do() -> None:
    with pytest.raises(FormatError, match="„Kontakte“, „Archiv“"):
        read(books({"Kontakte": [HEAD, EVA], "Archiv": [HEAD]}), sheet="Liste")


def test_headings_without_anybody_are_a_finding() -> None:
    found = read(book([HEAD]))
    assert shown(found) == []
    assert "no_contacts" in codes(found)


def changed(part: str, change: dict[bytes, bytes]) -> bytes:
    """The good workbook with something else in one part."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(GOOD)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            body = old.read(name)
            if name == part:
                for before, after in change.items():
                    assert before in body
                    body = body.replace(before, after)
            new.writestr(name, body)
    return target.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_document_types_are_refused() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet'
    assert "Dokumentdefinition" in sentence(changed(SHEET, {b"<worksheet": laughs}))


def test_a_bomb_is_refused() -> None:
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(GOOD)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            if name != SHEET:
                new.writestr(name, old.read(name))
        with new.open(SHEET, "w", force_zip64=True) as part:
            part.write(b'<worksheet xmlns="x"><sheetData>')
            for _ in range(450):
                part.write(b" " * 1_000_000)
            part.write(b"</sheetData></worksheet>")
    assert "zu groß" in sentence(target.getvalue())


def test_too_many_parts_are_refused() -> None:
    assert "Teilen" in sentence(zipped({f"part{number}": "" for number in range(6000)}))


def test_a_wrong_dimension_changes_nothing() -> None:
    body = changed(SHEET, {b'<dimension ref="A1:D3"': b'<dimension ref="A1:XFD1048576"'})
    assert shown(read(body))[0] == EVA_SHOWN


def test_many_formatted_empty_rows_change_nothing() -> None:
    rows = b"".join(b'<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/></row>' % (n, n) for n in range(5, 50_000))
    assert len(shown(read(changed(SHEET, {b"</sheetData>": rows + b"</sheetData>"})))) == 2


def test_a_stray_blank_far_away_changes_nothing() -> None:
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>  </t></is></c></row></sheetData>'
    assert len(shown(read(changed(SHEET, {b"</sheetData>": far})))) == 2


def test_a_stray_text_far_away_changes_nothing() -> None:
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x y</t></is></c></row></sheetData>'
    assert len(shown(read(changed(SHEET, {b"</sheetData>": far})))) == 2


def test_names_with_a_prefix_and_cells_without_a_reference() -> None:
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        xml = archive.read(SHEET)
    xml = re.sub(rb"<(/?)([a-zA-Z])", rb"<\1x:\2", xml).replace(b"xmlns=", b"xmlns:x=").replace(b"<x:?xml", b"<?xml")
    xml = re.sub(rb'<x:c r="[A-Z0-9]+"', b"<x:c", xml)
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(GOOD)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name == SHEET else old.read(name))
    assert len(shown(read(target.getvalue()))) == 2


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_never_ends_in_anything_but_contacts_or_a_sentence(data: st.DataObject) -> None:
    body = bytearray(data.draw(st.sampled_from([GOOD, OLD, ODS])))
    for _ in range(data.draw(st.integers(1, 20))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    with suppress(FormatError):
        assert read(bytes(body)).records is not None


OLD = old_excel.workbook({"Liste": old_excel.sheet([HEAD, EVA, UWE])})
ODS = ods(table(cells(*HEAD), cells(*EVA), cells(*UWE)))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.lists(
            st.text(max_size=30) | st.sampled_from([*HEAD, *EVA, "N.N.", "ab 01.12.", "", "-"]), min_size=4, max_size=4
        ),
        min_size=1,
        max_size=8,
    )
)
def test_any_text_table_is_read_or_refused(rows: list[list[str]]) -> None:
    text = "\n".join(";".join(value.replace(";", ",").replace('"', "") for value in row) for row in rows)
    with suppress(FormatError):
        assert read(text.encode("utf-8", "replace"), "liste.csv").records is not None
