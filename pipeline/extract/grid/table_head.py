"""Where the headings of a table stand and which column means what, from its headings and from its content."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.grid.cell_values import is_empty
from pipeline.extract.grid.headings import meanings, states_role, stem_of
from pipeline.extract.layout import Cell
from pipeline.model import Finding, Where
from pipeline.transform.online import looks_like_mail
from pipeline.transform.text import fold

Row = Sequence[Cell]

#: Headings stand in the first rows (title, logo, "Stand", explanations above them).
_HEAD_ROWS = 60
#: So many cells of a column are looked at to know what it holds.
_SAMPLE = 40
_PERSON = frozenset({"name", "given", "family", "salutation", "title"})
_CONTACT = frozenset({"phone", "mobile", "fax", "extension", "email", "contact", "phone_fax"})
_SHARED = frozenset(
    {"municipality", "org", "place", "street", "house", "postcode", "city", "address", "main", "remark"}
)
#: Columns of words: nothing but figures (dates, file numbers) is none of these, whatever the heading says.
_WORDED = frozenset({"org", "role", "municipality", "name", "family", "given"})
_DEPUTY = re.compile(r"vertret|\bvertr\b|\bstv\b|stellv|ersatz|deputy", re.IGNORECASE)
_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Column:
    """One column (or the value beside one label): where it is, what it holds, for which person of its row."""

    index: int
    field: str
    heading: str
    where: Where
    group: int = 0  # -1: for all persons of the row


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
        if head_score(rows[number]) > 1 and _names_columns(rows[number]):
            below = [cell.text for row in rows[number + 1 : best] for cell in row if cell.text and not cell.merged]
            if sum(1 for text in below if is_data(text)) > 1:
                return number
    return best


def _names_columns(row: Row) -> bool:
    """Whether headings for people and for reaching them stand here, and nothing else."""
    known = [meanings(cell.text) for cell in row if cell.text and not cell.merged]
    fields = {field for found in known for field in found[:1]}
    return all(known) and bool(fields & _PERSON) and bool(fields & _CONTACT)


def head_score(row: Row) -> int:
    """How many different things the headings of a row name; 0 where it is no row of headings."""
    texts = [cell.text for cell in row if cell.text and not cell.merged]
    if not texts or any(is_data(text) for text in reversed(texts)):  # addresses stand last
        return 0
    known = [found[0] for text in texts if (found := meanings(text))]
    different = set(known)
    if (
        len(different) < 2
        or len(known) * 2 < len(texts)
        or (different <= {"org", "role", "municipality", "ignore"} and len(different) < 3)
    ):
        return 0
    return len(different)


def side_by_side(row: Row) -> list[tuple[int, int]]:
    """The columns of each table where the same headings stand again further right, to save paper; else one range."""
    texts = [cell.text for cell in row]
    for period in range(2, len(texts) // 2 + 1):
        same = len(texts) % period == 0 and all(text == texts[at % period] for at, text in enumerate(texts))
        if same and all(texts) and _names_columns(row[:period]):
            return [(low, low + period) for low in range(0, len(texts), period)]
    return [(0, len(texts))]


def is_data(text: str) -> bool:
    return "@" in text or len(_DIGITS.findall(stem_of(text)[0][:200])) > 5


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
            field = field_of(texts, [row[index] for row in sample], taken)
        if field is None and not heading and "role" not in taken and _says_what(row[index] for row in sample):
            field = "role"
        if field is None:
            if heading and any(row[index].text for row in sample):
                findings.append(Finding("unknown_column", "info", heading[:200], where))
            field = "unknown"
        taken.add(field)
        columns.append(Column(index, field, heading, where))
    return Head(first, last, grouped(settled(_led(columns, sample))), tuple(findings))


def _led(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """A first column without a heading, left of names, says what people are there for: `Leistung A–K | Frau Muster`."""
    fields = {column.field for column in columns}
    told = [text for row in sample if (text := row[0].text.strip()) and not row[0].merged]
    plain = len(told) > 1 and all(any(map(str.isalpha, text)) and "\n" not in text for text in told)
    if columns[0].field != "unknown" or columns[0].heading or not plain or "name" not in fields:
        return columns
    return columns if fields & {"role", "org", "municipality"} else [replace(columns[0], field="role"), *columns[1:]]


def _says_what(cells: Iterable[Cell]) -> bool:
    """Whether a column without a heading holds functions and offices: what the people beside it are there for."""
    from pipeline.transform.office import is_office, is_role

    texts = [cell.text for cell in cells if cell.text and not cell.merged]
    return len(texts) > 1 and all(is_role(text) or is_office(text) for text in texts)


def filled_sample(data: Sequence[Row]) -> list[Row]:
    sample: list[Row] = []
    for row in data:
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


def field_of(texts: list[str], cells: list[Cell], taken: set[str]) -> str | None:
    """The field of a column: by its lowest heading, by all of them together, by what it holds."""
    candidates: tuple[str, ...] = ()
    for text in (*texts[-1:], " ".join(texts), *reversed(texts[:-1])):
        found = meanings(text.rstrip(" :"))
        if found == ("area_code",):
            found = meanings(" ".join(texts)) or found  # of what, a heading above says: `Mobil` over `Vorwahl | Nummer`
        if found and found != ("ignore",):
            candidates = found
            break
        candidates = candidates or found
    filled = [cell for cell in cells if cell.links or not is_empty(cell.text)]
    content = content_of(filled)
    if not candidates and most(filled, tells_all):
        return "name"
    if not candidates:
        alone = content in ("email", "phone", "name") and not taken & (
            {content} | (_PERSON if content == "name" else set())
        )
        return content if alone and not (content == "phone" and taken & _CONTACT) else None
    return _agreed(candidates, content, texts, filled)


def _agreed(candidates: tuple[str, ...], content: str | None, texts: list[str], cells: list[Cell]) -> str | None:
    """Heading and content together; None where they contradict each other."""
    if candidates[0] in ("area_code", "mobile_code"):
        return candidates[0] if not cells or most(cells, _is_code) else candidates[-1]
    if len(candidates) > 1:
        if "name" in candidates and most(cells, _begins_with_person):
            return "name"
        if content in ("phone", "email") and "contact" in candidates:
            return "contact"
        return content if content in candidates and content else candidates[0]
    field = candidates[0]
    if field == "fax" and re.search(r"\btel|telefon|fon\b", fold(texts[-1])) and "telefax" not in fold(texts[-1]):
        return "phone_fax"
    if field in ("phone", "mobile", "fax") and content == "email":
        return "email"
    if field in ("email", "address") and content == "phone":
        return "phone"
    if field in _WORDED and cells and most(cells, lambda cell: not any(char.isalpha() for char in cell.text)):
        return None
    return field


def tells_all(cell: Cell) -> bool:
    """True for a cell that names a person and says how to reach her: the columns are then functions, not fields."""
    return "\n" in cell.text and _begins_with_person(cell) and is_data(cell.text)


def most(cells: list[Cell], test: Callable[[Cell], bool]) -> bool:
    return sum(1 for cell in cells if test(cell)) * 2 > len(cells)


def _is_code(cell: Cell) -> bool:
    """True for an area code: `07161`, `(0 71 61)`, `+49 7161` or what a spreadsheet left of it."""
    return 1 < len(_DIGITS.findall(cell.text)) < 8


def _begins_with_person(cell: Cell) -> bool:
    from pipeline.transform.name import find_names, is_person
    from pipeline.transform.office import is_role

    first = cell.text.split("\n")[0].strip()
    if is_person(first):
        return True
    names = find_names(first) if " " in first else ()  # `Gemeindereferentin Eva Muster`
    return len(names) == 1 and names[0].end == len(first) and is_role(first[: names[0].start].strip(" :,"))


def content_of(cells: list[Cell]) -> str | None:
    """What most cells of a column hold, where it is plain to see."""
    from pipeline.transform.phone import looks_like_number

    if not cells:
        return None
    tests: tuple[tuple[str, Callable[[Cell], bool]], ...] = (
        ("email", _holds_mail),
        ("phone", lambda cell: looks_like_number(cell.text)),
        ("name", _begins_with_person),
    )
    return next((field for field, test in tests if most(cells, test)), None)


def _holds_mail(cell: Cell) -> bool:
    linked = any(link.startswith("mailto:") for link in cell.links)
    return looks_like_mail(cell.text) or (linked and not _begins_with_person(cell))


def settled(columns: list[Column]) -> list[Column]:
    """What only the whole head can tell: a `Name` beside a `Vorname`, an `Ort` beside a street or alone."""
    fields = {column.field for column in columns}
    if "given" in fields and "family" not in fields:
        columns = [replace(c, field="family") if c.field == "name" else c for c in columns]
    columns = [
        replace(c, field="house") if before and before.field == "street" and fold(c.heading) in ("nr", "no") else c
        for before, c in zip([None, *columns], columns, strict=False)
    ]
    if "postcode" in fields and not fields & {"city", "place", "address"}:
        columns = [part for pair in zip([None, *columns], columns, strict=False) for part in _with_city(*pair)]
    if "place" in fields:
        city = bool(fields & {"street", "postcode", "house"}) or "municipality" in fields
        columns = [replace(c, field="city" if city else "municipality") if c.field == "place" else c for c in columns]
    return columns


def _with_city(before: Column | None, column: Column) -> tuple[Column, ...]:
    """`PLZ | Gemeinde`: the municipality is the town of the address as well."""
    town = column.field == "municipality" and before is not None and before.field == "postcode"
    return (column, replace(column, field="city")) if town else (column,)


def grouped(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Columns of a second person in the same row (`Vertretung | Telefon`) get a group of their own."""
    columns = list(columns)
    result: list[Column] = []
    group, seen, person = 0, set[str](), False
    deputy = False  # a deputy is named before anything says how to reach whom she stands in for
    single = {c.field for c in columns if sum(1 for other in columns if other.field == c.field) == 1}
    for column in columns:
        if column.field in _PERSON:
            if column.field == "name" and result and _same_kind(result[-1], column):
                pass  # `Ansprechpartner 1 | Ansprechpartner 2 | Telefon`: the numbers are for both
            elif column.field in seen or (column.field == "name" and seen & {"family", "given"}):
                reached = any(other.group == group and other.field in _CONTACT for other in result)
                group, seen, deputy = group + 1, set(), not reached and bool(_DEPUTY.search(column.heading))
            seen.add(column.field)
            person = True
        shared = column.field in _SHARED and (column.field in single or not person)
        before = column.field in _CONTACT and not person
        first = deputy and column.field in _CONTACT and not _DEPUTY.search(column.heading)
        first = first and not any(other.group == group - 1 and other.field == column.field for other in result)
        result.append(replace(column, group=-1 if shared or before else group - first))
    return tuple(result)


def _same_kind(before: Column, column: Column) -> bool:
    """Whether two columns side by side are numbered alike."""
    bare = [
        re.sub(r"\b(?:\d+|i+|erste[rs]?|zweite[rs]?|weitere[rs]?)\b", "", fold(c.heading)).strip()
        for c in (before, column)
    ]
    return before.field == column.field and bare[0] == bare[1]


def role_of(heading: str) -> str | None:
    """A function that the heading above names says: `Integrationsbeauftragte/r`."""
    return heading if states_role(heading) else None
