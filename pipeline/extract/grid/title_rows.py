"""What titles above a table and notes below it say for all of it: exchange, area code, municipality, office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from pipeline.extract.grid.card_titles import title_place
from pipeline.extract.grid.column_groups import Row
from pipeline.extract.grid.contact_words import says_emergency, says_exchange
from pipeline.extract.grid.named_places import is_bare_house, office_before, section_place, whole_place
from pipeline.extract.grid.page_breaks import without_page
from pipeline.extract.grid.said_codes import only_code, said_codes
from pipeline.extract.layout import Cell
from pipeline.model import Finding, Raw, Reading, Rules
from pipeline.transform.names import is_person
from pipeline.transform.office import clean_office, is_office
from pipeline.transform.online import looks_like_mail
from pipeline.transform.phone import Dialing, looks_like_number, main_number
from pipeline.transform.text import clean

#: A number that ends in a hyphen, above a column of Durchwahlen: `Telefon 07161 9380-`.
_OPEN_STEM = re.compile(
    r"(?<=\d)\s?[-–](?:\s?(?:…|\.{2,}|[xX]{2,}))?(?=\s*(?:$|[(),;]|(?:mit |und |\+ ?)?Durchwahl|DW|Nebenst|App))"
)


@dataclass(slots=True)
class Above:
    """What holds for a whole table: the district and the configuration, then whatever its titles add."""

    rules: Rules
    dialing: Dialing
    given: dict[str, Reading] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    stems: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)


def take_titles(rows: Iterable[Row], above: Above, fields: set[str]) -> list[Finding]:
    """Main number, area code and municipality that stand above the table; numbers that say nothing are findings.

    `fields` are those of the columns: what each row says itself no title says for it.
    """
    titles = [[cell for cell in row if cell.text and not cell.merged] for row in rows]
    above.codes |= said_codes(clean(" ".join(cell.text for cell in row)) for row in titles)
    if above.codes:  # several: in which area a number is cannot be told
        above.dialing = replace(above.dialing, announced=min(above.codes) if len(above.codes) == 1 else None)
    cells = [cell for row in titles for cell in row]
    above.titles |= {without_page(cell.text) for cell in cells}
    return [finding for cell in cells for finding in _take_title(cell, above, fields)]


def _take_title(cell: Cell, above: Above, fields: set[str]) -> list[Finding]:
    text = clean(cell.text)
    stem = _exchange(text, above, fields)
    if stem:
        above.stems.add(stem)  # several exchanges: whose Durchwahl it is cannot be told
        above.dialing = replace(above.dialing, main=stem if len(above.stems) == 1 else None)
    _take_names(text, Raw(cell.text, cell.where), bool(stem), above, fields)
    if not stem and not said_codes([text]) and (looks_like_mail(text) or looks_like_number(text)):
        return [Finding("unclaimed", "info", text[:200], cell.where)]
    return []


def _exchange(text: str, above: Above, fields: set[str]) -> str | None:
    """The number before the Durchwahlen of the table."""
    if "municipality" in fields and "extension" not in fields:
        return None  # the exchange of whoever made the list, not of those it lists
    return main_number(_OPEN_STEM.sub("-0 ", text) if "extension" in fields else text, above.dialing)


def _take_names(text: str, raw: Raw, numbered: bool, above: Above, fields: set[str]) -> None:
    """The municipality of a title, and the office whose number stands behind it."""
    place, office = title_place(text, above.rules), office_before(text)
    if place and "municipality" not in fields:
        above.given.setdefault("municipality", Reading("municipality", place, raw))
    if numbered and not fields & {"org", "municipality"} and is_office(office) and not is_bare_house(office):
        above.given.setdefault("org", Reading("org", office, raw))


def notes_below(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of one text at the end."""
    return takewhile(lambda row: len({cell.text for cell in row if cell.text}) < 2, reversed(rows))


def announced_below(rows: Sequence[Row]) -> str | None:
    """The area code that a note under the table gives for all of it."""
    return only_code(cell.text for row in notes_below(rows) for cell in row)


#: In so many cells a line says what it has to say, `Zentrale | Pforte | 05141 12-0`; whoever has more is listed.
_LINE = 3


def exchange_below(rows: Sequence[Row], above: Above, fields: set[str]) -> str | None:
    """The exchange that a line under the table gives for the Durchwahlen above it: `Zentrale 05141 12-0`.

    Nobody knows whose it is where towns stand beside the people or over them, or where another one is said; that of
    the `Krankenhaus` is of nobody here.
    """
    if above.stems or above.dialing.main or "extension" not in fields or fields & {"municipality", "main"}:
        return None
    lines = [_line(row) for row in rows]
    last = max((number for number, line in enumerate(lines) if line is None), default=-1)
    stems = {number: stem for number, line in enumerate(lines) if (stem := _exchange(line or "", above, fields))}
    towns = any(_names_town(line, above.rules) for line in lines[: last + 1] if line)
    known = len(set(stems.values())) == 1 and min(stems) > last and not towns
    return next(iter(stems.values())) if known and all(_is_of_all(lines[number] or "") for number in stems) else None


def _is_of_all(line: str) -> bool:
    """Whether a line with an exchange names no other house nor who is on duty."""
    office = office_before(line)
    return says_exchange(line) and not says_emergency(line) and (not is_office(office) or is_bare_house(office))


def _names_town(line: str, rules: Rules) -> bool:
    return (section_place(line, rules.ags) or whole_place(office_before(line))) is not None


def _line(row: Row) -> str | None:
    """What a row says that lists nobody; blank where nothing stands in it."""
    texts = [clean(cell.text) for cell in row if cell.text and not cell.merged]
    lists = any(is_person(text) or text.lstrip("-– ").isdigit() for text in texts)
    return None if lists or len(texts) > _LINE else " ".join(texts)


def name_office_above(rows: Iterable[Row], above: Above, fields: set[str]) -> None:
    """The office over a table of one person: `Ortsverwaltung Altdorf` over `Ortsvorsteherin | Eva Muster`."""
    for cell in (cell for row in rows for cell in row if not cell.merged):
        text = clean(cell.text)
        if "org" not in fields and is_office(text) and not is_bare_house(text):
            above.given.setdefault("org", Reading("org", clean_office(text), Raw(cell.text, cell.where)))
