"""No bytes crash a reader: a few hundred random ones each time, and for ever all that once did (`corpus/`).

`benchmarks/fuzz.py` tries millions, guided by coverage.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file())
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

PIECES = {
    "page": [
        *("<p>", "</p>", "<table>", "<tr>", "<td rowspan=9>", "<th>", "</table>", "<a href='mailto:", "'>", "<br>"),
        *("Frau Dr. Eva Müller", "Tel.: 0711/3902-12 34", "Fax -99", "eva (at) kreis.example", "&#64;", "<!--", "\0"),
        *("<span style='display:none'>", "data-cfemail='0a6b'", "<h2>Ansprechpartner</h2>", "<script>", "</script>"),
    ],
    "text": ["Frau Eva Müller", "\n", "Tel. 07123 3320-", "14", " / ", "0711", "\u202e", "@", "a.b", "Durchwahl", "\t"],
    "sheet": [
        "Name",
        "Telefon",
        ";",
        "\n",
        '"',
        "Frau Eva Müller",
        "07123 3320-14",
        "=1+1",
        "\t",
        ",",
        "<table>",
        "<td>",
    ],
    "robots": [
        "User-agent: ",
        "*",
        "kreiskontakte",
        "\n",
        "Disallow: ",
        "Allow: ",
        "/a",
        "%",
        "$",
        "Crawl-delay: ",
        "9",
        "#",
    ],
    "config": [
        "[district]\n",
        "name = ",
        "'x'\n",
        "ags = '08199'\n",
        "[[source]]\n",
        "url = ",
        "[",
        "nan",
        "\n",
        "= 7\n",
        "id",
    ],
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_what_was_found_once_never_comes_back(file: Path) -> None:
    TARGETS[file.parent.name](file.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_pieces_in_any_order(target: str) -> None:
    @QUICK
    @given(st.lists(st.sampled_from(PIECES[target]) | st.text(max_size=5), max_size=40))
    def feed(pieces: list[str]) -> None:
        TARGETS[target]("".join(pieces).encode("utf-8", "surrogatepass"))

    feed()


@pytest.mark.parametrize("target", TARGETS)
def test_any_bytes(target: str) -> None:
    @QUICK
    @given(st.binary(max_size=300))
    def feed(body: bytes) -> None:
        TARGETS[target](body)

    feed()


@QUICK
@given(
    st.lists(st.sampled_from(["<row>", "</row>", "<c r='A1' t='s'>", "<c t='inlineStr'>", "<v>9</v>", "<is><t>x", "<"]))
)
def test_workbooks_with_any_sheet(pieces: list[str]) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "xl/workbook.xml", "<workbook><sheets><sheet name='a' sheetId='1' r:id='r1'/></sheets></workbook>"
        )
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + "".join(pieces))
    TARGETS["sheet"](packed.getvalue())
