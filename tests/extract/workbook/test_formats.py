"""Rare turns of the formats: repeated cells, nested links, damaged chains, passwords, odd attributes."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from itertools import chain

import pytest

from pipeline.errors import FormatError
from pipeline.extract.workbook.compound import Compound
from pipeline.extract.workbook.formats import open_workbook
from pipeline.extract.workbook.sheets import Sheet
from pipeline.extract.workbook.xlsb import read_values, tables
from pipeline.extract.workbook.zipped import Archive, attribute, parse_xml
from tests.sheets import old_excel
from tests.sheets.made import book, read
from tests.sheets.test_formats import cells, ods, table, zipped


def texts(sheet: Sheet) -> dict[str, str]:
    """All texts by place."""
    return {cell.where.cell or "": cell.text for row in sheet.rows.values() for cell in row.values()}


def first(body: bytes) -> Sheet:
    """The first sheet of a file."""
    return open_workbook(body, "liste")[0]


# ---- OpenDocument --------------------------------------------------------------------------------


def test_cells_and_rows_that_are_repeated() -> None:
    row = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    )
    assert texts(first(ods(table(row)))) == {"A1": "x", "B1": "x", "A2": "x", "B2": "x"}


def test_hidden_columns_rows_and_default_styles() -> None:
    style = (
        '<style:style style:name="base"><style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="x" style:parent-style-name="base"><style:text-properties fo:font-weight="bold"/>'
        "</style:style>"
    )
    columns = (
        '<table:table-column table:default-cell-style-name="x"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
    )
    hidden = cells("y").replace("<table:table-row", '<table:table-row table:visibility="collapse"')
    sheet = first(ods(table(columns, cells("x", "z"), hidden), style))
    assert sheet.rows[0][0].struck
    assert sheet.rows[0][0].header
    assert not sheet.rows[0][1].struck
    assert sheet.hidden_columns == [(1, 2)]
    assert sheet.hidden_rows == {1}


@pytest.mark.parametrize(
    ("cell", "text", "number"),
    [
        ('office:value-type="float" office:value="1067"><text:p>01067</text:p>', "01067", 1067.0),
        (
            'office:value-type="float" office:value="7161650123"><text:p>7.161.650.123</text:p>',
            "7161650123",
            7161650123.0,
        ),
        ('office:value-type="float" office:value="x"><text:p>5</text:p>', "5", None),
        ('office:value-type="float" office:value="INF"><text:p>5</text:p>', "5", None),
        ('table:number-columns-repeated="x"><text:p>a<text:tab/>b<text:line-break/>c</text:p>', "a\tb\nc", None),
        ("><text:p>a</text:p><draw:frame><text:p>Bild</text:p></draw:frame>", "a", None),
    ],
)
def test_what_an_opendocument_cell_shows(cell: str, text: str, number: float | None) -> None:
    row = f'<table:table-row xmlns:draw="urn:d"><table:table-cell {cell}</table:table-cell></table:table-row>'
    found = first(ods(table(row))).rows[0][0]
    assert (found.text, found.number) == (text, number)


def test_a_formula_that_links_and_words_struck_within_a_span() -> None:
    style = '<style:style style:name="t"><style:text-properties style:text-line-through-type="single"/></style:style>'
    formula = "of:=HYPERLINK(&quot;mailto:a@b.example&quot;;&quot;Mail&quot;)"
    row = (
        f'<table:table-row><table:table-cell table:formula="{formula}"><text:p>Mail</text:p></table:table-cell>'
        '<table:table-cell><text:p><text:span text:style-name="t">a<text:span>b</text:span></text:span></text:p>'
        "</table:table-cell></table:table-row>"
    )
    sheet = first(ods(table(row), style))
    assert sheet.rows[0][0].links == ("mailto:a@b.example",)
    assert (sheet.rows[0][1].text, sheet.rows[0][1].struck) == ("ab", True)


def test_flat_opendocument_and_common_styles() -> None:
    with zipfile.ZipFile(BytesIO(ods(table(cells("x"))))) as archive:
        flat = archive.read("content.xml").replace(b"office:document-content", b"office:document")
    assert texts(first(flat)) == {"A1": "x"}
    with zipfile.ZipFile(BytesIO(ods(table(cells("x", style="c"))))) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    parts["styles.xml"] = (
        '<s:styles xmlns:s="urn:s"><s:style s:name="c"><s:text-properties s:text-line-through-style="solid"/></s:style>'
        "</s:styles>"
    )
    assert first(zipped(parts)).rows[0][0].struck


def test_an_opendocument_without_content() -> None:
    with pytest.raises(FormatError, match="LibreOffice"):
        first(zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}))


# ---- Excel 97 ------------------------------------------------------------------------------------


def one(*records: bytes) -> dict[str, str]:
    """The texts of a sheet of .xls with these records after its first cell."""
    return texts(first(old_excel.workbook({"Liste": old_excel.sheet([["a"]], (), b"".join(records))})))


def at(row: int, data: bytes, style: int = 0) -> bytes:
    """The beginning of a cell's record in column B."""
    return struct.pack("<HHH", row, 1, style) + data


DOUBLE = struct.pack("<d", 7161650123.0)


@pytest.mark.parametrize(
    ("records", "text"),
    [
        ([old_excel.record(0x0203, at(0, DOUBLE))], "7161650123"),
        ([old_excel.record(0x0203, at(0, struct.pack("<d", float("nan"))))], None),
        ([old_excel.record(0x027E, at(0, struct.pack("<I", 7163 << 2 | 2)))], "7163"),
        ([old_excel.record(0x027E, at(0, struct.pack("<I", 716300 << 2 | 3)))], "7163"),
        ([old_excel.record(0x027E, at(0, struct.pack("<i", -7 << 2 | 2)))], "-7"),
        ([old_excel.record(0x027E, at(0, struct.pack("<d", 1.5)[4:]))], "1,5"),
        ([old_excel.record(0x0006, at(0, DOUBLE + bytes(8)))], "7161650123"),
        (
            [
                old_excel.record(0x0006, at(0, b"\0" * 6 + b"\xff\xff")),
                old_excel.record(0x0207, old_excel.text("Text")),
            ],
            "Text",
        ),
        ([old_excel.record(0x0006, at(0, b"\1\0\1\0\0\0\xff\xff"))], "WAHR"),
        ([old_excel.record(0x0006, at(0, b"\2\0\x17\0\0\0\xff\xff"))], None),
        ([old_excel.record(0x0205, at(0, b"\0\0"))], "FALSCH"),
        ([old_excel.record(0x0205, at(0, b"\x17\1"))], None),
        ([old_excel.record(0x00FD, at(0, struct.pack("<I", 99)))], None),
        ([old_excel.record(0x0207, old_excel.text("niemandes"))], None),
    ],
)
def test_values_of_an_old_workbook(records: list[bytes], text: str | None) -> None:
    assert one(*records).get("B1") == text


def shared(*parts: bytes, cells: int) -> Sheet:
    """A sheet whose first column refers to the texts of an SST record and its continuations."""
    head = old_excel.record(0x00FC, struct.pack("<II", cells, cells) + parts[0])
    head += b"".join(old_excel.record(0x003C, part) for part in parts[1:])
    rows = b"".join(old_excel.record(0x00FD, struct.pack("<HHHI", n, 0, 0, n)) for n in range(cells))
    return first(old_excel.workbook({"Liste": old_excel.sheet([], (), rows)}, before=head))


def test_shared_texts_narrow_wide_and_cut() -> None:
    narrow = struct.pack("<HB", 4, 0) + b"Eva "
    wide = struct.pack("<HB", 3, 1) + "Ł".encode("utf-16-le")
    extra = struct.pack("<HBI", 2, 4, 3) + b"Abxyz"
    sheet = shared(narrow + extra + wide, b"\1" + "ód".encode("utf-16-le"), cells=3)
    assert texts(sheet) == {"A1": "Eva ", "A2": "Ab", "A3": "Łód"}


def test_a_text_that_goes_on_narrow_and_one_that_breaks_off() -> None:
    sheet = shared(
        struct.pack("<HB", 5, 1) + "Łó".encode("utf-16-le"), b"\0abc" + struct.pack("<HB", 9, 0) + b"ab", cells=3
    )
    assert texts(sheet) == {"A1": "Łóabc", "A2": "ab"}


def test_words_struck_inside_an_old_cell() -> None:
    runs = struct.pack("<HHHH", 0, 1, 3, 0)
    sheet = shared(struct.pack("<HBH", 8, 8, 2) + b"alt neu!" + runs + struct.pack("<HB", 1, 0) + b"x", cells=2)
    assert texts(sheet) == {"A1": " neu!", "A2": "x"}
    assert [(finding.code, finding.text) for finding in sheet.findings] == [("struck", "alt")]


def test_excel_5_in_its_code_page() -> None:
    font = old_excel.record(0x0031, struct.pack("<HHHH", 200, 0, 0, 700) + bytes(7))
    formats = old_excel.record(0x041E, struct.pack("<HB", 170, 5) + b"00000")
    style = old_excel.record(0x00E0, struct.pack("<HH", 0, 170) + bytes(12))
    date = old_excel.record(0x00E0, struct.pack("<HH", 0, 14) + bytes(12))
    label = old_excel.record(0x0204, struct.pack("<HHHH", 0, 0, 0, 9) + "Göppingen".encode("mac_roman"))
    number = old_excel.record(0x0203, struct.pack("<HHHd", 0, 1, 0, 1067.0))
    day = old_excel.record(0x0203, struct.pack("<HHHd", 0, 2, 1, 43830.0))
    body = (
        old_excel.record(0x0809, struct.pack("<HH", 0x0500, 0x0010)) + label + number + day + old_excel.record(0x000A)
    )
    head = old_excel.record(0x0809, struct.pack("<HH", 0x0500, 0x0005)) + old_excel.record(
        0x0042, struct.pack("<H", 10000)
    )
    head += old_excel.record(0x0022, b"\1\0") + font + formats + style + date
    sheet = struct.pack("<IHB", len(head) + 4 + 12 + 4, 0, 5) + b"Liste"
    stream = head + old_excel.record(0x0085, sheet) + old_excel.record(0x000A) + body
    assert texts(first(old_excel.compound({"Book": stream}))) == {"A1": "Göppingen", "B1": "01067", "C1": "01.01.2024"}


def test_a_wrong_dimension_in_an_old_workbook() -> None:
    dimension = old_excel.record(0x0200, struct.pack("<IIHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0))
    assert one(dimension) == {"A1": "a"}


def test_a_text_far_away_in_an_old_workbook() -> None:
    far = old_excel.record(0x0203, struct.pack("<HHHd", 65_535, 255, 0, 1.0))
    assert one(far) == {"A1": "a", "IV65536": "1"}


def test_filters_charts_and_short_records() -> None:
    chart = old_excel.record(0x0809, bytes(16)) + old_excel.record(0x0203, bytes(14)) + old_excel.record(0x000A)
    multiple = old_excel.record(
        0x00BD, struct.pack("<HHHIHIH", 1, 0, old_excel.STRUCK, 0x1000001 << 2 & 0xFFFFFFFF, 0, 2, 1)
    )
    more = chart + multiple + old_excel.record(0x009B) + old_excel.record(0x01B8, bytes(40)) + old_excel.record(0x0208)
    sheet = first(old_excel.workbook({"Liste": old_excel.sheet([["a"]], (), more)}))
    assert sheet.filtered
    assert sheet.rows[1][0].struck
    assert not sheet.rows[1][1].struck


def test_an_empty_stream_is_no_workbook() -> None:
    with pytest.raises(FormatError, match="keine Excel-Arbeitsmappe"):
        first(old_excel.compound({"Anderes": b"x"}))


def test_small_streams_and_chains_that_run_in_circles() -> None:
    body = bytearray(old_excel.compound({"Workbook": b"x"}))
    assert Compound(bytes(body), "x").read("Nichts") == b""
    table_at = struct.unpack_from("<I", body, 76)[0]
    struct.pack_into("<I", body, 512 * (table_at + 1), 0)
    with pytest.raises(FormatError, match="beschädigt"):
        Compound(bytes(body), "x").read("Workbook")
    struct.pack_into("<H", body, 30, 99)
    with pytest.raises(FormatError, match="beschädigt"):
        Compound(bytes(body), "x")


# ---- zip and XML ---------------------------------------------------------------------------------


def test_a_part_under_a_password() -> None:
    body = bytearray(zipped({"xl/workbook.xml": "<workbook/>"}))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        body[body.index(magic) + offset] |= 1
    with pytest.raises(FormatError, match="Kennwort"):
        b"".join(Archive(bytes(body), "x").pieces("xl/workbook.xml"))


def test_parts_that_do_not_exist_and_limits() -> None:
    archive = Archive(zipped({"a.txt": "0123456789"}), "x")
    assert archive.read("b.txt") == b""
    assert archive.read("a.txt", limit=4) == b"0123"
    archive.check_sizes()


def test_damage_in_the_middle_of_a_part() -> None:
    body = bytearray(zipped({"a.txt": bytes(range(256)) * 300}))
    body[60:80] = bytes(20)
    with pytest.raises(FormatError, match="beschädigt"):
        Archive(bytes(body), "x").read("a.txt")


def test_xml_that_breaks_off() -> None:
    with pytest.raises(FormatError, match="beschädigt"):
        parse_xml(iter([b"<a><b>"]), "x", lambda *_: None, lambda _: None, None)


@pytest.mark.parametrize("encoding", ["UTF-7", "UTF-32", "Shift_JIS", "klingonisch", "idna", "rot13", "\u00e4"])
def test_xml_in_an_encoding_that_nobody_reads(encoding: str) -> None:
    piece = f"<?xml version='1.0' encoding='{encoding}'?><a/>".encode()
    with pytest.raises(FormatError, match="beschädigt"):
        parse_xml(iter([piece]), "x", lambda *_: None, lambda _: None, None)


@pytest.mark.parametrize(
    "piece",
    [
        lambda number: b"<row>" * 1000,
        lambda number: b"<x:row xmlns:x='x'>" * 1000,
        lambda number: b"".join(b"<a%d/>" % n for n in range(number * 1000, number * 1000 + 1000)),
        lambda number: b"<c %s/>" % b"".join(b"a%d='' " % n for n in range(number * 1000, number * 1000 + 1000)),
        lambda number: (b"" if number else b"<!--") + b"x" * 1_000_000,
        lambda number: (b"" if number else b"<row a='") + b"x" * 1_000_000,
    ],
    ids=["nested", "nested with prefix", "names", "attributes", "comment", "value"],
)
def test_xml_that_only_costs_memory_is_refused_at_once(piece: Callable[[int], bytes]) -> None:
    """Before the part has been read to its end, which is missing."""
    pieces = chain([b"<x:a xmlns:x='x'>"], map(piece, range(30)))
    with pytest.raises(FormatError, match="wie kein Programm es schreibt"):
        parse_xml(pieces, "x", lambda *_: None, lambda _: None, None)


def test_ordinary_depth_long_texts_and_many_elements_are_read() -> None:
    found: list[str] = []
    body = b"<a>" + b"<g>" * 200 + b"x" * 9_000_000 + b"</g>" * 200 + b"<c r='A1'/>" * 20_000 + b"</a>"
    parse_xml(iter([body]), "x", lambda *_: None, found.append, None)
    assert len(found) == 20_201


def test_attributes_with_and_without_prefix() -> None:
    assert attribute({"r:id": "1"}, "id") == "1"
    assert attribute({"id": "2"}, "id") == "2"
    assert attribute({}, "id") is None


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (zipped({"xl/workbook.xml": "<workbook/>"}), "kein Tabellenblatt"),
        (b"\x09\x08\x08\x00" + bytes(200), "beschädigt"),
        (zipped({"xl/workbook.bin": b"x"}), "beschädigt"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--\r\n", "leer"),
        (b"{\\rtf1 x}", "Textdokument"),
    ],
)
def test_further_refusals(body: bytes, cause: str) -> None:
    with pytest.raises(FormatError, match=cause):
        read(body)


# ---- Excel 2003 XML and HTML ---------------------------------------------------------------------


def test_excel_2003_hidden_and_odd_numbers() -> None:
    text = (
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">'
        '<Worksheet ss:Name="A"><Table><Column ss:Index="2" ss:Hidden="1"/>'
        '<Row ss:Hidden="1"><Cell ss:Index="3"><Data ss:Type="Number">x</Data></Cell><Cell/></Row></Table>'
        "<WorksheetOptions><x:Visible>SheetHidden</x:Visible></WorksheetOptions></Worksheet></Workbook>"
    )
    sheet = first(text.encode())
    assert (sheet.hidden, sheet.hidden_columns, sheet.hidden_rows) == (True, [(1, 1)], {0})
    assert texts(sheet) == {"C1": "x"}


def test_html_with_nested_tables_and_an_unknown_encoding() -> None:
    inner = b"<table><tr><td colspan=x>a<script>b</script></td></tr></table>"
    page = b"<meta charset=x-mond><table><tr><td>" + inner + b"</td></tr></table>"
    assert texts(first(page)) == {"A1": "a"}


# ---- .xlsb, by python-calamine in a process of its own -------------------------------------------


def test_values_from_a_process_of_their_own() -> None:
    body = book([["Name", "Telefon", "seit"], ["Eva Muster", 7161650123, date(2024, 5, 1)], [True, None, 1.5]])
    rows = [["Name", "Telefon", "seit"], ["Eva Muster", 7161650123.0, "2024-05-01"], ["True", "", 1.5]]
    assert tables(body) == [("Liste", False, rows)]
    assert texts(read_values(body, "liste.xlsb")[0])["B2"] == "7161650123"


def test_what_that_process_does_not_survive_is_one_sentence() -> None:
    with pytest.raises(FormatError, match="beschädigt oder geschützt"):
        read_values(b"x", "liste.xlsb")
