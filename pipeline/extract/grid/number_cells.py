"""Numbers and addresses of one cell as its heading wants them read: `Durchwahl`, `Tel./Fax`, `Telefon / Zimmer`."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.grid.cell_address import with_address_apart
from pipeline.extract.grid.cell_values import Calling, CellValues, Item, current, is_empty, read_contacts
from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.contact_words import says_extension, says_number, says_room
from pipeline.extract.grid.given_above import code_of, stem_of
from pipeline.extract.grid.headed_values import exchange_above, headed_value
from pipeline.extract.grid.listed_numbers import without_list_signs
from pipeline.extract.grid.mail_domain import completed
from pipeline.extract.grid.row_calling import BARE
from pipeline.extract.grid.row_plan import LABELLED
from pipeline.extract.layout import Cell
from pipeline.model import Finding, Phone, PhoneKind, Raw, Reading
from pipeline.numbering import COUNTRY, area_of
from pipeline.transform.phone import main_number
from pipeline.transform.web import bare_url

KINDS: dict[str, PhoneKind] = {"mobile": "mobile", "fax": "fax"}
#: What stands below `Telefon 07531 800-`: `2310`, `50 30`, `-21 / 22`.
_EXTENSIONS = re.compile(r"^[-–]?\s?\d{1,5}(?:\s\d{2})?(?:\s?[/,;]\s?[-–]?\s?\d{1,5})?$")
#: A Durchwahl in each line, with others, a label or a remark behind it: `3401, 3402`, `3401 oder 3402`, `3401 vorm.`
_MORE_EXTENSIONS = re.compile(r"^(\s*)(?=[1-9]\d{1,4}(?:\s*[,;*(]|\s+(?:[a-zäöü]|Fax\b)|\s*$))", re.MULTILINE)
#: `3401-3403`: from the first to the last.
_RANGE = re.compile(r"\s*(\d{2,5})\s?[-–]\s?(\d{2,5})\s*")
#: `05141 12-3401 / 214` under `Telefon / Zimmer`.
_ROOM_BEHIND = re.compile(r"\s*[/,;]\s*(?:Zi(?:mmer)?\.?\s?)?[A-Z]?\s?\d{1,3}(?:\.\d{1,3})?[a-z]?$", re.MULTILINE)
#: `41-230` below a fax number that goes on: the sign of the fax server before somebody's Durchwahl.
_FAX_SIGNED = re.compile(r"\s*(\d{1,2})[-–](\d{2,4})\s*")

#: `0751 85-77…`: the sign of the fax server behind the number of the house.
_INNER = re.compile(r"(?<=\d)\s?[-–]\s?(?=\d{1,3}$)")
_SIGNED_EXTENSION = re.compile(r"\s*[-–]?\s?\d{2} ?\d{4}\s*")
#: Digits of a number with its zero.
_LONGEST = 12


def contacts_of(column: Column, cell: Cell, calling: Calling, people: int = 1) -> CellValues:
    """Numbers and addresses of one cell for so many people under its heading; a text without any is a finding."""
    if column.field == "email" and (mails := completed(column.heading, cell)):
        return mails
    stem = stem_of(column.heading)[1] or exchange_above(column.heading)
    cell = with_address_apart(cell)[0]
    cell = without_list_signs(_without_signs(column, cell, bool(stem)))
    if stem and (_EXTENSIONS.match(cell.text.strip()) or (column.field == "fax" and _is_signed(cell.text, stem))):
        cell, calling = _going_on(cell, stem, calling)
    elif above := stem or headed_value(column.heading)[1]:
        calling = _beside_stem(cell, above, calling)
    elif BARE.match(cell.text) and (_is_extension(column) or _continues_main(column, cell, calling)):
        if calling.dialing.main is None:
            return _without_main(column, cell, calling)
        if _repeats(calling.dialing.main, cell.text):
            return CellValues(findings=[Finding("not_understood", "warning", cell.text, cell.where)])
        cell = _as_extension(cell)
    elif _is_extension(column) and _is_range(cell.text, calling.dialing.main):
        if calling.dialing.main is None:
            return _without_main(column, cell, calling)
        cell = _as_extension(cell)
    elif _is_extension(column) and calling.dialing.main and "Uhr" not in cell.text:
        cell = replace(cell, text=_MORE_EXTENSIONS.sub(r"\1-", cell.text))
    return _read(column, cell, _told_by(column, calling), people)


def _without_signs(column: Column, cell: Cell, goes_on: bool) -> Cell:
    """Without the room behind a number and without the hyphen behind the sign of a fax server."""
    if says_room(column.heading):
        cell = replace(cell, text=_ROOM_BEHIND.sub("", cell.text))
    signed = _FAX_SIGNED.fullmatch(cell.text) if goes_on and column.field == "fax" else None
    return replace(cell, text="".join(signed.groups())) if signed else cell


def _is_signed(text: str, stem: str) -> bool:
    """Whether the sign of a fax server stands before a Durchwahl (`773100` for 3100) and no number gets too long."""
    return _SIGNED_EXTENSION.fullmatch(text) is not None and sum(map(str.isdigit, stem + text)) <= _LONGEST


def _going_on(cell: Cell, stem: str, calling: Calling) -> tuple[Cell, Calling]:
    """A Durchwahl below the number from which it goes on, and that number."""
    main = main_number(f"Tel. {stem}-0", calling.dialing)  # a short one is one by its heading
    main = main or main_number(f"Tel. {_INNER.sub('', stem)}-0", calling.dialing)
    calling = calling.going_on_from(main)
    digits = cell.text.strip()
    cell = replace(cell, text=f"-{digits}") if digits[0].isdigit() and calling.dialing.main else cell
    return cell, replace(calling, mobile=calling.dialing)


def _beside_stem(cell: Cell, stem: str, calling: Calling) -> Calling:
    """Where digits are that do not go on from the number above: in its area if they repeat it, else nobody knows."""
    main = main_number(f"Tel. {stem}-0", calling.dialing)
    area = area_of(main.removeprefix(COUNTRY)) if main else None
    if main and area and _only_digits(cell.text).startswith(main.removeprefix(COUNTRY + area)):
        return calling.announcing(f"0{area}")
    return replace(calling, dialing=replace(calling.dialing, area_code=None, announced=None, main=None))


def _only_digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _is_extension(column: Column) -> bool:
    """Whether bare digits below a heading are a Durchwahl: `DW`, `Fax-DW`."""
    return column.field == "extension" or (column.field in LABELLED and says_extension(column.heading))


def _is_range(text: str, main: str | None) -> bool:
    """Whether a text is two Durchwahlen and not a main number with one."""
    found = _RANGE.fullmatch(text)
    if found is None or (main or "").endswith(found[1]):
        return False
    return len(found[1]) == len(found[2]) and found[1] < found[2]


def _continues_main(column: Column, cell: Cell, calling: Calling) -> bool:
    """Whether so few digits below `Telefon` or `Fax` go on from a main number: nobody's whole number is that short."""
    known = calling.dialing.main is not None and calling.dialing.announced is None
    return known and column.field in ("phone", "fax", "phone_fax") and _digits(cell) < 5


def _without_main(column: Column, cell: Cell, calling: Calling) -> CellValues:
    """Digits under `Durchwahl` where no main number is known: beside an area code they may be a whole number."""
    if calling.dialing.announced and says_number(column.heading) and _digits(cell) > 3:
        return read_contacts(cell, calling, KINDS.get(column.field), True)
    return CellValues(findings=[Finding("extension_without_main", "warning", cell.text, cell.where)])


def _repeats(main: str, text: str) -> bool:
    """Whether digits begin with those of the main number: `96160` is all of it and no Durchwahl of `07162 9616-0`."""
    national = main.removeprefix(COUNTRY)
    local = national[len(area_of(national) or "") :]
    return len(local) > 3 and text.strip().startswith(local)


def _digits(cell: Cell) -> int:
    return sum(map(str.isdigit, cell.text))


def _as_extension(cell: Cell) -> Cell:
    """A bare `123` under `Durchwahl` is one: it is handed on with the hyphen that says so."""
    text = cell.text.strip()
    return replace(cell, text=f"-{text}") if text[0].isdigit() else cell


def _told_by(column: Column, calling: Calling) -> Calling:
    """What is known about numbers, with the area code of the heading; of mobile numbers only what is said of them."""
    if code := code_of(column.heading)[1]:
        calling = calling.announcing(code)
    return replace(calling, dialing=calling.mobile) if column.field == "mobile" else calling


def _read(column: Column, cell: Cell, calling: Calling, people: int) -> CellValues:
    values = read_contacts(cell, calling, KINDS.get(column.field), column.field in LABELLED)
    if column.field == "phone_fax" and not (people == values.lines > 1 and _MOBILE.search(column.heading)):
        _second_is_fax(values)
    if column.field == "url" and not values.urls:
        _take_bare_urls(values, cell)
    understood = values.phones or values.emails or values.urls or values.findings
    if not understood and not is_empty(cell.text) and current(cell)[0]:
        values.findings.append(Finding("not_understood", "warning", cell.text[:200], cell.where))
    return values


#: `Telefon / Fax / Mobil` lists what may stand below it; that is no order for the numbers of several people.
_MOBILE = re.compile(r"mobil|handy", re.IGNORECASE)
#: Behind these the words of one number end: `05141 12-11 (vormittags) / 05141 12-99`.
_ENDS = re.compile(r"[\n/,;|)]")


def _second_is_fax(values: CellValues) -> None:
    """Under `Tel./Fax` the second of two numbers is the fax, unless words say what it is: `priv. 02524 5177`."""
    if len(values.phones) == 2 and not _is_said(values.phones[0], values.phones[1], values.left):
        second = values.phones[1]
        if isinstance(second.reading.value, Phone) and second.reading.value.kind == "voice":
            second.reading = replace(second.reading, value=replace(second.reading.value, kind="fax"))


def _is_said(first: Item, second: Item, left: str) -> bool:
    """Whether words stand right before the second number or behind it."""
    if first.span is None or second.span is None:
        return False
    before = _ENDS.split(left[first.span[1] : second.span[0]])[-1]
    return any(map(str.isalpha, before + left[second.span[1] :]))


def _take_bare_urls(values: CellValues, cell: Cell) -> None:
    """Under `Internet` a host needs neither scheme nor `www.`"""
    for number, line in enumerate(current(cell)[0].split("\n")):
        url = bare_url(line)
        if url:
            values.urls.append(Item(number, Reading("url", url, Raw(line, cell.where))))
