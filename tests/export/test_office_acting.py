"""An office's workbook as it is published does nothing where it is opened; what it showed stays, and all else of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipeline.export.office.calculating import without_formulas
from pipeline.export.office.formulas import is_harmless
from tests.export.libreoffice import shown
from tests.export.offices import FIRST, Office, office_list, parts_of, published, with_shared_texts, zipped

SHEET, RELATIONS, MAIN = "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/workbook.xml"
MAIN_RELATIONS, TYPES = "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DDE = "cmd|'/C calc'!A0"
VOGT = "Steinach;Frau Lena Vogt;Integrationsmanagement;07123 5507-44;lena.vogt@steinach.de"
POLAT = "Ahlbach;Herr Emre Polat;Integrationsmanagement;07123 3320-99;polat@ahlbach.de"
Parts = dict[str, bytes]


def parts_after(*changes: Callable[[Parts], None]) -> tuple[Parts, Parts]:
    """The parts of a list that somebody changed, before and after it was published."""
    before = with_parts(*changes)
    now = published(zipped(before))
    assert now is not None
    return before, parts_of(now)


def with_parts(*changes: Callable[[Parts], None]) -> Parts:
    parts = parts_of(office_list())
    for change in changes:
        change(parts)
    return parts


def changed(before: Parts, now: Parts) -> set[str]:
    return {name for name in before if before[name] != now.get(name)}


def cell(xml: str, *, part: str = SHEET) -> Callable[[Parts], None]:
    """A cell at the end of the first person's row."""

    def put(parts: Parts) -> None:
        at = parts[part].index(b"</row>", parts[part].index(b'<row r="5"'))
        parts[part] = parts[part][:at] + xml.encode() + parts[part][at:]

    return put


def before_end(part: str, element: str, xml: str) -> Callable[[Parts], None]:
    """Something more at the end of an element."""

    def put(parts: Parts) -> None:
        assert f"</{element}>".encode() in parts[part]
        parts[part] = parts[part].replace(f"</{element}>".encode(), f"{xml}</{element}>".encode())

    return put


def behind(part: str, element: str, xml: str) -> Callable[[Parts], None]:
    """Something more behind an element."""

    def put(parts: Parts) -> None:
        assert f"</{element}>".encode() in parts[part]
        parts[part] = parts[part].replace(f"</{element}>".encode(), f"</{element}>{xml}".encode())

    return put


def relation(part: str, kind: str, target: str, *, outside: bool = False) -> Callable[[Parts], None]:
    mode = ' TargetMode="External"' if outside else ""
    kind = kind if "/" in kind else f"{OFFICE}/{kind}"
    return before_end(part, "Relationships", f'<Relationship Id="rId99" Type="{kind}" Target="{target}"{mode}/>')


def name(name: str, formula: str, more: str = "") -> Callable[[Parts], None]:
    return before_end(MAIN, "definedNames", f'<definedName name="{name}"{more}>{formula}</definedName>')


def part(name: str, content: str) -> Callable[[Parts], None]:
    return lambda parts: parts.__setitem__(name, content.encode())


# ---- what keeps every byte -----------------------------------------------------------------------


@pytest.mark.parametrize("kept", [bytes, with_shared_texts])
def test_a_list_that_does_nothing_is_the_original(kept: Callable[[bytes], bytes]) -> None:
    body = kept(office_list())
    assert published(body) == body


X14 = 'xmlns:x14="urn:x14" xmlns:xm="urn:xm"'
FILLED = "<calculatedColumnFormula>{}</calculatedColumnFormula>"
CHOICE = "<x14:dataValidation><x14:formula1><xm:f>{}</xm:f></x14:formula1></x14:dataValidation>"


@pytest.mark.parametrize(
    "change",
    [
        cell("<c r='H5'><f>SUM(A5:A9)</f><v>15</v></c>"),
        cell('<c r="H5" t="str" cm="1"><f t="array" ref="H5:H6">_xlfn.UNIQUE(B5:B6)</f><v>Ahlbach</v></c>'),
        cell("<c r='H5' t='str'><f>HYPERLINK(&quot;mailto:&quot;&amp;G5)</f><v>x</v></c>"),
        cell('<c r="H5"><f t="shared" ref="H5:H6" si="0">Archiv!A1</f><v>1</v></c>'),
        cell('<c r="H5" t="str"><v>=cmd|calc!A0</v></c>'),  # a text that looks like one
        name("Orte", "Koordinationsstellen!$B$5:$B$9"),
        name("_xlnm._FilterDatabase", "Koordinationsstellen!$A$4:$G$9", ' localSheetId="0" hidden="1"'),
        before_end(SHEET, "worksheet", f"<extLst><ext {X14}>{CHOICE.format('Archiv!$A$1:$A$9')}</ext></extLst>"),
        relation(RELATIONS, "hyperlink", "https://www.example.org/", outside=True),
        relation(RELATIONS, "hyperlink", "#Archiv!A1"),
        part("xl/drawings/drawing9.xml", '<xdr:sp xmlns:xdr="urn:x" macro="" textlink="Archiv!$A$1"/>'),
        part("xl/charts/chart9.xml", '<c:f xmlns:c="urn:c">(Archiv!$A$1,Archiv!$A$3:$A$9)</c:f>'),
        part("xl/tables/table9.xml", f"<table>{FILLED.format('T1[[#This Row],[Ort]]')}</table>"),
        relation(RELATIONS, "image", "../media/bild.png"),
        part("xl/drawings/v.vml", '<x xmlns:v="urn:schemas-microsoft-com:vml"><v:shape href="https://x.example/"/></x>'),
        part("docProps/x.xml", '<x><link href="file:///x"/></x>'),  # no drawing
    ],
)  # fmt: skip
def test_what_only_shows_and_calculates_stays_to_the_byte(change: Callable[[Parts], None]) -> None:
    body = zipped(with_parts(change))
    assert published(body) == body


# ---- formulas ------------------------------------------------------------------------------------


def test_a_formula_gives_way_to_its_result() -> None:
    before, now = parts_after(cell(f'<c r="H5" s="2" t="str"><f>{DDE}</f><v>Ergebnis</v></c>'))
    assert changed(before, now) == {SHEET}
    assert now[SHEET] == before[SHEET].replace(f"<f>{DDE}</f>".encode(), b"")
    assert sheet_of(now)["H5"].value == "Ergebnis"


def test_without_a_result_the_cell_is_empty() -> None:
    _, now = parts_after(cell(f'<c r="H5"><f>{DDE}</f><v></v></c>'))
    assert b'<c r="H5"></c>' in now[SHEET]


def test_all_formulas_of_the_sheet_give_way_and_those_of_others_stay() -> None:
    def elsewhere(parts: Parts) -> None:
        parts["xl/worksheets/sheet2.xml"] = parts["xl/worksheets/sheet2.xml"].replace(
            b"</row>", b'<c r="B1"><f>1+1</f><v>2</v></c></row>'
        )

    before, now = parts_after(
        cell('<c r="H5"><f t="shared" ref="H5:I5" si="0">SUM([1]Fremd!A1)</f><v>3</v></c>'),
        cell('<c r="I5"><f t="shared" si="0"/><v>4</v></c>'),
        cell('<c r="J5" cm="1"><f t="array" ref="J5:J6">SUM(A5:A6)</f><v>5</v></c>'),
        elsewhere,
    )
    assert changed(before, now) == {SHEET}
    assert b'<c r="H5"><v>3</v></c><c r="I5"><v>4</v></c><c r="J5"><v>5</v></c>' in now[SHEET]


def test_the_order_of_calculation_goes_with_the_formula() -> None:
    override = '<Override PartName="/xl/calcChain.xml" ContentType="application/x"/>'
    _, now = parts_after(
        cell('<c r="H5"><f>WEBSERVICE(A1)</f><v>3</v></c>'),
        part("xl/calcChain.xml", '<calcChain><c r="H5" i="1"/></calcChain>'),
        relation(MAIN_RELATIONS, "calcChain", "calcChain.xml"),
        before_end(TYPES, "Types", override),
    )
    assert "xl/calcChain.xml" not in now
    assert b"calcChain" not in now[MAIN_RELATIONS] + now[TYPES]


@pytest.mark.parametrize(
    "formula", ["WEBSERVICE(1)", "WEB<!-- -->SERVICE(1)", "<![CDATA[WEBSERVICE(1)]]>", "&#87;EBSERVICE(1)"]
)
def test_no_way_of_writing_hides_a_formula(formula: str) -> None:
    row = f"<x:row><x:c><x:f>{formula}</x:f><x:v>1</x:v></x:c></x:row>"
    sheet = f'<x:worksheet xmlns:x="urn:x"><x:sheetData>{row}</x:sheetData></x:worksheet>'
    new = without_formulas(sheet.encode(), lambda text: is_harmless(text, ()))
    assert b"<x:row><x:c><x:v>1</x:v></x:c></x:row>" in new


def test_names_go_and_what_uses_them() -> None:
    before, now = parts_after(
        name("Fremd", "[1]Liste!$A$1"),
        name("Weiter", "Fremd+1"),
        name("Orte", "Koordinationsstellen!$B$5:$B$9"),
        cell('<c r="H5"><f>SUM(Weiter)</f><v>3</v></c>'),
    )
    assert changed(before, now) == {SHEET, MAIN}
    assert set(openpyxl.load_workbook(io.BytesIO(zipped(now))).defined_names) == {"Orte"}
    assert sheet_of(now).print_area
    assert sheet_of(now)["H5"].value == 3


def test_a_rule_and_a_choice_go_alone() -> None:
    def acting(parts: Parts) -> None:
        rule = b'<cfRule type="expression" priority="9"><formula>WEBSERVICE(A1)=1</formula></cfRule>'
        parts[SHEET] = parts[SHEET].replace(b"</conditionalFormatting>", rule + b"</conditionalFormatting>")
        choice = b'<dataValidation type="list" sqref="A1"><formula1>[1]Liste!A1</formula1></dataValidation>'
        parts[SHEET] = parts[SHEET].replace(b"</dataValidations>", choice + b"</dataValidations>")
        parts[SHEET] = parts[SHEET].replace(b'<dataValidations count="1"', b'<dataValidations count="2"')

    _, now = parts_after(acting)
    assert now[SHEET] == parts_of(office_list())[SHEET]


def test_a_list_of_rules_of_which_none_is_left_goes() -> None:
    rules = '<conditionalFormatting sqref="A1"><cfRule><formula>{}</formula></cfRule></conditionalFormatting>'
    _, now = parts_after(behind(SHEET, "conditionalFormatting", rules.format(DDE)))
    assert now[SHEET] == parts_of(office_list())[SHEET]


def test_what_an_extension_says_goes_with_its_formula() -> None:
    more = f"<extLst><ext {X14} uri='a'>{CHOICE.format('[1]Liste!$A$1')}</ext><ext uri='b'/></extLst>"
    _, now = parts_after(before_end(SHEET, "worksheet", more))
    assert b"<extLst><ext uri='b'/></extLst>" in now[SHEET]


def test_what_fills_new_rows_of_a_table_goes() -> None:
    column = f'<table><tableColumn id="1">{FILLED.format("WEBSERVICE(1)")}</tableColumn></table>'
    _, now = parts_after(part("xl/tables/table9.xml", column))
    assert now["xl/tables/table9.xml"] == b'<table><tableColumn id="1"></tableColumn></table>'


# ---- links ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "\\\\server\\x.xlsx",
        "Liste.xlsx",
        "ms-word:x",
        "java&#9;script:x",
        "",
    ],
)
def test_links_that_lead_elsewhere_go(target: str) -> None:
    link = before_end(SHEET, "hyperlinks", f'<hyperlink xmlns:r="{OFFICE}" ref="D5" r:id="rId99"/>')
    before, now = parts_after(link, relation(RELATIONS, "hyperlink", target, outside=True))
    assert changed(before, now) == {SHEET, RELATIONS}
    assert parts_of(office_list())[SHEET] == now[SHEET]
    assert parts_of(office_list())[RELATIONS] == now[RELATIONS]


def test_the_last_link_takes_the_list_of_links_along() -> None:
    def elsewhere(parts: Parts) -> None:
        parts[RELATIONS] = parts[RELATIONS].replace(b"mailto:polat@ahlbach.de", b"file://server/polat")

    _, now = parts_after(elsewhere)
    assert b"hyperlink" not in now[SHEET]
    assert sheet_of(now)["G6"].value == "polat@ahlbach.de"


def test_links_of_drawings_go_too() -> None:
    drawing = '<xdr:pic xmlns:xdr="urn:x" xmlns:a="urn:a" xmlns:r="urn:r"><a:hlinkClick r:id="rId99"/></xdr:pic>'
    _, now = parts_after(
        part("xl/drawings/drawing9.xml", drawing),
        part("xl/drawings/_rels/drawing9.xml.rels", "<Relationships></Relationships>"),
        relation("xl/drawings/_rels/drawing9.xml.rels", "hyperlink", "javascript:x", outside=True),
    )
    assert b"hlinkClick" not in now["xl/drawings/drawing9.xml"]
    assert now["xl/drawings/_rels/drawing9.xml.rels"] == b"<Relationships></Relationships>"


# ---- programs and other workbooks ----------------------------------------------------------------


def other_workbook(parts: Parts) -> None:
    """What Excel writes for a workbook with references to another one."""
    references = f'<externalReferences><externalReference xmlns:r="{OFFICE}" r:id="rId99"/></externalReferences>'
    behind(MAIN, "sheets", references)(parts)
    relation(MAIN_RELATIONS, "externalLink", "externalLinks/externalLink1.xml")(parts)
    link = "xl/externalLinks/_rels/externalLink1.xml.rels"
    parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink><ddeLink/></externalLink>"
    parts[link] = b"<Relationships></Relationships>"
    relation(link, "externalLinkPath", "file:///server/alt.xlsx", outside=True)(parts)
    before_end(
        TYPES, "Types", '<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/x"/>'
    )(parts)


def test_other_workbooks_are_forgotten_and_what_they_said_stays() -> None:
    before, now = parts_after(other_workbook, cell("<c r='H5'><f>[1]Liste!A1</f><v>7</v></c>"))
    assert set(before) - set(now) == {name for name in before if "external" in name}
    assert not any(b"xternal" in part for name, part in now.items() if name in (MAIN, MAIN_RELATIONS, TYPES))
    assert sheet_of(now)["H5"].value == 7


def with_macros(parts: Parts) -> None:
    main = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    parts[TYPES] = parts[TYPES].replace(main, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    before_end(TYPES, "Types", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>')(parts)
    relation(MAIN_RELATIONS, "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin")(
        parts
    )
    parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 macros"


def test_macros_go_and_the_list_is_one_without(tmp_path: Path) -> None:
    office = Office(tmp_path, zipped(with_parts(with_macros)))
    office.says(VOGT)
    office.night()
    assert office.sheet().cell(FIRST + 5, 4).value == "Frau Lena Vogt"
    assert office.updated is not None
    now = parts_of(office.updated)
    assert "xl/vbaProject.bin" not in now
    assert (now[MAIN_RELATIONS], now[TYPES]) == tuple(parts_of(office_list())[name] for name in (MAIN_RELATIONS, TYPES))


def test_buttons_of_the_ribbon_go() -> None:
    kind = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
    before, now = parts_after(
        part("customUI/customUI14.xml", "<customUI/>"), relation("_rels/.rels", kind, "customUI/customUI14.xml")
    )
    assert set(before) - set(now) == {"customUI/customUI14.xml"}
    assert now["_rels/.rels"] == parts_of(office_list())["_rels/.rels"]


@pytest.mark.parametrize(
    "changes",
    [
        (relation(MAIN_RELATIONS, "connections", "connections.xml"),),
        (relation(RELATIONS, "queryTable", "../queryTables/queryTable1.xml"),),
        (relation(RELATIONS, "oleObject", "../embeddings/oleObject1.bin"),),
        (relation(RELATIONS, "package", "../embeddings/brief.docx"),),
        (relation(RELATIONS, "control", "../activeX/activeX1.xml"),),
        (relation(MAIN_RELATIONS, "xlMacrosheet", "macrosheets/sheet1.xml"),),
        (relation(RELATIONS, "image", "http://example.org/zaehler.png", outside=True),),
        (relation(RELATIONS, "image", "http://example.org/zaehler.png"),),
        (relation(MAIN_RELATIONS, "externalLink", "workbook.xml"),),
        (part("xl/charts/chart9.xml", '<c:f xmlns:c="urn:c">[1]Fremd!$A$1</c:f>'),),
        (part("xl/drawings/drawing9.xml", '<x:sp xmlns:x="urn:x" macro="[1]!Los"/>'),),
        (part("xl/drawings/v.vml", '<x xmlns:v="urn:schemas-microsoft-com:vml"><v:shape href="file:///x"/></x>'),),
        (part("xl/drawings/v.vml", '<x xmlns:v="urn:schemas-microsoft-com:vml"><v:fill src="http://x.example/"/></x>'),),
        (part("xl/x.xml", "<!DOCTYPE x [<!ENTITY f '&#60;f>WEBSERVICE(1)&#60;/f>'>]><x>&f;</x>"),),
        (part("xl/x.xml", f"<?xml version='1.0' {' ' * 300} encoding='utf-7'?><x/>"),),
        (lambda parts: parts.update({"customXml/item2.xml": "<x/>".encode("utf-32-be")}),),
        (cell("<c r='H5'><f>1</f></c>"), lambda parts: parts.update({SHEET: parts[SHEET].decode().encode("utf-16")})),
    ],
)  # fmt: skip
def test_what_cannot_go_with_certainty_is_not_published(changes: tuple[Callable[[Parts], None], ...]) -> None:
    assert published(zipped(with_parts(*changes))) is None


def test_names_in_names_without_end_are_not_published() -> None:
    chain = [name(f"N{number}", f"M{number}_+N{number - 1}" if number else DDE) for number in range(99, -1, -1)]
    assert published(zipped(with_parts(*chain))) is None


# ---- as people open it ---------------------------------------------------------------------------


def sheet_of(parts: Parts) -> Any:
    return openpyxl.load_workbook(io.BytesIO(zipped(parts))).worksheets[0]


def test_a_better_number_in_a_list_that_acted(tmp_path: Path) -> None:
    def acting(sheet: Any) -> None:
        sheet["H4"], sheet["H5"] = "Bemerkung", f"={DDE}"
        sheet["D5"].hyperlink = "javascript:alert(1)"

    office = Office(tmp_path, office_list(acting))
    office.says(POLAT)
    office.night(force=True)
    sheet = office.sheet()
    assert (sheet["E6"].value, sheet["H5"].value, sheet["D5"].hyperlink) == ("07123/3320-99", None, None)
    assert sheet["G6"].hyperlink.target == "mailto:polat@ahlbach.de"


def test_the_same_bytes_again() -> None:
    body = zipped(with_parts(other_workbook, name("Fremd", DDE)))
    assert published(body) == published(body) != body


def test_libreoffice_opens_it(tmp_path: Path) -> None:
    changes = (name("Fremd", DDE), cell(f'<c r="H5" t="str"><f>{DDE}</f><v>Ergebnis</v></c>'))
    _, now = parts_after(other_workbook, *changes)
    text = shown(zipped(now), tmp_path)
    assert "s.grothe@ahlbach.de,Ergebnis" in text
