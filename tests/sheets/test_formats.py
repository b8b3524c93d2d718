"""The same list in every format that offices send, whatever its name says."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from tests.sheets import old_excel
from tests.sheets.made import book, codes, read, shown
from tests.sheets.test_layouts import EVA, EVA_SHOWN, HEAD, UWE, UWE_SHOWN

ROWS = [HEAD, EVA, UWE]
LINES = "\r\n".join(";".join(row) for row in ROWS)
BOTH = [EVA_SHOWN, UWE_SHOWN]


def ods(table: str, styles: str = "", manifest: str = "") -> bytes:
    """An .ods with this inside its first table."""
    namespaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
    )
    content = (
        f"<?xml version='1.0' encoding='UTF-8'?><office:document-content {namespaces} "
        "xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0' xmlns:xlink='http://www.w3.org/1999/xlink'>"
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{table}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content,
        "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
    })  # fmt: skip


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip file with these parts."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def cells(*texts: str, style: str = "") -> str:
    """One row of an .ods."""
    name = f' table:style-name="{style}"' if style else ""
    inside = "".join(
        f'<table:table-cell office:value-type="string"{name}><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f"<table:table-row>{inside}</table:table-row>"


def table(*rows: str, name: str = "Liste", style: str = "") -> str:
    """A table of an .ods."""
    return f'<table:table table:name="{name}" table:style-name="{style}">{"".join(rows)}</table:table>'


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp850", "mac_roman"])
def test_text_tables_in_any_encoding(encoding: str) -> None:
    assert shown(read(LINES.encode(encoding), "liste.csv")) == BOTH


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("quote", ["", '"'])
def test_text_tables_with_any_separator(separator: str, quote: str) -> None:
    text = "\n".join(separator.join(f"{quote}{value}{quote}" for value in row) for row in ROWS)
    assert shown(read(text.encode(), "liste.csv")) == BOTH


def test_text_table_that_states_its_separator_and_has_line_breaks_in_cells() -> None:
    text = 'sep=,\r\nName,Telefon\r\n"Frau Eva Muster\r\nHerr Uwe Beispiel","07161 650-123\r\n07161 650-124"\r\n'
    assert shown(read(text.encode("utf-8"), "liste.csv")) == [
        "Frau Eva Muster: +497161650123",
        "Herr Uwe Beispiel: +497161650124",
    ]


def test_text_table_that_keeps_zeros_by_formulas() -> None:
    text = 'Name;Vorwahl;Rufnummer;Mobil\nFrau Eva Muster;="07161";650123;"=""0176040690""&17"\n'
    text += 'Herr Uwe Beispiel;="07161";="650124";="017604069017"\n'
    assert shown(read(text.encode("utf-8"), "liste.csv")) == [
        "Frau Eva Muster: +497161650123",
        "Herr Uwe Beispiel: +497161650124, m+4917604069017",
    ]


def test_text_table_with_single_quotes() -> None:
    text = "\n".join(",".join(f"'{value}'" for value in row) for row in ROWS)
    assert shown(read(text.encode(), "liste.csv")) == BOTH


def test_a_name_with_a_stray_quote_does_not_swallow_the_rest() -> None:
    text = LINES.replace("Göppingen", '"Göppingen')
    assert shown(read(text.encode("utf-8"), "liste.csv"))[-1] == UWE_SHOWN


def test_places_in_a_text_table() -> None:
    assert read(LINES.encode(), "liste.csv").records[1].where.cell == "B3"


@pytest.mark.parametrize("name", ["liste.csv", "liste.xls", "liste.pdf", "download", ""])
def test_the_content_says_what_it_is_and_not_the_name(name: str) -> None:
    assert shown(read(book(ROWS), name)) == BOTH


def test_html_saved_as_xls() -> None:
    inside = "".join("<tr>" + "".join(f"<td>{value}</td>" for value in row) + "</tr>" for row in ROWS)
    page = f"<html><meta charset=windows-1252><body><h2>Liste</h2><table>{inside}</table></body></html>"
    assert shown(read(page.encode("cp1252"), "liste.xls")) == BOTH


def test_html_with_spans_links_struck_and_hidden_parts() -> None:
    page = """<table><tr><th>Gemeinde</th><th>Name</th><th>Telefon</th><th>E-Mail</th></tr>
      <tr><td rowspan=2>Göppingen</td><td>Frau Eva<br>Muster</td><td><s>07161 650-999</s> 07161 650-123</td>
        <td><a href="mailto:eva.muster@stadt.example">schreiben</a></td></tr>
      <tr><td>Herr Uwe Beispiel</td><td>07161 650-124</td>
        <td><span style="display:none">alt@stadt.example</span></td></tr>
      <tr hidden><td>Süßen</td><td>Frau Ida Probe</td><td>07162 961-1</td><td></td></tr></table>"""
    assert shown(read(page.encode(), "liste.xls")) == [EVA_SHOWN, "Herr Uwe Beispiel in Göppingen: +497161650124"]


def test_html_struck_and_hidden_by_a_class() -> None:
    style = ".xl66 {text-decoration:line-through; mso-number-format:'@';} tr.alt {display:none}"
    struck = "".join(f"<td class=xl66>{value}</td>" for value in ("Salach", "Frau Ida Probe", "07162 4008-11"))
    page = f"""<style><!--{style}--></style><table>
      <tr><th>Gemeinde</th><th>Name</th><th>Telefon</th></tr>
      <tr><td>Süßen</td><td>Herr<br>Uwe Beispiel</td><td>07162 9616-12</td></tr><tr>{struck}</tr>
      <tr class=alt><td>Eislingen</td><td>Frau Ada Muster</td><td>07161 804-11</td></tr></table>"""
    assert shown(read(page.encode(), "liste.xls")) == ["Herr Uwe Beispiel in Süßen: +497162961612"]


def html_list(columns: str = "", style: str = "", head: str = "<th>", cell: str = "<td>") -> bytes:
    """A list whose third column is somebody's own number; `head` and `cell` open the two kinds of its cells."""
    rows = "".join(
        f"<tr><td>Süßen</td><td>Herr {name}</td>{cell}{own}</td><td>{work}</td></tr>"
        for name, own, work in (
            ("Uwe Muster", "0171 5550101", "07162 961612"),
            ("Jan Probe", "0171 5550102", "07162 961613"),
        )
    )
    heads = f"<th>Gemeinde</th><th>Name</th>{head}privat</th><th>Telefon</th>"
    return f"<style>{style}</style><table>{columns}<tr>{heads}</tr>{rows}</table>".encode()


@pytest.mark.parametrize(
    "page",
    [
        html_list("<col><col><col style='display:none'><col>"),
        html_list("<col span=2><col width=0 style='mso-width-source:userset'><col width=80>"),
        html_list("<colgroup span=2></colgroup><colgroup class=own></colgroup>", "colgroup.own {visibility: collapse}"),
        html_list("", "", "<th style='DISPLAY: none'>", "<td hidden>"),
        html_list("<col><col><col style='display:none'><col>", "", "<th hidden>", "<td hidden>"),
        html_list("", ".own {color:red; display:none !important}", "<th class=own>", "<td class='xl5 own'>"),
        html_list("", "th:nth-child(3), td:nth-child( 3 ) {display:none}"),
        html_list("", ".own {visibility:hidden}", "<th class=own>", "<td class=own>"),
        html_list("", ".own {mso-hide:all}", "<th class=own>", "<td class=own>"),
        html_list("", "", "", "<td style='display:none'>").replace(b"<th>privat</th>", b""),  # a key before each number
    ],
)
def test_a_hidden_column_of_an_html_table_is_not_published(page: bytes) -> None:
    assert shown(read(page, "liste.xls")) == [
        "Herr Uwe Muster in Süßen: +497162961612",
        "Herr Jan Probe in Süßen: +497162961613",
    ]


def test_columns_without_any_width_are_no_hidden_ones() -> None:
    assert len(shown(read(html_list("<col width=0><col width=0><col width=0><col width=0>"), "liste.xls"))) == 2


def test_hidden_rows_and_tables_of_a_page_are_told_and_not_published() -> None:
    rows = "<tr><td>Süßen</td><td>Herr Uwe Muster</td><td>07162 961612</td></tr>"
    gone = "<tr><td>Salach</td><td>Frau Ida Probe</td><td>07162 400811</td></tr>"
    head = "<tr><th>Gemeinde</th><th>Name</th><th>Telefon</th></tr>"
    page = f"""<table>{head}{rows}<tbody style="display:none">{gone}</tbody></table>
      <div style="display:none"><table>{head}{gone}</table></div>"""
    found = read(page.encode(), "liste.xls")
    assert shown(found) == ["Herr Uwe Muster in Süßen: +497162961612"]
    assert {finding.code for finding in found.findings} == {"hidden_rows", "sheet_left_out"}


def test_web_archive_saved_as_xls() -> None:
    inside = "".join("<tr>" + "".join(f"<td>{value}</td>" for value in row) + "</tr>" for row in ROWS)
    body = f"<html><body><table>{inside}</table></body></html>"
    mail = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
        f"Content-Type: text/html; charset=utf-8\r\n\r\n{body}\r\n--x--\r\n"
    )
    assert shown(read(mail.encode(), "liste.xls")) == BOTH


def test_excel_97() -> None:
    more = old_excel.merged(1, 2, 0, 0) + old_excel.link(3, 3, "mailto:probe@salach.example")
    rows = [HEAD, EVA, [None, *UWE[1:]], ["Salach", "Frau Ida Probe", 7162400811, "Mail"]]
    found = read(old_excel.workbook({"Liste": old_excel.sheet(rows, (), more)}), "liste.xls")
    assert shown(found) == [
        EVA_SHOWN,
        UWE_SHOWN.replace("Süßen", "Göppingen"),
        "Frau Ida Probe in Salach: +497162400811, probe@salach.example",
    ]


def test_excel_97_struck_and_hidden() -> None:
    struck = [(1, column) for column in range(4)]
    more = old_excel.hidden_row(3) + old_excel.hidden_column(4)
    rows = [[*HEAD, "Mobil"], EVA, [*UWE, "0171 3920014"], ["Salach", "Frau Ida Probe", "07162 4008-11", None]]
    other = old_excel.sheet([HEAD, ["Salach", "Herr Ali Test", "07162 4008-12", None]])
    body = old_excel.workbook({"Liste": old_excel.sheet(rows, struck, more), "Intern": other}, hidden=["Intern"])
    found = read(body, "liste.xls")
    assert shown(found) == [UWE_SHOWN]
    assert {"struck A2", "hidden_rows A4", "sheet_left_out"} <= set(codes(found))


def test_libreoffice() -> None:
    struck = '<style:style style:name="x"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    hidden = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    span = '<table:table-cell table:number-rows-spanned="2"><text:p>Göppingen</text:p></table:table-cell>'
    eva = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in EVA[1:3])
    note = "<office:annotation><text:p>bis 2024: 07161 650-999</text:p></office:annotation>"
    mail = '<text:p><text:a xlink:href="mailto:eva.muster@stadt.example">Mail</text:a></text:p>'
    uwe = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in UWE[1:])
    rows = (
        cells(*HEAD),
        f"<table:table-row>{span}{eva}<table:table-cell>{note}{mail}</table:table-cell></table:table-row>",
        f"<table:table-row><table:covered-table-cell/>{uwe}</table:table-row>",
        cells("Salach", "Frau Ida Probe", "07162 4008-11", "probe@salach.example", style="x"),
        '<table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    )
    other = table(cells(*HEAD), cells("Salach", "Herr Ali Test", "07162 4008-12", "-"), name="Intern", style="h")
    found = read(ods(table(*rows) + other, struck + hidden), "liste.ods")
    assert shown(found) == [EVA_SHOWN, UWE_SHOWN.replace("Süßen", "Göppingen")]
    assert {"struck A4", "sheet_left_out"} <= set(codes(found))


def test_libreoffice_numbers_blanks_and_struck_words() -> None:
    style = '<style:style style:name="t"><style:text-properties style:text-line-through-type="single"/></style:style>'
    value = 'office:value-type="float" office:value="7161650123"'
    number = f"<table:table-cell {value}><text:p>7161650123</text:p></table:table-cell>"
    mail = (
        '<table:table-cell><text:p><text:span text:style-name="t">alt@stadt.example</text:span>'
        '<text:s text:c="2"/>eva.muster@stadt.example</text:p></table:table-cell>'
    )
    name = "<table:table-cell><text:p>Frau<text:s/>Eva</text:p><text:p>Muster</text:p></table:table-cell>"
    city = "<table:table-cell><text:p>Göppingen</text:p></table:table-cell>"
    row = f"<table:table-row>{city}{name}{number}{mail}</table:table-row>"
    found = read(ods(table(cells(*HEAD), row), style), "liste.ods")
    assert shown(found) == [EVA_SHOWN]
    assert "struck D2" in codes(found)


def test_excel_2003_xml() -> None:
    def row(values: list[str], style: str = "s0") -> str:
        inside = "".join(f'<Cell ss:StyleID="{style}"><Data ss:Type="String">{value}</Data></Cell>' for value in values)
        return f"<Row>{inside}</Row>"

    text = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s0"><Font/></Style>'
        '<Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style></Styles><Worksheet ss:Name="Liste"><Table>'
        f"{row(HEAD)}{row(EVA)}{row(['Salach', 'Frau Ida Probe', '07162 4008-11', '-'], 's1')}"
        '<Row ss:Index="6"><Cell ss:MergeDown="1"><Data ss:Type="String">Süßen</Data></Cell>'
        '<Cell><Data ss:Type="String">Herr Uwe Beispiel</Data><Comment><ss:Data>07161 1</ss:Data></Comment></Cell>'
        '<Cell><Data ss:Type="Number">7162961140</Data></Cell>'
        '<Cell ss:HRef="mailto:beispiel@suessen.example"><Data ss:Type="String">Mail</Data></Cell></Row>'
        "</Table></Worksheet></Workbook>"
    )
    found = read(text.encode(), "liste.xls")
    assert shown(found) == [EVA_SHOWN, "Herr Uwe Beispiel in Süßen: +497162961140, beispiel@suessen.example"]
    assert "struck A3" in codes(found)
