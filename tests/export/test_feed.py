"""`feed.xml` as Atom readers take it."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from pipeline.export.feed import feed
from pipeline.model import Change, DocumentChange, Edition
from tests.export.examples import FLYER, NOW, PUBLICATION, RUN

ATOM = "{http://www.w3.org/2005/Atom}"


def test_one_entry_for_each_edition_newest_first() -> None:
    tree = ElementTree.fromstring(feed(PUBLICATION))
    entries = tree.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "1 Kontakt neu, 1 Nachfolge, 1 Kontakt geändert, 1 Kontakt weggefallen, 1 Dokument ersetzt",
        "1 Kontakt neu",
    ]
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == [
        "2026-04-07T00:00:00+00:00",
        "2026-03-02T00:00:00+00:00",
    ]
    assert tree.findtext(f"{ATOM}updated") == "2026-04-07T00:00:00+00:00"


def test_ids_belong_to_the_district_and_the_run() -> None:
    def ids(text: bytes) -> list[str | None]:
        return [found.text for found in ElementTree.fromstring(text).iter(f"{ATOM}id")]

    same, other = ids(feed(PUBLICATION)), ids(feed(replace(PUBLICATION, ags="08116")))
    assert ids(feed(replace(PUBLICATION, district="Anders", entries=()))) == same
    assert len({*same, *other}) == 6
    assert all(str(each).startswith("urn:uuid:") for each in same)


def test_texts_are_escaped_twice_as_html_in_xml() -> None:
    sly = replace(FLYER, title="<b>x</b>")
    edition = Edition(RUN, (), (DocumentChange("added", "", sly.title, None, sly),))
    (entry,) = ElementTree.fromstring(feed(replace(PUBLICATION, editions=(edition,)))).findall(f"{ATOM}entry")
    assert "&lt;b&gt;x" in (entry.findtext(f"{ATOM}content") or "")


def test_a_long_list_is_cut_short() -> None:
    many = Edition(RUN, tuple(Change("added", str(number), f"Nr. {number}") for number in range(150)))
    text = feed(replace(PUBLICATION, editions=(many,))).decode()
    assert "Nr. 99:" in text
    assert "Nr. 100:" not in text
    assert "und 50 weitere" in text


def test_an_edition_without_news_has_a_title_and_an_empty_feed_a_time() -> None:
    assert "Neue Ausgabe" in feed(replace(PUBLICATION, editions=(Edition(RUN),))).decode()
    empty = ElementTree.fromstring(feed(replace(PUBLICATION, editions=())))
    assert empty.findtext(f"{ATOM}updated") == NOW.isoformat()
