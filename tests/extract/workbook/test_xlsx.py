"""What stands in the XML of an .xlsx: values of every type, formats, runs, formulas and links."""

from __future__ import annotations

import pytest

from pipeline.extract.workbook.cell_styles import is_date_format
from pipeline.extract.workbook.sheets import Sheet
from pipeline.extract.workbook.xlsx import hyperlink, read_xlsx
from pipeline.extract.workbook.zipped import Archive
from tests.sheets.test_formats import zipped

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
STYLES = (
    f"<styleSheet {MAIN}><numFmts><numFmt numFmtId='170' formatCode='dd/mm/yyyy'/>"
    "<numFmt numFmtId='171' formatCode='00000'/></numFmts><fonts><font/><font><strike/><b/></font></fonts>"
    "<cellStyleXfs><xf fontId='1'/></cellStyleXfs><cellXfs><xf/><xf fontId='1'/><xf numFmtId='14'/>"
    "<xf numFmtId='170'/><xf numFmtId='171'/><xf fontId='99' numFmtId='x'/></cellXfs></styleSheet>"
)


def relation(kind: str, target: str, number: int = 1, outside: bool = False) -> str:
    """One entry of a .rels part."""
    mode = " TargetMode='External'" if outside else ""
    return f"<Relationship Id='r{number}' Type='http://x/{kind}' Target='{target}'{mode}/>"


def sheet(data: str, *, shared: str = "", more: str = "", links: str = "", book: str = "") -> Sheet:
    """The first sheet of an .xlsx with this in its parts."""
    parts = {
        "_rels/.rels": f"<Relationships>{relation('officeDocument', '/xl/workbook.xml')}</Relationships>",
        "xl/workbook.xml": f"<workbook {MAIN} {LINKS}>{book}<sheets><sheet name='Liste' r:id='r1'/>"
        "<sheet name='Diagramm' r:id='r4'/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships>"
        + relation("worksheet", "worksheets/sheet1.xml")
        + relation("sharedStrings", "sharedStrings.xml", 2)
        + relation("styles", "styles.xml", 3)
        + relation("chartsheet", "chart.xml", 4)
        + "</Relationships>",
        "xl/sharedStrings.xml": f"<sst {MAIN}>{shared}</sst>",
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": f"<worksheet {MAIN} {LINKS}><sheetData>{data}</sheetData>{more}</worksheet>",
        "xl/worksheets/_rels/sheet1.xml.rels": f"<Relationships>{links}</Relationships>",
    }
    return read_xlsx(Archive(zipped({**parts}), "liste.xlsx"))[0]


def texts(made: Sheet) -> list[str]:
    """All texts in order."""
    return [cell.text for _, row in sorted(made.rows.items()) for _, cell in sorted(row.items())]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<c r='A1'><v>7161650123</v></c>", "7161650123"),
        ("<c r='A1'><v>7.16165012E9</v></c>", "7161650120"),
        ("<c r='A1' s='2'><v>45292</v></c>", "01.01.2024"),
        ("<c r='A1' s='3'><v>45292.5</v></c>", "01.01.2024"),
        ("<c r='A1' s='2'><v>0.5</v></c>", "12:00"),
        ("<c r='A1' s='4'><v>1067</v></c>", "01067"),
        ("<c r='A1' s='5'><v>5</v></c>", "5"),
        ("<c r='A1' s='77'><v>5</v></c>", "5"),
        ("<c r='A1'><v>viel</v></c>", "viel"),
        ("<c r='A1'><v>NaN</v></c>", "NaN"),
        ("<c r='A1' t='b'><v>1</v></c>", "WAHR"),
        ("<c r='A1' t='b'><v>0</v></c>", "FALSCH"),
        ("<c r='A1' t='str'><f>A2</f><v>Text</v></c>", "Text"),
        ("<c r='A1' t='inlineStr'><is><t>Text</t></is></c>", "Text"),
        ("<c r='A1' t='inlineStr'><is><r><t>Te</t></r><r><rPr><b/></rPr><t>xt</t></r></is></c>", "Text"),
        ("<c r='A1' t='inlineStr'><is><t>Te</t><r><t>xt</t></r><rPh><t>laut</t></rPh></is></c>", "Text"),
        ("<c r='A1' t='inlineStr'><is><r><rPr><strike/></rPr><t>alt</t></r><r><t>neu</t></r></is></c>", "neu"),
        ("<c r='A1' t='inlineStr'><is><t>Frau_x000A_Muster</t></is></c>", "Frau\nMuster"),
        ("<c r='A1' t='str'><v>Frau_x000A_Muster</v></c>", "Frau\nMuster"),
        ("<c r='A1'><is><t>07161</t></is></c>", "07161"),
        ("<c t='s'><v>0</v></c>", "Frau\nMuster"),
    ],
)
def test_values_of_every_type(cell: str, text: str) -> None:
    shared = "<si><t>Frau_x000A_Muster</t><rPh><t>laut</t></rPh></si>"
    assert texts(sheet(f"<row>{cell}</row>", shared=shared)) == [text]


def test_a_text_of_several_runs_ends_with_its_cell() -> None:
    rich = "<c r='A1' t='inlineStr'><is><r><t>Te</t></r><r><t>xt</t></r></is></c>"
    row = f"<row r='1'>{rich}<c r='B1'><v>5</v></c><c r='C1'/></row><row r='2'><c r='A2' t='str'><v>x</v></c></row>"
    assert texts(sheet(row)) == ["Text", "5", "x"]


def test_references_that_are_left_out_or_fixed() -> None:
    first = "<row r='11'><c r='A11'><v>1</v></c><c><v>2</v></c><c r='$C$11'><v>3</v></c></row>"
    made = sheet(first + "<row><c r='C12'><v>4</v></c></row>")
    assert {(r, c): cell.text for r, cells in made.rows.items() for c, cell in cells.items()} == {
        (10, 0): "1",
        (10, 1): "2",
        (10, 2): "3",
        (11, 2): "4",
    }


@pytest.mark.parametrize(
    "cell",
    ["<c r='A1' t='e'><v>#REF!</v></c>", "<c r='A1' t='s'><v>99</v></c>", "<c r='A1' t='s'><v>x</v></c>", "<c/>"],
)
def test_cells_that_say_nothing(cell: str) -> None:
    assert texts(sheet(f"<row r='1'>{cell}</row>")) == []


def test_dates_that_count_from_1904() -> None:
    made = sheet("<row><c r='A1' s='2'><v>43830</v></c></row>", book="<workbookPr date1904='1'/>")
    assert texts(made) == ["01.01.2024"]


@pytest.mark.parametrize(
    ("runs", "text", "struck"),
    [
        ("<r><rPr><strike/></rPr><t>alt</t></r><r><rPr/><t> neu</t></r>", " neu", False),
        ("<r><rPr><strike/></rPr><t>alt</t></r>", "alt", True),
        ("<r><rPr><strike val='0'/></rPr><t>gilt</t></r>", "gilt", False),
    ],
)
def test_runs_that_are_struck(runs: str, text: str, struck: bool) -> None:
    cell = sheet("<row><c r='A1' t='s'><v>0</v></c></row>", shared=f"<si>{runs}</si>").rows[0][0]
    assert (cell.text, cell.struck) == (text, struck)


def test_the_style_strikes_the_whole_cell() -> None:
    cell = sheet("<row><c r='A1' s='1'><v>1</v></c></row>").rows[0][0]
    assert cell.struck
    assert cell.header


def test_a_formula_without_result_is_a_finding() -> None:
    made = sheet("<row r='3'><c r='B3'><f>A1&amp;A2</f></c></row>")
    assert [(f.code, f.text, f.where.cell) for f in made.findings] == [("formula_without_result", "=A1&A2", "B3")]


def test_links_behind_cells() -> None:
    links = "".join(
        (
            relation("hyperlink", "mailto:eva@stadt.example", 1, True),
            relation("hyperlink", "https://stadt.example", 2, True),
        )
    )
    more = (
        "<hyperlinks><hyperlink ref='A1' r:id='r1'/><hyperlink ref='B1' r:id='r2'/><hyperlink ref='C1' location='x'/>"
        "<hyperlink ref='?' r:id='r2'/></hyperlinks>"
    )
    row = sheet("<row><c r='A1'><v>1</v></c></row>", more=more, links=links).rows[0]
    assert (row[0].text, row[0].links, row[0].number) == ("1", ("mailto:eva@stadt.example",), 1.0)
    assert (row[1].text, row[1].links) == ("", ("https://stadt.example",))
    assert 2 not in row


def test_hidden_merged_and_filtered() -> None:
    made = sheet(
        "<row r='2' hidden='1'/><row r='4' ht='0'/><row r='99999999'/>",
        more="<autoFilter><filterColumn/></autoFilter>"
        "<mergeCells><mergeCell ref='A1:B2'/><mergeCell ref='x'/></mergeCells>"
        "<cols><col min='2' max='3' hidden='1'/><col min='5' max='5' width='0'/>"
        "<col min='x' max='1' hidden='1'/></cols>",
    )
    assert made.hidden_rows == {1, 3}
    assert made.merged == [(0, 0, 1, 1)]
    assert made.hidden_columns == [(1, 2), (4, 4)]
    assert made.filtered


@pytest.mark.parametrize(
    ("formula", "links", "text"),
    [
        ('HYPERLINK("mailto:a@b.example","Mail")', ("mailto:a@b.example",), "Mail"),
        ('HYPERLINK("mailto:a@b.example";"Mail")', ("mailto:a@b.example",), "Mail"),
        ('hyperlink( "mailto:"&$D$5 , A1 )', ("mailto:<D5>",), "<A1>"),
        ('HYPERLINK("mailto:a@b.example")', ("mailto:a@b.example",), "a@b.example"),
        ('HYPERLINK("say ""a""")', ('say "a"',), 'say "a"'),
        ('HYPERLINK("mailto:"&LOWER(D5),"Mail")', (), ""),
        ('HYPERLINK("")', (), ""),
        ("SUM(A1:A5)", (), ""),
    ],
)
def test_hyperlink_formulas(formula: str, links: tuple[str, ...], text: str) -> None:
    assert hyperlink(formula, lambda place: f"<{place.replace('$', '')}>") == (links, text)


@pytest.mark.parametrize(
    ("pattern", "date"),
    [("dd/mm/yyyy", True), ("[h]:mm", True), ("0.00", False), ("General", False), ('"Tag" 0', False), ("", False)],
)
def test_formats_that_show_dates(pattern: str, date: bool) -> None:
    assert is_date_format(pattern) is date
