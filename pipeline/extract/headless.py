"""Which column means what in a table without headings: what its cells hold, and which words its mail domains repeat."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.layout import Cell
from pipeline.extract.table_head import Column, Row, content_of, filled_sample, grouped
from pipeline.transform.text import fold


def by_content(rows: Sequence[Row], ags: str | None) -> tuple[Column, ...]:
    """Columns of a table without headings; nothing where names and ways of contact are not plain to see."""
    sample = filled_sample(rows)
    if len(sample) < 2:
        return ()
    columns = []
    for index in range(len(sample[0])):
        cells = [row[index] for row in sample if row[index].text or row[index].links]
        field = content_of(cells) or _further(cells, ags)
        columns.append(Column(index, field or "unknown", "", sample[0][index].where))
    columns = _with_places(columns, sample)
    fields = [column.field for column in columns]
    return grouped(columns) if fields.count("name") == 1 and {"phone", "email"} & set(fields) else ()


def _with_places(columns: list[Column], rows: Sequence[Row]) -> list[Column]:
    """A column whose words stand in the mail domains of its rows (`…@suessen.de`) is that of the municipalities."""
    mail = next((column.index for column in columns if column.field == "email"), None)
    if mail is None or any(column.field == "municipality" for column in columns):
        return columns
    for number, column in enumerate(columns):
        pairs = [(row[column.index].text, row[mail].text) for row in rows if row[column.index].text and row[mail].text]
        if column.field == "unknown" and pairs and sum(_in_domain(*pair) for pair in pairs) * 2 > len(pairs):
            return [*columns[:number], replace(column, field="municipality"), *columns[number + 1 :]]
    return columns


def _in_domain(text: str, mail: str) -> bool:
    words, domain = fold(text).split(), fold(mail.rpartition("@")[2]).replace(" ", "")
    return 0 < len(words) < 6 and any(len(word) > 3 and word in domain for word in words)


def _further(cells: list[Cell], ags: str | None) -> str | None:
    """Further kinds of content, for tables without headings."""
    from pipeline.transform.address import looks_like_street
    from pipeline.transform.municipality import find_municipality
    from pipeline.transform.office import is_office, is_role

    tests = (
        ("postcode", lambda text: bool(re.fullmatch(r"\d{5}", text))),
        ("address", lambda text: bool(re.fullmatch(r"\d{5} [^\d\W].*", text))),
        ("street", looks_like_street),
        ("role", is_role),
        ("municipality", lambda text: bool(ags and not is_office(text) and find_municipality(text, ags))),
        ("org", is_office),
    )
    for field, test in tests:
        if cells and sum(1 for cell in cells if test(cell.text.strip())) * 2 > len(cells):
            return field
    return None
