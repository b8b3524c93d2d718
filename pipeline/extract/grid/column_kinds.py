"""What a column is whose heading says nothing known: what nearly all of its cells are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.extract.grid.column_content import are_places, content_of, is_seat
from pipeline.extract.layout import Cell
from pipeline.transform.address import looks_like_city, looks_like_street
from pipeline.transform.deputies import deputises
from pipeline.transform.hours import find_hours
from pipeline.transform.municipal_body import is_municipal_body
from pipeline.transform.office import is_office, is_role
from pipeline.transform.phone_words import WORDS, Word, classify
from pipeline.transform.prose import looks_like_prose
from pipeline.transform.vacancy import is_vacant
from pipeline.transform.web import bare_url

#: Of these a contact has one; a second column of the kind is something else.
_ONCE = frozenset({"email", "url", "hours", "role", "org", "municipality", "address", "street", "postcode"})
#: What a spreadsheet shows of a number for which its column is too narrow.
_LOST = re.compile(r"\d(?:[.,]\d+)?E\+\d+")
#: Words above numbers that nobody can dial: `Aktenzeichen`, `Kostenstelle Nr.`, `Zimmer`.
_NO_PHONE = (Word.FOREIGN, Word.PLACE, Word.TIME, Word.AREA)


def kind_of(
    heading: str, cells: Sequence[Cell], mails: Sequence[str], taken: set[str], deputy: bool = False
) -> str | None:
    """The field of a column without a known heading; `mails` stand beside its cells, `taken` are other fields.

    `deputy`: whoever is named left of it is one.
    """
    content = content_of([cell for cell in cells if not is_vacant(cell.text)])
    if content == "phone":
        return "phone" if (deputy or not deputises(heading)) and _are_dialled(heading, cells) else None
    if content == "name":
        return "name"
    return _free(content or _further(heading, cells, mails), taken)


def plain_kind(cells: Sequence[Cell]) -> str | None:
    """Hours, mail or web addresses below whatever heading."""
    if content_of(list(cells)) == "email" and _nearly_all(cells, _is_mailboxes):
        return "email"
    return next((field for field, test in _TESTS[:2] if _nearly_all(cells, test)), None)


#: Between the mailboxes of several people: `kling@celle.example; blum@celle.example`.
_BETWEEN_MAILS = re.compile(r"[\s;,/|]+")


def _is_mailboxes(text: str) -> bool:
    """Whether a cell is a mailbox in any writing, or several of them and nothing else: no street beside one."""
    words = [word for word in _BETWEEN_MAILS.split(text) if word]
    return len(words) == 1 or all("@" in word for word in words)


def _free(field: str | None, taken: set[str]) -> str | None:
    where = {"address", "street", "postcode", "city", "place"}
    lies_apart = field == "address" and taken & where == {"place"}  # `Ortschaft`: where, not the town of an address
    if field in where and taken & where and not (field == "street" and "street" not in taken) and not lies_apart:
        return None
    return None if field in _ONCE and field in taken else field


def _are_dialled(heading: str, cells: Sequence[Cell]) -> bool:
    """Whether numbers under an unknown heading are somebody's: no file's, and all of them whole."""
    words = [classify(word)[0] for word in WORDS.findall(heading)]
    return not any(word in _NO_PHONE for word in words) and all(map(_may_be_number, cells))


def _may_be_number(cell: Cell) -> bool:
    """Whether a cell is a number, lost its digits to a spreadsheet (`7,25E+09`), or has none (`kein Anschluss`)."""
    return not any(map(str.isdigit, cell.text)) or _LOST.fullmatch(cell.text.strip()) is not None or _is_number(cell)


def _is_number(cell: Cell) -> bool:
    from pipeline.transform.phone import Dialing, read_phones

    linked = any(link.strip().lower().startswith("tel:") for link in cell.links)
    return linked or bool(read_phones(cell.text, Dialing(), None, True).found)


def _further(heading: str, cells: Sequence[Cell], mails: Sequence[str]) -> str | None:
    if all("\n" in cell.text and not is_seat(cell) for cell in cells) and (office := _as_heading(heading, cells)):
        return office  # `Pfarramt` over `Neustadt I`, `Kirchplatz 6`, `73728 Neustadt`
    pairs = [(cell, mail) for cell, mail in zip(cells, mails, strict=True) if not is_seat(cell)]
    places = sum(1 for cell, mail in pairs if is_municipal_body(cell.text) or are_places(cell.text, mail))
    if places * 3 > len(cells) * 2:
        return "municipality"
    return next((field for field, test in _TESTS if _nearly_all(cells, test)), None) or _as_heading(heading, cells)


#: `(x)` below `Café` only says that somebody helps there.
_WORD = re.compile(r"[^\W\d_]{2}")


def _as_heading(heading: str, cells: Sequence[Cell]) -> str | None:
    """`Pflegestützpunkt` is an office: what stands below it in words is which one."""
    worded = all(_WORD.search(cell.text) and not looks_like_prose(cell.text) for cell in cells)
    return "org" if cells and worded and " " not in heading and is_office(heading) else None


def _nearly_all(cells: Sequence[Cell], test: Callable[[str], bool]) -> bool:
    return len(cells) > 0 and sum(1 for cell in cells if test(cell.text.strip())) * 3 > len(cells) * 2


#: Five digits alone are no postcode here: `Einwohner` has as many.
_TESTS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("hours", lambda text: find_hours(text) is not None),
    ("url", lambda text: "\n" not in text and bare_url(text) is not None),
    ("address", lambda text: bool(re.search(r"\b\d{5} [^\d\W]", text)) or looks_like_city(text)),
    ("street", looks_like_street),
    ("role", is_role),
    ("org", is_office),
)
