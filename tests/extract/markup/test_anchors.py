"""The links of a page and what they are called."""

from __future__ import annotations

import pytest

from pipeline.extract.markup.anchors import page_links


@pytest.mark.parametrize(
    ("html", "title", "href"),
    [
        (
            '<a href="/liste.xlsx">Liste der <b>Koordinationsstellen</b></a>',
            "Liste der Koordinationsstellen",
            "/liste.xlsx",
        ),
        ('<a href="/liste.xlsx" title="Liste"><img src="x.svg" alt="Excel"></a>', "Liste", "/liste.xlsx"),
        ('<a href="/liste.xlsx" aria-label="Liste"></a>', "Liste", "/liste.xlsx"),
        ('<a href="/liste.xlsx"><img alt="Excel"></a>', "Excel", "/liste.xlsx"),
        ('<a href=" /liste.xlsx?a=1&amp;b=2 "></a>', "", "/liste.xlsx?a=1&b=2"),
        ('<base href="https://a.example/x/"><a href="l.csv">L</a>', "L", "https://a.example/x/l.csv"),
        ('<base href="ftp://a.example/"><a href="l.csv">L</a>', "L", "l.csv"),
        ('<base href="https://a.example/"><a href="//[">L</a>', "L", "//["),
    ],
)
def test_a_link_has_a_name_and_an_address(html: str, title: str, href: str) -> None:
    (link,) = page_links(html.encode(), None)
    assert (link.title, link.href) == (title, href)


def test_what_leads_nowhere_is_no_link() -> None:
    assert page_links(b"<a name='x'>Anker</a><p>Text</p>", None) == ()
