"""An office's workbook as it is published holds nothing that draws nothing; all else of it stays, to the byte."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from pipeline.export.office.hidden import cleaned
from tests.export.offices import Office, office_list, parts_of, published, with_shared_texts, zipped

ZERO, RIGHT_TO_LEFT, TAG = "\u200b", "\u202e", "\U000e0041"
ROOT = '<t xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
SHEET, TEXTS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
POLAT = "Ahlbach;Herr Emre Polat;Integrationsmanagement;07123 3320-99;polat@ahlbach.de"


def parts_after(change: Callable[[dict[str, bytes]], None]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The parts of a list that somebody changed, before and after it was published."""
    parts = parts_of(with_shared_texts(office_list()))
    change(parts)
    now = published(zipped(parts))
    assert now is not None
    return parts, parts_of(now)


def changed(before: dict[str, bytes], now: dict[str, bytes]) -> set[str]:
    assert list(before) == list(now)
    return {name for name in before if before[name] != now[name]}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Mus\u202eter\u202c", "Muster"),  # direction override
        ("Mus\u2067ter\u2069", "Muster"),  # isolate
        ("Mus\u200b\u200c\u200d\u2060ter", "Muster"),  # zero width
        ("Mus\U000e0041\U000e007f\U000e0002ter", "Muster"),  # tags
        ("Mus\x85ter", "Mus ter"),
        ("Mus\x9b31mter", "Mus31mter"),  # C1
        ("Mus\x7fter", "Muster"),
        ("Mus\ufeffter", "Muster"),
        ("Mus\u00adter", "Muster"),
        ("Mus\u061cter", "Muster"),
        ("Mus\u2028ter", "Mus ter"),
        ("Mus\ufff9ter\ufffb", "Muster"),
        ("Mus&#8203;ter&#x202E;", "Muster"),
        ("Mus&#x000000E0041;ter", "Muster"),
        ("Mus_x200B_ter_x0007_", "Muster"),
        ("Mus_x000b_ter", "Mus ter"),
        ("Mus_xDB40__xDC41_ter", "Muster"),  # a tag in two halves
        ("Mus_x20\u200b2E_ter", "Muster"),  # spells a further one once the first is gone
    ],
)
def test_what_draws_nothing_goes(written: str, shown: str) -> None:
    assert cleaned(f"{ROOT}{written}</t>".encode()) == f"{ROOT}{shown}</t>".encode()


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff<t>Žluťoučký – кон, 𝔐</t>",  # the mark of the encoding
        "<t>Zimmer\u00a0209\u2009a</t>",  # blanks that somebody set
        f"{ROOT}a\tb\nc&#10;d&#xD;_x000D_</t>",  # lines of a cell
        "<t>☎\ufe0f 07123</t>",  # a picture of a telephone
        "<t>\uf028 07123</t>",  # a sign of the font Wingdings
        f"{ROOT}_x005F_x200B_ _x0041_</t>",  # the words `_x200B_`
        '<v:shape id="_x0000_s1025"/>',  # what drawings call a shape
        "<t>&amp;#8203;</t>",
        "<t>&#x110000; &#99999999;</t>",  # no characters
    ],
)
def test_what_is_seen_stays_to_the_byte(text: str) -> None:
    assert cleaned(text.encode()) == text.encode()


def test_large_parts_are_gone_through_in_pieces() -> None:
    row = "<c><v>ü</v></c>" * 100_000
    assert cleaned(f"{row}<t>Mus{ZERO}ter</t>{row}".encode()) == f"{row}<t>Muster</t>{row}".encode()


def test_bytes_that_are_no_utf8_stay() -> None:
    assert cleaned(b"<t>f\xfcr\xad " + ZERO.encode() + b"</t>") == b"<t>f\xfcr\xad </t>"


@pytest.mark.parametrize("kept", [bytes, with_shared_texts])
def test_a_list_without_any_is_the_original(kept: Callable[[bytes], bytes]) -> None:
    body = kept(office_list())
    assert published(body) == body


# ---- where it may stand --------------------------------------------------------------------------


@pytest.mark.parametrize("kept", [bytes, with_shared_texts])
def test_cells_keep_their_format_and_every_other_byte_stays(kept: Callable[[bytes], bytes]) -> None:
    clean = kept(office_list())
    parts = parts_of(clean)
    name = TEXTS if TEXTS in parts else SHEET
    parts[name] = parts[name].replace(b"Herr Emre", f"Herr{ZERO} {RIGHT_TO_LEFT}Emre".encode())
    now = published(zipped(parts))
    assert now is not None
    assert parts_of(now) == parts_of(clean)


def test_a_shared_text_is_clean_in_all_cells_that_use_it() -> None:
    def twice(parts: dict[str, bytes]) -> None:
        parts[TEXTS] = parts[TEXTS].replace(b"Integrationsmanagement", f"Integrations{TAG}management".encode())

    before, now = parts_after(twice)
    assert changed(before, now) == {TEXTS}
    sheet: Any = openpyxl.load_workbook(io.BytesIO(zipped(now))).worksheets[0]
    assert [sheet[cell].value for cell in ("C6", "C8")] == ["Integrationsmanagement"] * 2


def test_runs_stay_as_they_are() -> None:
    before, now = parts_after(lambda parts: _put(parts, TEXTS, b"Landkreis", f"Land{ZERO}kreis"))
    assert changed(before, now) == {TEXTS}
    assert now[TEXTS] == before[TEXTS].replace(ZERO.encode(), b"")
    assert b"<b " in now[TEXTS] or b"<b/>" in now[TEXTS]


def test_results_of_formulas_are_clean() -> None:
    def calculated(parts: dict[str, bytes]) -> None:
        cell = f'<c r="H5" t="str"><f>A5&amp;"{ZERO}"</f><v>1{ZERO}</v></c></row>'.encode()
        parts[SHEET] = parts[SHEET].replace(b"</row>", b"<!-- -->", 4).replace(b"</row>", cell, 1)
        parts[SHEET] = parts[SHEET].replace(b"<!-- -->", b"</row>")

    _, now = parts_after(calculated)
    assert b'<f>A5&amp;""</f><v>1</v>' in now[SHEET]


def test_comments_are_clean() -> None:
    name = "xl/comments/comment1.xml"
    before, now = parts_after(lambda parts: _put(parts, name, b"Elternzeit", f"Eltern{RIGHT_TO_LEFT}zeit"))
    assert changed(before, now) == {name}
    sheet: Any = openpyxl.load_workbook(io.BytesIO(zipped(now))).worksheets[0]
    assert sheet["D6"].comment.text == "Elternzeit ab Sommer?"


def test_a_sheet_is_called_the_same_in_all_parts() -> None:
    def renamed(parts: dict[str, bytes]) -> None:
        for name in ("xl/workbook.xml", "docProps/app.xml"):
            parts[name] = parts[name].replace(b"Koordinationsstellen", f"Koordinations{ZERO}stellen".encode())

    _, now = parts_after(renamed)
    book = openpyxl.load_workbook(io.BytesIO(zipped(now)))
    assert book.sheetnames == ["Koordinationsstellen", "Archiv"]
    assert book.worksheets[0].print_area == "'Koordinationsstellen'!$A$1:$G$9"


def test_columns_of_tables_are_called_as_their_headings() -> None:
    def as_table(parts: dict[str, bytes]) -> None:
        _put(parts, TEXTS, b"Mobil", f"Mo{ZERO}bil")
        parts["xl/tables/table1.xml"] = f'<table ref="F4:F9"><tableColumn name="Mo{ZERO}bil"/></table>'.encode()

    _, now = parts_after(as_table)
    assert b'name="Mobil"' in now["xl/tables/table1.xml"]
    assert "Mobil" in now[TEXTS].decode()


def test_links_lead_out_cleanly_and_parts_keep_their_names() -> None:
    def linked(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/_rels/sheet1.xml.rels"
        inside = f'<Relationship Id="r9" Type="x/image" Target="../media/bi{ZERO}ld.png"/></Relationships>'
        parts[name] = parts[name].replace(b"</Relationships>", inside.encode())
        _put(parts, name, b"polat@ahlbach", f"po{ZERO}lat@ahlbach")

    _, now = parts_after(linked)
    relations = now["xl/worksheets/_rels/sheet1.xml.rels"].decode()
    assert "mailto:polat@ahlbach.de" in relations
    assert f"bi{ZERO}ld.png" in relations


def test_formats_and_parts_of_other_programs_are_left() -> None:
    def elsewhere(parts: dict[str, bytes]) -> None:
        parts["customXml/item1.xml"] = f"<von-hand>{ZERO}</von-hand>".encode()
        parts["xl/styles.xml"] += f"<!-- {RIGHT_TO_LEFT} -->".encode()
        parts["xl/media/bild.png"] = b"\x89PNG" + ZERO.encode()

    before, now = parts_after(elsewhere)
    assert changed(before, now) == set()


def _put(parts: dict[str, bytes], name: str, old: bytes, new: str) -> None:
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new.encode())


# ---- what cannot be done with certainty ----------------------------------------------------------


@pytest.mark.parametrize("name", [f"Ar{ZERO}chiv", f"ARCHIV{ZERO}", ZERO])
def test_a_workbook_in_which_two_sheets_would_have_one_name_or_none_is_left_out(name: str) -> None:
    parts = parts_of(office_list())
    _put(parts, "xl/workbook.xml", b'name="Koordinationsstellen"', f'name="{name}"')
    assert published(zipped(parts)) is None


def test_a_part_in_another_encoding_is_kept_only_if_it_is_clean() -> None:
    parts = parts_of(office_list())
    parts["xl/persons.xml"] = "\ufeff<p>Büro</p>".encode("utf-16-le")
    assert published(zipped(parts)) == zipped(parts)
    parts["xl/persons.xml"] = f"\ufeff<p>Bü{ZERO}ro</p>".encode("utf-16-le")
    assert published(zipped(parts)) is None


def test_a_damaged_picture_holds_up_nobody() -> None:
    parts = parts_of(office_list())
    parts["docProps/bild.png"] = b"\x89PNG ein Bild"
    body = zipped(parts).replace(b"PNG ein Bild", b"PNG kein Bil")
    assert published(body) == body


# ---- together with what is known better ----------------------------------------------------------


@pytest.mark.parametrize("kept", [bytes, with_shared_texts])
def test_a_better_number_and_a_clean_name(tmp_path: Any, kept: Callable[[bytes], bytes]) -> None:
    people = office_list(lambda sheet: sheet.__setitem__("D6", f"Herr Emre{ZERO} Po{RIGHT_TO_LEFT}lat"))
    office = Office(tmp_path, kept(people))
    office.says(POLAT)
    office.night(force=True)
    sheet = office.sheet()
    assert (sheet["D6"].value, sheet["E6"].value) == ("Herr Emre Polat", "07123/3320-99")
    assert sheet["D6"].fill.fgColor.rgb == "FFEEF3F8"  # its own colour: nothing in it is news
    assert office.updated is not None
    assert not [name for name, part in parts_of(office.updated).items() if ZERO.encode() in part]


def test_the_same_bytes_again() -> None:
    body = office_list(lambda sheet: sheet.__setitem__("D6", f"Herr Emre{ZERO} Polat"))
    assert published(body) == published(body) != body
