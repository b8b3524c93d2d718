"""Which links of a page are files, what they are called and how large they are said to be."""

from __future__ import annotations

import pytest

from pipeline.extract.markup.links import stated_size
from pipeline.extract.page.reader import read_page, read_text
from pipeline.model import Rules


@pytest.mark.parametrize(
    ("html", "title", "href", "size"),
    [
        ('<a href="/a/flyer.pdf">Flyer</a> (3,8 MB)', "Flyer", "/a/flyer.pdf", 3_800_000),
        ('<a href="/a/flyer.pdf">Flyer (PDF, 459 KB)</a>', "Flyer", "/a/flyer.pdf", 459_000),
        ('<a href="/a/flyer.pdf">Flyer [PDF; 1.024 kB]</a>', "Flyer", "/a/flyer.pdf", 1_024_000),
        ('<a href="/a/x.docx">Antrag</a> <small>48 KiB</small>', "Antrag", "/a/x.docx", 49_152),
        ('<a href="/a/x.xlsx">Liste</a>', "Liste", "/a/x.xlsx", None),
        ('<table><tr><td><a href="/x.pdf">Antrag</a><td>PDF<td>1,6 MB<td>12.03.2024<tr><td>Plan<td>3 MB</table>',
         "Antrag", "/x.pdf", 1_600_000),
        ('<a href="/dl?file=files/x.pdf&amp;cid=3">Plan</a>', "Plan", "/dl?file=files/x.pdf&cid=3", None),
        ('<a href="/output/download.php?fid=1.2..PDF">Konzept</a>', "Konzept", "/output/download.php?fid=1.2..PDF",
        None),
        ('<a href="/download/77">Satzung (PDF-Datei, 310 kB)</a>', "Satzung", "/download/77", 310_000),
        ('<a href="/download/77">Satzung</a> (PDF, 1,2 MB)', "Satzung", "/download/77", 1_200_000),
        ('<a href="/m/7" type="application/pdf">Merkblatt</a>', "Merkblatt", "/m/7", None),
        ('<a href="/m/7" download>Merkblatt</a>', "Merkblatt", "/m/7", None),
        ('<a href="/m/7" class="link ext-pdf">Merkblatt</a>', "Merkblatt", "/m/7", None),
        ('<p>Merkblatt Wohngeld: <a href="/m.pdf">Download</a></p>', "Merkblatt Wohngeld", "/m.pdf", None),
        ('<p>Merkblatt Wohngeld</p><p><a href="/m.pdf">hier</a></p>', "Merkblatt Wohngeld", "/m.pdf", None),
        ('<a href="/m.pdf" title="Merkblatt herunterladen">PDF</a>', "Merkblatt", "/m.pdf", None),
        ('<a href="/x/satzung_2024.pdf"><img src="i.png"></a>', "satzung_2024.pdf", "/x/satzung_2024.pdf", None),
        ('<a href="/f.pdf">Flyer</a><br>(PDF, 2 MB)', "Flyer", "/f.pdf", 2_000_000),
        ('<a href="/f.pdf">Flyer</a><p>PDF-Dokument (152.4 kB) - Stand: 9/2021</p>', "Flyer", "/f.pdf", 152_400),
        ('<a href="/s.pdf">Satzung</a><div>s.pdf</div><div>Adobe Acrobat Dokument 96.3 KB</div>', "Satzung", "/s.pdf",
        96_300),
        ('<a href="/f.pdf"><img src="i.png"></a><a href="/f.pdf">Flyer</a>', "Flyer", "/f.pdf", None),
        ('<footer><a href="/n.pdf">Notfallkarte (PDF)</a></footer>', "Notfallkarte", "/n.pdf", None),
    ],
)  # fmt: skip
def test_a_file(html: str, title: str, href: str, size: int | None) -> None:
    (link,) = read_page(html.encode(), None, Rules()).documents
    assert (link.title, link.href, link.stated_size) == (title, href, size)


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/seite.html">Weitere Informationen</a>',
        '<a href="mailto:a@b.example">a@b.example</a>',
        '<a href="#pdf">PDF</a>',
        '<a href="javascript:go(1)">Datei.pdf</a>',
        '<footer><a href="/agb.pdf">AGB</a></footer>',
        '<a href="http://[broken">kaputt</a>',
        '<a href="/bild.jpg" download>Bild</a>',
    ],
)
def test_no_file(html: str) -> None:
    assert read_page(html.encode(), None, Rules()).documents == ()


def test_the_base_of_a_page_completes_its_links() -> None:
    html = b'<head><base href="https://amt.example/kreis/"></head><a href="a.pdf">A</a>'
    assert read_page(html, None, Rules()).documents[0].href == "https://amt.example/kreis/a.pdf"


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("3,768 MB", 3_768_000), ("459 KB", 459_000), ("1.2 MiB", 1_258_291), ("(2.048 KB)", 2_048_000),
        ("12345 Bytes", 12_345),
        ("1,5 GB", 1_500_000_000), ("48kB", 48_000), ("12 Megabyte", 12_000_000), ("am 3.4. um 5 Uhr", None),
        ("MB 3", None),
    ],
)  # fmt: skip
def test_sizes(text: str, size: int | None) -> None:
    assert stated_size(text) == size


def test_a_text_names_files_by_title_and_size() -> None:
    (link,) = read_text(b"Flyer (3,768 MB)\nEin Satz (Stand 2024)", None, Rules()).documents
    assert (link.title, link.href, link.stated_size) == ("Flyer", None, 3_768_000)
