"""What of a publication or report may be seen: nothing invisible, no passwords, no fields that are not published.

Extraction cleans what it reads; this holds for whatever else finds its way into a value (a configuration, an address,
the raw text of a finding), because every exporter relies on it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from pipeline import display
from pipeline.model import FIELDS, Change, Contact, Edition, Entry, Finding, Publication

T = TypeVar("T")

#: Texts without any of these need no second look.
_UNUSUAL = re.compile(r"[^ -~¡-¬®-ſ‐-‧‰-⁞€™]|^ |  | $")
#: What stands before the host of an address (RFC 3986, 3.2.1).
_USER_INFO = re.compile(r"(?<=:)//[^/\s?#]{1,300}@")
#: A mail address or a telephone number that stands for a name.
_ADDRESS_LIKE = re.compile(r"@|\d{3}")
#: Who asked to be forgotten, and where, is nobody's business but staff's; nor is who was here before.
_FOR_STAFF = frozenset({"perhaps_forgotten", "copy_forgotten", "perhaps_back", "same_name_left"})
#: Characters that draw nothing although Unicode counts them as letters or marks (UAX #44, Default_Ignorable).
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | {
    chr(code) for code in (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
}


def tidy(value: T) -> T:
    """The same value with every text in it free of invisible characters and passwords (see `text`)."""
    return cast(T, _cleaner(type(value))(value))


def text(value: str) -> str:
    """A text on one line without invisible characters, and without user and password in an address."""
    if _UNUSUAL.search(value):
        value = " ".join("".join(map(_visible, value)).split())
    return _USER_INFO.sub("//", value) if "@" in value and "//" in value else value


def is_invisible(char: str) -> bool:
    """Whether a character draws nothing and is no blank."""
    return not _visible(char)


def _visible(char: str) -> str:
    if char.isspace():
        return " "
    return "" if unicodedata.category(char)[0] == "C" or char in _BLANK_LETTERS else char


#: How values of one type are gone through, once that is known.
_CLEANERS: dict[type, Callable[[Any], Any]] = {}


def _cleaner(kind: type) -> Callable[[Any], Any]:
    found = _CLEANERS.get(kind)
    if found is None:
        found = _CLEANERS[kind] = _new_cleaner(kind)
    return found


def _new_cleaner(kind: type) -> Callable[[Any], Any]:
    if kind is str:
        return text
    if kind is tuple:
        return lambda values: tuple([_cleaner(type(value))(value) for value in values])
    if is_dataclass(kind):
        return _dataclass_cleaner(kind)
    return lambda value: value


def _dataclass_cleaner(kind: type) -> Callable[[Any], Any]:
    names = [field.name for field in fields(kind)]

    def clean(value: Any) -> Any:
        changed = {}
        for name in names:
            old = getattr(value, name)
            new = _cleaner(type(old))(old)
            if new != old:
                changed[name] = new
        return replace(value, **changed) if changed else value

    return clean


# ---- fields that are not to be published ---------------------------------------------------------


def publishable(publication: Publication) -> Publication:
    """A publication as readers may see it: only the fields the district publishes, nothing invisible."""
    shown = frozenset(publication.fields)
    findings = (finding for finding in publication.findings if finding.code not in _FOR_STAFF)
    publication = replace(publication, findings=tuple(findings))
    bare = tidy(replace(publication, documents=(), workbooks=()))
    clean = replace(bare, documents=tidy(publication.documents), workbooks=publication.workbooks)
    if shown.issuperset(FIELDS):
        return clean
    entries = tuple(_entry(entry, shown) for entry in clean.entries)
    titles = {entry.uid: display.contact_title(entry.contact) for entry in entries}
    return replace(
        clean,
        entries=entries,
        edition=_edition(clean.edition, shown, titles),
        editions=tuple(_edition(edition, shown, titles) for edition in clean.editions),
        findings=tuple(map(_without_text, clean.findings)),
    )


def _entry(entry: Entry, shown: frozenset[str]) -> Entry:
    hidden = {name: () if name in ("phones", "emails") else None for name in FIELDS if name not in shown}
    secrets = {part for name in hidden for part in str(getattr(entry.contact, name)).split("; ")}
    contact: Contact = replace(entry.contact, **hidden)  # type: ignore[arg-type]
    return replace(entry, contact=contact, groups=tuple(group for group in entry.groups if group not in secrets))


def _edition(edition: Edition, shown: frozenset[str], titles: Mapping[str, str]) -> Edition:
    return replace(edition, changes=tuple(_change(change, shown, titles) for change in edition.changes))


def _change(change: Change, shown: frozenset[str], titles: Mapping[str, str]) -> Change:
    """An office without a person is called by its function or address, which may be what is not to be published."""
    kept = tuple(field for field in change.fields if field.field in shown)
    if "name" not in shown:
        return replace(change, fields=kept, name="", predecessor_name=None, successor_name=None)
    gone = "" if _ADDRESS_LIKE.search(change.name) else change.name
    return replace(change, fields=kept, name=titles.get(change.uid, gone))


def _without_text(finding: Finding) -> Finding:
    """Raw texts may hold what is not to be published."""
    return replace(finding, text="…", details=())
