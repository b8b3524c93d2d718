"""The page: structure, links, escaping, both languages, no script needed."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from pipeline.export.site import pages
from pipeline.export.visible import publishable
from pipeline.model import Change, Contact, Edition, Publication
from tests.export.examples import EDITION, ENTRIES, FIRST, LINDENAU, PUBLICATION, RUN, uid, with_contact
from tests.export.strategies import contacts


class Outline(HTMLParser):
    """Tags, attributes and headings of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.handlers: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        known = dict(attrs)
        self.links += [value for name, value in attrs if name in ("href", "src") and value is not None]
        self.ids += [known["id"]] if known.get("id") else []
        self.handlers += [name for name in known if name.startswith("on") or name == "style"]


def page(name: str, publication: Publication = PUBLICATION) -> str:
    """One page of a publication."""
    return dict(pages(publishable(publication)))[name].decode()


@pytest.mark.parametrize("name", ["index.html", "index.en.html", "aenderungen.html", "aenderungen.en.html"])
def test_a_page_is_well_made(name: str) -> None:
    outline = Outline(page(name))
    assert outline.tags.count("h1") == outline.tags.count("main") == 1
    assert len(outline.ids) == len(set(outline.ids))
    assert not outline.handlers
    levels = [int(tag[1]) for tag in outline.tags if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    inside = {link[1:] for link in outline.links if link.startswith("#")}
    assert inside <= set(outline.ids)


@pytest.mark.parametrize("name", ["index.html", "aenderungen.html"])
def test_links_lead_to_files_of_the_release_or_to_the_sources(name: str) -> None:
    from pipeline.export import release_files

    there = {path for path, _ in release_files(PUBLICATION)}
    for link in Outline(page(name)).links:
        assert link.startswith(("#", "tel:+49", "mailto:", "https://www.tannberg.example/")) or link in there


def test_nothing_is_loaded_from_elsewhere() -> None:
    text = page("index.html")
    assert "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file:" in text
    assert all(f"qr/{uid(number)}.svg" in text for number in (1, 2, 3, 4))
    loaded = re.findall(r"<(?:script|link|img|iframe)[^>]*?(?:src|href)=\"([^\"]*)\"", text)
    assert [address for address in loaded if not address.startswith("qr/")] == [
        "stil.css",
        "feed.xml",
        "suche.js",
    ]


def test_both_languages_stand_beside_each_other() -> None:
    assert '<html lang="de">' in page("index.html")
    assert 'href="index.en.html" hreflang="en"' in page("index.html")
    assert 'href="index.html" hreflang="de"' in page("index.en.html")
    english = replace(PUBLICATION, language="en")
    assert '<html lang="en">' in page("index.html", english)
    assert 'href="index.de.html"' in page("index.html", english)
    assert 'href="aenderungen.de.html"' in page("index.de.html", english)


def test_a_stale_contact_says_so_in_words() -> None:
    assert "Stand vom 02.03.2026, Quelle derzeit nicht erreichbar" in page("index.html")
    assert "As of 02.03.2026, source currently unavailable" in page("index.en.html")


def test_who_belongs_to_two_towns_stands_in_both_with_one_anchor() -> None:
    text = page("index.html")
    assert text.count("kontakte/" + uid(2)) == 2
    assert text.count(f'id="k-{uid(2)}"') == 1


def test_who_belongs_nowhere_stands_last() -> None:
    assert page("index.html").rindex("Weitere Kontakte") > page("index.html").rindex("Oberrode")


def test_new_ones_are_marked_but_not_when_all_are_new() -> None:
    assert page("index.html").count('class="tag"') == 3  # one stands in two towns
    first = replace(PUBLICATION, run=FIRST, edition=Edition(FIRST, EDITION.changes))
    assert 'class="tag"' not in page("index.html", first)
    assert "Dies ist die erste Ausgabe" in page("aenderungen.html", first)


def test_what_to_do_by_hand() -> None:
    text = page("aenderungen.html")
    assert text.index("Neu eintragen") < text.index("Ändern <") < text.index("Löschen <")
    assert "folgt auf Karl-Heinz Vogel" in text
    assert "Nachfolge: Nikolai Berg" in text
    assert re.search(r"bisher</small>Tel. 07123 9210-4100.*?jetzt</small>Tel. 07123 9210-4101", text, re.DOTALL)
    assert "bisher</small>keine Angabe" in text
    assert "Frieda Klamm" in text
    assert f'href="kontakte/{uid(1)}.vcf"' in text


def test_someone_who_is_back_is_called_so() -> None:
    back = replace(PUBLICATION, edition=Edition(RUN, (Change("returned", uid(1), "Dr. Hedwig Lindenau"),)))
    assert "wieder da</p>" in page("aenderungen.html", back)


@pytest.mark.parametrize(
    ("edition", "said"),
    [
        (Edition(RUN), "hat sich kein Kontakt geändert"),
        (Edition(RUN, (), EDITION.documents), "Geändert haben sich nur Dokumente"),
    ],
)
def test_an_edition_without_changes_of_contacts(edition: Edition, said: str) -> None:
    assert said in page("aenderungen.html", replace(PUBLICATION, edition=edition))


def test_a_change_of_someone_who_is_gone_has_no_card() -> None:
    left = replace(PUBLICATION, entries=tuple(one for one in ENTRIES if one != LINDENAU))
    assert uid(1) not in page("aenderungen.html", left)


@given(contacts)
@settings(deadline=None, max_examples=60)
def test_no_text_becomes_a_tag_a_handler_or_another_link(contact: Contact) -> None:
    outline = Outline(page("index.html", with_contact(contact)))
    allowed = set(Outline(page("index.html")).tags)
    assert set(outline.tags) <= allowed
    assert not outline.handlers
    assert all(
        re.match(r"#|tel:\+\d+$|mailto:|https?://|[a-z]+(\.en)?\.\w+$|\w+/[\w%.-]+$", link) for link in outline.links
    )
