"""Where the headings of a table stand and which column means what, from its headings and from its content."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.extract.grid.cell_values import says_nothing
from pipeline.extract.grid.column_content import (
    begins_with_person,
    content_of,
    is_code,
    is_data,
    is_seat,
    is_street,
    most,
    most_texts,
    names_behind_label,
    names_seated,
    reaches,
    tells_all,
    third,
    worded,
)
from pipeline.extract.grid.column_groups import (
    CONTACT,
    PERSON,
    Column,
    Row,
    filled,
    grouped,
    settled,
)
from pipeline.extract.grid.column_kinds import plain_kind
from pipeline.extract.grid.common_mail import whose_columns
from pipeline.extract.grid.contact_words import says_phone_and_fax
from pipeline.extract.grid.contradicting_heads import with_kinds_open
from pipeline.extract.grid.head_extent import SEATED, extent
from pipeline.extract.grid.headed_values import exchange_above, headed_value, without_values
from pipeline.extract.grid.headings import are_labels_of_cards, meanings, part_of_name, unbroken
from pipeline.extract.grid.lost_zero import restore_code
from pipeline.extract.grid.named_places import is_bare_house, whole_place
from pipeline.extract.grid.office_columns import with_offices_apart
from pipeline.extract.grid.past_columns import new_without_day, not_today
from pipeline.extract.grid.whole_head import told_together, without_empty
from pipeline.extract.layout import Cell
from pipeline.model import Finding, Where
from pipeline.numbering import is_mobile, national
from pipeline.transform.deputies import deputises
from pipeline.transform.names import is_person
from pipeline.transform.office import is_office, is_role
from pipeline.transform.text import fold

#: Headings stand in the first rows (title, logo, "Stand", explanations above them).
_HEAD_ROWS = 60
#: So many cells of a column are looked at to know what it holds.
_SAMPLE = 40
#: Columns of words: nothing but figures (dates, file numbers) is none of these, whatever the heading says.
_WORDED = frozenset({"org", "role", "municipality", "name", "family", "given", "title"})
#: Headings that something else may stand below, if it is plain to see.
_VAGUE = frozenset({"place", "municipality", "org", "role", "address", "street", "hours", "contact"})
#: Ways of contact, with pages.
_REACHED = CONTACT | {"url"}
#: Headings above whole addresses or towns alone.
_SEAT = re.compile(r"\b(?:standort|dienstort|dienstsitz|sitz)\b")


@dataclass(frozen=True, slots=True)
class Head:
    """The rows of headings, from 0 and both included, and the columns under them."""

    first: int
    last: int
    columns: tuple[Column, ...]
    findings: tuple[Finding, ...] = ()


def find_head(rows: Sequence[Row], start: int = 0, limit: int = _HEAD_ROWS) -> tuple[int, int] | None:
    """First and last row of the best headings: the most columns known, the first of equals."""
    best, score = None, 1
    for number in range(start, min(len(rows), start + limit)):
        value = head_score(rows[number])
        if value > score:
            best, score = number, value
    if best is None:
        return None
    return extent(rows, _first_table(rows, start, best))


def _first_table(rows: Sequence[Row], start: int, best: int) -> int:
    """The head of a smaller table above the best: people stand below it, so it is no line of the title."""
    for number in range(start, best):
        heads = head_score(rows[number]) > 1 and names_columns(rows[number])
        if heads and any(_is_person_row(row) for row in rows[number + 1 : best]):
            return number
    return best


def _is_person_row(row: Row) -> bool:
    """Whether a number or an address stands in a row with something beside it."""
    texts = [cell.text for cell in row if cell.text and not cell.merged]
    return len(texts) > 1 and any(map(is_data, texts))


def names_columns(row: Row) -> bool:
    """Whether headings for people and for reaching them stand here, and nothing else."""
    known = [meanings(cell.text) for cell in row if cell.text and not cell.merged]
    fields = {field for found in known for field in found[:1]}
    return all(known) and bool(fields & PERSON) and bool(fields & CONTACT)


def is_head_among(rows: Sequence[Row], number: int) -> bool:
    """A row of headings among the data: all that stands in it is one, or most and how to reach people or who it is."""
    if head_score(rows[number]) < 2:
        return False
    own = [cell for cell in rows[number] if cell.text and not cell.merged]
    known = [found for cell in own if (found := meanings(cell.text))]
    if len(known) == len(own):
        return True
    mostly = len(known) * 3 >= len(own) * 2 and not any(cell.links for cell in own)
    fields = {found[0] for found in known}
    return mostly and (bool(fields & _REACHED and len(fields) > 2) or _begins_another(rows, number, known))


def _begins_another(rows: Sequence[Row], number: int, known: Sequence[tuple[str, ...]]) -> bool:
    """Whether headings of people stand below a gap or a title, and numbers right below them."""
    above, below = rows[max(number - 1, 0)], rows[number + 1 : number + 2]
    apart = number > 0 and len({cell.text for cell in above if cell.text}) < 2
    named = any(len(found) == 1 and found[0] in PERSON for found in known)
    followed = any(is_data(cell.text) for row in below for cell in row)
    return apart and named and followed and not any(map(begins_with_person, rows[number]))


def head_score(row: Row) -> int:
    """How many different things the headings of a row name; 0 where it is no row of headings."""
    texts = [cell.text for cell in row if cell.text and not cell.merged]
    if values := [text for text in texts if is_data(text)]:
        texts = without_values(texts, values) if len(values) < len(texts) else []
    known = [found for text in texts if (found := meanings(text))]
    different: set[str] = set()
    for found in known:  # `Ansprechpartner | Kontakt`: what the first is, the second need not be
        other = "contact" if found[0] in different and "contact" in found else found[0]
        different.add(other)
    if (
        len(different) < 2
        or (len(known) * 2 < len(texts) and not _stand_together(row))
        or (different <= {"org", "role", "municipality", "ignore"} and len(different) < 3)
        or are_labels_of_cards(texts)
    ):
        return 0
    return len(different)


def _stand_together(row: Row) -> bool:
    """`Name | Telefon | E-Mail` before any number of columns that nobody knows: beside labels stand their values."""
    fields = [found[0] if not cell.merged and (found := meanings(cell.text)) else "" for cell in row]
    runs = [set(run) for known, run in groupby(fields, bool) if known]
    return any(run & PERSON and len(run & CONTACT) > 1 for run in runs)


# ---- columns -------------------------------------------------------------------------------------


def read_head(rows: Sequence[Row], extent: tuple[int, int], options: Mapping[str, str], data: Sequence[Row]) -> Head:
    """What each column means. `options` name a heading per field and win; `data` is what stands below."""
    first, last = extent
    columns: list[Column] = []
    chosen = {fold(heading): field for field, heading in options.items()}
    sample = filled_sample(data, rows[last])
    taken: set[str] = set()
    for index in range(len(rows[last])):
        texts, where = _texts(rows, first, last, index)
        heading = " ".join(_below_people(texts))
        field = chosen.get(fold(heading)) or next((chosen[fold(t)] for t in texts if fold(t) in chosen), None)
        if field is None:
            field = field_of(texts, [row[index] for row in sample])
        if field is None and not heading:
            field = _without_heading([row[index] for row in sample if row[index].text], taken)
        field = field or "unknown"
        taken.add(field)
        columns.append(Column(index, field, heading, where))
    columns = _with_new(columns, sample)
    findings = [
        Finding("outdated", "info", column.heading[:200], column.where)
        for column in columns
        if column.field == "ignore" and not_today(column.heading) and any(row[column.index].text for row in sample)
    ]
    columns = told_together(without_empty(columns, data), sample)
    columns, open_ones = with_kinds_open(columns, rows[first : last + 1], sample)
    findings += open_ones
    findings += [
        Finding("unclaimed", "warning", column.heading[:200], column.where)
        for column in columns
        if headed_value(column.heading)[1] and not exchange_above(column.heading)
    ]
    findings += [
        Finding("unknown_column", "info", column.heading[:200], column.where)
        for column in columns
        if column.field == "unknown" and column.heading and filled(sample, column)
    ]
    return Head(first, last, with_offices_apart(whose_columns(grouped(settled(columns))), sample), tuple(findings))


def _with_new(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """Columns of what is new from a day on hold today where those of before are gone: `Tel. neu (ab 01.02.)` alone."""
    fields = {column.field for column in columns}
    past = [c for c in columns if c.field == "ignore" and not_today(c.heading)]
    new = {c.index: said for c in past if (said := new_without_day(c.heading))}
    if len(new) < len(past):
        return columns
    known = {index: field_of([said], [row[index] for row in sample]) for index, said in new.items()}
    return [replace(c, field=field) if (field := known.get(c.index)) and field not in fields else c for c in columns]


def _without_heading(cells: Sequence[Cell], taken: set[str]) -> str | None:
    """A column without a heading holds municipalities, or functions and offices: what the people beside it do."""
    texts = [cell.text for cell in cells if not cell.merged]
    if "municipality" not in taken and texts and all(whole_place(text) for text in texts):
        return "municipality"
    says = len(texts) > 1 and all(is_role(text) or is_office(text) for text in texts)
    return "role" if says and "role" not in taken else None


def filled_sample(data: Sequence[Row], head: Row = ()) -> list[Row]:
    """The first rows of data, up to the head of another table; the same `head` again begins another page."""
    sample: list[Row] = []
    for number, row in enumerate(data):
        if sample and is_head_among(data, number):
            if says_same(row, head):
                continue
            break
        if sum(1 for cell in row if cell.text and not cell.merged) > 1:
            sample.append(row)
            if len(sample) == _SAMPLE:
                break
    return sample


def says_same(row: Row, head: Row) -> bool:
    """Whether the headings of two rows are the same."""
    return [cell.text for cell in row] == [cell.text for cell in head]


def _texts(rows: Sequence[Row], first: int, last: int, index: int) -> tuple[list[str], Where]:
    """The headings of a column from top to bottom, each once, and the place of the lowest."""
    texts: list[str] = []
    where = rows[last][index].where
    for number in range(first, last + 1):
        cell = rows[number][index]
        if cell.text and cell.text not in texts:
            texts.append(unbroken(cell.text.strip()))
            where = cell.where
    return texts, where


def _below_people(texts: list[str]) -> list[str]:
    """Without the highest of three headings where it only says that people stand below: `Ansprechpersonen`."""
    said = len(texts) > 2 and not deputises(texts[0]) and not PERSON.isdisjoint(meanings(texts[0])[:1])
    return texts[1:] if said else texts


def field_of(texts: list[str], cells: list[Cell]) -> str | None:
    """The field of a column: by its lowest heading, by all of them together, by what it holds."""
    if not_today(" ".join(texts)):
        return "ignore"
    candidates: tuple[str, ...] = ()
    for text in (*texts[-1:], " ".join(texts), *reversed(texts[:-1])):
        found = (texts[1:] and text == texts[-1] and part_of_name(*texts[-2:])) or meanings(text.rstrip(" :"))
        if found == ("area_code",):
            found = meanings(" ".join(texts)) or found  # of what, a heading above says: `Mobil` over `Vorwahl | Nummer`
        found = found or meanings(headed_value(text)[0])
        if found and found != ("ignore",):
            candidates = found
            break
        candidates = candidates or found
    filled = [cell for cell in cells if not says_nothing(cell)]
    content = content_of(filled)
    if candidates in ((), ("ignore",)) and most(filled, tells_all):
        return "name"  # also below `Sprache`, beside `Wohnen` and `Arbeit`
    if not candidates:
        return None
    field = _agreed(candidates, content, texts, filled)
    if field in PERSON and meanings(texts[-1]) == ("ignore",) and not most(filled, begins_with_person):
        return "ignore"  # `Zimmer` below `Ansprechperson`
    no_town = (
        field in ("municipality", "place", "hours") and content == "name"
    )  # `Frau Eva Muster`, whatever the heading
    return "name" if no_town else field


def _agreed(candidates: tuple[str, ...], content: str | None, texts: list[str], cells: list[Cell]) -> str | None:
    """Heading and content together; None where they contradict each other."""
    if candidates[0] in ("area_code", "mobile_code"):
        certain = is_code if len(candidates) == 1 else _is_known_code  # `Telefon ohne Vorwahl` is over short numbers
        return candidates[0] if not cells or most(cells, certain) else candidates[-1]
    if len(candidates) > 1 and candidates[0] != "address":
        return _if_worded(_chosen(candidates, content, cells), cells)
    field = _seated(candidates, cells) if len(candidates) > 1 else candidates[0]
    if field in {*SEATED, "place"} and most(cells, is_seat):
        return "address"
    if field in PERSON and content in ("phone", "email") and not any(map(begins_with_person, cells)):
        return None  # `Vertretung` over the numbers of deputies
    if field == "name" and cells and not any(begins_with_person(cell) or names_behind_label(cell) for cell in cells):
        return next((each for each, test in (("role", is_role), ("org", is_office)) if most_texts(cells, test)), field)
    if field == "salutation" and most(cells, _is_named_whole):
        return "name"  # `Frau/Herr` over all of it
    if field in _VAGUE and (plain := plain_kind(cells)):
        return plain
    if field == "fax" and says_phone_and_fax(texts[-1]):
        return "phone_fax"
    if field in ("phone", "mobile", "fax") and content == "email":
        return "email"
    if field in CONTACT and content == "name":
        return "name"  # whatever the heading: no number and no address stands there
    if field == "address" and most_texts(cells, _names_office):
        return "org"  # `Büro` over `Seniorenbüro`
    if field in ("email", "address") and content == "phone" and not most(cells, _is_seated):
        return "phone"
    if field == "address" and cells and _SEAT.search(fold(texts[-1])):
        field = _of_seat(cells) or field
    if field == "address" and cells and most(cells, is_street):
        return "street"  # the town stands in a column of its own
    return _if_worded(field, cells)


def _is_known_code(cell: Cell) -> bool:
    digits = restore_code(cell.text)[0]
    return is_code(cell) and (national(digits) is not None or is_mobile(digits.lstrip("0")))


def _if_worded(field: str, cells: list[Cell]) -> str | None:
    """A field of words, unless nothing but figures stand below it."""
    wordless = bool(cells) and most(cells, lambda cell: not any(char.isalpha() for char in cell.text))
    return None if field in _WORDED and wordless else field


def _seated(candidates: tuple[str, ...], cells: list[Cell]) -> str:
    """What stands below `Träger und Anschrift`, `Name/Adresse`: somebody or an office over the address, or it alone."""
    if "name" in candidates and most(cells, begins_with_person):
        return "name"
    return "org" if most(cells, names_seated) else "address"


def _is_seated(cell: Cell) -> bool:
    """`Hauptstr. 5, 29221 Celle, Tel. …`, alone or behind an office."""
    return is_seat(cell) or names_seated(cell)


def _of_seat(cells: list[Cell]) -> str | None:
    """What stands below `Standort` where it is no address: towns, or houses by their names."""
    return next((each for each, test in (("place", str.isalpha), ("org", _is_house)) if most_texts(cells, test)), None)


def _is_house(text: str) -> bool:
    """`Geschäftsstelle Celle`; not `Haus A, Zimmer 12`, which is only where somebody sits."""
    return is_office(text) and not any(map(str.isdigit, text))


def _names_office(text: str) -> bool:
    """Whether a text is an office and no house, nor an address in it."""
    return is_office(text) and not is_bare_house(text) and not any(map(str.isdigit, text))


def _is_named_whole(cell: Cell) -> bool:
    return " " in cell.text.strip() and is_person(cell.text)


def _chosen(candidates: tuple[str, ...], content: str | None, cells: list[Cell]) -> str:
    """What a heading of several meanings means over these cells."""
    if "name" in candidates and _are_people(candidates, cells):
        return "name"
    if "contact" in candidates and most(cells, reaches):
        return "contact"
    return worded(candidates, cells) or (content if content in candidates and content else candidates[0])


def _are_people(candidates: tuple[str, ...], cells: list[Cell]) -> bool:
    """Whether most cells are people; a third of them where their towns stand above them."""
    return (third if candidates == ("municipality", "name") else most)(cells, begins_with_person)
