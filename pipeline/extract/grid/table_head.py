"""Where the headings of a table stand and which column means what, from its headings and from its content."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.grid.cell_values import says_nothing
from pipeline.extract.grid.column_content import (
    are_places,
    begins_with_person,
    content_of,
    is_code,
    is_data,
    is_seat,
    most,
    most_texts,
    names_somebody,
    reaches,
    tells_all,
    worded,
)
from pipeline.extract.grid.column_groups import CONTACT, PERSON, Column, Row, deputises, grouped, settled
from pipeline.extract.grid.column_kinds import kind_of
from pipeline.extract.grid.headings import is_vague, meanings, not_today, states_role, states_work
from pipeline.extract.grid.row_values import whole_place
from pipeline.extract.layout import Cell
from pipeline.model import Finding, Where
from pipeline.transform.office import is_office, is_role
from pipeline.transform.text import fold

#: Headings stand in the first rows (title, logo, "Stand", explanations above them).
_HEAD_ROWS = 60
#: So many cells of a column are looked at to know what it holds.
_SAMPLE = 40
#: Columns of words: nothing but figures (dates, file numbers) is none of these, whatever the heading says.
_WORDED = frozenset({"org", "role", "municipality", "name", "family", "given"})
#: Where somebody belongs.
_SEATED = frozenset({"municipality", "org"})
#: What a second row of headings adds to a function: `Koordination` above `Name`.
_PERSON_WORD = re.compile(r"(?<=\w)\s+(?:Name|Vorname|Nachname|Person|Ansprechpartner\S*|Ansprechperson)$")
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
    return _extent(rows, _first_table(rows, start, best))


def _first_table(rows: Sequence[Row], start: int, best: int) -> int:
    """The head of a smaller table above the best: people stand below it, so it is no line of the title."""
    for number in range(start, best):
        heads = head_score(rows[number]) > 1 and _names_columns(rows[number])
        if heads and any(_is_person_row(row) for row in rows[number + 1 : best]):
            return number
    return best


def _is_person_row(row: Row) -> bool:
    """Whether a number or an address stands in a row with something beside it."""
    texts = [cell.text for cell in row if cell.text and not cell.merged]
    return len(texts) > 1 and any(map(is_data, texts))


def _names_columns(row: Row) -> bool:
    """Whether headings for people and for reaching them stand here, and nothing else."""
    known = [meanings(cell.text) for cell in row if cell.text and not cell.merged]
    fields = {field for found in known for field in found[:1]}
    return all(known) and bool(fields & PERSON) and bool(fields & CONTACT)


def head_score(row: Row) -> int:
    """How many different things the headings of a row name; 0 where it is no row of headings."""
    texts = [cell.text for cell in row if cell.text and not cell.merged]
    if not texts or any(is_data(text) for text in reversed(texts)):  # addresses stand last
        return 0
    known = [found for text in texts if (found := meanings(text))]
    different: set[str] = set()
    for found in known:  # `Ansprechpartner | Kontakt`: what the first is, the second need not be
        different.add(next((field for field in found if field not in different), found[0]))
    if (
        len(different) < 2
        or len(known) * 2 < len(texts)
        or (different <= {"org", "role", "municipality", "ignore"} and len(different) < 3)
    ):
        return 0
    return len(different)


def side_by_side(row: Row, columns: Sequence[Column]) -> list[tuple[int, int]]:
    """The columns of each table where the same headings stand again further right, to save paper; else one range."""
    texts = [cell.text for cell in row]
    at = next((at for at in range(2, len(columns) - 1) if _another_table(columns[:at], columns[at:])), None)
    if at:
        edge = columns[at].index
        right = side_by_side(row[edge:], [replace(column, index=column.index - edge) for column in columns[at:]])
        return [(0, edge), *((edge + low, edge + high) for low, high in right)]
    for period in range(2, len(texts) // 2 + 1):
        same = len(texts) % period == 0 and all(text == texts[at % period] for at, text in enumerate(texts))
        if same and all(texts) and _names_columns(row[:period]):
            return [(low, low + period) for low in range(0, len(texts), period)]
    return [(0, len(texts))]


def _another_table(left: Sequence[Column], right: Sequence[Column]) -> bool:
    """Whether a table of its own begins here: people with a place or an office and numbers, in whatever order."""
    sides = [{_kind_of_seat(column.field) for column in side} for side in (left, right)]
    first = _kind_of_seat(right[0].field)
    begins = first in sides[0] and first in _SEATED | PERSON
    whole = all(side & PERSON and side & CONTACT and side & _SEATED for side in sides)
    deputy = any(deputises(column.heading) for column in right if column.field in PERSON)
    return begins and whole and sides[0] & _SEATED == sides[1] & _SEATED and not deputy


def _kind_of_seat(field: str) -> str:
    """`Ort` of one table and `Kommune` of the other are the same, which neither alone can tell."""
    return "municipality" if field in ("place", "city") else field


def _extent(rows: Sequence[Row], best: int) -> tuple[int, int]:
    """Headings in two rows: groups above (`Leitung`, merged), or what the columns of a group are below."""
    first = last = best
    if best > 0 and (_is_group_row(rows[best - 1]) or _completes(rows[best - 1], rows[best])):
        first = best - 1
    below = rows[best + 1] if best + 1 < len(rows) else ()
    if below and _is_second_row(rows[best], below):
        last = best + 1
    return first, last


def _is_group_row(row: Row) -> bool:
    """Some cells, each merged over a part of the row, none over all of it."""
    own = [cell for cell in row if cell.text and not cell.merged]
    repeated = sum(1 for cell in row if cell.text and cell.merged)
    filled = len({cell.text for cell in row if cell.text})
    wide = filled > 1 or any(not cell.text for cell in row)
    return bool(own) and repeated > 0 and wide and not any(is_data(cell.text) for cell in own)


def _completes(above: Row, row: Row) -> bool:
    """Headings one row higher over blank cells: `Gemeinde | Person |` above ` | Vorname | Nachname`, nothing merged."""
    own = [(high, low) for high, low in zip(above, row, strict=True) if high.text and not high.merged]
    over = [high for high, low in own if not low.text and meanings(high.text)]
    return len(own) > 1 and bool(over) and not any(is_data(high.text) for high, _ in own)


def _is_second_row(above: Row, below: Row) -> bool:
    own = [(high, low) for high, low in zip(above, below, strict=True) if low.text and not low.merged]
    if not own or any(is_data(low.text) for _, low in own) or len({low.text for low in below}) == 1:
        return False
    known = sum(1 for high, low in own if meanings(low.text) or (high.text and meanings(f"{high.text} {low.text}")))
    grouped = any(high.merged and high.text for high, _ in own) or any(low.merged for low in below if low.text)
    return known == len(own) and (grouped or all(low.header for _, low in own) or len(own) < len(below))


# ---- columns -------------------------------------------------------------------------------------


def read_head(rows: Sequence[Row], extent: tuple[int, int], options: Mapping[str, str], data: Sequence[Row]) -> Head:
    """What each column means. `options` name a heading per field and win; `data` is what stands below."""
    first, last = extent
    columns: list[Column] = []
    findings: list[Finding] = []
    chosen = {fold(heading): field for field, heading in options.items()}
    sample = filled_sample(data)
    taken: set[str] = set()
    for index in range(len(rows[last])):
        texts, where = _texts(rows, first, last, index)
        heading = " ".join(texts)
        field = chosen.get(fold(heading)) or next((chosen[fold(t)] for t in texts if fold(t) in chosen), None)
        if field is None:
            field = field_of(texts, [row[index] for row in sample])
        if field is None and not heading:
            field = _without_heading([row[index] for row in sample if row[index].text], taken)
        if field is None:
            field = "unknown"
        elif field == "ignore" and not_today(heading) and any(row[index].text for row in sample):
            findings.append(Finding("outdated", "info", heading[:200], where))
        taken.add(field)
        columns.append(Column(index, field, heading, where))
    columns = _with_people(_by_kind(_without_repeated(columns, sample), sample), sample)
    columns = _with_places(_led(columns, sample), sample)
    findings += [
        Finding("unknown_column", "info", column.heading[:200], column.where)
        for column in columns
        if column.field == "unknown" and column.heading and filled(sample, column)
    ]
    return Head(first, last, grouped(settled(columns)), tuple(findings))


def _by_kind(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """Columns under unknown headings are what their cells are; so is `Nummer` over telephone numbers."""
    fields = {column.field for column in columns}
    mail = next((column.index for column in columns if column.field == "email"), None)
    for at, column in enumerate(columns):
        vague = column.field == "ignore" and not fields & CONTACT and not not_today(column.heading)
        if column.field != "unknown" and not vague:
            continue
        rows = [row for row in sample if not says_nothing(row[column.index])]
        mails = ["" if mail is None else row[mail].text for row in rows]
        kind = kind_of(column.heading, [row[column.index] for row in rows], mails, fields)
        if kind == "name" and fields & PERSON and not _is_reached_apart(columns, at):
            continue
        if kind and (kind in CONTACT or not vague):
            fields.add(kind)
            columns = [*columns[:at], replace(column, field=kind), *columns[at + 1 :]]
    return columns


def _is_reached_apart(columns: Sequence[Column], at: int) -> bool:
    """Whether people under an unknown heading have numbers of their own, and whoever stands left of them has others."""
    left, right = columns[:at], columns[at + 1 :]
    return (not _until_person(left[::-1])[1] or _until_person(left[::-1])[0]) and _until_person(right)[0]


def _until_person(columns: Sequence[Column]) -> tuple[bool, bool]:
    """Whether a way of contact comes before the next person, and whether there is one."""
    first = next((n for n, column in enumerate(columns) if column.field in PERSON), None)
    return any(column.field in CONTACT for column in columns[:first]), first is not None


def _led(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """A first column without a heading, left of names, says what people are there for: `Leistung A–K | Frau Muster`."""
    fields = {column.field for column in columns}
    told = [text for row in sample if (text := row[0].text.strip()) and not row[0].merged]
    plain = len(told) > 1 and all(any(map(str.isalpha, text)) and "\n" not in text for text in told)
    if columns[0].field != "unknown" or columns[0].heading or not plain or "name" not in fields:
        return columns
    return columns if fields & {"role", "org", "municipality"} else [replace(columns[0], field="role"), *columns[1:]]


def _without_heading(cells: Sequence[Cell], taken: set[str]) -> str | None:
    """A column without a heading holds municipalities, or functions and offices: what the people beside it do."""
    texts = [cell.text for cell in cells if not cell.merged]
    if "municipality" not in taken and texts and all(whole_place(text) for text in texts):
        return "municipality"
    says = len(texts) > 1 and all(is_role(text) or is_office(text) for text in texts)
    return "role" if says and "role" not in taken else None


def _without_repeated(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """A `Name` put together from a `Vorname` and a `Nachname` beside it is nobody else."""
    parts = [column.index for column in columns if column.field in ("given", "family")]
    if len(parts) < 2:
        return columns

    def repeats(column: Column) -> bool:
        rows = [row for row in sample if row[column.index].text and any(row[part].text for part in parts)]
        same = [all(fold(row[part].text) in fold(row[column.index].text) for part in parts) for row in rows]
        return sum(same) * 2 > len(same)

    return [replace(c, field="ignore") if c.field == "name" and repeats(c) else c for c in columns]


def _with_people(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """Where no column names people, those with their numbers stand under `Kontaktdaten` or below their office."""
    if any(column.field in PERSON for column in columns):
        return columns
    tests = {"contact": begins_with_person, "org": names_somebody}
    people = [c for c in columns if c.field in tests and most(filled(sample, c), tests[c.field])]
    return [replace(c, field="name") if c in people[:1] else c for c in columns]


def _with_places(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """`Zuständig für` is a function, unless municipalities stand below and no other column has them."""
    mail = next((column.index for column in columns if column.field == "email"), None)
    if any(column.field in ("municipality", "place") for column in columns):
        return columns

    def names_places(column: Column) -> bool:
        rows = [row for row in sample if row[column.index].text]
        found = [are_places(row[column.index].text, "" if mail is None else row[mail].text) for row in rows]
        return any(found) and sum(found) * 2 >= len(found)

    vague = [c for c in columns if c.field == "role" and (is_vague(c.heading) or not c.heading) and names_places(c)]
    return [replace(c, field="municipality") if c in vague[:1] else c for c in columns]


def filled(rows: Sequence[Row], column: Column) -> list[Cell]:
    """The cells of a column that hold something."""
    return [cell for row in rows if not says_nothing(cell := row[column.index])]


def filled_sample(data: Sequence[Row]) -> list[Row]:
    """The first rows of data, up to the head of another table."""
    sample: list[Row] = []
    for row in data:
        if sample and head_score(row) > 1 and _names_columns(row):
            break
        if sum(1 for cell in row if cell.text and not cell.merged) > 1:
            sample.append(row)
            if len(sample) == _SAMPLE:
                break
    return sample


def _texts(rows: Sequence[Row], first: int, last: int, index: int) -> tuple[list[str], Where]:
    """The headings of a column from top to bottom, each once, and the place of the lowest."""
    texts: list[str] = []
    where = rows[last][index].where
    for number in range(first, last + 1):
        cell = rows[number][index]
        if cell.text and cell.text not in texts:
            texts.append(cell.text.strip())
            where = cell.where
    return texts, where


def field_of(texts: list[str], cells: list[Cell]) -> str | None:
    """The field of a column: by its lowest heading, by all of them together, by what it holds."""
    if not_today(" ".join(texts)):
        return "ignore"
    candidates: tuple[str, ...] = ()
    for text in (*texts[-1:], " ".join(texts), *reversed(texts[:-1])):
        found = meanings(text.rstrip(" :"))
        if found == ("area_code",):
            found = meanings(" ".join(texts)) or found  # of what, a heading above says: `Mobil` over `Vorwahl | Nummer`
        if found and found != ("ignore",):
            candidates = found
            break
        candidates = candidates or found
    filled = [cell for cell in cells if not says_nothing(cell)]
    content = content_of(filled)
    if not candidates and most(filled, tells_all):
        return "name"
    if not candidates:
        return None
    return _agreed(candidates, content, texts, filled)


def _agreed(candidates: tuple[str, ...], content: str | None, texts: list[str], cells: list[Cell]) -> str | None:
    """Heading and content together; None where they contradict each other."""
    if candidates[0] in ("area_code", "mobile_code"):
        return candidates[0] if not cells or most(cells, is_code) else candidates[-1]
    if len(candidates) > 1:
        if "name" in candidates and most(cells, begins_with_person):
            return "name"
        if "contact" in candidates and most(cells, reaches):
            return "contact"
        return worded(candidates, cells) or (content if content in candidates and content else candidates[0])
    field = candidates[0]
    if field in {*_SEATED, "place"} and most(cells, is_seat):
        return "address"
    if field in PERSON and content in ("phone", "email") and not any(map(begins_with_person, cells)):
        return None  # `Vertretung` over the numbers of deputies
    if field == "name" and cells and not any(map(begins_with_person, cells)):
        return next((each for each, test in (("role", is_role), ("org", is_office)) if most_texts(cells, test)), field)
    if field == "fax" and re.search(r"\btel|telefon|fon\b", fold(texts[-1])) and "telefax" not in fold(texts[-1]):
        return "phone_fax"
    if field in ("phone", "mobile", "fax") and content == "email":
        return "email"
    if field in ("email", "address") and content == "phone":
        return "phone"
    if field == "address" and cells and _SEAT.search(fold(texts[-1])) and most(cells, lambda c: c.text.isalpha()):
        return "place"
    if field in _WORDED and cells and most(cells, lambda cell: not any(char.isalpha() for char in cell.text)):
        return None
    return field


def role_of(heading: str, reached: bool = False) -> str | None:
    """A function that the heading above names says: `Integrationsbeauftragte/r`.

    `Koordination` is one only over a `Name`, or if people are `reached` in the same cells: the columns are functions.
    """
    said = _PERSON_WORD.sub("", heading)
    return said if states_role(said) or ((reached or said != heading) and states_work(said)) else None
