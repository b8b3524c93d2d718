"""The page for volunteers: every contact, what is new, and how it gets onto the phone. It needs no script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from pipeline.export.links import slugs
from pipeline.export.pages import environment
from pipeline.export.qr import with_code
from pipeline.export.rows import state
from pipeline.export.words import Words
from pipeline.model import Change, Entry, FieldChange, Publication

_ASSETS = ("stil.css", "suche.js")
_OTHER = {"de": "en", "en": "de"}


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry on the page; the place in which it stands first carries its anchor."""

    entry: Entry
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading; `name` is empty for those in no group, `file` holds the cards of all of them."""

    name: str
    anchor: str
    entries: tuple[Shown, ...]
    file: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """One line of what to do by hand; `about` tells people of one name apart, `hint` says why they are new."""

    name: str
    uid: str
    fields: tuple[FieldChange, ...] = ()
    entry: Entry | None = None
    about: str = ""
    hint: str = ""
    successor: str | None = None


def pages(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """The pages in both languages, the stylesheet and the script of the search box."""
    main = "en" if publication.language == "en" else "de"
    for language in (main, _OTHER[main]):
        suffix = "" if language == main else f".{language}"
        other = "" if suffix else f".{_OTHER[main]}"
        words = Words(language)
        for name, values in (("index", _index(publication)), ("aenderungen", _changes(publication, words))):
            page = (
                environment()
                .get_template(f"{name}.html")
                .render(
                    **values,
                    **_common(publication, words),
                    index_page=f"index{suffix}.html",
                    changes_page=f"aenderungen{suffix}.html",
                    other=f"{name}{other}.html",
                    help=f"hilfe.{language}.html",
                )
            )
            yield f"{name}{suffix}.html", page.encode()
    for name in _ASSETS:
        yield name, (files("pipeline.export") / "templates" / name).read_bytes()


def _common(publication: Publication, words: Words) -> dict[str, Any]:
    return {
        "p": publication,
        "w": words,
        "state": state,
        "other_code": _OTHER[words.language],
        "news": ", ".join(words.changes(publication.edition.changes)),
        "first": publication.edition.run.previous is None,
        "fresh": _fresh(publication),
        "coded": with_code(publication.entries),
    }


def _fresh(publication: Publication) -> frozenset[str]:
    """The uids that were not there in the edition before; on the first day nobody is new."""
    if publication.edition.run.previous is None:
        return frozenset()
    there = {entry.uid for entry in publication.entries}
    return frozenset(c.uid for c in publication.edition.changes if c.arrives and c.uid in there)


# ---- all contacts --------------------------------------------------------------------------------


def _index(publication: Publication) -> dict[str, Any]:
    documents = sorted((version for version, _ in publication.documents), key=lambda v: (v.title.casefold(), v.name))
    return {
        "groups": _groups(publication.entries),
        "documents": [
            {"name": v.name, "title": v.title, "size": v.size, "kind": v.name.rpartition(".")[2].upper()}
            for v in documents
        ],
    }


def _groups(entries: Iterable[Entry]) -> list[Group]:
    members: dict[str, list[Entry]] = {}
    for entry in entries:
        for group in entry.groups or ("",):
            members.setdefault(group, []).append(entry)
    names = slugs(name for name in members if name)
    placed: set[str] = set()
    groups = []
    for name in sorted(members, key=lambda name: (name == "", name.casefold(), name)):
        shown = []
        for entry in members[name]:
            shown.append(Shown(entry, None if entry.uid in placed else f"k-{entry.uid}"))
            placed.add(entry.uid)
        file = f"gruppen/{names[name]}.vcf" if name else None
        groups.append(Group(name, f"g-{names[name]}" if name else "weitere", tuple(shown), file))
    return groups


# ---- what is new ---------------------------------------------------------------------------------


def _changes(publication: Publication, words: Words) -> dict[str, Any]:
    entries = {entry.uid: entry for entry in publication.entries}
    changes = publication.edition.changes

    def item(change: Change) -> Item:
        entry = entries.get(change.uid)
        name = change.name or words("nameless")
        return Item(
            name, change.uid, change.fields, entry, words.about(entry.contact if entry else None), _hint(change, words)
        )

    return {
        "add": [item(c) for c in changes if c.arrives and c.uid in entries],
        "change": [item(c) for c in changes if c.fields],
        "delete": list(_to_delete(changes, words)),
        "names": {version.name for version, _ in publication.documents},
    }


def _hint(change: Change, words: Words) -> str:
    if change.kind == "returned":
        return words("is_back")
    return words("follows", name=change.predecessor_name) if change.predecessor_name else ""


def _to_delete(changes: Iterable[Change], words: Words) -> Iterator[Item]:
    for change in changes:
        if change.kind == "removed":
            yield Item(change.name or words("nameless"), change.uid, successor=change.successor_name)
        elif change.predecessor_name:
            yield Item(change.predecessor_name, change.predecessor or "", successor=change.name)
