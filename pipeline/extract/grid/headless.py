"""Which column means what in a table without headings: what its cells hold, and which words its mail domains repeat."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.grid.cell_values import says_nothing
from pipeline.extract.grid.column_content import (
    begins_with_person,
    content_of,
    is_data,
    is_matter,
    is_place_of,
    list_places,
    most,
    names_behind_label,
    reaches,
    tells_all,
    tells_one,
    third,
)
from pipeline.extract.grid.column_groups import Column, Row, grouped, with_functions
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.table_head import field_of, filled_sample
from pipeline.extract.layout import Cell
from pipeline.transform.letters import are_letters
from pipeline.transform.vacancy import is_vacant


def said_head(rows: Sequence[Row]) -> int | None:
    """The row of headings few of which are known: it has no value and a word wherever the rows below have one."""
    sample = filled_sample(rows)
    if len(sample) < 2 or not _is_said(sample) or any(begins_with_person(c) or is_vacant(c.text) for c in sample[0]):
        return None
    over = {at for row in sample[1:] for at, cell in enumerate(row) if is_data(cell.text)}
    worded = all(sample[0][at].text for at in over) and any(meanings(cell.text) for cell in sample[0])
    return next(number for number, row in enumerate(rows) if row is sample[0]) if worded else None


def by_content(rows: Sequence[Row], ags: str | None) -> tuple[int, tuple[Column, ...]]:
    """The first row of data and its columns; no columns where names and ways of contact are not plain to see."""
    sample = filled_sample(rows)
    if not sample and (column := _of_people(rows)):
        return 0, (column,)
    if len(sample) < 2:
        return 0, ()
    said, sample = (sample[0], sample[1:]) if _is_said(sample) else ((), sample)
    columns = []
    for index in range(len(sample[0])):
        cells = [row[index] for row in sample if not says_nothing(row[index])]
        heading = said[index].text.strip() if said else ""
        field = field_of([heading], cells) if meanings(heading) else None
        told = most(cells, tells_all) or most(cells, names_behind_label)
        field = field or ("name" if told else content_of(cells) or _further(cells, ags))
        columns.append(Column(index, field or "unknown", heading, sample[0][index].where))
    columns = _with_work(_with_units(_with_places(columns, sample), sample), sample)
    fields = [column.field for column in columns]
    whole = any(most([row[c.index] for row in sample], tells_all) for c in columns if c.field == "name")
    plain = fields.count("name") == 1 and {"phone", "email", "contact"} & set(fields)
    first = next(number for number, row in enumerate(rows) if row is sample[0]) if said else 0
    over = [c for c in columns if c.field == "name" and most([row[c.index] for row in sample], tells_all)]
    return first, grouped(with_functions(columns, over)) if whole or plain else ()


def _of_people(rows: Sequence[Row]) -> Column | None:
    """The one column of a list that says in each cell who somebody is and how to reach her: `Eva Muster <eva@…>`."""
    cells = [cell for row in rows for cell in row if cell.text and not cell.merged]
    columns = {at for row in rows for at, cell in enumerate(row) if cell.text}
    whole = [cell for cell in cells if tells_one(cell)]
    listed = len(columns) == 1 and len(whole) > 1 and third(cells, reaches)  # among its sections and notes
    return Column(columns.pop(), "name", "", whole[0].where) if listed else None


#: When somebody is there, not where: `Mo–Mi`, `montags`.
_WEEKDAY = re.compile(
    r"(?:Mo|Di|Mi|Do|Fr|Sa|So)\b|(?:mon|diens|mitt|donners|frei|sams|sonn)\w*(?:tags?|wochs?)\b", re.I
)


def _is_said(sample: Sequence[Row]) -> bool:
    """Whether the first row says what the cells below hold, in words that are no known headings."""
    texts = [[cell.text for cell in row if cell.text and not cell.merged] for row in sample]
    return not any(is_data(text) for text in texts[0]) and all(any(map(is_data, row)) for row in texts[1:])


def _with_places(columns: list[Column], rows: Sequence[Row]) -> list[Column]:
    """A column whose words stand in the mail domains of its rows (`…@suessen.de`) is that of the municipalities."""
    mail = next((column.index for column in columns if column.field == "email"), None)
    if mail is None or any(column.field == "municipality" for column in columns):
        return columns
    for number, column in enumerate(columns):
        pairs = [(row[column.index].text, row[mail].text) for row in rows if row[column.index].text and row[mail].text]
        if column.field == "unknown" and pairs and sum(is_place_of(*pair) for pair in pairs) * 2 > len(pairs):
            return [*columns[:number], replace(column, field="municipality"), *columns[number + 1 :]]
    return columns


def _with_units(columns: list[Column], rows: Sequence[Row]) -> list[Column]:
    """`Heim Neustadt, Amselweg 4 | Frau Muster | 07123 940-12`: first stands where people are, or what they do."""
    first, fields = columns[0], {column.field for column in columns}
    if first.field != "unknown" or first.heading or fields & {"org", "role", "municipality"} or "name" not in fields:
        return columns
    told = [cell for row in rows if (cell := row[first.index]).text]
    worded = [cell for cell in told if any(map(str.isalpha, cell.text)) and not _says_when_or_whom(cell.text)]
    field = "role" if _is_work([cell.text.strip() for cell in told]) else "org"
    return [replace(first, field=field), *columns[1:]] if len(worded) == len(told) > 1 else columns


def _says_when_or_whom(text: str) -> bool:
    return _WEEKDAY.match(text) is not None or are_letters(text.strip())


def _with_work(columns: list[Column], rows: Sequence[Row]) -> list[Column]:
    """`Frau Muster | Leitung | …` over `Herr Beispiel | Aufenthaltstitel | …`: words right behind names are work.

    More of them have to be known functions than what may be an office (`Kindergartenfachberatung`), or half of them
    matters and none an office; and none a place.
    """
    if any(column.field == "role" for column in columns):
        return columns
    for at, (name, column) in enumerate(pairwise(columns), 1):
        if name.field == "name" and column.field == "unknown" and not column.heading:
            texts = [text for row in rows if (text := row[column.index].text.strip())]
            if _is_work(texts):
                return [*columns[:at], replace(column, field="role"), *columns[at + 1 :]]
    return columns


def _is_work(texts: Sequence[str]) -> bool:
    from pipeline.transform.office import is_office, is_role

    matters = [text for text in texts if is_matter(text) and text != "Deutsch"]  # the language of some
    offices = sum(is_office(text) for text in texts if text not in matters)
    plain = all(text[0].isalpha() and not any(map(str.isdigit, text)) for text in texts)
    if not plain or list_places(texts):
        return False
    return sum(map(is_role, texts)) > offices or (not offices and len(matters) * 2 >= len(texts) > 1)


def _further(cells: list[Cell], ags: str | None) -> str | None:
    """Further kinds of content, for tables without headings."""
    from pipeline.transform.address import looks_like_street
    from pipeline.transform.hours import find_hours
    from pipeline.transform.municipality import find_municipality
    from pipeline.transform.office import is_office, is_role

    tests = (
        ("postcode", lambda text: bool(re.fullmatch(r"\d{5}", text))),
        ("address", lambda text: bool(re.fullmatch(r"\d{5} [^\d\W].*", text))),
        ("street", looks_like_street),
        ("hours", lambda text: find_hours(text) is not None),
        ("role", is_role),
        ("municipality", lambda text: bool(ags and not is_office(text) and find_municipality(text, ags))),
        ("org", is_office),
    )
    for field, test in tests:
        if cells and sum(1 for cell in cells if test(cell.text.strip())) * 2 > len(cells):
            return field
    return None
