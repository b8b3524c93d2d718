"""What is published: nothing that a source says acts in a card, page, report, feed, list or on a terminal."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree

import openpyxl
import pytest

from tests.promises.towns import Town, town
from tests.servers import Page
from tests.whole_nights import HEADING, PEOPLE

HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    '=HYPERLINK("http://boese.example";"x")',
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "-2+3",
    "{{ 7*7 }}",
    "Amt\u202egnp.exe\u202c",
    "Am\u200bt\u2066 \U000e0041\ufeff",
    "Bel\x07l \x1b[31mrot\x1b[0m",
    "BEGIN:VCARD\\nTEL:110",
    "[Klick](javascript:alert(1))",
    "😀 Ämter für Žluťoučký кон مرحبا",
    "x" * 10_000,
)


class Tags(HTMLParser):
    """What a browser would build."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] == "script":
            self.scripts.append(data)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """A list in which every function of a person is an attack."""
    with town(tmp_path_factory.mktemp("feindlich")) as made:
        yield published(made)


def published(fresh: Town) -> Town:
    """After a night over that list."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";")
    rows.writerow(HEADING.split(";"))
    for number, text in enumerate(HOSTILE):
        mail = f"person{number}@ahlbach.example"
        rows.writerow(["Ahlbach", f"Frau Eva Muster{chr(97 + number)}", text, f"07123 3320-{number + 10}", mail])
    fresh.serve("liste.csv", Page(out.getvalue().encode(), "text/csv; charset=utf-8"))
    done = fresh.here()
    assert done.status == 0, done.err
    assert not set(done.err) & set("\x1b\x07\u202e\u200b")
    return fresh


def test_everybody_is_published(hostile: Town) -> None:
    assert len(hostile.people) == len(HOSTILE) + 1


def test_pages_hold_no_foreign_element(hostile: Town) -> None:
    pages = [*hostile.data.joinpath("public").rglob("*.html"), *hostile.data.joinpath("reports").rglob("*.html")]
    assert len(pages) >= 4
    for page in pages:
        text = page.read_text(encoding="utf-8")
        seen = Tags()
        seen.feed(text)
        for tag, attributes in seen.tags:
            assert not [name for name in attributes if name.startswith("on")], (page, tag)
            for name in ("href", "src"):
                target = attributes.get(name) or ""
                assert re.match(r"(https?:|mailto:|tel:|#|[^:]*$|data:image/)", target), (page, target)
        assert "<script>alert" not in text
        assert all("<" not in script for script in seen.scripts), page


def test_lists_hold_no_formula(hostile: Town) -> None:
    public = hostile.data / "public"
    text = (public / "kontakte.csv").read_text(encoding="utf-8-sig")
    for row in csv.reader(io.StringIO(text), delimiter=";" if ";" in text.splitlines()[0] else ","):
        for cell in row:
            assert cell[:1] not in ("=", "+", "-", "@", "\t", "\r") or re.fullmatch(r"\+\d[\d /-]*", cell), cell
    for workbook in public.glob("*.xlsx"):
        for sheet in openpyxl.load_workbook(workbook):
            assert not [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_cards_hold_one_person_each(hostile: Town) -> None:
    public = hostile.data / "public"
    body = (public / "kontakte.vcf").read_bytes()
    assert body.count(b"\n") == body.count(b"\r\n")
    lines = body.decode().split("\r\n")
    assert lines.count("BEGIN:VCARD") == lines.count("END:VCARD") == len(hostile.people)
    assert len([line for line in lines if line.startswith("UID")]) == len(set(hostile.people))
    assert not [line for line in lines if line.startswith("TEL") and line.endswith(":110")]


def test_nothing_invisible_is_published(hostile: Town) -> None:
    allowed = {"\n", "\r", "\t"}
    for path in hostile.data.joinpath("public").rglob("*"):
        if path.is_file() and path.suffix in (".html", ".vcf", ".csv", ".json", ".xml", ".svg"):
            found = path.read_text(encoding="utf-8")
            if path.suffix == ".json":
                found = json.dumps(json.loads(found), ensure_ascii=False)
            bad = {c for c in found.removeprefix("\ufeff") if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co")}
            assert not bad - allowed - {"\xad", "\u200d", "\u200c"}, (path, bad)


def test_feed_and_pictures_are_well_formed(hostile: Town) -> None:
    public = hostile.data / "public"
    ElementTree.parse(public / "feed.xml")
    for picture in public.glob("qr/*.svg"):
        root = ElementTree.parse(picture).getroot()
        assert not [node for node in root.iter() if node.tag.endswith("script")]


@pytest.mark.parametrize(
    "name",
    [
        "..%2f..%2f..%2fetc%2fpasswd",
        "CON.pdf",
        ".htaccess",
        "-rf.pdf",
        "a%00b.pdf",
        "x" * 300,
        "Über%20uns%3f.pdf",
        "a:b.pdf",
    ],
)
def test_file_names_are_made(fresh: Town, name: str) -> None:
    fresh.sources = {"seite.html": ""}
    title = "../../" + name.replace("%2f", "/") + "\u202e. "
    link = f'<p>Download: <a href="/dl/{name}">{title} (PDF, 1 KB)</a></p>'
    people = "".join(f"<p>{row.split(';')[1]}<br>Telefon {row.split(';')[3]}</p>" for row in PEOPLE)
    fresh.serve("seite.html", Page(f"<title>Ehrenamt</title>{people}{link}".encode()))
    pdf = Page(b"%PDF-1.7\n%%EOF\n" + b"x" * 900 + b"\n%%EOF\n", "application/pdf")
    fresh.serve(f"dl/{name}", pdf)
    fresh.configure()
    assert fresh.here().status == 0
    outside = {path.name for path in fresh.folder.iterdir()}
    assert outside == {"daten", "kreiskontakte.toml"}
    for path in (fresh.data / "public").glob("dokumente/*"):
        assert re.fullmatch(r"[\w][\w .()+,-]*[\w)]", path.name), path.name
        assert len(path.name.encode()) <= 255
        assert path.stem.upper() not in ("CON", "PRN", "AUX", "NUL")
