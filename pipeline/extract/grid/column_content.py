"""What the cells of a column hold, where it is plain to see: names, numbers, addresses, functions, places."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.extract.grid.cell_address import says_seat
from pipeline.extract.grid.given_above import domain_of, stem_of
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.past_columns import DATE
from pipeline.extract.layout import Cell
from pipeline.model import Where
from pipeline.transform.address import looks_like_street
from pipeline.transform.municipal_body import body_name, is_association, is_municipal_body
from pipeline.transform.name_opening import opening_at
from pipeline.transform.name_words import is_abstract
from pipeline.transform.office import is_office, is_role
from pipeline.transform.online import looks_like_mail
from pipeline.transform.text import clean, fold, in_domain
from pipeline.transform.town import find_town
from pipeline.transform.vocabulary import vocabulary

_NOWHERE = Where()
_DIGITS = re.compile(r"\d")
#: Behind a name something else begins.
_MORE = re.compile(r"\s*[,;|(<]|\s[-–]\s|\s(?=(?:Tel|Telefon|Fon|Mobil|[TMFE][.:]?\s)\b|[+(]?\d|[^\w\s.(]\s)")
#: The address of a mail program's `"Muster, Eva" <eva@…>`, in whatever brackets.
_ADDRESS = re.compile(r"[<(\[{]*(?:mailto:)?[^\s<>()\[\]{}]+@[^\s<>()\[\]{}]+[>)\]}]*|[()\[\]]")
#: Between the values of a line: `Tafel: Frau Eva Muster, Tel. …`, `Tafel – Frau Eva Muster – Tel. …`
_VALUES = re.compile(r"[,;:|()]|\s[-–/]\s")
_PARTS = re.compile(r"\s*[,;/\n]\s*|\s+und\s+")
_POSTCODE = re.compile(r"(?:D[- ])?\d{5} [^\d\W]")
#: How names of places end; no function and no office does.
_PLACE = re.compile(
    r"(?:ingen|heim|hausen|stadt|dorf|bach|feld|furt|kirchen|hofen|weiler|rode|leben|stedt|felde|büttel|bostel|burg|berg|"
    r"brück|münden|walde|stetten|bronn|brunn|beuren|tal|see|loh|horst|moor)$|^(?:Bad|Sankt|St\.|Stadt|Gemeinde) ",
    re.IGNORECASE,
)


#: A number in the usual way, in which no year can be meant.
_USUAL_NUMBER = re.compile(r"(?!.*\b20\d\d\b)0\d{2,5} \d{3,13}(?:-\d{1,6})?")


def is_data(text: str) -> bool:
    """True for an address or a number, which no heading is; a heading may have a date."""
    if _USUAL_NUMBER.fullmatch(text):
        return True  # most are written so, and the rest is costly
    text = domain_of(text)[0] if "@" in text else text
    return ("@" in text and text.strip() != "@") or len(_DIGITS.findall(DATE.sub("", stem_of(text)[0][:200]))) > 5


def worded(candidates: tuple[str, ...], cells: list[Cell]) -> str | None:
    """Among office, function and municipality what most cells of a column are: `Stelle`, `Amt/Gemeinde`."""
    if "org" in candidates and "role" in candidates:
        return "role" if most(cells, lambda cell: is_role(cell.text)) else "org"
    if "org" in candidates and "municipality" in candidates:
        offices = most(cells, lambda cell: is_office(cell.text) and not is_municipal_body(cell.text))
        return "org" if offices else "municipality"
    if candidates == ("title", "role"):
        return "role" if most(cells, lambda cell: is_role(cell.text)) else "title"
    if candidates == ("name", "role"):
        return "role" if most(cells, lambda cell: is_role(cell.text)) else None
    if "role" in candidates and "municipality" in candidates:
        return "role" if most(cells, lambda cell: is_role(cell.text) or is_office(cell.text)) else None
    return None


def are_places(text: str, mail: str) -> bool:
    """Whether a text lists municipalities, as their endings or the mail domain beside them (`…@celle.example`) tell."""
    parts = [part for part in _PARTS.split(text) if part]
    if not parts or any(is_role(part) or is_office(part) for part in parts):
        return False
    return sum(1 for part in parts if _PLACE.search(part)) * 2 > len(parts) or any(
        is_place_of(part, mail) for part in parts
    )


def is_place_of(text: str, mail: str) -> bool:
    """Whether a mail domain says that a text is a place; what people do (`Sprachmittlung`) has domains as well."""
    matter = not is_municipal_body(text) and any(map(is_matter, text.split()))
    return not matter and in_domain(text, mail)


def is_matter(word: str) -> bool:
    """True for a word that says what one asks somebody about: `Unterbringung`, `Rückkehrberatung`."""
    return is_abstract(word) or fold(word) in vocabulary("topics")


#: What somebody does not do, and why she does not: no matter of her work.
_AWAY = re.compile(
    r"abwesenheit|krankheit|erkrankung|urlaub|besetzung|kündigung|ausschreibung|vereinbarung|vertretung", re.IGNORECASE
)


def says_matter(text: str) -> bool:
    """True for words of which one says what one asks somebody about, and none why she is not there."""
    return any(map(is_matter, text.split(" "))) and not _AWAY.search(text)


def list_places(texts: Sequence[str]) -> bool:
    """Whether half of all that a column lists are municipalities by their endings or kinds, the rest nothing known."""
    parts = [part for text in texts for part in _PARTS.split(text) if part]
    bodies = [part for part in parts if is_association(part) or body_name(part)]
    rest = [part for part in parts if part not in bodies]
    if any(is_role(part) or is_office(part) or not part[0].isupper() for part in rest):
        return False
    named = sum(1 for part in rest if _PLACE.search(part)) + len(bodies)
    return named > 1 and named * 2 >= len(parts)


def mail_of(cell: Cell) -> str:
    """A cell that names a mail address, else the link behind it: `Nachricht` over `mailto:…@celle.example`."""
    links = (link.removeprefix("mailto:") for link in cell.links if "@" in link)
    return cell.text if "@" in cell.text else next(links, cell.text)


def lists_town_of(text: str, row: Sequence[Cell]) -> bool:
    """Whether the town of an address beside it is among what a text lists: `Flöha, Oederan` beside `09557 Flöha`."""
    towns = {fold(town.city) for cell in row if (town := find_town(clean(cell.text)))}
    return bool(towns) and any(fold(part) in towns for part in _PARTS.split(text) if part)


def tells_all(cell: Cell) -> bool:
    """True for a cell that names a person and says how to reach her: the columns are then functions, not fields."""
    return (begins_with_person(cell) or _begins_vacant(cell) or _begins_with_whose(cell)) and reaches(cell)


_LABEL = re.compile(r"([^:@\d\n]{2,40}):\s+(?=\S)")


def _begins_with_whose(cell: Cell) -> bool:
    """Whether an office or a function stands before a name: `Sozialamt: Frau Eva Muster, Tel. …`."""
    label = _LABEL.match(cell.text)
    if label is None or meanings(label[1]) or not (is_office(label[1]) or is_role(label[1])):
        return False
    return begins_with_person(replace(cell, text=cell.text[label.end() :]))


def names_behind_label(cell: Cell) -> bool:
    """`Rückkehrberatung: Frau Muster`: what she does, or where, before her name."""
    label, colon, name = cell.text.partition(": ")
    return bool(colon) and not meanings(label) and begins_with_person(replace(cell, text=name))


def _begins_vacant(cell: Cell) -> bool:
    from pipeline.transform.vacancy import is_vacant

    return is_vacant(_MORE.split(cell.text.split("\n")[0].strip(), maxsplit=1)[0])


def is_seat(cell: Cell) -> bool:
    """True for an address, whole or its first line; an office with its address below is none."""
    return _begins_seat(cell.text.split("\n")[0].strip())


def _begins_seat(line: str) -> bool:
    return looks_like_street(_PARTS.split(line)[0]) or _POSTCODE.match(line) is not None


def names_seated(cell: Cell) -> bool:
    """True for an office with its address below or behind it."""
    first, *below = map(str.strip, cell.text.split("\n"))
    return not _begins_seat(first) and (any(map(_begins_seat, below)) or says_seat(cell.text) is not None)


def is_street(cell: Cell) -> bool:
    """True for a street alone, without its town."""
    return looks_like_street(cell.text.strip()) and not re.search(r"\d{5}", cell.text)


def reaches(cell: Cell) -> bool:
    """True for a cell with a number or an address."""
    from pipeline.transform.phone import looks_like_number

    return bool(cell.links) or looks_like_number(cell.text) or looks_like_mail(cell.text)


def most(cells: list[Cell], test: Callable[[Cell], bool]) -> bool:
    return sum(1 for cell in cells if test(cell)) * 2 > len(cells)


def third(cells: list[Cell], test: Callable[[Cell], bool]) -> bool:
    """Whether so many cells name people that the column is theirs, though their offices stand in it as well."""
    return bool(cells) and sum(map(test, cells)) * 3 >= len(cells)


def most_texts(cells: list[Cell], test: Callable[[str], bool]) -> bool:
    return most(cells, lambda cell: test(cell.text))


def is_code(cell: Cell) -> bool:
    """True for an area code: `07161`, `(0 71 61)`, `+49 7161` or what a spreadsheet left of it."""
    return 1 < len(_DIGITS.findall(cell.text)) < 8 and sum(map(str.isalpha, cell.text)) < 4


def begins_with_person(cell: Cell) -> bool:
    """True for a name, with or without more behind it: `Frau Eva Muster, Leitung, Tel. …`."""
    from pipeline.transform.names import find_names, is_person

    line = cell.text.split("\n")[0].strip()
    if opening_at(line, 0).salutation:
        return True
    if is_person(line) or is_person(_MORE.split(line, maxsplit=1)[0].strip()):
        return True
    if "@" in line and is_person(_ADDRESS.sub(" ", line).strip(" ,;:\"'„“”–-")):
        return True
    names = find_names(line) if " " in line else ()  # `Gemeindereferentin Eva Muster`
    return len(names) == 1 and names[0].end == len(line) and is_role(line[: names[0].start].strip(" :,"))


def names_somebody(cell: Cell) -> bool:
    """True for a cell in one of whose lines a person stands: `Caritas Celle`, `Frau Eva Muster`."""
    from pipeline.transform.names import is_person

    return any(is_person(line.strip()) for line in re.split(r"[\n,]", cell.text))


def tells_one(cell: Cell) -> bool:
    """True for a line of text that names somebody and says how to reach her: `Tafel, Herr Uwe Muster, Tel. …`."""
    if "\n" in cell.text or not reaches(cell):
        return False
    return tells_all(cell) or names_one_of(cell.text)


def names_one_of(text: str) -> bool:
    """Whether one of the values of a line is somebody."""
    parts = (part.strip() for part in _VALUES.split(text))
    return any(part and begins_with_person(Cell(part, _NOWHERE)) for part in parts)


def content_of(cells: list[Cell]) -> str | None:
    """What most cells of a column hold, where it is plain to see."""
    if not cells:
        return None
    tests: tuple[tuple[str, Callable[[Cell], bool]], ...] = (
        ("email", _holds_mail),
        ("phone", _holds_number),
        ("name", begins_with_person),
    )
    found = next((field for field, test in tests if most(cells, test)), None)
    if found == "phone" and any(map(tells_all, cells)):
        return "name"
    mixed = found in ("phone", "email") and any(looks_like_mail(c.text) and _has_number(c) for c in cells)
    return "contact" if mixed else found


def _holds_mail(cell: Cell) -> bool:
    return looks_like_mail(cell.text) or (_leads(cell, "mailto:") and not begins_with_person(cell))


#: `-100` among whole numbers is a Durchwahl.
_EXTENSION = re.compile(r"\s*[-–]\s?\d{2,5}\s*")


def _has_number(cell: Cell) -> bool:
    from pipeline.transform.phone import looks_like_number

    return looks_like_number(cell.text)


def _holds_number(cell: Cell) -> bool:
    known = _has_number(cell) or _EXTENSION.fullmatch(cell.text) is not None
    return known or (_leads(cell, "tel:") and not begins_with_person(cell))


def _leads(cell: Cell, scheme: str) -> bool:
    """Whether a click on a cell does what the scheme says: `anrufen` over `tel:`."""
    return any(link.strip().lower().startswith(scheme) for link in cell.links)
