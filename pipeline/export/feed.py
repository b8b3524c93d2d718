"""`feed.xml`: Atom (RFC 4287), one entry per edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from pipeline.export.pages import environment
from pipeline.export.words import Words
from pipeline.model import Edition, Publication

if TYPE_CHECKING:
    from feedgen.feed import FeedGenerator

_MOST = 100  # changes that one entry tells


def feed(publication: Publication) -> bytes:
    """The feed; its ids and times come from the runs alone."""
    from feedgen.feed import FeedGenerator

    words = Words(publication.language)
    made = FeedGenerator()
    made.id(_urn(publication.ags, ""))
    made.title(words("page_title", district=publication.district))
    made.author({"name": publication.district})
    made.language(words.language)
    made.generator("kreiskontakte")
    made.link(href="index.html", rel="alternate", type="text/html")
    made.updated(publication.edition.run.started)
    for edition in publication.editions:
        _add(made, edition, publication, words)
    return bytes(made.atom_str(pretty=True)) + b"\n"


def _add(made: FeedGenerator, edition: Edition, publication: Publication, words: Words) -> None:
    entry: Any = made.add_entry(order="append")
    entry.id(_urn(publication.ags, edition.run.name))
    entry.title(
        ", ".join([*words.changes(edition.changes), *words.documents(edition.documents)]) or words("feed_nothing")
    )
    entry.updated(edition.run.started)
    entry.published(edition.run.started)
    entry.link(href="aenderungen.html", rel="alternate", type="text/html")
    body = environment().get_template("feed.html").render(edition=edition, w=words, most=_MOST)
    entry.content(body, type="html")


def _urn(ags: str, run: str) -> str:
    return uuid5(NAMESPACE_URL, f"kreiskontakte:{ags}:{run}").urn
